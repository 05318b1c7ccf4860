#include "mention/time/calendar.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace tidings::mention::time {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 4> kSeasonCodes{"SP", "SU", "FA", "WI"};

int floor_div(int value, int by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/// Sums may go a little beyond the years that are written, so that the last of them have ends.
constexpr int kLastYear = kMaxYear + 300;

int clamp_year(int year) {
    return std::clamp(year, -kLastYear, kLastYear);
}

CivilDay month_end(CivilDay first) {
    const year_month_day date(first);
    return CivilDay(date.year() / date.month() / std::chrono::last);
}

/// First days of decades and centuries before our era run backwards: the 470s BC are 479 to 470.
Period years(Grain grain, int year, int length) {
    if (year > 0) {
        const int first = floor_div(year, length) * length;
        return {grain, first_of_month(std::max(first, 1), 1),
                first_of_month(first + length, 1) - days(1)};
    }
    const int bc = 1 - year;
    const int top = floor_div(bc, length) * length + length - 1;
    return {grain, first_of_month(1 - top, 1),
            first_of_month(1 - (top - length + 1) + 1, 1) - days(1)};
}

Period season_around(CivilDay day) {
    const int month = month_of(day);
    const int year = month <= 2 ? year_of(day) - 1 : year_of(day);
    const int index = month <= 2 || month == 12 ? 3 : (month - 3) / 3;
    return season_period(year, static_cast<Season>(index));
}

std::string year_text(int year, int digits_left_out = 0) {
    const bool before = year <= 0;
    std::string text = fmt::format("{:04d}", before ? 1 - year : year);
    text.resize(text.size() - static_cast<std::size_t>(digits_left_out));
    return before ? "BC" + text : text;
}

}  // namespace

int year_of(CivilDay day) noexcept {
    return static_cast<int>(year_month_day(day).year());
}

int month_of(CivilDay day) noexcept {
    return static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
}

