// English subjunctives, which the parser takes for nouns.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *demanded that the minister resign*: the bare verb of a demand is tagged a noun and its subject
/// a part of that noun's phrase. What `that` opens has a verb: it is made one, and the noun before
/// it its subject. English tags and labels (Penn, ClearNLP); O(tokens).
void restore_subjunctives(Parse& parse, const MendWords& words);

}  // namespace tidings
