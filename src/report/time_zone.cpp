#include "report/time_zone.hpp"

#include <algorithm>
#include <array>

namespace tidings::report {
namespace {

struct Zone {
    std::string_view name;
    int minutes;
};

// Abbreviations that two parts of the world share have the meaning that is usual in English news.
constexpr std::array kZones{
    Zone{"z", 0},      Zone{"gmt", 0},    Zone{"utc", 0},    Zone{"ut", 0},      Zone{"wet", 0},
    Zone{"west", 60},  Zone{"bst", 60},   Zone{"cet", 60},   Zone{"cest", 120},  Zone{"eet", 120},
    Zone{"eest", 180}, Zone{"msk", 180},  Zone{"trt", 180},  Zone{"eat", 180},   Zone{"wat", 60},
    Zone{"cat", 120},  Zone{"sast", 120}, Zone{"ast", -240}, Zone{"adt", -180},  Zone{"nst", -210},
    Zone{"est", -300}, Zone{"edt", -240}, Zone{"cst", -360}, Zone{"cdt", -300},  Zone{"mst", -420},
    Zone{"mdt", -360}, Zone{"pst", -480}, Zone{"pdt", -420}, Zone{"akst", -540}, Zone{"akdt", -480},
    Zone{"hst", -600}, Zone{"brt", -180}, Zone{"art", -180}, Zone{"irst", 210},  Zone{"gst", 240},
    Zone{"aft", 270},  Zone{"pkt", 300},  Zone{"ist", 330},  Zone{"npt", 345},   Zone{"ict", 420},
    Zone{"wib", 420},  Zone{"hkt", 480},  Zone{"sgt", 480},  Zone{"pht", 480},   Zone{"awst", 480},
    Zone{"jst", 540},  Zone{"kst", 540},  Zone{"acst", 570}, Zone{"acdt", 630},  Zone{"aest", 600},
    Zone{"aedt", 660}, Zone{"nzst", 720}, Zone{"nzdt", 780}};

// Standard time; one hour is added in summer.
constexpr std::array kAmericanZones{Zone{"et", -300}, Zone{"ct", -360}, Zone{"mt", -420},
                                    Zone{"pt", -480}, Zone{"eastern", -300}};

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
    const auto named = [&](const Zone& zone) { return zone.name == name; };
    if (const auto zone = std::find_if(kZones.begin(), kZones.end(), named); zone != kZones.end()) {
        return zone->minutes;
    }
    const auto zone = std::find_if(kAmericanZones.begin(), kAmericanZones.end(), named);
    if (zone == kAmericanZones.end()) return std::nullopt;
    return zone->minutes + (american_summer(day) ? 60 : 0);
}

}  // namespace tidings::report
