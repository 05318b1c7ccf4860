#include "language/dependency_tree.hpp"

#include <algorithm>
#include <cstddef>

namespace tidings::language {

namespace {

constexpr std::string_view kDelimiter = "||";
/// spaCy gives up on crossing sentences after so many passes.
constexpr int kMostPasses = 12;
/// Bounds the search for a new head, so that one endless sentence cannot take quadratic time. A
/// real sentence never comes near.
constexpr std::size_t kMostSearched = 1U << 18U;

void take_edges(std::span<DocToken> tokens, DependencyTreeScratch& s, std::size_t child) {
    const std::uint32_t head = tokens[child].head;
    s.left_edge[head] = std::min(s.left_edge[head], s.left_edge[child]);
    s.right_edge[head] = std::max(s.right_edge[head], s.right_edge[child]);
}

// Whether every head lies in its token's own sentence, as the edges have it so far.
bool heads_within_sentences(std::span<DocToken> tokens, DependencyTreeScratch& s) {
    s.starts.assign(tokens.size(), 0);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].head == i) s.starts[s.left_edge[i]] = 1;
    }
    std::size_t first = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!(i > 0 && s.starts[i] != 0) && i + 1 != tokens.size()) continue;
        for (std::size_t j = first; j < i; ++j) {
            if (tokens[j].head < first || tokens[j].head > i) return false;
        }
        first = i;
    }
    return true;
}

// The first token below `token`'s head, breadth first and left to right, with the label `label`.
std::uint32_t find_new_head(std::span<const DocToken> tokens, std::uint32_t token,
                            std::int32_t label, DependencyTreeScratch& s) {
    s.queue.assign(1, tokens[token].head);
    std::size_t searched = 0;
    for (std::size_t at = 0; at < s.queue.size(); ++at) {
        const std::uint32_t parent = s.queue[at];
        for (std::uint32_t child = s.left_edge[parent]; child <= s.right_edge[parent]; ++child) {
            if (++searched > kMostSearched) return tokens[token].head;
            if (child == parent || tokens[child].head != parent || tokens[child].is_space ||
                child == token) {
                continue;
            }
            if (tokens[child].dep == label) return child;
            s.queue.push_back(child);
        }
    }
    return tokens[token].head;
}

}  // namespace

std::int32_t DependencyLabels::add(std::string_view label) {
    const auto found = std::find(texts_.begin(), texts_.end(), label);
    if (found != texts_.end()) return static_cast<std::int32_t>(found - texts_.begin());
    const auto number = static_cast<std::int32_t>(texts_.size());
    texts_.emplace_back(label);
    parts_.emplace_back();
    const std::size_t delimiter = label.find(kDelimiter);
    if (delimiter != std::string_view::npos) {
        const std::int32_t plain = add(label.substr(0, delimiter));
        const std::int32_t head = add(label.substr(delimiter + kDelimiter.size()));
        parts_[static_cast<std::size_t>(number)] = {plain, head};
    }
    return number;
}

void set_sentence_starts(std::span<DocToken> tokens, DependencyTreeScratch& scratch) {
    scratch.left_edge.resize(tokens.size());
    scratch.right_edge.resize(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        scratch.left_edge[i] = scratch.right_edge[i] = static_cast<std::uint32_t>(i);
    }
    for (int pass = 0; pass < kMostPasses; ++pass) {
        for (std::size_t i = 0; i < tokens.size(); ++i) take_edges(tokens, scratch, i);
        for (std::size_t i = tokens.size(); i-- > 0;) take_edges(tokens, scratch, i);
        if (heads_within_sentences(tokens, scratch)) break;
    }
    for (DocToken& token : tokens) token.sent_start = -1;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].head == i && tokens[i].dep >= 0) {
            tokens[scratch.left_edge[i]].sent_start = 1;
        }
    }
}

void deprojectivize(std::span<DocToken> tokens, const DependencyLabels& labels,
                    DependencyTreeScratch& scratch) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::int32_t label = tokens[i].dep;
        if (label < 0 || !labels.is_decorated(label)) continue;
        tokens[i].head =
            find_new_head(tokens, static_cast<std::uint32_t>(i), labels.head(label), scratch);
        tokens[i].dep = labels.plain(label);
    }
    set_sentence_starts(tokens, scratch);
}

}  // namespace tidings::language
