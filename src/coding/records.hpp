// From readings to records: pairs of sides, who says so, and one record an event.
#pragma once

#include <vector>

#include "coding/predicates.hpp"
#include "coding/scene.hpp"

namespace tidings::coding {

/// Writes the events of one report in the order of their first mention. Mentions of the same type
/// by compatible sides become one record; the most particular code and sides win (contract, "One
/// event").
[[nodiscard]] std::vector<Event> make_records(const Report& report, const Arguments& arguments,
                                              const Mentions& mentions,
                                              const EventLexiconData& lexicon,
                                              const SceneReader& scenes,
                                              const std::vector<Reading>& readings);

}  // namespace tidings::coding
