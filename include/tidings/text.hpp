// Spans of UTF-8 text and the conversion between byte and code point offsets.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidings {

/// A half-open range of BYTE offsets into a report's UTF-8 text. Everything inside the library
/// counts bytes; code points appear only where records are written (see CodePointIndex).
struct Span {
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - start; }
    [[nodiscard]] constexpr bool empty() const noexcept { return end <= start; }
    [[nodiscard]] constexpr bool contains(Span other) const noexcept {
        return start <= other.start && other.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(Span other) const noexcept {
        return start < other.end && other.start < end;
    }
    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `span` in `text`; clamps to the text, never reads past it.
[[nodiscard]] std::string_view slice(std::string_view text, Span span) noexcept;

/// Maps byte offsets of one text to code point offsets in O(1) amortised: an index entry every
/// 64 bytes. Holds no view; the same text must be passed again.
class CodePointIndex {
  public:
    explicit CodePointIndex(std::string_view utf8);
    /// Code points before byte offset `byte` (clamped to the text).
    [[nodiscard]] std::uint32_t code_points(std::string_view utf8,
                                            std::uint32_t byte) const noexcept;
    [[nodiscard]] Span to_code_points(std::string_view utf8, Span bytes) const noexcept;

  private:
    std::vector<std::uint32_t> counts_;
};

namespace utf8 {

/// Code point at `pos` and its length in bytes (1..4). On malformed bytes: U+FFFD and length 1.
struct Decoded {
    char32_t code_point;
    std::uint32_t length;
};
[[nodiscard]] Decoded decode(std::string_view text, std::size_t pos) noexcept;
void append(std::string& out, char32_t code_point);
[[nodiscard]] bool is_valid(std::string_view text) noexcept;
/// Replaces each malformed byte with U+FFFD; `replaced` (may be null) counts them.
[[nodiscard]] std::string sanitize(std::string_view text, std::size_t* replaced = nullptr);
/// Simple (one code point to one) Unicode lower case, as Unicode 15's UnicodeData has it.
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::size_t count(std::string_view text) noexcept;
/// Lower case with diacritics and typographic quotes folded (é to e, ’ to '), for table look-ups.
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace utf8

[[nodiscard]] std::string_view trim(std::string_view text) noexcept;
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Lower-case hexadecimal SHA-256 of `bytes`.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to suggest.
[[nodiscard]] std::string nearest(std::string_view word,
                                  const std::vector<std::string>& candidates);

}  // namespace tidings
