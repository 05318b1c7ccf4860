// Days and the periods that people name: weeks, months, seasons, decades (proleptic Gregorian
// calendar; nothing depends on the clock or the zone of the machine).
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tidings::mention::time {

using CivilDay = std::chrono::sys_days;

/// Years are astronomical: 0 is 1 BC, -489 is 490 BC. Everything stays within +-kMaxYear.
inline constexpr int kMaxYear = 9999;

enum class Grain : std::uint8_t {
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century
};

/// Spring, summer, autumn and winter of the northern half of the world; the winter of a year begins
/// in its December.
enum class Season : std::uint8_t { Spring, Summer, Autumn, Winter };

/// A named stretch of days, first and last included.
struct Period {
    Grain grain = Grain::Day;
    CivilDay first;
    CivilDay last;
    friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] int year_of(CivilDay day) noexcept;
[[nodiscard]] int month_of(CivilDay day) noexcept;  ///< 1..12
/// 1 for Monday to 7 for Sunday.
[[nodiscard]] int weekday_of(CivilDay day) noexcept;
/// Nothing if there is no such day (31 June) or the year is out of bounds.
[[nodiscard]] std::optional<CivilDay> make_day(int year, int month, int day) noexcept;
/// The first of a month whose number may lie outside 1..12, clamped to the years we know.
[[nodiscard]] CivilDay first_of_month(int year, int month) noexcept;
[[nodiscard]] int days_in(int year, int month) noexcept;

/// The period of that kind in which the day lies.
[[nodiscard]] Period period_of(CivilDay day, Grain grain) noexcept;
[[nodiscard]] Period year_period(int year) noexcept;
[[nodiscard]] Period month_period(int year, int month) noexcept;
[[nodiscard]] Period season_period(int year, Season season) noexcept;
/// The same kind of period, `steps` later.
[[nodiscard]] Period moved(const Period& period, int steps) noexcept;
/// The day `steps` units later; the day of the month is kept where the month has it.
[[nodiscard]] CivilDay moved(CivilDay day, Grain unit, int steps) noexcept;

/// The value of TIMEX3: `2019-03-14`, `2019-W11`, `2019-W11-WE`, `2019-03`, `2019-Q1`, `2019-H1`,
/// `2019-SU`, `2019`, `201`, `20`, and `BC0490` before our era.
[[nodiscard]] std::string value_of(const Period& period);
/// ISO 8601 day; before our era with the sign of the extended form (`-0489-08-01`).
[[nodiscard]] std::string iso(CivilDay day);
/// Reads the day at the start of an ISO 8601 date or date-time.
[[nodiscard]] std::optional<CivilDay> parse_iso(std::string_view text) noexcept;

}  // namespace tidings::mention::time
