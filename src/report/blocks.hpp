// Paragraphs of a text: where blank lines stand, and where lines only wrap.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <tidings/text.hpp>

namespace tidings::report {

/// One paragraph, heading or other unit of lines. The span has no white space at its ends.
struct Block {
    Span span;
    std::uint32_t group = 0;  ///< blocks of one group have no blank line between them
};

/// Splits at blank lines; inside a group of lines each line is a block of its own unless the text
/// is hard-wrapped, that is unless its lines break in the middle of sentences. A text with more
/// than kMaxBlocks blocks ends in one block that holds the rest.
[[nodiscard]] std::vector<Block> split_blocks(std::string_view text);

inline constexpr std::size_t kMaxBlocks = 50'000;

/// Without white space at its ends, also Unicode's (no-break space, byte order mark, ...).
[[nodiscard]] Span trim_span(std::string_view text, Span span);

/// True if the text ends in `.`, `!`, `?` or `…`, closing quotes and brackets aside.
[[nodiscard]] bool ends_sentence(std::string_view text);

}  // namespace tidings::report
