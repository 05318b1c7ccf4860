// Where nothing in a predicate's slots tells to whom it is done: in whose place it is done, or of
// whom its own phrase speaks.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/clause_forms.hpp"
#include "coding/predicates.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kSceneTokens = 40;  // how far behind a predicate its scene is looked for
constexpr int kMaxSteps = 12;            // from a word up to the predicate

/// Behind these stands where force is used, troops or goods go, whom a thing belongs to.
constexpr std::array<std::string_view, 15> kDone{"in",     "into",   "at",     "on",         "near",
                                                 "along",  "across", "inside", "throughout", "over",
                                                 "around", "to",     "from",   "of",         "for"};
/// Where people protest.
constexpr std::array<std::string_view, 9> kShown{"in",     "at",     "on",         "near",  "along",
                                                 "across", "inside", "throughout", "around"};
/// What is agreed, granted or founded holds in a place.
constexpr std::array<std::string_view, 6> kSettled{"in",         "across", "inside",
                                                   "throughout", "to",     "of"};
/// To whom something is said; where it is said tells nothing.
constexpr std::array<std::string_view, 2> kSaid{"to", "of"};

/// Who is met, and where.
constexpr std::array<std::string_view, 3> kMet{"to", "of", "in"};
/// What somebody asks for: whose affairs it is.
constexpr std::array<std::string_view, 3> kAsked{"to", "of", "for"};

std::vector<std::string_view> scene_prepositions(const std::string& type, bool said) {
    const auto list = [](const auto& words) {
        return std::vector<std::string_view>(words.begin(), words.end());
    };
    if (type == "PROTEST") return list(kShown);
    if (type == "REQUEST") return list(kAsked);
    if (type == "CONSULT") return list(kMet);
    if (type == "AGREE" || type == "SUPPORT") return list(kSettled);
    return said ? list(kSaid) : list(kDone);
}

/// Words are all there is to it; a concession but for an apology, and an inquiry, is done.
bool is_merely_said(const std::string& type, const Action& action) {
    if (type == "CONCEDE") return action.coding.cameo == "055";
    return needs_source(type) && type != "THREATEN" && action.coding.mode != "investigate";
}

/// Relations inside one phrase, and the clauses in which the same speaker goes on.
constexpr std::array<std::string_view, 16> kInPhrase{
    "dobj", "pobj", "prep",  "poss",  "compound", "nmod",   "amod", "attr",
    "oprd", "conj", "appos", "xcomp", "pcomp",    "dative", "prt",  "agent"};
/// Of what is said, what stands behind other prepositions tells when, where or why.
constexpr std::array<std::string_view, 14> kOfPhrase{
    "of", "to",    "with",   "for",     "against", "toward", "towards",
    "on", "about", "behind", "between", "by",      "from",   "into"};
/// *complained to a reporter*: told, not blamed.
constexpr std::array<std::string_view, 5> kTelling{"complain", "grumble", "lament", "vent", "moan"};
/// *stopped the convoy in a bid to make Chad give way*: why, not to whom.
bool is_aim(const Token& noun) {
    static constexpr std::array<std::string_view, 6> kAims{"attempt", "bid",  "effort",
                                                           "hope",    "move", "order"};
    return noun.dep == "pobj" && one_of(noun.lemma, kAims);
}

/// Of what is done, only these lead to something else.
constexpr std::array<std::string_view, 12> kOtherTimes{"after",  "before",  "during",  "since",
                                                       "until",  "amid",    "despite", "as",
                                                       "unlike", "without", "while",   "following"};

}  // namespace

