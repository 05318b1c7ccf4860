// Kinds of words that several mends ask for.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

[[nodiscard]] inline bool is_noun(const Token& token) {
    return token.pos == Pos::Noun || token.pos == Pos::Propn;
}

/// *sentenced*, *says*, *say*: no participle, no infinitive.
[[nodiscard]] inline bool is_finite(const Token& token) {
    return token.tag == "VBD" || token.tag == "VBZ" || token.tag == "VBP";
}

}  // namespace tidings
