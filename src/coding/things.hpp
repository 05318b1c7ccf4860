// What an act is done to, where that is no actor: *lifted a ban on rallies*, *boycotted the vote*.
#pragma once

#include <vector>

#include "coding/noun_classes.hpp"
#include "coding/predicates.hpp"
#include "coding/sides.hpp"

namespace tidings::coding {

/// Gives readings that are left without a target the phrase of their own sentence that tells what
/// they are about. Such a phrase is no actor: it comes last, when everything that goes by actors
/// (implied sides, standing) has been decided. Where somebody's is told of it, in the sentence or
/// before, it is to him, and what nobody is done to (thing_kinds.hpp) is left out.
void name_things(const Arguments& arguments, const SideFinder& sides, const NounClasses& classes,
                 std::vector<Reading>& readings);

}  // namespace tidings::coding
