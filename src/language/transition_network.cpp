#include "language/transition_network.hpp"

#include <algorithm>
#include <cstring>

#include "language/json_fields.hpp"
#include "language/layers.hpp"

namespace tidings::language {

namespace {

constexpr std::size_t kRing = 512;  // tokens whose features are at hand
constexpr std::size_t kBlock = 64;  // tokens whose features are computed at a time
constexpr std::size_t kMostWidth = 4096;

// Feature weights are [place][hidden][piece][input]; the kernels want the pieces of a place one
// after another, each padded: [place][piece][hidden].
std::vector<float> reorder(const std::vector<float>& values, std::size_t places, std::size_t hidden,
                           std::size_t pieces, std::size_t inputs) {
    const std::size_t padded = padded_width(hidden);
    std::vector<float> ordered(places * pieces * padded * inputs, 0.0F);
    for (std::size_t f = 0; f < places; ++f) {
        for (std::size_t h = 0; h < hidden; ++h) {
            for (std::size_t p = 0; p < pieces; ++p) {
                const std::size_t from = ((f * hidden + h) * pieces + p) * inputs;
                const std::size_t to = ((f * pieces + p) * padded + h) * inputs;
                std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(from), inputs,
                            ordered.begin() + static_cast<std::ptrdiff_t>(to));
            }
        }
    }
    return ordered;
}

// [output][input] to [padded input][padded output].
std::vector<float> transpose(const std::vector<float>& values, std::size_t outputs,
                             std::size_t inputs) {
    const std::size_t stride = padded_width(outputs);
    std::vector<float> turned(padded_width(inputs) * stride, 0.0F);
    for (std::size_t o = 0; o < outputs; ++o) {
        for (std::size_t i = 0; i < inputs; ++i) turned[i * stride + o] = values[o * inputs + i];
    }
    return turned;
}

Status check_config(const ThincModel& network, const nlohmann::json& config, std::size_t hidden,
                    std::size_t pieces, bool upper, std::size_t classes) {
    const std::string name = string_field(config, "@architectures");
    if (name != "spacy.TransitionBasedParser.v2" && name != "spacy.TransitionBasedParser.v1") {
        return fail(ErrorKind::Config, "the parser architecture \"" + name + "\" is not supported",
                    network.file(),
                    "known: spacy.TransitionBasedParser.v2 spacy.TransitionBasedParser.v1");
    }
    const auto differs = [&](const char* key, std::size_t found) {
        const auto wanted = integer_field(config, key);
        return wanted && *wanted != static_cast<std::int64_t>(found);
    };
    if ((upper && differs("hidden_width", hidden)) || differs("maxout_pieces", pieces) ||
        bool_field(config, "use_upper").value_or(upper) != upper) {
        return fail(ErrorKind::Config, "the network does not fit config.cfg", network.file());
    }
    if (!upper && hidden != classes) {
        return network.broken("has " + std::to_string(hidden) + " classes for " +
                              std::to_string(classes) + " moves");
    }
    return {};
}

}  // namespace

