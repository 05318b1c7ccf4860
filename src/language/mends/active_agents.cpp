#include "language/mends/active_agents.hpp"

#include <algorithm>

namespace tidings {

namespace {

constexpr TokenIndex kAgentReach = 24;  // tokens from the verb to what belongs to it

/// Whether the verb is told in the active voice, and its object; `verb` if it has none.
TokenIndex active_object(const Parse& parse, const Sentence& sentence, TokenIndex verb,
                         TokenIndex agent) {
    bool subject = false;
    bool perfect = false;
    TokenIndex object = verb;
    const TokenIndex first = std::max(sentence.first, verb > kAgentReach ? verb - kAgentReach : 0);
    for (TokenIndex t = first; t < agent; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head != verb || t == verb) continue;
        if (token.dep == "auxpass" || token.dep == "nsubjpass") return verb;
        subject = subject || (token.dep == "nsubj" && t < verb);
        perfect = perfect || (token.dep == "aux" && token.lemma == "have");
        if (token.dep == "dobj" && t > verb) object = t;
    }
    const bool active = parse.tokens[verb].tag != "VBN" || perfect;
    return subject && active ? object : verb;
}

}  // namespace

void restore_active_agents(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex by = sentence.first; by < sentence.last; ++by) {
            Token& token = parse.tokens[by];
            if (token.dep != "agent" || token.head >= by || by - token.head > kAgentReach) continue;
            // *cut its budget by a third*
            if (by + 1 < sentence.last && parse.tokens[by + 1].pos == Pos::Num) continue;
            const TokenIndex object = active_object(parse, sentence, token.head, by);
            if (object == token.head) continue;
            token.head = object;
            token.dep = "prep";
        }
    }
}

}  // namespace tidings
