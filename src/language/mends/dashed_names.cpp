#include "language/mends/dashed_names.hpp"

#include <algorithm>

namespace tidings {

namespace {

constexpr TokenIndex kMaxInside = 16;  // tokens between the two hyphens

/// A hyphen with a space on both sides, which stands for a dash.
bool is_spaced_hyphen(const Parse& parse, TokenIndex i) {
    return parse.tokens[i].lower == "-" && parse.tokens[i].space_after && i > 0 &&
           parse.tokens[i - 1].space_after;
}

/// The hyphen that closes what the one at `open` begins; `open` if there is none.
TokenIndex closing(const Parse& parse, TokenIndex open, TokenIndex end) {
    const TokenIndex last = std::min<TokenIndex>(end, open + kMaxInside);
    for (TokenIndex i = open + 2; i < last; ++i) {
        if (is_spaced_hyphen(parse, i)) return i;
    }
    return open;
}

}  // namespace

void part_names_at_dashes(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex dash = sentence.first + 1; dash + 1 < sentence.last; ++dash) {
            if (!is_spaced_hyphen(parse, dash)) continue;
            Token& before = parse.tokens[dash - 1];
            const TokenIndex behind = before.head;
            const TokenIndex close = closing(parse, dash, sentence.last);
            const bool fused = before.pos == Pos::Propn && before.dep == "compound" &&
                               behind > dash && behind < close &&
                               parse.tokens[behind].head != behind;
            if (!fused) continue;
            Token& name = parse.tokens[behind];
            before.head = name.head;
            before.dep = name.dep;
            name.head = dash - 1;
            name.dep = "appos";
            parse.tokens[dash].head = behind;
            for (TokenIndex t = sentence.first; t < dash - 1; ++t) {
                if (parse.tokens[t].head == behind) parse.tokens[t].head = dash - 1;
            }
        }
    }
}

}  // namespace tidings
