// Whether a word is one of a short list.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace tidings {

/// Linear in the list, which is a handful of words known when compiling; longer ones are classes in
/// `data/`.
template <std::size_t N>
[[nodiscard]] constexpr bool one_of(std::string_view word,
                                    const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace tidings
