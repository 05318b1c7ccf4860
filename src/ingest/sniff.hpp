// Tells what an input is by its first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf16.hpp"
#include "ingest/field_map.hpp"

namespace tidings::ingest {

enum class ContentKind : std::uint8_t {
    Empty,        ///< nothing but white space
    PlainText,    ///< also what is not known: the next stage refuses binary data
    Json,         ///< an object, or one a line
    JsonArray,    ///< a list of objects
    JsonFeed,     ///< jsonfeed.org
    Html,         ///< a page
    Table,        ///< CSV or TSV whose header names the text
    Feed,         ///< RSS 0.9 to 2.0, Atom
    Petrarch,     ///< PETRARCH's XML
    Warc,         ///< a web archive
    Gzip,         ///< to be unpacked and looked at again
    Zstd,         ///< the same
    Unsupported,  ///< a known format that is not read
};

struct Sniffed {
    ContentKind kind = ContentKind::PlainText;
    std::string message;  ///< for Unsupported: what it is
    std::string hint;     ///< for Unsupported: what to do instead
    Utf16Start wide;      ///< how it begins, if it must be read as UTF-16
};

/// How many first bytes sniff() needs.
inline constexpr std::size_t kSniffBytes = 4096;
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// `fields` tells which column or key holds the text.
[[nodiscard]] Sniffed sniff(std::string_view head, const FieldMap& fields);

/// What parts the columns of a table whose header begins with `head`; nothing if it is no header
/// that names the text.
[[nodiscard]] std::optional<char> separator_of(std::string_view head, const FieldMap& fields);

}  // namespace tidings::ingest
