// One-to-one matching, best first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace tidings::evaluation {

/// A pair that may match: the smaller `cost`, the better; then the earlier gold, the earlier coded.
using Candidate = std::tuple<double, std::size_t, std::size_t>;

/// Takes candidates in their order unless one of the two is taken already.
[[nodiscard]] inline std::vector<std::pair<std::size_t, std::size_t>> match_one_to_one(
    std::vector<Candidate> candidates, std::size_t gold, std::size_t coded) {
    std::sort(candidates.begin(), candidates.end());
    std::vector<bool> gold_taken(gold);
    std::vector<bool> coded_taken(coded);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [cost, g, c] : candidates) {
        if (gold_taken[g] || coded_taken[c]) continue;
        gold_taken[g] = true;
        coded_taken[c] = true;
        pairs.emplace_back(g, c);
    }
    return pairs;
}

}  // namespace tidings::evaluation
