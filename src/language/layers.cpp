#include "language/layers.hpp"

#include <array>
#include <cstdint>

namespace tidings::language {

namespace {

std::span<const float> view(const std::vector<float>& values) {
    return {values.data(), values.size()};
}

tl::unexpected<Error> misfit(const std::string& name) {
    return fail(ErrorKind::Config, "the layer " + name + " of the model file has a broken shape",
                {}, "install the model again: tidings model install NAME|PATH");
}

}  // namespace

void write_affine(const AffineSource& source, const std::string& name, ModelFileWriter& writer) {
    const std::size_t segment_stride = padded_width(source.segment_width);
    const std::size_t inputs = source.segments * segment_stride;
    const std::size_t source_inputs = source.segments * source.segment_width;
    const std::size_t outputs = padded_width(source.outputs);
    std::vector<float> weights(outputs * source.pieces * inputs, 0.0F);
    std::vector<float> bias(outputs * source.pieces, 0.0F);
    for (std::size_t o = 0; o < source.outputs; ++o) {
        for (std::size_t p = 0; p < source.pieces; ++p) {
            const std::size_t panel = o / kPanelWidth * source.pieces + p;
            const std::size_t column = o % kPanelWidth;
            const std::size_t at = o * source.pieces + p;
            if (!source.bias.empty()) bias[panel * kPanelWidth + column] = source.bias[at];
            for (std::size_t i = 0; i < source_inputs; ++i) {
                const std::size_t padded =
                    i / source.segment_width * segment_stride + i % source.segment_width;
                weights[(panel * inputs + padded) * kPanelWidth + column] =
                    source.weights[at * source_inputs + i];
            }
        }
    }
    const std::array<std::uint64_t, 3> shape{inputs, outputs, source.pieces};
    writer.add_array<std::uint64_t>(name + ".shape", shape);
    writer.add_array<float>(name + ".weights", view(weights));
    writer.add_array<float>(name + ".bias", view(bias));
}

Result<AffineLayer> load_affine(const ModelFile& model, const std::string& name, std::size_t inputs,
                                std::size_t outputs) {
    const auto shape = model.array<std::uint64_t>(name + ".shape");
    const auto weights = model.array<float>(name + ".weights");
    const auto bias = model.array<float>(name + ".bias");
    if (!shape) return tl::unexpected<Error>(shape.error());
    if (!weights) return tl::unexpected<Error>(weights.error());
    if (!bias) return tl::unexpected<Error>(bias.error());
    if (shape->size() != 3) return misfit(name);
    const std::uint64_t pieces = (*shape)[2];
    constexpr std::uint64_t kMostPieces = 64;
    if ((*shape)[0] != inputs || (*shape)[1] != padded_width(outputs) || pieces == 0 ||
        pieces > kMostPieces || bias->size() != padded_width(outputs) * pieces ||
        weights->size() != bias->size() * inputs) {
        return misfit(name);
    }
    return AffineLayer{weights->data(), bias->data(), inputs, padded_width(outputs), pieces};
}

void write_norm(const NormSource& source, const std::string& name, ModelFileWriter& writer) {
    write_rows(source.scale, source.scale.size(), name + ".scale", writer);
    write_rows(source.shift, source.shift.size(), name + ".shift", writer);
}

Result<NormLayer> load_norm(const ModelFile& model, const std::string& name, std::size_t width) {
    const auto scale = load_rows(model, name + ".scale", 1, width);
    const auto shift = load_rows(model, name + ".shift", 1, width);
    if (!scale) return tl::unexpected<Error>(scale.error());
    if (!shift) return tl::unexpected<Error>(shift.error());
    return NormLayer{*scale, *shift, width};
}

void write_rows(std::span<const float> values, std::size_t width, const std::string& name,
                ModelFileWriter& writer) {
    const std::size_t stride = padded_width(width);
    if (stride == width) {
        writer.add_array<float>(name, values);
        return;
    }
    const std::size_t rows = width == 0 ? 0 : values.size() / width;
    std::vector<float> padded(rows * stride, 0.0F);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t i = 0; i < width; ++i) padded[r * stride + i] = values[r * width + i];
    }
    writer.add_array<float>(name, view(padded));
}

Result<const float*> load_rows(const ModelFile& model, const std::string& name, std::size_t rows,
                               std::size_t width) {
    const auto values = model.array<float>(name);
    if (!values) return tl::unexpected<Error>(values.error());
    if (width == 0 || values->size() / padded_width(width) != rows ||
        values->size() % padded_width(width) != 0) {
        return misfit(name);
    }
    return values->data();
}

}  // namespace tidings::language
