#include "coding/attribution.hpp"

#include "coding/quotations.hpp"

namespace tidings::coding {

std::optional<Attribution> AttributionReader::read(const Reading& reading) const {
    const Quote* innermost = innermost_quote(mentions_, tree_[reading.predicate].span);
    if (innermost == nullptr || innermost->speaker_span.empty()) return std::nullopt;
    // The speaker's own act of speech is not attributed to her.
    for (const MentionIndex source : reading.sources) {
        if (mentions_.mentions[source].actor == innermost->speaker) return std::nullopt;
    }
    Attribution result;
    result.speaker.actor = innermost->speaker;
    result.speaker.span = innermost->speaker_span;
    result.claim = innermost->stance == QuoteStance::Claimed;
    return result;
}

}  // namespace tidings::coding
