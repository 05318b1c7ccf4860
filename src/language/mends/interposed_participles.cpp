#include "language/mends/interposed_participles.hpp"

#include <algorithm>

namespace tidings {

namespace {

constexpr TokenIndex kMainVerbReach = 60;  // tokens from the participle to the sentence's verb

bool is_comma(const Parse& parse, TokenIndex token) {
    return parse.tokens[token].lower == ",";
}

/// The subject of a participle right behind a comma; `participle` if it is a plain verb.
TokenIndex subject_before_comma(const Parse& parse, const Sentence& sentence,
                                TokenIndex participle) {
    const Token& verb = parse.tokens[participle];
    const bool participial = verb.tag == "VBN" || verb.tag == "VBD";
    if (!participial || participle < sentence.first + 2 || !is_comma(parse, participle - 1)) {
        return participle;
    }
    TokenIndex subject = participle;
    for (TokenIndex t = sentence.first; t < participle; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head != participle) continue;
        if (token.dep == "aux" || token.dep == "auxpass") return participle;
        if (token.dep == "nsubj" || token.dep == "nsubjpass") subject = t;
    }
    return subject;
}

/// The verb behind the second comma that has an auxiliary and no subject; `participle` if there is
/// none.
TokenIndex verb_behind(const Parse& parse, const Sentence& sentence, TokenIndex participle) {
    const TokenIndex end = std::min(sentence.last, participle + kMainVerbReach);
    for (TokenIndex t = participle + 2; t + 1 < end; ++t) {
        const Token& auxiliary = parse.tokens[t];
        if (!is_comma(parse, t - 1) || auxiliary.dep != "aux" || auxiliary.head <= t) continue;
        if (auxiliary.tag == "TO" || auxiliary.tag == "VBG") continue;
        const TokenIndex verb = auxiliary.head;
        const Token& main = parse.tokens[verb];
        if (main.head != participle || verb >= sentence.last) continue;
        if (main.dep != "conj" && main.dep != "ccomp" && main.dep != "advcl") continue;
        const bool bare = std::none_of(
            parse.tokens.begin() + t, parse.tokens.begin() + verb, [&](const Token& token) {
                return token.head == verb && (token.dep == "nsubj" || token.dep == "nsubjpass");
            });
        if (bare) return verb;
    }
    return participle;
}

}  // namespace

void restore_interposed_participles(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        TokenIndex root = sentence.first;
        while (root < sentence.last && parse.tokens[root].head != root) ++root;
        if (root == sentence.last) continue;
        const TokenIndex subject = subject_before_comma(parse, sentence, root);
        if (subject == root) continue;
        const TokenIndex verb = verb_behind(parse, sentence, root);
        if (verb == root) continue;
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            Token& token = parse.tokens[t];
            // What stands before the participle or behind the verb belongs to the verb.
            if (token.head == root && t != root && (t < root || t > verb)) token.head = verb;
        }
        Token& participle = parse.tokens[root];
        participle.head = subject;
        participle.dep = "acl";
        participle.tag = "VBN";
        participle.morph = "Aspect=Perf|Tense=Past|VerbForm=Part";
        parse.tokens[verb].head = verb;
        parse.tokens[verb].dep = "ROOT";
    }
}

}  // namespace tidings
