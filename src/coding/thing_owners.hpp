// Whose a thing is that is judged, refused or hit: *the process* is that of the senate whose
// process has been told.
#pragma once

#include "coding/predicates.hpp"
#include "coding/sides.hpp"

namespace tidings::coding {

class ThingOwners {
  public:
    ThingOwners(const Arguments& arguments, const SideFinder& sides)
        : arguments_(arguments), tree_(arguments.tree()), sides_(sides) {}

    /// Where the only target is a thing that points back (*the plan*, *these hearings*), it gives
    /// way to the actor whose thing of that name has been told before.
    void name(Reading& reading) const;

  private:
    [[nodiscard]] MentionIndex before(TokenIndex noun, const Reading& reading) const;
    [[nodiscard]] MentionIndex owner_at(TokenIndex noun) const;
    [[nodiscard]] bool same_kind(TokenIndex noun, TokenIndex earlier) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const SideFinder& sides_;
};

}  // namespace tidings::coding
