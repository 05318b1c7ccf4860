#include "coding/clause_forms.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings::coding {

bool is_indicative(const SyntaxTree& tree, TokenIndex clause) {
    const auto finite = [&](TokenIndex t) {
        const std::string_view tag = tree[t].tag;
        if (tag == "MD") return tree[t].lower != "must" && tree[t].lower != "should";
        return tag == "VBZ" || tag == "VBD" || (tag == "VBP" && tree[t].lemma == "be");
    };
    const auto words = tree.children(clause);
    return finite(clause) || std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
               return (tree[c].dep == "aux" || tree[c].dep == "auxpass") && finite(c);
           });
}

TokenIndex verbal_object(const SyntaxTree& tree, TokenIndex verb) {
    for (const TokenIndex c : tree.children(verb)) {
        const bool complement = tree[c].dep == "oprd" || tree[c].dep == "ccomp" ||
                                tree[c].dep == "xcomp" || tree[c].dep == "acomp";
        if (complement && c > verb && tree[c].tag == "VBG" && tree.has_child(c, "det")) return c;
    }
    return kNoToken;
}

TokenIndex object_behind_adjective(const SyntaxTree& tree, TokenIndex verb) {
    for (const TokenIndex c : tree.children(verb)) {
        if (tree[c].pos == Pos::Adj && c > verb && tree[c - 1].lower == "as") {
            return tree.child(c, "dobj");
        }
    }
    return kNoToken;
}

bool is_former_possession(const SyntaxTree& tree, TokenIndex noun) {
    if (tree[noun].lemma != "colony" && tree[noun].lemma != "protectorate") return false;
    const auto words = tree.children(noun);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree[c].lower == "former" || tree[c].lower == "ex";
    });
}

bool is_war_elsewhere(const SyntaxTree& tree, TokenIndex noun) {
    static constexpr std::array<std::string_view, 3> kWars{"war", "conflict", "crisis"};
    return one_of(tree[noun].lemma, kWars);
}

bool is_long_time(const SyntaxTree& tree, TokenIndex noun) {
    static constexpr std::array<std::string_view, 6> kTimes{"history", "memory", "era",
                                                            "century", "decade", "past"};
    return one_of(tree[noun].lemma, kTimes);
}

bool is_to_have_it(const SyntaxTree& tree, TokenIndex clause) {
    static constexpr std::array<std::string_view, 7> kEnabled{
        "able", "free", "safe", "eligible", "entitled", "exempt", "secure"};
    static constexpr std::array<std::string_view, 6> kGetting{"receive", "benefit", "enjoy",
                                                              "deserve", "thrive",  "prosper"};
    if (one_of(tree[clause].lemma, kEnabled) || one_of(tree[clause].lemma, kGetting)) return true;
    const TokenIndex complement = tree.child(clause, "acomp");
    return complement != kNoToken && one_of(tree[complement].lemma, kEnabled);
}

bool is_causative(std::string_view lemma) {
    static constexpr std::array<std::string_view, 6> kCausatives{"make",    "force",  "compel",
                                                                 "require", "oblige", "coerce"};
    return one_of(lemma, kCausatives);
}

}  // namespace tidings::coding
