// *the move*, *the decision*, *the attack*: what somebody did stands for whoever did it.
#pragma once

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Who did what the phrase speaks of: the possessor, or the subject of the clause before it.
/// kNoPhrase if the phrase names no deed or nobody is known to have done it. `doers` has those of
/// the phrases before.
[[nodiscard]] PhraseId doer_of_deed(const ReferenceContext& context,
                                    const std::vector<PhraseId>& doers, PhraseId i);

}  // namespace tidings::mention
