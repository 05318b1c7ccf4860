// The shipped words by which mistakes of the parser are known.
#pragma once

#include <stdexcept>

#include "language/mends/mend_words.hpp"

namespace tidings::test {

inline const MendWords& mend_words() {
    static const auto words = MendWords::load(TIDINGS_TEST_DATA);
    if (!words) throw std::runtime_error(words.error().to_string());
    return *words;
}

}  // namespace tidings::test
