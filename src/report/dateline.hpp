// The place, day and agency that open a paragraph: `NAIROBI, Kenya (Some Agency) - `.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "report/cue_tables.hpp"

namespace tidings::report {

/// Byte offset behind the dash of the dateline that opens the paragraph `span`. Also finds what is
/// left where an agency's name was taken out (`( – `) and a dateline on a line of its own.
[[nodiscard]] std::optional<std::uint32_t> find_dateline(std::string_view text, Span span,
                                                         std::span<const CueToken> tokens,
                                                         const detail::ReportCueTables& cues);

}  // namespace tidings::report