/// Whether a clause between a word and the predicate belongs to what the predicate tells.
bool PredicateReader::tells_same(TokenIndex clause, const SceneSearch& search) const {
    const std::string_view dep = tree_[clause].dep;
    const auto words = tree_.children(clause);
    const bool infinitive = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "aux" && tree_[c].lower == "to";
    });
    const bool participle = tree_[clause].tag == "VBG" || tree_[clause].tag == "VBN";
    const bool describes = dep == "relcl" || dep == "acl";
    // *an attack in which gunmen stormed the mosque*
    if (describes && !search.said && tree_.head(clause) == search.predicate) return true;
    // *gave money for projects which help refugees*
    if (dep == "relcl" && !infinitive) return search.type == "AID";
    // *an invitation to meet the premier*, *a ban imposed on Chad*; but *concern over plans to
    // attack Chad* judges others.
    const bool judges =
        search.type == "ACCUSE" || search.type == "SUPPORT" || search.type == "CONCEDE";
    if (describes) {
        return judges && search.said ? tree_[clause].tag == "VBN" : infinitive || participle;
    }
    // *announced that it will help Chad*, *disputes that it owes Chad money*
    if (dep == "ccomp" && (search.type == "AGREE" || search.type == "REJECT")) {
        const TokenIndex doer = tree_.child(clause, "nsubj");
        return doer != kNoToken && tree_[doer].pos == Pos::Pron;
    }
    // *will strike if Chad attacks*
    if (dep == "advcl" && search.type == "THREATEN") return true;
    // *ended their strike after the ministry raised their pay*
    if (dep == "advcl" && search.type == "CONCEDE" && !search.said) {
        const TokenIndex mark = tree_.child(clause, "mark");
        if (mark != kNoToken && tree_[mark].lower == "after") return true;
    }
    // *fasted to protest against Chad's decision*, *bombed the road, killing two officers*
    if (dep != "advcl" || tree_.has_child(clause, "mark")) return false;
    return (infinitive && search.type == "AGREE") ||
           (!search.said && (infinitive || tree_[clause].tag == "VBG"));
}

/// *the ability of lawmakers to pass it*, *vowed to make Chad pay*: a word of the predicate's own
/// phrase, or the subject of a clause that it says; not in what only dates, places or explains.
bool PredicateReader::is_in_phrase(TokenIndex token, const SceneSearch& search) const {
    TokenIndex at = token;
    std::string_view preposition;  // the last one passed
    bool apposed = false;
    for (int steps = 0; steps < kMaxSteps && at != search.top; ++steps) {
        if (tree_.is_root(at)) return false;
        const Token& word = tree_[at];
        const TokenIndex above = word.head;
        if (word.dep == "conj" && arguments_.is_verb(at)) return false;
        if (word.dep == "prep") {
            preposition = word.lower;
            // *envoys such as the Chadian*; *denounced as a crime Chad's attack on the town*
            const bool example =
                preposition == "as" && (apposed || (at > 0 && tree_[at - 1].lower == "such"));
            bool goes_on =
                search.said ? one_of(preposition, kOfPhrase) : !one_of(preposition, kOtherTimes);
            // *act as mediator between A and B*, *mediates over Chad's claims*; *called off the
            // strike after talks with the state*
            const bool role = search.type == "CONSULT" || search.type == "AGREE";
            goes_on = goes_on || (role && preposition == "as") ||
                      (search.type == "CONSULT" && preposition == "over") ||
                      (search.type == "CONCEDE" && !search.said &&
                       (preposition == "after" || preposition == "following"));
            const TokenIndex aim = tree_.child(at, "pobj");
            if (aim != kNoToken && is_aim(tree_[aim])) return false;
            // *opposes any attack on Chad*: not blamed is whom it is against.
            const bool told_to = search.type == "ACCUSE" && preposition == "to" &&
                                 above == search.predicate && one_of(tree_[above].lemma, kTelling);
            if (told_to) return false;
            if (preposition == "on" && is_medium(tree_[at + 1 < tree_.size() ? at + 1 : at]))
                return false;
            // *teamed up against Chad*
            const bool together =
                search.type == "COOPERATE" || search.type == "AGREE" || search.type == "CONSULT";
            if (together && preposition == "against") return false;
            const bool judged = search.type == "ACCUSE" || search.type == "SUPPORT";
            const bool suffers = preposition == "against" || preposition == "on" ||
                                 (preposition == "for" && above != search.predicate);
            if ((!goes_on && !example) || (search.said && judged && suffers)) return false;
        }
        const std::string_view dep = tree_[above].dep;
        const bool clause =
            dep == "ccomp" || dep == "acl" || (dep == "advcl" && search.type == "THREATEN") ||
            (dep == "advcl" && search.type == "CONCEDE" && tells_same(above, search));
        // *push for a pension, a dream for many workers*
        if (word.dep == "appos" && search.said && preposition == "for") return false;
        apposed = apposed || word.dep == "appos";
        const bool subject = word.dep == "nsubj" || word.dep == "nsubjpass";
        if (subject && clause && !tree_.has_child(above, "neg")) {
            at = tree_.head(above);
            continue;
        }
        // *inside of Chad*: the first of two prepositions is taken for an adverb.
        const bool adverb = word.dep == "advmod" && !preposition.empty();
        // *support for questioning prisoners*: not praised is to whom it is done.
        const bool of_act = word.dep == "pcomp" && search.said &&
                            (search.type == "ACCUSE" || search.type == "SUPPORT");
        if (of_act) return false;
        const bool noun = adverb || (word.dep == "ccomp" && !arguments_.is_verb(at));
        // *the ban that they imposed on aid workers*
        const bool laid_on =
            word.dep == "relcl" && (preposition == "on" || preposition == "against");
        if (!noun && !laid_on && !one_of(word.dep, kInPhrase) && !tells_same(at, search)) {
            return false;
        }
        at = above;
    }
    return at == search.top;
}

