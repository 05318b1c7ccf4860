#include "language/compared_doers.hpp"

#include <algorithm>

namespace tidings {

namespace {

constexpr TokenIndex kReach = 30;  // tokens from *as* to *did*

/// The noun behind *as* of which all between it and the verb tells; `verb` if there is none.
TokenIndex find_doer(const Parse& parse, TokenIndex first, TokenIndex verb) {
    const TokenIndex begin = std::max(first + kReach, verb) - kReach;
    for (TokenIndex as = verb; as > begin;) {
        --as;
        if (parse.tokens[as].lower != "as" || parse.tokens[as].dep != "prep") continue;
        for (TokenIndex noun = as + 1; noun < verb; ++noun) {
            if (parse.tokens[noun].dep == "pobj" && parse.tokens[noun].head == as) return noun;
        }
        return verb;
    }
    return verb;
}

}  // namespace

void restore_compared_doers(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 2; t < sentence.last; ++t) {
            Token& verb = parse.tokens[t];
            if (verb.lemma != "do" || verb.pos != Pos::Verb || verb.dep != "conj") continue;
            bool complete = false;  // it has a subject or an object of its own
            for (TokenIndex c = sentence.first; c < sentence.last; ++c) {
                const std::string_view dep = parse.tokens[c].dep;
                const bool own = parse.tokens[c].head == t && c != t;
                complete = complete || (own && (dep == "nsubj" || dep == "dobj" || dep == "aux"));
            }
            if (complete) continue;
            const TokenIndex doer = find_doer(parse, sentence.first, t);
            if (doer == t) continue;
            const TokenIndex as = parse.tokens[doer].head;
            verb.dep = "advcl";
            verb.head = parse.tokens[as].head;
            parse.tokens[doer].dep = "nsubj";
            parse.tokens[doer].head = t;
            parse.tokens[as].dep = "mark";
            parse.tokens[as].head = t;
        }
    }
}

}  // namespace tidings
