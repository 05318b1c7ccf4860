// Which nouns tell of an event; those in -ing that say what a verb of the lexicon says: *the
// freezing of their accounts*.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/one_of.hpp"
#include "coding/rule_matcher.hpp"

namespace tidings::coding {

namespace {

constexpr std::size_t kShortest = 6;  // letters of such a noun: *arming*

/// Nouns that name a thing or a state rather than what somebody did.
constexpr std::array<std::string_view, 12> kThings{
    "financing", "funding", "building",  "hearing", "understanding", "feeling",
    "meaning",   "setting", "beginning", "writing", "painting",      "housing"};

bool has_of(const SyntaxTree& tree, TokenIndex noun) {
    for (const TokenIndex c : tree.children(noun)) {
        if (tree[c].dep == "prep" && tree[c].lower == "of") return true;
    }
    return false;
}

}  // namespace

bool is_verbal_noun(const SyntaxTree& tree, TokenIndex token) {
    const Token& noun = tree[token];
    if (noun.tag == "NN") return noun.lower.ends_with("ing") && has_of(tree, token);
    if (noun.tag != "VBG" || tree.has_child(token, "dobj")) return false;
    const bool owned = tree.has_child(token, "poss") || tree.has_child(token, "amod") ||
                       tree.has_child(token, "det") || tree.has_child(token, "compound");
    return owned && has_of(tree, token);
}

bool RuleMatcher::is_event_noun(TokenIndex token) const {
    const Pos pos = tree_[token].pos;
    if (pos != Pos::Noun && pos != Pos::Propn) return false;
    const std::string word = lemma(token);
    if (lexicon_.is_event_noun(word) || !nominal_verb(token).empty()) return true;
    // *pull-out*
    const bool joined = token >= 2 && tree_[token - 1].lower == "-";
    return joined && lexicon_.is_event_noun(std::string(tree_[token - 2].lower) + "-" + word);
}

/// The verb of *the freezing of their accounts*, if the lexicon has that verb and no such noun;
/// else nothing.
std::string RuleMatcher::nominal_verb(TokenIndex token) const {
    const Token& noun = tree_[token];
    if (noun.pos != Pos::Noun || noun.lower.size() < kShortest) return {};
    if (!is_verbal_noun(tree_, token) || noun.tag != "NN") return {};
    if (one_of(noun.lower, kThings)) return {};
    const std::string_view stem = noun.lower.substr(0, noun.lower.size() - 3);
    std::vector<std::string> verbs{std::string(stem) + "e", std::string(stem)};
    if (stem.back() == stem[stem.size() - 2]) {
        verbs.emplace_back(stem.substr(0, stem.size() - 1));
    }
    for (std::string& verb : verbs) {
        if (lexicon_.find(PredicatePos::Verb, verb) != nullptr) return std::move(verb);
    }
    return {};
}

}  // namespace tidings::coding
