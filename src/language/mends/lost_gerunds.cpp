#include "language/mends/lost_gerunds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings {

namespace {

constexpr TokenIndex kGerundReach = 24;  // tokens behind the noun that may hang on it

/// What a word that asks for a deed has before it.
constexpr std::array<std::string_view, 5> kBefore{"of", "from", "for", "to", "with"};

/// *denied massing tanks near the town*: the verb just before takes the deed as its object.
bool restore_object(Parse& parse, TokenIndex t, const WordList& takes_deed) {
    Token& gerund = parse.tokens[t];
    const TokenIndex noun = gerund.head;
    Token& object = parse.tokens[noun];
    const TokenIndex verb = t - 1;
    if (noun <= t || object.dep != "dobj" || object.head != verb || object.tag != "NNS") {
        return false;
    }
    if (!takes_deed.has(parse.tokens[verb].lemma)) return false;
    if (gerund.tag == "NN") {  // *denied massing tanks*, read like *denied parking fines*
        if (parse.tokens[verb].lemma != "deny") return false;
        gerund.lemma = gerund.lower.substr(0, gerund.lower.size() - 3);
        gerund.tag = "VBG";
    }
    gerund.pos = Pos::Verb;
    gerund.dep = "xcomp";
    gerund.head = verb;
    object.head = t;
    return true;
}

/// The preposition before a gerund, past an adverb (*of forcibly recruiting*).
bool find_preposition(const Parse& parse, TokenIndex gerund, TokenIndex first, TokenIndex& found) {
    TokenIndex t = gerund;
    while (t > first) {
        const Token& token = parse.tokens[--t];
        if (token.tag == "RB") continue;
        found = t;
        return token.dep == "prep" && one_of(token.lower, kBefore);
    }
    return false;
}

/// The word that asks for the deed: above the preposition, or above what stands between (*accuse
/// troops of*).
bool asks_for_deed(const Parse& parse, TokenIndex preposition, const WordList& askers,
                   TokenIndex& asker) {
    asker = parse.tokens[preposition].head;
    if (askers.has(parse.tokens[asker].lemma)) return true;
    if (parse.tokens[asker].dep != "dobj") return false;
    asker = parse.tokens[asker].head;
    return askers.has(parse.tokens[asker].lemma);
}

}  // namespace

void restore_lost_gerunds(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 1; t + 1 < sentence.last; ++t) {
            Token& gerund = parse.tokens[t];
            const bool noun_like = gerund.tag == "NN" && gerund.lower.ends_with("ing");
            if (gerund.tag != "VBG" && !noun_like) continue;
            if (gerund.dep != "amod" && gerund.dep != "compound") continue;
            if (restore_object(parse, t, words.takes_deed) || noun_like) continue;
            const TokenIndex noun = gerund.head;
            TokenIndex preposition = 0;
            if (noun <= t || !find_preposition(parse, t, sentence.first, preposition)) continue;
            Token& object = parse.tokens[noun];
            if (object.dep != "pobj" || object.head != preposition) continue;
            TokenIndex asker = 0;
            if (!asks_for_deed(parse, preposition, words.asks_for_deed, asker)) continue;
            const TokenIndex end = std::min(sentence.last, noun + kGerundReach);
            for (TokenIndex c = noun + 1; c < end; ++c) {
                Token& behind = parse.tokens[c];
                if (behind.head == noun && behind.dep == "prep" && behind.lower != "of") {
                    behind.head = t;
                }
            }
            parse.tokens[preposition].head = asker;
            gerund.pos = Pos::Verb;
            gerund.dep = "pcomp";
            gerund.head = preposition;
            object.dep = "dobj";
            object.head = t;
        }
    }
}

}  // namespace tidings
