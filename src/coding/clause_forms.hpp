// Forms of clauses and objects that the dependency tree does not tell plainly.
#pragma once

#include <string_view>

#include "language/syntax_tree.hpp"

namespace tidings::coding {

/// *said that he went* asserts, *insisted that he go* asks for it.
[[nodiscard]] bool is_indicative(const SyntaxTree& tree, TokenIndex clause);

/// *called the shelling a crime*: the parser takes a verbal noun with an article for a verb below
/// the one whose object it is. kNoToken if there is none.
[[nodiscard]] TokenIndex verbal_object(const SyntaxTree& tree, TokenIndex verb);

/// *rejected as false the claims*: the object hangs on the adjective before it. kNoToken if there
/// is none.
[[nodiscard]] TokenIndex object_behind_adjective(const SyntaxTree& tree, TokenIndex verb);

/// *the former French colony*: no longer theirs who are named before it.
[[nodiscard]] bool is_former_possession(const SyntaxTree& tree, TokenIndex noun);

/// *the Chad war*: named after where it was fought, it is nobody's.
[[nodiscard]] bool is_war_elsewhere(const SyntaxTree& tree, TokenIndex noun);

/// *the worst attack in Chadian history*: says how bad, not on whom.
[[nodiscard]] bool is_long_time(const SyntaxTree& tree, TokenIndex noun);

/// *called for students to be able to stay*: nothing is asked of whom the clause is about.
[[nodiscard]] bool is_to_have_it(const SyntaxTree& tree, TokenIndex clause);

/// *vowed to make firms pay*: a verb by which others are made to act.
[[nodiscard]] bool is_causative(std::string_view lemma);

}  // namespace tidings::coding
