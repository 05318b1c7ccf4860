// Token vectors: hashed embeddings of lexical attributes, mixed and read in context by a
// convolutional network (spaCy's MultiHashEmbed and MaxoutWindowEncoder).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

#include "language/batch.hpp"
#include "language/embedding_cache.hpp"
#include "language/kernels.hpp"
#include "language/lexical_attribute.hpp"
#include "language/matrix.hpp"
#include "language/model_file.hpp"
#include "language/thinc_model.hpp"
#include "language/vector_table.hpp"

namespace tidings::language {

/// The four rows of a hashed embedding table: MurmurHash3 (128 bits) of an 8-byte number.
struct HashedRows {
    std::uint32_t rows[kRowsPerHash];
};
[[nodiscard]] HashedRows hash_rows(std::uint64_t id, std::uint32_t seed,
                                   std::uint32_t table_rows) noexcept;

/// Buffers of one thread for one network.
struct Tok2VecScratch {
    EmbeddingCache cache;
    std::vector<std::uint64_t> key;
    std::vector<std::uint32_t> entries;  // cache entry of each row of the chunk; kPadding: none
    std::vector<ChunkPiece> pieces;
    Matrix attributes;  // embeddings of new lexemes side by side
    Matrix vectors;     // static vectors of new lexemes
    Matrix mixed;
    Matrix input;  // window rows of zeros, the rows of the chunk, window rows of zeros
    Matrix output;
};

/// Immutable, shared by threads, free to copy; views the model file, which must outlive it.
class Tok2Vec {
  public:
    /// Writes the network found in `network` under the section prefix `name`. `config` is the
    /// network's part of config.cfg (an architecture with embed and encode); a network that does
    /// not fit it is refused, as are architectures that are not known.
    [[nodiscard]] static Status convert(const ThincModel& network, const nlohmann::json& config,
                                        const std::string& name, ModelFileWriter& writer);
    /// `vectors` must outlive the network.
    [[nodiscard]] static Result<Tok2Vec> load(const ModelFile& model, const std::string& name,
                                              const VectorTable& vectors);

    [[nodiscard]] std::size_t width() const noexcept { return width_; }

    /// Computes the vectors of all tokens of the batch and gives them to each sink, in chunks of
    /// bounded size, each token once. A token's vector does not depend on the chunks or on other
    /// docs.
    void run(const Batch& batch, Tok2VecScratch& scratch,
             std::span<TokenVectorSink* const> sinks) const;

  private:
    struct Table {
        LexicalAttribute attribute = LexicalAttribute::Orth;
        std::uint32_t seed = 0;
        std::uint32_t rows = 0;
        const float* values = nullptr;
    };
    struct Encoder {
        AffineLayer maxout;
        NormLayer norm;
    };
    enum class UnknownVector : std::uint8_t { Zero, LastRow };
    class ChunkBuilder;

    [[nodiscard]] Status load_vectors(const ModelFile& model, const std::string& name,
                                      const nlohmann::json& shape, const VectorTable& vectors);
    [[nodiscard]] std::uint32_t lexeme(const DocToken& token, Tok2VecScratch& scratch) const;
    void embed_new_lexemes(Tok2VecScratch& scratch) const;
    void encode(Tok2VecScratch& scratch, std::span<TokenVectorSink* const> sinks) const;

    std::size_t width_ = 0;
    std::size_t window_ = 0;
    std::vector<Table> tables_;
    const VectorTable* vectors_ = nullptr;  // null: the network uses none
    UnknownVector unknown_vector_ = UnknownVector::Zero;
    AffineLayer vector_projection_;
    AffineLayer mixer_;
    NormLayer mixer_norm_;
    std::vector<Encoder> encoders_;
};

}  // namespace tidings::language
