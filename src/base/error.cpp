#include <algorithm>

#include <fmt/format.h>
#include <utf8proc.h>

#include <tidings/error.hpp>
#include <tidings/text.hpp>

namespace tidings {
namespace {

constexpr std::uint32_t kExcerptWidth = 100;  // code points shown of a long line
constexpr std::uint32_t kExcerptLead = 60;    // of which stand before the caret
constexpr std::string_view kIndent = "    ";

// A control character printed to a terminal could move the cursor or set colours.
char32_t printable(char32_t code_point) {
    if (code_point == U'\t') return U' ';
    const bool control = code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0);
    return control ? char32_t{0xFFFD} : code_point;
}

std::string printable_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t pos = 0; pos < text.size();) {
        const utf8::Decoded decoded = utf8::decode(text, pos);
        utf8::append(out, printable(decoded.code_point));
        pos += decoded.length;
    }
    return out;
}

// Appends the part of the excerpt around the caret, and the caret under its column. A caret one
// behind the last character is drawn too: that is where something is missing.
void append_excerpt(std::string& out, std::string_view excerpt, std::uint32_t column) {
    const std::uint32_t target = column == 0 ? 0 : column - 1;
    const std::uint32_t first = target > kExcerptLead ? target - kExcerptLead : 0;
    std::string line;
    std::string padding;
    std::uint32_t index = 0;
    std::size_t pos = 0;
    for (; pos < excerpt.size() && index < first + kExcerptWidth; ++index) {
        const utf8::Decoded decoded = utf8::decode(excerpt, pos);
        pos += decoded.length;
        if (index < first) continue;
        const char32_t shown = printable(decoded.code_point);
        utf8::append(line, shown);
        if (index < target) {
            const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(shown));
            padding.append(static_cast<std::size_t>(std::max(width, 0)), ' ');
        }
    }
    out.append("\n").append(kIndent).append(first > 0 ? "…" : "").append(line);
    if (pos < excerpt.size()) out.append("…");
    if (column > 0 && target <= index) {
        out.append("\n").append(kIndent).append(first > 0 ? " " : "").append(padding).append("^");
    }
}

}  // namespace

std::string Error::to_string() const {
    std::string place = printable_line(file);
    if (line > 0) {
        place += fmt::format("{}{}", place.empty() ? "line " : ":", line);
        if (column > 0) place += fmt::format(":{}", column);
    }
    std::string out = place.empty() ? std::string{} : place + ": ";
    out += printable_line(message);
    if (!excerpt.empty()) append_excerpt(out, excerpt, column);
    if (!hint.empty()) out.append("\n").append(kIndent).append("hint: ").append(hint);
    return out;
}

}  // namespace tidings
