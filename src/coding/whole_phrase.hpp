// The whole noun phrase of a mention: *dozens of students from the north*, not *students*.
#pragma once

#include <span>

#include <tidings/coding.hpp>

#include "language/syntax_tree.hpp"

namespace tidings::coding {

/// The mention with the words that say how many and which: a quantity before it (*hundreds of
/// workers*), and after a common noun the phrases of place and belonging (*workers at the port of
/// Beira*) and participles (*villagers living near the border*), as the extent of a mention is
/// defined in ACE's entity guidelines, but without relative clauses, appositions and whatever
/// follows a comma. Never takes in words of `anchors`, the words that tell the event (*two men shot
/// by police*), and no more than twenty words at either end. Byte offsets into the report's text.
[[nodiscard]] Span whole_phrase(const SyntaxTree& tree, const ActorMention& mention,
                                std::span<const EventMention> anchors);

}  // namespace tidings::coding
