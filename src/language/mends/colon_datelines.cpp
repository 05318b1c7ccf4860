#include "language/mends/colon_datelines.hpp"

#include <algorithm>

namespace tidings {

namespace {

constexpr TokenIndex kMostWords = 6;  // before the colon

/// Capitals only, as *NEW DELHI* and *SIDON/BEIRUT*.
bool is_in_capitals(std::string_view word) {
    const bool small =
        std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !word.empty() && !small;
}

/// The colon behind the town, 0 if the sentence opens with none.
TokenIndex colon_behind_town(std::string_view text, const Parse& parse, const Sentence& sentence) {
    const TokenIndex end = std::min<TokenIndex>(sentence.last, sentence.first + kMostWords);
    for (TokenIndex t = sentence.first; t < end; ++t) {
        const Token& token = parse.tokens[t];
        if (token.lower == ":") return t > sentence.first && t + 3 < sentence.last ? t : 0;
        if (!is_in_capitals(slice(text, token.span))) return 0;
    }
    return 0;
}

bool has_subject_behind(const Parse& parse, const Sentence& sentence, TokenIndex colon,
                        TokenIndex verb) {
    for (TokenIndex t = colon + 1; t < sentence.last; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head == verb && t != verb && token.dep.starts_with("nsubj")) return true;
    }
    return false;
}

}  // namespace

void part_towns_before_colons(std::string_view text, Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        const TokenIndex colon = colon_behind_town(text, parse, sentence);
        if (colon == 0) continue;
        for (TokenIndex town = sentence.first; town < colon; ++town) {
            Token& token = parse.tokens[town];
            const TokenIndex verb = token.head;
            if (verb <= colon || !token.dep.starts_with("nsubj")) continue;
            if (!has_subject_behind(parse, sentence, colon, verb)) continue;
            token.dep = "npadvmod";
            for (TokenIndex t = colon + 1; t < sentence.last; ++t) {
                Token& other = parse.tokens[t];
                if (other.head != town) continue;
                other.head = verb;
                if (other.dep == "acl" || other.dep == "relcl") other.dep = "advcl";
            }
        }
    }
}

}  // namespace tidings
