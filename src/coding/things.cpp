#include "coding/things.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/clause_forms.hpp"
#include "coding/thing_kinds.hpp"
#include "coding/thing_owners.hpp"
#include "language/names_from.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxClauses = 2;  // *refused to agree to lift the ban*

using Words = std::span<const std::string_view>;

/// On what a measure lies, before the measure itself (*lifted a ban on rallies*).
constexpr std::array<std::string_view, 2> kMeasuresOn{"on", "against"};
/// What a thing is about or against.
constexpr std::array<std::string_view, 5> kOfThing{"on", "against", "of", "over", "to"};
/// What is praised or backed (*gave its backing for the plan*).
constexpr std::array<std::string_view, 4> kOfPraise{"for", "of", "to", "on"};
/// What an act is about or against.
constexpr std::array<std::string_view, 8> kOfAct{"against", "on",   "over",  "to",
                                                 "from",    "with", "about", "at"};
/// Where forces are brought.
constexpr std::array<std::string_view, 8> kWhither{"to",     "into", "along", "near",
                                                   "around", "at",   "on",    "in"};
/// Who gets what is given.
constexpr std::array<std::string_view, 3> kGiven{"to", "for", "with"};
/// What is left.
constexpr std::array<std::string_view, 4> kLeft{"from", "out", "to", "in"};
/// Where strikers work, or those who refuse food are held.
constexpr std::array<std::string_view, 3> kWork{"at", "with", "in"};

/// Types whose object is one's own, or what is given.
bool moves_own(const Coding& coding) {
    static constexpr std::array<std::string_view, 3> kTypes{"MOBILIZE", "AID", "COOPERATE"};
    return one_of(coding.type, kTypes) || coding.mode == "withdraw" || coding.mode == "resign";
}

/// To work or to eat.
bool refuses(const Coding& coding) {
    return coding.mode == "strike" || coding.mode == "hunger";
}

/// *fired tear gas*, *used a gun*: what it is done with.
bool has_instrument(const Token& verb) {
    static constexpr std::array<std::string_view, 14> kWith{
        "fire", "throw",    "hurl",  "lob",   "launch", "use",    "plant",
        "drop", "detonate", "shoot", "fling", "spray",  "spread", "deploy"};
    return one_of(verb.lemma, kWith);
}

Words prepositions(const Coding& coding) {
    if (coding.type == "MOBILIZE") return kWhither;
    if (coding.mode == "withdraw" || coding.mode == "resign") return kLeft;
    return moves_own(coding) ? Words(kGiven) : Words(kOfAct);
}

class ThingFinder {
  public:
    ThingFinder(const Arguments& arguments, const SideFinder& sides, const NounClasses& classes)
        : arguments_(arguments),
          tree_(arguments.tree()),
          sides_(sides),
          kinds_(arguments, sides, classes) {}

    [[nodiscard]] MentionIndex of(const Reading& reading) const {
        const TokenIndex predicate = reading.predicate;
        MentionIndex found = kNobody;
        if (arguments_.is_verb(predicate)) {
            found = of_verb(predicate, reading, 0);
        } else if (arguments_.is_nominal(predicate)) {
            // *issued a warning to the convoy*: behind the noun itself.
            const bool praise = reading.coding.type == "SUPPORT";
            found = behind(predicate, praise ? Words(kOfPraise) : Words(kOfThing), reading);
        }
        return found == kNobody && refuses(reading.coding) ? employer(reading) : found;
    }

  private:
    [[nodiscard]] MentionIndex of_verb(TokenIndex verb, const Reading& reading, int depth) const {
        const TokenIndex object = arguments_.object(verb);
        const bool instrument = reading.coding.type == "ASSAULT" && has_instrument(tree_[verb]);
        if (object != kNoToken && !moves_own(reading.coding) && !instrument) {
            const MentionIndex laid_on = behind(object, kMeasuresOn, reading);
            if (laid_on != kNobody) return laid_on;
            if (const MentionIndex found = thing(object, reading); found != kNobody) return found;
            // *imposed a ban on rallies*: the object is the act itself.
            const MentionIndex behind_it = behind(object, kOfThing, reading);
            if (behind_it != kNobody) return behind_it;
        }
        const MentionIndex behind_it = behind(verb, prepositions(reading.coding), reading);
        if (behind_it != kNobody) return behind_it;
        if (depth >= kMaxClauses) return kNobody;
        for (const auto& clause : arguments_.clauses(verb)) {
            if (clause.form == Arguments::ClauseForm::That) continue;
            if (!arguments_.is_verb(clause.head)) continue;
            // *refused to allow the plane to land*
            const TokenIndex other = tree_.child(clause.head, "nsubj");
            const MentionIndex let = other == kNoToken ? kNobody : thing(other, reading);
            if (let != kNobody) return let;
            const MentionIndex found = of_verb(clause.head, reading, depth + 1);
            if (found != kNobody) return found;
        }
        return kNobody;
    }

