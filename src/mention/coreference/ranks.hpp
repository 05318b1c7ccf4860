// Ranks that the police and the army share.
#pragma once

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// *Sgt. Dan Rus* of a report on police and no soldiers is of the police. For use before phrases
/// are joined.
void settle_ranks(ReferenceContext& context);

}  // namespace tidings::mention
