#include "language/attachment.hpp"

#include <array>

#include "base/one_of.hpp"

namespace tidings {

namespace {

/// Verbs that take a preposition and a clause in -ing (*objected to Chad opening an inquiry*).
constexpr std::array<std::string_view, 17> kGerundVerbs{
    "object", "lead",   "agree", "react", "consent", "amount", "insist",    "count", "rely",
    "depend", "result", "end",   "point", "refer",   "allude", "culminate", "stem"};
/// Prepositions before whoever does what a participle tells (*videos of Chad shelling the town*);
/// behind the second kind only a name (*left after Chad shelling the town*).
constexpr std::array<std::string_view, 6> kBeforeDoer{"of",      "about", "with",
                                                      "against", "like",  "without"};
constexpr std::array<std::string_view, 5> kBeforeNamedDoer{"after", "amid", "over", "despite",
                                                           "by"};

/// Verbs of denial, and what is said in the same breath (*denied that it had fired and accused the
/// rebels*).
constexpr std::array<std::string_view, 6> kDenials{"deny",    "reject", "dismiss",
                                                   "dispute", "refute", "rebut"};
constexpr std::array<std::string_view, 15> kReplies{
    "accuse", "blame",  "urge", "condemn",  "vow",  "say",    "add",    "describe",
    "warn",   "demand", "ask",  "denounce", "call", "pledge", "promise"};

/// Verbs by which somebody is quoted, and what a quoted person goes on to do (*said that they had
/// left, and urged Chad to act*).
constexpr std::array<std::string_view, 18> kSaying{
    "say",   "tell",  "add",   "warn",    "argue",  "insist", "note",   "claim",   "explain",
    "write", "state", "tweet", "declare", "stress", "assert", "allege", "believe", "maintain"};
constexpr std::array<std::string_view, 20> kFurtherSpeech{
    "accuse",  "blame", "urge",      "condemn", "criticize", "criticise", "praise",
    "demand",  "warn",  "vow",       "thank",   "denounce",  "call",      "pledge",
    "promise", "add",   "challenge", "appeal",  "reject",    "dismiss"};

/// What number of its subject a finite verb tells.
enum class Number : std::uint8_t { Unknown, Singular, Plural };

Number number_of(const SyntaxTree& tree, TokenIndex verb) {
    const auto number = [&](TokenIndex t) {
        const std::string_view tag = tree[t].tag;
        if (tag == "VBZ" || tree[t].lower == "was") return Number::Singular;
        if (tag == "VBP" || tree[t].lower == "were") return Number::Plural;
        return Number::Unknown;
    };
    for (const TokenIndex c : tree.children(verb)) {
        if (tree[c].dep != "aux" && tree[c].dep != "auxpass") continue;
        if (tree[c].tag == "MD" || tree[c].tag == "TO") return Number::Unknown;
        if (const Number found = number(c); found != Number::Unknown) return found;
    }
    return number(verb);
}

/// *denied that it holds anyone and accused its critics*, *said it would leave and closed the
/// road*: a past verb does not go on with a present or a coming act, nor a retort with what is
/// denied.
bool leaves_the_clause(const SyntaxTree& tree, TokenIndex verb) {
    const TokenIndex first = tree.head(verb);
    const TokenIndex above = tree.head(first);
    if (tree[verb].tag != "VBD" || tree[first].dep != "ccomp" || tree[above].tag != "VBD" ||
        tree.has_child(verb, "nsubj") || tree.has_child(verb, "aux") ||
        tree.has_child(verb, "auxpass") || !tree.has_child(verb, "dobj")) {
        return false;
    }
    if (one_of(tree[above].lemma, kDenials) && one_of(tree[verb].lemma, kReplies)) return true;
    if (tree[first].tag == "VBZ") return true;
    for (const TokenIndex c : tree.children(first)) {
        if (tree[c].dep != "aux" && tree[c].dep != "auxpass") continue;
        if (tree[c].lemma == "have") return false;  // *has crossed and (has) shelled*
        if (tree[c].tag == "MD" || tree[c].tag == "VBZ" || tree[c].tag == "VBP") return true;
    }
    return false;
}

/// *said that the army had left, and urged Chad to act*, *said Chad was weak and accused Peru*:
/// whoever is quoted goes on; the verb that quotes, kNoToken if what is quoted goes on.
TokenIndex further_speech(const SyntaxTree& tree, TokenIndex verb) {
    const TokenIndex first = tree.head(verb);
    if (!one_of(tree[verb].lemma, kFurtherSpeech) || one_of(tree[first].lemma, kFurtherSpeech) ||
        one_of(tree[first].lemma, kSaying)) {
        return kNoToken;
    }
    for (const std::string_view own : {"nsubj", "nsubjpass", "aux", "auxpass"}) {
        if (tree.has_child(verb, own)) return kNoToken;
    }
    TokenIndex joint = kNoToken;
    for (const TokenIndex c : tree.children(first)) {
        if (tree[c].dep == "cc" && c > first && c < verb) joint = c;
    }
    if (joint == kNoToken || joint == 0 || tree[joint].lower == "or") return kNoToken;
    const bool apart = tree[joint - 1].lower == ",";
    const bool is_state = tree[first].lemma == "be" && tree[first].tag != "VBN";
    const bool future = [&] {
        const TokenIndex helper = tree.child(first, "aux");
        return helper != kNoToken && tree[helper].tag == "MD" && tree[verb].tag == "VBD";
    }();
    if (!apart && !is_state && !future) return kNoToken;
    TokenIndex above = first;
    for (int steps = 0; steps < 3 && tree[above].dep == "ccomp"; ++steps) {
        above = tree.head(above);
        const bool quotes = one_of(tree[above].lemma, kSaying) && above < first;
        if (quotes && (tree[above].tag == "VBD" || tree[above].tag == tree[verb].tag)) {
            return above;
        }
    }
    return kNoToken;
}

/// *accused Chad of arming rebels and expelled its envoy*: a finite verb goes on with a finite one.
TokenIndex finite_conjunct(const SyntaxTree& tree, TokenIndex verb) {
    TokenIndex first = tree.head(verb);
    const std::string_view tag = tree[verb].tag;
    if (tag == "VBD" || tag == "VBZ" || tag == "VBN") {
        if (const TokenIndex quotes = further_speech(tree, verb); quotes != kNoToken) return quotes;
    }
    if (tag != "VBD" && tag != "VBZ") return first;
    if (leaves_the_clause(tree, verb)) return tree.head(first);
    const bool gerund =
        tree[first].tag == "VBG" && tree[first].dep == "pcomp" && !tree.has_child(first, "aux");
    // *demanded that Chad free them and threatened to sue*: a bare verb goes on with no finite one.
    const TokenIndex helper = tree.child(first, "aux");
    const bool bare =
        tree[first].tag == "VB" && tree[first].pos == Pos::Verb &&
        (helper == kNoToken ? tree.has_child(first, "mark") : tree[helper].lower == "to");
    if (!gerund && !bare) return first;
    for (int steps = 0; steps < 4 && !tree.is_root(first); ++steps) {
        first = tree.head(first);
        const bool other = tree[first].tag != "VBG" && (!bare || tree[first].tag == tag);
        if (tree[first].pos == Pos::Verb && other) return first;
    }
    return tree.head(verb);
}

/// *heard him admitting what they had lost and promising help*: a participle goes on with one.
TokenIndex participle_conjunct(const SyntaxTree& tree, TokenIndex verb) {
    const TokenIndex first = tree.head(verb);
    const bool bare = tree[verb].tag == "VBG" && !tree.has_child(verb, "aux");
    const std::string_view tag = tree[first].tag;
    const bool finite = (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "VBN") &&
                        (tree.has_child(first, "nsubj") || tree.has_child(first, "aux"));
    if (!bare || !finite) return first;
    TokenIndex above = first;
    for (int steps = 0; steps < 3 && !tree.is_root(above); ++steps) {
        above = tree.head(above);
        if (tree[above].tag == "VBG" && !tree.has_child(above, "aux")) return above;
    }
    return first;
}

}  // namespace

TokenIndex conjunct_of(const SyntaxTree& tree, TokenIndex verb) {
    TokenIndex first = finite_conjunct(tree, verb);
    if (first == tree.head(verb)) first = participle_conjunct(tree, verb);
    if (first != tree.head(verb)) return first;
    const Number given = number_of(tree, first);
    const bool may_govern = tree[first].tag == "VB" || tree.has_child(first, "xcomp");
    if (given == Number::Unknown || may_govern) return first;
    Number wanted = number_of(tree, verb);
    const bool bare =
        tree[verb].tag == "VB" && (tree[first].tag == "VBN" || tree[first].tag == "VBZ");
    if (wanted == Number::Unknown && bare) wanted = Number::Plural;
    if (wanted == Number::Unknown || wanted == given) return first;
    TokenIndex above = first;
    for (int steps = 0; steps < 4; ++steps) {
        const std::string_view dep = tree[above].dep;
        if (dep != "ccomp" && dep != "advcl" && dep != "conj") return first;
        above = tree.head(above);
        if (number_of(tree, above) == wanted) return above;
    }
    return first;
}

TokenIndex doer_before(const SyntaxTree& tree, TokenIndex participle) {
    if (tree[participle].tag != "VBG") return kNoToken;
    TokenIndex first = participle;  // of the participle and its adverbs
    for (const TokenIndex c : tree.children(participle)) {
        if (tree[c].dep == "mark" || tree[c].tag == "WRB") return kNoToken;
        if (tree[c].dep == "advmod" && c + 1 == first) first = c;
    }
    if (first == 0) return kNoToken;
    TokenIndex doer = first - 1;
    if (tree[doer].tag == "POS" && doer > 0) --doer;
    const bool apart = tree[doer].lower == ",";
    if (apart && doer > 0) --doer;
    const bool nominal =
        tree[doer].pos == Pos::Noun || tree[doer].pos == Pos::Propn || tree[doer].pos == Pos::Pron;
    if (!nominal || tree[doer].dep != "pobj" || tree[doer].sentence != tree[participle].sentence) {
        return kNoToken;
    }
    const TokenIndex preposition = tree.head(doer);
    const std::string_view word = tree[preposition].lower;
    if (apart) {
        const bool absolute = word == "with" && preposition > 0 &&
                              tree[preposition - 1].lower == "," &&
                              tree.head(preposition) == tree.head(participle);
        return absolute ? doer : kNoToken;
    }
    const bool named = tree[doer].pos == Pos::Propn && one_of(word, kBeforeNamedDoer);
    const bool asked = one_of(tree[tree.head(preposition)].lemma, kGerundVerbs);
    return one_of(word, kBeforeDoer) || named || asked ? doer : kNoToken;
}

bool has_empty_subject(const SyntaxTree& tree, TokenIndex verb) {
    const TokenIndex subject = tree.child(verb, "nsubj");
    return subject != kNoToken && tree[subject].lower == "it" &&
           (tree.has_child(verb, "aux") || tree[verb].lemma == "be");
}

bool is_time_spent(const SyntaxTree& tree, TokenIndex noun) {
    static constexpr std::array<std::string_view, 14> kTimes{
        "second", "minute", "hour", "day",    "night",  "morning", "evening",
        "week",   "month",  "year", "decade", "career", "weekend", "summer"};
    static constexpr std::array<std::string_view, 3> kSpending{"spend", "waste", "devote"};
    if (!one_of(tree[noun].lemma, kTimes) || tree.is_root(noun)) return false;
    return one_of(tree[tree.head(noun)].lemma, kSpending);
}

TokenIndex stranded_object(const SyntaxTree& tree, TokenIndex preposition) {
    if (!tree.children(preposition).empty() || preposition + 1 >= tree.size()) return kNoToken;
    TokenIndex noun = preposition + 1;
    for (int steps = 0; steps < 4 && tree[noun].dep != "nsubj"; ++steps) {
        const TokenIndex above = tree.head(noun);
        if (above <= noun) return kNoToken;
        noun = above;
    }
    const Token& verb = tree[tree.head(noun)];
    const bool behind = tree[noun].dep == "nsubj" && tree.head(noun) > noun;
    const bool participle = verb.tag == "VBN" || verb.tag == "VBD" || verb.tag == "VBG";
    return behind && participle && verb.dep != "relcl" && verb.dep != "ROOT" ? noun : kNoToken;
}

}  // namespace tidings
