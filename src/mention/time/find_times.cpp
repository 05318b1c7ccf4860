#include "mention/time/find_times.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "mention/time/frame.hpp"
#include "mention/time/matcher.hpp"
#include "mention/time/numerals.hpp"
#include "mention/time/plausible.hpp"
#include "mention/time/resolver.hpp"

namespace tidings::mention {

namespace {

using namespace time;

std::vector<TimeToken> tokens_of(const Report& report, const TimeRulesData& rules) {
    std::vector<TimeToken> tokens;
    const auto read = [&](Span span) {
        read_tokens(report.text, span, rules.vocabulary, tokens);
        TimeToken end;
        end.kind = TimeToken::Kind::Break;
        end.span = {span.end, span.end};
        tokens.push_back(end);
    };
    for (const Section& section : report.sections) {
        if (section.role != SectionRole::Boilerplate) read(section.span);
    }
    join_numerals(tokens, rules.vocabulary);
    rules.holidays.mark(tokens);
    return tokens;
}

void take(Slots& into, const Slots& from, Slot slot) {
    if (!into.has(slot) && from.has(slot)) into[slot] = from[slot];
}

/// *6-9 February 2019*: the mentions of one match share what only one of them has.
void share_slots(std::vector<Expression>& found, std::size_t first, std::size_t last) {
    const auto has_year = [](const Slots& slots) {
        return slots.has(Slot::Year) || slots.has(Slot::YearStep);
    };
    for (std::size_t i = first; i < last; ++i) {
        Slots& slots = found[i].slots;
        if (i + 1 < last) take(slots, found[i + 1].slots, Slot::Unit);
        if (slots.has(Slot::Date1) || slots.has(Slot::Decade) ||
            found[i].builder != Builder::Date) {
            continue;
        }
        if (slots.has(Slot::ShortYear) && i > first && found[i - 1].slots.has(Slot::Year)) {
            slots[Slot::Year] = found[i - 1].slots[Slot::Year] / 100 * 100 + slots[Slot::ShortYear];
        }
        for (std::size_t k = i + 1; k < last; ++k) {
            const Slots& other = found[k].slots;
            const bool whole = slots.has(Slot::Month);
            take(slots, other, Slot::Era);
            if (slots.has(Slot::Day)) take(slots, other, Slot::Month);
            if (slots.has(Slot::Hour) && !slots.has(Slot::Month)) {
                // *5:34 a.m. Baghdad time on March 20*.
                for (const Slot slot :
                     {Slot::Month, Slot::Day, Slot::Year, Slot::YearStep, Slot::YearAnchor}) {
                    take(slots, other, slot);
                }
            }
            take(slots, other, Slot::Meridiem);
            take(slots, other, Slot::Unit);
            if (has_year(slots) || !has_year(other)) continue;
            if (!slots.has(Slot::Month) && !slots.has(Slot::Season) && !slots.has(Slot::Holiday)) {
                continue;
            }
            for (const Slot slot : {Slot::Year, Slot::YearStep, Slot::YearAnchor}) {
                take(slots, other, slot);
            }
            // *from November to February 2020* begins in 2019.
            const bool turns = whole && slots[Slot::Month] > other.get(Slot::Month, 12);
            if (turns && slots.has(Slot::Year)) --slots[Slot::Year];
        }
        if (i > first && slots.has(Slot::Day) && !slots.has(Slot::Month)) {
            take(slots, found[i - 1].slots, Slot::Month);
            take(slots, found[i - 1].slots, Slot::Year);
        }
    }
}

std::string precision_of(const Resolved& resolved) {
    if (!resolved.period) return {};
    switch (resolved.period->grain) {
        case Grain::Day:
            return resolved.period->first == resolved.period->last ? "day" : "month";
        case Grain::Weekend:
        case Grain::Week:
            return "week";
        case Grain::Month:
            return "month";
        case Grain::Quarter:
        case Grain::Half:
        case Grain::Season:
            return "season";
        default:
            return "year";
    }
}

/// *on 17 Feb.* at the end of a sentence: the full stop is the sentence's.
void drop_full_stop(Expression& expression, const std::vector<TimeToken>& tokens,
                    const Vocabulary& vocabulary) {
    if (expression.last - expression.first < 2) return;
    const TimeToken& stop = tokens[expression.last - 1];
    const TimeToken& word = tokens[expression.last - 2];
    if (stop.kind != TimeToken::Kind::Mark || stop.mark != '.' ||
        !vocabulary.is(word.word, TokenClass::ShortMonth)) {
        return;
    }
    const bool ends = expression.last >= tokens.size() || tokens[expression.last].capital ||
                      tokens[expression.last].kind == TimeToken::Kind::Break ||
                      tokens[expression.last].kind == TimeToken::Kind::Mark;
    if (!ends) return;
    --expression.last;
    expression.span.end = word.span.end;
}

TimeMention mention_of(const Expression& expression, const Resolved& resolved, const Rule& rule) {
    TimeMention mention;
    mention.span = expression.span;
    mention.type = resolved.type;
    mention.value = resolved.value;
    mention.mod = resolved.mod;
    const auto written = [](const std::optional<CivilDay>& day) {
        return day && std::abs(year_of(*day)) <= kMaxYear ? iso(*day) : std::string();
    };
    mention.from = written(resolved.from);
    mention.until = written(resolved.until);
    mention.precision = precision_of(resolved);
    mention.opens_range = expression.opens_range;
    mention.measures_from = rule.name == "measured";
    mention.why = "time:" + rule.name;
    if (!resolved.anchor.empty()) mention.why += "; " + resolved.anchor;
    return mention;
}

}  // namespace

std::vector<TimeMention> find_times(const Report& report, const Parse& parse,
                                    const TimeRules& rules) {
    std::vector<TimeMention> mentions;
    if (rules.data() == nullptr) return mentions;
    const TimeRulesData& data = *rules.data();
    const std::vector<TimeToken> tokens = tokens_of(report, data);
    const PlausibilityReader plausible(data, tokens, parse, is_post(report.text));
    Matcher matcher(data, tokens);
    std::vector<Expression> found =
        matcher.find([&](const Rule& rule, const std::vector<Expression>& match) {
            return plausible.accepts(rule, match);
        });
    for (std::size_t i = 0; i < found.size();) {
        std::size_t last = i + 1;
        while (last < found.size() && found[last].match == found[i].match) ++last;
        share_slots(found, i, last);
        for (std::size_t k = i; k < last; ++k) drop_full_stop(found[k], tokens, data.vocabulary);
        i = last;
    }
    const Frame frame = frame_of(report, found, data.publishers);
    const TenseReader tenses(parse, tokens, data.vocabulary);
    Resolver resolver(data, tokens, frame);
    std::uint32_t seen = 0;
    for (const Expression& expression : found) {
        for (; seen < expression.first; ++seen) {
            if (tokens[seen].kind == TimeToken::Kind::Break) resolver.end_paragraph();
        }
        const bool leans =
            expression.builder == Builder::Date || expression.builder == Builder::Unit;
        const bool open = leans && !expression.slots.has(Slot::Year);
        const Tense tense = open ? tenses.read(expression.first, expression.last) : Tense::Unknown;
        const Resolved resolved = resolver.resolve(expression, tense);
        if (resolved.value.empty()) continue;
        mentions.push_back(mention_of(expression, resolved, data.rules[expression.rule]));
    }
    return mentions;
}

}  // namespace tidings::mention
