// Tells what an input is by its first bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tidings::ingest {

enum class ContentKind : std::uint8_t {
    Empty,        ///< nothing but white space
    PlainText,    ///< also what is not known: the next stage refuses binary data
    Json,         ///< an object, or one a line
    Html,         ///< a page
    Gzip,         ///< to be unpacked and looked at again
    Unsupported,  ///< a known format that is not read
};

struct Sniffed {
    ContentKind kind = ContentKind::PlainText;
    std::string message;  ///< for Unsupported: what it is
    std::string hint;     ///< for Unsupported: what to do instead
};

/// How many first bytes sniff() needs.
inline constexpr std::size_t kSniffBytes = 4096;
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

[[nodiscard]] Sniffed sniff(std::string_view head);

}  // namespace tidings::ingest
