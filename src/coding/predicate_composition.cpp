// What words like *threaten*, *agree* and *stop* make of the event in their complement.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/predicates.hpp"

namespace tidings::coding {

namespace {

constexpr int kInnerBudget = 2;  // words between an operator and the event it speaks of

/// *tried to prevent raids*, *failed to address the violence*: verbs whose object others did.
constexpr std::array<std::string_view, 30> kOfOthers{
    "prevent",    "avert",    "avoid",   "forestall",   "deter",    "thwart",  "foil",    "address",
    "tackle",     "combat",   "counter", "curb",        "quell",    "contain", "explain", "justify",
    "understand", "survive",  "escape",  "investigate", "document", "witness", "excuse",  "resist",
    "mitigate",   "preclude", "fight",   "battle",      "avenge",   "condemn"};

}  // namespace

/// *(tried to find out) whether it fired*, *(to say) who left*: not an act of who asks or knows.
bool PredicateReader::asks(TokenIndex clause) const {
    const auto words = tree_.children(clause);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view tag = tree_[c].tag;
        return c < clause && (tree_[c].lower == "whether" || tag == "WP" || tag == "WRB");
    });
}

void PredicateReader::collect_inner(TokenIndex token, int depth, int budget,
                                    std::vector<Reading>& out) {
    if (budget < 0) return;
    // What a word in between took over and made nothing of (*guilty of threatening to murder*).
    if (budget < kInnerBudget && taken_.contains(token)) return;
    const auto& found = read(token, depth + 1);
    if (!found.empty()) {
        taken_.insert(token);
        out.insert(out.end(), found.begin(), found.end());
        return;
    }
    if (!arguments_.is_verb(token)) return;
    // *agreed to hold talks*: a verb that is no event carries one.
    const std::size_t before = out.size();
    const TokenIndex object =
        one_of(tree_[token].lemma, kOfOthers) ? kNoToken : arguments_.object(token);
    if (object != kNoToken) {
        for (const TokenIndex t : arguments_.coordinated(object)) {
            if (matcher_.is_event_noun(t)) collect_inner(t, depth + 1, budget - 1, out);
        }
    }
    if (out.size() > before) return;
    // *denied there had been a raid*
    const TokenIndex told =
        tree_.has_child(token, "expl") ? tree_.child(token, "attr") : TokenIndex{kNoToken};
    if (told != kNoToken && matcher_.is_event_noun(told)) {
        collect_inner(told, depth + 1, budget - 1, out);
    }
    if (out.size() > before) return;
    for (const auto& clause : arguments_.clauses(token)) {
        if (!asks(clause.head)) collect_inner(clause.head, depth + 1, budget - 1, out);
    }
    if (out.size() > before) return;
    for (const char* preposition : {"in", "into", "to", "with", "for"}) {
        for (const TokenIndex t : arguments_.prepositional(token, preposition)) {
            if (matcher_.is_event_noun(t)) collect_inner(t, depth + 1, budget - 1, out);
            if (out.size() > before) return;
        }
    }
}

std::vector<Reading> PredicateReader::inner(const RuleMatch& match, TokenIndex predicate,
                                            int depth) {
    std::vector<Reading> out;
    std::vector<TokenIndex> heads = match.clauses;
    heads.insert(heads.end(), match.events.begin(), match.events.end());
    if (heads.empty()) {
        for (const auto& clause : arguments_.clauses(predicate)) heads.push_back(clause.head);
    }
    for (const TokenIndex head : heads) collect_inner(head, depth, kInnerBudget, out);
    return out;
}

/// *Two ministers will meet, their spokesman announced*: the act is not the announcer's own.
bool PredicateReader::tells_of_others(const RuleMatch& match, TokenIndex predicate,
                                      const std::vector<Reading>& inner_readings) {
    if (match.pos != PredicatePos::Verb || inner_readings.empty()) return false;
    const auto& doers = inner_readings.front().sources;
    if (doers.empty()) return false;
    bool has_own_subject = false;
    for (const TokenIndex t : match.clauses) {
        has_own_subject = has_own_subject || tree_.has_child(t, "nsubj");
    }
    return has_own_subject && !other_than(doers, source_of(match, predicate, {})).empty();
}