int weekday_of(CivilDay day) noexcept {
    return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

int days_in(int year, int month) noexcept {
    const CivilDay last = month_end(first_of_month(year, month));
    return static_cast<int>(static_cast<unsigned>(year_month_day(last).day()));
}

std::optional<CivilDay> make_day(int year, int month, int day) noexcept {
    if (year < -kMaxYear || year > kMaxYear || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return CivilDay(date);
}

CivilDay first_of_month(int year, int month) noexcept {
    const int carried = floor_div(month - 1, 12);
    const auto in_year = static_cast<unsigned>(month - 1 - carried * 12 + 1);
    return CivilDay(std::chrono::year(clamp_year(year + carried)) / std::chrono::month(in_year) /
                    1);
}

Period year_period(int year) noexcept {
    return {Grain::Year, first_of_month(year, 1), first_of_month(year + 1, 1) - days(1)};
}

Period month_period(int year, int month) noexcept {
    const CivilDay first = first_of_month(year, month);
    return {Grain::Month, first, month_end(first)};
}

Period season_period(int year, Season season) noexcept {
    const int month = 3 + 3 * static_cast<int>(season);
    return {Grain::Season, first_of_month(year, month), month_end(first_of_month(year, month + 2))};
}

Period period_of(CivilDay day, Grain grain) noexcept {
    const int year = year_of(day);
    const int month = month_of(day);
    const CivilDay monday = day - days(weekday_of(day) - 1);
    switch (grain) {
        case Grain::Day:
            return {grain, day, day};
        case Grain::Week:
            return {grain, monday, monday + days(6)};
        case Grain::Weekend:
            return {grain, monday + days(5), monday + days(6)};
        case Grain::Month:
            return month_period(year, month);
        case Grain::Quarter: {
            const int first = (month - 1) / 3 * 3 + 1;
            return {grain, first_of_month(year, first), month_end(first_of_month(year, first + 2))};
        }
        case Grain::Half: {
            const int first = month <= 6 ? 1 : 7;
            return {grain, first_of_month(year, first), month_end(first_of_month(year, first + 5))};
        }
        case Grain::Season:
            return season_around(day);
        case Grain::Year:
            return year_period(year);
        case Grain::Decade:
            return years(grain, year, 10);
        case Grain::Century:
            return years(grain, year, 100);
    }
    return {grain, day, day};
}

CivilDay moved(CivilDay day, Grain unit, int steps) noexcept {
    steps = std::clamp(steps, -100 * kMaxYear, 100 * kMaxYear);
    const auto by_months = [&](int months) {
        const year_month_day date(day);
        const CivilDay first =
            first_of_month(static_cast<int>(date.year()), month_of(day) + months);
        const int length = days_in(year_of(first), month_of(first));
        const int wanted = static_cast<int>(static_cast<unsigned>(date.day()));
        return first + days(std::min(wanted, length) - 1);
    };
    const auto by_days = [&](int count) {
        const CivilDay low = first_of_month(-kLastYear, 1);
        const CivilDay high = first_of_month(kLastYear, 12);
        return std::clamp(day + days(count), low, high);
    };
    const int limit = 2 * kMaxYear;
    const int years = std::clamp(steps, -limit, limit);
    switch (unit) {
        case Grain::Day:
            return by_days(steps);
        case Grain::Week:
        case Grain::Weekend:
            return by_days(7 * steps);
        case Grain::Month:
            return by_months(steps);
        case Grain::Quarter:
        case Grain::Season:
            return by_months(3 * steps);
        case Grain::Half:
            return by_months(6 * steps);
        case Grain::Year:
            return by_months(12 * years);
        case Grain::Decade:
            return by_months(120 * std::clamp(steps, -limit / 10, limit / 10));
        case Grain::Century:
            return by_months(1200 * std::clamp(steps, -limit / 100, limit / 100));
    }
    return day;
}

Period moved(const Period& period, int steps) noexcept {
    // The middle of a period lies well inside it, so that a clamped day of the month does no harm.
    const CivilDay middle = period.first + (period.last - period.first) / 2;
    return period_of(moved(middle, period.grain, steps), period.grain);
}

std::string value_of(const Period& period) {
    const int year = year_of(period.first);
    const int month = month_of(period.first);
    switch (period.grain) {
        case Grain::Day: {
            const year_month_day date(period.first);
            return fmt::format("{}-{:02d}-{:02d}", year_text(year), month,
                               static_cast<unsigned>(date.day()));
        }
        case Grain::Week:
        case Grain::Weekend: {
            // The year of an ISO week is that of its Thursday.
            const CivilDay thursday = period_of(period.first, Grain::Week).first + days(3);
            const int week =
                static_cast<int>((thursday - first_of_month(year_of(thursday), 1)).count()) / 7 + 1;
            return fmt::format("{}-W{:02d}{}", year_text(year_of(thursday)), week,
                               period.grain == Grain::Weekend ? "-WE" : "");
        }
        case Grain::Month:
            return fmt::format("{}-{:02d}", year_text(year), month);
        case Grain::Quarter:
            return fmt::format("{}-Q{}", year_text(year), (month - 1) / 3 + 1);
        case Grain::Half:
            return fmt::format("{}-H{}", year_text(year), month <= 6 ? 1 : 2);
        case Grain::Season:
            return fmt::format("{}-{}", year_text(year),
                               kSeasonCodes[static_cast<std::size_t>((month - 3) / 3)]);
        case Grain::Year:
            return year_text(year);
        case Grain::Decade:
            return year_text(year_of(period.last), 1);
        case Grain::Century:
            return year_text(year_of(period.last), 2);
    }
    return {};
}

std::string iso(CivilDay day) {
    const year_month_day date(day);
    const int year = static_cast<int>(date.year());
    return fmt::format("{}{:04d}-{:02d}-{:02d}", year < 0 ? "-" : "", year < 0 ? -year : year,
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<CivilDay> parse_iso(std::string_view text) noexcept {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        const char* end = text.data() + at + length;
        const auto read = std::from_chars(text.data() + at, end, value);
        return read.ptr == end && read.ec == std::errc() ? value : -1;
    };
    return make_day(number(0, 4), number(5, 2), number(8, 2));
}

}  // namespace tidings::mention::time
