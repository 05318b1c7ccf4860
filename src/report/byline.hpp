// Who wrote a report, and when: the lines around its headline.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "report/cue_tables.hpp"
#include "report/cue_token.hpp"

namespace tidings::report {

struct Byline {
    std::vector<std::string> authors;
    std::string published;  ///< ISO 8601, empty if the line has none
    std::string modified;
};

/// `By Jane Doe, Some Press | January 17, 2020 | 5:10am EST`, `Published: 17 Jan 2020`, or a line
/// that is nothing but a date. `tokens` are the tokens of the block `span`.
[[nodiscard]] std::optional<Byline> read_byline(std::string_view text, Span span,
                                                std::span<const CueToken> tokens,
                                                const detail::ReportCueTables& cues);

/// A name without `By`: `Jane Doe in Nairobi`, `JANE DOE, Some Press`, `Some Press`. Only for lines
/// between headline and text: a name cannot be told from other capitalised words elsewhere.
/// `common` holds the folded words that the report's text writes in lower case; none of them is
/// part of a name.
[[nodiscard]] std::optional<Byline> read_bare_byline(std::string_view text, Span span,
                                                     std::span<const CueToken> tokens,
                                                     const detail::ReportCueTables& cues,
                                                     const std::unordered_set<std::string>& common);

}  // namespace tidings::report
