#include "mention/time/feasts.hpp"

#include <cmath>
#include <numbers>

namespace tidings::mention::time {

namespace {

using std::chrono::days;

constexpr double kUnixEpochJulian = 2440587.5;  // Julian date of 1970-01-01T00:00Z

/// Julian day number of midday on that day.
int julian_number(CivilDay day) {
    return static_cast<int>(day.time_since_epoch().count()) + 2440588;
}

CivilDay from_julian_number(int number) {
    return CivilDay(days(number - 2440588));
}

/// The local day, `offset` hours east of Greenwich, of an instant.
CivilDay local_day(double julian_date, double offset) {
    return CivilDay(
        days(static_cast<int>(std::floor(julian_date - kUnixEpochJulian + offset / 24.0))));
}

int islamic_number(int year, int month, int day) {
    return day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + 1948439;
}

/// Months before the year since the epoch, and the days until its first of Tishri (Reingold and
/// Dershowitz, Calendrical Calculations).
int hebrew_elapsed_days(int year) {
    const int months = (235 * year - 234) / 19;
    const long long parts = 12084 + 13753LL * months;
    const long long day = 29LL * months + parts / 25920;
    return static_cast<int>((3 * (day + 1)) % 7 < 3 ? day + 1 : day);
}

int hebrew_new_year(int year) {
    const int before = hebrew_elapsed_days(year - 1);
    const int here = hebrew_elapsed_days(year);
    const int after = hebrew_elapsed_days(year + 1);
    int correction = 0;
    if (after - here == 356) {
        correction = 2;
    } else if (here - before == 382) {
        correction = 1;
    }
    return 347998 + here + correction;  // Julian day number of 1 Tishri
}

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

/// Julian date of new moon number k since January 2000 (Meeus, Astronomical Algorithms, ch. 49).
double new_moon(int k) {
    const double t = k / 1236.85;
    const double mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
    const double sun = radians(2.5534 + 29.10535670 * k);
    const double moon = radians(201.5643 + 385.81693528 * k);
    const double node = radians(160.7108 + 390.67050284 * k);
    return mean - 0.40720 * std::sin(moon) + 0.17241 * std::sin(sun) +
           0.01608 * std::sin(2 * moon) + 0.01039 * std::sin(2 * node);
}

}  // namespace

CivilDay easter(int year) noexcept {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31;
    const int day = (h + l - 7 * m + 114) % 31 + 1;
    return make_day(year, month, day).value_or(first_of_month(year, 4));
}

CivilDay orthodox_easter(int year) noexcept {
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int shift = year / 100 - year / 400 - 2;  // Julian to Gregorian
    const int month = (d + e + 114) / 31;
    const int day = (d + e + 114) % 31 + 1;
    return make_day(year, month, day).value_or(first_of_month(year, 4)) + days(shift);
}

CivilDay islamic(int gregorian_year, int month, int day) noexcept {
    const CivilDay new_year = first_of_month(gregorian_year, 1);
    const int since = julian_number(new_year) - 1948440;
    int year = since * 30 / 10631 + 1;
    CivilDay found = from_julian_number(islamic_number(year, month, day));
    while (found < new_year) found = from_julian_number(islamic_number(++year, month, day));
    return found;
}

CivilDay hebrew(int gregorian_year, int month, int day) noexcept {
    // From Nisan to Elul months have 30 and 29 days in turn, counted back from the next Tishri.
    if (month <= 6) {
        const int next = hebrew_new_year(gregorian_year + 3761);
        return from_julian_number(next - 177 + (59 * (month - 1) + 1) / 2 + day - 1);
    }
    // Tishri has 30 days; later months are not used here but for Kislev, which leans on the next
    // year's length.
    const int tishri = hebrew_new_year(gregorian_year + 3761);
    if (month == 7) return from_julian_number(tishri + day - 1);
    const int length = hebrew_new_year(gregorian_year + 3762) - tishri;
    const int heshvan = length % 10 == 5 ? 30 : 29;
    return from_julian_number(tishri + 30 + (month == 8 ? 0 : heshvan) + day - 1);
}

CivilDay nowruz(int year) noexcept {
    const double t = (year - 2000) / 1000.0;
    const double equinox = 2451623.80984 + 365242.37404 * t + 0.05169 * t * t - 0.00411 * t * t * t;
    // After noon in Tehran the year begins with the next day.
    return local_day(equinox + 0.5, 3.5);
}

CivilDay lunar_new_year(int year) noexcept {
    const double t = (year - 1 - 2000) / 1000.0;
    const double solstice =
        2451900.05952 + 365242.74049 * t - 0.06223 * t * t - 0.00823 * t * t * t;
    const CivilDay winter = local_day(solstice, 8.0);
    int k = static_cast<int>(std::floor((year - 2000) * 12.3685)) - 2;
    while (local_day(new_moon(k), 8.0) <= winter) ++k;
    return local_day(new_moon(k + 1), 8.0);
}

}  // namespace tidings::mention::time