/// *US-backed fighters*, *the US-Turkish deal*: part of a description, no party of its own.
bool PredicateReader::is_in_hyphen(TokenIndex token) const {
    const auto is_hyphen = [&](TokenIndex t) { return t < tree_.size() && tree_[t].lower == "-"; };
    return is_hyphen(token + 1) || (token > 0 && is_hyphen(token - 1));
}

/// *sending Turkish forces into the enclave*, *recalled their envoys*: a state's own people are not
/// whom it is done to.
bool PredicateReader::is_own(MentionIndex mention, const std::vector<MentionIndex>& sources) const {
    const auto is_of_state = [](const Actor& actor) {
        return !actor.sectors.empty() &&
               (actor.sectors.front() == "GOV" || actor.sectors.front() == "MIL");
    };
    static constexpr std::array<std::string_view, 3> kState{"nation", "country", "state"};
    const Actor& actor = sides_.actor(mention);
    if (!is_of_state(actor)) return false;
    // *the nation's largest firm*: of a former president too it is his own.
    const Token& word = tree_[sides_.mentions().mentions[mention].head];
    const bool home = one_of(word.lemma, kState) && word.pos == Pos::Noun &&
                      std::any_of(sources.begin(), sources.end(), [&](MentionIndex s) {
                          return sides_.actor(s).country == actor.country;
                      });
    if (home) return true;
    const TokenIndex owner = arguments_.possessor(sides_.mentions().mentions[mention].head);
    const bool theirs = owner != kNoToken && tree_[owner].pos == Pos::Pron;
    return std::any_of(sources.begin(), sources.end(), [&](MentionIndex s) {
        const Actor& source = sides_.actor(s);
        if (actor.sectors.front() != "MIL" && !is_of_state(source)) return false;
        return source.country == actor.country || (theirs && sources.size() > 1);
    });
}

/// Whether force is told of in the state whose forces use it.
bool PredicateReader::is_own_state(MentionIndex mention, const std::vector<MentionIndex>& sources,
                                   const std::string& type) const {
    static constexpr std::array<std::string_view, 4> kForces{"COP", "MIL", "GOV", "SPY"};
    const Actor& state = sides_.actor(mention);
    if ((type != "ASSAULT" && type != "COERCE") || !is_government(state)) return false;
    return std::any_of(sources.begin(), sources.end(), [&](MentionIndex s) {
        const Actor& source = sides_.actor(s);
        return source.country == state.country && !source.sectors.empty() &&
               one_of(source.sectors.front(), kForces);
    });
}

