// The CAMEO code of an actor.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tidings::mention {

/// PLOVER sectors that a state acts by.
inline constexpr std::array<std::string_view, 6> kStateSectors{"GOV", "MIL", "COP",
                                                               "JUD", "LEG", "SPY"};

/// CAMEO actor code from a country and PLOVER sectors (`KEN` + GOV → `KENGOV`).
[[nodiscard]] std::string cameo_actor_code(const std::string& country,
                                           const std::vector<std::string>& sectors);

}  // namespace tidings::mention
