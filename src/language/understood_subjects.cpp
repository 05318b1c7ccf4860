// Who does what a verb without a subject of its own tells.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "language/arguments.hpp"
#include "language/attachment.hpp"

namespace tidings {

namespace {

/// Verbs whose infinitive is done by their subject although they have an object.
constexpr std::array<std::string_view, 13> kSubjectControl{
    "promise", "threaten",  "use",  "take",  "send",    "deploy", "call",
    "phone",   "telephone", "meet", "visit", "receive", "host"};
/// Prepositions whose gerund is done by the object of the verb (*accused Iran of attacking*).
constexpr std::array<std::string_view, 8> kObjectGerund{"for",  "of",    "from",    "with",
                                                        "over", "about", "against", "into"};

/// Verbs of praise and blame: whom they judge *for* doing something did it.
constexpr std::array<std::string_view, 34> kJudging{
    "praise",    "commend",   "thank",   "applaud",      "laud",     "hail",      "credit",
    "criticize", "criticise", "condemn", "blame",        "fault",    "denounce",  "slam",
    "blast",     "rebuke",    "scold",   "chide",        "censure",  "castigate", "lambast",
    "berate",    "punish",    "fine",    "sue",          "sanction", "arrest",    "jail",
    "indict",    "prosecute", "convict", "congratulate", "reward",   "salute"};

/// What is done to the plans of others: whoever does it is not who plans.
constexpr std::array<std::string_view, 24> kAgainst{
    "thwart",    "foil",    "disrupt", "condemn", "denounce",  "reject",   "oppose",  "criticise",
    "criticize", "uncover", "expose",  "scupper", "frustrate", "sabotage", "welcome", "praise",
    "endorse",   "back",    "deplore", "slam",    "decry",     "derail",   "hail",    "support"};

/// *a Ugandan plot*, *a UN plan*: whoever is named before the noun; kNoToken if nobody is.
TokenIndex named_before(const SyntaxTree& tree, TokenIndex noun) {
    for (const TokenIndex c : tree.children(noun)) {
        const bool name = tree[c].dep == "compound" || tree[c].dep == "nmod";
        if (c < noun && name && tree[c].pos == Pos::Propn) return c;
        if (c < noun && tree[c].dep == "amod" && tree[c].tag == "JJ" &&
            (tree[c].lower.ends_with("ian") || tree[c].lower.ends_with("an") ||
             tree[c].lower.ends_with("ese") || tree[c].lower.ends_with("ish") ||
             tree[c].lower.ends_with("li") || tree[c].lower.ends_with("qi"))) {
            return c;
        }
    }
    return kNoToken;
}

/// Verbs by which somebody makes another do something: what he does *by* he does himself.
constexpr std::array<std::string_view, 9> kCausing{
    "pressure", "press", "force", "compel", "coerce", "persuade", "induce", "convince", "provoke"};
/// What ranks whoever does something among those who do it: *the first to go*, *the only state to
/// go*.
constexpr std::array<std::string_view, 9> kRanks{"first", "second", "third", "last",    "latest",
                                                 "only",  "next",   "sole",  "earliest"};

/// The copula of *was the first to recognise it*, *was among the first states to recognise it*.
TokenIndex copula_of_rank(const SyntaxTree& tree, TokenIndex ranked) {
    bool rank = one_of(tree[ranked].lower, kRanks);
    for (const TokenIndex c : tree.children(ranked)) rank = rank || one_of(tree[c].lower, kRanks);
    if (!rank) return kNoToken;
    TokenIndex above = tree.head(ranked);
    if (tree[ranked].dep == "pobj" && tree[above].lower == "among") {
        above = tree.head(above);
    } else if (tree[ranked].dep != "attr" && tree[ranked].dep != "acomp") {
        return kNoToken;
    }
    return tree[above].lemma == "be" || tree[above].lemma == "become" ? above : kNoToken;
}

/// *Police say a man trying to flee shot a guard*: the parser takes the participle for the verb of
/// the clause, and hangs its verb beside it.
TokenIndex subject_of_participle(const SyntaxTree& tree, TokenIndex verb) {
    if (tree[verb].tag != "VBD" && tree[verb].tag != "VBZ") return kNoToken;
    for (const TokenIndex c : tree.children(tree[verb].head)) {
        if (c >= verb) break;
        if (tree[c].dep != "ccomp" || tree[c].tag != "VBG" || tree.has_child(c, "aux")) continue;
        return tree.child(c, "nsubj");
    }
    return kNoToken;
}

/// *was flooded with calls to boycott it*: whoever is called on, not whoever got the calls; the
/// parser hangs the infinitive on the verb.
bool is_called_for(const SyntaxTree& tree, TokenIndex verb) {
    static constexpr std::array<std::string_view, 6> kCalls{"call", "demand",  "appeal",
                                                            "plea", "request", "petition"};
    const TokenIndex to = tree.child(verb, "aux");
    if (to == kNoToken || to == 0 || tree[to].lower != "to") return false;
    return tree[to - 1].dep == "pobj" && one_of(tree[to - 1].lemma, kCalls);
}

}  // namespace

TokenIndex Arguments::controller(TokenIndex verb, int depth) const {
    const TokenIndex governor = tree_.head(verb);
    const Token& token = tree_[governor];
    if (token.pos == Pos::Adj || token.dep == "acomp") {
        return subject(tree_.head(governor), depth + 1);
    }
    // *Chad and Niger to meet in Cairo*, a headline
    if (token.pos == Pos::Propn && tree_.is_root(governor)) return governor;
    if (!is_verb(governor)) return kNoToken;
    if (is_passive(governor)) return object(governor, depth + 1);
    const TokenIndex direct = tree_.child(governor, "dobj");
    const TokenIndex dative = tree_.child(governor, "dative");
    const bool controls = direct != kNoToken && !is_time_spent(tree_, direct);
    if (controls && !one_of(token.lemma, kSubjectControl)) {
        return through_relative(direct, governor);
    }
    if (dative != kNoToken && is_nominal(dative) && token.lemma != "promise") return dative;
    return subject(governor, depth + 1);
}

TokenIndex Arguments::understood_subject(TokenIndex verb, int depth) const {
    const Token& token = tree_[verb];
    const TokenIndex governor =
        token.dep == "conj" ? conjunct_of(tree_, verb) : TokenIndex(token.head);
    if (governor == verb) return kNoToken;
    if (token.dep == "conj") {
        if (!is_verb(governor)) return kNoToken;
        return is_passive(governor) ? object(governor, depth + 1) : subject(governor, depth + 1);
    }
    if (token.dep == "xcomp") {
        const TokenIndex doer = doer_before(tree_, verb);
        return doer != kNoToken ? doer : controller(verb, depth);
    }
    if (token.dep == "advcl" || token.dep == "dep" || token.dep == "ccomp") {
        if (!is_verb(governor) || is_called_for(tree_, verb)) return kNoToken;
        if (token.dep == "ccomp") {
            const TokenIndex doer = subject_of_participle(tree_, verb);
            if (doer != kNoToken) return doer;
        }
        if (const TokenIndex doer = doer_before(tree_, verb); doer != kNoToken) return doer;
        // *it is striking that tensions are threatening growth*: whose subject the parser lost.
        if (token.dep == "ccomp" && has_empty_subject(tree_, governor)) return kNoToken;
        return is_passive(governor) ? object(governor, depth + 1) : subject(governor, depth + 1);
    }
    if (token.dep == "pcomp") {
        TokenIndex above = tree_.head(governor);
        // *stopped short of leaving*, *far from leaving, they stayed*, *came within days of
        // leaving*
        const bool within =
            tree_[above].dep == "pobj" && tree_[tree_.head(above)].lower == "within";
        if (within) above = tree_.head(tree_.head(above));
        if (tree_[above].dep == "advmod") {
            above = tree_.head(above);
            if (is_verb(above)) return subject(above, depth + 1);
        }
        // *is capable of attacking them*
        if (tree_[above].dep == "acomp") return subject(tree_.head(above), depth + 1);
        if (is_verb(above)) {
            // *forced them to stop by cutting aid*
            const TokenIndex causer = tree_.head(above);
            const bool caused = tree_[above].dep == "xcomp" || tree_[above].dep == "ccomp";
            if (tree_[governor].lower == "by" && caused && one_of(tree_[causer].lemma, kCausing)) {
                return subject(causer, depth + 1);
            }
            const TokenIndex done_to = object(above, depth + 1);
            // *lashed out at Chad for jailing priests*, but *apologised to Chad for jailing them*
            if (done_to == kNoToken && tree_[governor].lower == "for") {
                for (const std::string_view preposition : {"at", "against"}) {
                    const auto blamed = prepositional(above, preposition);
                    if (!blamed.empty() && blamed.front() < governor) return blamed.front();
                }
            }
            if (done_to != kNoToken && one_of(tree_[governor].lower, kObjectGerund)) return done_to;
            return is_passive(above) ? object(above, depth + 1) : subject(above, depth + 1);
        }
        if (is_nominal(above)) {
            // *convicted Webb, 51, of kidnapping*: the parser hangs the phrase on what stands
            // between.
            TokenIndex named = above;
            for (int steps = 0; steps < 3 && tree_[named].dep != "dobj"; ++steps) {
                if (tree_[named].dep != "appos" && tree_[named].dep != "nummod" &&
                    tree_[named].dep != "npadvmod") {
                    break;
                }
                named = tree_.head(named);
            }
            static constexpr std::array<std::string_view, 6> kTrying{
                "convict", "acquit", "accuse", "suspect", "clear", "absolve"};
            const bool person = tree_[named].pos == Pos::Propn || tree_[named].pos == Pos::Pron ||
                                one_of(tree_[tree_[named].head].lemma, kTrying);
            if (tree_[named].dep == "dobj" && person && tree_[governor].lower == "of") return named;
            // *was accused by two lawyers of bribing*: the parser hangs the phrase on the agent.
            const TokenIndex behind = tree_.head(above);
            if (tree_[behind].dep == "agent" && one_of(tree_[governor].lower, kObjectGerund)) {
                return object(tree_.head(behind), depth + 1);
            }
            // *praised the French government for opening the border*
            if (tree_[above].dep == "dobj" && tree_[governor].lower == "for" &&
                one_of(tree_[behind].lemma, kJudging)) {
                return above;
            }
            // *arrested a suspect of planning the raid*, *the masterminds of bombing a market*
            static constexpr std::array<std::string_view, 6> kBlamed{
                "suspect", "culprit", "mastermind", "convict", "perpetrator", "defendant"};
            if (tree_[governor].lower == "of" && one_of(tree_[above].lemma, kBlamed)) return above;
            if (const TokenIndex owner = possessor(above); owner != kNoToken) return owner;
            const TokenIndex by = agent(above);
            if (by != kNoToken) return by;
            const TokenIndex light = light_verb(above);
            if (light != kNoToken) return subject(light, depth + 1);
        }
        return kNoToken;
    }
    if (token.dep == "acl" || token.dep == "relcl") {
        if (const TokenIndex copula = copula_of_rank(tree_, governor); copula != kNoToken) {
            return subject(copula, depth + 1);
        }
        if (!is_nominal(governor)) return kNoToken;
        // *spent the evening attacking a rival*: not the evening.
        const bool spends = token.tag == "VBG" && is_time_spent(tree_, governor);
        if (spends) return subject(tree_.head(governor), depth + 1);
        if (token.tag == "VBG") return governor;
        if (const TokenIndex owner = possessor(governor); owner != kNoToken) return owner;
        if (const TokenIndex by = agent(governor); by != kNoToken) return by;
        // *questioned the decision of Kenya to expel him*
        for (const TokenIndex of : prepositional(governor, "of")) {
            if (tree_[of].pos == Pos::Propn) return of;
        }
        // *thwarted a Ugandan plot to kill him*: not whoever thwarted it
        if (tree_[governor].dep == "dobj" && one_of(tree_[tree_[governor].head].lemma, kAgainst)) {
            return named_before(tree_, governor);
        }
        const TokenIndex light = light_verb(governor);
        // *was flooded with calls to boycott it*: whoever got them does not call.
        const bool gotten = light != kNoToken && tree_[governor].dep == "pobj" && is_passive(light);
        if (gotten) return kNoToken;
        if (light != kNoToken) return subject(light, depth + 1);
        for (const TokenIndex of : prepositional(governor, "of")) return of;
        return kNoToken;
    }
    return kNoToken;
}

}  // namespace tidings
