#include "report/publication_date.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <span>
#include <vector>

#include <fmt/format.h>

#include <tidings/report.hpp>

#include "report/date_lexer.hpp"
#include "report/time_zone.hpp"

namespace tidings::report {
namespace {

using DateTokens = std::span<const DateToken>;
using Kind = DateToken::Kind;

constexpr std::size_t kLongestConnector = 4;  // tokens between a date and its time
constexpr std::size_t kLongestTime = 12;      // tokens of a time before its date
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

struct DateMatch {
    CalendarDay day;
    std::size_t end = 0;
};

struct TimeMatch {
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::optional<int> offset;  // minutes east of UTC
    std::size_t end = 0;
};

bool is_number(DateTokens tokens, std::size_t at, std::size_t min_digits, std::size_t max_digits) {
    return at < tokens.size() && tokens[at].kind == Kind::Number &&
           tokens[at].raw.size() >= min_digits && tokens[at].raw.size() <= max_digits;
}

bool is_mark(DateTokens tokens, std::size_t at, char32_t mark) {
    return at < tokens.size() && tokens[at].kind == Kind::Mark && tokens[at].mark == mark;
}

bool is_word(DateTokens tokens, std::size_t at, std::string_view word) {
    return at < tokens.size() && tokens[at].kind == Kind::Word && tokens[at].word == word;
}

bool adjacent(DateTokens tokens, std::size_t at) {
    return at > 0 && at < tokens.size() && tokens[at - 1].span.end == tokens[at].span.start;
}

std::optional<DateMatch> valid(int year, int month, int day, std::size_t end) {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1)
        return std::nullopt;
    if (day > days_in_month(year, month)) return std::nullopt;
    return DateMatch{{year, month, day}, end};
}

int month_at(DateTokens tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].kind == Kind::Word ? month_number(tokens[at].word) : 0;
}

std::size_t skip_mark(DateTokens tokens, std::size_t at, std::initializer_list<char32_t> marks) {
    for (const char32_t mark : marks) {
        if (is_mark(tokens, at, mark)) return at + 1;
    }
    return at;
}

std::size_t skip_ordinal(DateTokens tokens, std::size_t at) {
    const bool ordinal =
        adjacent(tokens, at) &&
        (is_word(tokens, at, "st") || is_word(tokens, at, "nd") || is_word(tokens, at, "rd") ||
         is_word(tokens, at, "th") || is_word(tokens, at, "er") || is_mark(tokens, at, 0xBA));
    return ordinal ? at + 1 : at;
}

// 2020-01-17, 2020/01/17, 2020.01.17; in Chinese and Japanese, and in Korean, the marks are words
std::optional<DateMatch> match_year_first(DateTokens tokens, std::size_t at) {
    if (!is_number(tokens, at, 4, 4) || at + 4 >= tokens.size()) return std::nullopt;
    const char32_t mark = tokens[at + 1].mark;
    const bool chinese = mark == 0x5E74 && is_mark(tokens, at + 3, 0x6708);
    const bool korean = mark == 0xB144 && is_mark(tokens, at + 3, 0xC6D4);
    const bool marked = mark == U'-' || mark == U'/' || mark == U'.';
    const bool same = marked && is_mark(tokens, at + 3, mark);
    if (!same && !chinese && !korean) return std::nullopt;
    if (!is_number(tokens, at + 2, 1, 2) || !is_number(tokens, at + 4, 1, 2)) return std::nullopt;
    return valid(tokens[at].value, tokens[at + 2].value, tokens[at + 4].value, at + 5);
}

// 2020/jan/17, as in addresses; 2020-Jan-17; 2020. január 17. in Hungarian, 2020 m. sausio 17 d. in
// Lithuanian
std::optional<DateMatch> match_year_month_word(DateTokens tokens, std::size_t at) {
    if (!is_number(tokens, at, 4, 4)) return std::nullopt;
    std::size_t next = at + 1;
    if (is_word(tokens, next, "m")) ++next;
    next = skip_mark(tokens, next, {U'/', U'-', U'.', U','});
    const int month = month_at(tokens, next);
    if (month == 0) return std::nullopt;
    next = skip_mark(tokens, next + 1, {U'/', U'-', U'.'});
    // `2020 May 5:30` is a time.
    if (!is_number(tokens, next, 1, 2) || is_mark(tokens, next + 1, U':')) return std::nullopt;
    return valid(tokens[at].value, month, tokens[next].value, next + 1);
}