/// *refused to part with his firms*, *swapped captives for its fighters*: what is one's own is not
/// whom one refuses or yields to. People whom one pays or protects may be.
bool PredicateReader::is_own_possession(MentionIndex mention,
                                        const std::vector<MentionIndex>& sources,
                                        const std::string& type) const {
    static constexpr std::array<std::string_view, 5> kTypes{"REJECT", "AGREE", "CONCEDE", "RETREAT",
                                                            "COOPERATE"};
    static constexpr std::array<std::string_view, 4> kOwned{"BUS", "MIL", "MNC", "GOV"};
    if (!one_of(type, kTypes)) return false;
    const Actor& actor = sides_.actor(mention);
    if (actor.weak || actor.sectors.empty() || !one_of(actor.sectors.front(), kOwned)) return false;
    // *returned the statue to its owner*, *agreed with their Chinese counterparts*
    static constexpr std::array<std::string_view, 3> kOthers{"owner", "counterpart", "partner"};
    if (one_of(tree_[sides_.mentions().mentions[mention].head].lemma, kOthers)) return false;
    const bool foreign = std::none_of(sources.begin(), sources.end(), [&](MentionIndex s) {
        return actor.country.empty() || sides_.actor(s).country == actor.country;
    });
    if (foreign) return false;
    const TokenIndex owner = arguments_.possessor(sides_.mentions().mentions[mention].head);
    if (owner == kNoToken || tree_[owner].pos != Pos::Pron) return false;
    const MentionIndex whose = sides_.direct(owner);
    return whose != kNobody && other_than({whose}, sources).empty();
}

/// *a call by the union's Adam Bonsu*: a word of the phrase that names the source.
bool PredicateReader::names_source(TokenIndex token,
                                   const std::vector<MentionIndex>& sources) const {
    const auto& mentions = sides_.mentions().mentions;
    return std::any_of(sources.begin(), sources.end(), [&](MentionIndex s) {
        return mentions[s].span.contains(tree_[token].span) ||
               (tree_[token].dep == "poss" && tree_.head(token) == mentions[s].head);
    });
}

bool PredicateReader::is_at_home(const std::vector<MentionIndex>& place,
                                 const std::vector<MentionIndex>& sources) const {
    return !place.empty() && std::any_of(sources.begin(), sources.end(), [&](MentionIndex s) {
        const Actor& host = sides_.actor(s);
        const bool state = !host.sectors.empty() && host.sectors.front() == "GOV";
        return state && host.country == sides_.actor(place.front()).country;
    });
}

/// The preposition before a phrase or before what it is coordinated with.
std::string_view PredicateReader::preposition_of(MentionIndex mention) const {
    TokenIndex at = sides_.mentions().mentions[mention].head;
    for (int steps = 0; steps < kMaxSteps && tree_[at].dep == "conj"; ++steps) at = tree_.head(at);
    return tree_[at].dep == "pobj" ? tree_[tree_.head(at)].lower : std::string_view();
}

/// *the wars in Iraq and Afghanistan*: who fights whom there is not told. *pulled his country out
/// of the pact*: a state imposes nothing on itself.
bool PredicateReader::is_mere_setting(MentionIndex mention, const RuleMatch& match,
                                      TokenIndex predicate,
                                      const std::vector<MentionIndex>& sources,
                                      const std::string& type) const {
    if (type == "PROTEST") return is_protested_for(mention);
    const Actor& actor = sides_.actor(mention);
    if (type == "ASSAULT") {
        return match.pos == PredicatePos::Noun && sources.empty() &&
               tree_[predicate].lemma == "war" && preposition_of(mention) == "in";
    }
    // *the Chadian army was deployed in the capital*, *offered to host talks in the capital*:
    // where, not against or with whom.
    static constexpr std::array<std::string_view, 5> kStationed{"in", "to", "at", "around", "on"};
    if (type == "MOBILIZE" || type == "AGREE") {
        const std::string_view preposition = preposition_of(mention);
        const bool where = type == "AGREE" ? preposition == "in" : one_of(preposition, kStationed);
        return where && is_government(actor) && actor.role.empty() && !sources.empty() &&
               actor.country == sides_.actor(sources.front()).country;
    }
    const bool leaves = type == "SANCTION" && match.rule->action.kind == ActionKind::Compose;
    if (!leaves || sources.empty() || !is_government(actor)) return false;
    const Actor& source = sides_.actor(sources.front());
    return actor.role.empty() && actor.country == source.country && source.id != actor.id;
}

