// Clauses of time whose conjunction the parser takes for a preposition.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *Kenya recalled its envoy a day after a court in Lima sentenced two miners*: the parser hangs
/// the court on *after* and leaves *sentenced* without a subject, so that Kenya seems to have
/// passed the sentence. The noun becomes the subject, *after* the mark of its clause. English tags
/// and labels (Penn, ClearNLP); O(tokens).
void restore_lost_conjunctions(Parse& parse, const MendWords& words);

}  // namespace tidings