/// *vowed not to negotiate* refuses, *promised not to attack* agrees: the operator that a word for
/// a promise becomes where the act is not to be done; empty if it is.
std::string_view PredicateReader::forswears(std::string_view op,
                                            const std::vector<Reading>& inner_readings) const {
    static constexpr std::array<std::string_view, 3> kPromising{"promise", "vow", "agree"};
    static constexpr std::array<std::string_view, 6> kHarm{"ASSAULT",  "COERCE",   "SANCTION",
                                                           "MOBILIZE", "THREATEN", "PROTEST"};
    if (!one_of(op, kPromising) || inner_readings.empty()) return {};
    const Reading& inner = inner_readings.front();
    if (!tree_.has_child(inner.predicate, "neg")) return {};
    if (one_of(inner.coding.type, kHarm)) return "agree";
    static constexpr std::array<std::string_view, 6> kGiven{"CONSULT", "AID",     "COOPERATE",
                                                            "CONCEDE", "RETREAT", "SUPPORT"};
    return one_of(inner.coding.type, kGiven) ? "refuse" : std::string_view();
}

/// What a verb of saying or ending tells of the act itself rather than doing anything with it:
/// *insists that it did not fire*, *has not stopped shelling*, *nobody denies that it fired*.
bool PredicateReader::tells_fact(const RuleMatch& match, TokenIndex predicate, const Realis& realis,
                                 const std::vector<MentionIndex>& sources,
                                 std::vector<Reading>& inner_readings) const {
    if (inner_readings.empty()) return false;
    const Action& action = match.rule->action;
    const bool undone = realis.status == EventStatus::Negated && !status_.is_announced(predicate);
    if (undone && action.op == "stop") {
        for (Reading& reading : inner_readings) reading.status = EventStatus::Ongoing;
        return true;
    }
    if (undone && (action.op == "refuse" || action.op == "reject") &&
        status_.undone(predicate, EventStatus::Negated) == EventStatus::Possible) {
        for (Reading& reading : inner_readings) {  // *has not ruled out a raid*
            reading.status = EventStatus::Possible;
            if (reading.sources.empty()) reading.sources = sources;
        }
        return true;
    }
    if (undone && action.keep_inner && action.status == EventStatus::Denied) {
        for (Reading& reading : inner_readings) reading.status = EventStatus::Actual;
        return true;
    }
    const bool says = action.op == "demand" || action.op == "vow" || action.op == "promise" ||
                      action.op == "warn" || action.op == "threaten" || action.op == "declare";
    if (!says || match.clauses.empty() || !status_.is_told_as_past(match.clauses.front())) {
        return false;
    }
    for (Reading& reading : inner_readings) {  // *swore that he had not looted it*
        if (reading.status == EventStatus::Negated && action.op != "warn") {
            reading.status = EventStatus::Denied;
        }
    }
    return true;
}

/// *warned that it would let them go*, *warned that they will join the stoppage*: whatever it is,
/// who warns of an act of his own threatens it; but what will befall him is none.
bool PredicateReader::tells_own_plan(const RuleMatch& match,
                                     const std::vector<MentionIndex>& sources) const {
    static constexpr std::array<std::string_view, 12> kBefalls{"be",     "have", "lose", "face",
                                                               "suffer", "need", "cost", "become",
                                                               "get",    "fail", "miss", "see"};
    return std::any_of(match.clauses.begin(), match.clauses.end(), [&](TokenIndex verb) {
        const TokenIndex subject = tree_.child(verb, "nsubj");
        if (subject == kNoToken || !will_not(verb) || tree_.has_child(verb, "neg")) return false;
        if (!tree_.has_child(verb, "dobj") && !tree_.has_child(verb, "ccomp")) return false;
        if (std::find(kBefalls.begin(), kBefalls.end(), tree_[verb].lemma) != kBefalls.end()) {
            return false;
        }
        const auto& mentions = sides_.mentions().mentions;
        const auto doers = sides_.actors(subject);
        return !doers.empty() && std::any_of(sources.begin(), sources.end(), [&](MentionIndex s) {
            return mentions[s].actor == mentions[doers.front()].actor;
        });
    });
}

