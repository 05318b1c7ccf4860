// To whom something is given, and what.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *handed the activist a prison term*, *pledged Oman his support*, *allowed the United Nations
/// unimpeded access*: the parser calls both objects, or one a part of the other. The first becomes
/// the recipient (`dative`), the second the object. English tags and labels (Penn, ClearNLP);
/// O(tokens).
void restore_given_objects(Parse& parse, const MendWords& words);

}  // namespace tidings
