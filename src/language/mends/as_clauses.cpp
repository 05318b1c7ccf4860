#include "language/mends/as_clauses.hpp"

#include <algorithm>

namespace tidings {

namespace {

constexpr TokenIndex kAsReach = 32;  // tokens from *as* to *did*

bool has_child(const Parse& parse, TokenIndex first, TokenIndex last, TokenIndex head,
               std::string_view dep) {
    for (TokenIndex t = first; t < last; ++t) {
        if (parse.tokens[t].head == head && parse.tokens[t].dep.starts_with(dep)) return true;
    }
    return false;
}

/// *as* with a noun of its own that no conjunction parts from the verb; `verb` if there is none.
TokenIndex comparison_before(const Parse& parse, const Sentence& sentence, TokenIndex verb) {
    const TokenIndex first =
        std::max(sentence.first, verb > kAsReach ? verb - kAsReach : TokenIndex{0});
    const TokenIndex above = parse.tokens[verb].head;
    for (TokenIndex as = verb; as-- > first;) {
        const Token& token = parse.tokens[as];
        if (token.dep == "cc" && token.head == above) return verb;
        if (token.lower == "as" && token.dep == "prep") return as;
    }
    return verb;
}

}  // namespace

void restore_as_clauses(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex verb = sentence.first; verb < sentence.last; ++verb) {
            Token& did = parse.tokens[verb];
            const bool finite = did.tag == "VBD" || did.tag == "VBZ" || did.tag == "VBP";
            if (did.lemma != "do" || !finite || did.dep != "conj" || did.head >= verb) continue;
            const TokenIndex reach =
                std::max(sentence.first, verb > kAsReach ? verb - kAsReach : TokenIndex{0});
            if (has_child(parse, reach, verb, verb, "nsubj")) continue;
            const TokenIndex as = comparison_before(parse, sentence, verb);
            if (as == verb || as <= did.head) continue;
            for (TokenIndex noun = as + 1; noun < verb; ++noun) {
                Token& compared = parse.tokens[noun];
                if (compared.head != as || compared.dep != "pobj") continue;
                compared.head = verb;
                compared.dep = "nsubj";
                did.head = parse.tokens[as].head;
                did.dep = "advcl";
                parse.tokens[as].head = verb;
                parse.tokens[as].dep = "mark";
                break;
            }
        }
    }
}

}  // namespace tidings
