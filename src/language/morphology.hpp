// Universal features as strings.
#pragma once

#include <string>
#include <string_view>

namespace tidings::language {

/// Sorted fields and values as spaCy's Morphology has them: `Tense=Past|Number=Sing` becomes
/// `Number=Sing|Tense=Past`; `_`, the empty string and malformed features become empty.
[[nodiscard]] std::string normalize_morph(std::string_view features);

/// The value of one field in a normalised string, or empty.
[[nodiscard]] std::string_view morph_value(std::string_view features,
                                           std::string_view field) noexcept;

}  // namespace tidings::language
