// The sides of a record: an actor, its words, and the country that its surroundings give it.
#pragma once

#include <optional>
#include <string_view>

#include "coding/predicates.hpp"
#include "coding/scene.hpp"

namespace tidings::coding {

/// Turns the mentions of a reading into sides, and compares sides of different readings.
class EventSides {
  public:
    EventSides(const Arguments& arguments, const Mentions& mentions, const SceneReader& scenes)
        : tree_(arguments.tree()), mentions_(mentions), scenes_(scenes) {}

    /// The side for a mention, none for kNoMention. `implied`: the event's sentence does not
    /// mention it.
    [[nodiscard]] std::optional<EventSide> make(MentionIndex mention, const Reading& reading,
                                                bool implied) const;

    /// Gives the side the office that it held on the event's date, where the text tells that date
    /// and a single office covers it: whoever is *former president* today was president then.
    void set_term(std::optional<EventSide>& side, const EventDate& date) const;

    [[nodiscard]] std::string_view country(const EventSide& side) const {
        return side.country.empty() ? std::string_view(mentions_.actors[side.actor].country)
                                    : std::string_view(side.country);
    }
    [[nodiscard]] bool is_weak(const std::optional<EventSide>& side) const {
        return side && mentions_.actors[side->actor].weak;
    }
    /// The same actor, or the same country in the same role.
    [[nodiscard]] bool same_party(const std::optional<EventSide>& a,
                                  const std::optional<EventSide>& b) const;
    /// One is unknown or both are the same party.
    [[nodiscard]] bool compatible(const std::optional<EventSide>& a,
                                  const std::optional<EventSide>& b) const {
        return !a || !b || is_weak(a) || is_weak(b) || same_party(a, b);
    }
    /// Both are the same known actor.
    [[nodiscard]] bool shared(const std::optional<EventSide>& a,
                              const std::optional<EventSide>& b) const {
        return a && b && !is_weak(a) && same_party(a, b);
    }

  private:
    [[nodiscard]] MentionIndex named_mention(MentionIndex mention) const;
    /// True for people who are described, not named, and who live where the event takes place.
    [[nodiscard]] bool is_local(const ActorMention& mention, const Reading& reading) const;

    const SyntaxTree& tree_;
    const Mentions& mentions_;
    const SceneReader& scenes_;
};

}  // namespace tidings::coding
