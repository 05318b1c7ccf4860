// Infinitives of nouns that the parser hangs on a verb.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *questioned the decision of Kenya to expel him*, *after attempts by rebels to kill him*: the
/// infinitive behind whose decision it is belongs to the decision. English tags and labels (Penn,
/// ClearNLP); O(tokens).
void hang_infinitives_on_nouns(Parse& parse, const MendWords& words);

/// *rejected demands that he resign*: the parser reads a relative clause, as if he resigned the
/// demands. A bare form behind a singular subject is what is demanded: the clause of the noun.
void restore_clauses_of_nouns(Parse& parse, const MendWords& words);

}  // namespace tidings
