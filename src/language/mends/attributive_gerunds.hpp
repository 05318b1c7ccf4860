// Participles before a noun that the parser takes for the verb's complement.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *told cheering students that*, *arrested striking miners*: parsed like *began cheering
/// students*, as if the speaker cheered them. Behind a verb that takes no gerund, a participle with
/// nothing between it and a bare plural describes that noun, which becomes the verb's object.
/// English tags and labels (Penn, ClearNLP); O(tokens).
void restore_attributive_gerunds(Parse& parse, const MendWords& words);

}  // namespace tidings
