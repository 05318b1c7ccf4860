// The gazetteer in memory: our own tables, over the compiled towns where they are installed.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <tidings/mention.hpp>

#include "mention/place/gazetteer_index.hpp"

namespace tidings::mention {

/// A common noun in names of places: *County*, *River*, *Mount*.
struct GenericNoun {
    PlaceKind kind = PlaceKind::Unknown;
    bool before = false;  ///< *Lake Chad*
    bool after = false;   ///< *Otter Tail County*
    /// The name without the noun means the same place (*Anbar province*), not only a part of it.
    bool optional = false;
};

}  // namespace tidings::mention

namespace tidings {

class GazetteerData {
  public:
    explicit GazetteerData(mention::GazetteerIndex own) : own_(std::move(own)) {}
    void set_towns(mention::GazetteerIndex towns) { towns_ = std::move(towns); }

    /// Places of that name (a place_key), ours first, each once.
    void find(std::string_view key, std::vector<mention::PlaceEntry>& found) const;
    [[nodiscard]] const mention::PlaceRecord* by_id(std::uint32_t geonames_id) const noexcept;
    [[nodiscard]] std::string_view name(const mention::PlaceRecord& place) const noexcept;
    /// The country's own record, by its alpha-3 code.
    [[nodiscard]] const mention::PlaceRecord* country(std::string_view alpha3) const noexcept;
    [[nodiscard]] const mention::GenericNoun* generic(std::string_view lower) const;
    /// A town's name that is more often an English word or a name of something else.
    [[nodiscard]] bool is_common(std::string_view key) const;
    [[nodiscard]] bool is_given_name(std::string_view lower) const;
    /// An act of governments that is no speech: a place that does it stands for its government.
    [[nodiscard]] bool is_state_act(std::string_view lemma) const {
        return state_acts.find(lemma) != state_acts.end();
    }
    /// A verb whose object can be spoken to or judged: a government, not its land.
    [[nodiscard]] bool is_addressing(std::string_view lemma) const {
        return addressing.find(lemma) != addressing.end();
    }
    [[nodiscard]] std::size_t place_count() const noexcept;
    [[nodiscard]] std::size_t name_count() const noexcept;
    [[nodiscard]] bool has_towns() const noexcept { return towns_.has_value(); }

    std::unordered_map<std::string, mention::GenericNoun> generics;
    std::unordered_set<std::string> common;
    std::unordered_set<std::string> given_names;
    std::set<std::string, std::less<>> state_acts;
    std::set<std::string, std::less<>> addressing;
    std::unordered_map<std::string, std::uint32_t> country_ids;  ///< alpha-3 → GeoNames id

  private:
    mention::GazetteerIndex own_;
    std::optional<mention::GazetteerIndex> towns_;
};

}  // namespace tidings
