// What a rule that names a code makes of its predicate: status, sides, and the words it takes over.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/predicates.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kMaxAnchorGap = 4;  // tokens between the words of an anchor

/// True if the rule asks for that word in that slot: `particle not` holds only for negated words,
/// `modal will` for what is announced.
bool asks_for(const Rule& rule, SlotKind slot, std::string_view word) {
    return std::any_of(rule.conditions.begin(), rule.conditions.end(), [&](const Condition& c) {
        if (c.slot.kind != slot || c.mode != ConditionMode::Is) return false;
        return std::any_of(c.alternatives.begin(), c.alternatives.end(),
                           [&](const Atom& atom) { return atom.word == word; });
    });
}

}  // namespace

bool is_said(const Rule& rule, EventStatus status) {
    if (status == EventStatus::Negated) {
        const auto names = [&](const char* word) {
            return rule.id.find(word) != std::string::npos;
        };
        return asks_for(rule, SlotKind::Particle, "not") || names(":no_") || names("_no_") ||
               names("_no.") || names("_nowhere") || names("_nothing") || names("_none");
    }
    const bool to_come = status == EventStatus::Planned || status == EventStatus::Possible;
    // What is agreed is still to come; a threat and a refusal have been made.
    const std::string& type = rule.action.coding.type;
    return to_come && type != "AGREE" && type != "CONCEDE" &&
           asks_for(rule, SlotKind::Modal, "will");
}

Span PredicateReader::anchor_of(const RuleMatch& match, TokenIndex predicate) const {
    Span span = tree_[predicate].span;
    const std::uint32_t sentence = tree_[predicate].sentence;
    for (const TokenIndex word : match.words) {
        if (tree_[word].sentence != sentence) continue;
        // A far particle is not worth an anchor that covers half the sentence.
        if (std::max(word, predicate) - std::min(word, predicate) > kMaxAnchorGap) continue;
        span.start = std::min(span.start, tree_[word].span.start);
        span.end = std::max(span.end, tree_[word].span.end);
    }
    return span;
}

/// *killed in a U.S. airstrike*, *died in an attack by rebels*, *in clashes with rebels*: whoever
/// did the inner event, or fought in it on the other side.
std::vector<MentionIndex> PredicateReader::instrument_source(TokenIndex verb, int depth) {
    const TokenIndex done_to = arguments_.object(verb);
    const auto victims = done_to == kNoToken ? std::vector<MentionIndex>{} : sides_.actors(done_to);
    for (const char* preposition : {"in", "by", "during", "with"}) {
        for (const TokenIndex t : arguments_.prepositional(verb, preposition)) {
            if (!matcher_.is_event_noun(t)) continue;
            for (const Reading& reading : read(t, depth + 1)) {
                // *force was used during a march*: not by those who marched.
                if (reading.coding.type == "PROTEST" && reading.coding.mode != "riot") continue;
                auto found = other_than(reading.sources, victims);
                const bool fight = !arguments_.prepositional(t, "with").empty();
                if (found.empty() && fight) found = other_than(reading.targets, victims);
                if (found.empty()) continue;
                taken_.insert(t);
                return found;
            }
        }
    }
    return {};
}

/// *The party believes that he is guilty*: who believes it blames him.
bool PredicateReader::is_held_by_somebody(TokenIndex predicate) const {
    static constexpr std::array<std::string_view, 6> kHolding{"believe", "think",   "feel",
                                                              "suspect", "suppose", "reckon"};
    const TokenIndex clause = tree_[predicate].dep == "acomp" || tree_[predicate].dep == "attr"
                                  ? tree_.head(predicate)
                                  : predicate;
    const TokenIndex verb = tree_.head(clause);
    return tree_[clause].dep == "ccomp" && one_of(tree_[verb].lemma, kHolding) &&
           tree_.has_child(verb, "nsubj");
}

/// What the act is done about: events and clauses that the rule names.
std::vector<Reading> PredicateReader::named_events(const RuleMatch& match, int depth) {
    std::vector<Reading> readings;
    for (const auto* named : {&match.events, &match.clauses}) {
        for (const TokenIndex t : *named) {
            const auto& found = read(t, depth + 1);
            readings.insert(readings.end(), found.begin(), found.end());
        }
    }
    return readings;
}

