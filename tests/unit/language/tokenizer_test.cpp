#include "language/tokenizer.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "language/config_cfg.hpp"
#include "language/string_hash.hpp"
#include "pipeline_folder.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;

constexpr std::string_view kConfig =
    "[nlp]\nlang = \"en\"\ntokenizer = {\"@tokenizers\":\"spacy.Tokenizer.v1\"}\n";

/// Rules in the manner of spaCy's English ones.
json rules() {
    return json::parse(R"rules({
        "prefix_search": "^\\(|^\"|^'|^\\$|^\\.\\.+|^:",
        "suffix_search": "\\)$|\"$|'$|,$|!$|\\.\\.+$|'s$|:$|(?<=[0-9])(?:km|kg)$|(?<=[a-z])\\.$",
        "infix_finditer": "\\.\\.+|(?<=[a-z])-(?=[a-z])|(?<=[a-z]),(?=[a-z])",
        "token_match": null,
        "url_match": "(?u)^https?://\\S+$",
        "faster_heuristics": true,
        "exceptions": {
            "don't": [{"ORTH": "do"}, {"ORTH": "n't", "NORM": "not"}],
            "e.g.": [{"ORTH": "e.g.", "NORM": "for example"}],
            ":)": [{"ORTH": ":)"}],
            "a lot": [{"ORTH": "a"}, {"ORTH": " lot"}],
            " ": [{"ORTH": " "}]}})rules");
}

class TokenizerTest : public ::testing::Test {
  protected:
    Status convert(const json& tokenizer, std::string_view config = kConfig) {
        folder_.write("config.cfg", config);
        folder_.write("meta.json", "{}");
        folder_.write_msgpack("tokenizer", tokenizer);
        // spaCy writes a table's name, then word by hash; keys may also be words.
        folder_.write_msgpack("vocab/lookups.bin",
                              json::parse(R"({"lexeme_norm": {"cos": "because", "…": "etc"}})"));
        const auto source = PipelineSource::open(folder_.path());
        if (!source) return tl::unexpected<Error>(source.error());
        const auto parsed = parse_config(config, "config.cfg");
        if (!parsed) return tl::unexpected<Error>(parsed.error());
        ModelFileWriter writer;
        if (auto status = Tokenizer::convert(*source, *parsed, writer); !status) return status;
        auto model = ModelFile::from_bytes(writer.to_bytes(nlohmann::json::object()), "memory");
        if (!model) return tl::unexpected<Error>(model.error());
        model_.emplace(std::move(*model));
        auto tokenizer_or = Tokenizer::load(*model_);
        if (!tokenizer_or) return tl::unexpected<Error>(tokenizer_or.error());
        tokenizer_.emplace(std::move(*tokenizer_or));
        return {};
    }

    void SetUp() override {
        const auto status = convert(rules());
        ASSERT_TRUE(status) << status.error().to_string();
    }

    /// Tokens joined by `|`; a `_` behind those that a space follows.
    std::string split(const std::string& text) {
        text_ = text;
        tokenizer_->tokenize(text_, scratch_, doc_);
        std::string joined;
        std::uint32_t end = 0;
        for (const DocToken& token : doc_.tokens) {
            EXPECT_GE(token.span.start, end);
            end = token.span.end;
            if (!joined.empty()) joined += '|';
            joined += slice(text_, token.span);
            if (token.spacy) joined += '_';
        }
        EXPECT_LE(end, text_.size());
        return joined;
    }

    TestFolder folder_;
    std::optional<ModelFile> model_;
    std::optional<Tokenizer> tokenizer_;
    TokenizerScratch scratch_;
    std::string text_;
    Doc doc_;
};

TEST_F(TokenizerTest, SplitsWhiteSpace) {
    EXPECT_EQ(split(""), "");
    EXPECT_EQ(split("a b"), "a_|b");
    EXPECT_EQ(split("a b "), "a_|b_");
    EXPECT_EQ(split("  a"), "  |a");
    EXPECT_EQ(split("a  b"), "a_| |b");
    EXPECT_EQ(split("a\tb\n\nc"), "a|\t|b|\n\n|c");
    EXPECT_EQ(split("a \n b"), "a_|\n |b");
    EXPECT_EQ(split("a\u00a0b"), "a|\u00a0|b");
    EXPECT_EQ(split(" "), " ");
}

TEST_F(TokenizerTest, SplitsAffixes) {
    EXPECT_EQ(split("(\"hello!\"),"), "(|\"|hello|!|\"|)|,");
    EXPECT_EQ(split("$5km"), "$|5|km");
    EXPECT_EQ(split("km"), "km");
    EXPECT_EQ(split("John's"), "John|'s");
    EXPECT_EQ(split("end."), "end|.");
    EXPECT_EQ(split("((("), "(|(|(");
}

TEST_F(TokenizerTest, SplitsInfixes) {
    EXPECT_EQ(split("state-of-art"), "state|-|of|-|art");
    EXPECT_EQ(split("a...b"), "a|...|b");
    EXPECT_EQ(split("a,b"), "a|,|b");
    EXPECT_EQ(split("-a"), "-a");
}

