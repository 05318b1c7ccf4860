// What the words of a time expression say, before they are resolved.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include <tidings/text.hpp>

namespace tidings::mention::time {

/// The parts of an expression. Patterns fill them in (docs/times.md); the resolver reads them.
enum class Slot : std::uint8_t {
    Year,        ///< as written: 2018, or 490 with Era
    ShortYear,   ///< 98 of '98
    Era,         ///< 1 BC, 2 AD
    Month,       ///< 1..12
    Day,         ///< 1..31
    Weekday,     ///< 1 Monday .. 7 Sunday
    Season,      ///< 0 spring .. 3 winter
    Quarter,     ///< 1..4
    Half,        ///< 1, 2
    Decade,      ///< 1980, or 80 without its century
    Century,     ///< 20 for the twentieth
    Part,        ///< of a day, see DayPart
    Hour,        ///< 0..24
    Minute,      ///< 0..59
    Second,      ///< 0..59
    Meridiem,    ///< 0 am, 1 pm
    Zone,        ///< word id of the zone's name
    Quantity,    ///< thousandths; kVague for an untold number
    Unit,        ///< see Unit
    Quantity2,   ///< of a second, smaller unit
    Unit2,       ///<
    PlusHalf,    ///< 1: *and a half*
    Direction,   ///< -1 last, 0 this, 1 next
    Anchor,      ///< see Anchor
    YearStep,    ///< *of last year*: -1; *of that year*: 0 with YearAnchor
    YearAnchor,  ///< see Anchor
    Ordinal,     ///< *the third day*
    Modifier,    ///< see Modifier
    Holiday,     ///< index into the table of holidays
    Shift,       ///< days from today
    Reference,   ///< see Reference
    Plural,      ///< 1: *Mondays*, *mornings*
    Fiscal,      ///< 1: a fiscal year
    Range,       ///< 1: the next mention of the same match is this one's end
    Date1,       ///< fields of a numeric date as they stand
    Date2,       ///<
    Date3,       ///<
    YearFirst,   ///< 1: the numeric date begins with the year
    Count
};

inline constexpr std::size_t kSlotCount = static_cast<std::size_t>(Slot::Count);
inline constexpr int kUnset = std::numeric_limits<int>::min();
inline constexpr int kVague = -1;

enum class Unit : std::uint8_t {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium
};
enum class DayPart : std::uint8_t { Morning, Midday, Afternoon, Evening, Night, Daytime };
enum class Anchor : std::uint8_t { Publication, Narrative };
enum class Reference : std::uint8_t { Past, Present, Future };
enum class Modifier : std::uint8_t {
    Start,
    Mid,
    End,
    Approx,
    MoreThan,
    LessThan,
    EqualOrMore,
    EqualOrLess,
    Rest
};

/// What a rule makes of its slots.
enum class Builder : std::uint8_t { Date, Unit, Shift, Duration, Set, Reference };

struct Slots {
    std::array<int, kSlotCount> values;
    Slots() { values.fill(kUnset); }
    [[nodiscard]] int& operator[](Slot slot) { return values[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] int operator[](Slot slot) const { return values[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] bool has(Slot slot) const { return (*this)[slot] != kUnset; }
    [[nodiscard]] int get(Slot slot, int otherwise) const {
        return has(slot) ? (*this)[slot] : otherwise;
    }
};

/// One mention as it was matched.
struct Expression {
    Span span;
    Builder builder = Builder::Date;
    Slots slots;
    std::uint32_t rule = 0;   ///< index into the rules
    std::uint32_t match = 0;  ///< the same for all mentions of one match: its first token
    std::uint32_t first = 0;  ///< tokens [first, last) of the time text
    std::uint32_t last = 0;
    bool opens_range = false;  ///< the next expression is the end of the range it begins
    bool closes_range = false;
};

}  // namespace tidings::mention::time
