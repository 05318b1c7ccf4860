// A set of phrases, each pointing at the rows of a table, for look-ups in running text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidings::mention {

/// The names of the actor tables: a hash table over their folded form (lower case, no diacritics).
/// Filled once, then immutable. Holds at most 2^31 bytes of names.
class PhraseIndex {
  public:
    /// One name of one row. Rows of the same name form a chain in the order in which they came.
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t row = 0;
        std::uint32_t next = kEnd;   ///< the next entry of the same name
        std::uint32_t start = 0;     ///< of the folded form in the arena
        std::uint32_t folded = 0;    ///< its length; the written form follows it
        std::uint32_t written = 0;   ///< length of the written form
        bool exact_case = false;     ///< matches only text written just so (*WHO*, not *who*)
        bool lower_initial = false;  ///< may begin with a small letter (*al-Shabaab*)
    };
    static constexpr std::uint32_t kEnd = UINT32_MAX;

    void add(std::string_view phrase, std::uint32_t row);
    /// Builds the table; call once after the last add().
    void finish();

    /// First entry of the name whose folded form is `folded`, or null; follow with next().
    [[nodiscard]] const Entry* find(std::string_view folded) const;
    /// The same, for a caller that hashes while it reads.
    [[nodiscard]] const Entry* find(std::string_view folded, std::uint64_t hash) const;
    [[nodiscard]] const Entry* next(const Entry& entry) const {
        return entry.next == kEnd ? nullptr : &entries_[entry.next];
    }
    [[nodiscard]] std::string_view written(const Entry& entry) const {
        return std::string_view(arena_).substr(entry.start + entry.folded, entry.written);
    }
    /// No name that begins like `folded` is longer than this many bytes.
    [[nodiscard]] std::size_t longest_with_beginning(std::string_view folded) const;

    /// FNV-1a, one byte at a time: hash(ab) = extend(extend(kSeed, a), b).
    static constexpr std::uint64_t kSeed = 0xcbf29ce484222325ULL;
    [[nodiscard]] static constexpr std::uint64_t extend(std::uint64_t hash, char byte) {
        return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    }

  private:
    [[nodiscard]] std::string_view folded(const Entry& entry) const {
        return std::string_view(arena_).substr(entry.start, entry.folded);
    }

    std::string arena_;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;    // open addressing, power of two, kEnd is free
    std::vector<std::uint16_t> longest_;  // by the first three bytes, hashed
};

}  // namespace tidings::mention
