// Whether two records tell of one event (contract, "One event").
#pragma once

#include "coding/counts.hpp"
#include "coding/event_sides.hpp"
#include "coding/when.hpp"

namespace tidings::coding {

/// Compares records of one report: headline, lead and *the move* are one event, two expulsions a
/// year apart are two. All that it is made of must outlive it.
class OneEvent {
  public:
    OneEvent(const Arguments& arguments, const Mentions& mentions, const EventLexiconData& lexicon,
             const EventSides& sides, const DateReader& dates)
        : tree_(arguments.tree()),
          mentions_(mentions),
          classes_(lexicon.classes),
          sides_(sides),
          dates_(dates) {}

    /// True if `later`, which the report tells after `earlier`, is the same event.
    [[nodiscard]] bool same(const Event& earlier, const Event& later) const;

  private:
    [[nodiscard]] bool is_said_twice(const Event& event, const Event& other) const;
    [[nodiscard]] static bool are_different_plots(const Event& event, const Event& other);
    [[nodiscard]] bool are_other_words(const Event& event, const Event& other) const;
    [[nodiscard]] bool compatible_targets(const Event& event, const Event& other) const;
    [[nodiscard]] bool share_a_side(const Event& event, const Event& other) const;
    [[nodiscard]] TokenIndex head(Span span, ActorIndex actor) const;
    [[nodiscard]] std::string_view number(const EventSide& side) const;
    [[nodiscard]] bool are_same_people(const std::optional<EventSide>& a,
                                       const std::optional<EventSide>& b) const;
    [[nodiscard]] bool is_death_of_one(const Event& event) const;
    [[nodiscard]] bool same_death(const Event& event, const Event& other) const;

    const SyntaxTree& tree_;
    const Mentions& mentions_;
    const NounClasses& classes_;
    const EventSides& sides_;
    const DateReader& dates_;
};

}  // namespace tidings::coding
