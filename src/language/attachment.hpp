// Where the parser hangs a word on the wrong one, and the form or the place of the word tells
// better.
#pragma once

#include "language/syntax_tree.hpp"

namespace tidings {

/// *Firms say that Chad has cheated, and support the ban*: a verb goes on with the clause whose
/// subject it agrees with, though the parser hangs it on the nearest.
[[nodiscard]] TokenIndex conjunct_of(const SyntaxTree& tree, TokenIndex verb);

/// The one right before a participle who does what it tells, where the parser hangs it on the verb
/// above: *showed videos of the premier insulting Norway*, *objected to Chad's opening an inquiry*,
/// *with the minister, wielding a knife, ...*. kNoToken if there is none.
[[nodiscard]] TokenIndex doer_before(const SyntaxTree& tree, TokenIndex participle);

/// *it is telling that*, *it follows that*: nobody does what the clause behind such a verb tells.
[[nodiscard]] bool has_empty_subject(const SyntaxTree& tree, TokenIndex verb);

/// The noun is the time that somebody spends doing something: *spent the evening thanking them*.
[[nodiscard]] bool is_time_spent(const SyntaxTree& tree, TokenIndex noun);

/// *granted asylum to five officers holed up there*: the parser takes the object of the preposition
/// for the subject of the participle behind it.
[[nodiscard]] TokenIndex stranded_object(const SyntaxTree& tree, TokenIndex preposition);

}  // namespace tidings
