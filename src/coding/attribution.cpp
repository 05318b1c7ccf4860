#include "coding/attribution.hpp"

#include <algorithm>

#include "coding/quotations.hpp"

namespace tidings::coding {

std::optional<Attribution> AttributionReader::read(const Reading& reading) const {
    const Quote* innermost = innermost_quote(mentions_, tree_[reading.predicate].span);
    if (innermost == nullptr || innermost->speaker_span.empty()) return std::nullopt;
    Attribution result;
    result.speaker.actor = innermost->speaker;
    result.speaker.span = innermost->speaker_span;
    result.claim = innermost->stance == QuoteStance::Claimed;
    result.own =
        std::any_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex source) {
            return mentions_.mentions[source].actor == innermost->speaker;
        });
    return result;
}

}  // namespace tidings::coding
