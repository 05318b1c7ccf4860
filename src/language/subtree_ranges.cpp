#include "language/subtree_ranges.hpp"

#include <algorithm>

namespace tidings {

SubtreeRanges::SubtreeRanges(const SyntaxTree& tree) : ranges_(tree.size()) {
    std::vector<TokenIndex> downwards;
    downwards.reserve(tree.size());
    for (TokenIndex i = 0; i < tree.size(); ++i) {
        ranges_[i] = {i, i + 1};
        if (tree.is_root(i)) downwards.push_back(i);
    }
    for (std::size_t at = 0; at < downwards.size(); ++at) {
        const auto below = tree.children(downwards[at]);
        downwards.insert(downwards.end(), below.begin(), below.end());
    }
    for (std::size_t at = downwards.size(); at-- > 0;) {
        const TokenIndex i = downwards[at];
        TokenRange& above = ranges_[tree.head(i)];
        above.first = std::min(above.first, ranges_[i].first);
        above.last = std::max(above.last, ranges_[i].last);
    }
}

}  // namespace tidings
