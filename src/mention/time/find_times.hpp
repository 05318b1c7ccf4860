// Times of one report.
#pragma once

#include <vector>

#include <tidings/mention.hpp>

namespace tidings::mention {

/// The times of all sections but boilerplate, in text order, none overlapping another. Without
/// rules none. Linear in the text.
[[nodiscard]] std::vector<TimeMention> find_times(const Report& report, const Parse& parse,
                                                  const TimeRules& rules);

}  // namespace tidings::mention
