// Who did the deed that a predicate judges, avenges or ends, and whose a thing is.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/predicates.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxOwnerSteps = 8;  // from the owner of a thing up to the thing

bool is_forceful(const std::string& type) {
    return type == "ASSAULT" || type == "COERCE" || type == "SANCTION" || type == "MOBILIZE";
}

bool is_avenging(const Token& verb) {
    static constexpr std::array<std::string_view, 4> kAvenging{"retaliate", "avenge", "revenge",
                                                               "respond"};
    return one_of(verb.lemma, kAvenging);
}

}  // namespace

/// *is not a wise move*, *convinced him that the premier was not corrupt*: what is not said is no
/// judgement.
bool PredicateReader::is_left_unsaid(const RuleMatch& match, TokenIndex predicate) const {
    const bool called = (match.pos == PredicatePos::Noun && tree_[predicate].dep == "attr") ||
                        (match.pos == PredicatePos::Adjective && tree_[predicate].dep == "acomp");
    return called && tree_.has_child(tree_.head(predicate), "neg");
}

/// *Grief ambushed her*, *a question that had haunted and attacked him*: nobody is hurt by what is
/// only thought or felt.
bool PredicateReader::is_done_by_idea(const RuleMatch& match, TokenIndex verb) const {
    if (match.pos != PredicatePos::Verb || match.rule->action.coding.type != "ASSAULT") {
        return false;
    }
    const TokenIndex doer = arguments_.subject(verb);
    return doer != kNoToken && sides_.direct(doer) == kNobody && matcher_.in_class(doer, "idea");
}

/// *one speech after another attacking Chidi Okafor*: a politician by name, whom nobody is told to
/// have hurt, is attacked with words.
bool PredicateReader::is_attack_with_words(const Reading& reading) const {
    static constexpr std::array<std::string_view, 5> kAttacking{"attack", "assail", "savage",
                                                                "lambast", "bash"};
    const TokenIndex verb = reading.predicate;
    if (tree_[verb].tag != "VBG" || !one_of(tree_[verb].lemma, kAttacking)) return false;
    if (!reading.sources.empty() || reading.targets.empty() || !reading.coding.mode.empty()) {
        return false;
    }
    return std::all_of(reading.targets.begin(), reading.targets.end(), [&](MentionIndex m) {
        const TokenIndex head = sides_.mentions().mentions[m].head;
        const Actor& actor = sides_.actor(m);
        const bool politician = is_partisan(actor) || (is_of_state(actor) && !actor.role.empty() &&
                                                       !is_government(actor));
        return tree_[head].tag == "NNP" && politician;
    });
}

/// *miners killed in mass protests*: those who protest are not protested against.
void PredicateReader::turn_protesters(Reading& reading) const {
    static constexpr std::array<std::string_view, 6> kProtesting{
        "protester", "protestor", "demonstrator", "marcher", "striker", "picketer"};
    if (arguments_.is_verb(reading.predicate)) return;
    std::vector<MentionIndex> marching;
    std::erase_if(reading.targets, [&](MentionIndex m) {
        const TokenIndex head = sides_.mentions().mentions[m].head;
        const bool protests = one_of(tree_[head].lemma, kProtesting);
        if (protests) marching.push_back(m);
        return protests;
    });
    if (reading.sources.empty()) reading.sources = std::move(marching);
}

/// *The Emergency Powers Act, adopted by the Chadian parliament, would impose fines*: who made the
/// law, or is making it.
std::vector<MentionIndex> PredicateReader::makers_of_law(TokenIndex law) const {
    constexpr TokenIndex kReach = 16;  // tokens behind its name
    const Sentence& sentence = tree_.parse().sentences[tree_[law].sentence];
    const TokenIndex end = std::min({sentence.last, law + kReach, tree_.head(law)});
    for (TokenIndex t = law + 1; t < end; ++t) {
        if (tree_[t].lower != "by") continue;
        const TokenIndex maker = tree_.child(t, "pobj");
        if (maker != kNoToken) return sides_.actors(maker);
    }
    return {};
}