// January 17, 2020; Jan. 17th 2020
std::optional<DateMatch> match_month_first(DateTokens tokens, std::size_t at) {
    const int month = month_at(tokens, at);
    if (month == 0) return std::nullopt;
    std::size_t next = skip_mark(tokens, at + 1, {U'.', U'-', U'/', U','});
    if (!is_number(tokens, next, 1, 2)) return std::nullopt;
    const int day = tokens[next].value;
    next = skip_mark(tokens, skip_ordinal(tokens, next + 1), {U',', U'-', U'/'});
    if (!is_number(tokens, next, 4, 4)) return std::nullopt;
    return valid(tokens[next].value, month, day, next + 1);
}

// 17 January 2020; 17th of Jan., 2020; 17-Jan-2020
std::optional<DateMatch> match_day_first(DateTokens tokens, std::size_t at) {
    if (!is_number(tokens, at, 1, 2)) return std::nullopt;
    std::size_t next = skip_ordinal(tokens, at + 1);
    if (is_word(tokens, next, "of") || is_word(tokens, next, "de")) ++next;
    next = skip_mark(tokens, next, {U'-', U'/', U'.'});
    const int month = month_at(tokens, next);
    if (month == 0) return std::nullopt;
    next = skip_mark(tokens, next + 1, {U'.', U',', U'-', U'/'});
    next = skip_mark(tokens, next, {U','});
    if (is_word(tokens, next, "de") || is_word(tokens, next, "del")) ++next;
    if (!is_number(tokens, next, 4, 4)) return std::nullopt;
    return valid(tokens[next].value, month, tokens[at].value, next + 1);
}

// 17.01.2020; 17/1/2020 and 1/17/2020 where the order can be told; 17.01.20
std::optional<DateMatch> match_numeric(DateTokens tokens, std::size_t at, DateStyle style) {
    if (!is_number(tokens, at, 1, 2) || at + 4 >= tokens.size()) return std::nullopt;
    const char32_t mark = tokens[at + 1].mark;
    if (mark != U'-' && mark != U'/' && mark != U'.') return std::nullopt;
    if (!is_mark(tokens, at + 3, mark) || !is_number(tokens, at + 2, 1, 2)) return std::nullopt;
    const bool short_year =
        style.short_years && is_number(tokens, at + 4, 2, 2) &&
        tokens[at + 4].raw.data() ==
            tokens[at].raw.data() + tokens[at].raw.size() + tokens[at + 2].raw.size() + 2 &&
        !(at > 0 && tokens[at - 1].mark == mark) && !is_mark(tokens, at + 5, mark) &&
        !is_mark(tokens, at + 5, U':');
    if (!short_year && !is_number(tokens, at + 4, 4, 4)) return std::nullopt;
    const int first = tokens[at].value;
    const int second = tokens[at + 2].value;
    const int year = tokens[at + 4].value + (short_year ? 2000 : 0);
    if (second > 12) return valid(year, first, second, at + 5);
    const bool day_first =
        mark == U'.' || first > 12 || first == second || style.order == DateOrder::DayFirst;
    if (day_first) return valid(year, second, first, at + 5);
    if (style.order == DateOrder::MonthFirst) return valid(year, first, second, at + 5);
    return std::nullopt;
}

// 20200117
std::optional<DateMatch> match_compact(DateTokens tokens, std::size_t at) {
    if (!is_number(tokens, at, 8, 8)) return std::nullopt;
    const int value = tokens[at].value;
    return valid(value / 10000, value / 100 % 100, value % 100, at + 1);
}

