#include "mention/coreference/reference_context.hpp"

#include <algorithm>

namespace tidings::mention {

PhraseId ReferenceContext::speaker(std::int32_t q) const {
    if (q < 0) return kNoPhrase;
    const TokenIndex token = spoken[static_cast<std::size_t>(q)].speaker;
    if (token == kNoToken) return kNoPhrase;
    return sets.at(token);
}

std::string ReferenceContext::region_of(const NounPhrase& phrase) const {
    const Span before{tree[phrase.first].span.start, tree[phrase.head].span.start};
    auto place =
        std::lower_bound(places.begin(), places.end(), before.start,
                         [](const PlaceMention& p, std::uint32_t at) { return p.span.start < at; });
    for (; place != places.end() && place->span.end <= before.end; ++place) {
        if (place->kind == "region" || place->kind == "district") return place->name;
    }
    return {};
}

TokenIndex ReferenceContext::governing_verb(TokenIndex token) const {
    TokenIndex t = token;
    for (int steps = 0; steps < 3; ++steps) {
        if (tree.is_root(t)) return kNoToken;
        t = tree.head(t);
        if (arguments.is_verb(t)) return t;
        if (tree[t].pos != Pos::Adp && tree[t].dep != "agent" && tree[t].dep != "dative") break;
    }
    return kNoToken;
}

void locate_spoken_words(ReferenceContext& context) {
    context.spoken_at.assign(context.sets.size(), -1);
    std::size_t q = 0;
    for (PhraseId i = 0; i < context.sets.size(); ++i) {
        const Span here = context.sets.head(i).span;
        while (q < context.spoken.size() && context.spoken[q].span.end <= here.start) ++q;
        if (q == context.spoken.size()) return;
        if (context.spoken[q].span.contains(here)) {
            context.spoken_at[i] = static_cast<std::int32_t>(q);
        }
    }
}

}  // namespace tidings::mention
