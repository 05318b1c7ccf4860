#include "language/mends/noun_clauses.hpp"

namespace tidings {

namespace {

constexpr TokenIndex kMaxNounPhrase = 12;  // tokens between the noun and its infinitive

/// *of Kenya*, *by armed rebels*: the phrase that ends right before `end` and says whose it is, as
/// the noun that it hangs on; `end` if there is none.
TokenIndex noun_before(const Parse& parse, TokenIndex first, TokenIndex end,
                       const WordList& takes_infinitive) {
    if (end == first) return end;
    const Token& owner = parse.tokens[end - 1];
    if (owner.dep != "pobj" || owner.head < first || owner.head >= end - 1) return end;
    const Token& preposition = parse.tokens[owner.head];
    if (preposition.lower != "of" && preposition.lower != "by") return end;
    if (preposition.head < first || preposition.head >= owner.head) return end;
    if (end - preposition.head > kMaxNounPhrase) return end;
    const Token& noun = parse.tokens[preposition.head];
    return noun.pos == Pos::Noun && takes_infinitive.has(noun.lemma) ? preposition.head : end;
}

bool is_singular(const Token& subject) {
    const bool named = subject.tag == "NN" || subject.tag == "NNP";
    return named || subject.lower == "he" || subject.lower == "she" || subject.lower == "it";
}

}  // namespace

void restore_clauses_of_nouns(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            Token& that = parse.tokens[t];
            if (that.lower != "that" || that.head <= t || that.dep.starts_with("nsubj")) continue;
            Token& verb = parse.tokens[that.head];
            const bool bare = verb.tag == "VB" || verb.tag == "VBP";
            if (verb.dep != "relcl" || verb.head >= t || !bare) continue;
            if (!words.said_nouns.has(parse.tokens[verb.head].lemma)) continue;
            const TokenIndex clause = that.head;
            for (TokenIndex s = t + 1; s < clause; ++s) {
                const Token& subject = parse.tokens[s];
                if (subject.head != clause || subject.dep != "nsubj") continue;
                if (!is_singular(subject)) break;
                verb.dep = "acl";
                that.dep = "mark";
                break;
            }
        }
    }
}

void hang_infinitives_on_nouns(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex to = sentence.first; to + 1 < sentence.last; ++to) {
            if (parse.tokens[to].tag != "TO" || parse.tokens[to].dep != "aux") continue;
            const TokenIndex verb = parse.tokens[to].head;
            if (verb <= to) continue;
            Token& infinitive = parse.tokens[verb];
            if (infinitive.dep != "advcl" && infinitive.dep != "xcomp" && infinitive.dep != "acl") {
                continue;
            }
            const TokenIndex noun = noun_before(parse, sentence.first, to, words.takes_infinitive);
            if (noun == to || infinitive.head == noun || infinitive.head > to) continue;
            infinitive.head = noun;
            infinitive.dep = "acl";
        }
    }
}

}  // namespace tidings
