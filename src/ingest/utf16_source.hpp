// A source of UTF-16 as a source of UTF-8.
#pragma once

#include <cstdint>
#include <memory>

#include "base/utf16.hpp"
#include "ingest/byte_source.hpp"

namespace tidings::ingest {

/// Reads all parts of `wide` as one text, from behind its byte order mark, which must have been
/// taken. What is no character becomes U+FFFD and is counted in `replaced`, which must outlive the
/// source. Memory is bounded by one chunk.
[[nodiscard]] std::unique_ptr<ByteSource> utf16_source(std::unique_ptr<ByteSource> wide,
                                                       ByteOrder order, std::uint64_t& replaced);

}  // namespace tidings::ingest
