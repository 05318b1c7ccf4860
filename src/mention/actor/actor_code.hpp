// The CAMEO code of an actor.
#pragma once

#include <string>
#include <vector>

namespace tidings::mention {

/// CAMEO actor code from a country and PLOVER sectors (`KEN` + GOV → `KENGOV`).
[[nodiscard]] std::string cameo_actor_code(const std::string& country,
                                           const std::vector<std::string>& sectors);

}  // namespace tidings::mention
