// Against whom people protest: whom they blame, whom they ask, whom they want gone.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/predicates.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kProtestReach = 40;  // tokens behind a word in which its phrase is read
constexpr int kStepsToVerb = 12;          // from a word up to another

bool is_clause(std::string_view dep) {
    static constexpr std::array<std::string_view, 5> kClauses{"advcl", "xcomp", "acl", "relcl",
                                                              "conj"};
    return one_of(dep, kClauses);
}

bool is_infinitive(const SyntaxTree& tree, TokenIndex verb) {
    const auto below = tree.children(verb);
    return std::any_of(below.begin(), below.end(),
                       [&](TokenIndex c) { return tree[c].dep == "aux" && tree[c].lower == "to"; });
}

}  // namespace

/// *protest against the false promise to new students*, *marched in support of the miners*, *to
/// demand the release of a teacher*: they are not whom it is against.
bool PredicateReader::is_protested_for(MentionIndex mention) const {
    static constexpr std::array<std::string_view, 2> kSuffering{"to", "for"};
    const TokenIndex head = sides_.mentions().mentions[mention].head;
    const std::string_view preposition = preposition_of(mention);
    // *blocked a bridge to demand her release*, not *that the government free her*
    const std::string_view dep = tree_[head].dep;
    const bool of = preposition == "of";
    const TokenIndex governor = of ? tree_.head(tree_.head(head)) : tree_.head(head);
    const bool done_to = of || dep == "poss" || dep == "dobj" || dep == "nsubjpass";
    if (done_to && matcher_.in_class(governor, "freeing")) return true;
    if (preposition.empty()) return false;
    const TokenIndex above = tree_[head].dep == "pobj" ? tree_.head(tree_.head(head)) : head;
    if (above != head && matcher_.in_class(above, "sympathy")) return true;
    return tree_[head].pos == Pos::Noun && may_protest(sides_.actor(mention)) &&
           one_of(preposition, kSuffering);
}

/// The first political actor or country of whom the phrase of a word speaks, who is none of the
/// protesters.
std::vector<MentionIndex> PredicateReader::blamed_below(
    TokenIndex top, const std::vector<MentionIndex>& sources) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[top].sentence];
    const TokenIndex end = std::min(sentence.last, top + kProtestReach);
    for (TokenIndex t = top + 1; t < end && tree_.is_under(t, top); ++t) {
        const MentionIndex m = sides_.direct(t);
        if (m == Mentions::kNoMention || is_in_hyphen(t) || tree_[t].pos == Pos::Pron) continue;
        // *the Government*; but *cuts demanded by the Monetary Fund* are one's own state's.
        const Actor& actor = sides_.actor(m);
        const bool governs =
            is_political(actor) && actor.sectors.front() != "IGO" && !tree_[t].tag.ends_with('S');
        if (actor.country.empty() && !governs) continue;
        // *against the false promise to new students*: not blamed is who suffers from it.
        if (is_protested_for(m)) continue;
        auto found = other_than({m}, sources);
        if (!found.empty()) return found;
    }
    return {};
}

/// *to demand the resignation of the premier*, *calling for him to quit*: they want somebody gone.
bool PredicateReader::wants_gone(TokenIndex clause) const {
    if (!matcher_.in_class(clause, "calling")) return false;
    const Sentence& sentence = tree_.parse().sentences[tree_[clause].sentence];
    const TokenIndex end = std::min(sentence.last, clause + kProtestReach);
    for (TokenIndex t = clause + 1; t < end && tree_.is_under(t, clause); ++t) {
        if (matcher_.in_class(t, "departure")) return true;
    }
    return false;
}

/// Of whom or from whom something is asked for (*call for better pay from the state*), or who is
/// to do it (*demand that the state raise their pay*).
std::vector<TokenIndex> PredicateReader::asked_in(TokenIndex verb) const {
    std::vector<TokenIndex> asked;
    const auto add = [&](TokenIndex head, std::string_view preposition) {
        const auto found = arguments_.prepositional(head, preposition);
        asked.insert(asked.end(), found.begin(), found.end());
    };
    add(verb, "from");
    add(verb, "on");
    add(verb, "of");
    if (const TokenIndex what = arguments_.object(verb); what != kNoToken) add(what, "from");
    for (const TokenIndex what : arguments_.prepositional(verb, "for")) add(what, "from");
    if (const TokenIndex clause = tree_.child(verb, "ccomp"); clause != kNoToken) {
        const TokenIndex doer = tree_.child(clause, "nsubj");
        if (doer != kNoToken) asked.push_back(doer);
    }
    return asked;
}

/// *blocked the port to demand higher wages from the state*, *surrounded the town hall to call on
/// the mayor to resign*: whom the purpose of a protest names.
std::vector<MentionIndex> PredicateReader::asked_by_protest(
    const std::vector<TokenIndex>& heads, const std::vector<MentionIndex>& sources) const {
    for (const TokenIndex head : heads) {
        TokenIndex verb = head;
        for (int steps = 0; steps < kStepsToVerb && !arguments_.is_verb(verb); ++steps) {
            verb = tree_.head(verb);
        }
        const auto below = tree_.children(verb);
        std::vector<TokenIndex> clauses(below.begin(), below.end());
        clauses.push_back(verb);  // *to call for better pay in a protest*: the noun hangs on it
        // *staged a sit-in demanding higher wages from the state*
        const auto beside = tree_.children(head);
        if (verb != head) clauses.insert(clauses.end(), beside.begin(), beside.end());
        for (const TokenIndex c : clauses) {
            const std::string_view dep = tree_[c].dep;
            const bool purpose = dep == "advcl" || dep == "xcomp" || dep == "acl";
            if (!purpose || !matcher_.in_class(c, "calling")) continue;
            for (const TokenIndex t : asked_in(c)) {
                auto found = other_than(sides_.actors(t), sources);
                if (!found.empty() && is_political(sides_.actor(found.front()))) return found;
            }
        }
    }
    return {};
}

