// Mentions joined over the whole report by names: full names, surnames, acronyms, countries.
#pragma once

#include <string>
#include <string_view>

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// *IRGC*, *N.C.R.I.*: capital letters only; returned without stops, empty if it is none.
[[nodiscard]] std::string acronym(std::string_view name);

/// The words of the name that ends at the head of a phrase.
[[nodiscard]] std::string name_words(const ReferenceContext& context, const NounPhrase& phrase);

/// *the minister*, *a spokesman*: a description of one person.
[[nodiscard]] bool is_office_of_person(const ActorSets& sets, PhraseId i);

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
