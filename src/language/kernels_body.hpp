// The bodies of the kernels, included by one source file for each instruction set, which defines
// KERNEL_LANES (floats in a vector register), KERNEL_ROWS and KERNEL_VECTORS (the tile of sums
// kept in registers). No header is included below the target pragma: inline functions of the
// library must never be compiled for an instruction set that the machine may not have.

namespace {

using tidings::language::AffineLayer;
using tidings::language::kPanelWidth;
using tidings::language::kRowsPerHash;
using tidings::language::NormLayer;

using Lanes = float __attribute__((vector_size(KERNEL_LANES * sizeof(float))));
constexpr std::size_t kLanes = KERNEL_LANES;
constexpr std::size_t kTileRows = KERNEL_ROWS;
constexpr std::size_t kTileVectors = KERNEL_VECTORS;
constexpr std::size_t kTileWidth = kLanes * kTileVectors;
static_assert(kPanelWidth % kTileWidth == 0);

// Without assuming alignment: windows over a sequence start anywhere.
inline Lanes load(const float* from) {
    Lanes value;
    __builtin_memcpy(&value, from, sizeof(value));
    return value;
}
inline void store(float* to, Lanes value) {
    __builtin_memcpy(to, &value, sizeof(value));
}
inline Lanes spread(float value) {
    return Lanes{} + value;
}
// As in the reference: the later piece wins only where it is greater.
inline Lanes larger(Lanes first, Lanes second) {
    return second > first ? second : first;
}

// Rows x kTileWidth outputs of one panel.
template <std::size_t Rows>
inline void affine_tile(const float* panel, const float* bias, std::size_t inputs, const float* in,
                        std::size_t in_stride, bool first_piece, float* out,
                        std::size_t out_stride) {
    Lanes sums[Rows][kTileVectors];
    for (std::size_t r = 0; r < Rows; ++r) {
        for (std::size_t v = 0; v < kTileVectors; ++v) sums[r][v] = Lanes{};
    }
    for (std::size_t i = 0; i < inputs; ++i) {
        Lanes weights[kTileVectors];
        for (std::size_t v = 0; v < kTileVectors; ++v) {
            weights[v] = load(panel + i * kPanelWidth + v * kLanes);
        }
        for (std::size_t r = 0; r < Rows; ++r) {
            const Lanes value = spread(in[r * in_stride + i]);
            for (std::size_t v = 0; v < kTileVectors; ++v) sums[r][v] += value * weights[v];
        }
    }
    for (std::size_t r = 0; r < Rows; ++r) {
        for (std::size_t v = 0; v < kTileVectors; ++v) {
            Lanes sum = sums[r][v] + load(bias + v * kLanes);
            float* to = out + r * out_stride + v * kLanes;
            if (!first_piece) sum = larger(load(to), sum);
            store(to, sum);
        }
    }
}

// The last rows of a matrix, fewer than a whole tile.
template <std::size_t Rows>
inline void affine_rest(std::size_t rows, const float* panel, const float* bias, std::size_t inputs,
                        const float* in, std::size_t in_stride, bool first_piece, float* out,
                        std::size_t out_stride) {
    if constexpr (Rows > 0) {
        if (rows == Rows) {
            affine_tile<Rows>(panel, bias, inputs, in, in_stride, first_piece, out, out_stride);
        } else {
            affine_rest<Rows - 1>(rows, panel, bias, inputs, in, in_stride, first_piece, out,
                                  out_stride);
        }
    }
}

void affine(const AffineLayer& layer, const float* in, std::size_t in_stride, std::size_t rows,
            float* out, std::size_t out_stride) {
    const float* panel = layer.weights;
    const float* bias = layer.bias;
    for (std::size_t block = 0; block < layer.outputs; block += kPanelWidth) {
        for (std::size_t piece = 0; piece < layer.pieces; ++piece) {
            for (std::size_t tile = 0; tile < kPanelWidth; tile += kTileWidth) {
                std::size_t r = 0;
                for (; r + kTileRows <= rows; r += kTileRows) {
                    affine_tile<kTileRows>(panel + tile, bias + tile, layer.inputs,
                                           in + r * in_stride, in_stride, piece == 0,
                                           out + r * out_stride + block + tile, out_stride);
                }
                affine_rest<kTileRows - 1>(rows - r, panel + tile, bias + tile, layer.inputs,
                                           in + r * in_stride, in_stride, piece == 0,
                                           out + r * out_stride + block + tile, out_stride);
            }
            panel += layer.inputs * kPanelWidth;
            bias += kPanelWidth;
        }
    }
}

// Sums of one row are kept in kPanelWidth places, whatever the width of the registers, so that
// all instruction sets add in the same order.
inline float total(const float* parts) {
    float sums[kPanelWidth];
    for (std::size_t i = 0; i < kPanelWidth; ++i) sums[i] = parts[i];
    for (std::size_t half = kPanelWidth / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) sums[i] += sums[i + half];
    }
    return sums[0];
}

