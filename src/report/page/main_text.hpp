// Which blocks of a page are its report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tidings/report.hpp>

#include "report/page/page_blocks.hpp"

namespace tidings::report {

/// What the page's structured data says of its text.
struct TextHints {
    std::string title;  ///< empty if unknown
    std::vector<std::string> authors;
    std::string article_body;  ///< the text as JSON-LD has it, often cut or incomplete
};

/// What a block is and why.
struct BlockVerdict {
    bool kept = false;
    SectionRole role = SectionRole::Boilerplate;
    std::string_view reason;  ///< one or two words, static
};

/// A verdict a block. First the element is chosen whose blocks, taken together, look most like a
/// report; then each block in it, and what stands between it and the title, is judged by itself.
[[nodiscard]] std::vector<BlockVerdict> find_main_text(const PageTree& tree,
                                                       const PageBlocks& blocks,
                                                       const TextHints& hints,
                                                       const detail::ReportCueTables& cues);

}  // namespace tidings::report
