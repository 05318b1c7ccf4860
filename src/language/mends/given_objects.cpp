#include "language/mends/given_objects.hpp"

#include <algorithm>
#include <string_view>

#include "language/mends/token_kinds.hpp"

namespace tidings {

namespace {

constexpr TokenIndex kGivenReach = 20;  // tokens from the verb to what is given

/// No conjunction and no comma stands between the two.
bool are_side_by_side(const Parse& parse, TokenIndex first, TokenIndex second) {
    for (TokenIndex t = first + 1; t < second; ++t) {
        const std::string_view word = parse.tokens[t].lower;
        if (word == "," || word == "and" || word == "or") return false;
    }
    return true;
}

bool is_object(std::string_view dep) {
    return dep == "dobj" || dep == "dative";
}

/// *his support*, *eight million dollars*, *an ultimatum*: a phrase of its own, which no name in
/// apposition is.
bool begins_phrase(const Parse& parse, TokenIndex noun, TokenIndex after) {
    for (TokenIndex t = after + 1; t < noun; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head != noun) continue;
        if (token.dep == "det" || token.dep == "poss" || token.dep == "nummod") return true;
    }
    return false;
}

/// What is given behind the recipient; `recipient` if the verb has one object only.
TokenIndex given_behind(const Parse& parse, const Sentence& sentence, TokenIndex verb,
                        TokenIndex recipient) {
    const TokenIndex last = std::min(sentence.last, recipient + kGivenReach);
    for (TokenIndex t = recipient + 1; t < last; ++t) {
        const Token& token = parse.tokens[t];
        if (token.pos == Pos::Pron || !are_side_by_side(parse, recipient, t)) continue;
        if (token.head == verb && token.dep == "dobj") return t;
        const bool apposed = token.head == recipient && token.dep == "appos" && is_noun(token);
        if (apposed && begins_phrase(parse, t, recipient)) return t;
    }
    return recipient;
}

/// *allowed [the United Nations] unimpeded access*: an adjective never stands behind a noun that is
/// its phrase's modifier, nor a number, and a noun that is given has no subject. The recipient
/// inside `given`; `given` if there is none.
TokenIndex buried_recipient(const Parse& parse, TokenIndex verb, TokenIndex given) {
    TokenIndex recipient = given;
    for (TokenIndex t = verb + 1; t < given; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head != given) continue;
        if (is_noun(token) && token.dep == "nsubj" && is_noun(parse.tokens[given])) return t;
        // *promised Togo 20 million dollars*: a name before the number belongs to no dollar.
        const bool named = token.tag == "NNP" && (token.dep == "nmod" || token.dep == "compound");
        if (named && t + 1 < given && parse.tokens[t + 1].tag == "CD") return t;
        if (is_noun(token) && token.dep == "nmod") recipient = t;
        if (token.dep == "amod" && recipient != given) return recipient;
    }
    return given;
}

/// *let 53 dissidents out of jail*: a noun without a verb is no clause.
bool is_let_out(const Parse& parse, TokenIndex noun) {
    const Token& object = parse.tokens[noun];
    if (object.dep != "ccomp" || !is_noun(object)) return false;
    for (TokenIndex t = object.head + 1; t < noun; ++t) {
        const Token& token = parse.tokens[t];
        const bool clause = token.dep == "mark" || token.dep == "nsubj" || token.dep == "cop" ||
                            token.dep == "aux" || token.dep == "expl";
        if (token.head == noun && clause) return false;
    }
    return true;
}

}  // namespace

void restore_given_objects(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex verb = sentence.first; verb < sentence.last; ++verb) {
            const Token& token = parse.tokens[verb];
            if (token.pos != Pos::Verb || !words.gives.has(token.lemma)) continue;
            const TokenIndex last = std::min(sentence.last, verb + kGivenReach);
            for (TokenIndex t = verb + 1; t < last; ++t) {
                Token& object = parse.tokens[t];
                if (object.head == verb && is_let_out(parse, t)) object.dep = "dobj";
                if (object.head != verb || !is_object(object.dep)) continue;
                const TokenIndex given = given_behind(parse, sentence, verb, t);
                if (given != t) {
                    object.dep = "dative";
                    parse.tokens[given].head = verb;
                    parse.tokens[given].dep = "dobj";
                } else if (object.dep == "dobj") {
                    const TokenIndex recipient = buried_recipient(parse, verb, t);
                    if (recipient == t) break;
                    parse.tokens[recipient].head = verb;
                    parse.tokens[recipient].dep = "dative";
                }
                break;
            }
        }
    }
}

}  // namespace tidings
