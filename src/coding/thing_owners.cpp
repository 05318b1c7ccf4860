#include "coding/thing_owners.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kOwnerTokens = 600;  // before a thing within which its owner is looked for

/// Words for one and the same proceedings: *the impeachment inquiry*, *hearings*, *process*.
constexpr std::array<std::string_view, 12> kProceedings{
    "process",     "inquiry",    "enquiry", "investigation", "probe", "hearing",
    "proceedings", "proceeding", "trial",   "effort",        "push",  "drive"};
/// Who does it, of a thing that is told with what has been done to it.
constexpr std::array<std::string_view, 8> kMaking{"lead", "hold",   "launch", "open",
                                                  "make", "impose", "issue",  "draw"};

}  // namespace

/// *the bishop's plan*, *the Kenyan tariffs*, *a draft by the council*; not *the Kenya deal*, which
/// is about the country.
MentionIndex ThingOwners::owner_at(TokenIndex noun) const {
    const auto known = [&](TokenIndex t) {
        const MentionIndex m = sides_.direct(t);
        if (m == kNobody || sides_.actor(m).weak) return kNobody;
        const Actor& actor = sides_.actor(m);
        return actor.country.empty() && actor.sectors.empty() ? kNobody : m;
    };
    if (const TokenIndex possessor = arguments_.possessor(noun); possessor != kNoToken) {
        return known(possessor);
    }
    for (const TokenIndex by : arguments_.prepositional(noun, "by")) {
        if (const MentionIndex m = known(by); m != kNobody) return m;
    }
    for (const TokenIndex c : tree_.children(noun)) {
        // *the inquiry led by the senate*
        if (tree_[c].dep != "acl" || tree_[c].tag != "VBN" || !one_of(tree_[c].lemma, kMaking)) {
            continue;
        }
        const TokenIndex doer = arguments_.subject(c);
        if (doer != kNoToken && known(doer) != kNobody) return known(doer);
    }
    // *The hearings are an attempt by the senate to unseat her.*
    const TokenIndex verb = tree_.head(noun);
    const TokenIndex called = tree_[noun].dep == "nsubj" && tree_[verb].lemma == "be"
                                  ? tree_.child(verb, "attr")
                                  : kNoToken;
    if (called != kNoToken) {
        for (const TokenIndex by : arguments_.prepositional(called, "by")) {
            if (const MentionIndex m = known(by); m != kNobody) return m;
        }
    }
    for (const TokenIndex modifier : arguments_.modifiers(noun)) {
        const bool people = tree_[modifier].tag == "JJ";
        if (!people && place_at(tree_, sides_.mentions(), modifier) != nullptr) continue;
        if (const MentionIndex m = known(modifier); m != kNobody) return m;
    }
    return kNobody;
}

/// *the impeachment hearings* are not *the budget hearings*, but may be *the impeachment inquiry*.
bool ThingOwners::same_kind(TokenIndex noun, TokenIndex earlier) const {
    const Token& word = tree_[earlier];
    if (word.pos != Pos::Noun) return false;
    const bool proceedings = one_of(word.lemma, kProceedings) &&
                             one_of(tree_[noun].lemma, kProceedings) &&
                             tree_.has_child(noun, "compound");
    if (word.lemma != tree_[noun].lemma && !proceedings) return false;
    const auto words = tree_.children(noun);
    return std::all_of(words.begin(), words.end(), [&](TokenIndex c) {
        if (tree_[c].dep != "compound" || tree_[c].pos != Pos::Noun) return true;
        const auto others = tree_.children(earlier);
        return std::any_of(others.begin(), others.end(),
                           [&](TokenIndex o) { return tree_[o].lower == tree_[c].lower; });
    });
}

MentionIndex ThingOwners::before(TokenIndex noun, const Reading& reading) const {
    const auto& mentions = sides_.mentions().mentions;
    const TokenIndex first = noun > kOwnerTokens ? noun - kOwnerTokens : 0;
    for (TokenIndex t = noun; t-- > first;) {
        if (!same_kind(noun, t)) continue;
        const MentionIndex owner = owner_at(t);
        if (owner == kNobody) continue;
        const bool own =
            std::any_of(reading.sources.begin(), reading.sources.end(),
                        [&](MentionIndex s) { return mentions[s].actor == mentions[owner].actor; });
        return own ? kNobody : owner;
    }
    return kNobody;
}

void ThingOwners::name(Reading& reading) const {
    static constexpr std::array<std::string_view, 6> kTypes{"ACCUSE",  "REJECT",  "SUPPORT",
                                                            "ASSAULT", "PROTEST", "COERCE"};
    static constexpr std::array<std::string_view, 5> kBack{"the", "this", "that", "these", "those"};
    if (reading.targets.size() != 1 || reading.sources.empty()) return;
    if (!one_of(reading.coding.type, kTypes)) return;
    const MentionIndex target = reading.targets.front();
    const TokenIndex thing = sides_.mentions().mentions[target].head;
    // Of a law many are the authors.
    static constexpr std::array<std::string_view, 3> kOfAll{"law", "act", "constitution"};
    if (!sides_.actor(target).weak || tree_[thing].pos != Pos::Noun) return;
    if (one_of(tree_[thing].lemma, kOfAll)) return;
    const auto words = tree_.children(thing);
    const bool definite = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "det" && one_of(tree_[c].lower, kBack);
    });
    if (!definite) return;
    const MentionIndex owner = before(thing, reading);
    if (owner == kNobody) return;
    const auto& mentions = sides_.mentions().mentions;
    reading.targets = {owner};
    reading.at_thing = false;
    reading.implied_target = tree_[mentions[owner].head].sentence != tree_[thing].sentence;
    reading.why.emplace_back("discourse:owner");
}

}  // namespace tidings::coding