/// *arrested two rebels over attacks on soldiers*, *summoned the senator over alleged assaults on
/// officers*: who is held or questioned over a deed is taken to have done it.
std::vector<MentionIndex> PredicateReader::suspects_of(const RuleMatch& match,
                                                       TokenIndex deed) const {
    static constexpr std::array<std::string_view, 12> kSuspecting{
        "arrest", "detain", "question", "interrogate", "summon", "invite",
        "quiz",   "hold",   "jail",     "seek",        "seize",  "indict"};
    const std::string& type = match.rule->action.coding.type;
    if (match.rule->action.kind != ActionKind::Code || (type != "ASSAULT" && type != "COERCE")) {
        return {};
    }
    TokenIndex at = deed;
    for (int steps = 0; steps < 3 && tree_[at].dep == "conj"; ++steps) at = tree_.head(at);
    if (tree_[at].dep != "pobj" || tree_[tree_.head(at)].lower != "over") return {};
    // *invited him to appear over the raid*: the phrase hangs on the nearest verb.
    TokenIndex verb = tree_.head(tree_.head(at));
    for (int steps = 0; steps < 3 && !one_of(tree_[verb].lemma, kSuspecting); ++steps) {
        verb = tree_.head(verb);
    }
    if (!arguments_.is_verb(verb) || !one_of(tree_[verb].lemma, kSuspecting)) return {};
    const TokenIndex suspect = arguments_.object(verb);
    if (suspect == kNoToken || tree_.is_under(suspect, deed)) return {};
    const MentionIndex own = sides_.direct(suspect);
    return own == kNobody ? std::vector<MentionIndex>{} : sides_.actors(suspect);
}

/// *Finnish aid*, *Oman's help*: whose it is by the words before it.
std::vector<MentionIndex> PredicateReader::owners_before(TokenIndex noun) const {
    std::vector<TokenIndex> before = arguments_.modifiers(noun);
    if (const TokenIndex owner = arguments_.possessor(noun); owner != kNoToken) {
        before.push_back(owner);
    }
    for (const TokenIndex t : before) {
        if (sides_.direct(t) != Mentions::kNoMention) return {sides_.direct(t)};
    }
    return {};
}

/// *the raid of Chad on the camp*, *the Chadian seizure of the boats*: whose it is by *of* or by a
/// word before it, if whom it is done to stands behind another preposition. *The killing of a guard
/// on the border* is not his.
std::vector<MentionIndex> PredicateReader::owner_of_deed(const RuleMatch& match,
                                                         TokenIndex noun) const {
    static constexpr std::array<std::string_view, 6> kDoneTo{"ing", "tion", "sion",
                                                             "ure", "al",   "ment"};
    const auto meets = [&](const char* preposition) {
        const auto behind = arguments_.prepositional(noun, preposition);
        return std::any_of(behind.begin(), behind.end(),
                           [&](TokenIndex t) { return !sides_.actors(t).empty(); });
    };
    const std::string_view lemma = tree_[noun].lemma;
    const bool done_to = std::any_of(kDoneTo.begin(), kDoneTo.end(), [&](std::string_view ending) {
        return lemma.ends_with(ending);
    });
    const Action& action = match.rule->action;
    const bool said = action.kind == ActionKind::Compose || needs_source(action.coding.type);
    if (const TokenIndex clause = matcher_.carrying_clause(noun); clause != kNoToken) {
        const TokenIndex doer = arguments_.subject(clause);
        if (doer != kNoToken) return sides_.actors(doer);
    }
    if (meets("of") || meets("on") || meets("against") || meets("to")) {
        for (const TokenIndex before : arguments_.modifiers(noun)) {
            const MentionIndex owner = sides_.direct(before);
            if (owner == kNobody) continue;
            const Actor& actor = sides_.actor(owner);
            if (!actor.country.empty() && actor.role.empty()) return {owner};
        }
    }
    const bool other = meets("against") || (said && meets("to")) ||
                       (!said && !done_to && (meets("on") || meets("into")));
    // *a walkout of nurses over pay*: those who may protest do.
    const bool protest = action.kind == ActionKind::Code && action.coding.type == "PROTEST";
    for (const TokenIndex of : arguments_.prepositional(noun, "of")) {
        if (other && sides_.direct(of) != kNobody) return {sides_.direct(of)};
        if (!protest || !matcher_.in_class(of, "human")) continue;
        auto crowd = sides_.actors(of);
        std::erase_if(crowd, [&](MentionIndex m) { return !may_protest(sides_.actor(m)); });
        if (!crowd.empty()) return crowd;
    }
    return {};
}

