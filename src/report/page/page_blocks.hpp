// The blocks of text of a page: paragraphs, headings, list items, captions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/text.hpp>

#include "report/page/page_tables.hpp"
#include "report/page/page_tree.hpp"

namespace tidings::report {

/// One block with what is known of it before it is judged.
struct PageBlock {
    Span text;                  ///< into PageBlocks::text
    Span source;                ///< bytes of the page
    NodeIndex node = 0;         ///< the element whose block it is
    NodeIndex inner = 0;        ///< the innermost element that holds all of it
    Tag tag = Tag::Other;       ///< heading, paragraph, list item, ... the nearest that says much
    Zone zone = Zone::None;     ///< of the outermost element that drops it; else of the nearest
    std::uint32_t letters = 0;  ///< characters
    std::uint32_t links = 0;    ///< characters inside links
    std::uint32_t words = 0;
    bool in_list = false;
    bool in_table = false;
    bool strong = false;  ///< all of it bold: a heading more often than not
    bool sentence_end = false;
};

struct PageBlocks {
    std::string text;  ///< of all blocks, white space collapsed
    std::vector<PageBlock> blocks;
    std::vector<Zone>
        zones;  ///< of each node of the tree, what the elements around it say included

    [[nodiscard]] std::string_view of(const PageBlock& block) const {
        return slice(text, block.text);
    }
};

/// How much of a page's prose lies where: the letters of its paragraphs, links apart.
[[nodiscard]] std::uint32_t prose(const PageBlock& block) noexcept;

/// The text of a page's body in blocks, in document order. Scripts, forms' controls and pictures
/// are left out. What class names, roles and attributes say of an element holds for the blocks in
/// it, unless most of the page's prose would be dropped by it.
[[nodiscard]] PageBlocks read_blocks(const PageTree& tree, const ZoneNames& names);

}  // namespace tidings::report
