#include "coding/predicates.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "coding/quotations.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxDepth = 6;
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

/// *An attack on the fleet would trigger the pact*, *any attack will bring a response*: what must
/// happen first, not what is announced.
bool is_mere_condition(const SyntaxTree& tree, TokenIndex noun) {
    if (tree[noun].dep != "nsubj" && tree[noun].dep != "nsubjpass") return false;
    const TokenIndex article = tree.child(noun, "det");
    const TokenIndex modal = tree.child(tree.head(noun), "aux");
    if (article == kNoToken || modal == kNoToken) return false;
    const bool any = tree[article].lower == "any";
    const bool one = tree[article].lower == "a" || tree[article].lower == "an";
    return (any && (tree[modal].lower == "will" || tree[modal].lower == "would")) ||
           (one && tree[modal].lower == "would");
}

/// In a clause that only tells when something else will be: *after the troops leave*.
bool is_presupposed(const SyntaxTree& tree, TokenIndex verb) {
    static constexpr std::array<std::string_view, 4> kWhen{"after", "before", "once", "when"};
    if (tree[verb].dep != "advcl" || tree.has_child(verb, "aux")) return false;
    const auto words = tree.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree[c].dep == "mark" || tree[c].dep == "advmod") && c < verb &&
               one_of(tree[c].lower, kWhen);
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

bool keeps_its_topic(const std::string& type) {
    return type == "ACCUSE" || type == "SUPPORT";
}

bool needs_source(const std::string& type) {
    return type == "REQUEST" || type == "ACCUSE" || type == "REJECT" || type == "THREATEN" ||
           type == "SUPPORT" || type == "AGREE" || type == "CONSULT" || type == "CONCEDE";
}

PredicateReader::PredicateReader(const Report& report, const Arguments& arguments,
                                 const SideFinder& sides, const EventLexiconData& lexicon,
                                 std::vector<Trace>* trace)
    : report_(report),
      arguments_(arguments),
      tree_(arguments.tree()),
      sides_(sides),
      lexicon_(lexicon),
      matcher_(arguments, sides, lexicon),
      status_(arguments, lexicon.status_words),
      trace_(trace) {}

void PredicateReader::note(TokenIndex predicate, const Rule* rule, bool accepted,
                           std::string reason) {
    if (trace_ == nullptr) return;
    Trace entry;
    entry.span = tree_[predicate].span;
    entry.sentence = tree_[predicate].sentence;
    if (rule != nullptr) {
        entry.rule = rule->id;
        entry.where = rule->where;
    }
    entry.accepted = accepted;
    entry.reason = std::move(reason);
    trace_->push_back(std::move(entry));
}

std::vector<Reading> PredicateReader::read_all() {
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
        const Sentence& sentence = tree_.parse().sentences[tree_[t].sentence];
        if (sentence.last - sentence.first <= kMaxSentence) (void)read(t, 0);
    }
    std::vector<Reading> all;
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
        const auto found = readings_.find(t);
        if (found == readings_.end() || found->second.empty()) {
            const std::size_t before = all.size();
            demand_plainly(t, all);
            if (all.size() == before) deny_plainly(t, all);
            charge_plainly(t, all);
            continue;
        }
        if (taken_.contains(t)) {
            note(t, nullptr, false, "part of the event of a word above it");
            continue;
        }
        for (Reading reading : found->second) {
            allege(reading);
            demand(reading);
            address(reading);
            all.push_back(reading);
            announce(all.back());
            continue_in_progress(all.back());
        }
    }
    return all;
}

void PredicateReader::note_accusation(const RuleMatch& match, TokenIndex predicate,
                                      const Reading& reading) {
    if (reading.coding.type != "ACCUSE" || reading.coding.mode != "allege") return;
    std::vector<TokenIndex> topics = match.named;
    topics.insert(topics.end(), match.events.begin(), match.events.end());
    topics.insert(topics.end(), match.clauses.begin(), match.clauses.end());
    for (const char* preposition : {"of", "for", "over", "with"}) {
        const auto found = arguments_.prepositional(predicate, preposition);
        topics.insert(topics.end(), found.begin(), found.end());
    }
    for (const TokenIndex c : tree_.children(predicate)) {  // *holds Kyiv responsible for*
        if (tree_[c].dep != "acomp" && tree_[c].dep != "oprd") continue;
        const auto found = arguments_.prepositional(c, "for");
        topics.insert(topics.end(), found.begin(), found.end());
    }
    for (const TokenIndex t : topics) {
        for (const TokenIndex each : arguments_.coordinated(t)) {
            accusations_[each] = {reading.sources, reading.targets};
        }
    }
}

