#include "language/unicode.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <utf8proc.h>

#include <tidings/text.hpp>

namespace tidings::language {
namespace {

using Range = std::pair<char32_t, char32_t>;

/// Characters of Numeric_Type=Digit outside category Nd (superscripts, circled digits, ...).
constexpr auto kOtherDigits = std::to_array<Range>({
    {0xb2, 0xb3},       {0xb9, 0xb9},       {0x1369, 0x1371},   {0x19da, 0x19da},
    {0x2070, 0x2070},   {0x2074, 0x2079},   {0x2080, 0x2089},   {0x2460, 0x2468},
    {0x2474, 0x247c},   {0x2488, 0x2490},   {0x24ea, 0x24ea},   {0x24f5, 0x24fd},
    {0x24ff, 0x24ff},   {0x2776, 0x277e},   {0x2780, 0x2788},   {0x278a, 0x2792},
    {0x10a40, 0x10a43}, {0x10e60, 0x10e68}, {0x11052, 0x1105a}, {0x1f100, 0x1f10a},
});

/// Other_Uppercase: Roman numerals and circled or squared letters.
constexpr auto kOtherUpper = std::to_array<Range>({
    {0x2160, 0x216f},
    {0x24b6, 0x24cf},
    {0x1f130, 0x1f149},
    {0x1f150, 0x1f169},
    {0x1f170, 0x1f189},
});

/// Other_Lowercase outside categories Ll and Lm.
constexpr auto kOtherLower = std::to_array<Range>({
    {0xaa, 0xaa},
    {0xba, 0xba},
    {0x345, 0x345},
    {0x2170, 0x217f},
    {0x24d0, 0x24e9},
});

/// Case_Ignorable characters that are punctuation (Word_Break MidLetter, MidNumLet, Single_Quote).
constexpr auto kMidLetters = std::to_array<Range>({
    {0x27, 0x27},
    {0x2e, 0x2e},
    {0x3a, 0x3a},
    {0xb7, 0xb7},
    {0x387, 0x387},
    {0x55f, 0x55f},
    {0x5f4, 0x5f4},
    {0x2018, 0x2019},
    {0x2024, 0x2024},
    {0x2027, 0x2027},
    {0xfe13, 0xfe13},
    {0xfe52, 0xfe52},
    {0xfe55, 0xfe55},
    {0xff07, 0xff07},
    {0xff0e, 0xff0e},
    {0xff1a, 0xff1a},
});

template <std::size_t N>
bool contains(const std::array<Range, N>& ranges, char32_t c) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), c,
                                        [](char32_t key, const Range& r) { return key < r.first; });
    return after != ranges.begin() && c <= std::prev(after)->second;
}

utf8proc_category_t category(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool is_case_ignorable(char32_t c) {
    switch (category(c)) {
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_SK:
            return true;
        default:
            return contains(kMidLetters, c);
    }
}

bool is_cased(char32_t c) {
    switch (category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
            return true;
        default:
            return contains(kOtherUpper, c) || contains(kOtherLower, c);
    }
}

/// Start of the character before byte `pos` (> 0).
std::size_t previous_character(std::string_view text, std::size_t pos) {
    do {
        --pos;
    } while (pos > 0 && (static_cast<unsigned char>(text[pos]) & 0xC0U) == 0x80U);
    return pos;
}

/// A capital sigma at the end of a word: after a cased letter and before none, past anything that
/// case ignores. The look-around is bounded, so that long runs of such characters stay linear.
bool is_final_sigma(std::string_view text, std::size_t pos, std::size_t length) {
    constexpr int kMaxLook = 256;
    bool cased_before = false;
    std::size_t at = pos;
    for (int i = 0; i < kMaxLook && at > 0; ++i) {
        at = previous_character(text, at);
        const char32_t c = utf8::decode(text, at).code_point;
        if (is_case_ignorable(c)) continue;
        cased_before = is_cased(c);
        break;
    }
    if (!cased_before) return false;
    at = pos + length;
    for (int i = 0; i < kMaxLook && at < text.size(); ++i) {
        const auto [c, size] = utf8::decode(text, at);
        if (!is_case_ignorable(c)) return !is_cased(c);
        at += size;
    }
    return true;
}

constexpr char32_t kCapitalSigma = 0x3a3;
constexpr char32_t kSmallSigma = 0x3c3;
constexpr char32_t kFinalSigma = 0x3c2;
constexpr char32_t kCapitalDottedI = 0x130;
constexpr char32_t kDotAbove = 0x307;

}  // namespace

bool is_alpha(char32_t c) noexcept {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const auto kind = category(c);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t c) noexcept {
    if (c < 0x80) return c >= '0' && c <= '9';
    return category(c) == UTF8PROC_CATEGORY_ND || contains(kOtherDigits, c);
}

bool is_upper(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return category(c) == UTF8PROC_CATEGORY_LU || contains(kOtherUpper, c);
}

bool is_space(char32_t c) noexcept {
    if (c < 0x80) return (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x20);
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool is_alpha(std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, size] = utf8::decode(text, i);
        if (!is_alpha(c)) return false;
        i += size;
    }
    return !text.empty();
}

bool is_space(std::string_view text) noexcept {
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, size] = utf8::decode(text, i);
        if (!is_space(c)) return false;
        i += size;
    }
    return !text.empty();
}

void append_lower(std::string_view text, std::string& out) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
            ++i;
            continue;
        }
        const auto [c, size] = utf8::decode(text, i);
        if (c == kCapitalSigma) {
            utf8::append(out, is_final_sigma(text, i, size) ? kFinalSigma : kSmallSigma);
        } else if (c == kCapitalDottedI) {
            out += 'i';
            utf8::append(out, kDotAbove);
        } else {
            utf8::append(out,
                         static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
        }
        i += size;
    }
}

std::string_view first_characters(std::string_view text, std::size_t n) noexcept {
    std::size_t end = 0;
    for (; n > 0 && end < text.size(); --n) end += utf8::decode(text, end).length;
    return text.substr(0, end);
}

std::string_view last_characters(std::string_view text, std::size_t n) noexcept {
    std::size_t start = text.size();
    for (; n > 0 && start > 0; --n) start = previous_character(text, start);
    return text.substr(start);
}

void append_shape(std::string_view text, std::string& out) {
    constexpr std::size_t kLongWord = 100;
    constexpr int kLongestRun = 4;
    if (text.size() >= kLongWord && utf8::count(text) >= kLongWord) {
        out += "LONG";
        return;
    }
    char32_t last = 0;
    int run = 0;
    bool first = true;
    for (std::size_t i = 0; i < text.size();) {
        const auto [c, size] = utf8::decode(text, i);
        i += size;
        char32_t shape = c;
        if (is_alpha(c)) {
            shape = is_upper(c) ? U'X' : U'x';
        } else if (is_digit(c)) {
            shape = U'd';
        }
        run = !first && shape == last ? run + 1 : 0;
        first = false;
        last = shape;
        if (run < kLongestRun) utf8::append(out, shape);
    }
}

}  // namespace tidings::language
