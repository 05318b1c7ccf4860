// The words, numbers and marks of a report's text, read once for all time rules.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <tidings/text.hpp>

#include "mention/time/vocabulary.hpp"

namespace tidings::mention::time {

struct TimeToken {
    enum class Kind : std::uint8_t {
        Word,
        Number,     ///< digits or number words; `number` holds the value
        Ordinal,    ///< *3rd*
        Clock,      ///< *5:30*, *17:05:09*; `fields` are hour, minute, second
        Date,       ///< three numbers with one kind of mark between them; `fields` as they stand
        Decade,     ///< *1980s*, *'80s*
        ShortYear,  ///< *'98*
        Mark,
        Break  ///< end of a paragraph: no expression goes across
    };
    Kind kind = Kind::Mark;
    bool glued = false;    ///< no white space before it
    bool capital = false;  ///< begins with a capital letter
    bool shouted = false;  ///< all capitals, two letters or more
    bool spelled = false;  ///< a Number in words
    bool amount = false;   ///< money, a percentage, a numbered thing: no year, day or hour
    bool year_first = false;
    char mark = 0;  ///< of a Mark; every dash is `-`, every apostrophe `'`
    std::uint8_t digits = 0;
    Span span;
    WordId word = kNoWord;
    double number = 0;
    std::array<int, 3> fields{};
    std::uint32_t holiday = 0;         ///< index + 1 of the holiday whose name begins here
    std::uint32_t holiday_length = 0;  ///< its tokens
};

/// Tokens of `text` within `span`, appended to `tokens`. Linear.
void read_tokens(std::string_view text, Span span, const Vocabulary& vocabulary,
                 std::vector<TimeToken>& tokens);

}  // namespace tidings::mention::time
