#include "report/decode_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include <tidings/text.hpp>

namespace tidings::report {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Windows-1252, 0x80 to 0x9F; 0 where nothing is assigned.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_windows_1252(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : char32_t{byte};
}

bool is_binary(std::string_view bytes) {
    std::size_t control = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) return true;
        const bool space = byte >= '\t' && byte <= '\r';
        if ((byte < 0x20 && !space) || byte == 0x7F) ++control;
    }
    return control > 8 && control > bytes.size() / 10;
}

// True where every byte above ASCII is a Windows-1252 character and no two of them make up a
// UTF-8 sequence: text in UTF-8 with a few damaged bytes must not be taken for it.
bool is_windows_1252(std::string_view bytes) {
    for (std::size_t pos = 0; pos < bytes.size(); ++pos) {
        const auto byte = static_cast<unsigned char>(bytes[pos]);
        if (byte < 0x80) continue;
        if (from_windows_1252(byte) == 0 || utf8::decode(bytes, pos).length > 1) return false;
    }
    return true;
}

std::string convert_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) utf8::append(text, from_windows_1252(static_cast<unsigned char>(c)));
    return text;
}

// `\r\n` and a lone `\r` become `\n`.
void normalise_line_ends(std::string& text) {
    if (text.find('\r') == std::string::npos) return;
    std::size_t out = 0;
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        if (text[pos] == '\r') {
            if (pos + 1 < text.size() && text[pos + 1] == '\n') continue;
            text[out++] = '\n';
        } else {
            text[out++] = text[pos];
        }
    }
    text.resize(out);
}

}  // namespace

Result<DecodedText> decode_text(Document& document) {
    DecodedText result;
    std::string& bytes = result.text;
    bytes = std::move(document.bytes);
    if (document.media_type == MediaType::PlainText && bytes.starts_with(kByteOrderMark)) {
        bytes.erase(0, kByteOrderMark.size());
    }
    if (is_binary(bytes)) {
        Error error{ErrorKind::Input,
                    "the input is binary data, not text",
                    document.source_name,
                    document.source_line,
                    0,
                    "",
                    "give the report as plain text in UTF-8"};
        return tl::unexpected<Error>(std::move(error));
    }
    if (!utf8::is_valid(bytes)) {
        if (is_windows_1252(bytes)) {
            bytes = convert_windows_1252(bytes);
            result.warnings.emplace_back("the text is not UTF-8; it was read as Windows-1252");
        } else {
            std::size_t replaced = 0;
            bytes = utf8::sanitize(bytes, &replaced);
            result.warnings.push_back(
                fmt::format("{} bytes that are not UTF-8 were replaced by U+FFFD", replaced));
        }
    }
    normalise_line_ends(bytes);
    return result;
}

}  // namespace tidings::report
