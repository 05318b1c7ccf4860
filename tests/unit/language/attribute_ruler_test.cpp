#include "language/attribute_ruler.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "rule_components.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;

class AttributeRulerTest : public ::testing::Test {
  protected:
    /// Rules as spaCy writes them, in JSON.
    Status load(std::string_view rules) {
        folder_.write_msgpack("attribute_ruler/patterns", json::parse(rules));
        return ruler_.load(folder_, "attribute_ruler", "[nlp]\nlang = \"en\"\n");
    }
    void apply(TaggedText& text) { ruler_->apply(text.doc(), scratch_, text.parse()); }

    /// The numbers of the words whose lemma a rule with this pattern sets. A word's tag is itself.
    std::string hits(const std::string& pattern, const std::vector<std::string>& words,
                     int index = 0) {
        const auto status =
            load(R"([{"patterns": [)" + pattern + R"(], "attrs": {"LEMMA": "hit"}, "index": )" +
                 std::to_string(index) + "}]");
        if (!status) return status.error().to_string();
        TaggedText text;
        for (const std::string& word : words) text.add(word, word);
        apply(text);
        std::string result;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (text[i].lemma == "hit") result += std::to_string(i);
        }
        return result;
    }

    TestFolder folder_;
    LoadedRules<AttributeRuler> ruler_;
    RulerScratch scratch_;
};

TEST_F(AttributeRulerTest, SetsAttributesByTagAndWord) {
    ASSERT_TRUE(load(R"([
        {"patterns": [[{"TAG": "PRP"}]], "attrs": {"POS": "PRON"}, "index": 0},
        {"patterns": [[{"TAG": "PRP", "LOWER": "he"}]],
         "attrs": {"LEMMA": "he", "MORPH": "PronType=Prs|Case=Nom"}}])"));
    TaggedText text;
    text.add("He", "PRP");
    text.add("it", "PRP");
    text.add("He", "NNP");
    apply(text);
    EXPECT_EQ(text[0].pos, Pos::Pron);
    EXPECT_EQ(text[0].lemma, "he");
    EXPECT_EQ(text[0].morph, "Case=Nom|PronType=Prs");
    EXPECT_EQ(text[1].pos, Pos::Pron);
    EXPECT_TRUE(text[1].lemma.empty());
    EXPECT_EQ(text[1].morph.data(), nullptr);
    EXPECT_EQ(text[2].pos, Pos::None);
}

TEST_F(AttributeRulerTest, LaterRulesWin) {
    ASSERT_TRUE(load(R"([
        {"patterns": [[{"LOWER": "a"}]], "attrs": {"LEMMA": "first", "POS": "X"}},
        {"patterns": [[{"LOWER": "b"}], [{"LOWER": "a"}]], "attrs": {"LEMMA": "second"}}])"));
    TaggedText text;
    text.add("A");
    apply(text);
    EXPECT_EQ(text[0].lemma, "second");
    EXPECT_EQ(text[0].pos, Pos::X);
}

TEST_F(AttributeRulerTest, MatchesBeforeItSets) {
    // The second rule asks for a tag that only the first one sets.
    ASSERT_TRUE(load(R"([
        {"patterns": [[{"LOWER": "a"}]], "attrs": {"TAG": "NEW"}},
        {"patterns": [[{"TAG": "NEW"}]], "attrs": {"LEMMA": "x"}}])"));
    TaggedText text;
    text.add("a", "OLD");
    apply(text);
    EXPECT_EQ(text[0].tag, "NEW");
    EXPECT_TRUE(text[0].lemma.empty());
}

TEST_F(AttributeRulerTest, SpaceTokens) {
    ASSERT_TRUE(load(R"([
        {"patterns": [[{"IS_SPACE": true, "DEP": {"NOT_IN": [""]}}]], "attrs": {"DEP": "dep"}},
        {"patterns": [[{"IS_SPACE": true}]],
         "attrs": {"TAG": "_SP", "POS": "SPACE", "MORPH": "_"}}])"));
    TaggedText text;
    text.add("a", "NN", "ROOT");
    text.add("\n", "NN", "x");
    text.add(" ", "NN", "");
    apply(text);
    EXPECT_EQ(text[0].tag, "NN");
    EXPECT_EQ(text[1].dep, "dep");
    EXPECT_EQ(text[1].pos, Pos::Space);
    EXPECT_TRUE(text[1].morph.empty());
    EXPECT_NE(text[1].morph.data(), nullptr);
    EXPECT_EQ(text[2].dep, "");
    EXPECT_EQ(text[2].tag, "_SP");
}

TEST_F(AttributeRulerTest, SequencesAndIndex) {
    const std::string gonna = R"([{"LOWER": "gon"}, {"LOWER": "na"}])";
    EXPECT_EQ(hits(gonna, {"gon", "na", "gon", "x", "na"}), "0");
    EXPECT_EQ(hits(gonna, {"gon", "na"}, 1), "1");
    EXPECT_EQ(hits(gonna, {"gon", "na"}, -1), "1");
    EXPECT_EQ(hits(gonna, {"gon", "na"}, 2), "");  // no such token in the match
    EXPECT_EQ(hits(gonna, {"gon"}), "");
}

