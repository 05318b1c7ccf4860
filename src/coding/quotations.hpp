// Whose words a predicate stands in.
#pragma once

#include <tidings/mention.hpp>

#include "language/syntax_tree.hpp"

namespace tidings::coding {

/// The innermost quotation around `words` in which something is told as so, null if there is none.
/// Looks at a bounded number of quotations that begin before the words.
[[nodiscard]] const Quote* innermost_quote(const Mentions& mentions, Span words);

/// The head of the phrase that names the speaker of the innermost quotation around a token,
/// kNoToken if nobody is named or the speaker stands inside the quotation.
[[nodiscard]] TokenIndex speaker_of(const SyntaxTree& tree, const Mentions& mentions,
                                    TokenIndex token);

/// The verb of saying that introduces the innermost quotation around a token, kNoToken if there is
/// none.
[[nodiscard]] TokenIndex telling_verb(const SyntaxTree& tree, const Mentions& mentions,
                                      TokenIndex token);

}  // namespace tidings::coding
