#include "coding/sides.hpp"

#include <algorithm>
#include <array>

namespace tidings::coding {

namespace {

constexpr int kMaxDepth = 3;
/// Where the owner of a thing is looked for, in this order.
constexpr std::array<std::string_view, 15> kOwnerPrepositions{
    "of",    "by", "against", "on", "from", "with",   "for", "between",
    "among", "to", "in",      "at", "near", "inside", "over"};

}  // namespace

const PlaceMention* place_at(const SyntaxTree& tree, const Mentions& mentions, TokenIndex token) {
    const Span word = tree[token].span;
    // Places are in text order.
    auto place = std::upper_bound(
        mentions.places.begin(), mentions.places.end(), word.start,
        [](std::uint32_t start, const PlaceMention& other) { return start < other.span.start; });
    if (place == mentions.places.begin()) return nullptr;
    --place;
    return place->span.contains(word) ? &*place : nullptr;
}

MentionIndex SideFinder::owner(TokenIndex token, int depth) const {
    if (depth > kMaxDepth) return Mentions::kNoMention;
    const auto own_or_owner = [&](TokenIndex t) {
        const MentionIndex mention = direct(t);
        return mention != Mentions::kNoMention ? mention : owner(t, depth + 1);
    };
    if (const TokenIndex possessor = arguments_.possessor(token); possessor != kNoToken) {
        const MentionIndex found = own_or_owner(possessor);
        if (found != Mentions::kNoMention) return found;
    }
    for (const TokenIndex modifier : arguments_.modifiers(token)) {
        if (direct(modifier) != Mentions::kNoMention) return direct(modifier);
    }
    for (const std::string_view preposition : kOwnerPrepositions) {
        for (const TokenIndex c : tree_.children(token)) {
            if (tree_[c].dep != "prep" || tree_[c].lower != preposition) continue;
            const TokenIndex object = tree_.child(c, "pobj");
            if (object == kNoToken) continue;
            const MentionIndex found = own_or_owner(object);
            if (found != Mentions::kNoMention) return found;
        }
    }
    for (const TokenIndex c : tree_.children(token)) {
        if (tree_[c].dep != "acl" && tree_[c].dep != "appos" && tree_[c].dep != "relcl") continue;
        // *comments made by the president*, *the policy that Kenya follows*
        const TokenIndex doer = tree_[c].dep == "appos" ? kNoToken : arguments_.subject(c);
        if (doer != kNoToken && doer != token) {
            const MentionIndex found = own_or_owner(doer);
            if (found != Mentions::kNoMention) return found;
        }
        const MentionIndex found = tree_[c].dep == "appos" ? own_or_owner(c) : owner(c, depth + 1);
        if (found != Mentions::kNoMention) return found;
    }
    return Mentions::kNoMention;
}

/// *countries such as Kenya and Chad*, *groups like the Red Cross*: the examples stand for the
/// class, which has no country of its own.
TokenIndex SideFinder::examples(TokenIndex token) const {
    if (tree_[token].pos != Pos::Noun) return kNoToken;
    const MentionIndex own = direct(token);
    if (own != Mentions::kNoMention && !actor(own).country.empty()) return kNoToken;
    for (const TokenIndex c : tree_.children(token)) {
        if (tree_[c].dep != "prep") continue;
        const std::string_view word = tree_[c].lower;
        if (word != "like" && word != "as" && word != "including") continue;
        const TokenIndex object = tree_.child(c, "pobj");
        if (object != kNoToken && tree_[object].pos == Pos::Propn) return object;
    }
    return kNoToken;
}

/// *troops from Chad and Niger*, *the presidents of Chad and Niger*, *governors of two Chadian and
/// Nigerien provinces*: the first country is that of the phrase, the others stand for their own.
std::vector<TokenIndex> SideFinder::further_owners(TokenIndex noun) const {
    std::vector<TokenIndex> others;
    const auto add_all_but_first = [&](const std::vector<TokenIndex>& owners) {
        if (owners.size() > 1) others.insert(others.end(), owners.begin() + 1, owners.end());
    };
    for (const std::string_view preposition : {"from", "of"}) {
        if (preposition == "of" && tree_[noun].tag != "NNS") continue;
        for (const TokenIndex owner : arguments_.prepositional(noun, preposition)) {
            if (tree_.head(tree_.head(owner)) != noun) continue;
            add_all_but_first(arguments_.coordinated(owner));
            for (const TokenIndex modifier : arguments_.modifiers(owner)) {
                if (tree_[modifier].dep == "conj") others.push_back(modifier);
            }
        }
    }
    const TokenIndex possessor = arguments_.possessor(noun);
    if (possessor != kNoToken && tree_[noun].tag == "NNS") {
        add_all_but_first(arguments_.coordinated(possessor));
    }
    return others;
}

std::vector<MentionIndex> SideFinder::actors(TokenIndex token) const {
    if (const TokenIndex named = examples(token); named != kNoToken) {
        auto found = actors(named);
        if (!found.empty()) return found;
    }
    std::vector<MentionIndex> found;
    const auto add = [&](MentionIndex first) {
        // *both sides* are the mentions of two actors in a chain.
        for (MentionIndex m = first; m != Mentions::kNoMention; m = mentions_.mentions[m].next) {
            const ActorIndex actor = mentions_.mentions[m].actor;
            const bool known = std::any_of(found.begin(), found.end(), [&](MentionIndex other) {
                return mentions_.mentions[other].actor == actor;
            });
            if (!known) found.push_back(m);
        }
    };
    const auto all = arguments_.coordinated(token);
    for (const TokenIndex t : all) {
        add(direct(t));
        // *Armenian and Azerbaijani troops*: the second country is a mention of its own.
        for (const TokenIndex modifier : arguments_.modifiers(t)) {
            if (tree_[modifier].dep == "conj") add(direct(modifier));
        }
        if (found.empty() || tree_[t].pos != Pos::Noun) continue;
        for (const TokenIndex other : further_owners(t)) add(direct(other));
    }
    if (!found.empty()) return found;
    for (const TokenIndex t : all) {
        add(owner(t, 0));
        if (!found.empty()) break;
    }
    return found;
}

}  // namespace tidings::coding