Status TransitionNetwork::convert(const ThincModel& network, const nlohmann::json& config,
                                  std::size_t classes, const std::string& name,
                                  ModelFileWriter& writer) {
    const auto lower = network.reference(0, "lower");
    if (!lower) return tl::unexpected<Error>(lower.error());
    const auto weights = network.parameter(*lower, "W", 4);
    if (!weights) return tl::unexpected<Error>(weights.error());
    const std::size_t places = weights->shape[0];
    const std::size_t hidden = weights->shape[1];
    const std::size_t pieces = weights->shape[2];
    const std::size_t narrow = weights->shape[3];
    if (places == 0 || places > kMostStateTokens || hidden == 0 || hidden > kMostWidth ||
        pieces == 0 || pieces > 16 || narrow == 0 || narrow > kMostWidth) {
        return network.broken("has state features of a wrong shape");
    }
    const auto bias = network.parameter(*lower, "b", std::vector<std::size_t>{hidden, pieces});
    const auto pad =
        network.parameter(*lower, "pad", std::vector<std::size_t>{1, places, hidden, pieces});
    if (!bias) return tl::unexpected<Error>(bias.error());
    if (!pad) return tl::unexpected<Error>(pad.error());

    const auto upper = network.reference(0, "upper");
    if (!upper) return tl::unexpected<Error>(upper.error());
    const bool has_upper = network.name(*upper) == "linear";
    if (auto status = check_config(network, config, hidden, pieces, has_upper, classes); !status) {
        return status;
    }
    std::vector<std::size_t> linears = network.find("linear");
    std::erase(linears, *upper);
    if (linears.size() != 1) return network.broken("has no single projection of token vectors");
    const auto projection = network.parameter(linears[0], "W", 2);
    if (!projection) return tl::unexpected<Error>(projection.error());
    const auto projection_bias =
        network.parameter(linears[0], "b", std::vector<std::size_t>{narrow});
    if (!projection_bias) return tl::unexpected<Error>(projection_bias.error());
    if (projection->shape[0] != narrow || projection->shape[1] == 0) {
        return network.broken("projects token vectors to a wrong width");
    }
    write_affine({projection->values, projection_bias->values, narrow, 1, 1, projection->shape[1]},
                 name + ".narrow", writer);

    const std::vector<float> ordered = reorder(weights->values, places, hidden, pieces, narrow);
    const std::size_t outputs = places * pieces * padded_width(hidden);
    write_affine({ordered, {}, outputs, 1, 1, narrow}, name + ".features", writer);
    const std::vector<float> missing = reorder(pad->values, places, hidden, pieces, 1);
    const std::vector<float> hidden_bias = reorder(bias->values, 1, hidden, pieces, 1);
    writer.add_array<float>(name + ".missing", missing);
    writer.add_array<float>(name + ".hidden_bias", hidden_bias);
    const std::array<std::uint64_t, 5> shape{places, hidden, pieces, narrow, has_upper ? 1U : 0U};
    writer.add_array<std::uint64_t>(name + ".shape", shape);
    if (!has_upper) return {};

    const auto top = network.parameter(*upper, "W", std::vector<std::size_t>{classes, hidden});
    const auto top_bias = network.parameter(*upper, "b", std::vector<std::size_t>{classes});
    if (!top) return tl::unexpected<Error>(top.error());
    if (!top_bias) return tl::unexpected<Error>(top_bias.error());
    const std::vector<float> turned = transpose(top->values, classes, hidden);
    writer.add_array<float>(name + ".upper", turned);
    write_rows(top_bias->values, classes, name + ".upper_bias", writer);
    return {};
}

Result<TransitionNetwork> TransitionNetwork::load(const ModelFile& model, const std::string& name,
                                                  std::size_t width, std::size_t classes,
                                                  std::array<std::size_t, 2> kinds) {
    const auto broken = [&] {
        return fail(ErrorKind::Config, "the network " + name + " of the model file is broken", {},
                    "install the model again: tidings model install NAME|PATH");
    };
    const auto shape = model.array<std::uint64_t>(name + ".shape");
    if (!shape) return tl::unexpected<Error>(shape.error());
    if (shape->size() != 5) return broken();
    TransitionNetwork network;
    network.state_tokens_ = (*shape)[0];
    network.classes_ = classes;
    network.pieces_ = (*shape)[2];
    const std::size_t hidden = (*shape)[1];
    const std::size_t narrow = (*shape)[3];
    const bool has_upper = (*shape)[4] != 0;
    if (std::find(kinds.begin(), kinds.end(), network.state_tokens_) == kinds.end() ||
        hidden == 0 || hidden > kMostWidth || network.pieces_ == 0 || network.pieces_ > 16 ||
        narrow == 0 || narrow > kMostWidth || (!has_upper && hidden != classes)) {
        return broken();
    }
    network.hidden_ = padded_width(hidden);
    const std::size_t place = network.pieces_ * network.hidden_;
    auto projection = load_affine(model, name + ".narrow", padded_width(width), narrow);
    if (!projection) return tl::unexpected<Error>(projection.error());
    auto features =
        load_affine(model, name + ".features", padded_width(narrow), network.state_tokens_ * place);
    if (!features) return tl::unexpected<Error>(features.error());
    const auto missing =
        load_rows(model, name + ".missing", network.state_tokens_ * network.pieces_, hidden);
    const auto bias = load_rows(model, name + ".hidden_bias", network.pieces_, hidden);
    if (!missing) return tl::unexpected<Error>(missing.error());
    if (!bias) return tl::unexpected<Error>(bias.error());
    network.narrow_ = *projection;
    network.features_ = *features;
    network.missing_ = *missing;
    network.bias_ = *bias;
    if (network.features_.pieces != 1 || network.narrow_.pieces != 1) return broken();
    if (has_upper) {
        const auto upper = load_rows(model, name + ".upper", network.hidden_, classes);
        const auto upper_bias = load_rows(model, name + ".upper_bias", 1, classes);
        if (!upper) return tl::unexpected<Error>(upper.error());
        if (!upper_bias) return tl::unexpected<Error>(upper_bias.error());
        network.upper_ = *upper;
        network.upper_bias_ = *upper_bias;
    }
    return network;
}

