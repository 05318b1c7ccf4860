// Suggestions for mistyped names in lexicon files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tidings/text.hpp>

namespace tidings::coding {

/// `did you mean NAME?`, or empty where no candidate is near; `sign` stands before the name.
[[nodiscard]] inline std::string did_you_mean(std::string_view word,
                                              const std::vector<std::string>& candidates,
                                              std::string_view sign = {}) {
    const std::string near = nearest(word, candidates);
    return near.empty() ? near : "did you mean " + std::string(sign) + near + "?";
}

}  // namespace tidings::coding
