// Export: coded reports to the formats that people and programs read.
#pragma once

#include <string>

#include <tidings/coding.hpp>

namespace tidings {

struct CoderInfo {
    std::string version, schema, lexicon, model;
};

/// One JSON line (without the line end), as the contract's "A coded report" says; `schema/` lists
/// every field. Offsets are converted to code points here.
[[nodiscard]] std::string to_jsonl(const CodedReport& coded, const CoderInfo& coder,
                                   bool with_text);

/// `{"report": {…}}` alone, with text and body, as `tidings read` prints it.
[[nodiscard]] std::string report_to_jsonl(const Report& report);

/// A parse as one JSON line: sentences with tokens (heads count from the sentence's first token)
/// and names; offsets are code points.
[[nodiscard]] std::string parse_to_jsonl(const Parse& parse, const Report& report);

/// The header and the rows (one an event, each ending in a line feed) of the flat tables; the
/// separator is ',' (RFC 4180) or tab (tabs and line ends in fields become spaces).
[[nodiscard]] std::string table_header(char separator);
[[nodiscard]] std::string table_rows(const CodedReport& coded, char separator);

}  // namespace tidings
