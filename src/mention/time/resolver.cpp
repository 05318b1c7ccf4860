#include "mention/time/resolver.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "mention/time/timex.hpp"
#include "report/time_zone.hpp"

namespace tidings::mention::time {

namespace {

using std::chrono::days;

/// How far back or ahead of the time that a history has reached a month may lie before the next or
/// the last year is meant (*in December 1941 ...; in February*).
constexpr int kMonthsBack = 6;
constexpr int kMonthsAhead = 9;

int months_since(CivilDay from, CivilDay to) {
    return (year_of(to) - year_of(from)) * 12 + month_of(to) - month_of(from);
}

/// One of three equal parts, the middle one a little the larger.
void take_third(std::optional<CivilDay>& from, std::optional<CivilDay>& until, int part) {
    if (!from || !until) return;
    const auto length = (*until - *from).count() + 1;
    if (length < 6) return;
    const auto third = length / 3;
    const CivilDay first = *from;
    if (part == 0) *until = first + days(third - 1);
    if (part == 1) {
        *from = first + days(third);
        *until = first + days(length - third - 1);
    }
    if (part == 2) *from = first + days(length - third);
}

}  // namespace

Resolved Resolver::resolve(const Expression& expression, Tense tense) {
    anchor_.clear();
    Resolved result;
    switch (expression.builder) {
        case Builder::Date:
            result = date(expression, tense);
            break;
        case Builder::Unit:
            result = unit(expression, tense);
            break;
        case Builder::Shift:
            result = shift(expression);
            break;
        case Builder::Duration:
            result = duration(expression);
            break;
        case Builder::Set:
            result = frequency(expression.slots);
            break;
        case Builder::Reference:
            result = reference(expression.slots[Slot::Reference]);
            break;
    }
    if (result.mod.empty()) result.mod = modifier_code(expression.slots[Slot::Modifier]);
    result.anchor = anchor_;
    remember(expression, result);
    return result;
}

// --- what the expression leans on

std::optional<Period> Resolver::anchor(const Slots& slots, bool narrative_by_default) {
    bool narrative = narrative_by_default;
    if (slots.has(Slot::Anchor)) {
        narrative = slots[Slot::Anchor] == static_cast<int>(Anchor::Narrative);
    }
    // *On Sunday ... as it had in January ... the same day*: a day, not the month.
    const bool day = slots.get(Slot::Unit, -1) == static_cast<int>(Unit::Day);
    if (narrative && day && narrative_ && narrative_->grain > Grain::Day && day_told_) {
        anchor_ = "from " + value_of(*day_told_) + " before it";
        return day_told_;
    }
    if ((narrative || frame_.narrative || !frame_.published) && narrative_) {
        anchor_ = "from " + value_of(*narrative_) + " before it";
        return narrative_;
    }
    if (!frame_.published) return std::nullopt;
    anchor_ = "from the publication day " + iso(*frame_.published);
    return period_of(*frame_.published, Grain::Day);
}

std::optional<int> Resolver::year_told(const Slots& slots) {
    if (slots.has(Slot::Year)) {
        const int year = slots[Slot::Year];
        const bool ancient = year < 1000 && narrative_ && year_of(narrative_->first) <= 0;
        return slots.get(Slot::Era, 0) == 1 || ancient ? 1 - year : year;
    }
    if (slots.has(Slot::ShortYear)) {
        const int latest = frame_.published ? year_of(*frame_.published) + 10 : 2030;
        const int year = latest / 100 * 100 + slots[Slot::ShortYear];
        return year > latest ? year - 100 : year;
    }
    if (!slots.has(Slot::YearStep)) return std::nullopt;
    const bool narrative =
        slots[Slot::YearAnchor] == static_cast<int>(Anchor::Narrative) || frame_.narrative;
    if (narrative && narrative_) {
        anchor_ = "from " + value_of(*narrative_) + " before it";
        return year_of(narrative_->first) + slots[Slot::YearStep];
    }
    if (!frame_.published) return std::nullopt;
    anchor_ = "from the publication day " + iso(*frame_.published);
    return year_of(*frame_.published) + slots[Slot::YearStep];
}

template <typename InYear>
std::optional<Period> Resolver::choose_year(const Slots& slots, Tense tense, InYear&& in_year) {
    if (const auto year = year_told(slots)) return in_year(*year);
    const bool directed = slots.has(Slot::Direction);
    const bool in_narrative = leans_on_narrative() || !frame_.published;
    if (in_narrative && narrative_ && !directed) {
        anchor_ = "from " + value_of(*narrative_) + " before it";
        const int year = year_of(narrative_->first);
        auto here = in_year(year);
        if (!here || narrative_->grain >= Grain::Year) return here;
        const int away = months_since(narrative_->first, here->first);
        if (away <= -kMonthsBack) return in_year(year + 1);
        if (away >= kMonthsAhead) return in_year(year - 1);
        return here;
    }
    const auto base = anchor(slots, false);
    if (!base) return std::nullopt;
    const CivilDay day = base->first;
    const int year = year_of(day);
    std::optional<Period> best;
    long best_distance = 0;
    const int direction = slots.get(Slot::Direction, 2);
    for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
        const auto period = in_year(candidate);
        if (!period) continue;
        if (direction == -1 && period->last >= day) continue;
        if (direction == 1 && period->first <= day) continue;
        if (!directed && tense == Tense::Past && period->first > day) continue;
        // *The pact expires on Dec. 31.*
        const bool coming = tense == Tense::Future || tense == Tense::Present;
        if (!directed && coming && period->last < day) continue;
        const CivilDay middle = period->first + (period->last - period->first) / 2;
        const long distance = std::labs(static_cast<long>((middle - day).count()));
        if (!best || distance < best_distance) {
            best = period;
            best_distance = distance;
        }
    }
    return best ? best : in_year(year);
}

