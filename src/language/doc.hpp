// The working form of one text inside the language stage, filled by one component after another:
// the tokenizer writes spans and lexical attributes, the networks write labels by index.
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

    // Annotations; label numbers index the component's own label table, -1 is missing.
    std::int32_t tag = -1;
    std::int32_t morph = -1;       ///< morphologizer's label, where a pipeline has one
    std::int32_t lemma_tree = -1;  ///< edit tree, where a pipeline has a trainable lemmatizer
    std::int32_t dep = -1;
    std::uint32_t head = 0;      ///< absolute index, itself at a root
    std::int8_t sent_start = 0;  ///< 1 starts a sentence, -1 does not, 0 unknown (as in spaCy)
    std::int8_t ent_iob = 0;     ///< 0 missing, 1 inside, 2 outside, 3 begin (as in spaCy)
    std::int32_t ent_label = -1;
};

struct Doc {
    std::string_view text;
    std::vector<DocToken> tokens;
};

}  // namespace tidings::language
