// Periods and distances: *last week*, *three days ago*, *for ten years*, *every Monday*.

#include <fmt/format.h>

#include "mention/time/resolver.hpp"
#include "mention/time/timex.hpp"

namespace tidings::mention::time {

namespace {

using std::chrono::days;

/// Days that *recent days*, *the past weeks* and the like reach.
int vague_days(int unit) {
    const auto grain = grain_of(unit);
    if (!grain) return 1;
    switch (*grain) {
        case Grain::Day:
            return 10;
        case Grain::Week:
        case Grain::Weekend:
            return 60;
        case Grain::Month:
        case Grain::Quarter:
            return 300;
        default:
            return 5 * 365;
    }
}

}  // namespace

/// *this period*, *that era*: whatever time the text speaks of.
bool Resolver::is_vague_period(const Expression& expression) const {
    const std::string& word = rules_.vocabulary.text(tokens_[expression.last - 1].word);
    return word == "period" || word == "era";
}

Resolved Resolver::unit(const Expression& expression, Tense tense) {
    const Slots& slots = expression.slots;
    Resolved result;
    result.type = "DATE";
    const int direction = slots.get(Slot::Direction, 0);
    if (slots.get(Slot::Unit, -1) == static_cast<int>(Unit::Year) && is_vague_period(expression)) {
        const auto told = anchor(slots, true);
        result.value = told ? value_of(*told) : "PAST_REF";
        if (told) result.from = told->first;
        if (told) result.until = told->last;
        return result;
    }
    const auto grain = slots.has(Slot::Season) ? std::optional(Grain::Season)
                       : slots.has(Slot::Part) && !slots.has(Slot::Unit)
                           ? std::optional(Grain::Day)
                           : grain_of(slots.get(Slot::Unit, static_cast<int>(Unit::Year)));
    if (!grain) {
        result.type = "DURATION";
        result.value = duration_value(slots);
        return result;
    }
    // *the end of the month* leans on what is told, where a time has been told beside it.
    const bool told = slots.get(Slot::Anchor, 0) == static_cast<int>(Anchor::Narrative);
    const auto base = told && !frame_.narrative && !near_ && !narrative_ ? anchor(Slots{}, false)
                                                                         : anchor(slots, false);
    if (!base) {
        result.value = "XXXX-XX-XX";
        add_clock(result, slots);
        return result;
    }
    if (base->grain > *grain && base->first != base->last && *grain <= Grain::Month) {
        // *the next day* after a time that is known to the month only.
        result.value = *grain == Grain::Month
                           ? value_of(period_of(base->first, Grain::Year)) + "-XX"
                       : base->grain == Grain::Month ? value_of(*base) + "-XX"
                                                     : "XXXX-XX-XX";
        result.from = base->first;
        result.until = base->last;
        add_clock(result, slots);
        return result;
    }
    if (slots.has(Slot::Season)) {
        const auto season = static_cast<Season>(slots[Slot::Season]);
        result.period = season_period(year_of(base->first) + direction, season);
    } else if (*grain == Grain::Weekend && !slots.has(Slot::Direction)) {
        // *over the weekend*: the last one, the coming one from Friday on.
        const bool coming =
            weekday_of(base->first) >= 5 || tense == Tense::Future || tense == Tense::Present;
        result.period = moved(period_of(base->first, *grain), coming ? 0 : -1);
    } else {
        result.period = moved(period_of(base->first, *grain), direction);
    }
    result.value = value_of(*result.period);
    set_days(result, slots);
    narrow_by_words(result, expression);
    add_clock(result, slots);
    return result;
}

Resolved Resolver::shift(const Expression& expression) {
    const Slots& slots = expression.slots;
    if (slots.has(Slot::Reference)) return reference(slots[Slot::Reference]);
    Resolved result;
    result.type = "DATE";
    const int direction = slots.get(Slot::Direction, -1);
    if (slots.get(Slot::Quantity, 1000) == kVague) {
        result = reference(static_cast<int>(direction < 0 ? Reference::Past : Reference::Future));
        if (const auto base = anchor(slots, false)) {
            const int reach = vague_days(slots.get(Slot::Unit, 0));
            result.from = direction < 0 ? base->first - days(reach) : base->first;
            result.until = direction < 0 ? base->last : base->last + days(reach);
        }
        return result;
    }
    const auto steps = steps_of(slots);
    const auto base = anchor(slots, false);
    if (!base) {
        result.value = "XXXX-XX-XX";
        return result;
    }
    if (!steps) {  // hours and minutes: the day is all that is kept
        result.period = period_of(base->first, Grain::Day);
        result.value = value_of(*result.period);
        result.from = result.period->first;
        result.until = result.period->last;
        return result;
    }
    const Grain unit = grain_of(slots[Slot::Unit]).value_or(Grain::Day);
    if (base->grain > unit && base->grain != Grain::Day && unit <= Grain::Month) {
        result.value = value_of(*base) + (base->grain == Grain::Month ? "-XX" : "");
        result.from = base->first;
        result.until = base->last;
        return result;
    }
    const CivilDay day = moved(base->first, steps->grain, direction * steps->count);
    const bool one_decade = unit == Grain::Decade && steps->count <= 1;
    const Grain grain = one_decade ? Grain::Year : unit;
    result.period = period_of(day, grain);
    result.value = value_of(*result.period);
    result.from = result.period->first;
    result.until = result.period->last;
    const int modifier = slots.get(Slot::Modifier, -1);
    // *a year ago*, *two years later* tell the month as well as the year.
    if (grain == Grain::Year && steps->count <= 2 && base->grain == Grain::Day && !one_decade) {
        const Period month = period_of(day, Grain::Month);
        result.from = month.first;
        result.until = month.last;
        const bool later = (modifier == static_cast<int>(Modifier::LessThan)) == (direction < 0);
        if (modifier == static_cast<int>(Modifier::LessThan) ||
            modifier == static_cast<int>(Modifier::MoreThan)) {
            later ? result.until = period_of(moved(day, Grain::Month, 3), Grain::Month).last
                  : result.from = period_of(moved(day, Grain::Month, -3), Grain::Month).first;
        }
    }
    return result;
}

/// *the third day*: of a time that is not told here.
Resolved Resolver::counted_unit(const Expression& expression) const {
    Resolved result;
    result.type = "DATE";
    const WordId word = tokens_[expression.last - 1].word;
    const int part = rules_.vocabulary.value(word, TokenClass::Part);
    const int unit = rules_.vocabulary.value(word, TokenClass::Unit);
    result.value = unit == static_cast<int>(Unit::Week)    ? "XXXX-WXX"
                   : unit == static_cast<int>(Unit::Month) ? "XXXX-XX"
                                                           : "XXXX-XX-XX";
    if (part != kUnset) {
        result.value += "T" + std::string(part_code(part));
        result.type = "TIME";
    }
    return result;
}

Resolved Resolver::duration(const Expression& expression) {
    const Slots& slots = expression.slots;
    Resolved result;
    result.type = "DURATION";
    if (slots.has(Slot::Ordinal)) return counted_unit(expression);
    result.value = duration_value(slots);
    if (!slots.has(Slot::Direction)) return result;
    const auto base = anchor(slots, false);
    if (!base) return result;
    const int direction = slots[Slot::Direction];
    const auto steps = steps_of(slots);
    const int reach = vague_days(slots.get(Slot::Unit, 0));
    const CivilDay day = direction < 0 ? base->last : base->first;
    const CivilDay other =
        steps ? moved(day, steps->grain, direction * steps->count) : day + days(direction * reach);
    const bool measured = !slots.has(Slot::Anchor);
    if (measured) {
        const Grain grain = steps ? steps->grain : Grain::Year;
        const Period period = period_of(other, grain);
        result.from = period.first;
        result.until = period.last;
        return result;
    }
    result.from = direction < 0 ? other : day;
    result.until = direction < 0 ? day : other;
    return result;
}

Resolved Resolver::frequency(const Slots& slots) const {
    Resolved result;
    result.type = "SET";
    if (slots.has(Slot::Weekday)) {
        result.value = fmt::format("XXXX-WXX-{}", slots[Slot::Weekday]);
    } else if (slots.has(Slot::Month)) {
        result.value = fmt::format("XXXX-{:02d}", slots[Slot::Month]);
    } else if (slots.has(Slot::Season)) {
        const auto season = static_cast<Season>(slots[Slot::Season]);
        result.value = "XXXX" + value_of(season_period(2000, season)).substr(4);
    } else if (slots.has(Slot::Part) || slots.has(Slot::Hour)) {
        result.value = "XXXX-XX-XX";
        add_clock(result, slots);
        result.type = "SET";
        return result;
    } else {
        result.value = duration_value(slots);
    }
    if (slots.has(Slot::Part)) result.value += "T" + std::string(part_code(slots[Slot::Part]));
    return result;
}

Resolved Resolver::reference(int which) const {
    Resolved result;
    result.type = "DATE";
    switch (static_cast<Reference>(which)) {
        case Reference::Past:
            result.value = "PAST_REF";
            result.until = frame_.published;
            break;
        case Reference::Present:
            result.value = "PRESENT_REF";
            result.from = result.until = frame_.published;
            break;
        case Reference::Future:
            result.value = "FUTURE_REF";
            result.from = frame_.published;
            break;
    }
    return result;
}

}  // namespace tidings::mention::time
