#include "language/lexical_attribute.hpp"

#include <array>

namespace tidings::language {

namespace {

struct Named {
    LexicalAttribute attribute;
    std::string_view name;
    std::string_view number;  // in spaCy's table of symbols
};

constexpr std::array<Named, 8> kAttributes = {{
    {LexicalAttribute::Orth, "ORTH", "65"},
    {LexicalAttribute::Lower, "LOWER", "66"},
    {LexicalAttribute::Norm, "NORM", "67"},
    {LexicalAttribute::Shape, "SHAPE", "68"},
    {LexicalAttribute::Prefix, "PREFIX", "69"},
    {LexicalAttribute::Suffix, "SUFFIX", "70"},
    {LexicalAttribute::Spacy, "SPACY", "81"},
    {LexicalAttribute::IsSpace, "IS_SPACE", "6"},
}};

}  // namespace

std::optional<LexicalAttribute> lexical_attribute(std::string_view name) noexcept {
    for (const Named& known : kAttributes) {
        if (known.name == name || known.number == name) return known.attribute;
    }
    return std::nullopt;
}

std::string_view to_string(LexicalAttribute attribute) noexcept {
    for (const Named& known : kAttributes) {
        if (known.attribute == attribute) return known.name;
    }
    return {};
}

}  // namespace tidings::language
