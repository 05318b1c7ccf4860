// The network of a transition-based component (spaCy's TransitionBasedParser): a score for each
// move from the vectors of a few tokens around the state.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

#include "language/batch.hpp"
#include "language/kernels.hpp"
#include "language/matrix.hpp"
#include "language/model_file.hpp"
#include "language/thinc_model.hpp"

namespace tidings::language {

inline constexpr std::size_t kMostStateTokens = 13;

/// Buffers of one thread for one network.
struct TransitionScratch {
    Matrix tokens;     // of the batch, narrowed
    Matrix projected;  // of one chunk
    Matrix features;   // ring of rows, see TransitionScorer
    Matrix missed;     // features of tokens that have left the ring
    FloatBuffer hidden;
    FloatBuffer scores;
};

/// Immutable, shared by threads, free to copy; views the model file, which must outlive it.
class TransitionNetwork {
  public:
    /// `state_tokens` is the number of tokens that describe a state, `classes` that of the moves.
    /// `config` is the component's `model` in config.cfg.
    [[nodiscard]] static Status convert(const ThincModel& network, const nlohmann::json& config,
                                        std::size_t classes, const std::string& name,
                                        ModelFileWriter& writer);
    /// `width` is that of the token vectors; `kinds` the numbers of state tokens that may be.
    [[nodiscard]] static Result<TransitionNetwork> load(const ModelFile& model,
                                                        const std::string& name, std::size_t width,
                                                        std::size_t classes,
                                                        std::array<std::size_t, 2> kinds);

    [[nodiscard]] std::size_t state_tokens() const noexcept { return state_tokens_; }

    /// Keeps what the scorer needs of each token vector of a batch.
    class Projection final : public TokenVectorSink {
      public:
        Projection(const TransitionNetwork& network, const Batch& batch,
                   TransitionScratch& scratch);
        void take(const TokenChunk& chunk) override;

      private:
        const TransitionNetwork& network_;
        TransitionScratch& scratch_;
    };

  private:
    friend class TransitionScorer;

    std::size_t state_tokens_ = 0;
    std::size_t classes_ = 0;
    std::size_t hidden_ = 0;  // padded
    std::size_t pieces_ = 0;
    AffineLayer narrow_;              // token vector to hidden width
    AffineLayer features_;            // to a feature vector for each place in the state
    const float* missing_ = nullptr;  // feature vectors of "no token" for each place
    const float* bias_ = nullptr;     // of the hidden layer
    const float* upper_ = nullptr;    // null: the hidden layer is the scores
    const float* upper_bias_ = nullptr;
};

/// Scores the states of one doc. Feature vectors are computed in blocks just ahead of the buffer
/// and kept in a ring, so that memory does not grow with the doc.
class TransitionScorer {
  public:
    /// Tokens [first, first + count) of the batch that Projection saw.
    TransitionScorer(const TransitionNetwork& network, TransitionScratch& scratch,
                     std::size_t first, std::size_t count);
    /// One score a class. `tokens` are numbers in the doc, -1 is none.
    [[nodiscard]] const float* score(std::span<const std::int32_t> tokens);

  private:
    void compute_block();
    [[nodiscard]] const float* feature(std::size_t token, std::size_t place);

    const TransitionNetwork& network_;
    TransitionScratch& scratch_;
    std::size_t first_;
    std::size_t count_;
    std::size_t computed_ = 0;
};

}  // namespace tidings::language
