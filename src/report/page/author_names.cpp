#include "report/page/author_names.hpp"

#include <algorithm>

#include <tidings/text.hpp>

namespace tidings::report {
namespace {

constexpr std::size_t kMostField = 400;  // bytes of a field
constexpr std::size_t kMostAuthors = 30;
constexpr std::size_t kMostNameWords = 5;

bool is_word_end(std::string_view text, std::size_t pos) {
    if (pos >= text.size()) return true;
    const auto c = static_cast<unsigned char>(text[pos]);
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c >= 0x80);
}

// How many bytes of `text` the folded phrase takes; 0 if `text` does not begin with it.
std::size_t prefix_length(std::string_view text, std::string_view phrase) {
    std::size_t pos = 0;
    std::string folded;
    while (pos < text.size() && folded.size() < phrase.size()) {
        const std::uint32_t length = utf8::decode(text, pos).length;
        folded += utf8::fold(text.substr(pos, length));
        pos += length;
    }
    return folded == phrase && is_word_end(text, pos) ? pos : 0;
}

bool holds_word(const std::string& folded, std::string_view word) {
    for (std::size_t at = folded.find(word); at != std::string::npos;
         at = folded.find(word, at + 1)) {
        if ((at == 0 || is_word_end(folded, at - 1)) && is_word_end(folded, at + word.size())) {
            return true;
        }
    }
    return false;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (const std::string_view word : split(text, ' ')) {
        if (!trim(word).empty()) words.push_back(trim(word));
    }
    return words;
}

std::string collapse(std::string_view text) {
    std::string result;
    for (std::string_view line : split(text, '\n')) {
        for (std::string_view part : split(line, '\t')) {
            for (const std::string_view word : words_of(part)) {
                if (!result.empty()) result += ' ';
                result += word;
            }
        }
    }
    return result;
}

// Parts the field at commas, semicolons, bars, and the words for `and`.
std::vector<std::string> parts_of(std::string_view field, const PagePhrases& phrases) {
    std::vector<std::string> parts(1);
    const auto& ands = phrases.of("and");
    for (const std::string_view raw : words_of(field)) {
        std::string_view word = raw;
        const bool joins =
            // In lower case only: the `E` of `John E Roe` is an initial.
            std::find(ands.begin(), ands.end(), word) != ands.end() || word == "|" || word == "/" ||
            word == "-" || word == "\xE2\x80\x93" || word == "\xC2\xB7" || word == "\xE2\x80\xA2";
        if (joins) {
            parts.emplace_back();
            continue;
        }
        bool closes = false;
        while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ':')) {
            word.remove_suffix(1);
            closes = true;
        }
        if (!word.empty()) {
            if (!parts.back().empty()) parts.back() += ' ';
            parts.back() += word;
        }
        if (closes) parts.emplace_back();
    }
    return parts;
}

bool is_name(const std::string& part, const PagePhrases& phrases, std::string_view publisher) {
    const std::vector<std::string_view> words = words_of(part);
    if (words.empty() || words.size() > kMostNameWords || part.size() < 3) return false;
    if (part.find_first_of("@/0123456789<>{}=_") != std::string::npos) return false;
    const std::string folded = utf8::fold(part);
    if (folded == utf8::fold(publisher)) return false;
    const auto& excluded = phrases.of("not-author");
    return std::none_of(excluded.begin(), excluded.end(),
                        [&](const std::string& word) { return holds_word(folded, word); });
}

}  // namespace

std::size_t skip_byline_phrase(std::string_view text, const PagePhrases& phrases) {
    std::size_t longest = 0;
    for (const std::string& phrase : phrases.of("by")) {
        longest = std::max(longest, prefix_length(text, phrase));
    }
    if (longest == 0) return 0;
    while (longest < text.size() && (text[longest] == ':' || text[longest] == ' ')) ++longest;
    return longest;
}

std::vector<std::string> split_authors(std::string_view field, const PagePhrases& phrases,
                                       std::string_view publisher) {
    std::string text = collapse(utf8::sanitize(field.substr(0, kMostField)));
    for (std::size_t skipped = skip_byline_phrase(text, phrases); skipped > 0;
         skipped = skip_byline_phrase(text, phrases)) {
        text.erase(0, skipped);
    }
    std::vector<std::string> names;
    for (std::string& part : parts_of(text, phrases)) {
        if (!is_name(part, phrases, publisher) || names.size() >= kMostAuthors) continue;
        if (std::find(names.begin(), names.end(), part) == names.end()) {
            names.push_back(std::move(part));
        }
    }
    return names;
}

}  // namespace tidings::report
