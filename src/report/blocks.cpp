#include "report/blocks.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <utf8proc.h>

namespace tidings::report {
namespace {

constexpr std::uint32_t kLongestWrappedLine = 200;  // code points; longer lines are paragraphs
constexpr std::size_t kLengthClasses = kLongestWrappedLine + 1;
constexpr double kMidSentenceShare = 0.35;  // of the line breaks in a hard-wrapped text
constexpr std::uint32_t kFullLine = 40;     // code points; a shorter line breaks on purpose

bool is_space(char32_t code_point) {
    if (code_point <= 0x20 || code_point == 0xA0 || code_point == 0xFEFF || code_point == 0x200B) {
        return true;
    }
    if (code_point < 0x1680) return false;
    const utf8proc_category_t category =
        utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

// Start of the character that ends before `end`; the text is valid UTF-8.
std::uint32_t previous(std::string_view text, std::uint32_t end) {
    do {
        --end;
    } while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
    return end;
}

struct Line {
    Span span;                     // trimmed
    std::uint32_t length = 0;      // code points
    std::uint32_t indent = 0;      // bytes of white space before it
    std::uint32_t first_word = 0;  // code points of its first word
    bool starts_lower = false;
    bool ends_sentence = false;

    [[nodiscard]] bool blank() const { return span.empty(); }
};

Line measure(std::string_view text, Span raw) {
    Line line;
    line.span = trim_span(text, raw);
    if (line.blank()) return line;
    line.indent = line.span.start - raw.start;
    const std::string_view content = slice(text, line.span);
    line.length = static_cast<std::uint32_t>(utf8::count(content));
    line.first_word = static_cast<std::uint32_t>(utf8::count(content.substr(0, content.find(' '))));
    const char32_t first = utf8::decode(content, 0).code_point;
    line.starts_lower =
        utf8proc_category(static_cast<utf8proc_int32_t>(first)) == UTF8PROC_CATEGORY_LL;
    line.ends_sentence = ends_sentence(content);
    return line;
}

// Gives the lines of a text one after the other.
class LineReader {
  public:
    explicit LineReader(std::string_view text) : text_(text) {}

    std::optional<Line> next() {
        if (pos_ >= text_.size()) return std::nullopt;
        const std::size_t end = std::min(text_.find('\n', pos_), text_.size());
        const Span raw{static_cast<std::uint32_t>(pos_), static_cast<std::uint32_t>(end)};
        pos_ = end + 1;
        return measure(text_, raw);
    }

  private:
    std::string_view text_;
    std::size_t pos_ = 0;
};

// How the lines of the whole text break.
struct Wrapping {
    bool hard = false;
    std::uint32_t width = 0;  // length of nearly full lines
};

Wrapping measure_wrapping(std::string_view text) {
    std::array<std::uint32_t, kLengthClasses> lengths{};
    std::uint32_t breaks = 0;
    std::uint32_t inside_sentence = 0;
    std::uint32_t long_lines = 0;
    std::uint32_t lines = 0;
    Line last;
    LineReader reader(text);
    while (const std::optional<Line> line = reader.next()) {
        if (!line->blank()) {
            ++lines;
            if (line->length > kLongestWrappedLine) ++long_lines;
            ++lengths[std::min(line->length, kLongestWrappedLine)];
            if (!last.blank()) {
                ++breaks;
                if (!last.ends_sentence && line->starts_lower) ++inside_sentence;
            }
        }
        last = *line;
    }
    Wrapping wrapping;
    wrapping.hard =
        breaks >= 2 && long_lines <= lines / 10 && inside_sentence >= kMidSentenceShare * breaks;
    // The width that nine of ten lines keep within: a few lines may stick out.
    std::uint32_t seen = 0;
    while (wrapping.width < kLongestWrappedLine &&
           seen + lengths[wrapping.width] <= lines * 9 / 10) {
        seen += lengths[wrapping.width++];
    }
    return wrapping;
}

bool continues(const Line& last, const Line& line, const Wrapping& wrapping) {
    if (line.starts_lower && !last.ends_sentence && last.length >= kFullLine) return true;
    if (!wrapping.hard || line.indent > last.indent + 1) return false;
    if (line.starts_lower && !last.ends_sentence) return true;
    // The next word would not have fitted, so the line may have wrapped there.
    return last.length >= kFullLine && last.length + 1 + line.first_word > wrapping.width;
}

}  // namespace

Span trim_span(std::string_view text, Span span) {
    while (!span.empty()) {
        const utf8::Decoded first = utf8::decode(text, span.start);
        if (!is_space(first.code_point)) break;
        span.start += first.length;
    }
    while (!span.empty()) {
        const std::uint32_t start = previous(text, span.end);
        if (!is_space(utf8::decode(text, start).code_point)) break;
        span.end = start;
    }
    if (span.end < span.start) span.end = span.start;
    return span;
}

bool ends_sentence(std::string_view text) {
    auto end = static_cast<std::uint32_t>(text.size());
    while (end > 0) {
        const std::uint32_t start = previous(text, end);
        switch (utf8::decode(text, start).code_point) {
            case U'.':
            case U'!':
            case U'?':
            case 0x2026:  // …
            case 0x3002:  // 。
            case 0x061F:  // ؟
            case 0x0964:  // ।
                return true;
            case U'"':
            case U'\'':
            case U')':
            case U']':
            case 0x201D:  // ”
            case 0x2019:  // ’
            case 0x00BB:  // »
            case U' ':
                end = start;
                break;
            default:
                return false;
        }
    }
    return false;
}

std::vector<Block> split_blocks(std::string_view text) {
    const Wrapping wrapping = measure_wrapping(text);
    std::vector<Block> blocks;
    std::uint32_t group = 0;
    Line last;
    LineReader reader(text);
    while (const std::optional<Line> line = reader.next()) {
        if (line->blank()) {
            last = *line;
            continue;
        }
        if (last.blank()) ++group;
        const bool full = blocks.size() >= kMaxBlocks;
        if (full || (!last.blank() && continues(last, *line, wrapping))) {
            blocks.back().span.end = line->span.end;
        } else {
            blocks.push_back({line->span, group});
        }
        last = *line;
    }
    return blocks;
}

}  // namespace tidings::report
