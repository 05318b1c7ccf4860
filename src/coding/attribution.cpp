#include "coding/attribution.hpp"

#include <algorithm>
#include <array>

namespace tidings::coding {

namespace {

constexpr int kMaxNested = 16;  // quotations before a word that are looked at

/// Beginnings of the cues after which nothing is vouched for.
constexpr std::array<std::string_view, 7> kClaims{"claim",   "alleg",  "accus",  "charg",
                                                  "contend", "assert", "purport"};

}  // namespace

std::optional<Attribution> AttributionReader::according_to(TokenIndex predicate) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    for (TokenIndex t = sentence.first; t + 2 < sentence.last; ++t) {
        if (tree_[t].lower != "according" || tree_[t + 1].lower != "to") continue;
        TokenIndex object = tree_.child(t + 1, "pobj");
        if (object == kNoToken) object = tree_.child(t, "pobj");
        if (object == kNoToken) return std::nullopt;
        Attribution result;
        result.speaker.span = tree_[object].span;
        const std::uint32_t at = mentions_.mention_at[object];
        if (at != Mentions::kNoMention) {
            result.speaker = {mentions_.mentions[at].actor, mentions_.mentions[at].span};
        }
        return result;
    }
    return std::nullopt;
}

std::optional<Attribution> AttributionReader::read(const Reading& reading) const {
    const Span anchor = tree_[reading.predicate].span;
    const Quote* innermost = nullptr;
    // Quotations are sorted by their start and nest no deeper than a few.
    const auto behind = std::upper_bound(
        mentions_.quotes.begin(), mentions_.quotes.end(), anchor.start,
        [](std::uint32_t start, const Quote& quote) { return start < quote.span.start; });
    auto quote = behind;
    for (int steps = 0; steps < kMaxNested && quote != mentions_.quotes.begin(); ++steps) {
        --quote;
        if (!quote->span.contains(anchor)) continue;
        if (innermost == nullptr || quote->span.size() < innermost->span.size()) {
            innermost = &*quote;
        }
    }
    if (innermost == nullptr) return according_to(reading.predicate);
    if (innermost->speaker_span.empty()) return std::nullopt;
    // The speaker's own act of speech is not attributed to her.
    for (const MentionIndex source : reading.sources) {
        if (mentions_.mentions[source].actor == innermost->speaker) return std::nullopt;
    }
    Attribution result;
    result.speaker = {innermost->speaker, innermost->speaker_span};
    const std::string_view cue = slice(report_.text, innermost->cue);
    result.claim = std::any_of(kClaims.begin(), kClaims.end(), [&](std::string_view beginning) {
        return utf8::lower(cue).starts_with(beginning);
    });
    return result;
}

}  // namespace tidings::coding
