#include "language/mends/lost_verbs.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "language/mends/token_kinds.hpp"

namespace tidings {

namespace {

constexpr TokenIndex kMaxPhrase = 12;  // tokens from the subject to the verb
constexpr TokenIndex kReach = 64;      // tokens around the verb that may hang on the noun

bool is_participle(const Token& token) {
    return token.pos == Pos::Verb && (token.tag == "VBN" || token.tag == "VBD");
}

/// *tear-gassed* gets the lemma *tear-gas*.
bool join_hyphen_verb(Parse& parse, TokenIndex verb, TokenIndex first,
                      const std::vector<HyphenVerb>& known) {
    if (verb < first + 2 || parse.tokens[verb - 1].lower != "-") return false;
    Token& token = parse.tokens[verb];
    const std::string_view prefix = parse.tokens[verb - 2].lower;
    const auto found = std::find_if(known.begin(), known.end(), [&](const HyphenVerb& parts) {
        return prefix == parts.first && token.lower.starts_with(parts.stem);
    });
    if (found == known.end() || token.pos != Pos::Verb) return false;
    token.lemma = found->lemma;
    return true;
}

/// *hurled sticks* with a subject, *whipped a lawmaker*: no participle before a noun has either.
bool is_told(const Parse& parse, TokenIndex verb, TokenIndex noun, TokenIndex first) {
    for (TokenIndex t = first; t < noun; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head == verb && token.dep == "nsubj" && t < verb) return true;
        if (token.head == noun && t > verb && (token.dep == "det" || token.dep == "poss")) {
            return true;
        }
    }
    return false;
}

/// The verb's subject, else the noun before it, past what belongs to the verb itself (*tear -*,
/// *also*).
TokenIndex subject_of(const Parse& parse, TokenIndex verb, TokenIndex first, bool& found) {
    for (TokenIndex t = verb; t > first; --t) {
        const Token& token = parse.tokens[t - 1];
        if (token.head == verb && token.dep == "nsubj") {
            found = true;
            return t - 1;
        }
    }
    TokenIndex t = verb;
    while (t > first && verb - t < kMaxPhrase) {
        const Token& token = parse.tokens[--t];
        const bool own = token.head == verb && token.dep != "nsubj";
        if (token.lower == "-" || own) continue;
        found = is_noun(token);
        return t;
    }
    found = false;
    return first;
}

/// The noun phrase becomes the verb's subject and object; what stood around it tells of the deed.
void make_verb(Parse& parse, const Sentence& sentence, TokenIndex verb, TokenIndex subject,
               TokenIndex object, TokenIndex root) {
    const TokenIndex begin =
        std::max(sentence.first, verb > kReach ? verb - kReach : TokenIndex{0});
    const TokenIndex end = std::min(sentence.last, object + kReach);
    for (TokenIndex t = begin; t < end; ++t) {
        Token& token = parse.tokens[t];
        if (t == subject || t == object || t == verb) continue;
        // *Thai* of *Thai police* may hang on the noun behind
        if (token.head == object && t < subject &&
            (token.dep == "amod" || token.dep == "det" || token.dep == "compound")) {
            token.head = subject;
            continue;
        }
        const bool loose = token.dep == "prep" || token.dep == "advmod" ||
                           token.dep == "npadvmod" || token.dep == "advcl" || token.dep == "punct";
        const bool around = t < subject || t > object;
        const bool of = token.lower == "of";
        if ((token.head == object || token.head == root) && loose && around && !of) {
            token.head = verb;
        }
    }
    parse.tokens[subject].dep = "nsubj";
    parse.tokens[subject].head = verb;
    parse.tokens[object].dep = "dobj";
    parse.tokens[object].head = verb;
    Token& token = parse.tokens[verb];
    token.tag = "VBD";
    token.morph = "Tense=Past|VerbForm=Fin";
    token.dep = "ROOT";
    token.head = verb;
}

/// *charges that agents wiretapped bishops*: behind *that* stands no mere noun.
bool is_clause(const Parse& parse, TokenIndex noun, TokenIndex first) {
    if (parse.tokens[noun].dep != "ccomp") return false;
    for (TokenIndex t = noun; t > first && noun - t < kMaxPhrase; --t) {
        const Token& token = parse.tokens[t - 1];
        if (token.head == noun && token.dep == "mark" && token.lower == "that") return true;
    }
    return false;
}

void make_clause(Parse& parse, TokenIndex verb, TokenIndex subject, TokenIndex object) {
    for (TokenIndex t = verb; t > 0 && verb - t < kMaxPhrase; --t) {
        Token& token = parse.tokens[t - 1];
        if (token.head != object) continue;
        token.head = token.dep == "mark" ? verb : subject;  // *that*; *Georgia's* agents
    }
    Token& token = parse.tokens[verb];
    token.tag = "VBD";
    token.morph = "Tense=Past|VerbForm=Fin";
    token.dep = "ccomp";
    token.head = parse.tokens[object].head;
    parse.tokens[subject].dep = "nsubj";
    parse.tokens[subject].head = verb;
    parse.tokens[object].dep = "dobj";
    parse.tokens[object].head = verb;
}

/// *No soldier crossed the border, Asmara maintains*: the teller at the end is read as a noun.
void restore_teller(Parse& parse, const Sentence& sentence, const MendWords& words) {
    for (TokenIndex t = sentence.first + 2; t < sentence.last; ++t) {
        Token& token = parse.tokens[t];
        if (token.head != t || token.tag != "NNS") continue;
        Token& teller = parse.tokens[t - 1];
        if (teller.head != t || teller.dep != "compound" || teller.pos != Pos::Propn) return;
        if (parse.tokens[t - 2].lower != ",") return;
        const auto found = words.telling.find(token.lower);
        if (found == words.telling.end()) return;
        token.pos = Pos::Verb;
        token.tag = "VBZ";
        token.lemma = found->second;
        teller.dep = "nsubj";
        return;
    }
}

/// The noun that heads the whole sentence, up from a noun in its phrase (*hundreds of **monks***,
/// *villagers armed with **sticks***); `from` if a verb or anything else stands above it.
TokenIndex noun_above_all(const Parse& parse, TokenIndex from) {
    TokenIndex at = from;
    for (TokenIndex steps = 0; steps < kMaxPhrase; ++steps) {
        const Token& token = parse.tokens[at];
        if (token.head == at) return is_noun(token) ? at : from;
        if (token.dep != "pobj" && token.dep != "prep" && token.dep != "acl") return from;
        at = token.head;
    }
    return from;
}

/// *fighters handed over their guns*: a passive has no object, but for what somebody was given.
bool has_object(const Parse& parse, const Sentence& sentence, TokenIndex verb,
                const WordList& gives) {
    const TokenIndex last = std::min(sentence.last, verb + kMaxPhrase);
    bool object = false;
    bool particle = false;
    for (TokenIndex t = verb + 1; t < last; ++t) {
        if (parse.tokens[t].head != verb) continue;
        object = object || parse.tokens[t].dep == "dobj";
        particle = particle || parse.tokens[t].dep == "prt";
    }
    return object && (particle || !gives.has(parse.tokens[verb].lemma));
}

/// *Rebels negotiated with the junta*, read as *rebels who were negotiated with*.
void restore_lost_root(Parse& parse, const Sentence& sentence, const WordList& intransitive,
                       const WordList& gives) {
    for (TokenIndex verb = sentence.first + 1; verb < sentence.last; ++verb) {
        Token& token = parse.tokens[verb];
        if (token.dep != "acl" || !is_participle(token) || token.head >= verb) continue;
        const TokenIndex noun = noun_above_all(parse, token.head);
        Token& subject = parse.tokens[noun];
        if (subject.head != noun || !is_noun(subject)) continue;
        const bool told = intransitive.has(token.lemma) || has_object(parse, sentence, verb, gives);
        if (!told) continue;
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            Token& other = parse.tokens[t];
            const bool loose = other.dep == "prep" || other.dep == "advmod" ||
                               other.dep == "npadvmod" || other.dep == "advcl" ||
                               other.dep == "punct";
            if (t != verb && other.head == noun && loose && (t > verb || other.dep == "punct")) {
                other.head = verb;
            }
        }
        subject.dep = "nsubj";
        subject.head = verb;
        token.tag = "VBD";
        token.morph = "Tense=Past|VerbForm=Fin";
        token.dep = "ROOT";
        token.head = verb;
        return;
    }
}

}  // namespace

void restore_lost_verbs(Parse& parse, const MendWords& words) {
    for (const Sentence& sentence : parse.sentences) {
        restore_lost_root(parse, sentence, words.intransitive, words.gives);
        restore_teller(parse, sentence, words);
        for (TokenIndex verb = sentence.first; verb < sentence.last; ++verb) {
            const bool known = join_hyphen_verb(parse, verb, sentence.first, words.hyphen_verbs);
            const Token& token = parse.tokens[verb];
            if (!is_participle(token) || token.dep != "amod" || token.head <= verb) continue;
            const TokenIndex object = token.head;
            if (object >= sentence.last || !is_noun(parse.tokens[object])) continue;
            const TokenIndex root = parse.tokens[object].head;
            bool found = false;
            const TokenIndex subject = subject_of(parse, verb, sentence.first, found);
            const bool whole = root == object || root == subject;
            if (found && is_clause(parse, object, sentence.first)) {
                make_clause(parse, verb, subject, object);
                continue;
            }
            if (!found || !whole || parse.tokens[root].head != root) continue;
            if (!known && !is_told(parse, verb, object, sentence.first)) continue;
            make_verb(parse, sentence, verb, subject, object, root);
            break;
        }
    }
}

}  // namespace tidings
