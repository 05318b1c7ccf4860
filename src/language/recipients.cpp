// To whom something is given, where the parser does not say so.
#include "language/recipients.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings {

/// *handed the activist a prison term*, *sold Taiwan missiles*: the parser may call both objects;
/// what is given is the second.
TokenIndex second_object(const SyntaxTree& tree, TokenIndex verb) {
    static constexpr std::array<std::string_view, 20> kGiving{
        "give", "hand",  "offer", "send", "sell", "lend",   "grant",   "award",  "pay",   "deal",
        "show", "bring", "owe",   "deny", "cost", "assign", "promise", "pledge", "issue", "serve"};
    if (!one_of(tree[verb].lemma, kGiving)) return kNoToken;
    TokenIndex first = kNoToken;
    for (const TokenIndex c : tree.children(verb)) {
        if (tree[c].lower == "," || tree[c].lower == "and") first = kNoToken;
        if (tree[c].dep != "dobj") continue;
        if (first != kNoToken && tree[c].pos != Pos::Pron) return c;
        first = c;
    }
    return kNoToken;
}

/// *allowed [the United Nations] unimpeded access*: the parser takes both for one phrase, but an
/// adjective never stands behind the noun that is its phrase's modifier.
TokenIndex buried_recipient(const SyntaxTree& tree, TokenIndex verb, TokenIndex given) {
    static constexpr std::array<std::string_view, 9> kGiving{
        "give", "grant", "allow", "offer", "deny", "accord", "award", "promise", "refuse"};
    if (!one_of(tree[verb].lemma, kGiving) || given < verb) return kNoToken;
    TokenIndex recipient = kNoToken;
    for (const TokenIndex c : tree.children(given)) {
        const bool noun = tree[c].pos == Pos::Noun || tree[c].pos == Pos::Propn;
        if (c < given && noun && tree[c].dep == "nmod") recipient = c;
        if (c < given && tree[c].dep == "amod" && recipient != kNoToken) return recipient;
    }
    return kNoToken;
}

/// *returned nine masks, some of them bought by sailors, to the islanders*: the parser hangs the
/// receiver on a word of what is handed over.
TokenIndex far_receiver(const SyntaxTree& tree, TokenIndex verb, TokenIndex given) {
    static constexpr std::array<std::string_view, 13> kHandingOver{
        "return",     "hand",      "give", "turn",       "transfer",  "deliver", "restore",
        "repatriate", "surrender", "cede", "relinquish", "restitute", "entrust"};
    // *returned letters sent to the king*
    static constexpr std::array<std::string_view, 12> kTo{"send",   "give",    "sell",   "lend",
                                                          "belong", "address", "link",   "tie",
                                                          "owe",    "connect", "relate", "deliver"};
    constexpr TokenIndex kReach = 30;
    if (!one_of(tree[verb].lemma, kHandingOver) || given < verb) return kNoToken;
    const TokenIndex end =
        std::min(tree.parse().sentences[tree[verb].sentence].last, given + kReach);
    TokenIndex receiver = kNoToken;
    int others = 0;
    for (TokenIndex t = given + 1; t < end; ++t) {
        if (tree[t].lower != "to" || tree[t].dep != "prep" || !tree.is_under(t, verb)) continue;
        const bool comma = tree[t - 1].lower == ",";
        const TokenIndex object = tree.child(t, "pobj");
        if (object == kNoToken || (!comma && !tree.is_under(t, given))) continue;
        const bool apart = comma || others > 0;
        if (apart || !one_of(tree[tree[t].head].lemma, kTo)) receiver = object;
        ++others;
    }
    return receiver;
}

/// The first of two objects: to whom it is given.
bool is_recipient(const SyntaxTree& tree, TokenIndex object) {
    const TokenIndex given = second_object(tree, tree[object].head);
    return given != kNoToken && given != object;
}

}  // namespace tidings
