#include "report/date_lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tidings::report {
namespace {

constexpr std::size_t kLongestWord = 16;

// Months in other languages, folded: German, French, Spanish, Italian, Portuguese, Dutch, Polish,
// the Nordic languages. Left out are words that mean something else in English (`set`, `out`).
struct MonthName {
    std::string_view name;
    int month;
};

constexpr std::array kOtherMonths{
    MonthName{"januar", 1},     MonthName{"janner", 1},        MonthName{"janvier", 1},
    MonthName{"janv", 1},       MonthName{"enero", 1},         MonthName{"ene", 1},
    MonthName{"gennaio", 1},    MonthName{"gen", 1},           MonthName{"janeiro", 1},
    MonthName{"januari", 1},    MonthName{"stycznia", 1},      MonthName{"februar", 2},
    MonthName{"feber", 2},      MonthName{"fevrier", 2},       MonthName{"fevr", 2},
    MonthName{"febrero", 2},    MonthName{"febbraio", 2},      MonthName{"fevereiro", 2},
    MonthName{"fev", 2},        MonthName{"februari", 2},      MonthName{"lutego", 2},
    MonthName{"marz", 3},       MonthName{"maerz", 3},         MonthName{"mars", 3},
    MonthName{"marzo", 3},      MonthName{"marco", 3},         MonthName{"maart", 3},
    MonthName{"mrt", 3},        MonthName{"mrz", 3},           MonthName{"marca", 3},
    MonthName{"avril", 4},      MonthName{"avr", 4},           MonthName{"abril", 4},
    MonthName{"abr", 4},        MonthName{"aprile", 4},        MonthName{"kwietnia", 4},
    MonthName{"mai", 5},        MonthName{"mayo", 5},          MonthName{"maggio", 5},
    MonthName{"maio", 5},       MonthName{"mei", 5},           MonthName{"maj", 5},
    MonthName{"maja", 5},       MonthName{"juni", 6},          MonthName{"juin", 6},
    MonthName{"junio", 6},      MonthName{"giugno", 6},        MonthName{"junho", 6},
    MonthName{"czerwca", 6},    MonthName{"juli", 7},          MonthName{"juillet", 7},
    MonthName{"juil", 7},       MonthName{"julio", 7},         MonthName{"luglio", 7},
    MonthName{"julho", 7},      MonthName{"lipca", 7},         MonthName{"aout", 8},
    MonthName{"agosto", 8},     MonthName{"augustus", 8},      MonthName{"augusti", 8},
    MonthName{"sierpnia", 8},   MonthName{"septembre", 9},     MonthName{"septiembre", 9},
    MonthName{"setiembre", 9},  MonthName{"settembre", 9},     MonthName{"setembro", 9},
    MonthName{"wrzesnia", 9},   MonthName{"oktober", 10},      MonthName{"okt", 10},
    MonthName{"octobre", 10},   MonthName{"octubre", 10},      MonthName{"ottobre", 10},
    MonthName{"outubro", 10},   MonthName{"pazdziernika", 10}, MonthName{"novembre", 11},
    MonthName{"noviembre", 11}, MonthName{"novembro", 11},     MonthName{"listopada", 11},
    MonthName{"dezember", 12},  MonthName{"dez", 12},          MonthName{"decembre", 12},
    MonthName{"diciembre", 12}, MonthName{"dic", 12},          MonthName{"dicembre", 12},
    MonthName{"dezembro", 12},  MonthName{"desember", 12},     MonthName{"grudnia", 12}};

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Bytes of the letter at `pos`; 0 if there is none. Months have letters beyond ASCII: `März`.
std::uint32_t letter_length(std::string_view text, std::size_t pos) {
    if (is_letter(text[pos])) return 1;
    if (static_cast<unsigned char>(text[pos]) < 0xC3) return 0;
    const utf8::Decoded next = utf8::decode(text, pos);
    const bool latin = next.code_point >= 0xC0 && next.code_point < 0x250 &&
                       next.code_point != 0xD7 && next.code_point != 0xF7;
    return latin ? next.length : 0;
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
    constexpr std::array<std::string_view, 12> kMonths{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") return 9;
    for (const MonthName& other : kOtherMonths) {
        if (word == other.name) return other.month;
    }
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
