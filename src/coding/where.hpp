// Where an event took place: the place of the report that its words point to.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/coding.hpp>

#include "coding/place_phrases.hpp"

namespace tidings::coding {

/// Looks from the predicate outwards: what is attached to it, where its object is, its clause, its
/// sentence, the sentences before, the dateline, the report. What police and courts of a state do,
/// and fights within one, take place in that state unless the text says otherwise. Places that
/// stand for governments or only tell whose somebody is are no places of events.
class PlaceFinder {
  public:
    PlaceFinder(const Arguments& arguments, const Mentions& mentions);

    /// The place of the event with this type, mode and sides that `predicate` tells of. An act is
    /// looked for in the whole report, words only near their speaker and in the dateline. `scene`
    /// is the place of an earlier event that goes on: the last act, or the speaker's last words.
    [[nodiscard]] std::optional<EventPlace> find(const Event& event, TokenIndex predicate,
                                                 std::optional<PlaceIndex> scene) const;
    /// The record of a place that was found in this way.
    [[nodiscard]] EventPlace found(PlaceIndex place, EventPlaceBasis basis) const;
    /// Types of event that are words, not acts.
    [[nodiscard]] static bool is_verbal(std::string_view type) noexcept;

  private:
    /// A state in which an event is taken to happen, and the last basis that counts for more.
    struct Seat {
        std::string_view country;
        EventPlaceBasis weaker_than = EventPlaceBasis::Report;
    };
    [[nodiscard]] std::optional<EventPlace> search(const Event& event, TokenIndex predicate,
                                                   std::optional<PlaceIndex> scene) const;
    [[nodiscard]] std::optional<EventPlace> near(const Event& event, TokenIndex predicate) const;
    [[nodiscard]] std::optional<Seat> seat(const Event& event, TokenIndex predicate) const;
    [[nodiscard]] std::string_view risen_against(TokenIndex predicate) const;
    [[nodiscard]] PlaceIndex place_of(std::string_view country, TokenIndex predicate) const;
    [[nodiscard]] TokenIndex clause_above(TokenIndex predicate, bool speech) const;
    [[nodiscard]] PlaceIndex speaking(const Event& event, TokenIndex predicate) const;
    [[nodiscard]] PlaceIndex in_sentence(TokenIndex predicate, bool speech) const;
    [[nodiscard]] PlaceIndex before(TokenIndex predicate) const;
    void read_speakers();
    void count_places();

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const Mentions& mentions_;
    PlacePhrases phrases_;
    std::unordered_map<ActorIndex, PlaceIndex> speaker_places_;
    PlaceIndex dateline_ = kNowhere;
    PlaceIndex frequent_ = kNowhere;  ///< the report's most frequent place of events
};

}  // namespace tidings::coding
