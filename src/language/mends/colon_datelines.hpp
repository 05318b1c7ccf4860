// Towns in capitals before a colon, which open a report and are no part of its first sentence.
#pragma once

#include <string_view>

#include <tidings/language.hpp>

namespace tidings {

/// *LIMA: Hopes shattered, fifty miners came home*: the parser may take the town for the subject.
/// Words in capitals that a colon parts from the sentence become an adverbial of its verb, if the
/// verb has a subject of its own. `text` is what the spans of the tokens point into. English tags
/// and labels (Penn, ClearNLP); O(tokens).
void part_towns_before_colons(std::string_view text, Parse& parse);

}  // namespace tidings
