// Feasts and memorial days by name (`data/time/holidays.tsv`).
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <tidings/error.hpp>

#include "mention/time/calendar.hpp"
#include "mention/time/tokens.hpp"
#include "mention/time/vocabulary.hpp"

namespace tidings::mention::time {

/// When a feast is, in any year.
struct FeastRule {
    enum class Kind : std::uint8_t {
        Fixed,       ///< month and day
        NthWeekday,  ///< the nth (0: last) weekday of a month
        Easter,
        OrthodoxEaster,
        Islamic,  ///< month and day of that calendar
        Hebrew,
        Nowruz,
        LunarNewYear
    };
    Kind kind = Kind::Fixed;
    int month = 0;
    int day = 0;  ///< of the month; of NthWeekday: n
    int weekday = 0;
    int shift = 0;   ///< days after it
    int length = 1;  ///< days
};

struct Holiday {
    std::string name;
    std::vector<WordId> owners;  ///< *India*, *Indian*: words of whom a shared name speaks
    FeastRule rule;
};

class HolidayTable {
  public:
    /// Fails with file:line:column. Words of the names are added to `vocabulary`.
    [[nodiscard]] Status load(const std::string& path, Vocabulary& vocabulary);

    /// Marks the first token of every name in `tokens`. Linear.
    void mark(std::vector<TimeToken>& tokens) const;

    /// Its days in that year; the year is the one in which it begins.
    [[nodiscard]] Period in_year(std::uint32_t holiday, int year) const;
    [[nodiscard]] const Holiday& operator[](std::uint32_t holiday) const {
        return holidays_[holiday];
    }
    [[nodiscard]] std::size_t size() const noexcept { return holidays_.size(); }

  private:
    using Piece = std::uint32_t;  // a word, or a mark with the highest bit
    struct Name {
        std::vector<Piece> pieces;
        std::uint32_t holiday = 0;
    };
    [[nodiscard]] bool stands_at(const Name& name, const std::vector<TimeToken>& tokens,
                                 std::size_t at) const;
    [[nodiscard]] bool owner_before(const Holiday& holiday, const std::vector<TimeToken>& tokens,
                                    std::size_t at) const;

    std::vector<Holiday> holidays_;
    std::unordered_map<WordId, std::vector<Name>> names_;  // by their first word, longest first
};

}  // namespace tidings::mention::time