TEST_F(AttributeRulerTest, Predicates) {
    EXPECT_EQ(hits(R"([{"LOWER": {"IN": ["a", "b"]}}])", {"A", "b", "c"}), "01");
    EXPECT_EQ(hits(R"([{"TAG": {"NOT_IN": ["a", ""]}}])", {"a", "b"}), "1");
    EXPECT_EQ(hits(R"([{"LOWER": {"REGEX": "^n'?t$"}}])", {"N'T", "nt", "ant"}), "01");
    EXPECT_EQ(hits(R"([{"ORTH": {"REGEX": "^[A-Z]"}}])", {"Ab", "ab"}), "0");
    EXPECT_EQ(hits(R"([{"TAG": {"REGEX": "^V"}}])", {"VBD", "NN"}), "0");
    EXPECT_EQ(hits(R"([{"TEXT": "Ab"}])", {"Ab", "ab"}), "0");
    EXPECT_EQ(hits(R"([{"lower": "ab"}])", {"Ab", "ab"}), "01");
    EXPECT_EQ(hits(R"([{}])", {"a", "b"}), "01");
}

TEST_F(AttributeRulerTest, FeaturesOfTheMorphologizer) {
    ASSERT_TRUE(load(R"([
        {"patterns": [[{"MORPH": {"IN": ["Tense=Past|Mood=Ind"]}}]], "attrs": {"LEMMA": "past"}},
        {"patterns": [[{"MORPH": "_"}]], "attrs": {"LEMMA": "none"}},
        {"patterns": [[{"POS": "VERB", "MORPH": ""}]], "attrs": {"LEMMA": "unset"}}])"));
    TaggedText text;
    text.add("a", "", "", Pos::Verb, "Mood=Ind|Tense=Past");
    text.add("b", "", "", Pos::Verb, "");
    text.add("c", "", "", Pos::Verb);
    apply(text);
    EXPECT_EQ(text[0].lemma, "past");
    EXPECT_EQ(text[1].lemma, "none");
    EXPECT_EQ(text[2].lemma, "unset");
}

// The expected sets of matches are those of spaCy's Matcher.
TEST_F(AttributeRulerTest, Operators) {
    const auto a = [](const std::string& op) { return R"({"LOWER": "a", "OP": ")" + op + R"("})"; };
    const auto b = [](const std::string& op) { return R"({"LOWER": "b", "OP": ")" + op + R"("})"; };
    const auto list = [](const std::string& x, const std::string& y) {
        return "[" + x + ", " + y + "]";
    };
    EXPECT_EQ(hits(list(a("1"), b("?")), {"a", "b", "a", "c"}, -1), "012");
    EXPECT_EQ(hits(list(a("1"), b("+")), {"a", "b", "b", "a"}, -1), "12");
    EXPECT_EQ(hits(list(a("1"), b("*")), {"a", "b", "b"}, -1), "012");
    EXPECT_EQ(hits(list(a("*"), b("1")), {"a", "a", "b"}), "012");
    EXPECT_EQ(hits(list(a("!"), b("1")), {"a", "b", "c", "b"}), "2");
    EXPECT_EQ(hits("[" + a("{2}") + "]", {"a", "a", "a", "b"}), "01");
    EXPECT_EQ(hits(list(a("{2,}"), b("1")), {"a", "a", "a", "b"}), "01");
    EXPECT_EQ(hits(list(a("{,1}"), b("1")), {"a", "a", "b"}), "12");
    EXPECT_EQ(hits(list(a("?"), b("?")), {"a", "b"}, -1), "01");
}

TEST_F(AttributeRulerTest, RepeatedTokensStayLinear) {
    ASSERT_TRUE(load(R"([{"patterns": [[{"OP": "*"}, {"OP": "*"}, {"LOWER": "z"}]],
                          "attrs": {"LEMMA": "hit"}}])"));
    TaggedText text;
    for (int i = 0; i < 20'000; ++i) text.add("a");
    text.add("z");
    apply(text);
    EXPECT_EQ(text[20'000].lemma, "hit");
    EXPECT_EQ(text[20'000 - 255].lemma, "hit");
    EXPECT_TRUE(text[0].lemma.empty());  // longer than the longest match
}

TEST_F(AttributeRulerTest, RefusesWhatItDoesNotKnow) {
    const auto refusal = [&](const std::string& rule) {
        const auto status = load("[" + rule + "]");
        return status ? std::string("accepted") : status.error().message;
    };
    const auto pattern = [&](const std::string& spec) {
        return refusal(R"({"patterns": [[)" + spec + R"(]], "attrs": {"LEMMA": "x"}})");
    };
    EXPECT_NE(pattern(R"({"ENT_TYPE": "X"})").find("ENT_TYPE"), std::string::npos);
    EXPECT_NE(pattern(R"({"LOWER": {"FUZZY": "x"}})").find("FUZZY"), std::string::npos);
    EXPECT_NE(pattern(R"({"NORM": {"REGEX": "x"}})").find("REGEX"), std::string::npos);
    EXPECT_NE(pattern(R"({"LOWER": {"REGEX": "("}})").find("compile"), std::string::npos);
    EXPECT_NE(pattern(R"({"LOWER": "x", "OP": "~"})").find("operator"), std::string::npos);
    EXPECT_NE(pattern(R"({"LOWER": "x", "OP": "{9999}"})").find("operator"), std::string::npos);
    EXPECT_NE(pattern(R"({"LOWER": 5})").find("LOWER"), std::string::npos);
    const std::string any = R"({"patterns": [[{}]], "attrs": )";
    EXPECT_NE(refusal(any + R"({"SENTIMENT": "x"}})").find("SENTIMENT"), std::string::npos);
    EXPECT_NE(refusal(any + R"({"POS": "NOPE"}})").find("NOPE"), std::string::npos);
    EXPECT_NE(refusal(any + R"({"LEMMA": 5}})").find("LEMMA"), std::string::npos);
    EXPECT_NE(refusal(R"({"attrs": {}})").find("patterns"), std::string::npos);
    EXPECT_FALSE(load("{}"));
}

}  // namespace
}  // namespace tidings::language
