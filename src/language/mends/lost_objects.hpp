// Nouns that the parser takes for verbs behind an adjective of nationality.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *rejected Thai calls for a truce*, *backs Ghanaian offers of help*: the parser reads that
/// somebody calls or offers; it is what was rejected. English tags and labels (Penn, ClearNLP);
/// O(tokens).
void restore_lost_objects(Parse& parse, const MendWords& words);

}  // namespace tidings
