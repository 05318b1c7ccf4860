// What flows between the networks: a batch of texts, and token vectors in chunks.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "language/doc.hpp"
#include "language/matrix.hpp"

namespace tidings::language {

/// Texts that go through the networks together. Tokens are numbered through the batch.
struct Batch {
    std::span<Doc> docs;
    std::vector<std::size_t> first_token;  ///< of each doc, and the number of all tokens

    void assign(std::span<Doc> texts) {
        docs = texts;
        first_token.assign(1, 0);
        for (const Doc& doc : docs) first_token.push_back(first_token.back() + doc.tokens.size());
    }
    [[nodiscard]] std::size_t tokens() const noexcept { return first_token.back(); }
};

/// Successive tokens of one doc in successive rows of a chunk.
struct ChunkPiece {
    std::size_t row = 0;
    std::size_t token = 0;  ///< number in the batch
    std::size_t count = 0;
};

/// Token vectors of a part of a batch. Rows that belong to no piece are padding between docs.
struct TokenChunk {
    const float* rows = nullptr;
    std::size_t stride = 0;
    std::size_t count = 0;
    std::span<const ChunkPiece> pieces;
};

/// Takes token vectors as they are computed, so that they need not be kept for a whole batch.
class TokenVectorSink {
  public:
    TokenVectorSink() = default;
    TokenVectorSink(const TokenVectorSink&) = delete;
    TokenVectorSink& operator=(const TokenVectorSink&) = delete;
    virtual void take(const TokenChunk& chunk) = 0;

  protected:
    ~TokenVectorSink() = default;
};

}  // namespace tidings::language
