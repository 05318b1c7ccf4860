#include "language/dependency_tree.hpp"

#include <algorithm>
#include <cstddef>

namespace tidings::language {

namespace {

constexpr std::string_view kDelimiter = "||";
/// spaCy gives up on crossing sentences after so many passes.
constexpr int kMostPasses = 12;
/// Bounds the search for a new head, so that one endless sentence cannot take quadratic time. No
/// real sentence has so many words.
constexpr std::size_t kMostSearched = 1U << 14U;

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

// Lists the children of every token as the parser made them.
void list_children(std::span<const DocToken> tokens, DependencyTreeScratch& s) {
    s.first_child.assign(tokens.size() + 2, 0);
    s.children.resize(tokens.size());
    s.has_new_child.assign(tokens.size(), 0);
    for (const DocToken& token : tokens) ++s.first_child[token.head + 2];
    for (std::size_t i = 2; i < s.first_child.size(); ++i) s.first_child[i] += s.first_child[i - 1];
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        s.children[s.first_child[tokens[i].head + 1]++] = i;
    }
}

// Calls `visit` for the children of `parent` from left to right until it gives true. Tokens that
// got a new head are its children where they lie within the edges of its first tree.
template <typename Visit>
bool any_child(std::span<const DocToken> tokens, const DependencyTreeScratch& s,
               std::uint32_t parent, Visit visit) {
    const auto is_child = [&](std::uint32_t token) {
        return token != parent && tokens[token].head == parent;
    };
    if (s.has_new_child[parent] != 0) {
        for (std::uint32_t i = s.left_edge[parent]; i <= s.right_edge[parent]; ++i) {
            if (is_child(i) && visit(i)) return true;
        }
        return false;
    }
    for (std::uint32_t at = s.first_child[parent]; at < s.first_child[parent + 1]; ++at) {
        if (is_child(s.children[at]) && visit(s.children[at])) return true;
    }
    return false;
}

// The first token below `token`'s head, breadth first and left to right, with the label `label`.
std::uint32_t find_new_head(std::span<const DocToken> tokens, std::uint32_t token,
                            std::int32_t label, DependencyTreeScratch& s) {
    s.queue.assign(1, tokens[token].head);
    std::uint32_t found = tokens[token].head;
    for (std::size_t at = 0; at < s.queue.size() && at < kMostSearched; ++at) {
        const auto visit = [&](std::uint32_t child) {
            if (tokens[child].is_space || child == token) return false;
            if (tokens[child].dep == label) {
                found = child;
                return true;
            }
            s.queue.push_back(child);
            return s.queue.size() > kMostSearched;
        };
        if (any_child(tokens, s, s.queue[at], visit)) break;
    }
    return found;
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
    bool listed = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::int32_t label = tokens[i].dep;
        if (label < 0 || !labels.is_decorated(label)) continue;
        if (!listed) list_children(tokens, scratch);
        listed = true;
        const std::uint32_t head =
            find_new_head(tokens, static_cast<std::uint32_t>(i), labels.head(label), scratch);
        if (head != tokens[i].head) scratch.has_new_child[head] = 1;
        tokens[i].head = head;
        tokens[i].dep = labels.plain(label);
    }
    if (listed) set_sentence_starts(tokens, scratch);
}

}  // namespace tidings::language
