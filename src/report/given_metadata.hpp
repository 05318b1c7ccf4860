// What was given with a report, outside its text: fields of JSON, columns, elements of a feed.
#pragma once

#include <string>

#include <tidings/report.hpp>

namespace tidings::report {

/// Takes title, authors, publisher, section and modification date over; what the document does not
/// give stays as it is.
void take_given(const Document& document, Report& report);

/// Takes over where the document came from and what was said while it was read.
void take_origin(const Document& document, Report& report);

/// A date given as a field of its own as ISO 8601; one that cannot be read is no reason to lose the
/// report, but a warning.
[[nodiscard]] std::string read_given_date(const std::string& given, Report& report);

}  // namespace tidings::report
