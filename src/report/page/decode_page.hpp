// A page's bytes to valid UTF-8: which encoding it is in, and the conversion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidings::report {

struct DecodedPage {
    std::string text;      ///< valid UTF-8 without NUL
    std::string encoding;  ///< the encoding's name, such as `UTF-8` or `WINDOWS-1252`
    /// Byte offsets into `text`, plus this, are offsets into the page's bytes; only if `exact`.
    std::uint32_t offset = 0;
    bool exact = false;  ///< false where bytes were converted or replaced
    std::vector<std::string> warnings;
};

/// Decodes a page. In this order: byte order mark; UTF-8 where the bytes cannot well be anything
/// else; `header_charset`, the charset of an HTTP header, empty if unknown; the page's own `<meta
/// charset>` or XML declaration; detection from the bytes. Labels are those of the WHATWG Encoding
/// Standard; others are ignored. What cannot be decoded becomes U+FFFD. Linear.
[[nodiscard]] DecodedPage decode_page(std::string bytes, std::string_view header_charset);

/// The encoding that a label names, as iconv calls it; empty if the label is not known.
[[nodiscard]] std::string_view encoding_for_label(std::string_view label);

/// The label that the first bytes of a page give in `<meta>` or an XML declaration; may be empty.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace tidings::report