void PredicateReader::allege(Reading& reading) const {
    const auto found = accusations_.find(reading.predicate);
    const bool open =
        reading.status == EventStatus::Actual || reading.status == EventStatus::Alleged;
    if (found == accusations_.end() || !open) return;
    if (needs_source(reading.coding.type)) return;  // what is said is known from its speaker
    reading.status = EventStatus::Alleged;
    reading.accusers = found->second.accusers;
    // Without anybody whom it was done to it is no particular act (*accused Iran of spying*), but
    // for one that is known (*blamed Iran for the bombing*).
    const bool known =
        !arguments_.is_verb(reading.predicate) && is_definite(tree_, reading.predicate);
    if (reading.sources.empty() && (known || !reading.targets.empty())) {
        reading.sources = found->second.accused;
        // *pinned the attack on Kyiv*, which the parser may hang on *attack*
        if (known) reading.targets = other_than(reading.targets, reading.sources);
    }
}

/// *is shelling the town* goes on; *is demanding talks* has been said.
void PredicateReader::continue_in_progress(Reading& reading) const {
    if (reading.status != EventStatus::Actual) return;
    // *has cut the internet since Thursday*: what was taken away is still gone.
    if ((reading.coding.type == "COERCE" && status_.lasts(reading.predicate)) ||
        status_.recurs(reading.predicate)) {
        reading.status = EventStatus::Ongoing;
        return;
    }
    const bool said = needs_source(reading.coding.type) && reading.coding.type != "CONSULT" &&
                      reading.coding.type != "CONCEDE" && reading.coding.mode != "investigate";
    if (said) {
        const TokenIndex verb = reading.predicate;
        // *is refusing to sign*, *are signing the pact*: unlike *is demanding talks*.
        const bool lasts = reading.coding.type == "REJECT" || reading.coding.type == "SUPPORT";
        const bool goes_on = arguments_.is_verb(verb) &&
                             (status_.has_gone_on(verb) || (lasts && status_.is_in_progress(verb)));
        if (goes_on) reading.status = EventStatus::Ongoing;
        return;
    }
    TokenIndex verb = reading.predicate;
    if (!arguments_.is_verb(verb)) verb = matcher_.carrier(verb);
    const bool goes_on =
        verb != kNoToken && (status_.is_in_progress(verb) || status_.is_being(verb));
    if (goes_on) reading.status = EventStatus::Ongoing;
}

void PredicateReader::announce(Reading& reading) const {
    if (is_mere_condition(tree_, reading.predicate)) {
        reading.status = EventStatus::Possible;
        reading.unreal = true;
        // Whoever warns of it is not whoever may do it; *a Russian attack* says who.
        std::erase_if(reading.sources, [&](MentionIndex source) {
            return !tree_.is_under(sides_.mentions().mentions[source].head, reading.predicate);
        });
        return;
    }
    // *will stay after the troops leave Chad*: taken for known, and announced by nobody.
    if (is_presupposed(tree_, reading.predicate)) return;
    std::string op;
    if (reading.announced && reading.status == EventStatus::Negated) {
        op = "refuse";
    } else if ((reading.announced && reading.status == EventStatus::Planned) ||
               is_veiled_threat(reading)) {
        op = "announce";
    } else if (reading.status == EventStatus::Planned) {
        op = "plan";
    } else {
        return;
    }
    if (op == "refuse" && (reading.coding.type == "REQUEST" || reading.coding.type == "ACCUSE" ||
                           reading.coding.type == "ASSAULT" || reading.coding.type == "COERCE" ||
                           reading.coding.type == "SANCTION")) {
        return;
    }
    const CompositionRow* row = lexicon_.ontology.compose(op, &reading.coding);
    if (row == nullptr || row->outer.type.empty()) return;
    // *An airlift of food to Sudan is planned*: nobody's word, but the act is.
    if (op != "refuse" && reading.sources.empty() && needs_source(row->outer.type) &&
        row->outer.type != "THREATEN") {
        return;
    }
    const bool threat = row->outer.type == "THREATEN";
    // A threat is made known to somebody; what the report itself foresees is planned.
    const auto& mentions = sides_.mentions();
    const bool at_nobody = std::all_of(
        reading.targets.begin(), reading.targets.end(),
        [&](MentionIndex target) { return mentions.actors[mentions.mentions[target].actor].weak; });
    if (threat && at_nobody &&
        innermost_quote(sides_.mentions(), tree_[reading.predicate].span) == nullptr) {
        reading.status = EventStatus::Planned;
        return;
    }
    reading.coding = row->outer;
    if (op == "announce") take_speaker(reading);
    if (threat && reading.targets.empty()) {
        reading.targets = condition_party(reading.predicate, reading.sources, true);
    }
    // What is scheduled is agreed and still to come; so is what others foretell. A threat that was
    // spoken, and a refusal, has been made.
    const bool to_come =
        op != "refuse" && (reading.coding.type == "AGREE" || reading.coding.type == "CONCEDE" ||
                           (threat && !is_own_word(reading)));
    reading.status = to_come ? EventStatus::Planned : EventStatus::Actual;
    reading.why.push_back("composition:" + op + ":" + row->inner);
}

