// What of a page its reading has no use for is left out before it is parsed: the parser takes
// longer than all other steps, and half of most pages is script, style and attributes of looks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/page/page_tree.hpp"

namespace tidings::report {

struct StrippedPage {
    std::string text;
    std::vector<Cut> cuts;  ///< ascending
};

/// True for an address that by its path is the page of one who writes: `/author/jane-doe`.
[[nodiscard]] bool leads_to_author(std::string_view href) noexcept;

/// Leaves out comments, the contents of scripts (structured data apart), styles and drawings,
/// attributes that the tree does not keep (see AttributeName), and white space beyond the first
/// around tags. A tag keeps at most kMostAttributes attributes. Linear.
[[nodiscard]] StrippedPage strip_page(std::string_view page);

}  // namespace tidings::report
