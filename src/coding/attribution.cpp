#include "coding/attribution.hpp"

#include <algorithm>

#include "coding/quotations.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxSpeakerWords = 24;

}  // namespace

/// The head of a phrase, kNoToken for what is longer than names of speakers are.
TokenIndex AttributionReader::head_of(Span phrase) const {
    const auto& tokens = tree_.parse().tokens;
    auto at = std::lower_bound(
        tokens.begin(), tokens.end(), phrase.start,
        [](const Token& token, std::uint32_t start) { return token.span.start < start; });
    for (int words = 0; at != tokens.end() && at->span.end <= phrase.end; ++at) {
        if (++words > kMaxSpeakerWords) break;
        const auto token = static_cast<TokenIndex>(at - tokens.begin());
        if (at->head == token || !phrase.contains(tokens[at->head].span)) return token;
    }
    return kNoToken;
}

bool AttributionReader::is_listed(std::string_view relation, Span phrase) const {
    const TokenIndex head = head_of(phrase);
    return head != kNoToken && words_.find(relation, tree_[head].lemma) != nullptr;
}

/// *survivors*, *opposition lawmakers*, *a former aide*.
bool AttributionReader::is_claimant(Span speaker) const {
    const TokenIndex head = head_of(speaker);
    if (head == kNoToken) return false;
    if (words_.find("speaker", tree_[head].lemma) != nullptr) return true;
    const auto words = tree_.children(head);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree_[c].dep == "amod" || tree_[c].dep == "compound") &&
               words_.find("speaker", tree_[c].lower) != nullptr;
    });
}

std::optional<Attribution> AttributionReader::read(const Reading& reading) const {
    const Quote* innermost = innermost_quote(mentions_, tree_[reading.predicate].span);
    if (innermost == nullptr || innermost->speaker_span.empty()) return std::nullopt;
    Attribution result;
    result.speaker.actor = innermost->speaker;
    result.speaker.span = innermost->speaker_span;
    result.claim =
        innermost->stance == QuoteStance::Claimed || is_claimant(innermost->speaker_span);
    result.contends = is_listed("claimer", innermost->cue);
    result.fact = is_listed("factive", innermost->cue);
    result.own =
        std::any_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex source) {
            return mentions_.mentions[source].actor == innermost->speaker;
        });
    return result;
}

}  // namespace tidings::coding
