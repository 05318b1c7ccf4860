#include "coding/predicates.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "coding/quotations.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxTries = 4;  // rules of one predicate without an event in its complement
constexpr int kMaxDepth = 6;

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
    // What a verb tells of its complement (*denied bombing*) was noted before or with the verb.
    std::stable_sort(all.begin(), all.end(), [](const Reading& a, const Reading& b) {
        return a.anchor.start < b.anchor.start;
    });
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
    auto found = accusations_.find(reading.predicate);
    // *accused of starving the town by blocking aid*: how it was done is no surer.
    const TokenIndex by = tree_.head(reading.predicate);
    if (found == accusations_.end() && tree_[reading.predicate].dep == "pcomp" &&
        tree_[by].lower == "by") {
        found = accusations_.find(tree_.head(by));
    }
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
    // *police will be deployed at the polls*: the act itself is made known
    const bool itself = row->outer.type == reading.coding.type;
    reading.coding = row->outer;
    if (op == "announce") take_speaker(reading);
    if (threat && reading.targets.empty()) {
        reading.targets = condition_party(reading.predicate, reading.sources, true);
    }
    // What is scheduled is agreed and still to come; so is what others foretell. A threat that was
    // spoken, and a refusal, has been made.
    const bool to_come =
        op != "refuse" && (reading.coding.type == "AGREE" || reading.coding.type == "CONCEDE" ||
                           itself || (threat && !is_own_word(reading)));
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
    std::vector<const Rule*> passed;
    std::vector<Reading> out;
    // *restored the right to march*, *restored trains to Chad*: a rule that waits for an event in
    // the complement leaves its verb to others where there is none.
    for (int tries = 0; tries < kMaxTries; ++tries) {
        const RuleMatch match = matcher_.match(
            predicate, trace_ != nullptr && tries == 0 ? &rejections : nullptr, passed);
        for (const Rejection& rejection : rejections) {
            note(predicate, rejection.rule, false, rejection.reason);
        }
        rejections.clear();
        if (match.rule == nullptr) break;
        if (match.pos == PredicatePos::Noun && names_people(predicate)) {
            note(predicate, match.rule, false, "says only what people are called");
            break;
        }
        apply(match, predicate, depth, out);
        const ActionKind kind = match.rule->action.kind;
        if (!out.empty() || kind == ActionKind::None || kind == ActionKind::Code) break;
        passed.push_back(match.rule);
    }
    in_progress_.erase(predicate);
    return readings_[predicate] = std::move(out);
}

/// *ceasefire monitors*, *the protest leader*: part of what people are called by.
bool PredicateReader::names_people(TokenIndex noun) const {
    const TokenIndex people = tree_.head(noun);
    return tree_[noun].dep == "compound" && people > noun &&
           (matcher_.in_class(people, "human") || matcher_.in_class(people, "inspector"));
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

}  // namespace tidings::coding
