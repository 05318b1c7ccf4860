// Names of inputs: what stands in messages, and the report's id where the input gives none.
#pragma once

#include <string>
#include <string_view>

namespace tidings::ingest {

/// The file's name less one compression suffix and then one format suffix: `x/a.b.html.gz` gives
/// `a.b`. Only known suffixes go: `notes.2020-01-17` stays. Standard input (`-`) gives `stdin`.
[[nodiscard]] std::string input_stem(std::string_view path);

/// True if the name, less a compression suffix, ends in a suffix of a table of many reports
/// (`.jsonl`, `.csv`, ...). Used only for inputs without content.
[[nodiscard]] bool names_a_table(std::string_view path);

}  // namespace tidings::ingest