void layer_norm(const NormLayer& layer, const float* in, std::size_t rows, bool residual,
                float* out, std::size_t stride) {
    constexpr std::size_t kVectors = kPanelWidth / kLanes;
    const std::size_t width = layer.width;
    const std::size_t whole = width - width % kPanelWidth;
    for (std::size_t r = 0; r < rows; ++r, in += stride, out += stride) {
        Lanes sums[kVectors];
        for (std::size_t v = 0; v < kVectors; ++v) sums[v] = Lanes{};
        for (std::size_t i = 0; i < stride; i += kPanelWidth) {  // padding is zero
            for (std::size_t v = 0; v < kVectors; ++v) sums[v] += load(in + i + v * kLanes);
        }
        float parts[kPanelWidth];
        for (std::size_t v = 0; v < kVectors; ++v) store(parts + v * kLanes, sums[v]);
        const float mean = total(parts) / static_cast<float>(width);

        for (std::size_t v = 0; v < kVectors; ++v) sums[v] = Lanes{};
        for (std::size_t i = 0; i < whole; i += kPanelWidth) {
            for (std::size_t v = 0; v < kVectors; ++v) {
                const Lanes distance = load(in + i + v * kLanes) - mean;
                sums[v] += distance * distance;
            }
        }
        for (std::size_t v = 0; v < kVectors; ++v) store(parts + v * kLanes, sums[v]);
        for (std::size_t i = whole; i < width; ++i) {
            const float distance = in[i] - mean;
            parts[i - whole] += distance * distance;
        }
        const float variance = total(parts) / static_cast<float>(width) + 1e-8F;
        const float scale = 1.0F / __builtin_sqrtf(variance);

        for (std::size_t i = 0; i < stride; i += kLanes) {
            Lanes value = (load(in + i) - mean) * scale;
            value = value * load(layer.scale + i) + load(layer.shift + i);
            if (residual) value += load(out + i);
            store(out + i, value);
        }
    }
}

void sum_rows(const float* table, const std::uint32_t* keys, std::size_t width, float* out) {
    for (std::size_t i = 0; i < width; i += kLanes) {
        Lanes sum = load(table + keys[0] * width + i);
        for (std::size_t k = 1; k < kRowsPerHash; ++k) sum += load(table + keys[k] * width + i);
        store(out + i, sum);
    }
}

void sum_features(const float* const* features, std::size_t count, const float* bias,
                  std::size_t hidden, std::size_t pieces, float* out) {
    for (std::size_t h = 0; h < hidden; h += kLanes) {
        Lanes best = Lanes{};
        for (std::size_t p = 0; p < pieces; ++p) {
            const std::size_t at = p * hidden + h;
            Lanes sum = load(features[0] + at);
            for (std::size_t f = 1; f < count; ++f) sum += load(features[f] + at);
            sum += load(bias + at);
            best = p == 0 ? sum : larger(best, sum);
        }
        store(out + h, best);
    }
}

// Several panels at once, because a sum must wait for the one before it.
template <std::size_t Panels>
inline void affine_row_panels(const float* weights, const float* bias, const float* in,
                              std::size_t inputs, std::size_t outputs, float* out) {
    constexpr std::size_t kVectors = Panels * kPanelWidth / kLanes;
    Lanes sums[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) sums[v] = Lanes{};
    for (std::size_t i = 0; i < inputs; ++i) {
        const Lanes value = spread(in[i]);
        for (std::size_t v = 0; v < kVectors; ++v) {
            sums[v] += value * load(weights + i * outputs + v * kLanes);
        }
    }
    for (std::size_t v = 0; v < kVectors; ++v) {
        store(out + v * kLanes, sums[v] + load(bias + v * kLanes));
    }
}

void affine_row(const float* weights, const float* bias, const float* in, std::size_t inputs,
                std::size_t outputs, float* out) {
    constexpr std::size_t kPanels = kLanes >= 16 ? 4 : kLanes >= 8 ? 2 : 1;
    std::size_t o = 0;
    for (; o + kPanels * kPanelWidth <= outputs; o += kPanels * kPanelWidth) {
        affine_row_panels<kPanels>(weights + o, bias + o, in, inputs, outputs, out + o);
    }
    for (; o < outputs; o += kPanelWidth) {
        affine_row_panels<1>(weights + o, bias + o, in, inputs, outputs, out + o);
    }
}

constexpr tidings::language::Kernels make_kernels(const char* name) {
    return {name, affine, layer_norm, sum_rows, sum_features, affine_row};
}

}  // namespace
