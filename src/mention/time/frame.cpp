#include "mention/time/frame.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace tidings::mention::time {

namespace {

/// A history tells many dates with years of their own, and hardly one leans on today.
constexpr int kFewestDates = 6;

bool is_history(const std::vector<Expression>& found, int published_year) {
    int far = 0;
    int days_of_far_years = 0;
    int leaning = 0;
    int ancient = 0;
    for (const Expression& expression : found) {
        const Slots& slots = expression.slots;
        if (slots.has(Slot::Year)) {
            const int year =
                slots.get(Slot::Era, 0) == 1 ? 1 - slots[Slot::Year] : slots[Slot::Year];
            const bool is_far = std::abs(year - published_year) >= 1;
            far += is_far ? 1 : 0;
            ancient += year <= 0 ? 1 : 0;
            days_of_far_years += is_far && slots.has(Slot::Month) ? 1 : 0;
        }
        const bool today =
            slots.has(Slot::Shift) ||
            (slots.has(Slot::Weekday) && !slots.has(Slot::Day) && !slots.has(Slot::Plural)) ||
            (slots.has(Slot::Direction) && slots.get(Slot::Anchor, 1) == 0);
        leaning += today ? 1 : 0;
    }
    const bool dated = days_of_far_years * 6 >= far || ancient > 0;
    return far >= kFewestDates && far > 4 * leaning && dated;
}

/// Which number comes first in numeric dates: what the text's own dates allow, then what their
/// nearness to the publication day says, then the publisher.
bool day_comes_first(const Report& report, const std::vector<Expression>& found,
                     std::optional<CivilDay> published, const Publishers& publishers) {
    int day_first = 0;
    int month_first = 0;
    long nearest_day = 0;
    long nearest_month = 0;
    bool compared = false;
    for (const Expression& expression : found) {
        const Slots& slots = expression.slots;
        if (!slots.has(Slot::Date1) || slots.has(Slot::YearFirst)) continue;
        const int one = slots[Slot::Date1];
        const int two = slots[Slot::Date2];
        if (one > 12 && two <= 12) ++day_first;
        if (two > 12 && one <= 12) ++month_first;
        if (!published || one > 12 || two > 12) continue;
        const int year = slots[Slot::Date3] < 100 ? 2000 + slots[Slot::Date3] : slots[Slot::Date3];
        const auto as_day = make_day(year, two, one);
        const auto as_month = make_day(year, one, two);
        if (!as_day || !as_month) continue;
        nearest_day += std::labs(static_cast<long>((*as_day - *published).count()));
        nearest_month += std::labs(static_cast<long>((*as_month - *published).count()));
        compared = true;
    }
    if (day_first != month_first) return day_first > month_first;
    if (publishers.write_month_first(report.uri, report.publisher)) return false;
    // One of the readings is days away from the report, the other months.
    constexpr long kNear = 20;
    constexpr long kFar = 25;
    if (compared && nearest_month < kNear && nearest_day > kFar) return false;
    // Full dates in words tell it too: *March 12, 2024* is written where 3/12/2024 is.
    int month_words = 0;
    int day_words = 0;
    for (const Expression& expression : found) {
        const Slots& slots = expression.slots;
        if (!slots.has(Slot::Month) || !slots.has(Slot::Day) || slots.has(Slot::Date1)) continue;
        const std::string_view words = slice(report.text, expression.span);
        (words.front() >= '0' && words.front() <= '9' ? day_words : month_words) += 1;
    }
    if (month_words != day_words) return day_words > month_words;
    return true;
}

}  // namespace

bool is_post(std::string_view text) noexcept {
    constexpr std::size_t kLongest = 320;
    text = trim(text);
    if (text.empty() || text.size() > kLongest) return false;
    const char last = text.back();
    const char first = text.front();
    const bool plain_end = last == '.' || last == '"';
    const bool marked = text.find_first_of("@#") != std::string_view::npos ||
                        text.find("http") != std::string_view::npos ||
                        text.find("!!") != std::string_view::npos ||
                        text.find("...") != std::string_view::npos;
    return marked || !plain_end || (first >= 'a' && first <= 'z');
}

Frame frame_of(const Report& report, const std::vector<Expression>& found,
               const Publishers& publishers) {
    Frame frame;
    frame.published = parse_iso(report.published);
    const int year = frame.published ? year_of(*frame.published) : kMaxYear;
    frame.narrative = is_history(found, year);
    frame.day_first = day_comes_first(report, found, frame.published, publishers);
    return frame;
}

}  // namespace tidings::mention::time