// --- dates

std::optional<Period> Resolver::numeric_period(const Slots& slots) const {
    int first = slots[Slot::Date1];
    int second = slots[Slot::Date2];
    int year = slots[Slot::Date3];
    if (slots.has(Slot::YearFirst)) {
        const auto day = make_day(first, second, year);
        if (!day) return std::nullopt;
        return period_of(*day, Grain::Day);
    }
    if (year < 100) year += year <= 49 ? 2000 : 1900;
    if (!frame_.day_first) std::swap(first, second);
    auto day = make_day(year, second, first);
    if (!day) day = make_day(year, first, second);
    if (!day) return std::nullopt;
    return period_of(*day, Grain::Day);
}

std::optional<Period> Resolver::decade_period(const Slots& slots) const {
    int decade = slots[Slot::Decade];
    if (slots.has(Slot::Year)) return period_of(first_of_month(decade, 1), Grain::Decade);
    if (slots.get(Slot::Era, 0) == 1) {
        return period_of(first_of_month(1 - decade, 1), Grain::Decade);
    }
    if (decade < 100) {
        const int latest = frame_.published ? year_of(*frame_.published) : 2029;
        const int narrative = narrative_ && frame_.narrative ? year_of(narrative_->first) : latest;
        decade += narrative / 100 * 100;
        if (decade > latest || (decade > narrative + 10)) decade -= 100;
    }
    return period_of(first_of_month(decade, 1), Grain::Decade);
}

std::optional<Period> Resolver::century_period(const Slots& slots) const {
    const int ordinal = slots[Slot::Ordinal];
    if (ordinal < 1 || ordinal > 30) return std::nullopt;
    if (slots.get(Slot::Era, 0) == 1) {
        return period_of(first_of_month(1 - (ordinal - 1) * 100 - 50, 1), Grain::Century);
    }
    return period_of(first_of_month((ordinal - 1) * 100 + 50, 1), Grain::Century);
}

std::optional<Period> Resolver::holiday_period(const Slots& slots, Tense tense) {
    const auto holiday = static_cast<std::uint32_t>(slots[Slot::Holiday]);
    return choose_year(slots, tense, [&](int year) -> std::optional<Period> {
        return rules_.holidays.in_year(holiday, year);
    });
}

/// *Friday the 13th*: the nearest one.
std::optional<Period> Resolver::weekday_of_month(const Slots& slots) {
    const auto base = anchor(slots, leans_on_narrative());
    if (!base) return std::nullopt;
    constexpr int kReach = 200;
    for (int away = 0; away <= kReach; ++away) {
        for (const CivilDay day : {base->first - days(away), base->first + days(away)}) {
            const std::chrono::year_month_day date(day);
            const bool fits =
                weekday_of(day) == slots[Slot::Weekday] &&
                static_cast<int>(static_cast<unsigned>(date.day())) == slots[Slot::Day];
            if (fits) return period_of(day, Grain::Day);
        }
    }
    return std::nullopt;
}

