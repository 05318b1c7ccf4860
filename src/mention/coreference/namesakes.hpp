// Towns and provinces that bear the name of another state, or of its capital.
#pragma once

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// *The Athens police* in Georgia, *a Palestine man* in Texas: the tables know the name as that of
/// a state or its capital. Where the gazetteer has it as a place of another country, the report
/// tells of that country otherwise too, and of the better known one nothing, the name is the
/// place's; Evidence::why says so. One pass over phrases and places.
void settle_namesakes(ReferenceContext& context);

}  // namespace tidings::mention