/// What a child of the protest's word tells of its cause: *over the law*, *in defiance of the
/// junta*, *to show their anger with Chad*, *demanding that the premier go*.
bool PredicateReader::tells_cause(TokenIndex child) const {
    static constexpr std::array<std::string_view, 4> kOver{"against", "over", "despite", "about"};
    const Token& word = tree_[child];
    if (word.dep == "prep") {
        const TokenIndex object = tree_.child(child, "pobj");
        if (object == kNoToken) return false;
        return one_of(word.lower, kOver) ||
               (word.lower == "in" && matcher_.in_class(object, "opposition"));
    }
    const bool purpose = (word.dep == "advcl" || word.dep == "xcomp") &&
                         matcher_.in_class(child, "objecting") && is_infinitive(tree_, child);
    return purpose || (is_clause(word.dep) && wants_gone(child));
}

/// *marched to stop the army from taking power*, *a go-slow meant to wring money from Chad*: whom
/// the aim of a protest is at, unless they march to cheer him.
std::vector<MentionIndex> PredicateReader::aimed_at(
    TokenIndex head, const std::vector<MentionIndex>& sources) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[head].sentence];
    const TokenIndex end = std::min(sentence.last, head + kProtestReach);
    for (TokenIndex t = head + 1; t < end; ++t) {
        if (!arguments_.is_verb(t) || !is_infinitive(tree_, t) || !tree_.is_under(t, head))
            continue;
        bool aim = true;
        for (TokenIndex at = t; aim && at != head; at = tree_.head(at)) {
            const std::string_view dep = tree_[at].dep;
            aim = dep != "ccomp" && dep != "conj" && dep != "relcl" && dep != "nsubj";
        }
        if (!aim || matcher_.in_class(t, "siding")) continue;
        auto found = blamed_below(t, sources);
        if (!found.empty() && is_political(sides_.actor(found.front()))) return found;
    }
    return {};
}

/// *blocked the port until the ministry agreed to talks*: whose deed they wait for.
std::vector<MentionIndex> PredicateReader::awaited_from(
    TokenIndex head, const std::vector<MentionIndex>& sources) const {
    for (const TokenIndex clause : tree_.children(head)) {
        const TokenIndex mark =
            tree_[clause].dep == "advcl" ? tree_.child(clause, "mark") : kNoToken;
        if (mark == kNoToken || tree_[mark].lower != "until") continue;
        const TokenIndex doer = tree_.child(clause, "nsubj");
        if (doer == kNoToken) continue;
        auto found = other_than(sides_.actors(doer), sources);
        if (!found.empty() && is_political(sides_.actor(found.front()))) return found;
    }
    return {};
}

/// *farmers angry at the Commission blocked a road*: at whom they are angry.
std::vector<MentionIndex> PredicateReader::resented_by(
    const std::vector<MentionIndex>& sources) const {
    for (const MentionIndex source : sources) {
        for (const TokenIndex c : tree_.children(sides_.mentions().mentions[source].head)) {
            if (!matcher_.in_class(c, "angry")) continue;
            auto found = blamed_below(c, sources);
            if (!found.empty()) return found;
        }
    }
    return {};
}

/// *critics of the junta marched*: those whom they oppose.
std::vector<MentionIndex> PredicateReader::opposed_by(
    const std::vector<MentionIndex>& sources) const {
    for (const MentionIndex source : sources) {
        const TokenIndex head = sides_.mentions().mentions[source].head;
        if (!matcher_.in_class(head, "opponent")) continue;
        for (const TokenIndex of : arguments_.prepositional(head, "of")) {
            auto found = other_than(sides_.actors(of), sources);
            if (!found.empty()) return found;
        }
    }
    return {};
}

std::vector<MentionIndex> PredicateReader::cause_of_protest(
    TokenIndex predicate, const std::vector<MentionIndex>& sources) const {
    std::vector<TokenIndex> heads{predicate};
    if (const TokenIndex verb = matcher_.teller(predicate); verb != kNoToken) heads.push_back(verb);
    if (auto asked = asked_by_protest(heads, sources); !asked.empty()) return asked;
    for (const TokenIndex head : heads) {
        for (const TokenIndex c : tree_.children(head)) {
            if (c < head || !tells_cause(c)) continue;
            auto found = blamed_below(c, sources);
            if (!found.empty()) return found;
        }
    }
    for (const TokenIndex head : heads) {
        if (auto found = aimed_at(head, sources); !found.empty()) return found;
        if (auto found = awaited_from(head, sources); !found.empty()) return found;
    }
    return resented_by(sources);
}

}  // namespace tidings::coding