/// *beat a steelworker at the premier's rally*: a person of whom no more is known, but no one else;
/// `found` is whom the phrase names beside.
bool PredicateReader::is_unknown_person(TokenIndex token,
                                        const std::vector<MentionIndex>& found) const {
    static constexpr std::array<std::string_view, 6> kPlace{"in",     "at",      "near",
                                                            "inside", "outside", "on"};
    if (tree_[token].pos != Pos::Noun || sides_.direct(token) != kNobody) return false;
    if (sides_.weak(token) == kNobody || !matcher_.in_class(token, "human")) return false;
    if (found.empty()) return true;
    // *shot his former workmates*: they are not he.
    const TokenIndex owner = arguments_.possessor(token);
    if (owner != kNoToken && tree_[owner].pos == Pos::Pron) {
        return sides_.mentions().mentions[found.front()].head == owner;
    }
    TokenIndex at = sides_.mentions().mentions[found.front()].head;
    for (int steps = 0; steps < kMaxOwnerSteps && at != token && !tree_.is_root(at); ++steps) {
        if (tree_[at].dep == "prep" && one_of(tree_[at].lower, kPlace)) return true;
        at = tree_.head(at);
    }
    return false;
}

/// An act of violence or force as what is judged: an object or the object of a preposition.
bool PredicateReader::is_deed_noun(const Slot& slot, TokenIndex token) {
    if (slot.kind != SlotKind::Object && slot.kind != SlotKind::Preposition) return false;
    if (!matcher_.is_event_noun(token) || sides_.direct(token) != Mentions::kNoMention)
        return false;
    const auto& deeds = read(token, 1);
    return !deeds.empty() && is_forceful(deeds.front().coding.type);
}

std::vector<MentionIndex> PredicateReader::doers_of(TokenIndex noun) {
    for (const Reading& deed : read(noun, 1)) {
        if (!deed.sources.empty()) return deed.sources;
    }
    return owners_before(noun);
}

/// *an inquiry into torture in Chad*: in whose country it was done.
std::vector<MentionIndex> PredicateReader::hosts_of(TokenIndex noun) const {
    for (const TokenIndex place : arguments_.prepositional(noun, "in")) {
        if (sides_.direct(place) != kNobody) return {sides_.direct(place)};
    }
    return {};
}

/// *said in a statement, which also condemned …*: the statement speaks for whoever made it, not for
/// whoever got it (*rejected a letter condemning …*).
std::vector<MentionIndex> PredicateReader::speaker_of(TokenIndex noun) const {
    if (!matcher_.in_class(noun, "utterance")) return {};
    const TokenIndex verb = arguments_.light_verb(noun);
    if (verb == kNoToken || matcher_.in_class(verb, "taking_note")) return {};
    const TokenIndex speaker = arguments_.subject(verb);
    return speaker == kNoToken ? std::vector<MentionIndex>{} : sides_.actors(speaker);
}

