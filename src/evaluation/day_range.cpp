#include "evaluation/day_range.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace tidings::evaluation {

namespace {

constexpr long kMoreDays = 45;

long day(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    return std::chrono::sys_days(date).time_since_epoch().count();
}

const long kFirstDay = day(1, 1, 1);
const long kLastDay = day(9999, 12, 31);

std::optional<unsigned> number(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return std::nullopt;
    unsigned value = 0;
    const char* end = text.data() + at + digits;
    const auto read = std::from_chars(text.data() + at, end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

std::optional<DayRange> of_text(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos) {
        const std::string_view from = text.substr(0, slash);
        const std::string_view until = text.substr(slash + 1);
        const auto a =
            from.empty() || from == ".." ? DayRange{kFirstDay, kFirstDay} : of_text(from);
        const auto b =
            until.empty() || until == ".." ? DayRange{kLastDay, kLastDay} : of_text(until);
        return a && b ? std::optional(DayRange{a->first, b->last}) : std::nullopt;
    }
    const auto year = number(text, 0, 4);
    if (!year || *year == 0) return std::nullopt;
    const int y = static_cast<int>(*year);
    const auto part = [text](std::size_t at) {
        return at < text.size() && text[at] == '-' ? number(text, at + 1, 2) : std::nullopt;
    };
    const auto month = part(4);
    if (!month) return DayRange{day(y, 1, 1), day(y, 12, 31)};
    if (*month < 1 || *month > 12) return std::nullopt;
    const auto exact = part(7);
    if (exact) {
        const std::chrono::year_month_day date{std::chrono::year(y), std::chrono::month(*month),
                                               std::chrono::day(*exact)};
        if (!date.ok()) return std::nullopt;
        return DayRange{day(y, *month, *exact), day(y, *month, *exact)};
    }
    const long first = day(y, *month, 1);
    const long next = *month == 12 ? day(y + 1, 1, 1) : day(y, *month + 1, 1);
    return DayRange{first, next - 1};
}

long length(const DayRange& range) {
    return std::min(range.last, day(2100, 1, 1)) - std::max(range.first, day(1900, 1, 1));
}

}  // namespace

std::optional<DayRange> day_range(const Json& date) {
    if (date.is_string()) return of_text(date.get<std::string>());
    if (!date.is_object()) return std::nullopt;
    const Json& start = member(date, "start");
    const Json& end = member(date, "end");
    const auto a = day_range(start);
    const auto b = day_range(end.is_string() && !end.get<std::string>().empty() ? end : start);
    if (!a && !b) return std::nullopt;
    return DayRange{a ? a->first : kFirstDay, b ? b->last : kLastDay};
}

bool answers(const DayRange& gold, const std::optional<DayRange>& coded) {
    if (!coded || coded->first > gold.last || coded->last < gold.first) return false;
    return length(*coded) <= length(gold) + kMoreDays;
}

}  // namespace tidings::evaluation
