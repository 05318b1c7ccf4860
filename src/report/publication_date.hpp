// Dates and times as headers of reports write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tidings/text.hpp>

namespace tidings::report {

struct FoundDate {
    Span span;        ///< date, time and zone
    std::string iso;  ///< see parse_publication_date
};

/// Whether `3/5/2022` is a day in March or in May.
enum class DateOrder : std::uint8_t { Unknown, DayFirst, MonthFirst };

/// What is known of how the source writes dates.
struct DateStyle {
    DateOrder order = DateOrder::Unknown;
    bool short_years = false;  ///< `17.01.20` is a date
};

/// The first full calendar date in `text` with the time and zone beside it. Linear.
[[nodiscard]] std::optional<FoundDate> find_publication_date(std::string_view text,
                                                             DateStyle style = {});

/// A date given as a field of its own: as above, or seconds or milliseconds since 1970. Empty if
/// it cannot be read.
[[nodiscard]] std::string normalise_given_date(std::string_view given, DateStyle style = {});

}  // namespace tidings::report
