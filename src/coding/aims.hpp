// What acts are for, and what has not come about for that: what somebody is pressed to do, why
// troops are sent, what a programme is to bring.
#pragma once

#include "coding/noun_classes.hpp"
#include "coding/predicates.hpp"
#include "language/syntax_tree.hpp"

namespace tidings::coding {

/// Why a reading is only what something else is for, for `explain`; null if it is not.
[[nodiscard]] const char* why_merely_aimed_at(const SyntaxTree& tree, const NounClasses& classes,
                                              const Reading& reading);

}  // namespace tidings::coding
