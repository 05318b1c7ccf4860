// Converts a tok2vec network: reads its layers, checks them against config.cfg, packs them.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "language/json_fields.hpp"
#include "language/layers.hpp"
#include "language/tok2vec.hpp"

namespace tidings::language {

namespace {

using Json = nlohmann::json;

// What config.cfg says about a network.
struct Plan {
    std::optional<std::int64_t> width;
    std::optional<std::int64_t> depth;
    std::optional<std::int64_t> window;
    std::optional<std::int64_t> pieces;
    std::vector<std::string> attributes;  // empty: as the network has it
    std::vector<std::int64_t> rows;
    bool last_row_for_unknown = false;
};

struct Layers {
    std::vector<std::size_t> tables;
    std::vector<std::size_t> vectors;
    std::vector<std::size_t> windows;
    std::vector<std::size_t> maxouts;
    std::vector<std::size_t> norms;
};

std::string architecture(const Json& config, const char* part) {
    const auto found = config.find(part);
    return found == config.end() ? std::string() : string_field(*found, "@architectures");
}

template <std::size_t N>
Status expect(const ThincModel& network, const std::string& found, const char* what,
              const std::array<std::string_view, N>& known) {
    if (std::find(known.begin(), known.end(), found) != known.end()) return {};
    std::string hint = "known:";
    for (const std::string_view name : known) hint.append(1, ' ').append(name);
    return fail(ErrorKind::Config,
                std::string("the ") + what + " architecture \"" + found + "\" is not supported",
                network.file(), std::move(hint));
}

Status plan_embed(const ThincModel& network, const Json& config, Plan& plan) {
    static constexpr std::array<std::string_view, 2> kKnown = {"spacy.MultiHashEmbed.v2",
                                                               "spacy.MultiHashEmbed.v1"};
    const std::string name = architecture(config, "embed");
    if (auto status = expect(network, name, "embedding", kKnown); !status) return status;
    const Json& embed = config["embed"];
    plan.width = integer_field(embed, "width");
    plan.last_row_for_unknown = name.ends_with(".v1");
    const auto attributes = embed.find("attrs");
    const auto rows = embed.find("rows");
    if (attributes != embed.end() && attributes->is_array()) {
        for (const Json& attribute : *attributes) {
            plan.attributes.push_back(attribute.is_string() ? attribute.get<std::string>()
                                                            : json_text(attribute));
        }
    }
    if (rows != embed.end() && rows->is_array()) {
        for (const Json& count : *rows) {
            plan.rows.push_back(count.is_number_integer() ? count.get<std::int64_t>() : -1);
        }
    }
    return {};
}

Result<Plan> make_plan(const ThincModel& network, const Json& config) {
    static constexpr std::array<std::string_view, 4> kWhole = {
        "spacy.Tok2Vec.v2", "spacy.Tok2Vec.v1", "spacy.HashEmbedCNN.v2", "spacy.HashEmbedCNN.v1"};
    static constexpr std::array<std::string_view, 2> kEncode = {"spacy.MaxoutWindowEncoder.v2",
                                                                "spacy.MaxoutWindowEncoder.v1"};
    Plan plan;
    const std::string name = string_field(config, "@architectures");
    if (auto status = expect(network, name, "token vector", kWhole); !status) {
        return tl::unexpected<Error>(status.error());
    }
    const bool in_parts = name.starts_with("spacy.Tok2Vec.");
    if (in_parts) {
        if (auto status = plan_embed(network, config, plan); !status) {
            return tl::unexpected<Error>(status.error());
        }
        if (auto status = expect(network, architecture(config, "encode"), "encoder", kEncode);
            !status) {
            return tl::unexpected<Error>(status.error());
        }
    }
    const Json& encode = in_parts ? config["encode"] : config;
    if (!in_parts) plan.width = integer_field(encode, "width");
    plan.last_row_for_unknown |= name == "spacy.HashEmbedCNN.v1";
    plan.depth = integer_field(encode, "depth");
    plan.window = integer_field(encode, "window_size");
    plan.pieces = integer_field(encode, "maxout_pieces");
    return plan;
}

Status misfit(const ThincModel& network, const std::string& what) {
    return fail(ErrorKind::Config, "the network does not fit config.cfg: " + what, network.file());
}

Result<Layers> find_layers(const ThincModel& network, const Plan& plan) {
    Layers layers{network.find("hashembed"), network.find("static_vectors"),
                  network.find("expand_window"), network.find("maxout"), network.find("layernorm")};
    const std::size_t depth = layers.windows.size();
    if (layers.tables.empty() || layers.vectors.size() > 1 || layers.maxouts.size() != depth + 1 ||
        layers.norms.size() != depth + 1 || network.find("extract_features").size() != 1) {
        return network.broken("is not a hashed embedding with a window encoder");
    }
    if (plan.depth && *plan.depth != static_cast<std::int64_t>(depth)) {
        return tl::unexpected<Error>(misfit(network, "depth").error());
    }
    return layers;
}

// Docs of a batch must not see each other: as many rows of zeros between them as the encoder sees.
Status check_padding(const ThincModel& network, std::size_t context) {
    std::int64_t padding = 0;
    for (std::size_t node = 0; node < network.size(); ++node) {
        if (!network.name(node).starts_with("with_array(")) continue;
        const auto pad = network.integer(node, "pad");
        if (!pad) return tl::unexpected<Error>(pad.error());
        padding = std::max(padding, *pad);
    }
    if (padding != static_cast<std::int64_t>(context)) {
        return network.broken("pads texts by " + std::to_string(padding) + " rows, where " +
                              std::to_string(context) + " were expected");
    }
    return {};
}

class Tok2vecConverter {
  public:
    Tok2vecConverter(const ThincModel& network, const Plan& plan, const Layers& layers,
                     std::string name, ModelFileWriter& writer)
        : network_(network),
          plan_(plan),
          layers_(layers),
          name_(std::move(name)),
          writer_(writer) {}

