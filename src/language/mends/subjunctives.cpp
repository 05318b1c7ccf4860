#include "language/mends/subjunctives.hpp"

#include <algorithm>

namespace tidings {

namespace {

constexpr TokenIndex kClauseReach = 40;  // tokens from a clause's first word to its verb

struct Clause {
    bool opened = false;    // by *that*
    bool complete = false;  // it has a verb already: a copula, a helping verb, a subject
    TokenIndex last = 0;    // the nearest noun before the head that hangs on it
    bool has_last = false;
};

Clause read_clause(const Parse& parse, TokenIndex first, TokenIndex head) {
    Clause clause;
    for (TokenIndex t = first; t < head; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head != head) continue;
        if (token.dep == "mark" && token.lower == "that") clause.opened = true;
        if (token.dep == "cop" || token.dep == "aux" || token.dep == "auxpass" ||
            token.dep == "nsubj" || token.dep == "nsubjpass") {
            clause.complete = true;
        }
        const bool noun = token.pos == Pos::Noun || token.pos == Pos::Propn;
        if (noun && (token.dep == "compound" || token.dep == "nmod")) {
            clause.last = t;
            clause.has_last = true;
        }
    }
    return clause;
}

}  // namespace

void restore_subjunctives(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            Token& verb = parse.tokens[t];
            const bool noun = verb.tag == "NN" || verb.tag == "NNP";
            if (!noun || verb.dep != "ccomp" || verb.head >= t) continue;
            if (!words.takes_subjunctive.has(parse.tokens[verb.head].lemma)) continue;
            const TokenIndex first = std::max(verb.head, t > kClauseReach ? t - kClauseReach : 0);
            const Clause clause = read_clause(parse, first, t);
            if (!clause.opened || clause.complete || !clause.has_last) continue;
            verb.pos = Pos::Verb;
            verb.tag = "VB";
            verb.lemma = verb.lower;
            verb.morph = "VerbForm=Inf";
            Token& subject = parse.tokens[clause.last];
            subject.dep = "nsubj";
            for (TokenIndex c = first; c < clause.last; ++c) {
                Token& token = parse.tokens[c];
                const bool inner = token.dep == "det" || token.dep == "compound" ||
                                   token.dep == "amod" || token.dep == "poss" ||
                                   token.dep == "nummod" || token.dep == "nmod";
                if (token.head == t && inner) token.head = clause.last;
            }
        }
    }
}

}  // namespace tidings
