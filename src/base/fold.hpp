// Folding into a buffer that is there already; see utf8::fold.
#pragma once

#include <string>
#include <string_view>

namespace tidings::utf8 {

/// Appends the folded form of `text` (utf8::fold).
void append_fold(std::string& out, std::string_view text);

}  // namespace tidings::utf8