/// *Iran said that it would attack*: told by whoever is to do it, or by somebody of its country.
bool PredicateReader::is_own_word(const Reading& reading) const {
    const Mentions& mentions = sides_.mentions();
    const Quote* quote = innermost_quote(mentions, tree_[reading.predicate].span);
    if (quote == nullptr) return false;
    if (quote->speaker == kNoActor) return true;
    const std::string& country = mentions.actors[quote->speaker].country;
    return std::any_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex source) {
        const ActorIndex doer = mentions.mentions[source].actor;
        return doer == quote->speaker ||
               (!country.empty() && mentions.actors[doer].country == country);
    });
}

const std::vector<Reading>& PredicateReader::read(TokenIndex predicate, int depth) {
    static const std::vector<Reading> kNothing;
    if (const auto found = readings_.find(predicate); found != readings_.end())
        return found->second;
    if (depth > kMaxDepth || !in_progress_.insert(predicate).second) return kNothing;
    std::vector<Rejection> rejections;
    const RuleMatch match = matcher_.match(predicate, trace_ != nullptr ? &rejections : nullptr);
    for (const Rejection& rejection : rejections) {
        note(predicate, rejection.rule, false, rejection.reason);
    }
    std::vector<Reading> out;
    if (match.rule != nullptr) apply(match, predicate, depth, out);
    in_progress_.erase(predicate);
    return readings_[predicate] = std::move(out);
}

void PredicateReader::apply(const RuleMatch& match, TokenIndex predicate, int depth,
                            std::vector<Reading>& out) {
    switch (match.rule->action.kind) {
        case ActionKind::None:
            note(predicate, match.rule, false, "this reading is no event");
            return;
        case ActionKind::Code:
            apply_code(match, predicate, depth, out);
            break;
        case ActionKind::Compose:
            apply_compose(match, predicate, depth, out);
            break;
        case ActionKind::Through:
            apply_through(match, predicate, depth, out);
            break;
    }
    note(predicate, match.rule, !out.empty(),
         out.empty() ? "no event in its complement" : "taken: " + out.front().coding.type);
}

Realis PredicateReader::status_of(TokenIndex predicate, PredicatePos pos) const {
    if (pos == PredicatePos::Adjective && !tree_.is_root(predicate)) {
        return status_.read(predicate, tree_.head(predicate));
    }
    if (pos != PredicatePos::Noun) return status_.read(predicate, kNoToken);
    const TokenIndex teller = matcher_.teller(predicate);
    return status_.read(predicate,
                        teller != kNoToken ? teller : matcher_.carrying_clause(predicate));
}

