#include "coding/headword_products.hpp"

#include <tidings/text.hpp>

namespace tidings::coding {

std::vector<std::string> expand_headword(std::string_view text) {
    std::vector<std::string> headwords{std::string()};
    for (const std::string_view part : split(text, '+')) {
        std::vector<std::string> longer;
        for (const std::string& begun : headwords) {
            for (const std::string_view alternative : split(part, '|')) {
                const std::string words = utf8::lower(trim(alternative));
                if (words.empty()) return {};
                if (longer.size() > kMaxHeadwords) return longer;
                std::string& headword = longer.emplace_back(begun);
                if (!headword.empty()) headword += ' ';
                headword += words;
            }
        }
        headwords = std::move(longer);
    }
    return headwords;
}

}  // namespace tidings::coding
