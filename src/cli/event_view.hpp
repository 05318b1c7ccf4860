// Coded reports for people: a table of events, and the explanation of each.
#pragma once

#include <string>

#include <tidings/pipeline.hpp>

namespace tidings::cli {

struct ViewStyle {
    unsigned width = 100;
    bool colour = false;
};

/// A heading with the report's id, date and title, then a line an event.
[[nodiscard]] std::string events_table(const CodedReport& coded, const ViewStyle& style);

/// For every event (or the one whose id begins with `event`): its sentence with the spans marked,
/// the actors and how they were read, the rules with file and line; then the predicates that were
/// rejected and why.
[[nodiscard]] std::string explanation(const CodedReport& coded, const std::string& event,
                                      bool all_rejections, const ViewStyle& style);

}  // namespace tidings::cli