std::optional<Period> Resolver::weekday_period(const Slots& slots, Tense tense) {
    const int weekday = slots[Slot::Weekday];
    if (slots.has(Slot::Day)) return weekday_of_month(slots);
    const bool directed = slots.has(Slot::Direction);
    const auto base = anchor(
        slots, leans_on_narrative() && narrative_ && narrative_->grain == Grain::Day && !directed);
    if (!base) return std::nullopt;
    const CivilDay day = base->first;
    const int back = (weekday_of(day) - weekday + 7) % 7;
    const CivilDay latest = day - days(back);
    const CivilDay next = back == 0 ? day : latest + days(7);
    const auto whole = [](CivilDay chosen) { return period_of(chosen, Grain::Day); };
    if (directed) {
        const int direction = slots[Slot::Direction];
        if (direction < 0) return whole(back == 0 ? day - days(7) : latest);
        if (direction > 0) return whole(back == 0 ? day + days(7) : next);
        return whole(tense == Tense::Past ? latest : next);
    }
    if (base->first != frame_.published.value_or(CivilDay{}) && frame_.narrative) {
        return whole(back <= 3 ? latest : next);
    }
    return whole(tense == Tense::Future ? next : latest);
}

std::optional<Period> Resolver::day_period(const Slots& slots) {
    if (slots.has(Slot::Shift)) {
        const auto base = anchor(slots, false);
        if (!base) return std::nullopt;
        return period_of(base->first + days(slots[Slot::Shift]), Grain::Day);
    }
    // An hour or a part of a day alone belongs to the day that the text has reached.
    const auto base = anchor(slots, narrative_ && narrative_->grain == Grain::Day);
    if (!base || base->grain != Grain::Day) return std::nullopt;
    return base;
}

std::optional<Period> Resolver::calendar_period(const Slots& slots, Tense tense) {
    if (slots.has(Slot::Holiday)) return holiday_period(slots, tense);
    if (slots.has(Slot::Date1)) return numeric_period(slots);
    if (slots.has(Slot::Decade)) return decade_period(slots);
    const int unit = slots.get(Slot::Unit, -1);
    if (unit == static_cast<int>(Unit::Century)) return century_period(slots);
    if (unit == static_cast<int>(Unit::Quarter) || slots.has(Slot::Half)) {
        const bool half = slots.has(Slot::Half);
        int which = slots.get(Slot::Ordinal, slots.get(Slot::Quantity, 1000) / 1000);
        if (half && !slots.has(Slot::Ordinal)) which = slots[Slot::Half];
        if (which < 1 || which > (half ? 2 : 4)) return std::nullopt;
        return choose_year(slots, tense, [&](int year) -> std::optional<Period> {
            const int month = half ? which * 6 : which * 3;
            return period_of(first_of_month(year, month), half ? Grain::Half : Grain::Quarter);
        });
    }
    if (slots.has(Slot::Month)) {
        const int month = slots[Slot::Month];
        const int day = slots.get(Slot::Day, 0);
        return choose_year(slots, tense, [&](int year) -> std::optional<Period> {
            if (day == 0) return month_period(year, month);
            const auto whole = make_day(year, month, day);
            if (!whole) return std::nullopt;
            return period_of(*whole, Grain::Day);
        });
    }
    if (slots.has(Slot::Season)) {
        const auto season = static_cast<Season>(slots[Slot::Season]);
        return choose_year(slots, tense, [&](int year) -> std::optional<Period> {
            return season_period(year, season);
        });
    }
    if (slots.has(Slot::Weekday)) return weekday_period(slots, tense);
    if (const auto year = year_told(slots)) return year_period(*year);
    return day_period(slots);
}

Resolved Resolver::date(const Expression& expression, Tense tense) {
    const Slots& slots = expression.slots;
    Resolved result;
    result.type = "DATE";
    if (slots.has(Slot::Reference)) return reference(slots[Slot::Reference]);
    result.period = calendar_period(slots, tense);
    if (!result.period) {
        result.value = "XXXX-XX-XX";
        const bool clock = slots.has(Slot::Hour) || slots.has(Slot::Part);
        if (slots.has(Slot::Weekday) && !clock) {
            result.value = fmt::format("XXXX-WXX-{}", slots[Slot::Weekday]);
        } else if (slots.has(Slot::Month) && !slots.has(Slot::Day)) {
            result.value = fmt::format("XXXX-{:02d}", slots[Slot::Month]);
        } else if (slots.has(Slot::Month)) {
            result.value = fmt::format("XXXX-{:02d}-{:02d}", slots[Slot::Month], slots[Slot::Day]);
        }
        add_clock(result, slots);
        return result;
    }
    const bool feast_of_days =
        slots.has(Slot::Holiday) && result.period->first != result.period->last;
    result.value = feast_of_days ? value_of(period_of(result.period->first, Grain::Month))
                                 : value_of(*result.period);
    if (slots.has(Slot::Fiscal)) result.value = value_of(*result.period);
    set_days(result, slots);
    narrow_by_words(result, expression);
    add_clock(result, slots);
    return result;
}

