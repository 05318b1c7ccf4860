// Infinitives of nouns that the parser hangs on a verb.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *questioned the decision of Kenya to expel him*, *after attempts by rebels to kill him*: the
/// infinitive behind whose decision it is belongs to the decision. English tags and labels (Penn,
/// ClearNLP); O(tokens).
void hang_infinitives_on_nouns(Parse& parse, const MendWords& words);

}  // namespace tidings
