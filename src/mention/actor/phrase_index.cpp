#include "mention/actor/phrase_index.hpp"

#include <algorithm>
#include <bit>

#include "base/fold.hpp"

namespace tidings::mention {

namespace {

constexpr std::size_t kBeginnings = 8192;  // buckets, a power of two
constexpr std::size_t kBeginningBytes = 3;

std::size_t beginning_of(std::string_view folded) {
    std::uint64_t hash = PhraseIndex::kSeed;
    for (const char byte : folded.substr(0, kBeginningBytes)) {
        hash = PhraseIndex::extend(hash, byte);
    }
    return (hash ^ (hash >> 29U)) % kBeginnings;
}

std::uint64_t phrase_hash(std::string_view folded) {
    std::uint64_t hash = PhraseIndex::kSeed;
    for (const char byte : folded) hash = PhraseIndex::extend(hash, byte);
    return hash;
}

/// Up to four capitals with nothing but dots and the like: its case counts.
bool is_acronym(std::string_view name) {
    int letters = 0;
    for (const char c : name) {
        if (c >= 'a' && c <= 'z') return false;
        if (c == ' ') return false;
        letters += (c >= 'A' && c <= 'Z') ? 1 : 0;
    }
    return letters >= 1 && letters <= 4;
}

}  // namespace

void PhraseIndex::add(std::string_view phrase, std::uint32_t row) {
    if (phrase.empty()) return;
    Entry entry;
    entry.row = row;
    entry.start = static_cast<std::uint32_t>(arena_.size());
    utf8::append_fold(arena_, phrase);
    entry.folded = static_cast<std::uint32_t>(arena_.size() - entry.start);
    entry.hash = phrase_hash(folded(entry));
    entry.written = static_cast<std::uint32_t>(phrase.size());
    entry.exact_case = is_acronym(phrase);
    entry.lower_initial = phrase[0] >= 'a' && phrase[0] <= 'z';
    arena_ += phrase;
    entries_.push_back(entry);
}

void PhraseIndex::finish() {
    longest_.assign(kBeginnings, 0);
    slots_.assign(std::bit_ceil(entries_.size() * 2 + 2), kEnd);
    const std::size_t mask = slots_.size() - 1;
    std::vector<std::uint32_t> last_of(entries_.size(), kEnd);  // first of a chain → its last
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        auto& longest = longest_[beginning_of(folded(entry))];
        longest = static_cast<std::uint16_t>(
            std::max<std::size_t>(longest, std::min<std::size_t>(entry.folded, UINT16_MAX)));
        std::size_t slot = entry.hash & mask;
        while (slots_[slot] != kEnd) {
            const Entry& other = entries_[slots_[slot]];
            if (other.hash == entry.hash && folded(other) == folded(entry)) break;
            slot = (slot + 1) & mask;
        }
        if (slots_[slot] == kEnd) {
            slots_[slot] = i;
        } else {
            entries_[last_of[slots_[slot]]].next = i;
        }
        last_of[slots_[slot]] = i;
    }
}

const PhraseIndex::Entry* PhraseIndex::find(std::string_view name) const {
    return find(name, phrase_hash(name));
}

const PhraseIndex::Entry* PhraseIndex::find(std::string_view name, std::uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash & mask; slots_[slot] != kEnd; slot = (slot + 1) & mask) {
        const Entry& entry = entries_[slots_[slot]];
        if (entry.hash == hash && folded(entry) == name) return &entry;
    }
    return nullptr;
}

std::size_t PhraseIndex::longest_with_beginning(std::string_view name) const {
    // A name shorter than a beginning has no bucket that all texts beginning with it share.
    return longest_.empty()
               ? 0
               : std::max<std::size_t>(longest_[beginning_of(name)], kBeginningBytes - 1);
}

}  // namespace tidings::mention
