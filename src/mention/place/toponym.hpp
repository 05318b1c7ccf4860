// A name of a place in the text, before it is known which place it means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/language.hpp>

#include "mention/place/gazetteer_index.hpp"

namespace tidings::mention {

enum class PlaceUse : std::uint8_t {
    Literal,   ///< *in Tehran*
    Modifier,  ///< *the Tehran bazaar*
    Demonym,   ///< *Iranian troops*
    Embedded,  ///< *Tehran University of Medical Sciences*
    Metonym    ///< *Tehran said*
};
[[nodiscard]] std::string_view to_string(PlaceUse use) noexcept;

inline constexpr std::uint32_t kNoToponym = UINT32_MAX;

struct Toponym {
    TokenIndex first =
        0;  ///< tokens [first, last); equal where the words are not parsed (dateline)
    TokenIndex last = 0;
    Span span;
    std::string key;                      ///< place_key of the words
    std::vector<PlaceEntry> entries;      ///< what it may mean; empty for a name nobody knows
    PlaceKind kind = PlaceKind::Unknown;  ///< by a common noun in the name: *County*, *Lake*
    PlaceUse use = PlaceUse::Literal;
    float evidence = 0;  ///< that this is a place at all
    std::uint32_t inside =
        kNoToponym;  ///< the toponym that the text puts it into: *Alexandria, La.*
    bool dateline = false;
    bool article = false;  ///< *the Pacific*: no town
};

}  // namespace tidings::mention
