// Who wrote the report of a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/page/page_blocks.hpp"
#include "report/page/page_tables.hpp"
#include "report/page/page_tree.hpp"

namespace tidings::report {

/// What the page's fields say, as given.
struct AuthorSources {
    std::vector<std::string> linked;  ///< persons of JSON-LD
    std::vector<std::string> meta;    ///< of <meta> and microdata
    std::string_view publisher;
    std::size_t title_block = 0;
};

/// The persons whom the page names as its authors, from the first of these that names any: fields,
/// links to authors' pages, lines that are marked as bylines or stand beside the title and begin
/// with a word for it, what stands beside the date, and a line of the text that names its author.
/// A page that names nobody has the desk or account that its fields or bylines give.
[[nodiscard]] std::vector<std::string> read_authors(const PageTree& tree, const PageBlocks& blocks,
                                                    const PageTables& tables,
                                                    const AuthorSources& sources);

}  // namespace tidings::report