/// *declared a ceasefire in Idlib*, *troops went on alert along the border with Chad*: without
/// anybody to whom it is done, whose place it is done in.
std::vector<MentionIndex> PredicateReader::scene(const RuleMatch& match, TokenIndex predicate,
                                                 const std::vector<MentionIndex>& sources,
                                                 const std::string& type) const {
    std::vector<TokenIndex> heads{predicate};
    if (match.pos == PredicatePos::Noun) {
        const TokenIndex verb = matcher_.carrier(predicate);
        if (verb != kNoToken) heads.push_back(verb);
    }
    heads.insert(heads.end(), match.named.begin(), match.named.end());
    heads.insert(heads.end(), match.words.begin(), match.words.end());
    const bool said = is_merely_said(type, match.rule->action);
    const bool tells = type == "ACCUSE" && one_of(tree_[predicate].lemma, kTelling);
    for (const TokenIndex head : heads) {
        for (const std::string_view preposition : scene_prepositions(type, said)) {
            if (tells && preposition == "to") continue;
            for (const TokenIndex t : arguments_.prepositional(head, preposition)) {
                if (is_long_time(tree_, t) || is_aim(tree_[t])) continue;
                // What somebody else's thing is said of or to is not said to them.
                const bool thing = sides_.direct(t) == kNobody && tree_[t].pos != Pos::Propn;
                if (said && thing && preposition != "for") continue;
                auto found = other_than(sides_.actors(t), sources);
                // *met in Nairobi*: at home with whom is not told.
                if (type == "CONSULT" && preposition == "in" && is_at_home(found, sources))
                    continue;
                // *police broke up rallies across Chad*: where, not against their own state.
                if (!found.empty() && is_own_state(found.front(), sources, type)) continue;
                if (!found.empty()) return found;
                // *will lay down their arms in Kidal*: a town is no actor, but stands for one.
                if (place_at(tree_, sides_.mentions(), t) != nullptr && sides_.weak(t) != kNobody) {
                    return {sides_.weak(t)};
                }
            }
        }
    }
    // *was proud of his ties with the union*: the next one of whom the predicate's own phrase
    // speaks.
    const TokenIndex top =
        heads.size() > 1 && match.pos == PredicatePos::Noun ? heads[1] : predicate;
    const SceneSearch search{predicate, top, type, said};
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    const TokenIndex end = std::min(sentence.last, predicate + kSceneTokens);
    for (TokenIndex t = predicate + 1; t < end; ++t) {
        const MentionIndex m = sides_.direct(t);
        if (m == Mentions::kNoMention || sides_.actor(m).country.empty()) continue;
        // *mobilised its forces*, *fights what he calls terrorism*
        if (tree_[t].pos == Pos::Pron) continue;
        if (is_war_elsewhere(tree_, tree_.head(t)) || is_long_time(tree_, tree_.head(t))) continue;
        if (is_own(m, sources) || is_own_state(m, sources, type)) continue;
        if (is_former_possession(tree_, tree_.head(t))) continue;
        // *moved its men to the hills*
        const TokenIndex owner = arguments_.possessor(t);
        if (type == "MOBILIZE" && owner != kNoToken && tree_[owner].pos == Pos::Pron) continue;
        if (names_source(t, sources)) continue;
        if (!tree_.is_under(t, top) || !is_in_phrase(t, search) || is_in_hyphen(t)) continue;
        auto found = other_than({m}, sources);
        if (!found.empty()) return found;
    }
    return type == "MOBILIZE" ? where_stationed(sources) : std::vector<MentionIndex>{};
}

/// *soldiers of the alliance in Kosovo stayed on alert*: where the forces themselves are said to
/// be.
std::vector<MentionIndex> PredicateReader::where_stationed(
    const std::vector<MentionIndex>& sources) const {
    static constexpr std::array<std::string_view, 5> kStationed{"in", "at", "along", "near",
                                                                "around"};
    for (const MentionIndex source : sources) {
        const TokenIndex forces = sides_.mentions().mentions[source].head;
        for (const std::string_view preposition : kStationed) {
            for (const TokenIndex where : arguments_.prepositional(forces, preposition)) {
                if (is_long_time(tree_, where) || matcher_.is_in_date(where)) continue;
                auto found = other_than(sides_.actors(where), sources);
                if (!found.empty()) return found;
            }
        }
    }
    return {};
}

