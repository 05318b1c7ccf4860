// Where bytes come from: a file descriptor, memory, or a gzip stream over one of these.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <tidings/error.hpp>

namespace tidings::ingest {

/// A stream of bytes that is read once, from front to end. Not thread-safe.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Fills at most `capacity` bytes; 0 only at the end. After an error the stream has ended.
    [[nodiscard]] virtual Result<std::size_t> read(char* out, std::size_t capacity) = 0;
};

/// Opens a file for reading; `-` is standard input. `name` stands for it in messages.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_source(const std::string& path,
                                                              const std::string& name);

/// Reads from a copy of `bytes`; at most `step` bytes a call, so that tests can cut anywhere.
[[nodiscard]] std::unique_ptr<ByteSource> memory_source(std::string_view bytes,
                                                        std::size_t step = SIZE_MAX);

/// Unpacks gzip, also of several members. Fails on damaged data and on data that expands far more
/// than text can.
[[nodiscard]] std::unique_ptr<ByteSource> gzip_source(std::unique_ptr<ByteSource> packed,
                                                      std::string name);

}  // namespace tidings::ingest
