#include "language/mends/attributive_gerunds.hpp"

namespace tidings {

void restore_attributive_gerunds(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 1; t + 1 < sentence.last; ++t) {
            Token& gerund = parse.tokens[t];
            if (gerund.tag != "VBG" || gerund.dep != "xcomp" || gerund.head + 1 != t) continue;
            const TokenIndex verb = gerund.head;
            if (!words.takes_no_gerund.has(parse.tokens[verb].lemma)) continue;
            Token& noun = parse.tokens[t + 1];
            if (noun.dep != "dobj" || noun.head != t || noun.tag != "NNS") continue;
            noun.head = verb;
            gerund.dep = "amod";
            gerund.head = t + 1;
            // What the parser hung on the participle belongs to the verb.
            for (TokenIndex c = t + 2; c < sentence.last; ++c) {
                if (parse.tokens[c].head == t) parse.tokens[c].head = verb;
            }
        }
    }
}

}  // namespace tidings
