// Who does it, and to whom: the sides of a reading, from the slots of its rule, then from what
// stands near it.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/clause_forms.hpp"
#include "coding/predicates.hpp"

namespace tidings::coding {

namespace {

std::vector<Slot> prepositions(std::initializer_list<const char*> words) {
    std::vector<Slot> slots;
    for (const char* word : words) slots.push_back({SlotKind::Preposition, word});
    return slots;
}

std::vector<Slot> joined(std::vector<Slot> first, const std::vector<Slot>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// The usual places of docs/event-lexicon.md.
const std::vector<Slot>& usual_source(PredicatePos pos) {
    static const std::vector<Slot> kVerb{{SlotKind::Subject, {}}};
    static const std::vector<Slot> kNoun{{SlotKind::Subject, {}}, {SlotKind::Modifier, {}}};
    return pos == PredicatePos::Noun ? kNoun : kVerb;
}

const std::vector<Slot>& usual_target(PredicatePos pos) {
    static const std::vector<Slot> kVerb =
        joined({{SlotKind::Object, {}}},
               prepositions({"against", "at", "on", "with", "to", "from", "toward", "towards"}));
    static const std::vector<Slot> kNoun = joined(
        prepositions({"against", "on", "of", "with", "to", "at", "from", "toward", "towards"}),
        {{SlotKind::Modifier, {}}});
    static const std::vector<Slot> kAdjective =
        prepositions({"of", "with", "toward", "towards", "to", "about", "at"});
    switch (pos) {
        case PredicatePos::Verb:
            return kVerb;
        case PredicatePos::Noun:
            return kNoun;
        case PredicatePos::Adjective:
            return kAdjective;
    }
    return kVerb;
}

/// Of a transfer: whoever gets it stands before what is given.
const std::vector<Slot>& usual_recipient(PredicatePos pos) {
    static const std::vector<Slot> kVerb = joined(prepositions({"to"}), usual_target(pos));
    return pos == PredicatePos::Verb ? kVerb : usual_target(pos);
}

const std::vector<Slot>& usual_composed_target(PredicatePos pos) {
    static const std::vector<Slot> kInner{{SlotKind::InnerTarget, {}}, {SlotKind::InnerSource, {}}};
    static const std::vector<Slot> kVerb = joined(
        joined({{SlotKind::Object, {}}}, prepositions({"with", "to", "on", "against"})), kInner);
    static const std::vector<Slot> kNoun =
        joined(prepositions({"to", "with", "against", "on"}), kInner);
    return pos == PredicatePos::Verb ? kVerb : kNoun;
}

/// Praise or blame, which goes to whoever did what is judged; not charges and inquiries.
bool is_judgement(const Action& action) {
    if (action.kind != ActionKind::Code) return false;
    return action.coding.type == "SUPPORT" ||
           (action.coding.type == "ACCUSE" && action.coding.mode == "disapprove");
}

/// What is done to somebody, or said of or to them; not who is sent or withdrawn.
bool has_object_as_target(const Action& action) {
    static constexpr std::array<std::string_view, 7> kOnObject{
        "ASSAULT", "COERCE", "SANCTION", "ACCUSE", "SUPPORT", "THREATEN", "REJECT"};
    return action.kind == ActionKind::Code && one_of(action.coding.type, kOnObject);
}

/// *investigates the attack on the embassy*: not whoever was attacked.
bool is_inquiry(const Action& action) {
    return action.kind == ActionKind::Code && action.coding.mode == "investigate";
}

Owners owners_for(const Action& action) {
    if (!is_judgement(action)) return Owners::All;
    return action.coding.type == "SUPPORT" ? Owners::Praised : Owners::Blamed;
}

/// Types whose object is what is given, said or moved rather than whom it is done to.
bool is_given_or_said(const std::string& type) {
    return needs_source(type) || type == "AID" || type == "MOBILIZE" || type == "RETREAT" ||
           type == "COOPERATE";
}

/// Types whose object is often one's own.
bool is_given_up(const std::string& type) {
    return type == "RETREAT" || type == "CONCEDE" || type == "MOBILIZE" || type == "AGREE";
}

/// What denies, refuses or rejects answers somebody's words.
bool answers(const std::string& op) {
    return op == "deny" || op == "refuse" || op == "reject";
}

/// *complained about the lack of money for villages*: what is judged, behind a preposition.
bool is_topic(const SyntaxTree& tree, TokenIndex token) {
    static constexpr std::array<std::string_view, 3> kAbout{"about", "over", "at"};
    return tree[token].dep == "pobj" && one_of(tree[tree.head(token)].lower, kAbout);
}

/// Those who are named by whom they follow.
bool is_follower(const Token& noun) {
    static constexpr std::array<std::string_view, 14> kFollowers{
        "backer",    "enthusiast", "fan",     "follower", "loyalist",    "admirer",     "supporter",
        "surrogate", "devotee",    "acolyte", "donor",    "sympathizer", "sympathiser", "adherent"};
    return noun.pos == Pos::Noun && one_of(noun.lemma, kFollowers);
}

/// *the Press Freedom Act*, *the Human Rights and Democracy Bill*: a law by its name does nothing
/// itself.
bool is_law_name(const SyntaxTree& tree, TokenIndex noun) {
    static constexpr std::array<std::string_view, 5> kLaws{"act", "bill", "law", "decree",
                                                           "ordinance"};
    if (tree[noun].pos != Pos::Propn || !one_of(tree[noun].lower, kLaws)) return false;
    // *Bill Kato* is a man.
    return tree.has_child(noun, "compound") || tree.has_child(noun, "nmod");
}

/// A test shows what one has to all the world.
bool is_test(const SyntaxTree& tree, TokenIndex predicate) {
    const auto words = tree.children(predicate);
    return tree[predicate].lemma == "test" ||
           std::any_of(words.begin(), words.end(),
                       [&](TokenIndex c) { return tree[c].lemma == "test"; });
}

/// A demand that somebody be set free.
bool is_asked_release(const RuleMatch& match, const std::vector<Reading>& inner_readings) {
    const Action& action = match.rule->action;
    if (action.kind != ActionKind::Compose) return false;
    if (action.op != "demand" && action.op != "request" && action.op != "urge") return false;
    return !inner_readings.empty() && inner_readings.front().coding.mode == "release";
}

}  // namespace

std::vector<MentionIndex> PredicateReader::find_side(const std::vector<Slot>& path,
                                                     const RuleMatch& match, TokenIndex predicate,
                                                     const std::vector<Reading>& inner_readings,
                                                     const std::vector<MentionIndex>& other_side) {
    const Action& action = match.rule->action;
    const bool judges = is_judgement(action) || is_inquiry(action);
    for (const Slot& slot : path) {
        std::vector<MentionIndex> found;
        if (slot.kind == SlotKind::None) return {};
        // *demanded the release of the hostages*: they are not asked for it.
        if (slot.kind == SlotKind::InnerTarget && is_asked_release(match, inner_readings)) continue;
        if (slot.kind == SlotKind::InnerSource || slot.kind == SlotKind::InnerTarget) {
            for (const Reading& reading : inner_readings) {
                const auto& side =
                    slot.kind == SlotKind::InnerSource ? reading.sources : reading.targets;
                found.insert(found.end(), side.begin(), side.end());
                if (!found.empty()) break;
            }
            if (inner_readings.empty()) {
                for (const TokenIndex t : match.events) {
                    found = sides_.actors(t);
                    if (!found.empty()) break;
                }
                // *charged that the army had lied*: no event, but the clause has a subject.
                for (const TokenIndex t : match.clauses) {
                    if (!found.empty() || slot.kind != SlotKind::InnerSource) break;
                    if (action.op == "urge" && is_to_have_it(tree_, t)) continue;
                    const TokenIndex doer = arguments_.subject(t);
                    if (doer != kNoToken) found = sides_.actors(doer);
                }
            }
        } else {
            for (const TokenIndex t : matcher_.slot(predicate, match.pos, slot, match.words)) {
                if (matcher_.is_in_date(t) && sides_.direct(t) == Mentions::kNoMention) continue;
                // *the worst attack in Chadian history*
                if (slot.kind == SlotKind::Preposition && is_long_time(tree_, t)) continue;
                // *offered help on local television*
                const bool on = tree_[t].dep == "pobj" && tree_[tree_.head(t)].lower == "on";
                if (on && match.pos == PredicatePos::Verb && is_medium(tree_[t])) continue;
                // *support for questioning prisoners*: praised or blamed are not they.
                const bool act = slot.kind == SlotKind::Preposition && is_judgement(action);
                if (act && tree_[t].dep == "pcomp" && arguments_.subject(t) == kNoToken) continue;
                // *The bombing by Hezbollah killed five*: whoever did the inner event.
                if (slot.kind == SlotKind::Subject && matcher_.is_event_noun(t) &&
                    sides_.direct(t) == Mentions::kNoMention) {
                    const auto& inner = read(t, 1);
                    for (const Reading& reading : inner) {
                        found = reading.sources;
                        if (!found.empty()) break;
                    }
                    // *Finnish aid reached the village*: no event of its own.
                    if (inner.empty()) found = owners_before(t);
                    // *Somalia's decision was reckless*: judged is whose it is.
                    const bool judged = match.pos == PredicatePos::Adjective || !other_side.empty();
                    if (found.empty()) found = speaker_of(t);
                    if (found.empty() && slot.kind == SlotKind::Subject) {
                        found = author_of(t, action.coding.type);
                    }
                    if (found.empty() && judged) found = sides_.actors(t);
                    if (!found.empty()) break;
                    continue;
                }
                if (slot.kind == SlotKind::Subject && sides_.direct(t) == Mentions::kNoMention) {
                    found = speaker_of(t);
                }
                if (slot.kind == SlotKind::Subject && is_law_name(tree_, t)) {
                    found = makers_of_law(t);
                    if (found.empty()) return {};
                    break;
                }
                // *his backers attacked her*: they did, not he.
                const bool follows = slot.kind == SlotKind::Subject && is_follower(tree_[t]);
                if (follows && sides_.direct(t) == kNobody && sides_.weak(t) != kNobody) {
                    found = {sides_.weak(t)};
                }
                // *condemned the attack on the church*: judged is whoever did it.
                if (found.empty() && judges && is_deed_noun(slot, t)) {
                    found = doers_of(t);
                    if (found.empty() && is_inquiry(action)) found = hosts_of(t);
                    // *an investigation of the killing of a mayor*
                    const bool bare = is_inquiry(action) && sides_.weak(t) == kNobody;
                    if (found.empty() && bare) found = sides_.actors(t);
                    if (!found.empty()) break;
                    continue;
                }
                if (found.empty()) {
                    const bool judged = slot.kind == SlotKind::Object || is_topic(tree_, t);
                    found = sides_.actors(t, judged ? owners_for(action) : Owners::All);
                }
                const bool done_to = slot.kind == SlotKind::Object && has_object_as_target(action);
                if (done_to && is_unknown_person(t, found)) {
                    found = {sides_.weak(t)};
                }
                if (!found.empty()) break;
            }
        }
        found = other_than(std::move(found), other_side);
        // *told reporters that it would not*: who hears a statement is not whom it is about.
        if (slot.kind == SlotKind::Addressee) {
            std::erase_if(found, [&](MentionIndex m) {
                const auto& sectors = sides_.actor(m).sectors;
                return !sectors.empty() && sectors.front() == "JRN";
            });
        }
        // *a call by the union's Adam Bonsu*: what he belongs to is not called on.
        std::erase_if(found, [&](MentionIndex m) {
            const TokenIndex head = sides_.mentions().mentions[m].head;
            const bool nameless =
                sides_.actor(m).country.empty() && sides_.actor(m).sectors.empty();
            return names_source(head, other_side) || (nameless && is_in_treaty_name(tree_, head));
        });
        if (!found.empty()) return found;
    }
    return {};
}

/// *condemned the attack on the church*: of an act whose doer is unknown the words for it.
MentionIndex PredicateReader::judged_deed(const std::vector<Slot>& path, const RuleMatch& match,
                                          TokenIndex predicate) {
    const Action& action = match.rule->action;
    if (!is_judgement(action) && !is_inquiry(action)) return kNobody;
    for (const Slot& slot : path) {
        for (const TokenIndex t : matcher_.slot(predicate, match.pos, slot, match.words)) {
            if (is_deed_noun(slot, t) && sides_.weak(t) != kNobody) return sides_.weak(t);
        }
    }
    return kNobody;
}

std::vector<MentionIndex> PredicateReader::source_of(const RuleMatch& match, TokenIndex predicate,
                                                     const std::vector<Reading>& inner_readings) {
    const auto& path = match.rule->source.empty() ? usual_source(match.pos) : match.rule->source;
    const bool usual = match.pos == PredicatePos::Noun && match.rule->source.empty();
    const bool received = usual && matcher_.receiver(predicate) != kNoToken;
    if (received) {
        // *drew criticism from Chile*, but *met Chilean threats*, *won the union's backing*
        auto givers = find_side(prepositions({"from", "by"}), match, predicate, inner_readings, {});
        return givers.empty() ? owners_before(predicate) : givers;
    }
    auto found = find_side(path, match, predicate, inner_readings, {});
    if (found.empty() && match.pos == PredicatePos::Noun) {
        const TokenIndex owner = matcher_.national_owner(predicate);
        if (owner != kNoToken) found = {sides_.direct(owner)};
    }
    const bool owned = std::all_of(path.begin(), path.end(), [](const Slot& slot) {
        return slot.kind == SlotKind::Subject || slot.kind == SlotKind::Modifier ||
               slot.kind == SlotKind::Possessor ||
               (slot.kind == SlotKind::Preposition && slot.preposition == "by");
    });
    if (found.empty() && match.pos == PredicatePos::Noun && owned) {
        found = owner_of_deed(match, predicate);
    }
    if (found.empty() && match.pos == PredicatePos::Noun && match.rule->source.empty()) {
        found = adjunct_source(match, predicate);
        // *pressure on Chad from the union*
        const bool said = match.rule->action.kind == ActionKind::Code &&
                          needs_source(match.rule->action.coding.type);
        // *the threat of tariffs drove officials from Chad to give way* is not from Chad.
        const bool acts = tree_[predicate].dep == "nsubj" && matcher_.whence(predicate).empty();
        if (found.empty() && said) {
            found = find_side(prepositions({"from"}), match, predicate, inner_readings, {});
            std::erase_if(found, [&](MentionIndex m) {
                return acts && !tree_.is_under(sides_.mentions().mentions[m].head, predicate);
            });
        }
    }
    if (found.empty() && match.pos == PredicatePos::Noun) found = suspects_of(match, predicate);
    // *Thousands marched in Tbilisi*: of protesters no more need be known.
    const Action& action = match.rule->action;
    const bool protest = action.kind == ActionKind::Code && action.coding.type == "PROTEST";
    // *the Israeli blockade imposed on Gaza*
    if (found.empty() && match.pos == PredicatePos::Verb) found = owners_of_imposed(predicate);
    const bool done = action.kind == ActionKind::Code && action.coding.type == "ASSAULT";
    if (found.empty() && action.coding.mode == "release") found = holders_of(predicate);
    if (found.empty()) {
        found = weak_side(path, match, predicate, protest || done ? Weak::Human : Weak::Proper, {});
    }
    return found;
}

/// *he said after talks with his Chadian counterpart*, *were hurt in clashes with villagers*,
/// *threw stones during protests*: whoever the main verb speaks of met them.
std::vector<MentionIndex> PredicateReader::adjunct_source(const RuleMatch& match,
                                                          TokenIndex noun) const {
    const Action& action = match.rule->action;
    const bool meets = action.coding.type == "CONSULT" || match.rule->mutual;
    const bool protests = action.coding.type == "PROTEST";
    if (action.kind != ActionKind::Code || (!meets && !protests)) return {};
    const bool has_host = !arguments_.prepositional(noun, "with").empty() ||
                          !arguments_.prepositional(noun, "to").empty();
    // *were killed during a march by thousands*
    for (const TokenIndex c : tree_.children(noun)) {
        if (tree_[c].dep == "prep" && tree_[c].lower == "by") return {};
    }
    // *after five days of talks with his counterpart*
    const TokenIndex dated = matcher_.whole_of(noun);
    if (tree_[dated].dep != "pobj" || (meets && !has_host)) return {};
    const std::string_view preposition = tree_[tree_.head(dated)].lower;
    const bool dates =
        preposition == "after" || preposition == "before" || preposition == "during" ||
        preposition == "following" ||
        (preposition == "of" && tree_[tree_.head(tree_.head(dated))].lower == "ahead") ||
        preposition == "in" || preposition == "at" || preposition == "for";
    // *in December after a visit to the troops*: the phrase may hang on another that dates.
    TokenIndex verb = tree_.head(tree_.head(dated));
    for (int steps = 0; steps < 4 && !arguments_.is_verb(verb); ++steps) verb = tree_.head(verb);
    // *Envoy in Muscat for talks with rebels*: a headline without a verb.
    const bool verbless = meets && preposition == "for" && tree_.is_root(verb);
    if (verbless && sides_.direct(verb) != kNobody) return sides_.actors(verb);
    if (!dates || !arguments_.is_verb(verb)) return {};
    // *three people died during protests*: they need not have been of those who protested.
    static constexpr std::array<std::string_view, 4> kDying{"die", "perish", "kill", "succumb"};
    const bool marched = protests && action.coding.mode != "riot";
    if (marched && one_of(tree_[verb].lemma, kDying)) return {};
    const TokenIndex doer =
        arguments_.is_passive(verb) ? arguments_.object(verb) : arguments_.subject(verb);
    auto found = doer == kNoToken ? std::vector<MentionIndex>{} : sides_.actors(doer);
    // *police fired shots at a rally* do not rally.
    if (protests)
        std::erase_if(found, [&](MentionIndex m) { return !may_protest(sides_.actor(m)); });
    return found;
}

/// The phrase in the first filled slot although it is no known actor: *attacked a convoy*. As a
/// source only a proper name will do.
std::vector<MentionIndex> PredicateReader::weak_side(
    const std::vector<Slot>& path, const RuleMatch& match, TokenIndex predicate, Weak kind,
    const std::vector<MentionIndex>& sources) const {
    // *backed by French helicopters*: a phrase that names the source is not whom it is done to.
    const auto holds_source = [&](TokenIndex t) {
        return std::any_of(sources.begin(), sources.end(), [&](MentionIndex s) {
            return tree_.is_under(sides_.mentions().mentions[s].head, t);
        });
    };
    // *is willing to withdraw its troops*
    const bool gives = is_given_up(match.rule->action.coding.type);
    const bool said = match.rule->action.kind == ActionKind::Compose ||
                      needs_source(match.rule->action.coding.type);
    // *will not change his position*
    const bool own = said && match.rule->action.coding.type == "REJECT";
    const auto is_theirs = [&](TokenIndex t) {
        const TokenIndex owner = arguments_.possessor(t);
        return (gives || own) && owner != kNoToken && tree_[owner].pos == Pos::Pron;
    };
    for (const Slot& slot : path) {
        if (slot.kind == SlotKind::None || slot.kind == SlotKind::Modifier) return {};
        for (const TokenIndex t : matcher_.slot(predicate, match.pos, slot, match.words)) {
            if (sides_.weak(t) == Mentions::kNoMention || matcher_.is_event_noun(t) ||
                matcher_.is_in_date(t) || holds_source(t) || is_theirs(t)) {
                continue;
            }
            if (said && matcher_.in_class(t, "allegation")) continue;  // *denied reports*
            // *asked for help*, *offered aid*: what it is about, not whom
            if (said && (matcher_.in_class(t, "aid") || tree_[t].lemma == "help")) continue;
            if (is_in_treaty_name(tree_, t) || is_long_time(tree_, t)) continue;
            if (kind == Weak::Proper && tree_[t].pos != Pos::Propn) continue;
            if (kind == Weak::Human && !matcher_.in_class(t, "human")) continue;
            return {sides_.weak(t)};
        }
    }
    return {};
}

bool leaves_target_empty(const Rule& rule) {
    return std::any_of(rule.target.begin(), rule.target.end(),
                       [](const Slot& slot) { return slot.kind == SlotKind::None; });
}

bool is_to_a_third(const Token& predicate) {
    return predicate.lemma == "offer" || predicate.lemma == "volunteer";
}

/// *Kenyan and Ugandan negotiators agreed a trade deal*: of different countries, they do it with
/// each other.
bool PredicateReader::are_partners(const std::vector<MentionIndex>& sources, TokenIndex predicate,
                                   const std::string& type) const {
    if (is_to_a_third(tree_[predicate])) return false;
    if (type != "AGREE" && type != "CONSULT" && type != "COOPERATE" && type != "SUPPORT") {
        return false;
    }
    if (sources.size() != 2) return false;
    const std::string& one = sides_.actor(sources.front()).country;
    const std::string& other = sides_.actor(sources.back()).country;
    return !one.empty() && !other.empty() && one != other;
}

std::vector<MentionIndex> PredicateReader::target_of(const RuleMatch& match, TokenIndex predicate,
                                                     const std::vector<Reading>& inner_readings,
                                                     const std::vector<MentionIndex>& sources,
                                                     const std::string& type) {
    const bool composed = match.rule->action.kind == ActionKind::Compose;
    // *handed Morocco a list of suspects*, *paid money to the rebels*: who gets it is the target.
    const bool transfer = type == "AID" || type == "COOPERATE";
    const auto& path = !match.rule->target.empty() ? match.rule->target
                       : composed                  ? usual_composed_target(match.pos)
                       : transfer                  ? usual_recipient(match.pos)
                                                   : usual_target(match.pos);
    std::vector<MentionIndex> on_whom;
    const std::string& op = match.rule->action.op;
    const bool vows = composed && (op == "vow" || op == "threaten" || op == "promise");
    if (vows && avenges(predicate, on_whom)) return other_than(std::move(on_whom), sources);
    auto found = answerer_of(match, predicate, sources);
    if (found.empty() && composed && match.rule->action.op == "threaten") {
        found = condition_party(predicate, sources);
        // *threatened to cut aid to Chad unless Ndjamena left*: rather as the act tells of it
        auto of_act = find_side(path, match, predicate, inner_readings, sources);
        if (are_of_one_state(found, of_act)) found = std::move(of_act);
    }
    if (found.empty() && composed && answers(match.rule->action.op)) {
        found = accusers_of(match, predicate, sources);
    }
    if (found.empty() && type == "PROTEST") found = cause_of_protest(predicate, sources);
    // *put a brigade in Germany on alert to fly to Mali*
    const std::string& cameo = match.rule->action.coding.cameo;
    if (found.empty() && (cameo == "151" || cameo == "152"))
        found = provoker_of(predicate, sources);
    if (found.empty()) found = find_side(path, match, predicate, inner_readings, sources);
    std::erase_if(found, [&](MentionIndex m) {
        return is_mere_setting(m, match, predicate, sources, type) ||
               is_own_possession(m, sources, type) ||
               (type == "MOBILIZE" && is_own_force(m, sources));
    });
    if (found.empty() && is_inquiry(match.rule->action)) found = suspected_in(predicate, sources);
    const bool unnamed = std::all_of(found.begin(), found.end(),
                                     [&](MentionIndex m) { return sides_.actor(m).weak; });
    if (unnamed && (type == "SUPPORT" || type == "CONCEDE")) {
        if (auto hearer = hearer_above(predicate, sources); !hearer.empty()) return hearer;
    }
    if (found.empty() && is_inquiry(match.rule->action)) {
        const MentionIndex deed = judged_deed(path, match, predicate);
        if (deed != kNobody) return {deed};
    }
    if (type == "AID" || type == "AGREE") {
        if (auto hosts = hosts_of_force(found, sources); !hosts.empty()) return hosts;
    }
    if (!found.empty() || sources.empty() || is_asked_release(match, inner_readings)) return found;
    // *Chad and Niger agreed on a plan*: each is the other's target.
    if (match.rule->mutual && sources.size() > 1) return found;
    if (are_partners(sources, predicate, type)) return found;
    if (found.empty() && type == "MOBILIZE" && !is_test(tree_, predicate)) {
        if (auto provoker = provoker_of(predicate, sources); !provoker.empty()) return provoker;
    }
    if (leaves_target_empty(*match.rule)) {
        return type == "THREATEN" ? condition_party(predicate, sources, true) : found;
    }
    if (const MentionIndex deed = judged_deed(path, match, predicate); deed != kNobody) {
        return {deed};
    }
    const bool inside = std::any_of(path.begin(), path.end(), [](const Slot& slot) {
        return slot.kind == SlotKind::InnerTarget;
    });
    if (composed || inside) found = complement_party(match, predicate, sources, type);
    // A person or a thing that is attacked is a target; a sum that is given is none.
    const bool thing_counts = !is_given_or_said(type);
    if (found.empty())
        found = other_than(
            weak_side(path, match, predicate, thing_counts ? Weak::Any : Weak::Human, sources),
            sources);
    if (found.empty() && type == "MOBILIZE") found = destination_of(path, match, predicate);
    const bool gives_way = type == "REJECT" || type == "CONCEDE" || type == "RETREAT";
    if (found.empty() && gives_way) found = where_laid(predicate);
    if (found.empty()) found = scene(match, predicate, sources, type);
    std::erase_if(found, [&](MentionIndex m) {
        return is_mere_setting(m, match, predicate, sources, type) ||
               is_own_possession(m, sources, type) ||
               (type == "MOBILIZE" && is_own_force(m, sources));
    });
    if (found.empty() && gives_way) found = condition_party(predicate, sources);
    if (found.empty() && type == "PROTEST") found = opposed_by(sources);
    if (found.empty() && type == "THREATEN") found = condition_party(predicate, sources, true);
    // Nobody meets a thing (*brought the talks to a close*).
    if (found.empty() && !thing_counts && type != "CONSULT") {
        found = weak_side(path, match, predicate, Weak::Any, sources);
    }
    return found;
}

/// *talks between A and B*, *the Kenyan-Sudanese deal*: the parties of a mutual event noun.
std::vector<MentionIndex> PredicateReader::parties_of(TokenIndex predicate) const {
    for (const char* word : {"between", "among"}) {
        for (const TokenIndex t : arguments_.prepositional(predicate, word)) {
            auto parties = sides_.actors(t);
            if (parties.size() >= 2) return parties;
        }
    }
    std::vector<MentionIndex> parties;
    if (arguments_.is_verb(predicate)) return parties;
    for (const TokenIndex modifier : arguments_.modifiers(predicate)) {
        const MentionIndex m = sides_.direct(modifier);
        if (m == Mentions::kNoMention || sides_.actor(m).country.empty()) continue;
        const bool known = std::any_of(parties.begin(), parties.end(), [&](MentionIndex other) {
            return sides_.actor(other).country == sides_.actor(m).country;
        });
        if (!known) parties.push_back(m);
    }
    if (parties.size() != 2) parties.clear();
    std::sort(parties.begin(), parties.end(), [&](MentionIndex a, MentionIndex b) {
        return sides_.mentions().mentions[a].head < sides_.mentions().mentions[b].head;
    });
    return parties;
}

std::vector<MentionIndex> PredicateReader::other_than(
    std::vector<MentionIndex> found, const std::vector<MentionIndex>& other_side) const {
    const auto& mentions = sides_.mentions().mentions;
    std::erase_if(found, [&](MentionIndex m) {
        return std::any_of(other_side.begin(), other_side.end(),
                           [&](MentionIndex o) { return mentions[o].actor == mentions[m].actor; });
    });
    return found;
}

}  // namespace tidings::coding
