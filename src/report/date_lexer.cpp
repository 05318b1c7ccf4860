#include "report/date_lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tidings::report {
namespace {

constexpr std::size_t kLongestWord = 16;

// Months in other languages, folded: German, French, Spanish, Italian, Portuguese, Dutch, Polish,
// Czech, Turkish, Romanian, Hungarian, Finnish, the Nordic and South Slavic languages, Russian.
// Left out are words that mean something else in English (`set`, `out`). In order of their bytes.
struct MonthName {
    std::string_view name;
    int month;
};

constexpr std::array kOtherMonths{
    MonthName{"abr", 4},
    MonthName{"abril", 4},
    MonthName{"agosto", 8},
    MonthName{"agustos", 8},
    MonthName{"aout", 8},
    MonthName{"aprila", 4},
    MonthName{"aprile", 4},
    MonthName{"aprilie", 4},
    MonthName{"aprilis", 4},
    MonthName{"aralik", 12},
    MonthName{"augusti", 8},
    MonthName{"augustus", 8},
    MonthName{"augusztus", 8},
    MonthName{"avgust", 8},
    MonthName{"avgusta", 8},
    MonthName{"avr", 4},
    MonthName{"avril", 4},
    MonthName{"brezen", 3},
    MonthName{"brezna", 3},
    MonthName{"cerven", 6},
    MonthName{"cervence", 7},
    MonthName{"cervenec", 7},
    MonthName{"cervna", 6},
    MonthName{"cze", 6},
    MonthName{"czerwca", 6},
    MonthName{"czerwiec", 6},
    MonthName{"decembra", 12},
    MonthName{"decembre", 12},
    MonthName{"decembrie", 12},
    MonthName{"desember", 12},
    MonthName{"dez", 12},
    MonthName{"dezember", 12},
    MonthName{"dezembro", 12},
    MonthName{"dic", 12},
    MonthName{"dicembre", 12},
    MonthName{"diciembre", 12},
    MonthName{"duben", 4},
    MonthName{"dubna", 4},
    MonthName{"ekim", 10},
    MonthName{"elokuuta", 8},
    MonthName{"ene", 1},
    MonthName{"enero", 1},
    MonthName{"eylul", 9},
    MonthName{"febbraio", 2},
    MonthName{"feber", 2},
    MonthName{"febrero", 2},
    MonthName{"februar", 2},
    MonthName{"februara", 2},
    MonthName{"februari", 2},
    MonthName{"februarie", 2},
    MonthName{"fev", 2},
    MonthName{"fevereiro", 2},
    MonthName{"fevr", 2},
    MonthName{"fevrier", 2},
    MonthName{"gen", 1},
    MonthName{"gennaio", 1},
    MonthName{"giugno", 6},
    MonthName{"gru", 12},
    MonthName{"grudnia", 12},
    MonthName{"grudzien", 12},
    MonthName{"haziran", 6},
    MonthName{"heinakuuta", 7},
    MonthName{"helmikuuta", 2},
    MonthName{"huhtikuuta", 4},
    MonthName{"ianuarie", 1},
    MonthName{"iulie", 7},
    MonthName{"iunie", 6},
    MonthName{"janeiro", 1},
    MonthName{"janner", 1},
    MonthName{"januar", 1},
    MonthName{"januara", 1},
    MonthName{"januari", 1},
    MonthName{"janv", 1},
    MonthName{"janvier", 1},
    MonthName{"joulukuuta", 12},
    MonthName{"juil", 7},
    MonthName{"juillet", 7},
    MonthName{"juin", 6},
    MonthName{"jula", 7},
    MonthName{"julho", 7},
    MonthName{"juli", 7},
    MonthName{"julio", 7},
    MonthName{"julius", 7},
    MonthName{"juna", 6},
    MonthName{"junho", 6},
    MonthName{"juni", 6},
    MonthName{"junio", 6},
    MonthName{"junius", 6},
    MonthName{"kasim", 11},
    MonthName{"kesakuuta", 6},
    MonthName{"kveten", 5},
    MonthName{"kvetna", 5},
    MonthName{"kwi", 4},
    MonthName{"kwiecien", 4},
    MonthName{"kwietnia", 4},
    MonthName{"leden", 1},
    MonthName{"ledna", 1},
    MonthName{"lip", 7},
    MonthName{"lipca", 7},
    MonthName{"lipiec", 7},
    MonthName{"listopad", 11},
    MonthName{"listopada", 11},
    MonthName{"listopadu", 11},
    MonthName{"lokakuuta", 10},
    MonthName{"luglio", 7},
    MonthName{"lut", 2},
    MonthName{"lutego", 2},
    MonthName{"luty", 2},
    MonthName{"maaliskuuta", 3},
    MonthName{"maart", 3},
    MonthName{"maerz", 3},
    MonthName{"maggio", 5},
    MonthName{"mai", 5},
    MonthName{"maio", 5},
    MonthName{"maj", 5},
    MonthName{"maja", 5},
    MonthName{"majus", 5},
    MonthName{"marca", 3},
    MonthName{"marcius", 3},
    MonthName{"marco", 3},
    MonthName{"marraskuuta", 11},
    MonthName{"mars", 3},
    MonthName{"mart", 3},
    MonthName{"martie", 3},
    MonthName{"marz", 3},
    MonthName{"marzec", 3},
    MonthName{"marzo", 3},
    MonthName{"mayis", 5},
    MonthName{"mayo", 5},
    MonthName{"mei", 5},
    MonthName{"mrt", 3},
    MonthName{"mrz", 3},
    MonthName{"nisan", 4},
    MonthName{"noiembrie", 11},
    MonthName{"novembra", 11},
    MonthName{"novembre", 11},
    MonthName{"novembro", 11},
    MonthName{"noviembre", 11},
    MonthName{"ocak", 1},
    MonthName{"octobre", 10},
    MonthName{"octombrie", 10},
    MonthName{"octubre", 10},
    MonthName{"okt", 10},
    MonthName{"oktober", 10},
    MonthName{"oktobra", 10},
    MonthName{"ottobre", 10},
    MonthName{"outubro", 10},
    MonthName{"paz", 10},
    MonthName{"pazdziernik", 10},
    MonthName{"pazdziernika", 10},
    MonthName{"prosince", 12},
    MonthName{"prosinec", 12},
    MonthName{"rijen", 10},
    MonthName{"rijna", 10},
    MonthName{"septembra", 9},
    MonthName{"septembre", 9},
    MonthName{"septembrie", 9},
    MonthName{"septiembre", 9},
    MonthName{"setembro", 9},
    MonthName{"setiembre", 9},
    MonthName{"settembre", 9},
    MonthName{"sie", 8},
    MonthName{"sierpien", 8},
    MonthName{"sierpnia", 8},
    MonthName{"srpen", 8},
    MonthName{"srpna", 8},
    MonthName{"sty", 1},
    MonthName{"styczen", 1},
    MonthName{"stycznia", 1},
    MonthName{"subat", 2},
    MonthName{"syyskuuta", 9},
    MonthName{"szeptember", 9},
    MonthName{"tammikuuta", 1},
    MonthName{"temmuz", 7},
    MonthName{"toukokuuta", 5},
    MonthName{"unor", 2},
    MonthName{"unora", 2},
    MonthName{"wrz", 9},
    MonthName{"wrzesien", 9},
    MonthName{"wrzesnia", 9},
    MonthName{"zari", 9},
    MonthName{"\xD0\xB0\xD0\xB2\xD0\xB3\xD1\x83\xD1\x81\xD1\x82\xD0\xB0", 8},
    MonthName{"\xD0\xB0\xD0\xBF\xD1\x80\xD0\xB5\xD0\xBB\xD1\x8F", 4},
    MonthName{"\xD0\xB4\xD0\xB5\xD0\xBA\xD0\xB0\xD0\xB1\xD1\x80\xD1\x8F", 12},
    MonthName{"\xD0\xB8\xD1\x8E\xD0\xBB\xD1\x8F", 7},
    MonthName{"\xD0\xB8\xD1\x8E\xD0\xBD\xD1\x8F", 6},
    MonthName{"\xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0", 3},
    MonthName{"\xD0\xBC\xD0\xB0\xD1\x8F", 5},
    MonthName{"\xD0\xBD\xD0\xBE\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F", 11},
    MonthName{"\xD0\xBE\xD0\xBA\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F", 10},
    MonthName{"\xD1\x81\xD0\xB5\xD0\xBD\xD1\x82\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F", 9},
    MonthName{"\xD1\x84\xD0\xB5\xD0\xB2\xD1\x80\xD0\xB0\xD0\xBB\xD1\x8F", 2},
    MonthName{"\xD1\x8F\xD0\xBD\xD0\xB2\xD0\xB0\xD1\x80\xD1\x8F", 1}};
static_assert(std::is_sorted(kOtherMonths.begin(), kOtherMonths.end(),
                             [](const MonthName& a, const MonthName& b) {
                                 return a.name < b.name;
                             }));

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
    const bool cyrillic = next.code_point >= 0x400 && next.code_point < 0x530;
    return latin || cyrillic ? next.length : 0;
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
    const auto other =
        std::lower_bound(kOtherMonths.begin(), kOtherMonths.end(), word,
                         [](const MonthName& month, std::string_view w) { return month.name < w; });
    if (other != kOtherMonths.end() && other->name == word) return other->month;
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
