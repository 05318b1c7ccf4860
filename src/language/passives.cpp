#include "language/passives.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings {

namespace {

/// Verbs that always have an object: *Minister Accused Of Graft* is a passive.
constexpr std::array<std::string_view, 24> kTransitive{
    "accuse", "suspect", "arrest",      "jail",   "imprison", "detain",   "charge", "convict",
    "acquit", "indict",  "assassinate", "murder", "wound",    "injure",   "kidnap", "abduct",
    "deport", "expel",   "evict",       "oust",   "behead",   "sentence", "kill",   "sanction"};

}  // namespace

bool is_headline_passive(const SyntaxTree& tree, TokenIndex verb) {
    const Token& token = tree[verb];
    if (token.tag != "VBN" && token.tag != "VBD") return false;
    if (verb + 1 >= tree.size() || !one_of(token.lemma, kTransitive)) return false;
    const auto children = tree.children(verb);
    const bool has_more = std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
        const std::string_view dep = tree[c].dep;
        return dep == "dobj" || dep == "ccomp" || dep == "xcomp" || dep == "conj" || dep == "aux";
    });
    const Token& next = tree[verb + 1];
    return !has_more && tree.has_child(verb, "nsubj") && next.dep == "prep" && next.head == verb;
}

bool is_caused_passive(const SyntaxTree& tree, TokenIndex verb) {
    static constexpr std::array<std::string_view, 6> kHaving{"have", "get",   "want",
                                                             "need", "order", "like"};
    static constexpr std::array<std::string_view, 5> kSeeing{"see", "keep", "watch", "find",
                                                             "hear"};
    const Token& token = tree[verb];
    if (token.dep != "ccomp" || token.head >= verb) return false;
    const bool has =
        one_of(tree[token.head].lemma, kHaving) && (token.tag == "VBN" || token.tag == "VBD");
    const bool sees = one_of(tree[token.head].lemma, kSeeing) && token.tag == "VBN" &&
                      !tree.has_child(token.head, "auxpass");
    if (!has && !sees) return false;
    const TokenIndex subject = tree.child(verb, "nsubj");
    if (subject == kNoToken || subject < token.head) return false;
    const auto children = tree.children(verb);
    return std::none_of(children.begin(), children.end(), [&](TokenIndex c) {
        const std::string_view dep = tree[c].dep;
        return dep == "aux" || dep == "auxpass" || dep == "dobj" || dep == "mark";
    });
}

bool is_causer(const SyntaxTree& tree, TokenIndex verb) {
    const std::string_view governor = tree[tree[verb].head].lemma;
    if (!is_caused_passive(tree, verb) || (governor != "have" && governor != "get")) return false;
    if (!one_of(tree[verb].lemma, kTransitive)) return false;
    const TokenIndex owner = tree.child(tree.child(verb, "nsubj"), "poss");
    return owner == kNoToken || tree[owner].pos != Pos::Pron;
}

}  // namespace tidings