/// *Talks are scheduled for Monday*, *the strike was called off*: nobody is named who says so, and
/// the words tell how it stands with the act.
/// `undone`: the words are negated themselves (*cannot be ruled out*).
bool PredicateReader::tells_no_speaker(std::string_view op, bool undone,
                                       std::vector<Reading>& inner_readings) {
    const bool whole =
        std::any_of(inner_readings.begin(), inner_readings.end(), [](const Reading& reading) {
            return !reading.sources.empty() || !reading.targets.empty();
        });
    if (!whole) return false;
    EventStatus status = EventStatus::Planned;
    if (undone) {
        status = op == "reject" || op == "refuse" ? EventStatus::Possible : EventStatus::Negated;
    } else if (op == "cancel" || op == "stop" || op == "reject" || op == "refuse") {
        status = EventStatus::Negated;
    } else if (op == "consider") {
        status = EventStatus::Possible;
    } else if (op != "promise" && op != "agree" && op != "declare" && op != "vow") {
        return false;
    }
    for (Reading& reading : inner_readings) {
        if (reading.status == EventStatus::Actual || reading.status == EventStatus::Planned) {
            reading.status = status;
        }
    }
    return true;
}

/// *its planned raid on the town*
bool PredicateReader::is_called_planned(TokenIndex act) const {
    const auto words = tree_.children(act);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const StatusWord* word = tree_[c].dep == "amod"
                                     ? lexicon_.status_words.find("modifier", tree_[c].lower)
                                     : nullptr;
        return word != nullptr && word->plain.status == EventStatus::Planned;
    });
}

/// *dropped its plan to ban the party*: what was only intended is not done, and nothing is eased.
bool PredicateReader::undoes_intention(std::vector<Reading>& inner_readings) const {
    const bool intended = !inner_readings.empty() &&
                          std::all_of(inner_readings.begin(), inner_readings.end(), [&](auto& r) {
                              const bool open = r.status == EventStatus::Planned ||
                                                r.status == EventStatus::Possible ||
                                                r.status == EventStatus::Negated;
                              return open && (r.why.size() > 1 || is_called_planned(r.predicate));
                          });
    if (!intended) return false;
    for (Reading& reading : inner_readings) {
        reading.status = EventStatus::Negated;
        reading.unreal = false;
    }
    return true;
}

/// *wants to see them talk to Israel*, *decided not to meet him*: no word of what one will do.
bool PredicateReader::is_left_to_others(const RuleMatch& match, TokenIndex predicate,
                                        const std::vector<Reading>& inner_readings) {
    if (inner_readings.empty()) return false;
    const Reading& act = inner_readings.front();
    if (act.status == EventStatus::Negated) return true;
    const auto wishers = source_of(match, predicate, inner_readings);
    const auto& mentions = sides_.mentions().mentions;
    return !act.sources.empty() && !wishers.empty() &&
           std::none_of(act.sources.begin(), act.sources.end(), [&](MentionIndex doer) {
               return std::any_of(wishers.begin(), wishers.end(), [&](MentionIndex wisher) {
                   return mentions[doer].actor == mentions[wisher].actor;
               });
           });
}

