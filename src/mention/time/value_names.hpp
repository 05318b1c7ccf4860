// Names of the values that words and slots of time may have (docs/times.md).
#pragma once

#include <optional>
#include <string_view>

namespace tidings::mention::time {

/// What to say of a value that is none.
inline constexpr std::string_view kValuesHint = "docs/times.md lists the values";

/// The value of that name (`morning`, `narrative`, `vague`) or the decimal number that the word is.
[[nodiscard]] std::optional<int> value_named(std::string_view word) noexcept;

}  // namespace tidings::mention::time
