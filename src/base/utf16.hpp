// UTF-16: telling it from other text, and its conversion to UTF-8 a piece at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tidings {

enum class ByteOrder : std::uint8_t { Little, Big };

/// How a text in UTF-16 begins.
struct Utf16Start {
    ByteOrder order = ByteOrder::Little;
    std::size_t mark = 0;  ///< bytes of its byte order mark; 0: there is none
    bool found = false;    ///< false: no UTF-16
};

/// Tells UTF-16 by its byte order mark, or without one by zero bytes: where most characters are
/// those of ASCII, every second byte is zero and hardly one of the others. Text of other scripts
/// without a mark is not recognised.
[[nodiscard]] Utf16Start find_utf_16(std::string_view head);

/// Converts; holds what is cut off between two pieces.
class Utf16Decoder {
  public:
    explicit Utf16Decoder(ByteOrder order) : order_(order) {}

    /// Appends the characters of the next bytes. What is no character becomes U+FFFD.
    void append(std::string_view bytes, std::string& out);
    /// At the end: what is left of a character that was cut off becomes U+FFFD.
    void finish(std::string& out);
    /// How many U+FFFD were put in place of something.
    [[nodiscard]] std::uint64_t replaced() const noexcept { return replaced_; }

  private:
    void append_unit(char32_t unit, std::string& out);
    void replace(std::string& out);

    ByteOrder order_;
    bool has_byte_ = false;
    unsigned char byte_ = 0;  // the first of a unit
    char32_t high_ = 0;       // the first unit of a pair
    std::uint64_t replaced_ = 0;
};

}  // namespace tidings
