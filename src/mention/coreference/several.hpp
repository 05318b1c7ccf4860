// Phrases that stand for two or more actors together: *both sides*, *the pair*, *the three allies*,
// *the seven*; and for one of two: *the former*, *the latter*.
#pragma once

#include "mention/coreference/assumed_countries.hpp"
#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Joins such a phrase to earlier mentions; false if it is none or nothing fits.
bool resolve_several(ReferenceContext& context, const AssumedCountries& assumed, PhraseId i);

}  // namespace tidings::mention
