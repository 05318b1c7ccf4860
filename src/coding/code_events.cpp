// The stage's entry: predicates → readings → sides from the discourse → records.

#include <algorithm>
#include <optional>

#include <tidings/coding.hpp>

#include "coding/contexts.hpp"
#include "coding/headlines.hpp"
#include "coding/implied_sides.hpp"
#include "coding/records.hpp"
#include "coding/scene.hpp"
#include "coding/standing.hpp"
#include "coding/things.hpp"
#include "coding/thought.hpp"
#include "coding/topic.hpp"

namespace tidings {

namespace {

using coding::Reading;

void note(const SyntaxTree& tree, const Reading& reading, const char* reason,
          std::vector<Trace>* trace) {
    if (trace == nullptr) return;
    Trace entry;
    entry.span = tree[reading.predicate].span;
    entry.sentence = tree[reading.predicate].sentence;
    entry.reason = reason;
    trace->push_back(std::move(entry));
}

/// True if nothing is known of any of the actors: neither a country nor a sector.
bool all_unknown(const Mentions& mentions, const std::vector<coding::MentionIndex>& sides) {
    return std::all_of(sides.begin(), sides.end(), [&](coding::MentionIndex side) {
        const Actor& actor = mentions.actors[mentions.mentions[side].actor];
        return actor.country.empty() && actor.sectors.empty() && actor.code.empty();
    });
}

/// What nobody says, and what nobody does to nobody, is no event; nor is what somebody of whom
/// nothing is known does to nobody (*my husband was ready to leave*).
void drop_incomplete(const SyntaxTree& tree, const Mentions& mentions,
                     const coding::StandingTable& table, std::vector<Reading>& readings,
                     std::vector<Trace>* trace) {
    std::erase_if(readings, [&](const Reading& reading) {
        const bool alone = !reading.sources.empty() && reading.targets.empty();
        if (alone && all_unknown(mentions, reading.sources)) {
            note(tree, reading, "nothing is known of the only actor", trace);
            return true;
        }
        if (!reading.sources.empty()) {
            const bool told = reading.is_paired() || !reading.targets.empty();
            if (told || !table.has("addressee", reading.coding)) return false;
            note(tree, reading, "nobody to whom it is said", trace);
            return true;
        }
        if (reading.targets.empty()) {
            note(tree, reading, "no actor on either side", trace);
            return true;
        }
        if (table.has("doer", reading.coding)) {
            note(tree, reading, "nobody who does it", trace);
            return true;
        }
        // *The minister has been charged*: by the state's law, whoever does it.
        const bool passive = tree[reading.predicate].tag == "VBN";
        if (passive && table.has("untold", reading.coding)) return false;
        if (!coding::needs_source(reading.coding.type)) return false;
        note(tree, reading, "nobody who says so", trace);
        return true;
    });
}

/// What is not told to have happened (see thought.hpp).
void drop_thought(const SyntaxTree& tree, const Mentions& mentions,
                  const coding::NounClasses& classes, std::vector<Reading>& readings,
                  std::vector<Trace>* trace) {
    std::erase_if(readings, [&](const Reading& reading) {
        const char* reason = coding::why_merely_thought(tree, mentions, classes, reading);
        if (reason != nullptr) note(tree, reading, reason, trace);
        return reason != nullptr;
    });
}

/// *The gunman shot himself*; but *blew himself up* is an attack.
bool is_done_to_oneself(const SyntaxTree& tree, const Reading& reading) {
    if (reading.coding.type != "ASSAULT" || reading.coding.mode == "suicide-attack") return false;
    const TokenIndex object = tree.child(reading.predicate, "dobj");
    return object != kNoToken && reading.targets.empty() &&
           (tree[object].lower.ends_with("self") || tree[object].lower.ends_with("selves"));
}

/// Its target is only guessed: whoever spoke last, or whose affairs the report tells.
bool is_guessed(const Reading& reading) {
    return std::any_of(reading.why.begin(), reading.why.end(), [](const std::string& why) {
        return why == coding::kAffairsRule || why == "discourse:contradicted";
    });
}

/// What private people and firms do to each other is no political event, nor what somebody does to
/// himself.
void drop_private(const SyntaxTree& tree, const Mentions& mentions,
                  const coding::StandingTable& table, std::vector<Reading>& readings,
                  std::vector<Trace>* trace) {
    const coding::StandingReader standing(tree, mentions, table);
    static const std::vector<coding::MentionIndex> kNobodyTold;
    std::erase_if(readings, [&](const Reading& reading) {
        // Whom the discourse alone makes a side of it lends a private act no standing.
        const bool guessed = reading.implied_target && is_guessed(reading);
        const auto& targets = guessed ? kNobodyTold : reading.targets;
        if (!is_done_to_oneself(tree, reading) &&
            standing.is_political(reading.coding, reading.sources, targets,
                                  tree[reading.predicate].sentence)) {
            return false;
        }
        note(tree, reading, "no actor of public life on either side", trace);
        return true;
    });
}

}  // namespace

std::vector<Event> code_events(const Report& report, const Parse& parse, const Mentions& mentions,
                               const EventLexicon& lexicon, std::vector<Trace>* trace) {
    if (coding::tells_of_no_events(parse, lexicon.data().classes)) {
        if (trace != nullptr && !parse.sentences.empty()) {
            Trace note;
            note.span = parse.sentences.front().span;
            note.reason =
                "the report is an account of a game or a site's terms: nothing in it is coded";
            trace->push_back(std::move(note));
        }
        return {};
    }
    const std::optional<Parse> restored = coding::restore_passives(parse, lexicon.data().classes);
    const SyntaxTree tree(restored ? *restored : parse);
    const Arguments arguments(tree);
    const coding::SideFinder sides(arguments, mentions);
    const coding::SceneReader scenes(arguments, mentions);
    coding::PredicateReader reader(report, arguments, sides, lexicon.data(), trace);
    std::vector<Reading> readings = reader.read_all();
    coding::ImpliedSides(arguments, sides, scenes).complete(readings);
    drop_incomplete(tree, mentions, lexicon.data().standing, readings, trace);
    drop_thought(tree, mentions, lexicon.data().classes, readings, trace);
    drop_private(tree, mentions, lexicon.data().standing, readings, trace);
    coding::name_things(arguments, sides, lexicon.data().classes, readings);
    std::vector<Event> events =
        coding::make_records(report, arguments, mentions, lexicon.data(), scenes, readings);
    coding::add_contexts(tree, mentions, lexicon.data().ontology, lexicon.data().context_words,
                         events);
    return events;
}

}  // namespace tidings
