// The vector kernels against plain loops in double precision, for every instruction set that this
// machine has.
#include "language/kernels.hpp"

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "language/layers.hpp"
#include "language/matrix.hpp"

namespace tidings::language {
namespace {

std::vector<const Kernels*> available() {
    std::vector<const Kernels*> sets = {baseline_kernels()};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        sets.push_back(avx2_kernels());
    }
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq")) {
        sets.push_back(avx512_kernels());
    }
#endif
    return sets;
}

std::vector<float> random_floats(std::size_t count, unsigned seed) {
    std::mt19937 engine(seed);
    std::uniform_real_distribution<float> values(-1.0F, 1.0F);
    std::vector<float> floats(count);
    for (float& value : floats) value = values(engine);
    return floats;
}

struct PackedLayer {
    PackedLayer(std::size_t outputs, std::size_t pieces, std::size_t segments, std::size_t width)
        : source{random_floats(outputs * pieces * segments * width, 1),
                 random_floats(outputs * pieces, 2)} {
        ModelFileWriter writer;
        write_affine({source[0], source[1], outputs, pieces, segments, width}, "layer", writer);
        auto opened = ModelFile::from_bytes(writer.to_bytes(nlohmann::json::object()), "test");
        model.emplace(std::move(*opened));
        layer = *load_affine(*model, "layer", segments * padded_width(width), outputs);
    }
    std::vector<float> source[2];
    std::optional<ModelFile> model;
    AffineLayer layer;
};

TEST(Kernels, MaxoutOverAWindowEqualsPlainLoops) {
    constexpr std::size_t kWidth = 40;
    constexpr std::size_t kOutputs = 37;
    constexpr std::size_t kPieces = 3;
    constexpr std::size_t kRows = 29;
    const PackedLayer packed(kOutputs, kPieces, 3, kWidth);
    const std::size_t stride = padded_width(kWidth);
    Matrix input;
    input.resize(kRows + 2, kWidth);
    const std::vector<float> values = random_floats((kRows + 2) * kWidth, 3);
    for (std::size_t r = 0; r < kRows + 2; ++r) {
        std::memcpy(input.row(r), values.data() + r * kWidth, kWidth * sizeof(float));
    }
    for (const Kernels* kernels : available()) {
        Matrix output;
        output.resize(kRows, kOutputs);
        kernels->affine(packed.layer, input.row(0), stride, kRows, output.row(0), output.stride());
        for (std::size_t r = 0; r < kRows; ++r) {
            for (std::size_t o = 0; o < kOutputs; ++o) {
                double best = -1e9;
                for (std::size_t p = 0; p < kPieces; ++p) {
                    double sum = packed.source[1][o * kPieces + p];
                    for (std::size_t i = 0; i < 3 * kWidth; ++i) {
                        sum += double{packed.source[0][(o * kPieces + p) * 3 * kWidth + i]} *
                               double{values[r * kWidth + i]};
                    }
                    best = std::max(best, sum);
                }
                ASSERT_NEAR(output.row(r)[o], best, 1e-4) << kernels->name;
            }
            for (std::size_t o = kOutputs; o < output.stride(); ++o) {
                ASSERT_EQ(output.row(r)[o], 0.0F) << kernels->name;
            }
        }
    }
}

TEST(Kernels, ARowDoesNotDependOnTheRowsAroundIt) {
    constexpr std::size_t kRows = 31;
    const PackedLayer packed(64, 2, 1, 96);
    const std::vector<float> input = random_floats(kRows * 96, 4);
    for (const Kernels* kernels : available()) {
        std::vector<float> together(kRows * 64);
        kernels->affine(packed.layer, input.data(), 96, kRows, together.data(), 64);
        for (std::size_t r = 0; r < kRows; ++r) {
            std::vector<float> alone(64);
            kernels->affine(packed.layer, input.data() + r * 96, 96, 1, alone.data(), 64);
            ASSERT_EQ(std::memcmp(alone.data(), together.data() + r * 64, 64 * sizeof(float)), 0)
                << kernels->name << " row " << r;
        }
    }
}

TEST(Kernels, InstructionSetsWithFusedMultiplicationGiveTheSameBits) {
    const std::vector<const Kernels*> sets = available();
    if (sets.size() < 3) GTEST_SKIP() << "this machine has no AVX-512";
#if !defined(__OPTIMIZE__)
    GTEST_SKIP() << "products and sums are fused by the optimiser";
#endif
    const PackedLayer packed(96, 3, 3, 96);
    const std::vector<float> input = random_floats(20 * 96, 5);
    std::vector<float> outputs[2];
    for (int i = 0; i < 2; ++i) {
        outputs[i].resize(18 * 96);
        sets[static_cast<std::size_t>(i) + 1]->affine(packed.layer, input.data(), 96, 18,
                                                      outputs[i].data(), 96);
    }
    EXPECT_EQ(outputs[0], outputs[1]);
}

