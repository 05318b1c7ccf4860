// What follows from heads: subtree edges, sentence starts, and the undoing of pseudo-projective
// labels (Nivre and Nilsson 2005).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/doc.hpp"

namespace tidings::language {

/// Dependency labels; `conj||dobj` means a conj whose head is the first dobj below the head given.
class DependencyLabels {
  public:
    /// The number of the label; adds it and its parts if need be.
    std::int32_t add(std::string_view label);
    [[nodiscard]] std::string_view text(std::int32_t label) const {
        return texts_[static_cast<std::size_t>(label)];
    }
    [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
    [[nodiscard]] bool is_decorated(std::int32_t label) const {
        return parts_[static_cast<std::size_t>(label)].head >= 0;
    }
    [[nodiscard]] std::int32_t plain(std::int32_t label) const {
        return parts_[static_cast<std::size_t>(label)].plain;
    }
    [[nodiscard]] std::int32_t head(std::int32_t label) const {
        return parts_[static_cast<std::size_t>(label)].head;
    }

  private:
    struct Parts {
        std::int32_t plain = -1;
        std::int32_t head = -1;
    };
    std::vector<std::string> texts_;
    std::vector<Parts> parts_;
};

struct DependencyTreeScratch {
    std::vector<std::uint32_t> left_edge;
    std::vector<std::uint32_t> right_edge;
    std::vector<std::uint8_t> starts;
    std::vector<std::uint32_t> queue;
    std::vector<std::uint32_t> first_child;  // of each token in `children`, and their number
    std::vector<std::uint32_t> children;     // by head, left to right
    std::vector<std::uint8_t> has_new_child;
};

/// Sets `sent_start` of every token: 1 at the left edge of each root's subtree, else -1.
void set_sentence_starts(std::span<DocToken> tokens, DependencyTreeScratch& scratch);

/// Replaces decorated labels and reattaches their tokens, then sets sentence starts. Edges must
/// have been computed by set_sentence_starts.
void deprojectivize(std::span<DocToken> tokens, const DependencyLabels& labels,
                    DependencyTreeScratch& scratch);

}  // namespace tidings::language
