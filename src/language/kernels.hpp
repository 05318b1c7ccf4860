// The inner loops of the networks, compiled once for each instruction set and chosen at start.
//
// Every output element is one sum in one fixed order, whatever the number of rows and wherever a
// row lies among them: a text gets the same bits alone, in a batch, and on any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tidings::language {

/// Columns of weights come in panels of this many, and rows of activations are padded to it.
inline constexpr std::size_t kPanelWidth = 32;
/// Rows of hashed embeddings that are summed for one attribute.
inline constexpr std::size_t kRowsPerHash = 4;

[[nodiscard]] constexpr std::size_t padded_width(std::size_t width) noexcept {
    return (width + kPanelWidth - 1) / kPanelWidth * kPanelWidth;
}

/// An affine layer with maxout, as the kernels read it. For each block of kPanelWidth outputs and
/// each piece of it a panel of `inputs` x kPanelWidth weights follows; biases in the same order.
/// Outputs are padded to whole blocks with zeros.
struct AffineLayer {
    const float* weights = nullptr;
    const float* bias = nullptr;
    std::size_t inputs = 0;   ///< padded
    std::size_t outputs = 0;  ///< padded
    std::size_t pieces = 1;
};

/// Scale and shift of a layer normalisation, padded with zeros.
struct NormLayer {
    const float* scale = nullptr;
    const float* shift = nullptr;
    std::size_t width = 0;
};

struct Kernels {
    const char* name;

    /// out[r][o] = max over the pieces p of (sum over i of in[r][i] * W[i][o][p]) + b[o][p].
    /// Rows of `in` may overlap (in_stride < inputs), which makes it a window over a sequence.
    void (*affine)(const AffineLayer& layer, const float* in, std::size_t in_stride,
                   std::size_t rows, float* out, std::size_t out_stride);

    /// out[r] = (residual ? out[r] : 0) + norm(in[r]), padding stays zero.
    void (*layer_norm)(const NormLayer& layer, const float* in, std::size_t rows, bool residual,
                       float* out, std::size_t stride);

    /// out[0, width) = table[keys[0]] + table[keys[1]] + ...; `width` and the table's rows padded.
    void (*sum_rows)(const float* table, const std::uint32_t* keys, std::size_t width, float* out);

    /// One parser state: out[h] = max over pieces of bias + the sum of `count` feature vectors.
    /// Vectors hold the pieces one after another, `hidden` (padded) floats each.
    void (*sum_features)(const float* const* features, std::size_t count, const float* bias,
                         std::size_t hidden, std::size_t pieces, float* out);

    /// out[j] = b[j] + sum over i of in[i] * W[i][j], for one row; W is [inputs][outputs], padded.
    void (*affine_row)(const float* weights, const float* bias, const float* in, std::size_t inputs,
                       std::size_t outputs, float* out);
};

/// The kernels for this processor.
[[nodiscard]] const Kernels& kernels() noexcept;

// One table for each instruction set; a null pointer where the compiler's target lacks it.
[[nodiscard]] const Kernels* baseline_kernels() noexcept;
[[nodiscard]] const Kernels* avx2_kernels() noexcept;
[[nodiscard]] const Kernels* avx512_kernels() noexcept;

}  // namespace tidings::language
