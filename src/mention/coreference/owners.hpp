// Whose people and bodies are meant: *its embassy*, *a spokesman for the mission*, *their chiefs of
// staff*, *the envoy* whom the bloc has named.
#pragma once

#include "mention/coreference/assumed_countries.hpp"
#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Phrases that must be resolved before `i`, being its owners: possessors and what stands behind
/// *of* and *for*. At most four.
[[nodiscard]] std::vector<PhraseId> owners_of(const ReferenceContext& context, PhraseId i);

/// Gives a role or titled person without a country of its own that of its owner, and the sectors of
/// an owner that is an organisation. Its owners must be resolved. Does nothing for other phrases.
void take_from_owner(ReferenceContext& context, PhraseId i);

/// *their ministers*, *his colleagues* (the counterparts of a minister, of the two states spoken
/// of): stands for several states. True if it did so.
bool stand_for_owners(ReferenceContext& context, const AssumedCountries& assumed, PhraseId i);

}  // namespace tidings::mention
