#include "mention/place/place_resolver.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include <tidings/text.hpp>

namespace tidings::mention {

namespace {

constexpr double kRadians = std::numbers::pi / 180.0;
constexpr float kEarthRadius = 6371;  // km

std::array<float, 3> on_sphere(const PlaceRecord& place) {
    if (!place.located()) return {};
    const double lat = place.lat * kRadians;
    const double lon = place.lon * kRadians;
    return {static_cast<float>(std::cos(lat) * std::cos(lon)),
            static_cast<float>(std::cos(lat) * std::sin(lon)), static_cast<float>(std::sin(lat))};
}

/// Straight through the earth, which is near enough for places that are near.
float chord_km(const std::array<float, 3>& a, const std::array<float, 3>& b) {
    float square = 0;
    for (std::size_t i = 0; i < 3; ++i) square += (a[i] - b[i]) * (a[i] - b[i]);
    return kEarthRadius * std::sqrt(square);
}

bool is_settlement(PlaceKind kind) {
    return kind == PlaceKind::City || kind == PlaceKind::Quarter || kind == PlaceKind::Site;
}

/// How much more often news means a place of this kind than its size says.
float kind_prior(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::Continent:
        case PlaceKind::Country:
            return 3;
        case PlaceKind::Region:
            return 0.5F;
        case PlaceKind::District:
            return -1.5F;
        case PlaceKind::Quarter:
            return -1;
        case PlaceKind::Area:
        case PlaceKind::Water:
        case PlaceKind::Mountain:
        case PlaceKind::Island:
        case PlaceKind::Site:
            return 1.5F;  // they stand in our tables because news names them
        default:
            return 0;
    }
}

bool can_contain(PlaceKind outer, PlaceKind inner) {
    if (outer == PlaceKind::Country || outer == PlaceKind::Area || outer == PlaceKind::Continent) {
        return inner != PlaceKind::Continent;
    }
    return outer == PlaceKind::Region || outer == PlaceKind::District ||
           outer == PlaceKind::Island || (outer == PlaceKind::City && is_settlement(inner));
}

}  // namespace

void link_containers(const Report& report, std::vector<Toponym>& toponyms) {
    constexpr std::size_t kLongestGap = 6;
    for (std::uint32_t i = 0; i + 1 < toponyms.size(); ++i) {
        const Toponym& outer = toponyms[i + 1];
        if (outer.span.start < toponyms[i].span.end) continue;
        if (outer.span.start - toponyms[i].span.end > kLongestGap + 4) continue;
        const std::string_view gap =
            trim(slice(report.text, {toponyms[i].span.end, outer.span.start}));
        const bool listed = gap == "," || gap == "(" || gap == "/";
        const bool said = gap == "in" || gap == ", in" || gap == "in the" || gap == "of";
        if (listed || said) toponyms[i].inside = i + 1;
    }
}

PlaceResolver::PlaceResolver(std::string_view home, const GazetteerData& gazetteer)
    : gazetteer_(gazetteer), home_(home) {}

bool PlaceResolver::lies_in(const PlaceRecord& place, const PlaceRecord& region) const {
    if (&place == &region) return false;
    switch (region.kind) {
        case PlaceKind::Country:
            return place.kind != PlaceKind::Country &&
                   place.country_code() == region.country_code();
        case PlaceKind::Region:
            return region.geonames_id != 0 && place.admin1 == region.geonames_id;
        case PlaceKind::District:
            return region.geonames_id != 0 && place.admin2 == region.geonames_id;
        default: {
            if (!place.located() || !region.located()) return false;
            constexpr float kAround = 250;
            constexpr float kNear = 60;
            const float reach = region.kind == PlaceKind::City ? kNear : kAround;
            return can_contain(region.kind, place.kind) &&
                   chord_km(on_sphere(place), on_sphere(region)) < reach;
        }
    }
}

