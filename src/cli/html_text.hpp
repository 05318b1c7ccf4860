// Text inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace tidings::cli {

/// `&`, `<`, `>` and `"` as character references: safe between tags and in quoted attributes.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace tidings::cli
