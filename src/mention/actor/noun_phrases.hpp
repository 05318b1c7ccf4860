// Base noun phrases: a nominal head with what stands before it.
#pragma once

#include <vector>

#include "language/syntax_tree.hpp"

namespace tidings::mention {

/// Tokens [first, last); `head` is inside. Modifiers behind the head are not part of it.
struct NounPhrase {
    TokenIndex first = 0;
    TokenIndex last = 0;
    TokenIndex head = 0;
};

/// All base noun phrases in text order. Possessors are phrases of their own and part of the phrase
/// they precede.
[[nodiscard]] std::vector<NounPhrase> find_noun_phrases(const SyntaxTree& tree);

}  // namespace tidings::mention
