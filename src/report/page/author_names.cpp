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
    const auto first = text.empty() ? '\0' : text[0];
    const bool ascii = static_cast<unsigned char>(first) < 0x80;
    const char lowered =
        first >= 'A' && first <= 'Z' ? static_cast<char>(first - 'A' + 'a') : first;
    if (ascii && lowered != phrase[0]) return 0;
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

// No-break spaces too are spaces.
std::string collapse_spaces(std::string text) {
    for (std::size_t at = text.find("\xC2\xA0"); at != std::string::npos;
         at = text.find("\xC2\xA0", at + 1)) {
        text.replace(at, 2, 1, ' ');
    }
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

// Without what is bracketed, and up to a word that leads on: `Jane Doe in Politics`.
std::string head_of_part(const std::string& part, const PagePhrases& phrases) {
    std::string_view head = part;
    head = head.substr(0, head.find_first_of("([", 1));
    const auto& ends = phrases.of("name-ends");
    std::string name;
    for (const std::string_view word : words_of(head)) {
        if (std::find(ends.begin(), ends.end(), word) != ends.end() && !name.empty()) break;
        if (!name.empty()) name += ' ';
        name += word;
    }
    return name;
}

// `By` and the like, also twice and behind marks: `--- Written by: Jane Doe`.
std::string without_byline_phrases(std::string text, const PagePhrases& phrases) {
    const auto drop_marks = [&] {
        const std::size_t start = text.find_first_not_of("-*|>:, ");
        text.erase(0, std::min(start, text.size()));
    };
    drop_marks();
    for (std::size_t skipped = skip_byline_phrase(text, phrases); skipped > 0;
         skipped = skip_byline_phrase(text, phrases)) {
        text.erase(0, skipped);
        drop_marks();
    }
    return text;
}

// `paper.example`
bool is_domain(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot != std::string_view::npos && name.find(' ') == std::string_view::npos &&
           dot + 2 < name.size() && name.size() - dot <= 5 && name[dot + 1] >= 'a' &&
           name[dot + 1] <= 'z';
}

bool says_no_author(const std::string& folded, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return holds_word(folded, word); });
}

bool is_name(const std::string& part, const PagePhrases& phrases, std::string_view publisher) {
    const std::vector<std::string_view> words = words_of(part);
    if (words.empty() || words.size() > kMostNameWords || part.size() < 3) return false;
    if (part.find_first_of("@/0123456789<>{}=_|?!") != std::string::npos) return false;
    const std::string folded = utf8::fold(part);
    if (folded == utf8::fold(publisher) || is_domain(part) || part.starts_with("\xC2\xA9"))
        return false;
    return !says_no_author(folded, phrases.of("not-author")) &&
           !says_no_author(folded, phrases.of("desk")) &&
           !says_no_author(folded, phrases.of("role"));
}

}  // namespace

std::size_t skip_byline_phrase(std::string_view text, const PagePhrases& phrases) {
    const std::size_t marks = std::min(text.find_first_not_of("-*|> "), text.size());
    std::size_t longest = 0;
    for (const std::string& phrase : phrases.of("by")) {
        longest = std::max(longest, prefix_length(text.substr(marks), phrase));
    }
    if (longest == 0) return 0;
    longest += marks;
    while (longest < text.size() && (text[longest] == ':' || text[longest] == ' ')) ++longest;
    return longest;
}

std::string desk_or_account(std::string_view field, const PagePhrases& phrases,
                            std::string_view publisher) {
    const std::string text = without_byline_phrases(
        collapse_spaces(utf8::sanitize(field.substr(0, kMostField))), phrases);
    const std::string name = head_of_part(text, phrases);
    if (name.size() < 2 || words_of(name).size() > kMostNameWords) return {};
    if (name[0] == '@' || name.find_first_of("/<>{}=:") != std::string::npos) return {};
    if (name.find('@') != std::string::npos || name.find("[at]") != std::string::npos) return {};
    const std::string folded = utf8::fold(name);
    if (folded == utf8::fold(publisher) || is_domain(name)) return {};
    return says_no_author(folded, phrases.of("not-author")) ? std::string() : name;
}

std::vector<std::string> split_authors(std::string_view field, const PagePhrases& phrases,
                                       std::string_view publisher) {
    const std::string text = without_byline_phrases(
        collapse_spaces(utf8::sanitize(field.substr(0, kMostField))), phrases);
    std::vector<std::string> names;
    if (!publisher.empty() && utf8::fold(text) == utf8::fold(publisher)) return names;
    for (const std::string& raw : parts_of(text, phrases)) {
        std::string part = head_of_part(raw, phrases);
        if (!is_name(part, phrases, publisher) || names.size() >= kMostAuthors) continue;
        if (std::find(names.begin(), names.end(), part) == names.end()) {
            names.push_back(std::move(part));
        }
    }
    return names;
}

}  // namespace tidings::report
