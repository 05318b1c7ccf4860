#include "language/title_case.hpp"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace tidings::language {

namespace {

constexpr std::size_t kBodyBytes = 20000;  // of the body that are looked at
constexpr std::size_t kStem = 4;           // letters by which forms of a word are told alike

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
    return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}

struct Word {
    std::size_t start = 0;
    std::size_t size = 0;
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i])) {
            ++i;
            continue;
        }
        const std::size_t start = i;
        while (i < text.size() && (is_letter(text[i]) || text[i] == '\'')) ++i;
        words.push_back({start, i - start});
    }
    return words;
}

std::string lowered(std::string_view word) {
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

/// *Expels*, *expelled* and *expelling* have one stem; shorter words only themselves.
std::string stem(std::string_view lower) {
    if (lower.size() <= kStem) return std::string(lower);
    return std::string(lower.substr(0, kStem));
}

bool is_title_case(std::string_view title, const std::vector<Word>& words) {
    std::size_t capital = 0;
    std::size_t small = 0;
    for (const Word& word : words) {
        if (word.size < 4) continue;
        if (is_upper(title[word.start]) && is_lower(title[word.start + 1])) {
            ++capital;
        } else if (is_lower(title[word.start])) {
            ++small;
        }
    }
    return capital >= 3 && small * 4 <= capital;
}

}  // namespace

void to_sentence_case(std::string& title, std::string_view body) {
    const std::vector<Word> words = words_of(title);
    if (!is_title_case(title, words)) return;
    std::unordered_set<std::string> names;
    std::unordered_set<std::string> common;
    body = body.substr(0, kBodyBytes);
    for (const Word& word : words_of(body)) {
        const std::string_view written = body.substr(word.start, word.size);
        if (is_lower(written.front())) {
            common.insert(stem(written));
        } else if (word.start >= 2 && body[word.start - 1] == ' ' &&
                   (is_letter(body[word.start - 2]) || body[word.start - 2] == ',')) {
            names.insert(lowered(written));
        }
    }
    for (const Word& word : words) {
        if (word.size < 2 || word.start == 0) continue;
        char& initial = title[word.start];
        if (!is_upper(initial) || !is_lower(title[word.start + 1])) continue;
        const std::string lower = lowered(std::string_view(title).substr(word.start, word.size));
        if (names.contains(lower) || !common.contains(stem(lower))) continue;
        initial = static_cast<char>(initial - 'A' + 'a');
    }
}

}  // namespace tidings::language
