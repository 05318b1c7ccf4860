// Which place each toponym means, decided for all toponyms of a report together.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/report.hpp>

#include "mention/place/gazetteer.hpp"
#include "mention/place/toponym.hpp"

namespace tidings::mention {

/// What one toponym was resolved to.
struct Resolution {
    const PlaceRecord* place = nullptr;  ///< null where nothing is known by that name
    const PlaceRecord* runner_up = nullptr;
    const PlaceRecord* container = nullptr;  ///< where an unknown name seems to lie
    float confidence = 0;
    bool people = false;  ///< the name is that of the place's people
    std::string why;
};

/// Toponyms of one name are one place, unless the text puts them into different ones. A reading is
/// worth what its size and kind promise, what the text says (*Alexandria, La.*), and how well it
/// goes with the readings of the other names: same region, same country, near. The readings are
/// improved in a few rounds. Time is bounded: at most kMostGroups names speak for each other.
class PlaceResolver {
  public:
    /// `home` is the country (ISO alpha-3) of the paper that has the report, empty if unknown.
    PlaceResolver(std::string_view home, const GazetteerData& gazetteer);

    /// One resolution a toponym, in their order.
    [[nodiscard]] std::vector<Resolution> resolve(const std::vector<Toponym>& toponyms);

    static constexpr std::size_t kMostGroups = 96;

  private:
    struct Reading {
        const PlaceRecord* place = nullptr;
        NameUse use = NameUse::Main;
        std::array<float, 3> point{};  ///< on the unit sphere
        float prior = 0;
        float score = 0;
        float plausible = 0;  ///< next to the group's best, 0..1
    };
    struct Group {
        std::vector<Reading> readings;
        std::vector<std::uint32_t> toponyms;
        std::uint32_t container = kNoToponym;  ///< group that the text puts it into
        std::size_t best = 0;
        std::vector<std::uint32_t> leading;  ///< the best few readings
        float trust = 1;                     ///< how far the best is ahead, 0..1
        float weight = 1;
        std::string key;
    };

    void make_groups(const std::vector<Toponym>& toponyms);
    void set_priors(const std::vector<Toponym>& toponyms, Group& group) const;
    void score(std::size_t number);
    [[nodiscard]] float support(const Reading& reading, const Group& other) const;
    [[nodiscard]] float fit(const Reading& reading, const Reading& other) const;
    static void rank(Group& group);
    [[nodiscard]] bool lies_in(const PlaceRecord& place, const PlaceRecord& region) const;
    [[nodiscard]] bool is_far_fetched(const Group& group) const;
    [[nodiscard]] Resolution answer(const Group& group) const;
    [[nodiscard]] const PlaceRecord* surroundings(const std::vector<Toponym>& toponyms,
                                                  std::size_t number) const;

    const GazetteerData& gazetteer_;
    std::string_view home_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> group_of_;  ///< of each toponym
};

/// Fills in Toponym::inside: *City, Region*, *City (Region)*, *City in Region*, *City, Region,
/// Country*.
void link_containers(const Report& report, std::vector<Toponym>& toponyms);

}  // namespace tidings::mention