void Resolver::set_days(Resolved& result, const Slots& slots) const {
    if (!result.period) return;
    result.from = result.period->first;
    result.until = result.period->last;
    switch (static_cast<Modifier>(slots.get(Slot::Modifier, -1))) {
        case Modifier::Start:
            take_third(result.from, result.until, 0);
            break;
        case Modifier::Mid:
            take_third(result.from, result.until, 1);
            break;
        case Modifier::End:
            take_third(result.from, result.until, 2);
            break;
        default:
            break;
    }
}

/// *earlier this month*, *later this year*: up to the day of publication, or from it.
void Resolver::narrow_by_words(Resolved& result, const Expression& expression) const {
    if (!frame_.published || !result.from || !result.until) return;
    const TimeToken& first = tokens_[expression.first];
    if (first.kind != TimeToken::Kind::Word) return;
    const std::string& word = rules_.vocabulary.text(first.word);
    const CivilDay day = *frame_.published;
    if (day < *result.from || day > *result.until) return;
    if (word == "earlier") result.until = day;
    if (word == "later") result.from = day;
}

void Resolver::add_clock(Resolved& result, const Slots& slots) const {
    if (slots.has(Slot::Hour)) {
        int hour = slots[Slot::Hour];
        if (slots.has(Slot::Meridiem)) {
            hour = hour % 12 + (hour <= 12 ? 12 * slots[Slot::Meridiem] : 12);
        } else if (slots.has(Slot::Part) && hour < 12) {
            const auto part = static_cast<DayPart>(slots[Slot::Part]);
            const bool late = part == DayPart::Afternoon || part == DayPart::Evening ||
                              (part == DayPart::Night && hour > 5);
            hour += late ? 12 : 0;
        }
        result.value += fmt::format("T{:02d}:{:02d}", hour, slots.get(Slot::Minute, 0));
        if (slots.has(Slot::Zone) && result.period) {
            const auto name = rules_.vocabulary.text(static_cast<WordId>(slots[Slot::Zone]));
            const std::chrono::year_month_day date(result.period->first);
            const auto offset = report::zone_offset(
                name, {static_cast<int>(date.year()), month_of(result.period->first),
                       static_cast<int>(static_cast<unsigned>(date.day()))});
            if (offset && *offset == 0) result.value += "Z";
            if (offset && *offset != 0) {
                result.value += fmt::format("{}{:02d}:{:02d}", *offset < 0 ? "-" : "+",
                                            std::abs(*offset) / 60, std::abs(*offset) % 60);
            }
        }
        result.type = "TIME";
    } else if (slots.has(Slot::Part)) {
        result.value += "T" + std::string(part_code(slots[Slot::Part]));
        result.type = "TIME";
    }
}

// --- what the text has reached

/// *In 1941 ...*, a heading; not a year further on in the sentence.
bool Resolver::leads_sentence(const Expression& expression) const {
    constexpr std::uint32_t kReach = 4;
    const std::uint32_t reach = std::min(kReach, expression.first);
    for (std::uint32_t back = 1; back <= reach; ++back) {
        const TimeToken& token = tokens_[expression.first - back];
        if (token.kind == TimeToken::Kind::Break) return true;
        if (token.kind == TimeToken::Kind::Mark && (token.mark == '.' || token.mark == '(')) {
            return true;
        }
    }
    return expression.first <= kReach;
}

/// What the text has reached: the last date that it tells.
void Resolver::remember(const Expression& expression, const Resolved& result) {
    if (!result.period || expression.closes_range) return;
    if (result.type != "DATE" && result.type != "TIME") return;
    if (result.period->grain > Grain::Year) return;
    // In a history the days of the report itself tell nothing of the time it speaks of.
    if (frame_.narrative && expression.slots.has(Slot::Shift)) return;
    // *the previous year* looks back and moves nothing; *1941* in a text that has reached December
    // 1941 tells nothing new, and a year in passing (*its 1920 treaty*) does not lead a sentence
    // on.
    const Slots& slots = expression.slots;
    if (expression.builder == Builder::Unit && slots.get(Slot::Direction, 0) < 0) return;
    const bool coarse = result.period->grain >= Grain::Year;
    if (coarse && narrative_ && narrative_->grain < Grain::Year && frame_.narrative &&
        result.period->first <= narrative_->first && narrative_->last <= result.period->last) {
        return;
    }
    if (coarse && frame_.narrative && narrative_ && !leads_sentence(expression)) return;
    narrative_ = result.period;
    if (result.period->grain == Grain::Day) day_told_ = result.period;
    const bool told_year = expression.slots.has(Slot::Year) || expression.slots.has(Slot::Date1);
    if (told_year && frame_.published) {
        near_ = year_of(result.period->first) != year_of(*frame_.published);
    }
}

}  // namespace tidings::mention::time
