// What a noun is that the parser takes for somebody else.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *Ana Ruiz, who heads the Union of Bakers, a group that has praised the tax*: the parser takes
/// the group for another word for Ruiz. A body is no person: the apposition goes to the last name
/// of a body before it. English tags and labels (Penn, ClearNLP, OntoNotes); O(tokens).
void hang_bodies_on_bodies(Parse& parse, const MendWords& words);

}  // namespace tidings