/// The status that the words around the predicate give. False if they make it no event.
bool PredicateReader::settle_status(const RuleMatch& match, TokenIndex predicate,
                                    Reading& reading) const {
    const Rule& rule = *match.rule;
    const Realis realis = status_of(predicate, match.pos);
    reading.status = realis.status;
    reading.unreal = realis.unreal;
    reading.judged = std::any_of(rule.source.begin(), rule.source.end(),
                                 [](const Slot& s) { return s.kind == SlotKind::Speaker; });
    const bool accused = reading.coding.type == "ACCUSE";
    if (reading.judged) {
        const bool asked = asks_for(rule, SlotKind::Particle, "not");
        if (!asked && is_left_unsaid(match, predicate)) return false;
        if (reading.status == EventStatus::Negated && match.pos != PredicatePos::Noun && accused &&
            !is_said(rule, reading.status)) {
            return false;
        }
        const bool held = reading.status == EventStatus::Alleged && is_held_by_somebody(predicate);
        // *such a move would be unacceptable*, *whoever comes will be shot*, *"They tried to
        // mislead us," she said*, *they believe that he is guilty*: said all the same.
        const bool foreseen = reading.unreal || reading.status == EventStatus::Planned ||
                              (reading.status == EventStatus::Failed && accused);
        if (held) reading.status = EventStatus::Actual;
        if (foreseen) {
            reading.status = EventStatus::Actual;
            reading.unreal = false;
        }
    }
    if (is_done_by_idea(match, predicate)) return false;
    if (is_said(rule, reading.status)) {
        reading.status = EventStatus::Actual;
        reading.unreal = false;
    }
    const TokenIndex told =
        match.pos == PredicatePos::Verb ? predicate : matcher_.teller(predicate);
    reading.announced = told != kNoToken && status_.is_announced(told);
    if (reading.status == EventStatus::Failed && match.pos == PredicatePos::Noun &&
        reading.coding.type == "CONSULT" && !rule.id.starts_with("consult:visit")) {
        reading.status = EventStatus::Actual;  // talks that failed have been held; no visit has
    }
    if (rule.action.has_status && reading.status == EventStatus::Actual) {
        reading.status = rule.action.status;
    }
    return true;
}

/// Who does it: by the rule's path, by the deed that it was done with, or as a suspect.
void PredicateReader::settle_source(const RuleMatch& match, TokenIndex predicate, int depth,
                                    const std::vector<Reading>& inner_readings, Reading& reading) {
    reading.sources = source_of(match, predicate, inner_readings);
    if (match.pos == PredicatePos::Noun && reading.status == EventStatus::Actual &&
        !reading.sources.empty() && reading.sources == suspects_of(match, predicate)) {
        reading.status = EventStatus::Alleged;
    }
    if (reading.sources.empty() && match.pos == PredicatePos::Verb && match.rule->source.empty()) {
        reading.sources = instrument_source(predicate, depth);
    }
}

/// To whom it is done, and what that tells of the source.
void PredicateReader::settle_target(const RuleMatch& match, TokenIndex predicate,
                                    const std::vector<Reading>& inner_readings, Reading& reading) {
    const std::string& type = reading.coding.type;
    reading.targets = target_of(match, predicate, inner_readings, reading.sources, type);
    if (reading.targets.empty() && are_partners(reading.sources, predicate, type)) {
        reading.mutual = true;
    }
    if (type == "PROTEST") turn_protesters(reading);
    const bool fight = type == "PROTEST" || type == "ASSAULT";
    if (reading.sources.empty() || fight) take_parties(reading);
    if (reading.targets.empty() && match.pos == PredicatePos::Noun && match.rule->target.empty()) {
        // *Soleimani's killing*: a possessor may be whom it is done to, if somebody else does it.
        const TokenIndex owner = arguments_.possessor(predicate);
        if (owner != kNoToken && reading.sources.empty()) reading.targets = sides_.actors(owner);
    }
}

