#include "language/config_cfg.hpp"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace tidings::language {
namespace {

using nlohmann::json;

json parsed(std::string_view text) {
    auto config = parse_config(text, "config.cfg");
    EXPECT_TRUE(config) << config.error().to_string();
    return config ? *config : json();
}

Error refused(std::string_view text) {
    auto config = parse_config(text, "config.cfg");
    EXPECT_FALSE(config) << text;
    return config ? Error{} : config.error();
}

TEST(ConfigCfg, ReadsSectionsAndValues) {
    const json config = parsed(
        "# comment\n[nlp]\nlang = \"en\"\npipeline = [\"a\",\"b\"]\nbatch = 256\nnone = null\n\n"
        "[components.ner.model]\n@architectures = \"spacy.X.v2\"\nrate = 0.5\nwide = false\n");
    EXPECT_EQ(config["nlp"]["lang"], "en");
    EXPECT_EQ(config["nlp"]["pipeline"], (json{"a", "b"}));
    EXPECT_EQ(config["nlp"]["batch"], 256);
    EXPECT_TRUE(config["nlp"]["none"].is_null());
    EXPECT_EQ(config["components"]["ner"]["model"]["@architectures"], "spacy.X.v2");
    EXPECT_EQ(config["components"]["ner"]["model"]["wide"], false);
}

TEST(ConfigCfg, ReplacesReferences) {
    const json config = parsed(
        "[a]\nx = ${b.y:z}\nall = ${b.y}\npath = \"${a.name}/model\"\nname = \"ner\"\n"
        "[b.y]\nz = ${c:w}\n[c]\nw = 96\n");
    EXPECT_EQ(config["a"]["x"], 96);
    EXPECT_EQ(config["a"]["all"], (json{{"z", 96}}));
    EXPECT_EQ(config["a"]["path"], "ner/model");
}

TEST(ConfigCfg, ReadsValuesOverSeveralLines) {
    const json config = parsed("[a]\nlist = [1,\n  2,\n  3]\nnext = 4\n");
    EXPECT_EQ(config["a"]["list"], (json{1, 2, 3}));
    EXPECT_EQ(config["a"]["next"], 4);
}

TEST(ConfigCfg, KeepsOtherTextAsItStands) {
    EXPECT_EQ(parsed("[a]\nx = some words\n")["a"]["x"], "some words");
}

TEST(ConfigCfg, SaysWhereAnErrorStands) {
    EXPECT_EQ(refused("[a]\nx = 1\nbroken\n").line, 3U);
    EXPECT_EQ(refused("x = 1\n").line, 1U);
    EXPECT_EQ(refused("[a\n").line, 1U);
    EXPECT_EQ(refused("[a]\nx = 1\nx = 2\n").line, 3U);
    EXPECT_EQ(refused("[a]\nx = ${no.such}\n").line, 2U);
    EXPECT_EQ(refused("[a]\nx = 1\n[a.x]\ny = 1\n").line, 3U);
    EXPECT_EQ(refused("[a]\nx = ${b\n").line, 2U);
    EXPECT_EQ(refused("[a]\nbroken\n").file, "config.cfg");
}

TEST(ConfigCfg, EndsOnCircles) {
    EXPECT_NE(refused("[a]\nx = ${b.y}\n[b]\ny = ${a.x}\n").message.find("circles"),
              std::string::npos);
    // Doubling at each level would be exponential.
    std::string text = "[a]\nx0 = \"xx\"\n";
    for (int i = 1; i < 60; ++i)
        text += fmt::format("x{0} = \"${{a.x{1}}}${{a.x{1}}}\"\n", i, i - 1);
    EXPECT_FALSE(parse_config(text, "config.cfg"));
    EXPECT_FALSE(parse_config("[a]\nx = " + std::string(5000, '['), "config.cfg"));
}

TEST(ConfigCfg, FindsByPath) {
    const json config = parsed("[nlp]\nlang = \"de\"\n");
    EXPECT_EQ(text_in_config(config, "nlp.lang"), "de");
    EXPECT_EQ(text_in_config(config, "nlp.lang.more"), "");
    EXPECT_EQ(find_in_config(config, "nope"), nullptr);
}

}  // namespace
}  // namespace tidings::language