std::optional<DateMatch> match_date(DateTokens tokens, std::size_t at, DateStyle style) {
    if (tokens[at].kind == Kind::Word) return match_month_first(tokens, at);
    if (tokens[at].kind != Kind::Number) return std::nullopt;
    for (const auto match :
         {match_year_first, match_year_month_word, match_day_first, match_compact}) {
        if (auto found = match(tokens, at)) return found;
    }
    return match_numeric(tokens, at, style);
}

// `am`, `p.m.`: hours to add to a twelve-hour clock, and the index behind it.
struct HalfDay {
    int noon = -1;  // 1 for pm, 0 for am, -1 for neither
    std::size_t end = 0;
};

HalfDay match_half_day(DateTokens tokens, std::size_t at) {
    if (is_word(tokens, at, "am")) return {0, at + 1};
    if (is_word(tokens, at, "pm")) return {1, at + 1};
    const bool dotted = is_mark(tokens, at + 1, U'.') && is_word(tokens, at + 2, "m");
    if (!dotted) return {-1, at};
    const std::size_t end = skip_mark(tokens, at + 3, {U'.'});
    if (is_word(tokens, at, "a")) return {0, end};
    if (is_word(tokens, at, "p")) return {1, end};
    return {-1, at};
}

// `+05:30`, `-0500`, `+3`
std::optional<int> match_offset(DateTokens tokens, std::size_t& at) {
    const bool plus = is_mark(tokens, at, U'+');
    if (!plus && !is_mark(tokens, at, U'-')) return std::nullopt;
    if (!is_number(tokens, at + 1, 1, 4) || !adjacent(tokens, at + 1)) return std::nullopt;
    const DateToken& number = tokens[at + 1];
    int minutes =
        number.raw.size() > 2 ? number.value / 100 * 60 + number.value % 100 : number.value * 60;
    std::size_t end = at + 2;
    if (number.raw.size() <= 2 && is_mark(tokens, end, U':') && is_number(tokens, end + 1, 2, 2)) {
        minutes += tokens[end + 1].value;
        end += 2;
    }
    if (minutes > 14 * 60 || (number.raw.size() > 2 && number.value % 100 > 59))
        return std::nullopt;
    at = end;
    return plus ? minutes : -minutes;
}

std::optional<int> match_zone(DateTokens tokens, std::size_t& at, CalendarDay day) {
    std::size_t next = skip_mark(tokens, at, {U'('});
    if (next < tokens.size() && tokens[next].kind == Kind::Word) {
        const auto named = zone_offset(tokens[next].word, day);
        if (!named) return std::nullopt;
        ++next;
        if (*named == 0) {
            if (const auto shifted = match_offset(tokens, next)) {
                at = next;
                return shifted;
            }
        }
        at = skip_mark(tokens, next, {U')'});
        return named;
    }
    const auto offset = match_offset(tokens, next);
    if (offset) at = next;
    return offset;
}

// 5:10am EST, 05:10:00.000+01:00, 17.10 GMT, 0510 GMT, 5 p.m.
std::optional<TimeMatch> match_time(DateTokens tokens, std::size_t at, CalendarDay day) {
    if (!is_number(tokens, at, 1, 2) && !is_number(tokens, at, 4, 4)) return std::nullopt;
    TimeMatch time;
    const bool packed = tokens[at].raw.size() == 4;
    time.hour = packed ? tokens[at].value / 100 : tokens[at].value;
    time.minute = packed ? tokens[at].value % 100 : 0;
    std::size_t next = at + 1;
    bool has_minutes = false;
    const bool separated = is_mark(tokens, next, U':') || is_mark(tokens, next, U'.');
    if (!packed && separated && is_number(tokens, next + 1, 2, 2)) {
        time.minute = tokens[next + 1].value;
        has_minutes = true;
        next += 2;
        if (is_mark(tokens, next, U':') && is_number(tokens, next + 1, 2, 2)) {
            time.second = tokens[next + 1].value;
            next += 2;
            if (is_mark(tokens, next, U'.') && is_number(tokens, next + 1, 1, 9)) next += 2;
        }
    }
    const HalfDay half = match_half_day(tokens, next);
    next = half.end;
    if (is_word(tokens, next, "hrs")) ++next;
    time.offset = match_zone(tokens, next, day);
    if (!has_minutes && half.noon < 0 && !(packed && time.offset)) return std::nullopt;
    if (half.noon >= 0) {
        if (time.hour < 1 || time.hour > 12) return std::nullopt;
        time.hour = time.hour % 12 + 12 * half.noon;
    }
    if (time.hour > 23 || time.minute > 59 || time.second > 60) return std::nullopt;
    time.end = next;
    return time;
}

