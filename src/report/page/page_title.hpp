// The title of a page's report, without the site's name.
#pragma once

#include <string>
#include <string_view>

#include "report/page/page_blocks.hpp"

namespace tidings::report {

struct TitleSources {
    std::string headline;  ///< of JSON-LD
    std::string meta;      ///< Open Graph and the like
    std::string document;  ///< <title>
    std::string site;      ///< the site's name
};

/// Chooses among the sources and the page's headings. Empty if there is none.
[[nodiscard]] std::string choose_title(const TitleSources& sources, const PageBlocks& blocks);

/// Takes the site's name off: `Talks resume | Some Paper`, `Some Paper: Talks resume`.
[[nodiscard]] std::string strip_site(std::string_view title, std::string_view site);

/// The block that says the title, or the number of blocks: the main heading, else another one, else
/// a block; for want of these a main heading in what is no part of the report.
[[nodiscard]] std::size_t find_title_block(std::string_view title, const PageBlocks& blocks);

/// Letters and digits in lower case, for comparing texts that were written differently.
[[nodiscard]] std::string bare(std::string_view text);

}  // namespace tidings::report
