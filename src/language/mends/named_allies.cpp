#include "language/mends/named_allies.hpp"

namespace tidings {

namespace {

constexpr TokenIndex kNameReach = 4;  // tokens from the word to the head of the name

/// The name in apposition right behind `noun`; `noun` if there is none.
TokenIndex name_behind(const Parse& parse, const Sentence& sentence, TokenIndex noun) {
    for (TokenIndex t = noun + 1; t < sentence.last && t <= noun + kNameReach; ++t) {
        const Token& token = parse.tokens[t];
        if (token.pos != Pos::Propn) return noun;
        if (token.head == noun) return token.dep == "appos" ? t : noun;
    }
    return noun;
}

}  // namespace

void restore_named_allies(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex noun = sentence.first; noun < sentence.last; ++noun) {
            if (!words.allies.has(parse.tokens[noun].lemma)) continue;
            const TokenIndex name = name_behind(parse, sentence, noun);
            if (name == noun) continue;
            Token& word = parse.tokens[noun];
            Token& head = parse.tokens[name];
            head.head = word.head == noun ? name : word.head;
            head.dep = word.dep;
            word.head = name;
            word.dep = "compound";
            for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
                if (parse.tokens[t].head == noun && t != noun) parse.tokens[t].head = name;
            }
        }
    }
}

}  // namespace tidings
