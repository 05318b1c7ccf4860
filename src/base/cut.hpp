// The beginning of a text, without cutting a character.
#pragma once

#include <cstddef>
#include <string_view>

namespace tidings::utf8 {

/// The longest beginning of `text` that has at most `bytes` bytes and ends between characters.
/// `text` is valid UTF-8.
[[nodiscard]] constexpr std::string_view cut(std::string_view text, std::size_t bytes) noexcept {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes);
}

}  // namespace tidings::utf8
