#include "language/mends/coordinated_verbs.hpp"

#include <algorithm>
#include <string_view>

namespace tidings {

namespace {

constexpr TokenIndex kObjectReach = 64;  // tokens behind the object that may hang on it

bool is_past_tense(const Token& token) {
    return token.pos == Pos::Verb && token.tag == "VBD";
}

/// *said it would not and granted him asylum*: what follows the clause without a verb goes on with
/// the telling, not with what would not be done.
void part_from_ellipsis(Parse& parse, TokenIndex t) {
    Token& verb = parse.tokens[t];
    if (verb.dep != "conj" || (verb.tag != "VBN" && verb.tag != "VBD") || verb.head >= t) return;
    const Token& modal = parse.tokens[verb.head];
    if (modal.tag != "MD" || modal.dep != "ccomp" || modal.head >= verb.head) return;
    verb.head = modal.head;
    verb.tag = "VBD";
    verb.morph = "Tense=Past|VerbForm=Fin";
}

}  // namespace

void restore_coordinated_verbs(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 1; t + 1 < sentence.last; ++t) {
            part_from_ellipsis(parse, t);
            Token& verb = parse.tokens[t];
            if (verb.tag != "VBN" || verb.dep != "amod" || verb.head <= t) continue;
            const Token& conjunction = parse.tokens[t - 1];
            if (conjunction.dep != "cc" || conjunction.head >= t) continue;
            const TokenIndex noun = verb.head;
            Token& object = parse.tokens[noun];
            // A noun beside a verb: nothing but another verb's object can stand there.
            if (object.dep != "conj" || object.head != conjunction.head) continue;
            if (object.pos != Pos::Noun && object.pos != Pos::Propn) continue;
            const TokenIndex first = conjunction.head;
            if (!is_past_tense(parse.tokens[first])) continue;
            const TokenIndex end = std::min(sentence.last, noun + kObjectReach);
            for (TokenIndex c = noun + 1; c < end; ++c) {
                Token& token = parse.tokens[c];
                // What follows tells of the deed.
                if (token.head == noun && (token.dep == "prep" || token.dep == "advmod" ||
                                           token.dep == "npadvmod" || token.dep == "conj")) {
                    if (token.dep != "conj" || token.pos == Pos::Verb) token.head = t;
                }
            }
            verb.tag = "VBD";
            verb.morph = "Tense=Past|VerbForm=Fin";
            verb.dep = "conj";
            verb.head = first;
            object.dep = "dobj";
            object.head = t;
        }
    }
}

}  // namespace tidings
