#include "language/lemmatizer.hpp"

#include <string>

#include <gtest/gtest.h>

#include "rule_components.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;

std::string config(const std::string& language, const std::string& mode,
                   const std::string& overwrite = "false") {
    return "[nlp]\nlang = \"" + language + "\"\n[components.lemmatizer]\nmode = \"" + mode +
           "\"\noverwrite = " + overwrite + "\n";
}

constexpr std::string_view kTables = R"({
    "lemma_rules": {
        "verb": [["s", ""], ["es", "e"], ["es", ""], ["ed", "e"], ["ed", ""]],
        "noun": [["s", ""], ["ches", "ch"]],
        "punct": [["“", "\""]],
        "adv": [["", ""]]},
    "lemma_exc": {
        "verb": {"went": ["go"], "saw": ["see", "saw"], "lies": ["lie"]},
        "noun": {"mice": ["mouse"]}},
    "lemma_index": {"verb": ["hope", "hop", "lie"], "noun": ["church", "dog"]}})";

class LemmatizerTest : public ::testing::Test {
  protected:
    Status load(std::string_view lookups, const std::string& settings) {
        folder_.write_msgpack("lemmatizer/lookups/lookups.bin", json::parse(lookups));
        return lemmatizer_.load(folder_, "lemmatizer", settings);
    }
    void SetUp() override {
        const auto status = load(kTables, config("en", "rule"));
        ASSERT_TRUE(status) << status.error().to_string();
    }
    std::string lemma(const std::string& word, Pos pos, std::string_view morph = {},
                      std::string_view before = {}) {
        TaggedText text;
        text.add(word, "", "", pos, morph);
        text.parse().tokens[0].lemma = before;
        lemmatizer_->apply(text.doc(), scratch_, text.parse());
        return std::string(text[0].lemma);
    }

    TestFolder folder_;
    LoadedRules<Lemmatizer> lemmatizer_;
    LemmatizerScratch scratch_;
};

// Expected values are what spaCy's rule_lemmatize gives with these tables.
TEST_F(LemmatizerTest, AppliesRules) {
    EXPECT_EQ(lemma("Hoped", Pos::Verb), "hop");  // of two known forms the later rule's
    EXPECT_EQ(lemma("Churches", Pos::Noun), "church");
    EXPECT_EQ(lemma("dogs", Pos::Noun), "dog");
    EXPECT_EQ(lemma("Blorps", Pos::Noun), "blorp");  // unknown: the first form
    EXPECT_EQ(lemma("F-16s", Pos::Noun), "f-16");    // no word: kept without the index
    EXPECT_EQ(lemma("sheep", Pos::Noun), "sheep");
    EXPECT_EQ(lemma("Sheep", Pos::Noun), "Sheep");  // no form at all: the text as it stands
    EXPECT_EQ(lemma("“", Pos::Punct), "\"");
    EXPECT_EQ(lemma("Quickly", Pos::Adv), "quickly");
    EXPECT_EQ(lemma("S", Pos::Noun), "S");  // an empty form is none
}

TEST_F(LemmatizerTest, ExceptionsComeFirst) {
    EXPECT_EQ(lemma("Went", Pos::Verb), "go");
    EXPECT_EQ(lemma("mice", Pos::Noun), "mouse");
    EXPECT_EQ(lemma("saw", Pos::Verb), "saw");  // of several the last
    EXPECT_EQ(lemma("lies", Pos::Verb), "lie");
}

TEST_F(LemmatizerTest, WordsWithoutRules) {
    EXPECT_EQ(lemma("Paris", Pos::Propn), "Paris");
    EXPECT_EQ(lemma("The", Pos::Det), "the");
    EXPECT_EQ(lemma("Foo", Pos::None), "foo");
    EXPECT_EQ(lemma("\n", Pos::Space), "\n");
}

TEST_F(LemmatizerTest, EnglishBaseFormsAreLeftAlone) {
    EXPECT_EQ(lemma("News", Pos::Noun, "Number=Sing"), "news");
    EXPECT_EQ(lemma("Bless", Pos::Verb, "VerbForm=Inf"), "bless");
    EXPECT_EQ(lemma("Bless", Pos::Verb, "Tense=Pres|VerbForm=Fin"), "bless");
    EXPECT_EQ(lemma("Hopes", Pos::Verb, "Number=Sing|Tense=Pres|VerbForm=Fin"), "hop");
    EXPECT_EQ(lemma("Dogs", Pos::Noun, "Number=Plur"), "dog");
    ASSERT_TRUE(load(kTables, config("xx", "rule")));
    EXPECT_EQ(lemma("News", Pos::Noun, "Number=Sing"), "new");
}

TEST_F(LemmatizerTest, KeepsLemmasUnlessToldOtherwise) {
    EXPECT_EQ(lemma("dogs", Pos::Noun, {}, "given"), "given");
    ASSERT_TRUE(load(kTables, config("en", "rule", "true")));
    EXPECT_EQ(lemma("dogs", Pos::Noun, {}, "given"), "dog");
}

TEST_F(LemmatizerTest, LooksUp) {
    ASSERT_TRUE(
        load(R"({"lemma_lookup": {"Häuser": "Haus", "x": ["y", "z"]}})", config("de", "lookup")));
    EXPECT_EQ(lemma("Häuser", Pos::Noun), "Haus");
    EXPECT_EQ(lemma("häuser", Pos::Noun), "häuser");
    EXPECT_EQ(lemma("x", Pos::X), "y");
}

TEST_F(LemmatizerTest, RefusesOtherModes) {
    EXPECT_FALSE(load(kTables, config("pl", "pos_lookup")));
    EXPECT_FALSE(load(kTables, config("fr", "rule")));  // spaCy has code of its own there
    EXPECT_FALSE(load("{}", config("en", "rule")));
    EXPECT_FALSE(load(R"({"lemma_rules": {"noun": [["s"]]}})", config("en", "rule")));
    EXPECT_FALSE(load(R"({"lemma_lookup": {"a": 5}})", config("xx", "lookup")));
}

}  // namespace
}  // namespace tidings::language
