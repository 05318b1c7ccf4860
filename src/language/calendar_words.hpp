// English names of days, months and seasons, as their words tell that a phrase dates something.
// What time such a phrase means is `src/mention/time`'s to say.
#pragma once

#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings {

/// *monday*: a whole name, in lower case, as are all words below.
[[nodiscard]] inline bool is_weekday(std::string_view lower) {
    static constexpr std::array<std::string_view, 7> kWeekdays{
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    return one_of(lower, kWeekdays);
}

[[nodiscard]] inline bool is_month(std::string_view lower) {
    static constexpr std::array<std::string_view, 12> kMonthNames{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    return one_of(lower, kMonthNames);
}

[[nodiscard]] inline bool is_season(std::string_view lower) {
    return lower == "spring" || lower == "summer" || lower == "autumn" || lower == "winter";
}

/// A day, a month or a season.
[[nodiscard]] inline bool is_calendar_word(std::string_view lower) {
    return is_weekday(lower) || is_month(lower) || is_season(lower);
}

}  // namespace tidings