/// *the men held since May were freed*: told in a clause that only describes or dates something.
bool PredicateReader::is_background(TokenIndex predicate, PredicatePos pos) const {
    TokenIndex at = predicate;
    if (pos != PredicatePos::Verb) {
        const TokenIndex verb = matcher_.teller(predicate);
        if (verb == kNoToken) return true;
        at = verb;
    }
    for (int steps = 0; steps < 4 && !tree_.is_root(at); ++steps) {
        const std::string_view dep = tree_[at].dep;
        if (dep == "relcl" || dep == "acl") return true;
        if (dep == "advcl") return tree_.has_child(at, "mark") || tree_.has_child(at, "advmod");
        if (dep == "pcomp") return true;
        at = tree_.head(at);
    }
    return false;
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

void PredicateReader::apply_code(const RuleMatch& match, TokenIndex predicate, int depth,
                                 std::vector<Reading>& out) {
    const Action& action = match.rule->action;
    std::vector<Reading> inner_readings;
    for (const TokenIndex t : match.events) {
        const auto& found = read(t, depth + 1);
        inner_readings.insert(inner_readings.end(), found.begin(), found.end());
    }
    for (const TokenIndex t : match.clauses) {
        const auto& found = read(t, depth + 1);
        inner_readings.insert(inner_readings.end(), found.begin(), found.end());
    }
    Reading reading;
    reading.background = is_background(predicate, match.pos);
    reading.coding = action.coding;
    reading.contexts = action.contexts;
    reading.predicate = predicate;
    reading.anchor = anchor_of(match, predicate);
    reading.mutual = match.rule->mutual;
    reading.needs_no_target = leaves_target_empty(*match.rule);
    reading.why.push_back(match.rule->id);
    const Realis realis = status_of(predicate, match.pos);
    reading.status = realis.status;
    reading.unreal = realis.unreal;
    const bool judged = std::any_of(match.rule->source.begin(), match.rule->source.end(),
                                    [](const Slot& s) { return s.kind == SlotKind::Speaker; });
    const bool asked = asks_for(*match.rule, SlotKind::Particle, "not");
    if (judged && !asked && is_left_unsaid(match, predicate)) return;
    if (is_done_by_idea(match, predicate)) return;
    if (judged && reading.status == EventStatus::Negated && match.pos != PredicatePos::Noun &&
        reading.coding.type == "ACCUSE" && !is_said(*match.rule, reading.status)) {
        return;
    }
    reading.judged = judged;
    const bool held = reading.status == EventStatus::Alleged && is_held_by_somebody(predicate);
    if (judged && held) reading.status = EventStatus::Actual;  // *they believe that he is guilty*
    // *such a move would be unacceptable*, *whoever comes will be shot*, *"They tried to mislead
    // us," she said*: said all the same.
    const bool foreseen =
        reading.unreal || reading.status == EventStatus::Planned ||
        (reading.status == EventStatus::Failed && reading.coding.type == "ACCUSE");
    if (judged && foreseen) {
        reading.status = EventStatus::Actual;
        reading.unreal = false;
    }
    if (is_said(*match.rule, reading.status)) {
        reading.status = EventStatus::Actual;
        reading.unreal = false;
    }
    const TokenIndex told =
        match.pos == PredicatePos::Verb ? predicate : matcher_.teller(predicate);
    reading.announced = told != kNoToken && status_.is_announced(told);
    if (reading.status == EventStatus::Failed && match.pos == PredicatePos::Noun &&
        reading.coding.type == "CONSULT" && !reading.why.front().starts_with("consult:visit")) {
        reading.status = EventStatus::Actual;  // talks that failed have been held; no visit has
    }
    if (action.has_status && reading.status == EventStatus::Actual) reading.status = action.status;
    reading.sources = source_of(match, predicate, inner_readings);
    if (match.pos == PredicatePos::Noun && reading.status == EventStatus::Actual &&
        !reading.sources.empty() && reading.sources == suspects_of(match, predicate)) {
        reading.status = EventStatus::Alleged;
    }
    if (reading.sources.empty() && match.pos == PredicatePos::Verb && match.rule->source.empty()) {
        reading.sources = instrument_source(predicate, depth);
    }
    if (match.rule->mutual) {
        if (auto parties = parties_of(predicate); !parties.empty()) {
            reading.sources = std::move(parties);
            out.push_back(std::move(reading));
            return;
        }
    }
    if (each_to_other(predicate, reading, out)) return;
    reading.targets =
        target_of(match, predicate, inner_readings, reading.sources, reading.coding.type);
    if (reading.targets.empty() && are_partners(reading.sources, predicate, reading.coding.type)) {
        reading.mutual = true;
    }
    if (reading.coding.type == "PROTEST") turn_protesters(reading);
    const bool fight = reading.coding.type == "PROTEST" || reading.coding.type == "ASSAULT";
    if (reading.sources.empty() || fight) take_parties(reading);
    if (reading.targets.empty() && match.pos == PredicatePos::Noun && match.rule->target.empty()) {
        // *Soleimani's killing*: a possessor may be whom it is done to, if somebody else does it.
        const TokenIndex owner = arguments_.possessor(predicate);
        if (owner != kNoToken && reading.sources.empty()) reading.targets = sides_.actors(owner);
    }
    if (reading.sources.empty() && needs_source(action.coding.type)) {
        // *Talks between Mali and Niger are scheduled*: nobody says so; the talks themselves count.
        for (const TokenIndex t : match.named) {
            const auto& topic = read(t, depth + 1);
            if (!topic.empty() && !topic.front().sources.empty()) return;
        }
    }
    for (const TokenIndex t : match.named) {
        // *drew criticism from Chad*: the verb has told it.
        if (match.pos == PredicatePos::Verb && matcher_.receiver(t) != kNoToken) {
            const auto& received = read(t, depth + 1);
            const bool same =
                !received.empty() && received.front().coding.type == action.coding.type;
            if (same && !reading.sources.empty()) taken_.insert(t);
        }
        if (keeps_its_topic(action.coding.type)) break;
        // *rejected Australia's request*: the request has been made all the same.
        const auto& topic = read(t, depth + 1);
        // *broke up a march by miners*: they marched all the same.
        const bool others = !topic.empty() && !topic.front().sources.empty() &&
                            topic.front().sources != reading.sources;
        const bool was_said =
            action.coding.type == "REJECT" && others && needs_source(topic.front().coding.type);
        widen(reading, t, topic);
        const bool went_on = others && topic.front().coding.type == "PROTEST" &&
                             (action.coding.type == "COERCE" || action.coding.type == "ASSAULT");
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
