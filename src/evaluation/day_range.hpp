// Dates of gold and coded events as first and last days.
#pragma once

#include <optional>
#include <string_view>

#include "evaluation/rows.hpp"

namespace tidings::evaluation {

/// Days since 1970-01-01, both ends included; an open end is the first or last day of the calendar.
struct DayRange {
    long first = 0;
    long last = 0;
};

/// `2019-03`, `2019-03-01/2019-03-05`, `../2019`, or `{"start", "end"}`; nothing for anything else.
[[nodiscard]] std::optional<DayRange> day_range(const Json& date);

/// Whether a coded date answers a gold one: they overlap, and the coded one is at most 45 days
/// longer.
[[nodiscard]] bool answers(const DayRange& gold, const std::optional<DayRange>& coded);

}  // namespace tidings::evaluation
