#include "language/label_network.hpp"

#include <limits>

#include "language/json_fields.hpp"
#include "language/layers.hpp"

namespace tidings::language {

Status LabelNetwork::convert(const ThincModel& network, const nlohmann::json& config,
                             std::size_t labels, const std::string& name, ModelFileWriter& writer) {
    const std::string known = string_field(config, "@architectures");
    if (known != "spacy.Tagger.v2" && known != "spacy.Tagger.v1") {
        return fail(ErrorKind::Config, "the tagger architecture \"" + known + "\" is not supported",
                    network.file(), "known: spacy.Tagger.v2 spacy.Tagger.v1");
    }
    const std::vector<std::size_t> nodes = network.find("softmax");
    if (nodes.size() != 1) return network.broken("has no single softmax layer");
    const auto weights = network.parameter(nodes[0], "W", 2);
    if (!weights) return tl::unexpected<Error>(weights.error());
    if (labels == 0 || weights->shape[0] != labels || weights->shape[1] == 0) {
        return network.broken("has " + std::to_string(weights->shape[0]) + " classes for " +
                              std::to_string(labels) + " labels");
    }
    const auto bias = network.parameter(nodes[0], "b", std::vector<std::size_t>{labels});
    if (!bias) return tl::unexpected<Error>(bias.error());
    write_affine({weights->values, bias->values, labels, 1, 1, weights->shape[1]}, name, writer);
    return {};
}

Result<LabelNetwork> LabelNetwork::load(const ModelFile& model, const std::string& name,
                                        std::size_t width, std::size_t labels) {
    LabelNetwork network;
    auto layer = load_affine(model, name, padded_width(width), labels);
    if (!layer) return tl::unexpected<Error>(layer.error());
    network.layer_ = *layer;
    network.labels_ = labels;
    return network;
}

TokenVectorSink& LabelNetwork::Scratch::sink(const Batch& batch) {
    labels_.resize(batch.tokens() * best_);
    return *this;
}

void LabelNetwork::Scratch::take(const TokenChunk& chunk) {
    scores_.resize(chunk.count, network_.layer_.outputs);
    kernels().affine(network_.layer_, chunk.rows, chunk.stride, chunk.count, scores_.row(0),
                     scores_.stride());
    for (const ChunkPiece& piece : chunk.pieces) {
        for (std::size_t i = 0; i < piece.count; ++i) {
            float* scores = scores_.row(piece.row + i);
            for (std::size_t b = 0; b < best_; ++b) {
                std::size_t best = 0;
                for (std::size_t label = 1; label < network_.labels_; ++label) {
                    if (scores[label] > scores[best]) best = label;
                }
                labels_[(piece.token + i) * best_ + b] = static_cast<std::uint32_t>(best);
                scores[best] = std::numeric_limits<float>::lowest();
            }
        }
    }
}

}  // namespace tidings::language
