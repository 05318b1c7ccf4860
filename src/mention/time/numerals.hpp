// Numbers in words: *twenty-five*, *a hundred and sixteen*, *two dozen*, *twenty-first*.
#pragma once

#include <vector>

#include "mention/time/tokens.hpp"

namespace tidings::mention::time {

/// Joins the words of each number in `tokens` to one token. Linear.
void join_numerals(std::vector<TimeToken>& tokens, const Vocabulary& vocabulary);

}  // namespace tidings::mention::time
