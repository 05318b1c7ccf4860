// Feasts that move through the year, computed.
#pragma once

#include "mention/time/calendar.hpp"

namespace tidings::mention::time {

/// Western Easter (Meeus, Jones and Butcher) and the Orthodox one (Julian computus, given in the
/// Gregorian calendar). Years from 1583.
[[nodiscard]] CivilDay easter(int year) noexcept;
[[nodiscard]] CivilDay orthodox_easter(int year) noexcept;

/// The day of the tabular Islamic calendar (leap years 2, 5, 7, ... of 30) that falls into the
/// Gregorian year; the sighted month may begin a day earlier or later. The first one where two do.
[[nodiscard]] CivilDay islamic(int gregorian_year, int month, int day) noexcept;

/// The day of the arithmetic Hebrew calendar in the Gregorian year; months count from Nisan.
[[nodiscard]] CivilDay hebrew(int gregorian_year, int month, int day) noexcept;

/// The day of the March equinox in Tehran, Nowruz: Meeus's mean terms, good to a quarter of an
/// hour between 1000 and 3000; it is the next day where the equinox falls after noon.
[[nodiscard]] CivilDay nowruz(int year) noexcept;

/// Lunar New Year in China: the second new moon after the winter solstice (mean new moons with the
/// largest corrections; the leap month rule of rare years is left out).
[[nodiscard]] CivilDay lunar_new_year(int year) noexcept;

}  // namespace tidings::mention::time
