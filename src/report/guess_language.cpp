#include "report/guess_language.hpp"

#include <algorithm>

#include <cld2/public/compact_lang_det.h>

#include <tidings/text.hpp>

namespace tidings::report {
namespace {

constexpr std::size_t kEnough = std::size_t{64} << 10U;  // bytes; more do not change the answer
constexpr std::size_t kShort = 400;                      // bytes; below, CLD2 is often unsure

// Cuts at a character's border.
std::string_view head(std::string_view text) {
    if (text.size() <= kEnough) return text;
    std::size_t end = kEnough;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

bool only_ascii_letters(std::string_view text) {
    std::size_t letters = 0;
    std::size_t others = 0;
    for (std::size_t pos = 0; pos < text.size();) {
        const utf8::Decoded next = utf8::decode(text, pos);
        const char32_t c = next.code_point;
        if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) ++letters;
        // Typographic marks lie between U+2000 and U+2BFF, Latin-1's below U+00C0.
        const bool mark = c < 0xC0 || (c >= 0x2000 && c < 0x2C00);
        if (!mark) ++others;
        pos += next.length;
    }
    return letters > 0 && others * 50 <= letters;
}

std::string to_iso_639_1(CLD2::Language language) {
    std::string code = CLD2::LanguageCode(language);
    code = code.substr(0, code.find('-'));
    if (code == "iw") return "he";
    if (code == "jw") return "jv";
    return code.size() == 2 ? code : std::string{};
}

}  // namespace

std::string guess_language(std::string_view text) {
    text = head(text);
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
    if (reliable && language != CLD2::UNKNOWN_LANGUAGE) return to_iso_639_1(language);
    const bool plain = only_ascii_letters(text);
    if (plain && (text.size() < kShort || language == CLD2::ENGLISH)) return "en";
    return {};
}

}  // namespace tidings::report
