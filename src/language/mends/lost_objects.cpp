#include "language/mends/lost_objects.hpp"

namespace tidings {

namespace {

/// Whether the word is an adjective or name that the parser made the subject of the next.
bool is_owner(const Parse& parse, TokenIndex word) {
    const Token& owner = parse.tokens[word];
    const bool named = owner.tag == "JJ" || owner.tag == "NNP";
    return named && owner.dep == "nsubj" && owner.head == word + 1;
}

}  // namespace

void restore_lost_objects(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 2; t < sentence.last; ++t) {
            Token& said = parse.tokens[t];
            if (said.tag != "VBZ" && said.tag != "VBP" && said.tag != "VB") continue;
            if (said.dep != "ccomp" && said.dep != "dobj") continue;
            if (!words.said_nouns.has(said.lemma) || !is_owner(parse, t - 1)) continue;
            const TokenIndex verb = said.head;
            // *dismissed as nonsense Thai calls* stays as it is: what stands between is too much.
            Token& between = parse.tokens[t - 2];
            const bool article = between.dep == "det" && between.head == t - 1;
            const bool beside =
                verb + 2 == t || (verb + 3 == t && (between.dep == "prt" || article));
            if (!beside || !words.takes_said_noun.has(parse.tokens[verb].lemma)) continue;
            if (article) between.head = t;  // *welcomed the UN call*
            Token& owner = parse.tokens[t - 1];
            owner.dep = owner.tag == "JJ" ? "amod" : "compound";
            said.tag = said.tag == "VBZ" ? "NNS" : "NN";
            said.pos = Pos::Noun;
            said.dep = "dobj";
            for (TokenIndex c = t + 1; c < sentence.last; ++c) {
                Token& behind = parse.tokens[c];
                const bool clause = behind.dep == "xcomp" || behind.dep == "ccomp";
                if (behind.head == t && clause) behind.dep = "acl";
            }
        }
    }
}

}  // namespace tidings