void PredicateReader::apply_compose(const RuleMatch& match, TokenIndex predicate, int depth,
                                    std::vector<Reading>& out) {
    const Action& action = match.rule->action;
    std::vector<Reading> inner_readings = inner(match, predicate, depth);
    // *warned that Chad must free him* demands it, and threatens nothing.
    const bool demands = action.op == "warn" && !inner_readings.empty() &&
                         !obligation(inner_readings.front().predicate).op.empty();
    if (demands || (action.op == "declare" && tells_of_others(match, predicate, inner_readings))) {
        out = std::move(inner_readings);
        return;
    }
    if (action.op == "declare") {
        // *declared that it would not end the strike*: refused, not promised.
        for (Reading& reading : inner_readings) {
            const TokenIndex verb = reading.predicate;
            if (tree_.has_child(verb, "neg") && will_not(verb)) {
                reading.status = EventStatus::Negated;
                reading.announced = true;
            }
            if (reading.status != EventStatus::Negated || !reading.announced) continue;
            announce(reading);
            if (reading.status != EventStatus::Actual) continue;
            if (reading.sources.empty()) reading.sources = source_of(match, predicate, {});
            reading.why.push_back(match.rule->id);
            out.push_back(std::move(reading));
            return;
        }
    }
    // *is open to trying new things*: no act at all
    const bool mere_gerund = inner_readings.empty() && !match.events.empty() &&
                             std::all_of(match.events.begin(), match.events.end(),
                                         [&](TokenIndex t) { return tree_[t].dep == "pcomp"; });
    if (mere_gerund) return;
    const Coding* inner_coding = inner_readings.empty() ? nullptr : &inner_readings.front().coding;
    const bool own_act = inner_readings.empty() && action.op == "warn" &&
                         tells_own_plan(match, source_of(match, predicate, {}));
    const std::string_view forsworn = forswears(action.op, inner_readings);
    if (forsworn == "agree") inner_coding = nullptr;
    // *announced that it will release them*: they are not free yet.
    const bool to_come = action.op == "declare" && inner_coding != nullptr &&
                         inner_coding->type == "RETREAT" &&
                         will_not(inner_readings.front().predicate);
    const std::string_view op = own_act             ? std::string_view("threaten")
                                : to_come           ? std::string_view("plan")
                                : !forsworn.empty() ? forsworn
                                                    : std::string_view(action.op);
    const CompositionRow* row = lexicon_.ontology.compose(op, inner_coding);
    // *wants to hold drills* says that it will; *wants to impose sanctions* only what may come.
    if (action.else_inner && (row == nullptr || row->outer.type.empty() ||
                              is_left_to_others(match, predicate, inner_readings))) {
        apply_through(match, predicate, depth, out);
        return;
    }
    Realis realis = status_of(predicate, match.pos);
    if (realis.status == EventStatus::Negated && is_said(*match.rule, realis.status)) {
        realis = {};  // *would hear nothing of a raid*: the rule asks for the negation
    }
    if (tells_fact(match, predicate, realis, source_of(match, predicate, inner_readings),
                   inner_readings)) {
        out = std::move(inner_readings);
        return;
    }
    if (action.op == "cancel" && undoes_intention(inner_readings)) {
        const auto doers = source_of(match, predicate, inner_readings);
        for (Reading& reading : inner_readings) {
            if (reading.sources.empty()) reading.sources = other_than(doers, reading.targets);
        }
        out = std::move(inner_readings);
        return;
    }
    if (row != nullptr && !row->outer.type.empty()) {
        Reading reading;
        reading.coding = row->outer;
        reading.predicate = predicate;
        reading.anchor = anchor_of(match, predicate);
        reading.mutual = match.rule->mutual;
        reading.why = {match.rule->id, "composition:" + action.op + ":" + row->inner};
        reading.status = realis.status;
        reading.unreal = realis.unreal;
        // *must be ready to talk*: not said
        const bool due =
            action.op == "promise" &&
            !obligation(tree_[predicate].dep == "acomp" ? tree_.head(predicate) : predicate)
                 .op.empty();
        if (is_said(*match.rule, reading.status) && !due) {
            reading.status = EventStatus::Actual;
            reading.unreal = false;
        }
        if (reading.status == EventStatus::Negated && match.pos == PredicatePos::Verb) {
            reading.announced = status_.is_announced(predicate);  // *will not accept*: refused
        }
        // *would be ready to talk*, *would like to talk*
        const bool polite =
            action.op == "promise" || action.op == "wish" || tree_[predicate].dep == "acomp";
        if (reading.unreal && polite && !due) {
            reading.status = EventStatus::Actual;
            reading.unreal = false;
        }
        if (!inner_readings.empty()) {
            reading.why.push_back(inner_readings.front().why.front());
            reading.contexts = inner_readings.front().contexts;
        }
        reading.sources = source_of(match, predicate, inner_readings);
        reading.targets =
            target_of(match, predicate, inner_readings, reading.sources, reading.coding.type);
        if (reading.sources.empty() &&
            tells_no_speaker(action.op, realis.status == EventStatus::Negated, inner_readings)) {
            out = std::move(inner_readings);
            return;
        }
        if (each_to_other(predicate, reading, out)) return;
        if (reading.targets.empty() &&
            are_partners(reading.sources, predicate, reading.coding.type)) {
            reading.mutual = true;
        }
        out.push_back(std::move(reading));
    }
    if (!action.keep_inner) return;
    // *blamed Iran for the murders*: whoever is accused did it; *denied the killings*: whoever
    // denies.
    const std::vector<MentionIndex> doers =
        out.empty()
            ? std::vector<MentionIndex>{}
            : (action.status == EventStatus::Denied ? out.back().sources : out.back().targets);
    for (Reading& reading : inner_readings) {
        reading.status = action.status;
        reading.unreal = false;
        if (reading.sources.empty() || are_own_men(reading)) reading.sources = doers;
        reading.why.push_back(match.rule->id);
        out.push_back(std::move(reading));
    }
}