TEST_F(TokenizerTest, KeepsUrls) {
    EXPECT_EQ(split("(https://a-b.com/x,y)"), "(|https://a-b.com/x,y|)");
}

TEST_F(TokenizerTest, KnowsSpecialCases) {
    EXPECT_EQ(split("don't"), "do|n't");
    EXPECT_EQ(doc_.tokens[1].norm, string_id("not"));
    EXPECT_EQ(doc_.tokens[1].lower, string_id("n't"));
    EXPECT_EQ(split("(don't)"), "(|do|n't|)");
    EXPECT_EQ(split("\"don't,"), "\"|do|n't|,");
    EXPECT_EQ(split("e.g."), "e.g.");
    EXPECT_EQ(split("(e.g."), "(|e.g.");
    EXPECT_EQ(split("don'ts"), "don'ts");
}

TEST_F(TokenizerTest, LooksForSpecialCasesAgain) {
    // `:)` begins with a prefix and ends with a suffix, so it is only found over finished tokens.
    EXPECT_EQ(split("ok!:)"), "ok|!|:)");
    EXPECT_EQ(split("well:) then"), "well|:)_|then");
    EXPECT_EQ(split("well: ) then"), "well|:_|)_|then");
    // A case with a space in it.
    EXPECT_EQ(split("a lot of"), "a| lot_|of");
    EXPECT_EQ(split("a  lot"), "a_| |lot");
}

TEST_F(TokenizerTest, ComputesLexemes) {
    split("Cos … “X nsubj");
    ASSERT_EQ(doc_.tokens.size(), 4U);
    EXPECT_EQ(doc_.tokens[0].orth, string_id("Cos"));
    EXPECT_EQ(doc_.tokens[0].lower, string_id("cos"));
    EXPECT_EQ(doc_.tokens[0].norm, string_id("cos"));  // the table is asked for the word itself
    EXPECT_EQ(doc_.tokens[0].shape, string_id("Xxx"));
    EXPECT_EQ(doc_.tokens[1].norm, string_id("etc"));  // the pipeline's table comes first
    EXPECT_EQ(doc_.tokens[2].prefix, string_id("“"));
    EXPECT_EQ(doc_.tokens[3].orth, 429U);  // a reserved symbol
    EXPECT_EQ(doc_.tokens[3].suffix, string_id("ubj"));
    split("cos €");
    EXPECT_EQ(doc_.tokens[0].norm, string_id("because"));
    EXPECT_EQ(doc_.tokens[1].norm, string_id("$"));
}

TEST_F(TokenizerTest, GivesTheSameFromItsCache) {
    const std::string text = "don't (hello!) state-of-art :) x\u00a0y ";
    const std::string first = split(text);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(split(text), first);
}

TEST_F(TokenizerTest, StaysRightWhenItsCacheOverflows) {
    for (int i = 0; i < 40'000; ++i) {
        const std::string number = std::to_string(i);
        ASSERT_EQ(split("(x" + number + "km"), "(|x" + number + "|km");
    }
}

TEST_F(TokenizerTest, CutsOverlongChunks) {
    for (const std::string& piece : {std::string("("), std::string("a"), std::string("é"),
                                     std::string("."), std::string("a-"), std::string("x'")}) {
        std::string text;
        while (text.size() < 300'000) text += piece;
        text_ = text;
        tokenizer_->tokenize(text_, scratch_, doc_);
        std::uint32_t end = 0;
        for (const DocToken& token : doc_.tokens) {
            ASSERT_EQ(token.span.start, end);
            ASSERT_TRUE(utf8::is_valid(slice(text_, token.span)));
            end = token.span.end;
        }
        EXPECT_EQ(end, text.size()) << piece;
    }
    EXPECT_EQ(split(std::string(100'000, ' ')).size(), 100'000U);
}

TEST_F(TokenizerTest, RefusesOtherTokenizers) {
    const auto status =
        convert(rules(), "[nlp]\nlang = \"zh\"\ntokenizer = {\"@tokenizers\":\"spacy.zh.X\"}\n");
    ASSERT_FALSE(status);
    EXPECT_NE(status.error().message.find("spacy.zh.X"), std::string::npos);
}

TEST_F(TokenizerTest, RefusesBrokenRules) {
    json broken = rules();
    broken["prefix_search"] = "^(";
    EXPECT_FALSE(convert(broken));
    broken = rules();
    broken["exceptions"]["won't"] = json::parse(R"([{"ORTH": "wo"}, {"ORTH": "not"}])");
    EXPECT_FALSE(convert(broken));
    broken = rules();
    broken["exceptions"]["x"] = json::parse(R"([{"ORTH": "x", "LEMMA": "y"}])");
    EXPECT_FALSE(convert(broken));
    EXPECT_FALSE(convert(json::array()));
    EXPECT_FALSE(convert(rules(),
                         "[nlp]\nlang = \"hi\"\n"
                         "tokenizer = {\"@tokenizers\":\"spacy.Tokenizer.v1\"}\n"));
}

}  // namespace
}  // namespace tidings::language
