// The sides of a record: an actor, its words, and the country that its surroundings give it.
#pragma once

#include <optional>
#include <string_view>

#include "coding/noun_classes.hpp"
#include "coding/predicates.hpp"
#include "coding/scene.hpp"

namespace tidings::coding {

/// Turns the mentions of a reading into sides, and compares sides of different readings.
class EventSides {
  public:
    /// `classes` tell where peoples without a state live (data/classes/peoples.classes).
    EventSides(const Arguments& arguments, const Mentions& mentions, const SceneReader& scenes,
               const NounClasses& classes)
        : tree_(arguments.tree()), mentions_(mentions), scenes_(scenes), classes_(classes) {}

    /// The side for a mention, none for kNoMention. `implied`: the event's sentence does not
    /// mention it.
    [[nodiscard]] std::optional<EventSide> make(MentionIndex mention, const Reading& reading,
                                                bool implied) const;

    /// Gives the side the office that it held on the event's date, where the text tells that date
    /// and a single office covers it: whoever is *former president* today was president then.
    void set_term(std::optional<EventSide>& side, const EventDate& date) const;

    /// Gives the sides of one event the countries that only both together tell. *Kurdish fighters*
    /// are of the country of their people that the report speaks of; *Kenyan police dispersed
    /// protesters*: people of no known country are those of the state that acts on them or on which
    /// they act. `source` and `target` are the mentions that the sides were made from.
    void share_country(const Reading& reading, MentionIndex source, MentionIndex target,
                       Event& event) const;

    /// True for a thing of no known country that nobody deals with as with an actor: *gave out
    /// large amounts*, *seized three tonnes of fuel*; but a plan is praised, a house attacked.
    /// `mention` is the one that the side was made from.
    [[nodiscard]] bool is_mere_thing(MentionIndex mention, const EventSide& side,
                                     std::string_view type) const;

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
    [[nodiscard]] std::string home_of(const EventSide& side, const Reading& reading,
                                      std::string_view opponent) const;
    void settle(const Reading& reading, std::optional<EventSide>& side,
                const std::optional<EventSide>& other) const;
    void take_country(const Reading& reading, MentionIndex mention, EventSide& side,
                      const EventSide& state) const;
    void correct_country(const Reading& reading, MentionIndex mention, EventSide& side,
                         const EventSide& state) const;
    void take_for_officials(const Reading& reading, MentionIndex mention, EventSide& side,
                            const EventSide& state) const;
    [[nodiscard]] MentionIndex named_mention(MentionIndex mention) const;
    [[nodiscard]] std::string_view country_beside(const ActorMention& mention) const;
    [[nodiscard]] bool is_foreign_land(const ActorMention& mention, const Reading& reading,
                                       std::string_view country) const;
    [[nodiscard]] bool acts_as(const Reading& reading, std::string_view sector) const;
    [[nodiscard]] bool is_of_many_countries(TokenIndex head) const;
    [[nodiscard]] bool is_described(const ActorMention& mention) const;
    /// True for people who are described, not named, and who live where the event takes place.
    [[nodiscard]] bool is_local(const ActorMention& mention, const Reading& reading) const;

    const SyntaxTree& tree_;
    const Mentions& mentions_;
    const SceneReader& scenes_;
    const NounClasses& classes_;
};

}  // namespace tidings::coding
