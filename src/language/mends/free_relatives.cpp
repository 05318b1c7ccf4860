#include "language/mends/free_relatives.hpp"

#include <algorithm>
#include <string_view>

#include "language/mends/token_kinds.hpp"

namespace tidings {

namespace {

constexpr TokenIndex kRelativeReach = 24;  // tokens from *what* to the noun

/// The first child of `head` behind it with one of two labels; `head` if there is none.
TokenIndex child_behind(const Parse& parse, const Sentence& sentence, TokenIndex head,
                        std::string_view dep, std::string_view other = {}) {
    const TokenIndex last = std::min(sentence.last, head + kRelativeReach);
    for (TokenIndex t = head + 1; t < last; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head == head && (token.dep == dep || (!other.empty() && token.dep == other))) {
            return t;
        }
    }
    return head;
}

/// What something is called: *called it **theft***, *described it as **theft***; `verb` if nothing.
TokenIndex name_given(const Parse& parse, const Sentence& sentence, TokenIndex verb) {
    const TokenIndex name = child_behind(parse, sentence, verb, "oprd", "attr");
    if (name != verb) return name;
    for (TokenIndex t = verb + 1; t < std::min(sentence.last, verb + kRelativeReach); ++t) {
        const Token& token = parse.tokens[t];
        if (token.head != verb || token.dep != "prep" || token.lower != "as") continue;
        const TokenIndex noun = child_behind(parse, sentence, t, "pobj");
        return noun == t ? verb : noun;
    }
    return verb;
}

/// *what he called the detention of sailors **by Chad***: the parser hangs it on *called*.
void hand_over(Parse& parse, const Sentence& sentence, TokenIndex verb, TokenIndex noun) {
    for (TokenIndex t = noun + 1; t < std::min(sentence.last, noun + kRelativeReach); ++t) {
        Token& token = parse.tokens[t];
        const bool of_noun = token.lower == "by" || token.lower == "of" || token.lower == "against";
        if (token.head == verb && of_noun) token.head = noun;
    }
}

}  // namespace

void restore_free_relatives(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex what = sentence.first; what < sentence.last; ++what) {
            if (parse.tokens[what].lower != "what") continue;
            const TokenIndex verb = parse.tokens[what].head;
            if (verb <= what) continue;
            TokenIndex clause = verb;  // of *what she said was a coup*, *said*
            if (parse.tokens[verb].lemma == "be" && parse.tokens[what].dep == "nsubj") {
                clause = parse.tokens[verb].head;
            }
            Token& told = parse.tokens[clause];
            const bool said = clause != verb && told.lemma == "say";
            if (!said && !(clause == verb && words.naming.has(told.lemma))) continue;
            if ((told.dep != "ccomp" && told.dep != "pcomp") || told.head >= what) continue;
            const TokenIndex noun = name_given(parse, sentence, verb);
            if (noun == verb || !is_noun(parse.tokens[noun])) continue;
            hand_over(parse, sentence, verb, noun);
            parse.tokens[noun].head = told.head;
            parse.tokens[noun].dep = told.dep == "pcomp" ? "pobj" : "dobj";
            told.head = noun;
            told.dep = "parataxis";
        }
    }
}

}  // namespace tidings
