#include "language/mends/lost_conjunctions.hpp"

#include <algorithm>
#include <string_view>

#include "language/mends/token_kinds.hpp"

namespace tidings {

namespace {

constexpr TokenIndex kConjunctionReach = 16;  // tokens from the conjunction to the verb

bool is_subject(std::string_view dep) {
    return dep.starts_with("nsubj") || dep.starts_with("csubj") || dep == "expl";
}

bool has_subject(const Parse& parse, const Sentence& sentence, TokenIndex verb) {
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        if (parse.tokens[t].head == verb && is_subject(parse.tokens[t].dep)) return true;
    }
    return false;
}

/// Everything between the preposition and the verb belongs to the noun, but for helpers of the
/// verb: no comma and no other phrase parts the two.
bool leads_to(const Parse& parse, TokenIndex preposition, TokenIndex noun, TokenIndex verb) {
    for (TokenIndex t = preposition + 1; t < verb; ++t) {
        const Token& token = parse.tokens[t];
        if (token.dep == "punct") return false;
        if (token.head == verb && (token.dep.starts_with("aux") || token.dep == "advmod")) continue;
        TokenIndex at = t;
        for (TokenIndex steps = 0; at != noun && steps < kConjunctionReach; ++steps) {
            at = parse.tokens[at].head;
        }
        if (at != noun) return false;
    }
    return true;
}

/// The noun behind a preposition of the list that should be the subject of `verb`; `verb` if there
/// is none.
TokenIndex lost_subject(const Parse& parse, const Sentence& sentence, TokenIndex verb,
                        const MendWords& words) {
    const TokenIndex first =
        std::max(sentence.first, verb > kConjunctionReach ? verb - kConjunctionReach : 0);
    for (TokenIndex noun = verb; noun-- > first;) {
        const TokenIndex before = parse.tokens[noun].head;
        if (parse.tokens[noun].dep != "pobj" || before >= noun || before < first) continue;
        const Token& preposition = parse.tokens[before];
        if (preposition.dep != "prep" || !words.opens_clause.has(preposition.lower)) continue;
        const TokenIndex main = parse.tokens[verb].head;
        // *identified as a victim is now in jail*: the verb above stands behind.
        const bool one_clause = main < before || main == preposition.head;
        return one_clause && leads_to(parse, before, noun, verb) ? noun : verb;
    }
    return verb;
}

}  // namespace

void restore_lost_conjunctions(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex verb = sentence.first; verb < sentence.last; ++verb) {
            if (parse.tokens[verb].dep != "advcl" || !is_finite(parse.tokens[verb])) continue;
            if (has_subject(parse, sentence, verb)) continue;
            const TokenIndex noun = lost_subject(parse, sentence, verb, words);
            if (noun == verb) continue;
            Token& conjunction = parse.tokens[parse.tokens[noun].head];
            // *a day after*: the day measures the time to the clause.
            Token& measure = parse.tokens[conjunction.head];
            if (measure.dep == "npadvmod" && measure.head == verb) {
                measure.head = parse.tokens[noun].head;
            }
            conjunction.head = verb;
            conjunction.dep = "mark";
            parse.tokens[noun].head = verb;
            parse.tokens[noun].dep = "nsubj";
        }
    }
}

}  // namespace tidings