/// *eased the curfew imposed in several towns*: on whom the measure lies that is taken back.
std::vector<MentionIndex> PredicateReader::where_laid(TokenIndex verb) const {
    static constexpr std::array<std::string_view, 3> kLaying{"impose", "place", "declare"};
    static constexpr std::array<std::string_view, 4> kPlaced{"on", "against", "in", "across"};
    if (!arguments_.is_verb(verb)) return {};
    TokenIndex measure = arguments_.object(verb);
    // *refuses to lift the ban imposed on aid workers*
    for (const auto& clause : arguments_.clauses(verb)) {
        if (measure == kNoToken && arguments_.is_verb(clause.head)) {
            measure = arguments_.object(clause.head);
        }
    }
    if (measure == kNoToken) return {};
    for (const TokenIndex c : tree_.children(measure)) {
        if (c < measure || (tree_[c].dep != "acl" && tree_[c].dep != "relcl")) continue;
        if (!one_of(tree_[c].lemma, kLaying)) continue;
        for (const std::string_view preposition : kPlaced) {
            for (const TokenIndex t : arguments_.prepositional(c, preposition)) {
                if (matcher_.is_in_date(t)) continue;
                auto found = sides_.actors(t);
                if (!found.empty()) return found;
                if (sides_.weak(t) != kNobody) return {sides_.weak(t)};
            }
        }
    }
    return {};
}

/// *agreed to provide Sri Lanka with technology*: the complement is no event, but has a party. Of
/// what is asked for it is whoever shall do it (*called for Chad to step up its fight*), not whom
/// it is to be done to (*proposed that troops be left there*).
std::vector<MentionIndex> PredicateReader::complement_party(
    const RuleMatch& match, TokenIndex predicate, const std::vector<MentionIndex>& sources,
    const std::string& type) const {
    std::vector<TokenIndex> heads = match.clauses;
    if (heads.empty()) {
        for (const auto& clause : arguments_.clauses(predicate)) heads.push_back(clause.head);
    }
    const bool asks = type == "REQUEST";
    // *have no plans to spend money to save Chad*
    const std::size_t outer = heads.size();
    for (std::size_t i = 0; i < outer; ++i) {
        if (type != "REJECT" || !arguments_.is_verb(heads[i])) continue;
        for (const auto& clause : arguments_.clauses(heads[i])) {
            if (clause.form == Arguments::ClauseForm::To) heads.push_back(clause.head);
        }
    }
    for (const TokenIndex head : heads) {
        if (!arguments_.is_verb(head)) continue;
        // *pledged to make firms pay*: not promised to them.
        if (type == "AGREE" && is_causative(tree_[head].lemma)) return {};
        if (asks && is_to_have_it(tree_, head)) return {};
        if (asks) {
            const TokenIndex doer = arguments_.subject(head);
            const bool own =
                doer != kNoToken && arguments_.is_nominal(doer) && tree_.is_under(doer, head);
            if (own) {
                auto found = other_than(sides_.actors(doer), sources);
                if (!found.empty()) return found;
            }
            if (own) continue;
        }
        // *warned that it would let refugees leave*: not they are threatened.
        const bool let = type == "THREATEN" && tree_[head].lemma == "let";
        const TokenIndex object = let ? kNoToken : arguments_.object(head);
        if (object != kNoToken) {
            auto found = other_than(sides_.actors(object), sources);
            if (!found.empty()) return found;
        }
        // *denied that it had been consulted by Chad*
        const TokenIndex by = arguments_.is_passive(head) ? arguments_.subject(head) : kNoToken;
        if (by != kNoToken) {
            auto found = other_than(sides_.actors(by), sources);
            if (!found.empty()) return found;
        }
        for (const char* preposition :
             {"to", "with", "for", "on", "against", "from", "in", "into"}) {
            for (const TokenIndex t : arguments_.prepositional(head, preposition)) {
                auto found = other_than(sides_.actors(t), sources);
                if (!found.empty()) return found;
            }
        }
    }
    return {};
}

}  // namespace tidings::coding
