#include "language/lost_objects.hpp"

#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings {

namespace {

/// What is asked, offered or said, by words that are verbs as well.
constexpr std::array<std::string_view, 14> kSaid{"call",  "offer",   "demand",  "claim", "charge",
                                                 "bid",   "plan",    "request", "move",  "appeal",
                                                 "visit", "protest", "threat",  "plea"};

/// Verbs that have such things, and seldom a clause, for their object.
constexpr std::array<std::string_view, 38> kTake{
    "reject",   "dismiss", "rebuff",    "snub",    "spurn",     "ignore",    "refuse",    "decline",
    "back",     "support", "endorse",   "oppose",  "resist",    "echo",      "join",      "renew",
    "heed",     "answer",  "accept",    "welcome", "condemn",   "criticise", "criticize", "slam",
    "denounce", "deny",    "refute",    "rebut",   "scorn",     "defy",      "block",     "veto",
    "brush",    "repeat",  "reiterate", "draw",    "withstand", "shrug"};

/// Whether the word is an adjective or name that the parser made the subject of the next.
bool is_owner(const Parse& parse, TokenIndex word) {
    const Token& owner = parse.tokens[word];
    const bool named = owner.tag == "JJ" || owner.tag == "NNP";
    return named && owner.dep == "nsubj" && owner.head == word + 1;
}

}  // namespace

void restore_lost_objects(Parse& parse) {
    for (const Sentence& sentence : parse.sentences) {
        for (TokenIndex t = sentence.first + 2; t < sentence.last; ++t) {
            Token& said = parse.tokens[t];
            if (said.tag != "VBZ" && said.tag != "VBP") continue;
            if (said.dep != "ccomp" && said.dep != "dobj") continue;
            if (!one_of(said.lemma, kSaid) || !is_owner(parse, t - 1)) continue;
            const TokenIndex verb = said.head;
            // *dismissed as nonsense Thai calls* stays as it is: what stands between is too much.
            const bool beside =
                verb + 2 == t || (verb + 3 == t && parse.tokens[t - 2].dep == "prt");
            if (!beside || !one_of(parse.tokens[verb].lemma, kTake)) continue;
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
