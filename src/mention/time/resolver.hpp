// From what the words say to the days that are meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/mention.hpp>

#include "mention/time/calendar.hpp"
#include "mention/time/expression.hpp"
#include "mention/time/rules.hpp"
#include "mention/time/tense.hpp"

namespace tidings::mention::time {

/// What is known of the text as a whole.
struct Frame {
    std::optional<CivilDay> published;
    bool narrative = false;  ///< a history: dates lean on the last one told, not on the report's
    bool day_first = true;   ///< 3/4/2020 is 3 April
};

/// A time that has been resolved and may anchor a later one.
struct Resolved {
    std::string type, value, mod;
    std::optional<Period> period;  ///< the days that the value names
    std::optional<CivilDay> from, until;
    std::string anchor;  ///< what it was reckoned from
};

/// Resolves the expressions of one text in its order; remembers the time that the text has reached.
class Resolver {
  public:
    Resolver(const TimeRulesData& rules, const std::vector<TimeToken>& tokens, const Frame& frame)
        : rules_(rules), tokens_(tokens), frame_(frame) {}

    [[nodiscard]] Resolved resolve(const Expression& expression, Tense tense);

    /// A paragraph has ended: nearness to the last time told ends with it.
    void end_paragraph() { near_ = false; }

  private:
    [[nodiscard]] Resolved date(const Expression& expression, Tense tense);
    [[nodiscard]] Resolved unit(const Expression& expression, Tense tense);
    [[nodiscard]] Resolved shift(const Expression& expression);
    [[nodiscard]] Resolved duration(const Expression& expression);
    [[nodiscard]] Resolved counted_unit(const Expression& expression) const;
    [[nodiscard]] Resolved frequency(const Slots& slots) const;
    [[nodiscard]] Resolved reference(int which) const;

    [[nodiscard]] std::optional<Period> calendar_period(const Slots& slots, Tense tense);
    [[nodiscard]] std::optional<Period> holiday_period(const Slots& slots, Tense tense);
    [[nodiscard]] std::optional<Period> numeric_period(const Slots& slots) const;
    [[nodiscard]] std::optional<Period> decade_period(const Slots& slots) const;
    [[nodiscard]] std::optional<Period> century_period(const Slots& slots) const;
    [[nodiscard]] std::optional<Period> weekday_period(const Slots& slots, Tense tense);
    [[nodiscard]] std::optional<Period> weekday_of_month(const Slots& slots);
    [[nodiscard]] std::optional<Period> day_period(const Slots& slots);
    [[nodiscard]] std::optional<int> year_told(const Slots& slots);

    /// Chooses the year of what recurs every year: `in_year` gives it for one.
    template <typename InYear>
    [[nodiscard]] std::optional<Period> choose_year(const Slots& slots, Tense tense,
                                                    InYear&& in_year);
    [[nodiscard]] bool leans_on_narrative() const { return frame_.narrative || near_; }
    [[nodiscard]] std::optional<Period> anchor(const Slots& slots, bool narrative_by_default);
    void set_days(Resolved& result, const Slots& slots) const;
    void add_clock(Resolved& result, const Slots& slots) const;
    void narrow_by_words(Resolved& result, const Expression& expression) const;
    [[nodiscard]] bool leads_sentence(const Expression& expression) const;
    [[nodiscard]] bool is_vague_period(const Expression& expression) const;
    void remember(const Expression& expression, const Resolved& result);

    const TimeRulesData& rules_;
    const std::vector<TimeToken>& tokens_;
    Frame frame_;
    std::optional<Period> narrative_;  ///< the last time told
    std::optional<Period> day_told_;   ///< the last day told
    bool near_ = false;  ///< it was told in this paragraph with a year that is not the report's
    std::string anchor_;
};

}  // namespace tidings::mention::time
