// Zones as news pages write them.
#pragma once

#include <optional>
#include <string_view>

namespace tidings::report {

struct CalendarDay {
    int year = 0;
    int month = 0;
    int day = 0;
};

/// Minutes east of UTC of an abbreviation in lower case (`est`, `gmt`, `cet`) on that day; `et` and
/// its like follow the United States' summer time. Nothing if it is not known.
[[nodiscard]] std::optional<int> zone_offset(std::string_view name, CalendarDay day);

/// 0 for Sunday to 6 for Saturday.
[[nodiscard]] int weekday(CalendarDay day);

[[nodiscard]] int days_in_month(int year, int month);

}  // namespace tidings::report
