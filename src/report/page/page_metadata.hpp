// Title, authors, dates and the like of a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/page/page_blocks.hpp"
#include "report/page/page_tables.hpp"
#include "report/page/page_tree.hpp"

namespace tidings::report {

/// What a page says of its report: structured data first, then the page's own words.
struct PageMetadata {
    std::string title;  ///< without the site's name
    std::vector<std::string> authors;
    std::string publisher;
    std::string published;  ///< ISO 8601, as parse_publication_date gives it
    std::string modified;
    std::string uri;  ///< canonical
    std::string section;
    std::string language;      ///< ISO 639-1, as the page declares it
    std::string article_body;  ///< of JSON-LD
};

/// `uri` is where the page was fetched, empty if unknown.
[[nodiscard]] PageMetadata read_metadata(const PageTree& tree, const PageBlocks& blocks,
                                         const PageTables& tables, std::string_view uri);

}  // namespace tidings::report
