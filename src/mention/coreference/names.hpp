// Mentions joined over the whole report by names: full names, surnames, acronyms, countries.
#pragma once

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Names that were read as nothing, or as a person's because of a word in them, are put right by
/// what they do in their sentence and by their last word.
void correct_names(ReferenceContext& context);

/// *Kofi Mensah, Ghana's foreign minister*; *Mensah is a lawyer*.
void join_appositions(ReferenceContext& context);

/// Full names, surnames, given names, acronyms and other short forms; names that the statistical
/// tagger got wrong are put right by the other mentions.
void join_names(ReferenceContext& context);

/// A country, its capital and its government are one actor.
void join_countries(ReferenceContext& context);

/// *the government*, once its country has been assumed: the country's other mentions.
void join_bare_governments(ReferenceContext& context);

}  // namespace tidings::mention
