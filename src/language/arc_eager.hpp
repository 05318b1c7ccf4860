// The arc-eager transition system with spaCy's rules: non-monotonic, with sentence breaks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/doc.hpp"

namespace tidings::language {

/// Numbered as in the `moves` file.
enum class ArcMove : std::uint8_t { Shift, Reduce, Left, Right, Break };
inline constexpr std::size_t kArcMoves = 5;

/// Parser state over one doc. Indices are token numbers; -1 is none. Reusable: `reset` keeps the
/// memory.
class ArcEagerState {
  public:
    /// Sentence starts that earlier components set are kept to.
    void reset(std::span<const DocToken> tokens);

    [[nodiscard]] bool is_final() const noexcept { return stack_.empty() && buffer_length() == 0; }
    /// Which moves may be made, whatever their label.
    [[nodiscard]] std::array<bool, kArcMoves> valid() const noexcept;
    void apply(ArcMove move, std::int32_t label);
    /// Ends the parse where no move is valid.
    void force_final() noexcept;

    [[nodiscard]] std::int32_t stack(std::size_t i) const noexcept {
        return i < stack_.size() ? stack_[stack_.size() - 1 - i] : -1;
    }
    [[nodiscard]] std::int32_t buffer(std::size_t i) const noexcept {
        if (i < returned_.size()) return returned_[returned_.size() - 1 - i];
        const std::size_t at = next_ + (i - returned_.size());
        return at < length_ ? static_cast<std::int32_t>(at) : -1;
    }
    /// The nth (from 1) of the children of `head` on its left or right, latest first.
    [[nodiscard]] std::int32_t left_child(std::int32_t head, std::size_t n) const noexcept {
        return nth_child(left_, head, n);
    }
    [[nodiscard]] std::int32_t right_child(std::int32_t head, std::size_t n) const noexcept {
        return nth_child(right_, head, n);
    }
    [[nodiscard]] std::int32_t head(std::int32_t token) const noexcept { return heads_[at(token)]; }
    [[nodiscard]] std::int32_t label(std::int32_t token) const noexcept {
        return labels_[at(token)];
    }
    /// The tokens whose vectors describe the state: 8 of them, or 13 with extra state tokens.
    void context(std::span<std::int32_t> tokens) const noexcept;

  private:
    // Children of each token as linked lists, latest first.
    struct Children {
        std::vector<std::int32_t> latest;   // of a head
        std::vector<std::int32_t> earlier;  // sibling, of a child
    };
    static std::size_t at(std::int32_t token) noexcept { return static_cast<std::size_t>(token); }
    [[nodiscard]] std::size_t buffer_length() const noexcept {
        return length_ - next_ + returned_.size();
    }
    [[nodiscard]] bool is_sentence_start(std::int32_t token) const noexcept {
        return token >= 0 && sentence_start_[at(token)] > 0;
    }
    [[nodiscard]] bool cannot_start_sentence(std::int32_t token) const noexcept {
        return token >= 0 && sentence_start_[at(token)] < 0;
    }
    static std::int32_t nth_child(const Children& children, std::int32_t head,
                                  std::size_t n) noexcept;
    void push();
    void add_arc(std::int32_t head, std::int32_t child, std::int32_t label);

    std::size_t length_ = 0;
    std::size_t next_ = 0;  // first token that never left the buffer
    std::vector<std::int32_t> stack_;
    std::vector<std::int32_t> returned_;  // put back in front of the buffer, last one first
    std::vector<std::int32_t> heads_;
    std::vector<std::int32_t> labels_;
    Children left_;
    Children right_;
    std::vector<std::int8_t> sentence_start_;
    std::vector<std::uint8_t> unshiftable_;
};

}  // namespace tidings::language
