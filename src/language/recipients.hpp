// To whom something is given, where the parser does not say so: two objects, a recipient inside the
// phrase of what is given, a receiver hung on a word of it.
#pragma once

#include "language/syntax_tree.hpp"

namespace tidings {

/// *handed the activist a prison term*: what is given, of two objects; kNoToken if there are not
/// two.
[[nodiscard]] TokenIndex second_object(const SyntaxTree& tree, TokenIndex verb);

/// The first of two objects: to whom it is given.
[[nodiscard]] bool is_recipient(const SyntaxTree& tree, TokenIndex object);

/// *allowed [the United Nations] unimpeded access*; kNoToken if there is none.
[[nodiscard]] TokenIndex buried_recipient(const SyntaxTree& tree, TokenIndex verb,
                                          TokenIndex given);

/// *returned nine masks, some of them bought by sailors, to the islanders*; kNoToken if there is
/// none. Looks at a bounded number of words behind what is given.
[[nodiscard]] TokenIndex far_receiver(const SyntaxTree& tree, TokenIndex verb, TokenIndex given);

}  // namespace tidings