    Status run() {
        if (auto status = tables(); !status) return status;
        if (auto status = vectors(); !status) return status;
        const std::size_t segments = layers_.tables.size() + layers_.vectors.size();
        if (auto status = maxout(0, name_ + ".mixer", segments); !status) return status;
        if (auto status = encoders(); !status) return status;
        writer_.add(name_ + ".shape", json_text(shape_));
        return {};
    }

  private:
    Status tables() {
        const auto columns = network_.strings(network_.find("extract_features")[0], "columns");
        if (!columns) return tl::unexpected<Error>(columns.error());
        if (!plan_.attributes.empty() && plan_.attributes != *columns) {
            return misfit(network_, "attributes");
        }
        shape_["tables"] = Json::array();
        for (std::size_t i = 0; i < layers_.tables.size(); ++i) {
            const std::size_t node = layers_.tables[i];
            const auto values = network_.parameter(node, "E", 2);
            const auto seed = network_.integer(node, "seed");
            const auto column = network_.integer(node, "column");
            if (!values) return tl::unexpected<Error>(values.error());
            if (!seed) return tl::unexpected<Error>(seed.error());
            if (!column) return tl::unexpected<Error>(column.error());
            const std::size_t rows = values->shape[0];
            if (width_ == 0) width_ = values->shape[1];
            if (rows == 0 || width_ == 0 || values->shape[1] != width_ || *seed < 0 ||
                *column < 0 || *column >= static_cast<std::int64_t>(columns->size())) {
                return network_.broken("has an embedding table of a wrong shape");
            }
            if (i < plan_.rows.size() && plan_.rows[i] != static_cast<std::int64_t>(rows)) {
                return misfit(network_, "rows of the embedding tables");
            }
            const auto attribute = lexical_attribute((*columns)[static_cast<std::size_t>(*column)]);
            if (!attribute) {
                return network_.broken("embeds " + (*columns)[static_cast<std::size_t>(*column)] +
                                       ", which is not supported");
            }
            write_rows(values->values, width_, name_ + ".table" + std::to_string(i), writer_);
            shape_["tables"].push_back({{"attribute", std::string(to_string(*attribute))},
                                        {"rows", rows},
                                        {"seed", static_cast<std::uint32_t>(*seed)}});
        }
        if (plan_.width && *plan_.width != static_cast<std::int64_t>(width_)) {
            return misfit(network_, "width");
        }
        shape_["width"] = width_;
        return {};
    }