void PlaceResolver::make_groups(const std::vector<Toponym>& toponyms) {
    std::unordered_map<std::string, std::uint32_t> known;
    group_of_.assign(toponyms.size(), kNoToponym);
    for (std::uint32_t i = 0; i < toponyms.size(); ++i) {
        const Toponym& toponym = toponyms[i];
        if (toponym.entries.empty()) continue;
        std::string key = toponym.key;
        if (toponym.inside != kNoToponym) key += "\n" + toponyms[toponym.inside].key;
        const auto [at, fresh] =
            known.emplace(std::move(key), static_cast<std::uint32_t>(groups_.size()));
        if (fresh) {
            Group group;
            group.key = toponym.key;
            for (const PlaceEntry& entry : toponym.entries) {
                Reading reading;
                reading.place = entry.place;
                reading.use = entry.use;
                reading.point = on_sphere(*entry.place);
                group.readings.push_back(reading);
            }
            groups_.push_back(std::move(group));
        }
        Group& group = groups_[at->second];
        group_of_[i] = at->second;
        group.toponyms.push_back(i);
        if (toponym.dateline) group.weight += 2;
    }
    for (Group& group : groups_) {
        const std::uint32_t inside = toponyms[group.toponyms.front()].inside;
        if (inside != kNoToponym) group.container = group_of_[inside];
        group.weight += std::sqrt(static_cast<float>(group.toponyms.size())) - 1;
        set_priors(toponyms, group);
    }
}

void PlaceResolver::set_priors(const std::vector<Toponym>& toponyms, Group& group) const {
    const Toponym& toponym = toponyms[group.toponyms.front()];
    for (Reading& reading : group.readings) {
        const PlaceRecord& place = *reading.place;
        float prior = 0.6F * std::log10(static_cast<float>(place.population) + 10);
        prior += kind_prior(place.kind);
        constexpr float kAtHome = 1.5F;  // a paper's own towns need no country beside them
        if (!home_.empty() && place.country_code() == home_) prior += kAtHome;
        if (reading.use == NameUse::Alternate) prior -= 2;
        if (place.seat == 1) prior += 2;
        if (place.seat == 2) prior += 0.5F;
        constexpr std::uint32_t kFamous = 1000000;
        constexpr std::uint32_t kLargeState = 5000000;
        constexpr std::uint32_t kLargeCountry = 20000000;
        if (place.kind == PlaceKind::City && place.population > kFamous) prior += 1;
        if (place.kind == PlaceKind::Region && place.population > kLargeState) prior += 1.5F;
        if (place.kind == PlaceKind::Country && place.population > kLargeCountry) prior += 2;
        const bool town = place.kind == PlaceKind::City || place.kind == PlaceKind::Quarter;
        if (town && toponym.article && toponym.use == PlaceUse::Literal) prior -= 3;
        // *Cairo* is the town rather than its governorate, unless the text says so.
        const bool has_town = std::any_of(
            group.readings.begin(), group.readings.end(), [&place](const Reading& other) {
                return other.place->kind == PlaceKind::City && place.geonames_id != 0 &&
                       other.place->admin1 == place.geonames_id && other.use == NameUse::Main;
            });
        if (place.kind == PlaceKind::Region && has_town && toponym.kind == PlaceKind::Unknown) {
            prior -= 2.5F;
        }
        if (toponym.kind != PlaceKind::Unknown && place.kind == toponym.kind) prior += 3;
        reading.prior = reading.score = prior;
    }
}

/// How well two readings go together.
float PlaceResolver::fit(const Reading& reading, const Reading& other) const {
    const PlaceRecord& a = *reading.place;
    const PlaceRecord& b = *other.place;
    if (&a == &b) return 0;
    const bool same_country = a.country[0] != '\0' && a.country == b.country;
    float sum = 0;
    if (lies_in(a, b)) sum += b.kind == PlaceKind::Country ? 0.8F : 2.2F;
    if (lies_in(b, a)) sum += a.kind == PlaceKind::Country ? 0.6F : 1.2F;
    if (same_country && b.kind != PlaceKind::Country) sum += 0.4F;
    if (same_country && a.admin1 != 0 && a.admin1 == b.admin1) sum += 0.9F;
    const bool small = a.kind != PlaceKind::Country && b.kind != PlaceKind::Country &&
                       a.kind != PlaceKind::Continent && b.kind != PlaceKind::Continent;
    if (!small || !a.located() || !b.located()) return sum;
    constexpr float kRange = 300;
    const float away = chord_km(reading.point, other.point);
    return away < kRange ? sum + 1.6F * (1 - away / kRange) : sum;
}

