// Dates in the data that a page's scripts carry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidings::report {

/// The first date that stands behind one of `keys`, as in `"published_at": "2019-03-02T06:22:28Z"`
/// or `&quot;publishedDate&quot;:1551504148`; earlier keys go first. ISO 8601; empty if there is
/// none. Linear in the page for each key.
[[nodiscard]] std::string find_script_date(std::string_view page,
                                           const std::vector<std::string>& keys);

}  // namespace tidings::report
