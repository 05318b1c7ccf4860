// Subjects that the parser takes for a part of the date before them.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *In July Kenya accused Chad*: parsed like *in Boston Harbor*, the verb has no subject. The name
/// becomes it, the month or weekday the object of the preposition. English tags and labels (Penn,
/// ClearNLP); O(tokens).
void part_subjects_from_dates(Parse& parse);

}  // namespace tidings
