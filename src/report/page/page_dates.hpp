// When the report of a page was published, and when it was changed.
#pragma once

#include <string>
#include <string_view>

#include "report/page/page_blocks.hpp"
#include "report/page/page_tables.hpp"
#include "report/page/page_tree.hpp"

namespace tidings::report {

/// What the page's fields say, as given; empty where they say nothing.
struct DateSources {
    std::string linked_published;  ///< of JSON-LD
    std::string linked_modified;
    std::string meta_published;
    bool meta_certain = false;  ///< from a key that is made for the date of publication
    std::string meta_modified;
    std::string uri;
    std::string description;     ///< of <meta>: what search engines show
    std::string document_title;  ///< of <title>
    std::string locale;  ///< of the page: `de`, `en-GB`; in which order days and months stand
    std::size_t title_block = 0;
};

/// ISO 8601, as parse_publication_date gives it; empty if unknown.
struct PageDates {
    std::string published;
    std::string modified;
};

/// Structured data is believed before what the page shows, unless the other sources agree against
/// it: JSON-LD is often of the day on which a page was built. A page that tells only when it was
/// changed was published no later.
[[nodiscard]] PageDates read_dates(const PageTree& tree, const PageBlocks& blocks,
                                   const PagePhrases& phrases, const DateSources& sources);

}  // namespace tidings::report
