// Open-addressing tables that are built once, written to the model file, and used in place.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tidings::language {

/// Slots for `entries`, at most half full, addressed by the 64-bit hash `key(entry)`. A key of 0
/// marks an empty slot, so entries with that key are left out. The first of equal keys is kept.
template <typename Entry, typename Key>
[[nodiscard]] std::vector<Entry> build_hash_table(std::span<const Entry> entries, Key key) {
    std::vector<Entry> slots(std::bit_ceil(entries.size() * 2 + 1));
    const std::size_t mask = slots.size() - 1;
    for (const Entry& entry : entries) {
        if (key(entry) == 0) continue;
        std::size_t at = key(entry) & mask;
        while (key(slots[at]) != 0 && key(slots[at]) != key(entry)) at = (at + 1) & mask;
        if (key(slots[at]) == 0) slots[at] = entry;
    }
    return slots;
}

/// The entry with `hash`, or null. Slots may come from a damaged file: the search always ends.
template <typename Entry, typename Key>
[[nodiscard]] const Entry* find_in_hash_table(std::span<const Entry> slots, std::uint64_t hash,
                                              Key key) noexcept {
    if (slots.empty() || hash == 0) return nullptr;
    const std::size_t mask = std::bit_floor(slots.size()) - 1;
    std::size_t at = hash & mask;
    for (std::size_t probes = 0; probes <= mask; ++probes) {
        if (key(slots[at]) == hash) return &slots[at];
        if (key(slots[at]) == 0) return nullptr;
        at = (at + 1) & mask;
    }
    return nullptr;
}

}  // namespace tidings::language
