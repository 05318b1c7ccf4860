#include "mention/place/gazetteer.hpp"

#include <algorithm>

namespace tidings {

using mention::PlaceEntry;
using mention::PlaceRecord;

namespace {
constexpr std::size_t kMostPlaces = 48;  // of one name, ours and GeoNames' each
}

void GazetteerData::find(std::string_view key, std::vector<PlaceEntry>& found) const {
    const std::size_t first = found.size();
    own_.find(key, kMostPlaces, found);
    if (!towns_) return;
    const std::size_t ours = found.size();
    towns_->find(key, kMostPlaces, found);
    // What stands in both is ours, which is the better placed.
    auto out = found.begin() + static_cast<std::ptrdiff_t>(ours);
    for (auto entry = out; entry != found.end(); ++entry) {
        const PlaceRecord* own = own_.by_id(entry->place->geonames_id);
        const bool repeated = std::any_of(
            found.begin() + static_cast<std::ptrdiff_t>(first), out,
            [own](const PlaceEntry& other) { return own != nullptr && other.place == own; });
        if (repeated) continue;
        PlaceEntry kept = *entry;
        if (own != nullptr) kept.place = own;
        *out++ = kept;
    }
    found.erase(out, found.end());
}

const PlaceRecord* GazetteerData::by_id(std::uint32_t geonames_id) const noexcept {
    const PlaceRecord* own = own_.by_id(geonames_id);
    if (own != nullptr || !towns_) return own;
    return towns_->by_id(geonames_id);
}

std::string_view GazetteerData::name(const PlaceRecord& place) const noexcept {
    return own_.owns(place) || !towns_ ? own_.name(place) : towns_->name(place);
}

const PlaceRecord* GazetteerData::country(std::string_view alpha3) const noexcept {
    const auto found = country_ids.find(std::string(alpha3));
    return found == country_ids.end() ? nullptr : own_.by_id(found->second);
}

const mention::GenericNoun* GazetteerData::generic(std::string_view lower) const {
    const auto found = generics.find(std::string(lower));
    return found == generics.end() ? nullptr : &found->second;
}

bool GazetteerData::is_common(std::string_view key) const {
    return common.contains(std::string(key));
}

bool GazetteerData::is_given_name(std::string_view lower) const {
    return given_names.contains(std::string(lower));
}

std::size_t GazetteerData::place_count() const noexcept {
    return own_.place_count() + (towns_ ? towns_->place_count() : 0);
}

std::size_t GazetteerData::name_count() const noexcept {
    return own_.name_count() + (towns_ ? towns_->name_count() : 0);
}

std::size_t Gazetteer::place_count() const noexcept {
    return data_ ? data_->place_count() : 0;
}

std::size_t Gazetteer::name_count() const noexcept {
    return data_ ? data_->name_count() : 0;
}

}  // namespace tidings
