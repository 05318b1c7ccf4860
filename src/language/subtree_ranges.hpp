// Which stretch of the text a token's subtree covers.
#pragma once

#include <vector>

#include "language/syntax_tree.hpp"

namespace tidings {

/// Tokens [first, last).
struct TokenRange {
    TokenIndex first = 0;
    TokenIndex last = 0;
    [[nodiscard]] bool empty() const noexcept { return first >= last; }
    [[nodiscard]] std::size_t size() const noexcept { return empty() ? 0 : last - first; }
    [[nodiscard]] bool contains(TokenIndex i) const noexcept { return first <= i && i < last; }
    [[nodiscard]] bool contains(TokenRange other) const noexcept {
        return first <= other.first && other.last <= last;
    }
    bool operator==(const TokenRange&) const = default;
};

/// From the first to the last token of every token's subtree, computed once in O(tokens). Where
/// the tree is not projective a range holds words of others too.
class SubtreeRanges {
  public:
    explicit SubtreeRanges(const SyntaxTree& tree);
    [[nodiscard]] TokenRange operator[](TokenIndex i) const { return ranges_[i]; }

  private:
    std::vector<TokenRange> ranges_;
};

}  // namespace tidings
