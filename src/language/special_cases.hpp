// The tokenizer's special cases (`don't`, `U.S.`, `:-)`), as tables that are used in place.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

#include "language/doc.hpp"
#include "language/lexeme.hpp"
#include "language/model_file.hpp"

namespace tidings::language {

/// One special case while a model is converted.
struct SpecialCase {
    std::string text;
    std::vector<Lexeme> tokens;
    /// The tokens into which the text would fall by itself, if the case has to be looked for
    /// again over finished tokens; else empty.
    std::vector<std::uint64_t> phrase;
};

/// A range of tokens.
struct TokenRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Immutable, shared by threads.
class SpecialCases {
  public:
    static void write(const std::vector<SpecialCase>& cases, ModelFileWriter& writer);
    [[nodiscard]] static Result<SpecialCases> load(const ModelFile& model);
    SpecialCases() = default;

    /// The tokens of the special case `text`; empty if it is none.
    [[nodiscard]] std::span<const Lexeme> find(std::string_view text) const noexcept;

    /// Appends every stretch of `tokens` whose words are those of a case with a phrase.
    void find_phrases(std::span<const DocToken> tokens, std::vector<TokenRange>& out) const;

  private:
    struct CaseSlot {
        std::uint64_t hash = 0;
        std::uint32_t text_start = 0;
        std::uint32_t text_size = 0;
        std::uint32_t first_token = 0;
        std::uint32_t token_count = 0;
    };
    /// The phrases that begin with one word.
    struct PhraseSlot {
        std::uint64_t first_word = 0;
        std::uint32_t first_phrase = 0;
        std::uint32_t phrase_count = 0;
    };
    struct Phrase {
        std::uint32_t first_word = 0;
        std::uint32_t word_count = 0;
    };

    std::span<const CaseSlot> slots_;
    std::string_view texts_;
    std::span<const Lexeme> tokens_;
    std::size_t longest_ = 0;  // bytes
    std::span<const PhraseSlot> phrase_slots_;
    std::span<const Phrase> phrases_;
    std::span<const std::uint64_t> words_;
};

}  // namespace tidings::language
