// Context-free vectors of the lexemes seen lately, one cache a thread and network.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/matrix.hpp"

namespace tidings::language {

/// Maps keys (a few numbers) to rows of floats. Entries are numbered in the order they came in
/// and stay until the cache is emptied, which happens between chunks when it grows too large.
class EmbeddingCache {
  public:
    static constexpr std::size_t kMostEntries = 16384;

    /// To be called before a chunk of at most `rows` look-ups. Empties the cache if it could
    /// otherwise overflow, or if the sizes have changed.
    void prepare(std::size_t key_size, std::size_t stride, std::size_t rows);
    /// The entry of the key. New entries get the next number.
    [[nodiscard]] std::uint32_t find_or_add(std::span<const std::uint64_t> key);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// Entries from this number on have no vector yet.
    [[nodiscard]] std::size_t computed() const noexcept { return computed_; }
    void set_computed() noexcept { computed_ = size_; }

    [[nodiscard]] std::span<const std::uint64_t> key(std::size_t entry) const noexcept {
        return {keys_.data() + entry * key_size_, key_size_};
    }
    [[nodiscard]] float* vector(std::size_t entry) noexcept {
        return vectors_.data() + entry * stride_;
    }

  private:
    void clear();
    void rehash(std::size_t slots);

    std::size_t key_size_ = 0;
    std::size_t stride_ = 0;
    std::size_t size_ = 0;
    std::size_t computed_ = 0;
    std::vector<std::uint64_t> keys_;
    std::vector<std::uint32_t> slots_;  // entry + 1, 0: free; a power of two of them
    FloatBuffer vectors_;
};

}  // namespace tidings::language
