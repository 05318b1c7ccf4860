// A document's bytes to valid UTF-8 with `\n` line ends.
#pragma once

#include <string>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/ingest.hpp>

namespace tidings::report {

struct DecodedText {
    std::string text;
    std::vector<std::string> warnings;
};

/// Fails (ErrorKind::Input) on binary data. Bytes that are not UTF-8 are read as Windows-1252 where
/// nothing in the text speaks for UTF-8, else replaced by U+FFFD; both with a warning. Takes the
/// document's bytes away; its other fields stay.
[[nodiscard]] Result<DecodedText> decode_text(Document& document);

}  // namespace tidings::report
