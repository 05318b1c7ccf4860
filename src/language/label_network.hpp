// A network that picks one label a token (spaCy's Tagger architecture): an affine layer over the
// token vectors. The softmax above it does not change which label is best, so it is left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

#include "language/batch.hpp"
#include "language/component.hpp"
#include "language/kernels.hpp"
#include "language/matrix.hpp"
#include "language/model_file.hpp"
#include "language/thinc_model.hpp"

namespace tidings::language {

/// Immutable, shared by threads, free to copy; views the model file, which must outlive it.
class LabelNetwork {
  public:
    /// `config` is the component's `model` in config.cfg.
    [[nodiscard]] static Status convert(const ThincModel& network, const nlohmann::json& config,
                                        std::size_t labels, const std::string& name,
                                        ModelFileWriter& writer);
    /// `width` is that of the token vectors.
    [[nodiscard]] static Result<LabelNetwork> load(const ModelFile& model, const std::string& name,
                                                   std::size_t width, std::size_t labels);

    [[nodiscard]] std::size_t labels() const noexcept { return labels_; }

    /// Keeps the best labels of each token, the best first.
    class Scratch final : public ComponentScratch, public TokenVectorSink {
      public:
        explicit Scratch(const LabelNetwork& network, std::size_t best = 1)
            : network_(network), best_(best) {}
        [[nodiscard]] TokenVectorSink& sink(const Batch& batch) override;
        void take(const TokenChunk& chunk) override;
        /// The best labels of token `token` of the batch.
        [[nodiscard]] std::span<const std::uint32_t> best(std::size_t token) const noexcept {
            return {labels_.data() + token * best_, best_};
        }

      private:
        const LabelNetwork& network_;
        std::size_t best_;
        Matrix scores_;
        std::vector<std::uint32_t> labels_;
    };

  private:
    AffineLayer layer_;
    std::size_t labels_ = 0;
};

}  // namespace tidings::language
