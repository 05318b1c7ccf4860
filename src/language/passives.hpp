// Passives without *be*: of headlines, and behind verbs of having and seeing.
#pragma once

#include "language/syntax_tree.hpp"

namespace tidings {

/// *FDIC Accused Of Fraud*, *Two Wounded In Kabul*: a headline leaves out *be*.
[[nodiscard]] bool is_headline_passive(const SyntaxTree& tree, TokenIndex verb);

/// *Helicopter shot down in Mali*, *two officers shot dead*: with nothing that they shot, they
/// were.
[[nodiscard]] bool is_shot_down(const SyntaxTree& tree, TokenIndex verb);

/// *had two envoys expelled*, *wants the ban lifted*, *saw his car attacked*: done to the subject
/// of the participle; the tag may be a past tense's.
[[nodiscard]] bool is_caused_passive(const SyntaxTree& tree, TokenIndex verb);

/// *had two envoys expelled*, but *had his house raided*: whoever has something done to others.
[[nodiscard]] bool is_causer(const SyntaxTree& tree, TokenIndex verb);

}  // namespace tidings
