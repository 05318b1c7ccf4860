#include "mention/actor/noun_phrases.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"

namespace tidings::mention {

namespace {

constexpr std::array<std::string_view, 9> kLeftRelations{
    "det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod"};

constexpr std::array<std::string_view, 16> kHeadRelations{
    "nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos",    "conj",      "attr",
    "agent", "dative",    "oprd", "ROOT", "dep",  "npadvmod", "parataxis", "pcomp"};

bool can_head(const Token& token) {
    switch (token.pos) {
        case Pos::Noun:
        case Pos::Propn:
        case Pos::Pron:
            return true;
        case Pos::Num:
        case Pos::Adj:
        case Pos::Det:
        case Pos::X:
            return token.dep != "amod" && token.dep != "acomp" && token.dep != "det" &&
                   token.dep != "nummod";
        default:
            return false;
    }
}

TokenIndex left_edge(const SyntaxTree& tree, TokenIndex head, int depth) {
    TokenIndex edge = head;
    if (depth > 6) return edge;
    const auto children = tree.children(head);
    for (auto it = children.rbegin(); it != children.rend(); ++it) {
        const TokenIndex c = *it;
        if (c > head) continue;
        if (!one_of(tree[c].dep, kLeftRelations)) {
            if (tree[c].dep == "punct" && c + 1 == edge) continue;
            break;
        }
        edge = std::min(edge, left_edge(tree, c, depth + 1));
    }
    return edge;
}

}  // namespace

std::vector<NounPhrase> find_noun_phrases(const SyntaxTree& tree) {
    std::vector<NounPhrase> phrases;
    for (TokenIndex i = 0; i < tree.size(); ++i) {
        const Token& token = tree[i];
        if (!can_head(token)) continue;
        if (!one_of(token.dep, kHeadRelations) && token.pos != Pos::Propn &&
            token.pos != Pos::Noun) {
            continue;
        }
        if (token.dep == "compound" || token.dep == "nmod" || token.dep == "amod") continue;
        phrases.push_back({left_edge(tree, i, 0), i + 1, i});
    }
    return phrases;
}

}  // namespace tidings::mention
