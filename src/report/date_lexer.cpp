#include "report/date_lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tidings::report {
namespace {

constexpr std::size_t kLongestWord = 12;

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool is_dash(char32_t mark) {
    return (mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212;
}

DateToken lex_number(std::string_view text, std::size_t start, std::size_t end) {
    DateToken token;
    token.kind = DateToken::Kind::Number;
    token.raw = text.substr(start, end - start);
    token.value = -1;
    if (token.raw.size() <= 9) std::from_chars(text.data() + start, text.data() + end, token.value);
    return token;
}

}  // namespace

std::vector<DateToken> lex_date(std::string_view text) {
    std::vector<DateToken> tokens;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t start = pos;
        DateToken token;
        if (is_digit(text[pos])) {
            while (pos < text.size() && is_digit(text[pos])) ++pos;
            token = lex_number(text, start, pos);
        } else if (is_letter(text[pos])) {
            while (pos < text.size() && is_letter(text[pos])) ++pos;
            token.kind = DateToken::Kind::Word;
            token.word = utf8::lower(text.substr(start, std::min(pos - start, kLongestWord)));
        } else {
            const utf8::Decoded next = utf8::decode(text, pos);
            pos += next.length;
            const bool space = next.code_point <= 0x20 || next.code_point == 0xA0 ||
                               next.code_point == 0x202F || next.code_point == 0x2009;
            if (space) continue;
            token.mark = is_dash(next.code_point) ? U'-' : next.code_point;
        }
        token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(pos)};
        tokens.push_back(std::move(token));
    }
    return tokens;
}

int month_number(std::string_view word) {
    constexpr std::array<std::string_view, 12> kMonths{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (word == kMonths[i] || (word.size() == 3 && kMonths[i].starts_with(word))) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

bool is_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
    if (word == "tues" || word == "thur" || word == "thurs" || word == "weds") return true;
    return std::any_of(kDays.begin(), kDays.end(), [&](std::string_view day) {
        return word == day || (word.size() == 3 && day.starts_with(word));
    });
}

}  // namespace tidings::report
