// Where in the list of a parse's names a token stands.
#pragma once

#include <algorithm>
#include <span>

#include <tidings/language.hpp>

namespace tidings {

/// The names that end behind a token, in text order; the first may hold it. O(log names).
[[nodiscard]] inline std::span<const Name> names_from(const Parse& parse, TokenIndex token) {
    const auto first =
        std::upper_bound(parse.names.begin(), parse.names.end(), token,
                         [](TokenIndex wanted, const Name& name) { return wanted < name.last; });
    return {first, parse.names.end()};
}

}  // namespace tidings
