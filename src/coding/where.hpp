// Where an event took place: the place of the report that its words point to.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <tidings/coding.hpp>

#include "language/arguments.hpp"

namespace tidings::coding {

/// Looks from the predicate outwards: what is attached to it, where its object is, its clause, its
/// sentence, the sentences before, the dateline, the report. Places that stand for governments or
/// only tell whose somebody is (metonyms, demonyms, names inside names) are no places of events.
class PlaceFinder {
  public:
    PlaceFinder(const Arguments& arguments, const Mentions& mentions);

    /// The place of the event that `predicate` tells of, whose PLOVER type is `type`. An act is
    /// looked for in the whole report, words only near their speaker and in the dateline. `scene`
    /// is the place of an earlier event that goes on: the last act, or the speaker's last words.
    [[nodiscard]] std::optional<EventPlace> find(TokenIndex predicate, std::string_view type,
                                                 std::optional<std::uint32_t> scene) const;
    /// The record of a place that was found in this way.
    [[nodiscard]] EventPlace found(std::uint32_t place, EventPlaceBasis basis) const;
    /// Types of event that are words, not acts.
    [[nodiscard]] static bool is_verbal(std::string_view type) noexcept;

  private:
    using PlaceIndex = std::uint32_t;
    static constexpr PlaceIndex kNowhere = UINT32_MAX;

    [[nodiscard]] PlaceIndex place_at(TokenIndex token) const;
    [[nodiscard]] PlaceIndex literal_at(TokenIndex token) const;
    [[nodiscard]] PlaceIndex under(TokenIndex token, int depth) const;
    [[nodiscard]] PlaceIndex attached(TokenIndex governor) const;
    [[nodiscard]] PlaceIndex of_noun(TokenIndex noun) const;
    [[nodiscard]] TokenIndex clause_above(TokenIndex predicate, bool speech) const;
    [[nodiscard]] bool is_located(TokenIndex token) const;
    [[nodiscard]] PlaceIndex in_sentence(TokenIndex predicate, bool speech) const;
    [[nodiscard]] PlaceIndex before(TokenIndex predicate) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const Mentions& mentions_;
    std::vector<PlaceIndex> place_of_token_;
    PlaceIndex dateline_ = kNowhere;
    PlaceIndex frequent_ = kNowhere;  ///< the report's most frequent place of events
};

}  // namespace tidings::coding
