#include "coding/sides.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/clause_forms.hpp"
#include "language/names_from.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxOwnerDepth = 3;
constexpr TokenIndex kLongestSpan = 64;  // tokens of a span in which a mention is looked for
/// Where the owner of a thing is looked for, in this order.
constexpr std::array<std::string_view, 15> kOwnerPrepositions{
    "of",    "by", "against", "on", "from", "with",   "for", "between",
    "among", "to", "in",      "at", "near", "inside", "over"};
/// People who are named by whom they stand against: the owner of the word is somebody else.
constexpr std::array<std::string_view, 16> kCounterparts{
    "enemy",      "adversary", "foe",       "opponent", "critic",   "detractor",
    "challenger", "rival",     "successor", "attacker", "assassin", "killer",
    "aggressor",  "captor",    "accuser",   "oppressor"};
/// *American foes* are no Americans, *Kenyan critics* are Kenyans.
bool is_enemy(std::string_view lemma) {
    return lemma == "enemy" || lemma == "adversary" || lemma == "foe";
}

/// Whoever stands behind these is not to blame for the thing, nor praised for it.
constexpr std::array<std::string_view, 4> kAgainst{"against", "on", "over", "near"};
constexpr std::array<std::string_view, 3> kInFavour{"for", "to", "with"};
/// *a convoy carrying aid workers*, *a house sheltering rebels*: whoever is in it is hit with it.
constexpr std::array<std::string_view, 9> kHolding{"carry", "transport", "house", "shelter", "host",
                                                   "hold",  "escort",    "ferry", "harbour"};
/// Those whose are elsewhere: *the embassy in Washington* is not Washington's.
constexpr std::array<std::string_view, 6> kMissions{"embassy", "consulate", "ambassador",
                                                    "envoy",   "consul",    "attache"};
constexpr std::array<std::string_view, 5> kWhere{"in", "at", "near", "to", "inside"};
constexpr std::array<std::string_view, 3> kBy{"by", "from", "of"};
/// Of such a clause the owner stands behind these (*sanctions imposed on Iran*).
constexpr std::array<std::string_view, 2> kLaidOn{"against", "on"};

/// *the policy that Kenya follows*, not *the meeting at which Kenya spoke*, *the place where*.
bool is_object_of_relative(const Arguments& arguments, TokenIndex clause, TokenIndex noun) {
    const SyntaxTree& tree = arguments.tree();
    if (arguments.is_passive(clause) || arguments.object(clause) != noun) return false;
    const auto words = tree.children(clause);
    return std::none_of(words.begin(), words.end(), [&](TokenIndex c) {
        if (tree[c].tag == "WRB") return true;
        const TokenIndex object = tree[c].dep == "prep" ? tree.child(c, "pobj") : kNoToken;
        return object != kNoToken && (tree[object].tag == "WDT" || tree[object].tag == "WP");
    });
}

/// *the treatment of migrants*: whoever stands behind *of* suffers what is judged.
bool is_suffered(const Token& noun) {
    static constexpr std::array<std::string_view, 18> kSuffered{
        "treatment",   "mistreatment", "plight",       "fate",         "suffering",   "abuse",
        "persecution", "harassment",   "exploitation", "displacement", "welfare",     "safety",
        "targeting",   "death",        "loss",         "denial",       "suppression", "oppression"};
    return one_of(noun.lemma, kSuffered);
}

/// *a bid to open the file on Ana Ruiz*, *an appeal over the Chadian vote*: whose it is, is who has
/// made it; what it is about says nothing of him.
bool is_asked(const Token& noun) {
    static constexpr std::array<std::string_view, 7> kAsked{
        "request", "petition", "appeal", "motion", "bid", "plea", "lawsuit"};
    return noun.pos == Pos::Noun && one_of(noun.lemma, kAsked);
}

/// *challenged the rule in a federal court*: where, not whose.
bool is_court_where(const Actor& actor, std::string_view preposition) {
    return (preposition == "in" || preposition == "at") && !actor.sectors.empty() &&
           actor.sectors.front() == "JUD";
}

bool is_person_name(const Parse& parse, TokenIndex token) {
    const auto names = names_from(parse, token);
    return !names.empty() && names.front().first <= token && names.front().label == "PERSON";
}

bool is_treaty(const Token& token) {
    static constexpr std::array<std::string_view, 11> kTreaties{
        "agreement", "accord",      "accords",     "treaty",  "protocol", "convention",
        "pact",      "declaration", "partnership", "charter", "protocols"};
    return token.pos == Pos::Propn && one_of(token.lower, kTreaties);
}

}  // namespace

