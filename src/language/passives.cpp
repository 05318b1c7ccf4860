// Who is done to: passives with *be*, those of headlines and of *had him arrested*, and their
// agents.
#include "language/passives.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "language/arguments.hpp"

namespace tidings {

namespace {

/// Verbs that always have an object: *Minister Accused Of Graft* is a passive.
constexpr std::array<std::string_view, 24> kTransitive{
    "accuse", "suspect", "arrest",      "jail",   "imprison", "detain",   "charge", "convict",
    "acquit", "indict",  "assassinate", "murder", "wound",    "injure",   "kidnap", "abduct",
    "deport", "expel",   "evict",       "oust",   "behead",   "sentence", "kill",   "sanction"};

/// *The premiers conferred by telephone*, *drilled side by side*: by what means, not by whom.
bool is_means(const SyntaxTree& tree, TokenIndex by) {
    static constexpr std::array<std::string_view, 10> kMeans{
        "telephone", "phone", "video", "videoconference", "teleconference",
        "hotline",   "link",  "email", "radio",           "side"};
    // *was rejected by a wide margin*, *by a majority*, *by a vote of 30 to 20*; lawmakers do it,
    // though, where *a majority of lawmakers* does.
    static constexpr std::array<std::string_view, 8> kMeasures{
        "margin", "majority", "vote", "landslide", "acclamation", "consensus", "decree", "mistake"};
    const TokenIndex object = tree.child(by, "pobj");
    if (object == kNoToken) return false;
    const TokenIndex of = tree.child(object, "prep");
    const TokenIndex whole = of == kNoToken ? TokenIndex{kNoToken} : tree.child(of, "pobj");
    const bool counted = whole == kNoToken || tree[whole].pos == Pos::Num;
    if (one_of(tree[object].lemma, kMeasures)) return counted;
    return one_of(tree[object].lemma, kMeans) && tree.has_child(tree[by].head, "nsubj");
}

/// *The charity documented torture by the police*: a verb with subject and object of its own is no
/// passive, whatever *by* follows; only what is given may be left behind one (*denied visas by
/// Iran*).
bool has_both_sides(const SyntaxTree& tree, TokenIndex verb) {
    static constexpr std::array<std::string_view, 12> kGiving{"give", "hand", "offer",  "send",
                                                              "sell", "lend", "grant",  "award",
                                                              "deny", "show", "refuse", "promise"};
    const TokenIndex subject = tree.child(verb, "nsubj");
    const TokenIndex object = tree.child(verb, "dobj");
    return subject != kNoToken && object != kNoToken && subject < verb && object > verb &&
           tree[verb].tag != "VBN" && !one_of(tree[verb].lemma, kGiving);
}

/// *was lifted on the orders of the governor*, *at the president's behest*: who gave the order.
TokenIndex who_ordered(const SyntaxTree& tree, TokenIndex verb) {
    static constexpr std::array<std::string_view, 5> kOrders{"order", "instruction", "command",
                                                             "behest", "bidding"};
    for (const TokenIndex c : tree.children(verb)) {
        const std::string_view word = tree[c].lower;
        if (tree[c].dep != "prep" || (word != "on" && word != "at" && word != "under")) continue;
        const TokenIndex order = tree.child(c, "pobj");
        if (order == kNoToken || !one_of(tree[order].lemma, kOrders)) continue;
        if (const TokenIndex owner = tree.child(order, "poss"); owner != kNoToken) return owner;
        for (const TokenIndex of : tree.children(order)) {
            const bool whose = tree[of].lower == "of" || tree[of].lower == "from";
            if (whose && tree[of].dep == "prep") return tree.child(of, "pobj");
        }
    }
    return kNoToken;
}

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
    // A participle cannot be anything else; a past tense may have lost its object.
    const Token& next = tree[verb + 1];
    const bool told_how = next.dep == "prep" && next.head == verb;
    return !has_more && tree.has_child(verb, "nsubj") && (told_how || token.tag == "VBN");
}

bool is_shot_down(const SyntaxTree& tree, TokenIndex verb) {
    const Token& token = tree[verb];
    if (token.lemma != "shoot" && token.lemma != "gun") return false;
    if (token.tag != "VBD" && token.tag != "VBN") return false;
    bool down = false;
    for (const TokenIndex c : tree.children(verb)) {
        const std::string_view dep = tree[c].dep;
        if (dep == "dobj" || dep == "aux") return false;
        // *shot down and killed two pilots*: the object stands behind the last of the verbs.
        if (dep == "conj" && tree.has_child(c, "dobj")) return false;
        down = down || (c == verb + 1 && (tree[c].lower == "down" || tree[c].lower == "dead"));
    }
    return down && tree.has_child(verb, "nsubj");
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

TokenIndex Arguments::agent(TokenIndex verb) const {
    for (const TokenIndex c : tree_.children(verb)) {
        const Token& token = tree_[c];
        if (token.lower == "by" && is_means(tree_, c)) continue;
        if (token.dep == "agent" || (token.dep == "prep" && token.lower == "by")) {
            const TokenIndex object = tree_.child(c, "pobj");
            if (object != kNoToken && !(tree_[object].pos == Pos::Num)) return object;
        }
    }
    return who_ordered(tree_, verb);
}

bool Arguments::is_passive(TokenIndex verb) const {
    bool has_auxiliary = false;
    bool has_subject = false;
    for (const TokenIndex c : tree_.children(verb)) {
        const std::string_view dep = tree_[c].dep;
        const bool by_whom = dep == "agent" && !is_means(tree_, c) && !has_both_sides(tree_, verb);
        if (dep == "auxpass" || dep == "nsubjpass" || dep == "csubjpass" || by_whom) {
            return true;
        }
        has_auxiliary = has_auxiliary || (dep == "aux" && tree_[c].lemma != "to");
        has_subject = has_subject || dep == "nsubj";
    }
    const Token& token = tree_[verb];
    // *a leader charged with theft*: without a subject the tag of a past tense must be wrong.
    const bool mistagged = token.tag == "VBD" && token.dep == "acl" && !has_subject &&
                           !tree_.is_root(token.head) && !tree_.has_child(verb, "dobj");
    if (is_headline_passive(tree_, verb) || is_caused_passive(tree_, verb)) return true;
    if (is_shot_down(tree_, verb)) return true;
    if ((token.tag != "VBN" && !mistagged) || has_auxiliary) return false;
    if (token.dep == "acl" || token.dep == "amod" || token.dep == "acomp") return true;
    if (token.dep == "relcl" && !has_subject) return true;
    if ((token.dep == "advcl" || token.dep == "xcomp" || token.dep == "oprd" ||
         token.dep == "ccomp") &&
        !has_subject && !tree_.has_child(verb, "dobj")) {
        return true;
    }
    if (token.dep == "conj" && !has_subject) {
        // *was found alive and arrested*: coordinated with the predicate of the passive.
        const Token& first = tree_[token.head];
        if (first.dep == "oprd" || first.dep == "acomp") return true;
        return is_verb(token.head) && is_passive(token.head);
    }
    return false;
}

}  // namespace tidings
