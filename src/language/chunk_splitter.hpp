// Splits one chunk (text between white space) into tokens: affixes, special cases, infixes.
#pragma once

#include <string_view>
#include <vector>

#include "language/affix_rules.hpp"
#include "language/lexeme.hpp"
#include "language/regex.hpp"
#include "language/special_cases.hpp"

namespace tidings::language {

/// Buffers of one thread.
struct ChunkScratch {
    RegexScratch regex;
    LexemeScratch lexeme;
    std::vector<std::string_view> prefixes;
    std::vector<std::string_view> suffixes;
    std::vector<Regex::Match> infixes;
};

/// Borrowed rules; `cases` may be null, then no special cases are seen.
struct ChunkRules {
    const AffixRules* affixes = nullptr;
    const LexemeTable* lexemes = nullptr;
    const SpecialCases* cases = nullptr;
};

/// Appends the tokens of `chunk` to `out`; their bytes add up to the chunk's.
void split_chunk(std::string_view chunk, const ChunkRules& rules, ChunkScratch& scratch,
                 std::vector<Lexeme>& out);

/// Calls `on_chunk(chunk, space_follows)` for each maximal run of white space or of anything else.
/// As in spaCy, one space after a word belongs to that word, so a single space is no run.
template <typename OnChunk>
void for_each_chunk(std::string_view text, OnChunk on_chunk);

}  // namespace tidings::language

#include "language/chunk_splitter-inl.h"