bool is_in_treaty_name(const SyntaxTree& tree, TokenIndex token) {
    if (is_treaty(tree[token])) return true;
    TokenIndex at = token;
    for (int steps = 0; steps < 3; ++steps) {
        const std::string_view dep = tree[at].dep;
        if (dep != "compound" && dep != "nmod" && dep != "conj") return false;
        at = tree.head(at);
        if (is_treaty(tree[at])) return true;
    }
    return false;
}

bool SideFinder::is_town_of_treaty(TokenIndex token) const {
    if (tree_[token].dep != "compound" || !is_in_treaty_name(tree_, token)) return false;
    const PlaceMention* place = place_at(tree_, mentions_, token);
    return place != nullptr && place->kind != "country";
}

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

MentionIndex mention_in(const SyntaxTree& tree, const Mentions& mentions, Span span,
                        ActorIndex actor) {
    const TokenIndex first = tree.token_from(span.start);
    const TokenIndex end =
        std::min<TokenIndex>(static_cast<TokenIndex>(tree.size()), first + kLongestSpan);
    for (TokenIndex t = first; t < end && tree[t].span.start < span.end; ++t) {
        const MentionIndex mention = mentions.mention_at[t];
        if (mention != kNobody && mentions.mentions[mention].actor == actor) return mention;
    }
    return kNobody;
}

MentionIndex SideFinder::owner(TokenIndex token, int depth, Owners owners) const {
    if (depth > kMaxOwnerDepth) return Mentions::kNoMention;
    const auto own_or_owner = [&](TokenIndex t) {
        const MentionIndex mention = direct(t);
        return mention != Mentions::kNoMention ? mention : owner(t, depth + 1, owners);
    };
    const auto apposed = [&] {
        const TokenIndex same = tree_.child(token, "appos");
        return same == kNoToken ? Mentions::kNoMention : own_or_owner(same);
    };
    const bool counterpart = one_of(tree_[token].lemma, kCounterparts);
    if (counterpart && (arguments_.possessor(token) != kNoToken || is_enemy(tree_[token].lemma))) {
        return apposed();
    }
    if (const TokenIndex possessor = arguments_.possessor(token); possessor != kNoToken) {
        const MentionIndex found = own_or_owner(possessor);
        if (found != Mentions::kNoMention) return found;
    }
    if (const TokenIndex named = tree_.child(token, "appos"); named != kNoToken) {
        // *the new face of the party, Ali Bako*
        const bool person = is_person_name(tree_.parse(), named);
        if (person && direct(named) != Mentions::kNoMention) return direct(named);
    }
    for (const TokenIndex modifier : arguments_.modifiers(token)) {
        if (is_former_possession(tree_, token) || is_war_elsewhere(tree_, token)) break;
        if (is_of_kind(token, modifier)) continue;
        if (direct(modifier) != Mentions::kNoMention) return direct(modifier);
        // *raided a Huthi (Ansar Allah) outpost*
        const TokenIndex same = tree_.child(modifier, "appos");
        if (same != kNoToken && direct(same) != Mentions::kNoMention) return direct(same);
    }
    for (const std::string_view preposition : kOwnerPrepositions) {
        if (owners != Owners::All && preposition == "of" && is_suffered(tree_[token])) continue;
        if (owners != Owners::All && one_of(preposition, kAgainst)) continue;
        if (owners == Owners::Blamed && one_of(preposition, kInFavour)) continue;
        if (is_asked(tree_[token]) && !one_of(preposition, kBy)) continue;
        if (one_of(tree_[token].lemma, kMissions) && one_of(preposition, kWhere)) continue;
        for (const TokenIndex c : tree_.children(token)) {
            if (tree_[c].dep != "prep" || tree_[c].lower != preposition) continue;
            const TokenIndex object = tree_.child(c, "pobj");
            if (object == kNoToken || is_long_time(tree_, object)) continue;
            const MentionIndex found = own_or_owner(object);
            if (found == Mentions::kNoMention) continue;
            if (is_court_where(actor(found), preposition)) continue;
            return found;
        }
    }
    for (const TokenIndex c : tree_.children(token)) {
        const MentionIndex found =
            tree_[c].dep == "appos" ? own_or_owner(c) : owner_by_clause(token, c, depth, owners);
        if (found != Mentions::kNoMention) return found;
    }
    return Mentions::kNoMention;
}

