// To whom something is given, where the parser does not say so.
#include "language/recipients.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings {

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

}  // namespace tidings
