// Verbs of sentences in which the parser finds none.
#pragma once

#include <tidings/language.hpp>

#include "language/mends/mend_words.hpp"

namespace tidings {

/// *Police tear-gassed students in Lahore*, *miners hurled sticks of dynamite*: parsed as a mere
/// noun phrase, like *police-led patrols*. Where what stands around the participle cannot belong to
/// such a phrase (a subject, an article behind it) or the words are known for a verb
/// (*tear-gassed*), it becomes the verb of the sentence. Verbs that are written with a hyphen get
/// one lemma (`tear-gas`). English tags and labels (Penn, ClearNLP); O(tokens).
void restore_lost_verbs(Parse& parse, const MendWords& words);

}  // namespace tidings
