// Names of authors out of what pages put into their fields and bylines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/page/page_tables.hpp"

namespace tidings::report {

/// The persons that a field for authors names: `By Jane Doe and John Roe, Some Desk`. Without
/// duplicates; empty where it names desks, accounts or addresses only.
[[nodiscard]] std::vector<std::string> split_authors(std::string_view field,
                                                     const PagePhrases& phrases,
                                                     std::string_view publisher);

/// The one desk (`Newsroom`, `Wire Service Staff`) or account (`jdoe_77`) that a field names;
/// empty where it is the publisher, an address, a handle, or no name at all.
[[nodiscard]] std::string desk_or_account(std::string_view field, const PagePhrases& phrases,
                                          std::string_view publisher);

/// Byte offset behind the phrase (`By`, `Von:`) that opens a byline; 0 if none does.
[[nodiscard]] std::size_t skip_byline_phrase(std::string_view text, const PagePhrases& phrases);

}  // namespace tidings::report
