#include "coding/actor_kinds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings::coding {

bool is_political(const Actor& actor) {
    static constexpr std::array<std::string_view, 11> kSectors{
        "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY", "REB", "UAF", "IGO"};
    return !actor.weak && !actor.sectors.empty() && one_of(actor.sectors.front(), kSectors);
}

bool is_partisan(const Actor& actor) {
    static constexpr std::array<std::string_view, 3> kSectors{"PTY", "LEG", "ELI"};
    return !actor.weak && !actor.sectors.empty() && one_of(actor.sectors.front(), kSectors);
}

bool is_of_state(const Actor& actor) {
    static constexpr std::array<std::string_view, 6> kSectors{"GOV", "MIL", "LEG",
                                                              "JUD", "COP", "SPY"};
    return !actor.country.empty() && !actor.sectors.empty() &&
           one_of(actor.sectors.front(), kSectors);
}

bool is_government(const Actor& actor) {
    if (actor.sectors.empty() || actor.sectors.front() != "GOV") return false;
    const std::string role = utf8::lower(actor.role);
    return role.empty() || role.ends_with("government") || role.ends_with("authorities") ||
           role.ends_with("regime") || role.ends_with("administration") || role == "country" ||
           role == "state" || role == "nation";
}

bool speaks_to_states(const Actor& actor) {
    static constexpr std::array<std::string_view, 6> kSectors{"LAB", "NGO", "REL",
                                                              "SOC", "REF", "EDU"};
    return is_political(actor) ||
           (!actor.weak && !actor.sectors.empty() && one_of(actor.sectors.front(), kSectors));
}

bool may_protest(const Actor& actor) {
    static constexpr std::array<std::string_view, 7> kCrowd{"CVL", "OPP", "SOC", "LAB",
                                                            "EDU", "REF", "AGR"};
    return !actor.sectors.empty() && one_of(actor.sectors.front(), kCrowd);
}

}  // namespace tidings::coding
