#include "mention/place/place_key.hpp"

#include <array>
#include <utility>

#include <tidings/text.hpp>

namespace tidings::mention {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAbbreviations{
    {{"st", "saint"}, {"ste", "sainte"}, {"mt", "mount"}, {"ft", "fort"}}};

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

void add_word(std::string& key, std::string_view word) {
    for (const auto& [shortened, whole] : kAbbreviations) {
        if (word == shortened) word = whole;
    }
    if (!key.empty()) key += ' ';
    key += word;
}

}  // namespace

void append_place_key(std::string& key, std::string_view word) {
    const std::string folded = utf8::fold(word);
    std::string part;
    // A possessive is a token of its own: *Queen Anne* and *'s*.
    if (!key.empty() && folded.starts_with('\'') && folded.size() <= 2) {
        key += folded.substr(1);
        return;
    }
    for (const char c : folded) {
        if (is_word_byte(c)) {
            part += c;
        } else if (c != '\'' && c != '.' && c != '`' && !part.empty()) {
            add_word(key, part);
            part.clear();
        }
    }
    if (!part.empty()) add_word(key, part);
}

std::string place_key(std::string_view name) {
    std::string key;
    append_place_key(key, name);
    if (key.starts_with("the ")) key.erase(0, 4);
    return key;
}

}  // namespace tidings::mention
