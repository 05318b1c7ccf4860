#include "base/utf16.hpp"

#include <array>

#include <tidings/text.hpp>

namespace tidings {
namespace {

constexpr std::size_t kLookedAt = 512;  // bytes
constexpr std::size_t kFewest = 8;      // fewer tell nothing
constexpr std::size_t kRare = 20;       // one in so many characters may be U+0100, U+DE00, ...

constexpr bool is_high(char32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

constexpr bool is_low(char32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

Utf16Start find_utf_16(std::string_view head) {
    if (head.starts_with("\xFF\xFE")) return {ByteOrder::Little, 2, true};
    if (head.starts_with("\xFE\xFF")) return {ByteOrder::Big, 2, true};
    head = head.substr(0, kLookedAt);
    if (head.size() < kFewest) return {};
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
    const std::size_t most = head.size() / 4;
    if (zeros[1] > most && zeros[0] * kRare <= zeros[1]) return {ByteOrder::Little, 0, true};
    if (zeros[0] > most && zeros[1] * kRare <= zeros[0]) return {ByteOrder::Big, 0, true};
    return {};
}

void Utf16Decoder::append(std::string_view bytes, std::string& out) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (!has_byte_) {
            byte_ = byte;
            has_byte_ = true;
            continue;
        }
        has_byte_ = false;
        const bool little = order_ == ByteOrder::Little;
        append_unit(little ? char32_t{byte} << 8U | byte_ : char32_t{byte_} << 8U | byte, out);
    }
}

void Utf16Decoder::append_unit(char32_t unit, std::string& out) {
    if (high_ != 0) {
        const char32_t high = high_;
        high_ = 0;
        if (is_low(unit)) {
            return utf8::append(out, 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00));
        }
        replace(out);
    }
    if (is_high(unit)) {
        high_ = unit;
    } else if (is_low(unit)) {
        replace(out);
    } else {
        utf8::append(out, unit);
    }
}

void Utf16Decoder::finish(std::string& out) {
    if (high_ != 0 || has_byte_) replace(out);
    high_ = 0;
    has_byte_ = false;
}

void Utf16Decoder::replace(std::string& out) {
    ++replaced_;
    utf8::append(out, 0xFFFD);
}

}  // namespace tidings
