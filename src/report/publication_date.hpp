// Dates and times as headers of reports write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tidings/text.hpp>

namespace tidings::report {

struct FoundDate {
    Span span;        ///< date, time and zone
    std::string iso;  ///< see parse_publication_date
};

/// The first full calendar date in `text` with the time and zone beside it. Linear.
[[nodiscard]] std::optional<FoundDate> find_publication_date(std::string_view text);

/// A date given as a field of its own: as above, or seconds or milliseconds since 1970. Empty if
/// it cannot be read.
[[nodiscard]] std::string normalise_given_date(std::string_view given);

}  // namespace tidings::report
