// How a page was read, as a page: for looking at mistakes.
#pragma once

#include <string>

#include <tidings/report.hpp>

namespace tidings::cli {

/// The beginning and the end of the view; it needs no other file and runs no script.
[[nodiscard]] std::string page_view_head();
[[nodiscard]] std::string page_view_foot();

/// One report: what was kept, roles in colour, beside all blocks of the page with what became of
/// each and why. All text is escaped.
[[nodiscard]] std::string page_view(const ReadPage& page);

}  // namespace tidings::cli