/// *Talks between Mali and Niger are scheduled*: nobody says so; the talks themselves count.
bool PredicateReader::is_told_by_topic(const RuleMatch& match, const Reading& reading, int depth) {
    if (!reading.sources.empty() || !needs_source(match.rule->action.coding.type)) return false;
    return std::any_of(match.named.begin(), match.named.end(), [&](TokenIndex t) {
        const auto& topic = read(t, depth + 1);
        return !topic.empty() && !topic.front().sources.empty();
    });
}

/// Takes over the nouns that the act is about (*rejected the request*, *drew criticism*), unless
/// they tell of an act of their own.
void PredicateReader::take_topics(const RuleMatch& match, int depth, Reading& reading) {
    const std::string& type = match.rule->action.coding.type;
    for (const TokenIndex t : match.named) {
        // *drew criticism from Chad*: the verb has told it.
        if (match.pos == PredicatePos::Verb && matcher_.receiver(t) != kNoToken) {
            const auto& received = read(t, depth + 1);
            const bool same = !received.empty() && received.front().coding.type == type;
            if (same && !reading.sources.empty()) taken_.insert(t);
        }
        if (keeps_its_topic(type)) return;
        const auto& topic = read(t, depth + 1);
        const bool others = !topic.empty() && !topic.front().sources.empty() &&
                            topic.front().sources != reading.sources;
        // *rejected Australia's request*: the request has been made all the same.
        const bool was_said = type == "REJECT" && others && needs_source(topic.front().coding.type);
        // *broke up a march by miners*: they marched all the same.
        const bool went_on = others && topic.front().coding.type == "PROTEST" &&
                             (type == "COERCE" || type == "ASSAULT");
        widen(reading, t, topic);
        if (!was_said && !went_on) taken_.insert(t);
        // *rejected the request to extradite him*: what is asked for belongs to the request; but a
        // denied act (*rejected claims that it had armed them*) is recorded as denied.
        for (const auto& clause : arguments_.clauses(t)) {
            if (!deny(clause.head, depth, reading.sources)) taken_.insert(clause.head);
        }
        for (const char* preposition : {"of", "in", "for"}) {  // *denied a role in the raid*
            for (const TokenIndex about : arguments_.prepositional(t, preposition)) {
                deny(about, depth, reading.sources);
            }
        }
    }
}

void PredicateReader::apply_code(const RuleMatch& match, TokenIndex predicate, int depth,
                                 std::vector<Reading>& out) {
    const Action& action = match.rule->action;
    const std::vector<Reading> inner_readings = named_events(match, depth);
    Reading reading;
    reading.background = is_background(predicate, match.pos);
    reading.coding = action.coding;
    reading.contexts = action.contexts;
    reading.predicate = predicate;
    reading.anchor = anchor_of(match, predicate);
    reading.mutual = match.rule->mutual;
    reading.needs_no_target = leaves_target_empty(*match.rule);
    reading.why.push_back(match.rule->id);
    if (!settle_status(match, predicate, reading)) return;
    settle_source(match, predicate, depth, inner_readings, reading);
    if (match.rule->mutual) {
        if (auto parties = parties_of(predicate); !parties.empty()) {
            reading.sources = std::move(parties);
            out.push_back(std::move(reading));
            return;
        }
    }
    if (each_to_other(predicate, reading, out)) return;
    settle_target(match, predicate, inner_readings, reading);
    if (is_told_by_topic(match, reading, depth)) return;
    take_topics(match, depth, reading);
    for (const TokenIndex word : match.words) {  // *failed to agree on sanctions*
        if (arguments_.is_verb(word) && word != predicate) taken_.insert(word);
    }
    note_accusation(match, predicate, reading);
    if (is_attack_with_words(reading)) return;
    out.push_back(std::move(reading));
    if (!action.also.type.empty()) {  // *sentenced to ten years in prison*: convicted and held
        out.push_back(out.back());
        out.back().coding = action.also;
    }
}

