#include "language/embedding_cache.hpp"

#include <algorithm>

namespace tidings::language {

namespace {

constexpr std::size_t kFirstSlots = 4096;

std::uint64_t mix(std::span<const std::uint64_t> key) noexcept {
    std::uint64_t hash = 0x9e3779b97f4a7c15ULL;
    for (const std::uint64_t part : key) {
        hash = (hash ^ part) * 0xff51afd7ed558ccdULL;
        hash ^= hash >> 32U;
    }
    return hash;
}

}  // namespace

void EmbeddingCache::prepare(std::size_t key_size, std::size_t stride, std::size_t rows) {
    if (key_size != key_size_ || stride != stride_ || size_ + rows > kMostEntries) {
        key_size_ = key_size;
        stride_ = stride;
        clear();
    }
    vectors_.grow((size_ + rows) * stride_, computed_ * stride_);
}

void EmbeddingCache::clear() {
    size_ = 0;
    computed_ = 0;
    keys_.clear();
    slots_.assign(std::max(slots_.size(), kFirstSlots), 0);
}

std::uint32_t EmbeddingCache::find_or_add(std::span<const std::uint64_t> key) {
    if ((size_ + 1) * 2 > slots_.size()) rehash(slots_.size() * 2);
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = mix(key) & mask;
    while (slots_[slot] != 0) {
        const std::uint32_t entry = slots_[slot] - 1;
        if (std::equal(key.begin(), key.end(), keys_.begin() + entry * key_size_)) return entry;
        slot = (slot + 1) & mask;
    }
    const auto entry = static_cast<std::uint32_t>(size_++);
    slots_[slot] = entry + 1;
    keys_.insert(keys_.end(), key.begin(), key.end());
    return entry;
}

void EmbeddingCache::rehash(std::size_t slots) {
    slots_.assign(slots, 0);
    for (std::size_t entry = 0; entry < size_; ++entry) {
        std::size_t slot = mix(key(entry)) & (slots - 1);
        while (slots_[slot] != 0) slot = (slot + 1) & (slots - 1);
        slots_[slot] = static_cast<std::uint32_t>(entry + 1);
    }
}

}  // namespace tidings::language
