#include "coding/quotations.hpp"

#include <algorithm>

namespace tidings::coding {

namespace {

constexpr int kMaxNested = 24;  // quotations before a word that are looked at

}  // namespace

const Quote* innermost_quote(const Mentions& mentions, Span words) {
    const Quote* innermost = nullptr;
    // Quotations are sorted by their start and nest no deeper than a few.
    auto quote = std::upper_bound(
        mentions.quotes.begin(), mentions.quotes.end(), words.start,
        [](std::uint32_t start, const Quote& other) { return start < other.span.start; });
    for (int steps = 0; steps < kMaxNested && quote != mentions.quotes.begin(); ++steps) {
        --quote;
        // Wishes, orders, praise and blame are not told as so by whoever has them.
        if (quote->stance == QuoteStance::Attitude && quote->kind != QuoteKind::Direct) continue;
        if (!quote->span.contains(words) || quote->cue.overlaps(words)) continue;
        if (innermost == nullptr || quote->span.size() < innermost->span.size()) {
            innermost = &*quote;
        }
    }
    return innermost;
}

TokenIndex speaker_of(const SyntaxTree& tree, const Mentions& mentions, TokenIndex token) {
    const Quote* quote = innermost_quote(mentions, tree[token].span);
    if (quote == nullptr || quote->speaker_span.empty()) return kNoToken;
    if (quote->span.contains(quote->speaker_span)) return kNoToken;
    TokenIndex head = kNoToken;
    for (TokenIndex t = tree.token_from(quote->speaker_span.start);
         t < tree.size() && tree[t].span.end <= quote->speaker_span.end; ++t) {
        const std::uint32_t mention = mentions.mention_at[t];
        if (mention == Mentions::kNoMention) continue;
        head = t;
        if (mentions.mentions[mention].actor == quote->speaker) break;
    }
    return head;
}

TokenIndex telling_verb(const SyntaxTree& tree, const Mentions& mentions, TokenIndex token) {
    const Quote* quote = innermost_quote(mentions, tree[token].span);
    if (quote == nullptr || quote->cue.empty()) return kNoToken;
    for (TokenIndex t = tree.token_from(quote->cue.start);
         t < tree.size() && tree[t].span.end <= quote->cue.end; ++t) {
        if (tree[t].pos == Pos::Verb) return t;
    }
    return kNoToken;
}

}  // namespace tidings::coding
