// Acts that the words tell of without telling that they happened: what somebody is pressed to do,
// what happens whenever, what a film shows, what an act is for. What may be, or was not, is an
// event where it is told of a named doer and a particular target (*Norway may recognise
// Somaliland*); what people in general may do, or do not do, is none.
#pragma once

#include "coding/noun_classes.hpp"
#include "coding/predicates.hpp"
#include "language/syntax_tree.hpp"

namespace tidings::coding {

/// Why a reading is no event, for `explain`; null if it is one.
[[nodiscard]] const char* why_merely_thought(const SyntaxTree& tree, const Mentions& mentions,
                                             const NounClasses& classes, const Reading& reading);

}  // namespace tidings::coding
