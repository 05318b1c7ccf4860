// The compression formats, each a piece at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tidings::ingest {

/// Unpacks one compressed stream. Not thread-safe.
class Decoder {
  public:
    enum class Step : std::uint8_t {
        More,     ///< wants more input or more room
        End,      ///< the end of a member (gzip) or frame (zstd): reset() before the next one
        Damaged,  ///< this is no such data
    };
    virtual ~Decoder() = default;
    /// Takes from the front of `in` and writes to `out`; both shrink by what was used.
    virtual Step run(std::string_view& in, char*& out, std::size_t& room) = 0;
    /// Ready for another member.
    virtual void reset() = 0;
};

enum class Packing : std::uint8_t { Gzip, Deflate, Zstd, Brotli };

/// The format's name, for messages.
[[nodiscard]] std::string_view to_string(Packing packing) noexcept;

/// `Deflate` takes zlib streams and raw ones, as HTTP servers send both. Memory is bounded by the
/// formats' windows: 32 KiB, zstd 128 MiB, brotli 16 MiB.
[[nodiscard]] std::unique_ptr<Decoder> make_decoder(Packing packing);

struct Unpacked {
    std::string bytes;
    bool whole = false;     ///< the end of the data was reached
    bool too_long = false;  ///< there was more than the limit
};

/// Unpacks what is in memory, at most `limit` bytes of it. Of data that is cut off or damaged it
/// gives what came before.
[[nodiscard]] Unpacked unpack(Packing packing, std::string_view packed, std::size_t limit);

}  // namespace tidings::ingest
