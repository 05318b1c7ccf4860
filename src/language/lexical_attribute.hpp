// The lexical attributes that networks embed, and their values as the networks hash them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "language/doc.hpp"

namespace tidings::language {

enum class LexicalAttribute : std::uint8_t {
    Orth,
    Lower,
    Norm,
    Shape,
    Prefix,
    Suffix,
    Spacy,
    IsSpace,
};

/// By spaCy's name (`NORM`) or number (`67`).
[[nodiscard]] std::optional<LexicalAttribute> lexical_attribute(std::string_view name) noexcept;
[[nodiscard]] std::string_view to_string(LexicalAttribute attribute) noexcept;

[[nodiscard]] inline std::uint64_t value_of(const DocToken& token,
                                            LexicalAttribute attribute) noexcept {
    switch (attribute) {
        case LexicalAttribute::Orth:
            return token.orth;
        case LexicalAttribute::Lower:
            return token.lower;
        case LexicalAttribute::Norm:
            return token.norm;
        case LexicalAttribute::Shape:
            return token.shape;
        case LexicalAttribute::Prefix:
            return token.prefix;
        case LexicalAttribute::Suffix:
            return token.suffix;
        case LexicalAttribute::Spacy:
            return token.spacy ? 1 : 0;
        case LexicalAttribute::IsSpace:
            return token.is_space ? 1 : 0;
    }
    return 0;
}

}  // namespace tidings::language
