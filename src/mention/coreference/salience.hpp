// Which earlier phrase a reader has in mind, and which one grammar forbids.
#pragma once

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Bounds of every search backwards from an anaphor.
inline constexpr std::uint32_t kSentenceWindow = 5;
inline constexpr std::uint32_t kPhraseWindow = 300;

/// How present a phrase is at a later one: subjects before objects before obliques, near before
/// far, what opens its sentence, what is mentioned often, and what stands in the same function
/// (Lappin & Leass 1994, in outline). About -4 to 5.
[[nodiscard]] double salience(const ReferenceContext& context, PhraseId candidate,
                              PhraseId anaphor);

/// True if the anaphor cannot mean the candidate by its place in the clause: co-arguments of one
/// verb (but for possessives and reflexives), the noun a possessive stands with (Chomsky's
/// principle B, in outline), or the words of its own speaker.
[[nodiscard]] bool is_bound_apart(const ReferenceContext& context, PhraseId candidate,
                                  PhraseId anaphor);

/// *most of the guards*, *dozens of villagers*: the noun behind *of*, where the token only counts
/// those; the token itself for others.
[[nodiscard]] TokenIndex those_counted(const SyntaxTree& tree, TokenIndex token);

[[nodiscard]] inline bool is_subject(const Token& token) {
    return token.dep == "nsubj" || token.dep == "nsubjpass";
}

/// Calls `score(k)` for earlier phrases, nearest first, within the windows; the best index, or
/// kNoPhrase where all scores are below `floor`. Ties go to the nearer one.
template <typename Score>
[[nodiscard]] PhraseId best_before(const ReferenceContext& context, PhraseId anaphor,
                                   std::uint32_t sentences, const Score& score,
                                   double floor = -90.0) {
    PhraseId best = kNoPhrase;
    double best_score = floor;
    const std::uint32_t here = context.sentence(anaphor);
    for (PhraseId k = anaphor; k-- > 0;) {
        if (anaphor - k > kPhraseWindow || here - context.sentence(k) > sentences) break;
        const double s = score(k);
        if (s > best_score) {
            best_score = s;
            best = k;
        }
    }
    return best;
}

inline constexpr double kImpossible = -100.0;

}  // namespace tidings::mention