/// *called a nationwide strike*: the noun tells what is done, unless it tells of another act.
void PredicateReader::widen(Reading& reading, TokenIndex noun,
                            const std::vector<Reading>& topic) const {
    const bool near = noun > reading.predicate && noun - reading.predicate <= kMaxAnchorGap;
    const Token& word = tree_[noun];
    const bool object = word.dep == "dobj" && word.head == reading.predicate;
    // *resorted to strikes*; but *killed in a raid* tells how.
    static constexpr std::array<std::string_view, 6> kWhereAndHow{"in",     "at",    "by",
                                                                  "during", "after", "before"};
    const bool behind = word.dep == "pobj" && tree_.head(word.head) == reading.predicate &&
                        !one_of(tree_[word.head].lower, kWhereAndHow);
    if (!near || !(object || behind)) return;
    if (!matcher_.is_event_noun(noun) || sides_.direct(noun) != Mentions::kNoMention) return;
    if (!topic.empty() && topic.front().coding.type != reading.coding.type) return;
    if (topic.empty() && needs_source(reading.coding.type)) return;
    reading.anchor.end = std::max(reading.anchor.end, tree_[noun].span.end);
}

/// *Ties between Chad and Niger were cut*, *a clash between miners and police*: the parties of a
/// thing that is broken by nobody named, or of an event noun; of *talks between Chad and the
/// powers* the one of whom something is known.
void PredicateReader::take_parties(Reading& reading) const {
    for (const TokenIndex t : arguments_.prepositional(reading.predicate, "between")) {
        const auto parties = sides_.actors(t);
        if (parties.size() == 2) {
            reading.sources = {parties.front()};
            reading.targets = {parties.back()};
            return;
        }
        const auto named = arguments_.coordinated(t);
        if (parties.size() != 1 || named.size() < 2) continue;
        if (!reading.mutual || !reading.sources.empty()) continue;
        reading.sources = parties;
        for (const TokenIndex other : named) {
            const MentionIndex m = sides_.weak(other);
            if (m != Mentions::kNoMention && m != parties.front()) reading.targets = {m};
        }
    }
}

/// *India and Pakistan blamed each other*: two events, one each way.
bool PredicateReader::each_to_other(TokenIndex verb, const Reading& reading,
                                    std::vector<Reading>& out) const {
    if (reading.mutual || reading.sources.size() != 2 || !arguments_.is_verb(verb)) return false;
    const auto means_both = [&](TokenIndex t) {
        if (t == kNoToken || t == 0) return false;
        // *attacked each other's records*
        if (tree_[t].lower != "other" && arguments_.possessor(t) != kNoToken) {
            t = arguments_.possessor(t);
        }
        const std::string_view before = tree_[t - 1].lower;
        const std::string_view after = t + 1 < tree_.size() ? tree_[t + 1].lower : "";
        return (tree_[t].lower == "other" && before == "each") ||
               (tree_[t].lower == "another" && before == "one") ||
               (tree_[t].lower == "one" && after == "another");
    };
    bool both = means_both(arguments_.object(verb));
    for (const char* preposition : {"at", "against", "on", "to", "with"}) {
        for (const TokenIndex t : arguments_.prepositional(verb, preposition)) {
            both = both || means_both(t);
        }
    }
    if (!both) return false;
    for (const std::size_t first : {0U, 1U}) {
        Reading way = reading;
        way.sources = {reading.sources[first]};
        way.targets = {reading.sources[1 - first]};
        out.push_back(std::move(way));
    }
    return true;
}

/// Whether an act is denied; who denies it is the doer if nobody else is named.
bool PredicateReader::deny(TokenIndex act, int depth, const std::vector<MentionIndex>& deniers) {
    if (read(act, depth + 1).empty()) {
        return status_.read(act, kNoToken).status == EventStatus::Denied;
    }
    bool denied = false;
    for (Reading& reading : readings_[act]) {
        denied = denied || reading.status == EventStatus::Denied;
        if (reading.status == EventStatus::Denied && reading.sources.empty()) {
            reading.sources = other_than(deniers, reading.targets);
        }
    }
    return denied;
}

}  // namespace tidings::coding
