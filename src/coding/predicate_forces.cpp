// To whom what forces do is done, where no slot tells it: where they keep the peace, and what they
// have been put on alert for.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/predicates.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kProvokerTokens = 40;  // how far behind a predicate its cause may stand
constexpr int kMaxForceSteps = 10;          // from a word up to the predicate

/// *after a North Korean test*, *for an attack on Chad*: what forces make ready for.
constexpr std::array<std::string_view, 8> kBecause{"after", "following", "amid", "amidst",
                                                   "over",  "because",   "for",  "against"};
/// *in response to the shelling*
constexpr std::array<std::string_view, 5> kAnswers{"response", "reaction", "retaliation", "answer",
                                                   "case"};
/// *to counter threats from Iran*, *to fly into Lebanon*: what the forces are for.
constexpr std::array<std::string_view, 26> kFacing{
    "counter", "deter",  "confront",  "repel",    "face",   "oppose", "contain", "repulse", "fly",
    "invade",  "attack", "intervene", "pressure", "rebuff", "enter",  "strike",  "fight",   "quell",
    "crush",   "combat", "hunt",      "battle",   "disarm", "drive",  "flush",   "suppress"};

/// *to help the army in its fight against the rebels*: for the army rather.
constexpr std::array<std::string_view, 4> kHelping{"help", "assist", "aid", "support"};

/// *North Korea's test*, *the Korean test*, *threats from Iran*: whoever does what alarms.
bool is_doer_there(const SyntaxTree& tree, TokenIndex token) {
    const std::string_view dep = tree[token].dep;
    if (dep == "poss" || dep == "amod" || dep == "compound" || dep == "nmod") return true;
    if (dep == "nsubj") return true;
    if (dep == "dobj") return one_of(tree[tree.head(token)].lemma, kFacing);
    if (dep != "pobj") return false;
    const std::string_view preposition = tree[tree.head(token)].lower;
    return preposition == "from" || preposition == "by" || preposition == "with" ||
           preposition == "against" || preposition == "into";
}

}  // namespace

/// *beefed up police patrols*, *put 300 troops on alert*: the forces that are made ready, as the
/// object of the verb, are no target, unless they are another state's.
bool PredicateReader::is_own_force(MentionIndex mention,
                                   const std::vector<MentionIndex>& sources) const {
    static constexpr std::array<std::string_view, 3> kForce{"MIL", "COP", "GOV"};
    const TokenIndex head = sides_.mentions().mentions[mention].head;
    const Actor& force = sides_.actor(mention);
    const bool object = tree_[head].dep == "dobj" || tree_[head].dep == "nsubjpass";
    if (!object || tree_[head].pos != Pos::Noun) return false;
    if (force.sectors.empty() || !one_of(force.sectors.front(), kForce)) return false;
    return force.country.empty() ||
           std::any_of(sources.begin(), sources.end(),
                       [&](MentionIndex s) { return sides_.actor(s).country == force.country; });
}

/// *a peacekeeping force in Chad*, *the UN mission in Mali*: who contributes to it helps the
/// country where it is.
std::vector<MentionIndex> PredicateReader::hosts_of_force(
    const std::vector<MentionIndex>& found, const std::vector<MentionIndex>& sources) const {
    static constexpr std::array<std::string_view, 6> kForces{
        "force", "mission", "operation", "peacekeeper", "contingent", "operations"};
    for (const MentionIndex m : found) {
        TokenIndex head = sides_.mentions().mentions[m].head;
        // *the United Nations force*
        const std::string_view dep = tree_[head].dep;
        if (dep == "compound" || dep == "nmod" || dep == "amod") head = tree_.head(head);
        if (!one_of(tree_[head].lemma, kForces) && !one_of(tree_[head].lower, kForces)) continue;
        for (const TokenIndex c : tree_.children(head)) {
            if (tree_[c].dep != "prep" || c < head) continue;
            if (tree_[c].lower != "in" && tree_[c].lower != "for") continue;
            const TokenIndex where = tree_.child(c, "pobj");
            if (where == kNoToken) continue;
            auto hosts = other_than(sides_.actors(where), sources);
            std::erase_if(hosts, [&](MentionIndex h) { return sides_.actor(h).country.empty(); });
            if (!hosts.empty()) return hosts;
        }
    }
    return {};
}

/// *moved its men to the hills*: where a rule of forces looks for it, though it is nobody's.
std::vector<MentionIndex> PredicateReader::destination_of(const std::vector<Slot>& path,
                                                          const RuleMatch& match,
                                                          TokenIndex predicate) const {
    static constexpr std::array<std::string_view, 7> kThere{"to",    "in",     "into",  "near",
                                                            "along", "around", "toward"};
    std::vector<Slot> there;
    for (const Slot& slot : path) {
        if (slot.kind == SlotKind::None) return {};
        if (slot.kind == SlotKind::Preposition && one_of(slot.preposition, kThere)) {
            there.push_back(slot);
        }
    }
    return weak_side(there, match, predicate, Weak::Any, {});
}

/// Forces of a state are brought out against them at home as well.
bool is_opponent_at_home(const Actor& actor) {
    static constexpr std::array<std::string_view, 5> kOpponents{"REB", "UAF", "OPP", "PRM", "CRM"};
    return !actor.sectors.empty() && one_of(actor.sectors.front(), kOpponents);
}

/// *put its army on alert after a North Korean test*, *went on alert to counter threats from Iran*,
/// *fanned out ahead of a march called by the opposition*: the foreign state, or the opponent at
/// home, that forces are made ready against.
std::vector<MentionIndex> PredicateReader::provoker_of(
    TokenIndex predicate, const std::vector<MentionIndex>& sources) const {
    if (sources.empty()) return {};
    const std::string& own = sides_.actor(sources.front()).country;
    if (own.empty()) return {};
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    const TokenIndex end = std::min(sentence.last, predicate + kProvokerTokens);
    for (TokenIndex t = predicate + 1; t < end; ++t) {
        const MentionIndex m = sides_.direct(t);
        if (m == kNobody || tree_[t].pos == Pos::Pron) continue;
        const std::string& country = sides_.actor(m).country;
        const bool abroad = !country.empty() && country != own;
        if (!abroad && !is_opponent_at_home(sides_.actor(m))) continue;
        if (!is_doer_there(tree_, t)) continue;
        TokenIndex at = t;
        bool because = false;
        for (int steps = 0; steps < kMaxForceSteps && at != predicate && !tree_.is_root(at);
             ++steps) {
            const Token& word = tree_[at];
            if (word.dep == "relcl") break;  // tells something else of a thing
            if (one_of(word.lemma, kHelping)) break;
            because = because || word.lower == "ahead" ||
                      (word.dep == "prep" && one_of(word.lower, kBecause)) ||
                      one_of(word.lemma, kAnswers) ||
                      (word.dep == "advcl" && tree_.has_child(at, "mark")) ||
                      ((word.dep == "advcl" || word.dep == "xcomp" || word.dep == "acl") &&
                       one_of(word.lemma, kFacing));
            at = word.head;
        }
        if (at == predicate && because) return {m};
    }
    return {};
}

}  // namespace tidings::coding
