// Lexical attributes of a string: what spaCy's Vocab computes for a new lexeme.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"

namespace tidings::language {

/// The attributes of one lexeme; strings as string_id numbers. This is also the record in which
/// the model file keeps the tokens of special cases.
struct Lexeme {
    std::uint64_t orth = 0;
    std::uint64_t lower = 0;
    std::uint64_t norm = 0;
    std::uint64_t prefix = 0;
    std::uint64_t suffix = 0;
    std::uint64_t shape = 0;
    std::uint32_t bytes = 0;
    std::uint32_t is_space = 0;
};

/// Norm of one string, by string_id.
struct NormEntry {
    std::uint64_t orth = 0;
    std::uint64_t norm = 0;
};

/// Buffers for computing attributes; one a thread.
struct LexemeScratch {
    std::string text;
};

/// Computes lexemes. Norms come, in this order, from the pipeline's own table (`lexeme_norm` in
/// vocab/lookups.bin), from spaCy's table of punctuation and currency, and from lower case.
/// Language-specific norm functions (spaCy has them for Hindi, Nepali and Haitian Creole) are not
/// known here; `convert` refuses those languages.
class LexemeTable {
  public:
    [[nodiscard]] static Status convert(const PipelineSource& source, const nlohmann::json& config,
                                        ModelFileWriter& writer);
    [[nodiscard]] static Result<LexemeTable> load(const ModelFile& model);
    /// A table in which every norm is the lower case.
    LexemeTable() = default;

    [[nodiscard]] Lexeme lexeme(std::string_view text, LexemeScratch& scratch) const;

  private:
    std::span<const NormEntry> norms_;  ///< open addressing by `orth`; size is a power of two
};

}  // namespace tidings::language