    [[nodiscard]] MentionIndex behind(TokenIndex word, Words prepositions,
                                      const Reading& reading) const {
        for (const std::string_view preposition : prepositions) {
            for (const TokenIndex c : tree_.children(word)) {
                if (c < word || tree_[c].dep != "prep" || tree_[c].lower != preposition) continue;
                TokenIndex object = tree_.child(c, "pobj");
                // *pulled out of the valley*
                const TokenIndex of = tree_.child(c, "prep");
                if (object == kNoToken && of != kNoToken) object = tree_.child(of, "pobj");
                const MentionIndex found = object == kNoToken ? kNobody : thing(object, reading);
                if (found != kNobody) return found;
            }
        }
        return kNobody;
    }

    /// *Workers at the mine went on strike*: against whoever runs it.
    [[nodiscard]] MentionIndex employer(const Reading& reading) const {
        const ActorMention& strikers = sides_.mentions().mentions[reading.sources.front()];
        return behind(strikers.head, kWork, reading);
    }

    /// The phrase, unless it is an actor, a time, somebody's own or part of the event's words.
    [[nodiscard]] MentionIndex thing(TokenIndex noun, const Reading& reading) const {
        // *on high alert*: how ready, not where.
        static constexpr std::array<std::string_view, 5> kStates{"alert", "standby", "footing",
                                                                 "readiness", "strike"};
        // *refused to take part*, *will not take a step back*: part of what the verb says.
        static constexpr std::array<std::string_view, 20> kCarried{
            "part",   "step",   "place", "turn",  "note",    "time",   "look",
            "role",   "care",   "stand", "heed",  "account", "course", "board",
            "breath", "refuge", "way",   "sight", "shelter", "asylum"};
        const MentionIndex found = sides_.weak(noun);
        if (found == kNobody || is_long_time(tree_, noun)) return kNobody;
        if (one_of(tree_[noun].lemma, kStates) || one_of(tree_[noun].lemma, kCarried)) {
            return kNobody;
        }
        // *imposed a curfew*; but *rallied against the law* names what it is against, and a rally
        // that is broken up stands for those who hold it.
        const Span word = tree_[noun].span;
        const bool own_word = word.start < reading.anchor.end && reading.anchor.start < word.end;
        const bool against = reading.coding.type == "PROTEST" && tree_[noun].dep != "nsubj";
        if (own_word && !against && !kinds_.is_broken_up(noun, reading)) return kNobody;
        const TokenIndex owner = arguments_.possessor(noun);
        if (owner != kNoToken && tree_[owner].pos == Pos::Pron) return kNobody;
        const auto names = names_from(tree_.parse(), noun);
        const bool time = !names.empty() && names.front().first <= noun &&
                          (names.front().label == "DATE" || names.front().label == "TIME");
        return time ? kNobody : found;
    }

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const SideFinder& sides_;
    ThingKinds kinds_;
};

}  // namespace

void name_things(const Arguments& arguments, const SideFinder& sides, const NounClasses& classes,
                 std::vector<Reading>& readings) {
    const ThingFinder things(arguments, sides, classes);
    const ThingKinds kinds(arguments, sides, classes);
    const ThingOwners owners(arguments, sides);
    for (Reading& reading : readings) {
        kinds.drop_unfit(reading);
        owners.name(reading);
        if (!reading.targets.empty() || reading.sources.empty() || reading.is_paired()) continue;
        if (reading.coding.mode == "meet")
            continue;  // *will not negotiate with a gun on the table*
        if (reading.needs_no_target) continue;
        if (reading.coding.type == "CONSULT") continue;  // nobody meets a thing
        // *Chad and Niger restored their cooperation*: with each other.
        static constexpr std::array<std::string_view, 3> kMutual{"AGREE", "SUPPORT", "COOPERATE"};
        if (reading.sources.size() > 1 && one_of(reading.coding.type, kMutual)) continue;
        const MentionIndex thing = things.of(reading);
        if (thing == kNobody || !kinds.may_stand(thing, reading)) continue;
        reading.targets = {thing};
        reading.at_thing = true;
        owners.name(reading);
    }
}

}  // namespace tidings::coding
