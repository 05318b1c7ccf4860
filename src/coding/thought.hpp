// Acts that the words tell of without telling that they happened: what somebody is pressed to do,
// what happens whenever, what a film shows, what might be said.
#pragma once

#include "coding/noun_classes.hpp"
#include "coding/predicates.hpp"
#include "language/syntax_tree.hpp"

namespace tidings::coding {

/// Why a reading is no event, for `explain`; null if it is one.
[[nodiscard]] const char* why_merely_thought(const SyntaxTree& tree, const NounClasses& classes,
                                             const Reading& reading);

}  // namespace tidings::coding
