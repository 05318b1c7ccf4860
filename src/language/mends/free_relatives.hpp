// Nouns behind *what he called*, which are what the sentence is about.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *Chad denounced what it described as interference by Niger*, *protested against what he called
/// theft*, *condemned what she said was a coup*: the noun takes the place of the clause, which only
/// says whose word it is and hangs on the noun. English tags and labels (Penn, ClearNLP);
/// O(tokens).
void restore_free_relatives(Parse& parse, const MendWords& words);

}  // namespace tidings
