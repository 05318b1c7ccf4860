// Stretches of text between quotation marks.
#pragma once

#include <vector>

#include <tidings/report.hpp>

#include "language/subtree_ranges.hpp"

namespace tidings::mention {

/// What stands between two marks, without them.
struct MarkedSpan {
    TokenRange inside;
    TokenIndex open = 0;      ///< the opening mark
    std::uint32_t depth = 0;  ///< how many other marks are open around it
    bool closed = true;       ///< false where it ends with its paragraph for want of a mark
};

/// True for a token that is a quotation mark of any kind.
[[nodiscard]] bool is_quotation_mark(std::string_view word);

/// Pairs double marks (curly, straight, low, TeX), guillemets and single marks, in O(tokens). A
/// paragraph that begins with an opening mark while one is open goes on with the same quotation;
/// any other unclosed quotation ends with its section. Sorted by start.
[[nodiscard]] std::vector<MarkedSpan> find_quote_marks(const Report& report,
                                                       const SyntaxTree& tree);

}  // namespace tidings::mention