/// *consumer goods*, *Security Council powers*: a kind of goods, some of those who sit there; not
/// the consumer's, nor the Council.
bool SideFinder::is_of_kind(TokenIndex noun, TokenIndex modifier) const {
    const MentionIndex mention = direct(modifier);
    if (mention == Mentions::kNoMention || actor(mention).sectors.empty()) return false;
    const std::string& sector = actor(mention).sectors.front();
    static constexpr std::array<std::string_view, 4> kMembers{"power", "member", "veto",
                                                              "diplomat"};
    if (sector == "IGO") return tree_[noun].tag == "NNS" && one_of(tree_[noun].lemma, kMembers);
    static constexpr std::array<std::string_view, 6> kWares{"good",    "product", "price",
                                                            "service", "market",  "electronics"};
    return sector == "CVL" && tree_[modifier].tag == "NN" && one_of(tree_[noun].lemma, kWares);
}

/// *comments made by the president*, *the policy that Kenya follows*, *sanctions imposed on Iran*:
/// who did it or on whom it lies; the rest of a clause tells of others.
MentionIndex SideFinder::owner_by_clause(TokenIndex noun, TokenIndex clause, int depth,
                                         Owners owners) const {
    const auto own_or_owner = [&](TokenIndex t) {
        const MentionIndex mention = direct(t);
        return mention != Mentions::kNoMention ? mention : owner(t, depth + 1, owners);
    };
    if (tree_[clause].dep == "acl" && tree_[clause].tag == "VBG" && owners == Owners::All) {
        std::vector<TokenIndex> theirs;
        if (tree_[clause].lemma == "belong") theirs = arguments_.prepositional(clause, "to");
        if (one_of(tree_[clause].lemma, kHolding)) theirs = {arguments_.object(clause)};
        for (const TokenIndex t : theirs) {
            const MentionIndex found = t == kNoToken ? Mentions::kNoMention : own_or_owner(t);
            if (found != Mentions::kNoMention) return found;
        }
        return Mentions::kNoMention;
    }
    const bool participle = tree_[clause].dep == "acl" && tree_[clause].tag == "VBN";
    const bool relative =
        tree_[clause].dep == "relcl" && is_object_of_relative(arguments_, clause, noun);
    if (!participle && !relative) return Mentions::kNoMention;
    // *a town that the army has cut off* is no doing of the army.
    static constexpr std::array<std::string_view, 9> kLivedIn{
        "town", "city", "village", "camp", "province", "region", "district", "area", "island"};
    const bool place = tree_[noun].pos == Pos::Propn || one_of(tree_[noun].lemma, kLivedIn);
    if (relative && place) return Mentions::kNoMention;
    // *the curfew imposed in Chad*, *the curbs that Niger had imposed on Chad*
    static constexpr std::array<std::string_view, 5> kDecreed{"impose", "declare", "enforce",
                                                              "proclaim", "decree"};
    std::vector<std::string_view> laid(kLaidOn.begin(), kLaidOn.end());
    const bool decreed = one_of(tree_[clause].lemma, kDecreed);
    if (decreed) laid.insert(laid.end(), {"in", "across"});
    const auto laid_on = [&] {
        for (const std::string_view preposition : laid) {
            for (const TokenIndex t : arguments_.prepositional(clause, preposition)) {
                const MentionIndex found = own_or_owner(t);
                if (found != Mentions::kNoMention) return found;
            }
        }
        return Mentions::kNoMention;
    };
    const bool all = owners == Owners::All;
    if (all && decreed && laid_on() != Mentions::kNoMention) return laid_on();
    const TokenIndex doer = arguments_.subject(clause);
    if (doer != kNoToken && doer != noun) {
        // *the failure revealed by the officer's death* is not the officer's.
        if (direct(doer) != Mentions::kNoMention) return direct(doer);
    }
    return participle && all ? laid_on() : Mentions::kNoMention;
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
    // *citizens of Chad and Niger* are not their states.
    static constexpr std::array<std::string_view, 8> kPeople{"CVL", "REF", "EDU", "LAB",
                                                             "SOC", "CRM", "MED", "JRN"};
    const MentionIndex own = direct(noun);
    if (own != Mentions::kNoMention && !actor(own).sectors.empty() &&
        one_of(actor(own).sectors.front(), kPeople)) {
        return others;
    }
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

std::vector<MentionIndex> SideFinder::actors(TokenIndex token, Owners owners) const {
    if (const TokenIndex named = examples(token); named != kNoToken) {
        auto found = actors(named, owners);
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
        add(owner(t, 0, owners));
        if (!found.empty()) break;
    }
    return found;
}

}  // namespace tidings::coding
