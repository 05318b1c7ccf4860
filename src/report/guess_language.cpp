#include "report/guess_language.hpp"

#include <algorithm>
#include <array>

#include <cld2/public/compact_lang_det.h>

#include <tidings/text.hpp>

#include "base/cut.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kEnough = std::size_t{4} << 10U;  // bytes; more do not change the answer
constexpr std::size_t kShort = 400;                     // bytes; below, CLD2 is often unsure

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

// Words that no other language in Latin letters has in common with English.
bool has_english_words(std::string_view text) {
    constexpr std::array<std::string_view, 20> kWords{
        "the",  "of",  "and", "with",  "for",   "was",  "were", "has",  "have", "from",
        "that", "his", "her", "their", "after", "says", "said", "over", "by",   "which"};
    std::size_t found = 0;
    for (const std::string_view word : split(text, ' ')) {
        const std::string lowered = utf8::lower(word);
        if (std::find(kWords.begin(), kWords.end(), lowered) != kWords.end()) ++found;
    }
    return found >= 2;
}

// *Rwanda armed M23 rebels in Kivu*: most words that are no names have an English ending or are
// English particles. Close relatives share both.
bool has_english_endings(std::string_view text, CLD2::Language language) {
    constexpr std::array<CLD2::Language, 12> kRelatives{
        CLD2::SPANISH, CLD2::FRENCH, CLD2::PORTUGUESE, CLD2::ITALIAN,
        CLD2::GERMAN,  CLD2::DUTCH,  CLD2::CATALAN,    CLD2::ROMANIAN,
        CLD2::SWEDISH, CLD2::DANISH, CLD2::NORWEGIAN,  CLD2::GALICIAN};
    constexpr std::array<std::string_view, 8> kEndings{"ed", "ing", "s",  "tion",
                                                       "ly", "er",  "al", "ment"};
    constexpr std::array<std::string_view, 12> kParticles{"in", "on", "to",  "at",   "a",    "an",
                                                          "is", "as", "not", "into", "over", "out"};
    if (std::find(kRelatives.begin(), kRelatives.end(), language) != kRelatives.end()) return false;
    std::size_t words = 0;
    std::size_t english = 0;
    for (const std::string_view word : split(text, ' ')) {
        if (word.empty() || word.front() < 'a' || word.front() > 'z') continue;
        ++words;
        const bool ends = word.size() > 3 && std::any_of(kEndings.begin(), kEndings.end(),
                                                         [&](std::string_view ending) {
                                                             return word.ends_with(ending);
                                                         });
        const bool particle =
            std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
        if (ends || particle) ++english;
    }
    return english >= 2 && english * 2 >= words;
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
    text = utf8::cut(text, kEnough);
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
    const bool is_short = text.size() < kShort;
    // On a sentence full of foreign names CLD2 can be sure and wrong.
    if (is_short && only_ascii_letters(text) &&
        (has_english_words(text) || has_english_endings(text, language))) {
        return "en";
    }
    if (reliable && language != CLD2::UNKNOWN_LANGUAGE) return to_iso_639_1(language);
    if ((is_short || language == CLD2::ENGLISH) && only_ascii_letters(text)) return "en";
    return {};
}

}  // namespace tidings::report