/// *a letter by the union urged*, *the message from Chad*: a text says what its author says; *a
/// grant from Kuwait reached the town*: what is given helps as its giver does.
std::vector<MentionIndex> PredicateReader::author_of(TokenIndex noun, std::string_view type) const {
    const bool given = type == "AID" || type == "COOPERATE";
    if (!given && !matcher_.in_class(noun, "utterance")) return {};
    for (const std::string_view preposition : {"by", "from"}) {
        for (const TokenIndex author : arguments_.prepositional(noun, preposition)) {
            auto found = sides_.actors(author);
            if (!found.empty()) return found;
        }
    }
    return {};
}

/// *the release of two priests held by Chad*, *two priests jailed by Chad were freed*: who lets
/// them go.
std::vector<MentionIndex> PredicateReader::holders_of(TokenIndex predicate) const {
    static constexpr std::array<std::string_view, 8> kHolding{
        "hold", "detain", "jail", "imprison", "capture", "kidnap", "abduct", "seize"};
    const TokenIndex held = arguments_.object(predicate);
    if (held == kNoToken) return {};
    for (const TokenIndex c : tree_.children(held)) {
        if (tree_[c].dep != "acl" || !one_of(tree_[c].lemma, kHolding)) continue;
        const TokenIndex holder = arguments_.is_passive(c) ? arguments_.subject(c) : kNoToken;
        if (holder != kNoToken) return sides_.actors(holder);
    }
    return {};
}

/// *the Israeli blockade imposed on Gaza*: whose it is by its own words has imposed it.
std::vector<MentionIndex> PredicateReader::owners_of_imposed(TokenIndex verb) const {
    static constexpr std::array<std::string_view, 9> kImposing{
        "impose", "levy", "enforce", "wage", "launch", "conduct", "mount", "inflict", "carry"};
    const bool participle = tree_[verb].dep == "acl" && tree_[verb].tag == "VBN";
    if (!participle || !one_of(tree_[verb].lemma, kImposing)) return {};
    return owners_before(tree_.head(verb));
}

/// *vowed to retaliate against Chad for the raid on Niger*, *to avenge the killing*: `on_whom`, not
/// on whoever had been attacked.
bool PredicateReader::avenges(TokenIndex predicate, std::vector<MentionIndex>& on_whom) {
    for (const auto& clause : arguments_.clauses(predicate)) {
        if (!is_avenging(tree_[clause.head])) continue;
        for (const TokenIndex t : arguments_.prepositional(clause.head, "against")) {
            on_whom = sides_.actors(t);
            if (!on_whom.empty()) return true;
        }
        std::vector<TokenIndex> deeds = arguments_.prepositional(clause.head, "for");
        for (const TokenIndex t : arguments_.prepositional(clause.head, "to")) deeds.push_back(t);
        const TokenIndex object = arguments_.object(clause.head);
        if (object != kNoToken) deeds.push_back(object);
        for (const TokenIndex t : deeds) {
            if (!matcher_.is_event_noun(t)) continue;
            on_whom = doers_of(t);
            return true;
        }
    }
    return false;
}

/// *an investigation into whether the envoy had lied*: of whom that is asked.
std::vector<MentionIndex> PredicateReader::suspected_in(
    TokenIndex noun, const std::vector<MentionIndex>& sources) const {
    for (const TokenIndex c : tree_.children(noun)) {
        if (tree_[c].dep != "prep" && tree_[c].dep != "ccomp" && tree_[c].dep != "acl") continue;
        std::vector<TokenIndex> clauses{c};
        for (const TokenIndex d : tree_.children(c)) clauses.push_back(d);
        for (const TokenIndex clause : clauses) {
            if (!arguments_.is_verb(clause) || tree_.child(clause, "mark") == kNoToken) continue;
            TokenIndex doer = tree_.child(clause, "nsubj");
            if (doer == kNoToken) doer = tree_.child(clause, "nsubjpass");
            if (doer == kNoToken) continue;
            auto found = other_than(sides_.actors(doer), sources);
            if (!found.empty()) return found;
        }
    }
    return {};
}

