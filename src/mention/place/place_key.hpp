// The form in which names of places are compared.
#pragma once

#include <string>
#include <string_view>

namespace tidings::mention {

/// Folded words set apart by single spaces, without apostrophes and full stops: *Sana'a* and
/// *Sanaa*, *Côte-d'Or* and *cote d or* agree, *St. Cloud* and *Saint Cloud* (also Mt. and Ft.)
/// too. A leading *the* is left out. Empty where the text has no letter or digit.
[[nodiscard]] std::string place_key(std::string_view name);

/// Appends the key of one more word to a key of earlier ones, so that the keys of *New*, *New
/// York* and *New York City* cost one pass. `word` is as the text has it.
void append_place_key(std::string& key, std::string_view word);

}  // namespace tidings::mention