/// How much another name speaks for this reading: its likeliest readings count in the measure of
/// how likely they are, so that *Athens* and *Henderson County* find each other in Texas.
float PlaceResolver::support(const Reading& reading, const Group& other) const {
    float most = 0;
    for (const std::uint32_t r : other.leading) {
        const Reading& likely = other.readings[r];
        most = std::max(most, fit(reading, likely) * likely.plausible);
    }
    if (most == 0) return 0;
    // However often a report names a country, that says no more of one of its towns.
    constexpr float kCountryWeight = 1.5F;
    const PlaceKind kind = other.readings[other.best].place->kind;
    const float weight =
        kind == PlaceKind::Country ? std::min(other.weight, kCountryWeight) : other.weight;
    return most * weight * (0.3F + 0.7F * other.trust);
}

/// Orders a group's readings after their scores have changed.
void PlaceResolver::rank(Group& group) {
    constexpr std::size_t kLeading = 6;
    constexpr float kSpread = 2.5F;
    std::vector<std::uint32_t> order(group.readings.size());
    std::iota(order.begin(), order.end(), 0U);
    const std::size_t count = std::min(kLeading, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end(), [&group](std::uint32_t a, std::uint32_t b) {
                          const float x = group.readings[a].score;
                          const float y = group.readings[b].score;
                          return x != y ? x > y : a < b;
                      });
    order.resize(count);
    group.best = order.front();
    const float best = group.readings[group.best].score;
    for (const std::uint32_t r : order) {
        group.readings[r].plausible = std::exp((group.readings[r].score - best) / kSpread);
    }
    group.trust = count < 2 ? 1.0F : 1 - group.readings[order[1]].plausible;
    group.leading = std::move(order);
}

void PlaceResolver::score(std::size_t number) {
    constexpr std::size_t kMostScored = 1000;  // names of one report; others go by their priors
    if (number >= kMostScored) return;
    Group& group = groups_[number];
    const Group* container = group.container == kNoToponym ? nullptr : &groups_[group.container];
    constexpr float kSaid = 6;
    for (Reading& reading : group.readings) {
        float context = 0;
        for (std::size_t k = 0; k < groups_.size() && k < kMostGroups; ++k) {
            if (k == number) continue;
            if (groups_[k].key == group.key) {
                const PlaceRecord* same = groups_[k].readings[groups_[k].best].place;
                if (same == reading.place && groups_[k].container != kNoToponym) context += 4;
                continue;
            }
            context += support(reading, groups_[k]);
        }
        // Many weak voices must not outweigh what the text says of this one.
        constexpr float kHalf = 6;
        constexpr float kMost = 10;
        reading.score = reading.prior + kMost * context / (context + kHalf);
        if (container != nullptr) {
            bool inside = false;
            for (const Reading& outer : container->readings) {
                inside = inside || (can_contain(outer.place->kind, reading.place->kind) &&
                                    lies_in(*reading.place, *outer.place));
            }
            const PlaceRecord& outer = *container->readings[container->best].place;
            if (inside) reading.score += kSaid;
            if (lies_in(*reading.place, outer)) reading.score += 2;
        }
    }
}

