#include "language/mends/hyphened_titles.hpp"

#include <algorithm>

namespace tidings {

namespace {

constexpr TokenIndex kMaxTitle = 6;  // tokens from a hyphen to the last word of the name

/// The last word of the name behind a title of which the hyphen is a part; the hyphen if there is
/// none: it must hang on what the hyphen hangs on.
TokenIndex name_behind(const Parse& parse, TokenIndex hyphen, TokenIndex end) {
    const TokenIndex last = std::min(end, hyphen + kMaxTitle);
    for (TokenIndex t = hyphen + 1; t < last; ++t) {
        const Token& token = parse.tokens[t];
        if (token.pos == Pos::Punct) break;
        if (token.head != parse.tokens[hyphen].head || token.dep != "pobj") continue;
        return token.pos == Pos::Propn ? t : hyphen;
    }
    return hyphen;
}

}  // namespace

void join_hyphened_titles(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex hyphen = sentence.first + 1; hyphen + 1 < sentence.last; ++hyphen) {
            const Token& mark = parse.tokens[hyphen];
            if (mark.lower != "-" || mark.dep != "pobj" || mark.head >= hyphen) continue;
            const TokenIndex preposition = mark.head;
            const TokenIndex name = name_behind(parse, hyphen, sentence.last);
            if (name == hyphen) continue;
            for (TokenIndex t = preposition + 1; t < name; ++t) {
                Token& part = parse.tokens[t];
                if (part.head != preposition || part.dep != "pobj") continue;
                part.head = name;
                part.dep = "compound";
            }
        }
    }
}

}  // namespace tidings