/// *denied that his men had looted it*: people of no name, who are his.
bool PredicateReader::are_own_men(const Reading& reading) const {
    const TokenIndex subject = arguments_.subject(reading.predicate);
    const TokenIndex owner =
        subject == kNoToken ? TokenIndex{kNoToken} : tree_.child(subject, "poss");
    if (owner == kNoToken || tree_[owner].tag != "PRP$") return false;
    const auto& mentions = sides_.mentions();
    return std::all_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex source) {
        const Actor& actor = mentions.actors[mentions.mentions[source].actor];
        return actor.sectors.empty() || actor.sectors.front() == "CVL";
    });
}

/// What a word that adds nothing of its own says of the act in its complement.
void PredicateReader::carry_status(const RuleMatch& match, TokenIndex predicate, const Realis& own,
                                   Reading& reading) const {
    const Action& action = match.rule->action;
    const bool announced = match.pos == PredicatePos::Verb && status_.is_announced(predicate);
    const bool unreal = action.status == EventStatus::Failed ||
                        action.status == EventStatus::Denied ||
                        action.status == EventStatus::Negated;
    const TokenIndex mark = tree_.child(reading.predicate, "mark");
    if (own.status == EventStatus::Negated && mark != kNoToken && tree_[mark].lower == "whether") {
        reading.status = EventStatus::Possible;  // *has yet to decide whether to leave*
        reading.unreal = true;
        return;
    }
    // *gave up an attempt to leave*: it was made; *preparations for a raid are under way*; *is said
    // to be considering a raid*
    const bool given_up = own.status == EventStatus::Negated && action.has_status &&
                          action.status == EventStatus::Failed && status_.is_given_up(predicate);
    const bool going_on = own.status == EventStatus::Ongoing && action.has_status &&
                          action.status == EventStatus::Planned;
    const bool thought_of = own.status == EventStatus::Alleged && action.has_status &&
                            action.status == EventStatus::Possible;
    if (given_up || going_on || thought_of) {
        reading.status = action.status;
        return;
    }
    if (own.status == EventStatus::Negated && !action.has_status) {
        // *did not manage to take it*: tried and failed
        reading.status = status_.undone(predicate, EventStatus::Actual);
        if (reading.status == EventStatus::Actual) reading.status = own.status;
        reading.announced = announced;
        return;
    }
    if (own.status == EventStatus::Negated && unreal) {
        // *did not fail to send blankets*, *made no attempt to arrest him*
        reading.status = status_.undone(predicate, action.status);
        return;
    }
    // *the decision not to extradite him (will anger them)*: refused
    const bool plain = own.status == EventStatus::Actual && !action.has_status;
    if (reading.status == EventStatus::Negated && (plain || own.status == EventStatus::Planned)) {
        reading.announced = true;
        return;
    }
    // *said that it would consider sanctions*
    const bool weighed = action.has_status && action.status == EventStatus::Possible;
    if (own.status == EventStatus::Planned && weighed) {
        reading.status = action.status;
        return;
    }
    if (own.status != EventStatus::Actual) {
        reading.status = own.status;
        reading.unreal = own.unreal;
        reading.announced = announced;
        return;
    }
    if (!action.has_status) return;
    const bool tried = action.status == EventStatus::Failed && status_.is_still_tried(predicate);
    reading.status = tried ? EventStatus::Ongoing : action.status;
}

void PredicateReader::apply_through(const RuleMatch& match, TokenIndex predicate, int depth,
                                    std::vector<Reading>& out) {
    std::vector<Reading> inner_readings = inner(match, predicate, depth);
    if (status_.is_judged(predicate)) {  // *the raid was considered to be a mistake*
        out = std::move(inner_readings);
        return;
    }
    const auto sources = source_of(match, predicate, inner_readings);
    const Realis own = status_of(predicate, match.pos);
    for (Reading& reading : inner_readings) {
        if (reading.sources.empty()) {
            reading.sources = sources;
            const auto& mentions = sides_.mentions().mentions;
            std::erase_if(reading.sources, [&](MentionIndex s) {
                return std::any_of(
                    reading.targets.begin(), reading.targets.end(),
                    [&](MentionIndex t) { return mentions[s].actor == mentions[t].actor; });
            });
        }
        // *"They tried to mislead us," she said*: blamed all the same
        const bool blamed = reading.judged && match.rule->action.has_status &&
                            match.rule->action.status == EventStatus::Failed;
        if (!blamed) carry_status(match, predicate, own, reading);
        reading.why.push_back(match.rule->id);
        out.push_back(std::move(reading));
    }
}

}  // namespace tidings::coding
