// Verbs that carry an event noun: *launched an attack*, *held two weeks of talks*.
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "language/arguments.hpp"

namespace tidings {

namespace {

/// Prepositions behind which stands another act than the verb's.
constexpr std::array<std::string_view, 17> kTimeAndCause{
    "after", "before", "following", "amid",    "amidst", "during", "despite", "since",  "over",
    "until", "till",   "because",   "pending", "given",  "unlike", "without", "against"};

/// The noun that measures another (*a **round** of talks*, *two **weeks** of exercises*), else the
/// noun itself.
TokenIndex measure_of(const SyntaxTree& tree, TokenIndex noun) {
    static constexpr std::array<std::string_view, 29> kMeasures{
        "day",    "week",     "month",   "hour",   "fortnight", "weekend",    "minute", "round",
        "series", "number",   "string",  "wave",   "spate",     "bout",       "set",    "pair",
        "couple", "dozen",    "session", "flurry", "raft",      "succession", "spell",  "half",
        "phase",  "sequence", "stretch", "burst",  "marathon"};
    if (tree[noun].dep != "pobj" || tree[tree.head(noun)].lower != "of") return noun;
    const TokenIndex above = tree.head(tree.head(noun));
    const Pos pos = tree[above].pos;
    const bool nominal = pos == Pos::Noun || pos == Pos::Propn || pos == Pos::Num;
    return nominal && one_of(tree[above].lemma, kMeasures) ? above : noun;
}

}  // namespace

TokenIndex Arguments::light_verb(TokenIndex noun) const {
    TokenIndex current = measure_of(tree_, noun);
    for (int steps = 0; steps < 3; ++steps) {
        const Token& token = tree_[current];
        if (token.dep == "conj" && is_nominal(token.head)) {
            current = token.head;
            continue;
        }
        if ((token.dep == "dobj" || token.dep == "nsubjpass" || token.dep == "attr") &&
            is_verb(token.head)) {
            return token.head;
        }
        if (token.dep == "pobj") {
            // *sent troops following an attack*: says when or why, not what was done.
            if (one_of(tree_[token.head].lower, kTimeAndCause)) return kNoToken;
            const TokenIndex above = tree_.head(token.head);
            return is_verb(above) ? above : kNoToken;
        }
        return kNoToken;
    }
    return kNoToken;
}

}  // namespace tidings
