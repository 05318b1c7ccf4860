#include <cstring>

#include <utf8proc.h>

#include <tidings/text.hpp>

#include "base/fold.hpp"

namespace tidings::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

constexpr bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool all_ascii(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

// Letters with a stroke or without a dot have no decomposition in Unicode, but readers who leave
// out diacritics write them as the plain letter too.
char32_t fold_special(char32_t code_point) {
    switch (code_point) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032:
        case 0x02BC:
        case 0x02BB:
        case 0x02BF:
        case 0x00B4:
            return U'\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x00AB:
        case 0x00BB:
            return U'"';
        case 0x2010:
        case 0x2011:
            return U'-';
        case 0x00A0:
        case 0x202F:
            return U' ';
        case 0x00F8:
            return U'o';
        case 0x0111:
            return U'd';
        case 0x0127:
            return U'h';
        case 0x0131:
            return U'i';
        case 0x0142:
            return U'l';
        case 0x0167:
            return U't';
        default:
            return code_point;
    }
}

// Only alphabets whose marks are diacritics: in Indic or Arabic script a mark is a vowel, and
// Hangul would fall apart into letters.
constexpr bool has_diacritics(char32_t code_point) {
    return (code_point >= 0x00C0 && code_point < 0x0530) ||
           (code_point >= 0x1E00 && code_point < 0x2000);
}

void append_folded(std::string& out, char32_t code_point) {
    if (code_point >= 0x0300 && code_point < 0x0370) return;  // a combining mark of its own
    const char32_t special = fold_special(code_point);
    if (special != code_point || !has_diacritics(code_point)) {
        append(out, special);
        return;
    }
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(code_point), parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    if (count <= 0 || count > 8) {
        append(out, code_point);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        const auto part = static_cast<char32_t>(parts[i]);
        if (part < 0x0300 || part >= 0x0370) append(out, part);
    }
}

}  // namespace

Decoded decode(std::string_view text, std::size_t pos) noexcept {
    constexpr Decoded kMalformed{kReplacement, 1};
    if (pos >= text.size()) return kMalformed;
    const auto byte = [&](std::size_t offset) {
        return static_cast<unsigned char>(text[pos + offset]);
    };
    const std::size_t left = text.size() - pos;
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xC2 || lead > 0xF4) return kMalformed;
    const std::uint32_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (left < length) return kMalformed;
    char32_t code_point = lead & (0x7FU >> length);
    for (std::uint32_t i = 1; i < length; ++i) {
        if (!is_continuation(text[pos + i])) return kMalformed;
        code_point = (code_point << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong =
        (length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000);
    const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
    if (overlong || surrogate || code_point > 0x10FFFF) return kMalformed;
    return {code_point, length};
}

void append(std::string& out, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
        code_point = kReplacement;
    }
    const auto put = [&](char32_t bits) { out += static_cast<char>(bits); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | (code_point >> 6U));
        put(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        put(0xE0U | (code_point >> 12U));
        put(0x80U | ((code_point >> 6U) & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    } else {
        put(0xF0U | (code_point >> 18U));
        put(0x80U | ((code_point >> 12U) & 0x3FU));
        put(0x80U | ((code_point >> 6U) & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    }
}

bool is_valid(std::string_view text) noexcept {
    for (std::size_t pos = 0; pos < text.size();) {
        if (text.size() - pos >= 8 && all_ascii(text.data() + pos)) {
            pos += 8;
            continue;
        }
        const Decoded decoded = decode(text, pos);
        // A real U+FFFD takes three bytes; length 1 marks a malformed byte.
        if (decoded.code_point == kReplacement && decoded.length == 1) return false;
        pos += decoded.length;
    }
    return true;
}

std::string sanitize(std::string_view text, std::size_t* replaced) {
    std::string out;
    out.reserve(text.size());
    std::size_t count = 0;
    for (std::size_t pos = 0; pos < text.size();) {
        const Decoded decoded = decode(text, pos);
        if (decoded.code_point == kReplacement && decoded.length == 1) {
            append(out, kReplacement);
            ++count;
        } else {
            out.append(text, pos, decoded.length);
        }
        pos += decoded.length;
    }
    if (replaced != nullptr) *replaced = count;
    return out;
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t pos = 0; pos < text.size();) {
        const char first = text[pos];
        if (static_cast<unsigned char>(first) < 0x80) {
            out += (first >= 'A' && first <= 'Z') ? static_cast<char>(first + ('a' - 'A')) : first;
            ++pos;
            continue;
        }
        const Decoded decoded = decode(text, pos);
        if (decoded.code_point == kReplacement) {
            out.append(text, pos, decoded.length);
        } else {
            append(out, static_cast<char32_t>(
                            utf8proc_tolower(static_cast<utf8proc_int32_t>(decoded.code_point))));
        }
        pos += decoded.length;
    }
    return out;
}

std::size_t count(std::string_view text) noexcept {
    std::size_t continuation = 0;
    for (const char byte : text) continuation += is_continuation(byte) ? 1U : 0U;
    return text.size() - continuation;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_fold(out, text);
    return out;
}

void append_fold(std::string& out, std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();) {
        const char first = text[pos];
        if (static_cast<unsigned char>(first) < 0x80) {
            out += (first >= 'A' && first <= 'Z') ? static_cast<char>(first + ('a' - 'A')) : first;
            ++pos;
            continue;
        }
        const Decoded decoded = decode(text, pos);
        append_folded(out, static_cast<char32_t>(utf8proc_tolower(
                               static_cast<utf8proc_int32_t>(decoded.code_point))));
        pos += decoded.length;
    }
}

}  // namespace tidings::utf8
