// The transition system for names: begin, inside, last, unit, out; with spaCy's rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/doc.hpp"

namespace tidings::language {

/// Numbered as in the `moves` file.
enum class NameMove : std::uint8_t { Missing, Begin, In, Last, Unit, Out };

/// Label 0 of a table is the empty one, which marks nothing.
inline constexpr std::int32_t kNoLabel = 0;

struct NameSpan {
    std::int32_t first = 0;
    std::int32_t last = -1;  ///< one past the end; -1 while open
    std::int32_t label = kNoLabel;
};

/// Recogniser state over one doc; reads its sentence starts and white space.
class BiluoState {
  public:
    void reset(std::span<const DocToken> tokens);

    [[nodiscard]] bool is_final() const noexcept { return next_ >= tokens_.size(); }
    [[nodiscard]] bool valid(NameMove move, std::int32_t label) const noexcept;
    void apply(NameMove move, std::int32_t label);
    void force_final() noexcept { next_ = tokens_.size(); }

    /// The tokens whose vectors describe the state: 3 of them, or 6 with extra state tokens.
    void context(std::span<std::int32_t> tokens) const noexcept;
    /// Names so far; an open one has no end.
    [[nodiscard]] std::span<const NameSpan> names() const noexcept { return names_; }

  private:
    [[nodiscard]] bool open() const noexcept { return !names_.empty() && names_.back().last == -1; }
    [[nodiscard]] bool next_starts_sentence() const noexcept {
        return next_ + 1 < tokens_.size() && tokens_[next_ + 1].sent_start == 1;
    }

    std::span<const DocToken> tokens_;
    std::size_t next_ = 0;
    std::vector<NameSpan> names_;
};

}  // namespace tidings::language
