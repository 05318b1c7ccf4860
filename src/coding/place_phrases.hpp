// Which places the phrases of a report name: *in Aleppo*, *the town of Kilis*, *in the country*.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <tidings/mention.hpp>

#include "language/arguments.hpp"

namespace tidings::coding {

using PlaceIndex = std::uint32_t;  ///< into Mentions::places
inline constexpr PlaceIndex kNowhere = UINT32_MAX;

/// What a preposition says of a movement.
enum class Heading : std::uint8_t {
    Destination,  ///< *flew from Algiers to Tunis*: in Tunis
    Origin        ///< *withdrew from Mekelle to Gondar*: in Mekelle
};

/// Built once a report in O(tokens + places). Holds references: they must outlive it.
class PlacePhrases {
  public:
    PlacePhrases(const Arguments& arguments, const Mentions& mentions);

    /// The place that a token is part of, whatever its use.
    [[nodiscard]] PlaceIndex at(TokenIndex token) const;
    /// The place at a token where something can take place; not one that stands for a government
    /// or only tells whose somebody is (*US-led*, *Turkey's air force*).
    [[nodiscard]] PlaceIndex scene_at(TokenIndex token) const;
    /// The place that a noun phrase is or lies in: *the town of Kilis*, *a forum in Baghdad*.
    [[nodiscard]] PlaceIndex in_phrase(TokenIndex noun, bool in_names = false, int depth = 0) const;
    /// The place in a prepositional phrase on the word itself; *in* and *near* before *from*, *to*.
    [[nodiscard]] PlaceIndex attached(TokenIndex governor,
                                      Heading heading = Heading::Destination) const;
    /// The place of a noun's own words: *the Aleppo siege*.
    [[nodiscard]] PlaceIndex of_noun(TokenIndex noun) const;
    /// What *the country*, *the city* or *there* points back to.
    [[nodiscard]] PlaceIndex referred(TokenIndex token) const;

    /// A scene that the text puts something into, or tells of: *in Aleppo*, *Aleppo is quiet*.
    [[nodiscard]] bool is_located(PlaceIndex place) const { return located_[place]; }
    [[nodiscard]] bool is_scene(PlaceIndex place) const { return scene_[place]; }
    /// kNoToken for a place in a part of the report that is not parsed.
    [[nodiscard]] TokenIndex first_token(PlaceIndex place) const { return first_[place]; }
    /// Places whose first token lies in [first, last), as a range of indices.
    [[nodiscard]] std::pair<PlaceIndex, PlaceIndex> between(TokenIndex first,
                                                            TokenIndex last) const;
    [[nodiscard]] const PlaceMention& operator[](PlaceIndex place) const {
        return mentions_.places[place];
    }

  private:
    [[nodiscard]] bool says_whose(PlaceIndex place) const;
    [[nodiscard]] bool reads_located(PlaceIndex place) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const Mentions& mentions_;
    std::vector<PlaceIndex> place_of_token_;
    std::vector<TokenIndex> first_, last_;  // tokens of each place
    std::vector<bool> scene_, located_;
};

}  // namespace tidings::coding
