// Names that a spaced hyphen sets apart, which the parser takes for one name.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *a treaty with Chad - Kenya and Sudan - has*: parsed like *Chad-Kenya*, the name before the
/// first hyphen is lost in the one behind it. It becomes what that was, and that its apposition.
/// Only between a pair of hyphens with spaces on both sides, as many pages write dashes. English
/// tags and labels (Penn, ClearNLP); O(tokens).
void part_names_at_dashes(Parse& parse);

}  // namespace tidings
