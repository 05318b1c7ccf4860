// Names that parties and offices of many states bear.
#pragma once

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// *The Labour Party*, *Democrats*, *the Justice Department*: the tables give such a name to the
/// state whose it mostly is. Where the report says nothing of that state, but is about another one,
/// the name is taken to be of the latter, and says so in Evidence::why. One pass over phrases and
/// places.
void settle_shared_names(ReferenceContext& context);

}  // namespace tidings::mention
