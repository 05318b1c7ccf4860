#include "coding/clause_forms.hpp"

#include <algorithm>

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

}  // namespace tidings::coding
