// The working form of one text inside the language stage, filled by one component after another:
// the tokenizer writes spans and lexical attributes, parser and sentence recogniser structure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <tidings/text.hpp>

namespace tidings::language {

/// Lexical attributes are 64-bit string hashes (MurmurHash64A, seed 1) as in spaCy's StringStore,
/// because the embedding tables are indexed by hashes of these hashes.
struct DocToken {
    Span span;           ///< bytes into Doc::text
    bool spacy = false;  ///< one ASCII space follows
    bool is_space = false;
    std::uint64_t orth = 0;
    std::uint64_t lower = 0;
    std::uint64_t norm = 0;  ///< the token's norm (tokenizer exceptions), else the lexeme's
    std::uint64_t prefix = 0;
    std::uint64_t suffix = 0;
    std::uint64_t shape = 0;

    // Structure that components build on one another's; labels go to the Parse.
    std::int32_t dep = -1;       ///< the parser's number of the label, -1 is missing
    std::uint32_t head = 0;      ///< absolute index, itself at a root
    std::int8_t sent_start = 0;  ///< 1 starts a sentence, -1 does not, 0 unknown (as in spaCy)
};

struct Doc {
    std::string_view text;
    std::vector<DocToken> tokens;
};

}  // namespace tidings::language
