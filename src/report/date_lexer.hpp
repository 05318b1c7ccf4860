// Numbers, words and marks of a text, as dates see them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/text.hpp>

namespace tidings::report {

struct DateToken {
    enum class Kind : std::uint8_t { Number, Word, Mark };
    Kind kind = Kind::Mark;
    Span span;
    int value = 0;         ///< of a Number of at most nine digits, else -1
    std::string_view raw;  ///< its digits
    std::string word;      ///< of a Word: folded; empty if it is longer than 24 bytes
    char32_t mark = 0;     ///< of a Mark; every dash is `-`
};

/// Digits and letters part from each other (`17th` is two tokens); white space is left out.
[[nodiscard]] std::vector<DateToken> lex_date(std::string_view text);

/// 1 to 12 for a month's folded name or abbreviation in one of the languages of
/// data/report/months.tsv, else 0.
[[nodiscard]] int month_number(std::string_view word);

/// True for an English weekday's name or abbreviation in lower case.
[[nodiscard]] bool is_weekday(std::string_view word);

}  // namespace tidings::report
