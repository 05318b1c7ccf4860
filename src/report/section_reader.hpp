// The parts of a report: which block is what.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tidings/report.hpp>

namespace tidings::report {

/// What the text itself says, beside its sections.
struct ReadSections {
    std::vector<Section> sections;
    std::string title;
    std::vector<std::string> authors;
    std::string published;  ///< from a byline, a dateline or a note on publication
    std::string modified;
    std::string uri;  ///< where the text begins with an address
};

/// Tells the parts of `text` apart. `given_title` is the title known from outside the text; the
/// text's first block then counts as one only if it says the same. Linear in the text.
[[nodiscard]] ReadSections read_sections(std::string_view text, std::string_view given_title,
                                         const detail::ReportCueTables& cues);

}  // namespace tidings::report
