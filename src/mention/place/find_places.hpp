// The places of a report: found, their use read, resolved.
#pragma once

#include <vector>

#include <tidings/mention.hpp>

#include "language/syntax_tree.hpp"

namespace tidings::mention {

/// Places in text order, not overlapping. Empty without a gazetteer.
[[nodiscard]] std::vector<PlaceMention> find_places(const Report& report, const SyntaxTree& tree,
                                                    const MentionLexica& lexica);

}  // namespace tidings::mention