    Status vectors() {
        if (layers_.vectors.empty()) return {};
        const auto weights = network_.parameter(layers_.vectors[0], "W", 2);
        if (!weights) return tl::unexpected<Error>(weights.error());
        if (weights->shape[0] != width_ || weights->shape[1] == 0) {
            return network_.broken("projects word vectors to a wrong width");
        }
        AffineSource source;
        source.weights = weights->values;
        source.outputs = width_;
        source.segment_width = weights->shape[1];
        write_affine(source, name_ + ".vectors", writer_);
        shape_["unknown_vector"] = plan_.last_row_for_unknown ? "last" : "zero";
        return {};
    }

    Status encoders() {
        const std::size_t depth = layers_.windows.size();
        std::int64_t window = 0;
        for (const std::size_t node : layers_.windows) {
            const auto size = network_.integer(node, "window_size");
            if (!size) return tl::unexpected<Error>(size.error());
            if (*size < 0 || *size > 64 || (node != layers_.windows[0] && *size != window)) {
                return network_.broken("has windows of different sizes");
            }
            window = *size;
        }
        if (depth > 0 && plan_.window && *plan_.window != window) {
            return misfit(network_, "window_size");
        }
        if (auto status = check_padding(network_, static_cast<std::size_t>(window) * depth);
            !status) {
            return status;
        }
        for (std::size_t i = 0; i < depth; ++i) {
            const std::string section = name_ + ".encoder" + std::to_string(i);
            const auto segments = static_cast<std::size_t>(2 * window + 1);
            if (auto status = maxout(i + 1, section, segments); !status) return status;
        }
        shape_["window"] = static_cast<std::size_t>(window);
        shape_["depth"] = depth;
        return {};
    }

    Status maxout(std::size_t which, const std::string& section, std::size_t segments) {
        const std::size_t node = layers_.maxouts[which];
        const auto weights = network_.parameter(node, "W", 3);
        if (!weights) return tl::unexpected<Error>(weights.error());
        const std::size_t pieces = weights->shape[1];
        const bool fits = weights->shape[0] == width_ && weights->shape[2] == segments * width_ &&
                          pieces >= 1 && pieces <= 64;
        if (!fits) return network_.broken("has a maxout layer of a wrong shape");
        if (which > 0 && plan_.pieces && *plan_.pieces != static_cast<std::int64_t>(pieces)) {
            return misfit(network_, "maxout_pieces");
        }
        const auto bias = network_.parameter(node, "b", std::vector<std::size_t>{width_, pieces});
        const std::size_t norm = layers_.norms[which];
        const auto scale = network_.parameter(norm, "G", std::vector<std::size_t>{width_});
        const auto shift = network_.parameter(norm, "b", std::vector<std::size_t>{width_});
        if (!bias) return tl::unexpected<Error>(bias.error());
        if (!scale) return tl::unexpected<Error>(scale.error());
        if (!shift) return tl::unexpected<Error>(shift.error());
        write_affine({weights->values, bias->values, width_, pieces, segments, width_}, section,
                     writer_);
        write_norm({scale->values, shift->values}, section, writer_);
        return {};
    }

    const ThincModel& network_;
    const Plan& plan_;
    const Layers& layers_;
    std::string name_;
    ModelFileWriter& writer_;
    std::size_t width_ = 0;
    Json shape_ = Json::object();
};

}  // namespace

Status Tok2Vec::convert(const ThincModel& network, const nlohmann::json& config,
                        const std::string& name, ModelFileWriter& writer) {
    const auto plan = make_plan(network, config);
    if (!plan) return tl::unexpected<Error>(plan.error());
    const auto layers = find_layers(network, *plan);
    if (!layers) return tl::unexpected<Error>(layers.error());
    return Tok2vecConverter(network, *plan, *layers, name, writer).run();
}

}  // namespace tidings::language
