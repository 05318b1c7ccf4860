// Whose an event noun is by its own words, where its rule finds nobody who does it.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/predicates.hpp"

namespace tidings::coding {

namespace {

constexpr MentionIndex kNobody = Mentions::kNoMention;

}  // namespace

/// *the raid of Chad on the camp*, *the Chadian seizure of the boats*: whose it is by *of* or by a
/// word before it, if whom it is done to stands behind another preposition. *The killing of a guard
/// on the border* is not his.
std::vector<MentionIndex> PredicateReader::owner_of_deed(const RuleMatch& match,
                                                         TokenIndex noun) const {
    static constexpr std::array<std::string_view, 6> kDoneTo{"ing", "tion", "sion",
                                                             "ure", "al",   "ment"};
    const auto meets = [&](const char* preposition) {
        const auto behind = arguments_.prepositional(noun, preposition);
        return std::any_of(behind.begin(), behind.end(),
                           [&](TokenIndex t) { return !sides_.actors(t).empty(); });
    };
    const std::string_view lemma = tree_[noun].lemma;
    const bool done_to = std::any_of(kDoneTo.begin(), kDoneTo.end(), [&](std::string_view ending) {
        return lemma.ends_with(ending);
    });
    const Action& action = match.rule->action;
    const bool said = action.kind == ActionKind::Compose || needs_source(action.coding.type);
    if (const TokenIndex clause = matcher_.carrying_clause(noun); clause != kNoToken) {
        const TokenIndex doer = arguments_.subject(clause);
        if (doer != kNoToken) return sides_.actors(doer);
    }
    if (meets("of") || meets("on") || meets("against") || meets("to")) {
        for (const TokenIndex before : arguments_.modifiers(noun)) {
            const MentionIndex owner = sides_.direct(before);
            if (owner == kNobody) continue;
            const Actor& actor = sides_.actor(owner);
            if (!actor.country.empty() && actor.role.empty()) return {owner};
        }
    }
    const bool other = meets("against") || (said && meets("to")) ||
                       (!said && !done_to && (meets("on") || meets("into")));
    // *a walkout of nurses over pay*: those who may protest do.
    const bool protest = action.kind == ActionKind::Code && action.coding.type == "PROTEST";
    for (const TokenIndex of : arguments_.prepositional(noun, "of")) {
        if (other && sides_.direct(of) != kNobody) return {sides_.direct(of)};
        if (!protest || !matcher_.in_class(of, "human")) continue;
        auto crowd = sides_.actors(of);
        std::erase_if(crowd, [&](MentionIndex m) { return !may_protest(sides_.actor(m)); });
        if (!crowd.empty()) return crowd;
    }
    return {};
}

/// *the Israeli blockade imposed on Gaza*: whose it is by its own words has imposed it.
std::vector<MentionIndex> PredicateReader::owners_of_imposed(TokenIndex verb) const {
    static constexpr std::array<std::string_view, 9> kImposing{
        "impose", "levy", "enforce", "wage", "launch", "conduct", "mount", "inflict", "carry"};
    const bool participle = tree_[verb].dep == "acl" && tree_[verb].tag == "VBN";
    if (!participle || !one_of(tree_[verb].lemma, kImposing)) return {};
    return owners_before(tree_.head(verb));
}

}  // namespace tidings::coding
