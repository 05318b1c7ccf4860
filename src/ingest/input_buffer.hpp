// A window over a byte source: look ahead, take lines, take the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

#include "ingest/byte_source.hpp"

namespace tidings::ingest {

/// Views returned are valid until the next call, and at least kPadding bytes behind their end may
/// be read (the JSON reader loads whole vectors). Holds at most what is asked for and one chunk.
class InputBuffer {
  public:
    static constexpr std::size_t kPadding = 64;

    explicit InputBuffer(std::unique_ptr<ByteSource> source);

    /// From now on the buffer ends where a part of the source ends, until next_part().
    void stop_at_parts(bool stop);
    /// Drops what is unread of this part and begins the next one; false if there is none. A failure
    /// of the last part is forgotten.
    [[nodiscard]] bool next_part();
    /// Bytes of the file before this part.
    [[nodiscard]] std::uint64_t part_offset() const { return source_->part_offset(); }
    /// Bytes consumed of this part, or of the whole if it is not stopped at parts.
    [[nodiscard]] std::uint64_t consumed() const noexcept { return consumed_; }

    /// At least `count` unread bytes, fewer only at the end of the input. Nothing is consumed.
    [[nodiscard]] std::string_view peek(std::size_t count);
    void consume(std::size_t count);
    /// Consumes `count` bytes without keeping them; fewer at the end. Returns how many.
    std::uint64_t skip(std::uint64_t count);

    struct Line {
        std::string_view text;  ///< without `\n`; the first bytes only of a line that is too long
        bool too_long = false;
    };
    /// Consumes and returns the next line, or nothing at the end. A line above `limit` bytes is
    /// consumed whole but not kept.
    [[nodiscard]] std::optional<Line> next_line(std::size_t limit);

    /// The failure that ended the input early, if one did.
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }

    /// Turns the unread rest into a source of its own (to unpack it). The buffer is empty then.
    [[nodiscard]] std::unique_ptr<ByteSource> into_source() &&;

  private:
    [[nodiscard]] std::string_view unread() const {
        return {bytes_.data() + begin_, end_ - begin_};
    }
    bool fill();

    std::unique_ptr<ByteSource> source_;
    std::vector<char> bytes_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t consumed_ = 0;
    bool stop_at_parts_ = false;
    bool ended_ = false;
    std::optional<Error> error_;
};

}  // namespace tidings::ingest
