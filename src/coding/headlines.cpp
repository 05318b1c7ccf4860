#include "coding/headlines.hpp"

#include <algorithm>
#include <vector>

namespace tidings::coding {

namespace {

constexpr TokenIndex kLongestHeadline = 40;  // tokens

/// No full stop, question or exclamation mark at its end.
bool is_headline(const Parse& parse, const Sentence& sentence) {
    if (sentence.last - sentence.first > kLongestHeadline) return false;
    for (TokenIndex t = sentence.last; t-- > sentence.first;) {
        const Token& token = parse.tokens[t];
        if (token.pos == Pos::Space || token.lower == "\"" || token.lower == "'") continue;
        return token.lower != "." && token.lower != "?" && token.lower != "!" &&
               token.lower != "...";
    }
    return false;
}

/// What hangs on the verbs of one sentence.
struct Frame {
    TokenIndex subject = 0;
    bool has_subject = false;
    bool complete = false;  ///< an object or a helping verb: no bare passive
};

std::vector<Frame> read_frames(const Parse& parse, const Sentence& sentence) {
    std::vector<Frame> frames(sentence.last - sentence.first);
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const Token& token = parse.tokens[t];
        if (token.head == t || token.head < sentence.first || token.head >= sentence.last) continue;
        Frame& frame = frames[token.head - sentence.first];
        if (token.dep == "nsubj" && t < token.head) {
            frame.subject = t;
            frame.has_subject = true;
        } else if (token.dep == "dobj" || token.dep == "aux" || token.dep == "auxpass" ||
                   token.dep == "dative" || token.dep == "nsubjpass" || token.dep == "ccomp" ||
                   token.dep == "neg" || token.dep == "prt") {
            frame.complete = true;
        }
    }
    return frames;
}

}  // namespace

std::optional<Parse> restore_passives(const Parse& parse, const NounClasses& classes) {
    ClassId done_to = 0;
    if (!classes.find("bare_passive", done_to)) return std::nullopt;
    std::optional<Parse> restored;
    for (const Sentence& sentence : parse.sentences) {
        if (!is_headline(parse, sentence)) continue;
        const std::vector<Frame> frames = read_frames(parse, sentence);
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            const Token& verb = parse.tokens[t];
            const Frame& frame = frames[t - sentence.first];
            if (verb.pos != Pos::Verb || (verb.tag != "VBN" && verb.tag != "VBD")) continue;
            if (!frame.has_subject || frame.complete) continue;
            if (!classes.contains(done_to, verb.lemma)) continue;
            if (!restored) {
                restored.emplace();
                restored->tokens = parse.tokens;
                restored->sentences = parse.sentences;
                restored->names = parse.names;
            }
            restored->tokens[t].tag = "VBN";
            restored->tokens[frame.subject].dep = "nsubjpass";
        }
    }
    return restored;
}

}  // namespace tidings::coding