/// *called the premier to apologise*, *wrote to Chad to voice support*: to whom it is said.
std::vector<MentionIndex> PredicateReader::hearer_above(
    TokenIndex predicate, const std::vector<MentionIndex>& sources) const {
    static constexpr std::array<std::string_view, 8> kReaching{
        "call", "phone", "telephone", "ring", "write", "contact", "cable", "meet"};
    const std::string_view dep = tree_[predicate].dep;
    if (dep != "advcl" && dep != "xcomp") return {};
    const TokenIndex verb = tree_.head(predicate);
    if (!one_of(tree_[verb].lemma, kReaching)) return {};
    const auto words = tree_.children(predicate);
    const bool infinitive = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "aux" && tree_[c].lower == "to";
    });
    if (!infinitive) return {};
    std::vector<TokenIndex> heard = arguments_.prepositional(verb, "to");
    if (const TokenIndex object = arguments_.object(verb); object != kNoToken) {
        heard.insert(heard.begin(), object);
    }
    for (const TokenIndex t : heard) {
        auto found = other_than(sides_.actors(t), sources);
        if (!found.empty()) return found;
    }
    return {};
}

/// *denied Kenya's accusation*, *denied to the court that*: who has said so.
std::vector<MentionIndex> PredicateReader::accusers_of(const RuleMatch& match, TokenIndex predicate,
                                                       const std::vector<MentionIndex>& sources) {
    std::vector<TokenIndex> topics = match.events;
    if (const TokenIndex object = arguments_.object(predicate); object != kNoToken) {
        topics.push_back(object);
    }
    for (const TokenIndex t : topics) {
        for (const Reading& said : read(t, 1)) {
            if (needs_source(said.coding.type) && !said.sources.empty()) {
                return other_than(said.sources, sources);
            }
        }
        if (!matcher_.in_class(t, "allegation")) continue;
        for (const std::string_view preposition : {"by", "from"}) {
            for (const TokenIndex by : arguments_.prepositional(t, preposition)) {
                auto found = other_than(sides_.actors(by), sources);
                if (!found.empty()) return found;
            }
        }
        auto found = other_than(owners_before(t), sources);
        if (!found.empty()) return found;
    }
    return {};
}

/// *Chad rejected Kenya's request*: what is asked, offered or threatened is addressed to whoever
/// answers it.
std::vector<MentionIndex> PredicateReader::answerer_of(const RuleMatch& match, TokenIndex predicate,
                                                       const std::vector<MentionIndex>& sources) {
    if (match.pos != PredicatePos::Noun || sources.empty()) return {};
    const std::string& type = match.rule->action.coding.type;
    if (type != "REQUEST" && type != "THREATEN" && type != "AGREE") return {};
    const TokenIndex verb = arguments_.light_verb(predicate);
    if (verb == kNoToken || matcher_.carrier(predicate) != kNoToken) return {};
    // *backs the French call for a truce*: whoever seconds an appeal is not asked for anything.
    if (type == "REQUEST" && matcher_.in_class(verb, "siding")) return {};
    // *did not respond to Chad's request*
    static constexpr std::array<std::string_view, 5> kAnswering{"respond", "reply", "react",
                                                                "accede", "bow"};
    const bool answered = tree_[predicate].dep == "pobj" && one_of(tree_[verb].lemma, kAnswering) &&
                          tree_[tree_.head(predicate)].lower == "to";
    if (arguments_.object(verb) != predicate && !answered) return {};
    for (const TokenIndex t : arguments_.prepositional(predicate, "to")) {
        if (t != predicate && !sides_.actors(t).empty()) return {};
    }
    const TokenIndex subject = arguments_.subject(verb);
    if (subject == kNoToken) return {};
    auto found = sides_.actors(subject);
    std::erase_if(found, [&](MentionIndex m) {
        return sides_.actor(m).weak || std::any_of(sources.begin(), sources.end(), [&](auto s) {
                   return sides_.mentions().mentions[s].actor ==
                          sides_.mentions().mentions[m].actor;
               });
    });
    return found;
}

}  // namespace tidings::coding
