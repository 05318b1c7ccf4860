#include "coding/attribution.hpp"

#include <algorithm>

namespace tidings::coding {

namespace {

constexpr int kMaxNested = 24;  // quotations before a word that are looked at

}  // namespace

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
        // Wishes, orders, praise and blame are not told as so by whoever has them.
        if (quote->stance == QuoteStance::Attitude && quote->kind == QuoteKind::Indirect) continue;
        if (!quote->span.contains(anchor) || quote->cue.overlaps(anchor)) continue;
        if (innermost == nullptr || quote->span.size() < innermost->span.size()) {
            innermost = &*quote;
        }
    }
    if (innermost == nullptr || innermost->speaker_span.empty()) return std::nullopt;
    // The speaker's own act of speech is not attributed to her.
    for (const MentionIndex source : reading.sources) {
        if (mentions_.mentions[source].actor == innermost->speaker) return std::nullopt;
    }
    Attribution result;
    result.speaker = {innermost->speaker, innermost->speaker_span};
    result.claim = innermost->stance == QuoteStance::Claimed;
    return result;
}

}  // namespace tidings::coding
