// To whom something is given, where the parser hangs the receiver on a word of what is given.
#pragma once

#include "language/syntax_tree.hpp"

namespace tidings {

/// *returned nine masks, some of them bought by sailors, to the islanders*; kNoToken if there is
/// none. Looks at a bounded number of words behind what is given.
[[nodiscard]] TokenIndex far_receiver(const SyntaxTree& tree, TokenIndex verb, TokenIndex given);

}  // namespace tidings