bool is_connector(const DateToken& token) {
    if (token.kind == Kind::Mark) {
        return token.mark == U',' || token.mark == U'|' || token.mark == U'-' ||
               token.mark == U'(' || token.mark == U'.' || token.mark == 0xB7 ||
               token.mark == 0x2022 || token.mark == U'@' || token.mark == U'/';
    }
    return token.kind == Kind::Word && (token.word == "at" || token.word == "t" ||
                                        token.word == "on" || is_weekday(token.word));
}

std::optional<TimeMatch> find_time_behind(DateTokens tokens, std::size_t at, CalendarDay day) {
    for (std::size_t skipped = 0; skipped <= kLongestConnector && at < tokens.size(); ++skipped) {
        if (auto time = match_time(tokens, at, day)) return time;
        if (!is_connector(tokens[at])) return std::nullopt;
        ++at;
    }
    return std::nullopt;
}

// A time that ends, connectors aside, where the date begins: `5:10 AM EST, Fri January 17, 2020`.
std::optional<TimeMatch> find_time_before(DateTokens tokens, std::size_t date, CalendarDay day,
                                          std::size_t& start) {
    const std::size_t first = date > kLongestTime ? date - kLongestTime : 0;
    for (std::size_t at = first; at < date; ++at) {
        const auto time = match_time(tokens, at, day);
        if (!time || time->end > date) continue;
        const auto between = tokens.subspan(time->end, date - time->end);
        if (!std::all_of(between.begin(), between.end(), is_connector)) continue;
        start = at;
        return time;
    }
    return std::nullopt;
}

std::string format_iso(CalendarDay day, const std::optional<TimeMatch>& time) {
    std::string iso = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    // Without its zone a time of day could mean any of two days.
    if (!time || !time->offset) return iso;
    const int offset = std::abs(*time->offset);
    return iso + fmt::format("T{:02}:{:02}:{:02}{}{:02}:{:02}", time->hour, time->minute,
                             std::min(time->second, 59), *time->offset < 0 ? '-' : '+', offset / 60,
                             offset % 60);
}

}  // namespace

std::optional<FoundDate> find_publication_date(std::string_view text, DateStyle style) {
    const std::vector<DateToken> tokens = lex_date(text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto date = match_date(tokens, at, style);
        if (!date) continue;
        std::size_t start = at;
        std::size_t end = date->end;
        auto time = find_time_behind(tokens, date->end, date->day);
        if (time) {
            end = time->end;
        } else {
            time = find_time_before(tokens, at, date->day, start);
        }
        while (start > 0 && tokens[start - 1].kind == Kind::Word &&
               is_weekday(tokens[start - 1].word)) {
            --start;
        }
        return FoundDate{{tokens[start].span.start, tokens[end - 1].span.end},
                         format_iso(date->day, time)};
    }
    return std::nullopt;
}

std::string normalise_given_date(std::string_view given, DateStyle style) {
    if (auto found = find_publication_date(given, style)) return std::move(found->iso);
    given = trim(given);
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(given.data(), given.data() + given.size(), number);
    const bool whole = code == std::errc{} && end == given.data() + given.size();
    if (!whole || number < 0 || (given.size() != 10 && given.size() != 13)) return {};
    using namespace std::chrono;
    const sys_seconds time{seconds{given.size() == 13 ? number / 1000 : number}};
    const year_month_day day{floor<days>(time)};
    if (day.year() > year{kLastYear}) return {};
    const hh_mm_ss clock{time - floor<days>(time)};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace tidings::report

namespace tidings {

std::string parse_publication_date(std::string_view text) {
    auto found = report::find_publication_date(text);
    return found ? std::move(found->iso) : std::string{};
}

}  // namespace tidings
