// Layers in the model file: packed for the kernels when a pipeline is converted, used in place.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

#include "language/kernels.hpp"
#include "language/model_file.hpp"

namespace tidings::language {

/// An affine layer as networks store it: weights [outputs][pieces][inputs], bias
/// [outputs][pieces] (empty: none). The inputs are `segments` vectors of equal width side by side,
/// each of which is padded by itself.
struct AffineSource {
    std::span<const float> weights;
    std::span<const float> bias;
    std::size_t outputs = 0;
    std::size_t pieces = 1;
    std::size_t segments = 1;
    std::size_t segment_width = 0;
};

struct NormSource {
    std::span<const float> scale;
    std::span<const float> shift;
};

/// Writes the sections `name`.weights, `name`.bias and `name`.shape. The sizes must fit together.
void write_affine(const AffineSource& source, const std::string& name, ModelFileWriter& writer);
/// Checks the sections against each other and against the padded input width that the caller
/// feeds in and the number of (unpadded) outputs it reads.
[[nodiscard]] Result<AffineLayer> load_affine(const ModelFile& model, const std::string& name,
                                              std::size_t inputs, std::size_t outputs);

void write_norm(const NormSource& source, const std::string& name, ModelFileWriter& writer);
[[nodiscard]] Result<NormLayer> load_norm(const ModelFile& model, const std::string& name,
                                          std::size_t width);

/// Rows of `width` floats, each padded to whole panels.
void write_rows(std::span<const float> values, std::size_t width, const std::string& name,
                ModelFileWriter& writer);
/// The padded rows; fails if there are not exactly `rows` of them.
[[nodiscard]] Result<const float*> load_rows(const ModelFile& model, const std::string& name,
                                             std::size_t rows, std::size_t width);

}  // namespace tidings::language
