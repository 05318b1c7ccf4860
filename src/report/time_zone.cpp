#include "report/time_zone.hpp"

#include <algorithm>
#include <array>

namespace tidings::report {
namespace {

struct NamedZone {
    std::string_view name;
    int minutes;
};

// Abbreviations that two parts of the world share have the meaning that is usual in English news.
constexpr std::array kZones{
    NamedZone{"z", 0},      NamedZone{"gmt", 0},     NamedZone{"utc", 0},
    NamedZone{"ut", 0},     NamedZone{"wet", 0},     NamedZone{"west", 60},
    NamedZone{"bst", 60},   NamedZone{"cet", 60},    NamedZone{"cest", 120},
    NamedZone{"eet", 120},  NamedZone{"eest", 180},  NamedZone{"msk", 180},
    NamedZone{"trt", 180},  NamedZone{"eat", 180},   NamedZone{"wat", 60},
    NamedZone{"cat", 120},  NamedZone{"sast", 120},  NamedZone{"ast", -240},
    NamedZone{"adt", -180}, NamedZone{"nst", -210},  NamedZone{"est", -300},
    NamedZone{"edt", -240}, NamedZone{"cst", -360},  NamedZone{"cdt", -300},
    NamedZone{"mst", -420}, NamedZone{"mdt", -360},  NamedZone{"pst", -480},
    NamedZone{"pdt", -420}, NamedZone{"akst", -540}, NamedZone{"akdt", -480},
    NamedZone{"hst", -600}, NamedZone{"brt", -180},  NamedZone{"art", -180},
    NamedZone{"irst", 210}, NamedZone{"gst", 240},   NamedZone{"aft", 270},
    NamedZone{"pkt", 300},  NamedZone{"ist", 330},   NamedZone{"npt", 345},
    NamedZone{"ict", 420},  NamedZone{"wib", 420},   NamedZone{"hkt", 480},
    NamedZone{"sgt", 480},  NamedZone{"pht", 480},   NamedZone{"awst", 480},
    NamedZone{"jst", 540},  NamedZone{"kst", 540},   NamedZone{"acst", 570},
    NamedZone{"acdt", 630}, NamedZone{"aest", 600},  NamedZone{"aedt", 660},
    NamedZone{"nzst", 720}, NamedZone{"nzdt", 780}};

// Standard time; one hour is added in summer.
constexpr std::array kAmericanZones{NamedZone{"et", -300}, NamedZone{"ct", -360},
                                    NamedZone{"mt", -420}, NamedZone{"pt", -480},
                                    NamedZone{"eastern", -300}};

// Day of the month of the n-th Sunday, or of the last one (n = 0).
int sunday(int year, int month, int n) {
    if (n > 0) return 1 + (7 - weekday({year, month, 1})) % 7 + (n - 1) * 7;
    const int last = days_in_month(year, month);
    return last - weekday({year, month, last});
}

bool american_summer(CalendarDay day) {
    const bool since_2007 = day.year >= 2007;
    const int first_month = since_2007 ? 3 : 4;
    const int last_month = since_2007 ? 11 : 10;
    if (day.month < first_month || day.month > last_month) return false;
    if (day.month == first_month) return day.day >= sunday(day.year, day.month, since_2007 ? 2 : 1);
    if (day.month == last_month) return day.day < sunday(day.year, day.month, since_2007 ? 1 : 0);
    return true;
}

}  // namespace

int weekday(CalendarDay day) {
    // Sakamoto's method.
    constexpr std::array kShift{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int year = day.month < 3 ? day.year - 1 : day.year;
    return (year + year / 4 - year / 100 + year / 400 +
            kShift[static_cast<std::size_t>(day.month - 1)] + day.day) %
           7;
}

int days_in_month(int year, int month) {
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::optional<int> zone_offset(std::string_view name, CalendarDay day) {
    const auto named = [&](const NamedZone& zone) { return zone.name == name; };
    if (const auto zone = std::find_if(kZones.begin(), kZones.end(), named); zone != kZones.end()) {
        return zone->minutes;
    }
    const auto zone = std::find_if(kAmericanZones.begin(), kAmericanZones.end(), named);
    if (zone == kAmericanZones.end()) return std::nullopt;
    return zone->minutes + (american_summer(day) ? 60 : 0);
}

}  // namespace tidings::report
