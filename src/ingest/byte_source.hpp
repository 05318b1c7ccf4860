// Where bytes come from: a file descriptor, memory, or compressed data out of one of these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <tidings/error.hpp>

#include "ingest/decoder.hpp"

namespace tidings::ingest {

/// A stream of bytes that is read once, from front to end. Not thread-safe.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Fills at most `capacity` bytes; 0 only at the end of a part. After an error the part has
    /// ended.
    [[nodiscard]] virtual Result<std::size_t> read(char* out, std::size_t capacity) = 0;
    /// Begins the next part of a source that has several; false if this was the last one.
    [[nodiscard]] virtual bool next_part() { return false; }
    /// Bytes of the file before the part that is being read.
    [[nodiscard]] virtual std::uint64_t part_offset() const { return 0; }
};

/// Opens a file for reading; `-` is standard input. `name` stands for it in messages.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_source(const std::string& path,
                                                              const std::string& name);

/// Reads from a copy of `bytes`; at most `step` bytes a call, so that tests can cut anywhere.
[[nodiscard]] std::unique_ptr<ByteSource> memory_source(std::string_view bytes,
                                                        std::size_t step = SIZE_MAX);

/// Unpacks gzip or zstd. Each member (gzip) or frame (zstd) is a part; a damaged one is an error,
/// and next_part() goes on at the next. Fails for good on data that expands far more than text can.
[[nodiscard]] std::unique_ptr<ByteSource> unpacking_source(std::unique_ptr<ByteSource> packed,
                                                           Packing packing, std::string name);

}  // namespace tidings::ingest
