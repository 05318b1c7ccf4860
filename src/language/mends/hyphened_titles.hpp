// Titles with a hyphen before a name, which the parser takes apart.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *against Greenpeace co-founder Ana Ruiz*: parsed as four objects of one preposition. The last
/// word of the name becomes the only one, the others stand before it as parts of its phrase.
/// English tags and labels (Penn, ClearNLP); O(tokens).
void join_hyphened_titles(Parse& parse);

}  // namespace tidings
