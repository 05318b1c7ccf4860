// Headwords that are written as the combinations of their parts: *send|fly + home|back*.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidings::coding {

/// Most headwords that one product may stand for.
inline constexpr std::size_t kMaxHeadwords = 2000;

/// Every combination of the alternatives (`|`) of the parts (`+`), in order, in lower case: *send
/// home, send back, fly home, fly back*. A headword without `+` and `|` is itself the only one.
/// Empty where an alternative is missing; kMaxHeadwords + 1 of them where there are more.
[[nodiscard]] std::vector<std::string> expand_headword(std::string_view text);

}  // namespace tidings::coding
