#include "language/msgpack_value.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "language/msgpack_json.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;

std::string packed(const json& value) {
    const auto bytes = json::to_msgpack(value);
    return {bytes.begin(), bytes.end()};
}

TEST(Msgpack, ReadsEveryKindOfValue) {
    const json value = {
        {"n", nullptr}, {"t", true},   {"u", 4000000000U},   {"i", -5},
        {"r", 0.25},    {"s", "text"}, {"a", {1, "x", {2}}}, {"b", json::binary({1, 2, 3})}};
    const std::string bytes = packed(value);
    const auto document = MsgpackDocument::parse(bytes, "test");
    ASSERT_TRUE(document) << document.error().to_string();
    const MsgpackValue root = document->root();
    EXPECT_EQ(root.size(), 8U);
    EXPECT_TRUE(root["n"].is_nil());
    EXPECT_EQ(root["t"].boolean(), true);
    EXPECT_EQ(root["u"].unsigned_integer(), 4000000000U);
    EXPECT_EQ(root["i"].integer(), -5);
    EXPECT_EQ(root["i"].unsigned_integer(), std::nullopt);
    EXPECT_EQ(root["r"].number(), 0.25);
    EXPECT_EQ(root["s"].text(), "text");
    EXPECT_EQ(root["b"].text(), std::string_view("\1\2\3"));
    EXPECT_EQ(root["a"].size(), 3U);
    EXPECT_EQ(root["a"].at(2).at(0).integer(), 2);
    EXPECT_TRUE(root["a"].at(3).missing());
    EXPECT_TRUE(root["none"].missing());
    EXPECT_TRUE(root["none"]["deeper"].at(1).missing());
    std::vector<std::string> kinds;
    for (const MsgpackValue item : root["a"].items()) {
        kinds.emplace_back(item.is_array() ? "array" : item.is_text() ? "text" : "number");
    }
    EXPECT_EQ(kinds, (std::vector<std::string>{"number", "text", "array"}));
}

TEST(Msgpack, RefusesEveryTruncation) {
    const std::string bytes = packed({{"key", {1, 2, 3}}, {"other", "text"}});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(MsgpackDocument::parse(std::string_view(bytes).substr(0, size), "test"));
    }
    EXPECT_FALSE(MsgpackDocument::parse(bytes + "x", "test"));
}

TEST(Msgpack, ClaimedSizesCostNothing) {
    // An array of 2^32 - 1 elements, a map and a string of the same size; nothing follows.
    for (const char type : {'\xdd', '\xdf', '\xdb'}) {
        const std::string bytes = std::string(1, type) + "\xff\xff\xff\xff";
        EXPECT_FALSE(MsgpackDocument::parse(bytes, "test"));
    }
}

TEST(Msgpack, LimitsDepthAndSize) {
    std::string deep(100, '\x91');  // arrays of one element
    deep += '\x01';
    EXPECT_FALSE(MsgpackDocument::parse(deep, "test"));
    EXPECT_TRUE(MsgpackDocument::parse(deep, "test", {.max_depth = 101, .max_values = 1000}));
    EXPECT_FALSE(MsgpackDocument::parse(deep, "test", {.max_depth = 101, .max_values = 50}));
}

json tensor(const std::string& type, const json& shape, const std::string& data) {
    return {{"nd", true},
            {"type", type},
            {"shape", shape},
            {"data", json::binary(std::vector<std::uint8_t>(data.begin(), data.end()))}};
}

TEST(Msgpack, ReadsTensors) {
    const float numbers[] = {1.5F, -2.0F, 0.0F, 3.25F, 4.0F, 5.0F};
    const std::string data(reinterpret_cast<const char*>(numbers), sizeof(numbers));
    const std::string bytes = packed(tensor("<f4", {2, 3}, data));
    const auto document = MsgpackDocument::parse(bytes, "test");
    ASSERT_TRUE(document);
    ASSERT_TRUE(is_tensor(document->root()));
    const auto read = read_tensor(document->root(), "E");
    ASSERT_TRUE(read) << read.error().to_string();
    EXPECT_EQ(read->shape, (std::vector<std::size_t>{2, 3}));
    EXPECT_EQ(read->to_floats("E").value(),
              (std::vector<float>{1.5F, -2.0F, 0.0F, 3.25F, 4.0F, 5.0F}));
}

TEST(Msgpack, RefusesTensorsThatDoNotFit) {
    for (const json& broken :
         {tensor("<f4", {2, 3}, "abcd"), tensor("<x4", {1}, "abcd"), tensor("<f4", {-1}, "abcd"),
          tensor("<f4", {1U << 31U, 1U << 31U}, "abcd"), tensor(">f4", {1}, "abcd")}) {
        const std::string bytes = packed(broken);
        const auto document = MsgpackDocument::parse(bytes, "test");
        ASSERT_TRUE(document);
        EXPECT_FALSE(read_tensor(document->root(), "E")) << broken.dump();
    }
    const std::string bytes = packed(tensor("<f4", {5, 0}, ""));
    const auto document = MsgpackDocument::parse(bytes, "test");
    ASSERT_TRUE(document);
    EXPECT_TRUE(read_tensor(document->root(), "E"));
}

TEST(Msgpack, TurnsIntoJson) {
    const json value = {{"a", {1, -2, 0.5, "x", nullptr, true}}};
    const std::string bytes = packed(value);
    const auto document = MsgpackDocument::parse(bytes, "test");
    ASSERT_TRUE(document);
    EXPECT_EQ(to_json(document->root()), value);
}

}  // namespace
}  // namespace tidings::language
