#include "mention/actor/namesakes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/one_of.hpp"

namespace tidings::mention {

namespace {

// Confidence of the place, and how many other places of its state the report names.
constexpr double kTold = 0.95;     // *Athens, Texas*
constexpr double kSure = 0.75;     // of a town, with two others; of a state by itself
constexpr double kLikely = 0.5;    // with a large share of the places of its country
constexpr std::size_t kShare = 4;  // one in four
constexpr double kSureOfOther = 0.5;
constexpr std::size_t kFewCountries = 4;
constexpr std::array<std::string_view, 4> kTownKinds{"city", "quarter", "district", "region"};

/// Countries, capitals and cities; not a name that people or bodies bear as well.
const ActorRow* place_row(const ActorLexiconData& lexicon, const KnownName& known) {
    for (const std::uint32_t index : known.rows) {
        const ActorRow& row = lexicon.rows[index];
        const bool place = row.kind == RowKind::Country || row.kind == RowKind::Capital ||
                           row.kind == RowKind::City;
        if (!place || row.by_user) return nullptr;
    }
    return known.rows.empty() ? nullptr : &lexicon.rows[known.rows.front()];
}

/// What the places of a report say of each other.
class Surroundings {
  public:
    Surroundings(std::string_view text, std::span<const PlaceMention> places) : text_(text) {
        for (const PlaceMention& place : places) {
            if (place.country.empty()) continue;
            const std::string words(slice(text, place.span));
            by_country_[place.country].insert(words);
            const bool sure = place.confidence >= kSureOfOther;
            if (!sure) continue;
            if (!place.admin1.empty()) by_state_[place.admin1].insert(words);
            if (place.kind == "region") by_state_[place.name].insert(words);
        }
    }

    /// *Lebanon*, *Boone County*, *Indiana*: the report plays there rather than in the country that
    /// the tables have, of which it names nothing else.
    [[nodiscard]] bool speak_for(const PlaceMention& place, const std::string& table) const {
        const std::string words(slice(text_, place.span));
        if (place.confidence >= kTold) return true;
        if (others(by_country_, table, words) > 0) return false;
        // *Georgia and Ukraine*, *Washington and London*: a report on many countries.
        if (by_country_.size() > kFewCountries) return false;
        const bool state = place.kind == "region";
        if (state && place.confidence >= kSure) return true;
        const std::size_t same = others(by_state_, state ? place.name : place.admin1, words);
        const std::size_t all = others(by_country_, place.country, words);
        if (place.confidence >= kSure && same > 1) return true;
        return place.confidence >= kLikely && same > 0 && same * kShare >= all;
    }

  private:
    using Names = std::map<std::string, std::set<std::string>>;

    static std::size_t others(const Names& names, const std::string& key,
                              const std::string& words) {
        const auto found = names.find(key);
        if (found == names.end()) return 0;
        return found->second.size() - found->second.count(words);
    }

    std::string_view text_;
    Names by_country_;
    Names by_state_;
};

/// The place that stands where the name does, or a longer one that ends or begins with it (*New
/// London*); null if there is none.
const PlaceMention* place_at(std::span<const PlaceMention> places, Span name) {
    const auto after = std::upper_bound(
        places.begin(), places.end(), name.start,
        [](std::uint32_t start, const PlaceMention& place) { return start < place.span.start; });
    if (after == places.begin()) return nullptr;
    const PlaceMention& place = *(after - 1);
    return place.span.contains(name) ? &place : nullptr;
}

}  // namespace

void find_namesakes(std::string_view text, const Parse& parse, const ActorLexiconData& lexicon,
                    std::span<const PlaceMention> places, std::vector<KnownName>& known,
                    std::deque<ActorRow>& rows) {
    if (places.empty()) return;
    const Surroundings surroundings(text, places);
    std::map<std::string, const ActorRow*> settled;  // words of a place → its row, null for none
    for (KnownName& name : known) {
        const ActorRow* row = place_row(lexicon, name);
        if (row == nullptr || row->country.empty()) continue;
        const Span words{parse.tokens[name.first].span.start, parse.tokens[name.last - 1].span.end};
        const PlaceMention* place = place_at(places, words);
        if (place == nullptr || place->country.empty() || place->country == row->country) continue;
        if (!one_of(place->kind, kTownKinds)) continue;
        const auto [known_place, is_new] =
            settled.emplace(slice(text, place->span), static_cast<const ActorRow*>(nullptr));
        if (is_new) {
            const bool longer = place->span.end - place->span.start > words.end - words.start;
            const bool other = longer ? place->confidence >= kLikely
                                      : surroundings.speak_for(*place, row->country);
            if (other) {
                ActorRow& town = rows.emplace_back();
                town.name = place->name;
                town.kind = RowKind::City;
                town.country = place->country;
                town.where = "the places of the report";
                known_place->second = &town;
            }
        }
        name.namesake = known_place->second;
    }
}

}  // namespace tidings::mention
