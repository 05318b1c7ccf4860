#include "mention/actor/actor_code.hpp"

namespace tidings::mention {

std::string cameo_actor_code(const std::string& country, const std::vector<std::string>& sectors) {
    // PLOVER's JRN is CAMEO's MED, and PLOVER's MED (medical) CAMEO's HLH.
    std::string sector = sectors.empty() ? std::string() : sectors.front();
    if (sector == "JRN") {
        sector = "MED";
    } else if (sector == "MED") {
        sector = "HLH";
    } else if (sector == "PRM") {
        sector = "REB";
    } else if (sector == "UNK") {
        sector.clear();
    }
    return country + sector;
}

}  // namespace tidings::mention
