#include "report/date_lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "report/ascii.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kLongestWord = 24;  // bytes

struct MonthName {
    std::string_view name;
    int month;
};

// The names of data/report/months.tsv, in order of their bytes, each once.
constexpr MonthName kMonths[] = {
#include "month_names.inc"
};
static_assert(std::is_sorted(std::begin(kMonths), std::end(kMonths),
                             [](const MonthName& a, const MonthName& b) {
                                 return a.name < b.name;
                             }));
static_assert(std::adjacent_find(std::begin(kMonths), std::end(kMonths),
                                 [](const MonthName& a, const MonthName& b) {
                                     return a.name == b.name;
                                 }) == std::end(kMonths),
              "a name in data/report/months.tsv means two months");

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Bytes of the letter at `pos`; 0 if there is none. Months have letters beyond ASCII: `März`.
std::uint32_t letter_length(std::string_view text, std::size_t pos) {
    if (is_ascii_letter(text[pos])) return 1;
    if (static_cast<unsigned char>(text[pos]) < 0xC3) return 0;
    const utf8::Decoded next = utf8::decode(text, pos);
    const bool latin = next.code_point >= 0xC0 && next.code_point < 0x250 &&
                       next.code_point != 0xD7 && next.code_point != 0xF7;
    const bool greek = next.code_point >= 0x370 && next.code_point < 0x400;
    const bool cyrillic = next.code_point >= 0x400 && next.code_point < 0x530;
    return latin || greek || cyrillic ? next.length : 0;
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
        } else if (letter_length(text, pos) > 0) {
            while (pos < text.size()) {
                const std::uint32_t length = letter_length(text, pos);
                if (length == 0) break;
                pos += length;
            }
            token.kind = DateToken::Kind::Word;
            if (pos - start <= kLongestWord)
                token.word = utf8::fold(text.substr(start, pos - start));
            token.word = utf8::lower(token.word);
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
    const auto* const found =
        std::lower_bound(std::begin(kMonths), std::end(kMonths), word,
                         [](const MonthName& month, std::string_view w) { return month.name < w; });
    return found != std::end(kMonths) && found->name == word ? found->month : 0;
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
