// The stage's result from joined phrases.
#pragma once

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Fills `actors`, `mentions` and `mention_at`. `doers[i]` is who did what phrase i speaks of,
/// kNoPhrase for phrases that name no deed.
void write_actors(const ReferenceContext& context, const std::vector<PhraseId>& doers,
                  Mentions& mentions);

}  // namespace tidings::mention
