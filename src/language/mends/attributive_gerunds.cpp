#include "language/mends/attributive_gerunds.hpp"

#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings {

namespace {

/// Verbs whose object is somebody and never a deed: *told*, not *began* or *stopped*.
constexpr std::array<std::string_view, 32> kTakeNoGerund{
    "tell",    "inform",   "assure",   "remind",   "notify",  "persuade", "convince", "address",
    "greet",   "join",     "thank",    "urge",     "ask",     "order",    "arrest",   "detain",
    "jail",    "disperse", "kill",     "wound",    "injure",  "beat",     "shoot",    "attack",
    "attract", "evict",    "confront", "surround", "welcome", "comfort",  "tear-gas", "command"};

}  // namespace

void restore_attributive_gerunds(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 1; t + 1 < sentence.last; ++t) {
            Token& gerund = parse.tokens[t];
            if (gerund.tag != "VBG" || gerund.dep != "xcomp" || gerund.head + 1 != t) continue;
            const TokenIndex verb = gerund.head;
            if (!one_of(parse.tokens[verb].lemma, kTakeNoGerund)) continue;
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
