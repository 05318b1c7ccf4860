// Clauses of comparison whose verb the parser hangs on another subject.
#pragma once

#include <tidings/language.hpp>

namespace tidings {

/// *They avoid what hurts, as the mayor, who lost, did in mocking them*: with words between them
/// the parser takes *as the mayor* for a phrase and *did* for a second act of *they*. The noun
/// becomes the subject of *did*, and the clause hangs where the phrase hung. English tags and
/// labels (Penn, ClearNLP); O(tokens).
void restore_as_clauses(Parse& parse);

}  // namespace tidings
