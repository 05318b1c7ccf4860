// Allies and rivals that are named right behind the word for them.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *backed its ally Syria*, *beat his rival Maro*: the parser makes the name an apposition of the
/// word, whose owner then seems to be meant. As with titles, the name is the head of the phrase.
/// English tags and labels (Penn, ClearNLP); O(tokens).
void restore_named_allies(Parse& parse, const MendWords& words);

}  // namespace tidings