TEST(Kernels, LayerNormCentresAndScalesTheRealWidthOnly) {
    constexpr std::size_t kWidth = 33;
    const std::size_t stride = padded_width(kWidth);
    std::vector<float> in(stride, 0.0F);
    std::vector<float> scale(stride, 0.0F);
    std::vector<float> shift(stride, 0.0F);
    for (std::size_t i = 0; i < kWidth; ++i) {
        in[i] = static_cast<float>(i * i % 17);
        scale[i] = 1.0F + static_cast<float>(i) / 10.0F;
        shift[i] = static_cast<float>(i % 3) - 1.0F;
    }
    double mean = 0;
    double variance = 0;
    for (std::size_t i = 0; i < kWidth; ++i) mean += double{in[i]} / kWidth;
    for (std::size_t i = 0; i < kWidth; ++i) {
        variance += (double{in[i]} - mean) * (double{in[i]} - mean) / kWidth;
    }
    const NormLayer layer{scale.data(), shift.data(), kWidth};
    for (const Kernels* kernels : available()) {
        std::vector<float> plain(stride, 7.0F);
        std::vector<float> residual(stride, 0.0F);
        for (std::size_t i = 0; i < kWidth; ++i) residual[i] = 2.0F;
        kernels->layer_norm(layer, in.data(), 1, false, plain.data(), stride);
        kernels->layer_norm(layer, in.data(), 1, true, residual.data(), stride);
        for (std::size_t i = 0; i < stride; ++i) {
            const double expected =
                i < kWidth
                    ? (double{in[i]} - mean) / std::sqrt(variance + 1e-8) * double{scale[i]} +
                          double{shift[i]}
                    : 0.0;
            EXPECT_NEAR(plain[i], expected, 1e-4) << kernels->name << " place " << i;
            EXPECT_NEAR(residual[i], i < kWidth ? expected + 2.0 : 0.0, 1e-4) << kernels->name;
        }
    }
}

TEST(Kernels, MaxoutOfAStateAddsFeaturesAndBiasBeforeItChooses) {
    constexpr std::size_t kHidden = 32;
    std::vector<float> first(2 * kHidden, 1.0F);
    std::vector<float> second(2 * kHidden, 2.0F);
    std::vector<float> bias(2 * kHidden, 0.0F);
    bias[3] = 5.0F;            // piece 0 of place 3
    bias[kHidden + 4] = 6.0F;  // piece 1 of place 4
    second[kHidden + 5] = -9.0F;
    const float* features[] = {first.data(), second.data()};
    for (const Kernels* kernels : available()) {
        std::vector<float> out(kHidden);
        kernels->sum_features(features, 2, bias.data(), kHidden, 2, out.data());
        EXPECT_EQ(out[0], 3.0F) << kernels->name;
        EXPECT_EQ(out[3], 8.0F) << kernels->name;
        EXPECT_EQ(out[4], 9.0F) << kernels->name;
        EXPECT_EQ(out[5], 3.0F) << kernels->name;
    }
}

TEST(Kernels, OneRowTimesAMatrix) {
    constexpr std::size_t kInputs = 32;
    constexpr std::size_t kOutputs = 5 * kPanelWidth;
    const std::vector<float> weights = random_floats(kInputs * kOutputs, 6);
    const std::vector<float> bias = random_floats(kOutputs, 7);
    const std::vector<float> in = random_floats(kInputs, 8);
    for (const Kernels* kernels : available()) {
        std::vector<float> out(kOutputs);
        kernels->affine_row(weights.data(), bias.data(), in.data(), kInputs, kOutputs, out.data());
        for (std::size_t o = 0; o < kOutputs; ++o) {
            double sum = bias[o];
            for (std::size_t i = 0; i < kInputs; ++i) {
                sum += double{weights[i * kOutputs + o]} * double{in[i]};
            }
            ASSERT_NEAR(out[o], sum, 1e-4) << kernels->name << " place " << o;
        }
    }
}

TEST(Kernels, SumsFourRowsOfATable) {
    const std::vector<float> table = random_floats(10 * kPanelWidth, 9);
    const std::uint32_t keys[kRowsPerHash] = {9, 0, 3, 3};
    for (const Kernels* kernels : available()) {
        std::vector<float> out(kPanelWidth);
        kernels->sum_rows(table.data(), keys, kPanelWidth, out.data());
        for (std::size_t i = 0; i < kPanelWidth; ++i) {
            const float expected = table[9 * kPanelWidth + i] + table[i] +
                                   table[3 * kPanelWidth + i] + table[3 * kPanelWidth + i];
            EXPECT_FLOAT_EQ(out[i], expected) << kernels->name;
        }
    }
}

TEST(Layers, ABrokenShapeIsRefused) {
    ModelFileWriter writer;
    const std::vector<float> weights(64, 1.0F);
    write_affine({weights, {}, 2, 1, 1, 32}, "layer", writer);
    const auto model = ModelFile::from_bytes(writer.to_bytes(nlohmann::json::object()), "test");
    ASSERT_TRUE(model.has_value());
    EXPECT_TRUE(load_affine(*model, "layer", 32, 2).has_value());
    EXPECT_FALSE(load_affine(*model, "layer", 64, 2).has_value());
    EXPECT_FALSE(load_affine(*model, "layer", 32, 40).has_value());
    EXPECT_FALSE(load_affine(*model, "other", 32, 2).has_value());
    EXPECT_FALSE(load_rows(*model, "layer.bias", 2, 32).has_value());
}

}  // namespace
}  // namespace tidings::language
