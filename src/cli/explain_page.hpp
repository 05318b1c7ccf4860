// A coded report as a self-contained HTML page: the text with its spans marked beside the records,
// each with the rules that made it. One file, no script, no request to anywhere.
#pragma once

#include <string>

#include <tidings/pipeline.hpp>

namespace tidings::cli {

/// The opening of the page: head, styles, legend. Reports follow, then `explain_page_end`.
[[nodiscard]] std::string explain_page_begin();
/// One report: its text, its events (or the one whose id begins with `event`), what was rejected.
/// `number` tells reports apart on one page. Text of the report is escaped.
[[nodiscard]] std::string explain_page_report(const CodedReport& coded, const std::string& event,
                                              bool all_rejections, std::size_t number);
[[nodiscard]] std::string explain_page_end();

}  // namespace tidings::cli