TransitionNetwork::Projection::Projection(const TransitionNetwork& network, const Batch& batch,
                                          TransitionScratch& scratch)
    : network_(network), scratch_(scratch) {
    scratch_.tokens.resize(batch.tokens(), network.narrow_.outputs);
}

void TransitionNetwork::Projection::take(const TokenChunk& chunk) {
    Matrix& projected = scratch_.projected;
    projected.resize(chunk.count, network_.narrow_.outputs);
    kernels().affine(network_.narrow_, chunk.rows, chunk.stride, chunk.count, projected.row(0),
                     projected.stride());
    for (const ChunkPiece& piece : chunk.pieces) {
        std::memcpy(scratch_.tokens.row(piece.token), projected.row(piece.row),
                    piece.count * projected.stride() * sizeof(float));
    }
}

TransitionScorer::TransitionScorer(const TransitionNetwork& network, TransitionScratch& scratch,
                                   std::size_t first, std::size_t count)
    : network_(network), scratch_(scratch), first_(first), count_(count) {
    const std::size_t ring = std::min(kRing, (count + kBlock - 1) / kBlock * kBlock);
    scratch_.features.resize(ring, network.features_.outputs);
    scratch_.missed.resize(kMostStateTokens, network.pieces_ * network.hidden_);
    scratch_.hidden.resize(network.hidden_);
    scratch_.scores.resize(padded_width(network.classes_));
}

const float* TransitionScorer::score(std::span<const std::int32_t> tokens) {
    const Kernels& k = kernels();
    const std::size_t width = network_.pieces_ * network_.hidden_;
    const std::int32_t furthest = *std::max_element(tokens.begin(), tokens.end());
    while (furthest >= 0 && static_cast<std::size_t>(furthest) >= computed_) compute_block();
    std::array<const float*, kMostStateTokens> features{};
    for (std::size_t place = 0; place < tokens.size(); ++place) {
        features[place] = tokens[place] < 0
                              ? network_.missing_ + place * width
                              : feature(static_cast<std::size_t>(tokens[place]), place);
    }
    float* hidden = scratch_.hidden.data();
    k.sum_features(features.data(), tokens.size(), network_.bias_, network_.hidden_,
                   network_.pieces_, hidden);
    if (network_.upper_ == nullptr) return hidden;
    k.affine_row(network_.upper_, network_.upper_bias_, hidden, network_.hidden_,
                 padded_width(network_.classes_), scratch_.scores.data());
    return scratch_.scores.data();
}

void TransitionScorer::compute_block() {
    const std::size_t rows = std::min(kBlock, count_ - computed_);
    float* out = scratch_.features.row(computed_ % scratch_.features.rows());
    kernels().affine(network_.features_, scratch_.tokens.row(first_ + computed_),
                     scratch_.tokens.stride(), rows, out, scratch_.features.stride());
    computed_ += rows;
}

const float* TransitionScorer::feature(std::size_t token, std::size_t place) {
    const std::size_t width = network_.pieces_ * network_.hidden_;
    const std::size_t ring = scratch_.features.rows();
    // The last block may have been cut short, so the ring holds the last `ring` places of blocks.
    const std::size_t reached = (computed_ + kBlock - 1) / kBlock * kBlock;
    if (token + ring >= reached) return scratch_.features.row(token % ring) + place * width;
    AffineLayer layer = network_.features_;
    layer.weights += place * width * layer.inputs;
    layer.bias += place * width;
    layer.outputs = width;
    float* out = scratch_.missed.row(place);
    kernels().affine(layer, scratch_.tokens.row(first_ + token), scratch_.tokens.stride(), 1, out,
                     width);
    return out;
}

}  // namespace tidings::language
