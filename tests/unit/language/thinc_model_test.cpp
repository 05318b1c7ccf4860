// Reading serialised networks: what is there, what is refused, and damaged files.
#include "language/thinc_model.hpp"

#include <string>

#include <gtest/gtest.h>

#include "base/mapped_file.hpp"
#include "language/label_network.hpp"
#include "pack.hpp"

namespace tidings::language {
namespace {

using test::pack;
using test::pack_array;
using test::pack_bytes;
using test::pack_map;

std::string floats(std::size_t count) {
    return std::string(count * sizeof(float), '\0');
}

std::string tensor(std::initializer_list<std::uint64_t> shape, const std::string& data,
                   std::string_view type = "<f4") {
    std::string sizes = pack_array(static_cast<unsigned>(shape.size()));
    for (const std::uint64_t size : shape) sizes += pack(size);
    return pack_map(5) + pack_bytes("nd") + '\xc3' + pack_bytes("type") + pack(type) +
           pack_bytes("kind") + pack_bytes("") + pack_bytes("shape") + sizes + pack_bytes("data") +
           pack_bytes(data);
}

// A network of one layer with an attribute and a tensor W.
std::string network(std::string_view layer, const std::string& attribute,
                    const std::string& parameter) {
    const std::string node = pack_map(4) + pack("index") + pack(std::uint64_t{0}) + pack("name") +
                             pack(layer) + pack("dims") + pack_map(0) + pack("refs") + pack_map(1) +
                             pack("lower") + pack(std::uint64_t{0});
    return pack_map(4) + pack("nodes") + pack_array(1) + node + pack("attrs") + pack_array(1) +
           pack_map(1) + pack("size") + pack_bytes(attribute) + pack("params") + pack_array(1) +
           pack_map(1) + pack("W") + parameter + pack("shims") + pack_array(1) + pack_array(0);
}

TEST(ThincModel, GivesNodesAttributesAndTensors) {
    const std::string bytes = network("maxout", pack(std::uint64_t{3}), tensor({2, 1}, floats(2)));
    const auto model = ThincModel::parse(bytes, "a/model");
    ASSERT_TRUE(model.has_value()) << model.error().to_string();
    EXPECT_EQ(model->find("maxout"), std::vector<std::size_t>{0});
    EXPECT_TRUE(model->find("linear").empty());
    EXPECT_EQ(model->integer(0, "size"), 3);
    EXPECT_EQ(model->reference(0, "lower"), 0U);
    EXPECT_EQ(model->parameter(0, "W", 2)->values.size(), 2U);
}

TEST(ThincModel, WhatIsMissingNamesFileAndNode) {
    const std::string bytes = network("maxout", pack(std::uint64_t{3}), tensor({2, 1}, floats(2)));
    const auto model = ThincModel::parse(bytes, "a/model");
    ASSERT_TRUE(model.has_value());
    const auto bias = model->parameter(0, "b", 2);
    ASSERT_FALSE(bias.has_value());
    EXPECT_EQ(bias.error().file, "a/model");
    EXPECT_NE(bias.error().message.find("node 0 (maxout)"), std::string::npos)
        << bias.error().message;
    EXPECT_FALSE(model->parameter(0, "W", 3).has_value());
    EXPECT_FALSE(model->parameter(0, "W", std::vector<std::size_t>{1, 2}).has_value());
    EXPECT_FALSE(model->integer(0, "other").has_value());
    EXPECT_FALSE(model->strings(0, "other").has_value());
    EXPECT_FALSE(model->reference(0, "upper").has_value());
}

TEST(ThincModel, UnknownLayersAreRefusedByName) {
    for (const char* layer : {"mish", "charembed", "transformer-listener", "reduce_mean"}) {
        const std::string bytes = network(layer, pack(std::uint64_t{3}), tensor({1, 1}, floats(1)));
        const auto model = ThincModel::parse(bytes, "a/model");
        ASSERT_FALSE(model.has_value()) << layer;
        EXPECT_NE(model.error().message.find(layer), std::string::npos) << model.error().message;
    }
}

TEST(ThincModel, TensorsThatDoNotFitTheirShapeAreRefused) {
    const std::string three = pack(std::uint64_t{3});
    for (const std::string& parameter :
         {tensor({2, 2}, floats(3)), tensor({2, 2}, floats(5)), tensor({1ULL << 62U, 4}, floats(4)),
          tensor({1, 1}, floats(1), "<c8"), pack(std::uint64_t{1})}) {
        const std::string bytes = network("maxout", three, parameter);
        const auto model = ThincModel::parse(bytes, "a/model");
        ASSERT_TRUE(model.has_value());
        EXPECT_FALSE(model->parameter(0, "W", 2).has_value());
    }
}

TEST(ThincModel, EveryTruncationOfAFileIsRefused) {
    for (const char* name : {"tiny-en/tagger/model", "tiny-de/trainable_lemmatizer/model"}) {
        const auto bytes = read_file(std::string(TIDINGS_TEST_LANGUAGE) + "/" + name);
        ASSERT_TRUE(bytes.has_value()) << bytes.error().to_string();
        ASSERT_TRUE(ThincModel::parse(*bytes, name).has_value());
        for (std::size_t size = 0; size < bytes->size(); ++size) {
            const auto model = ThincModel::parse(std::string_view(*bytes).substr(0, size), name);
            ASSERT_FALSE(model.has_value()) << name << " cut to " << size << " bytes";
            ASSERT_EQ(model.error().kind, ErrorKind::Config);
        }
    }
}

TEST(ThincModel, NoFlippedByteIsFatal) {
    const std::string name = "tiny-en/tagger/model";
    const auto whole = read_file(std::string(TIDINGS_TEST_LANGUAGE) + "/" + name);
    ASSERT_TRUE(whole.has_value());
    const nlohmann::json config = {{"@architectures", "spacy.Tagger.v2"}};
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole->size(); ++at) {
        std::string bytes = *whole;
        bytes[at] = static_cast<char>(bytes[at] ^ (at % 2 == 0 ? 0x81 : 0x7e));
        const auto model = ThincModel::parse(bytes, name);
        ModelFileWriter writer;
        if (!model || !LabelNetwork::convert(*model, config, 50, "tagger", writer)) ++refused;
    }
    EXPECT_GT(refused, 0U);
    EXPECT_LE(refused, whole->size());
}

}  // namespace
}  // namespace tidings::language
