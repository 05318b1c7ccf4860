// spaCy's tokenizer: white space, special cases, affixes, infixes, and the final pass of special
// cases over several tokens.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

#include "language/doc.hpp"
#include "language/model_file.hpp"
#include "language/pipeline_source.hpp"

namespace tidings::language {

/// What one thread needs: match data, and a bounded cache from chunks (text between white space)
/// to their lexemes. It may be used with one Tokenizer only.
class TokenizerScratch {
  public:
    TokenizerScratch();
    ~TokenizerScratch();
    TokenizerScratch(TokenizerScratch&&) noexcept;
    TokenizerScratch& operator=(TokenizerScratch&&) noexcept;

    struct Buffers;
    [[nodiscard]] Buffers& buffers() noexcept { return *buffers_; }

  private:
    std::unique_ptr<Buffers> buffers_;
};

/// Immutable, shared by threads, free to copy. Views into the model file it was loaded from, which
/// must outlive it.
class Tokenizer {
  public:
    /// A chunk longer than this many bytes (no white space in it) is cut into pieces at character
    /// boundaries, and each piece is tokenized by itself: running time stays linear in the text.
    /// This is the one case in which tokens differ from spaCy's.
    static constexpr std::size_t kMaxChunkBytes = 2048;

    /// Reads the pipeline's `tokenizer` file and `vocab/lookups.bin` (see LexemeTable). Fails on
    /// other tokenizers than `spacy.Tokenizer.v1` and on patterns that cannot be translated.
    [[nodiscard]] static Status convert(const PipelineSource& source, const nlohmann::json& config,
                                        ModelFileWriter& writer);
    [[nodiscard]] static Result<Tokenizer> load(const ModelFile& model);

    /// Fills `out.text` and `out.tokens` (spans, spacy, is_space and the lexical attributes; the
    /// annotations are reset). `text` must be valid UTF-8, less than 2 GiB, and outlive `out`.
    void tokenize(std::string_view text, TokenizerScratch& scratch, Doc& out) const;

  private:
    struct Data;
    explicit Tokenizer(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> data_;
};

}  // namespace tidings::language
