// String identifiers as in spaCy's StringStore.
#pragma once

#include <cstdint>
#include <string_view>

namespace tidings::language {

/// MurmurHash64A of the UTF-8 bytes.
[[nodiscard]] std::uint64_t murmur_hash64a(std::string_view bytes, std::uint64_t seed) noexcept;

/// What spaCy's `hash_string` gives: MurmurHash64A with seed 1.
[[nodiscard]] inline std::uint64_t hash_string(std::string_view text) noexcept {
    return murmur_hash64a(text, 1);
}

/// What `StringStore.add` gives: 0 for the empty string, a small number for the reserved symbols
/// (`nsubj`, `PERSON`, `X`, ...), else hash_string. Lexical attributes are these numbers.
[[nodiscard]] std::uint64_t string_id(std::string_view text) noexcept;

/// The reserved symbol of that number, which no pipeline's strings list; empty if there is none.
[[nodiscard]] std::string_view reserved_symbol(std::uint64_t number) noexcept;

}  // namespace tidings::language
