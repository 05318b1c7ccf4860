// Verbs in -ing behind a preposition that the parser takes for adjectives.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *guilty of massacring villagers*, *accused troops of forcibly recruiting refugees*: parsed like
/// *tired of boring lectures*. Behind words that ask for a deed, the participle becomes the verb of
/// the phrase and the noun its object. English tags and labels (Penn, ClearNLP); O(tokens).
void restore_lost_gerunds(Parse& parse, const MendWords& words);

}  // namespace tidings