std::vector<Resolution> PlaceResolver::resolve(const std::vector<Toponym>& toponyms) {
    make_groups(toponyms);
    // A container is read as what can contain: *Savannah, Georgia*.
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        const std::uint32_t outer = groups_[g].container;
        if (outer == kNoToponym) continue;
        constexpr float kContains = 4;
        for (Reading& reading : groups_[outer].readings) {
            const bool holds = std::any_of(
                groups_[g].readings.begin(), groups_[g].readings.end(), [&](const Reading& inner) {
                    return can_contain(reading.place->kind, inner.place->kind) &&
                           lies_in(*inner.place, *reading.place);
                });
            if (holds) reading.prior += kContains;
        }
    }
    for (Group& group : groups_) {
        for (Reading& reading : group.readings) reading.score = reading.prior;
        rank(group);
    }
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t g = 0; g < groups_.size(); ++g) score(g);
        for (Group& group : groups_) rank(group);
    }
    std::vector<Resolution> resolutions(toponyms.size());
    std::vector<Resolution> of_group;
    of_group.reserve(groups_.size());
    for (const Group& group : groups_) of_group.push_back(answer(group));
    for (std::size_t i = 0; i < toponyms.size(); ++i) {
        if (group_of_[i] != kNoToponym && !is_far_fetched(groups_[group_of_[i]])) {
            resolutions[i] = of_group[group_of_[i]];
        } else {
            resolutions[i].container = surroundings(toponyms, i);
            resolutions[i].why = "no place is known by this name";
        }
    }
    return resolutions;
}

/// A small town far from all else in the report, by a name that is not its own: *Red Bridge*, once
/// the name of a hamlet in Tennessee, in a report on Georgia and Azerbaijan.
bool PlaceResolver::is_far_fetched(const Group& group) const {
    constexpr std::uint32_t kKnown = 50000;  // people of a town that may go by other names
    constexpr float kSupported = 0.5F;       // by the other places
    const Reading& best = group.readings[group.best];
    const PlaceRecord& place = *best.place;
    return best.use == NameUse::Alternate && group.container == kNoToponym &&
           place.kind == PlaceKind::City && place.seat == 0 && place.population < kKnown &&
           place.country_code() != home_ && best.score - best.prior < kSupported;
}

Resolution PlaceResolver::answer(const Group& group) const {
    Resolution resolution;
    const Reading& best = group.readings[group.best];
    resolution.place = best.place;
    const Reading* second = nullptr;
    for (const Reading& reading : group.readings) {
        if (&reading == &best || reading.place == best.place) continue;
        if (second == nullptr || reading.score > second->score) second = &reading;
    }
    constexpr float kOnly = 0.95F;
    constexpr float kSpread = 2;
    if (second == nullptr) {
        resolution.confidence = kOnly;
        resolution.why = "the only place of this name";
    } else {
        resolution.runner_up = second->place;
        resolution.confidence = 1 / (1 + std::exp(-(best.score - second->score) / kSpread));
        resolution.why = group.container != kNoToponym   ? "the text puts it there"
                         : best.score - best.prior > 2.0 ? "it goes with the report's other places"
                                                         : "the best known place of this name";
    }
    resolution.people = best.use == NameUse::Demonym;
    if (resolution.people) resolution.why = "its people";
    return resolution;
}

/// Where an unknown name seems to lie: what the text puts it into, else the nearest resolved town
/// or region around it.
const PlaceRecord* PlaceResolver::surroundings(const std::vector<Toponym>& toponyms,
                                               std::size_t number) const {
    const auto chosen = [&](std::size_t i) -> const PlaceRecord* {
        const std::uint32_t g = group_of_[i];
        return g == kNoToponym ? nullptr : groups_[g].readings[groups_[g].best].place;
    };
    const std::uint32_t inside = toponyms[number].inside;
    if (inside != kNoToponym && chosen(inside) != nullptr) return chosen(inside);
    constexpr std::size_t kReach = 12;
    const PlaceRecord* nearest = nullptr;
    float least = 0;
    for (std::size_t d = 1; d <= kReach; ++d) {
        for (const bool ahead : {false, true}) {
            if (ahead ? number + d >= toponyms.size() : number < d) continue;
            const std::size_t i = ahead ? number + d : number - d;
            const PlaceRecord* place = chosen(i);
            if (place == nullptr || !place->located()) continue;
            const bool fine = is_settlement(place->kind) || place->kind == PlaceKind::District;
            const bool people = toponyms[i].use == PlaceUse::Demonym;
            const float cost =
                static_cast<float>(d) + (ahead ? 0.5F : 0) + (fine ? 0 : 6) + (people ? 6 : 0);
            if (nearest == nullptr || cost < least) {
                nearest = place;
                least = cost;
            }
        }
    }
    return nearest;
}

}  // namespace tidings::mention
