// Whole pipelines: conversion, what is refused, damage, and the two ways to analyse.
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include <tidings/language.hpp>

#include "base/mapped_file.hpp"
#include "language/pipeline_data.hpp"
#include "support/temp_folder.hpp"

namespace tidings {
namespace {

namespace fs = std::filesystem;

const std::string kTiny = std::string(TIDINGS_TEST_LANGUAGE) + "/tiny-en";

// A folder of its own for each test, removed afterwards.
class PipelineTest : public testing::Test {
  protected:
    // A copy of the tiny pipeline to be changed.
    [[nodiscard]] fs::path copy() const {
        const fs::path path = folder_ / "pipeline";
        fs::remove_all(path);
        fs::copy(kTiny, path, fs::copy_options::recursive);
        return path;
    }
    static void replace(const fs::path& file, const std::string& old, const std::string& fresh) {
        auto text = read_file(file.string());
        ASSERT_TRUE(text.has_value());
        const std::size_t at = text->find(old);
        ASSERT_NE(at, std::string::npos) << file << " has no " << old;
        text->replace(at, old.size(), fresh);
        write(file, *text);
    }
    static void write(const fs::path& file, std::string_view bytes) {
        std::ofstream(file, std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    static std::string load_error(const fs::path& path) {
        const auto pipeline = LanguagePipeline::load(path.string());
        return pipeline ? "" : pipeline.error().to_string();
    }
    test::TempFolder temporary_;
    fs::path folder_ = temporary_.path();
};

std::string summary(const Parse& parse) {
    std::string text;
    for (const Token& token : parse.tokens) {
        text += std::to_string(token.span.start) + "-" + std::to_string(token.span.end) + " " +
                std::string(token.tag) + " " + std::to_string(token.head) + " " +
                std::string(token.dep) + " " + std::string(token.lemma) + " " +
                std::string(token.lower) + " " + std::to_string(token.sentence) + "\n";
    }
    for (const Name& name : parse.names) {
        text += std::to_string(name.first) + "-" + std::to_string(name.last) + " " +
                std::string(name.label) + "\n";
    }
    return text;
}

const std::vector<std::string_view> kTexts = {
    "Kenya expelled two Sudanese diplomats on Tuesday. They left at once.",
    "",
    " ",
    "A naïve café-owner said: “No.”",
    "One\n\nTwo   three\tfour.",
};

std::vector<std::string> analyze_all(const LanguagePipeline& pipeline) {
    LanguageScratch scratch;
    std::vector<Parse> parses;
    pipeline.analyze(kTexts, scratch, parses);
    std::vector<std::string> out;
    for (const Parse& parse : parses) out.push_back(summary(parse));
    return out;
}

TEST_F(PipelineTest, AConvertedFileGivesTheSameAsTheFolder) {
    const std::string file = (folder_ / "tiny.model").string();
    const auto info = convert_model(kTiny, file);
    ASSERT_TRUE(info.has_value()) << info.error().to_string();
    EXPECT_EQ(info->language, "en");
    EXPECT_EQ(info->bytes, fs::file_size(file));
    EXPECT_FALSE(info->source_sha256.empty());
    const auto opened = LanguagePipeline::open(file);
    const auto loaded = LanguagePipeline::load(kTiny);
    ASSERT_TRUE(opened.has_value()) << opened.error().to_string();
    ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
    EXPECT_EQ(opened->info().components, loaded->info().components);
    EXPECT_EQ(analyze_all(*opened), analyze_all(*loaded));
}

TEST_F(PipelineTest, OneTextAtATimeAndOnOtherThreadsGivesTheSame) {
    const auto pipeline = LanguagePipeline::load(kTiny);
    ASSERT_TRUE(pipeline.has_value());
    const std::vector<std::string> expected = analyze_all(*pipeline);
    LanguageScratch scratch;
    for (std::size_t i = kTexts.size(); i-- > 0;) {
        std::vector<Parse> parses;
        pipeline->analyze({kTexts[i]}, scratch, parses);
        ASSERT_EQ(parses.size(), 1U);
        EXPECT_EQ(summary(parses[0]), expected[i]);
    }
    std::vector<std::vector<std::string>> results(4);
    std::vector<std::thread> threads;
    for (auto& result : results) {
        threads.emplace_back([&result, &pipeline] { result = analyze_all(*pipeline); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const auto& result : results) EXPECT_EQ(result, expected);
}

TEST_F(PipelineTest, ScratchMayPassFromOnePipelineToAnother) {
    LanguageScratch scratch;
    std::string first;
    for (int i = 0; i < 3; ++i) {
        const auto pipeline = LanguagePipeline::load(kTiny);
        ASSERT_TRUE(pipeline.has_value());
        std::vector<Parse> parses;
        pipeline->analyze({kTexts[0]}, scratch, parses);
        if (i == 0) first = summary(parses[0]);
        EXPECT_EQ(summary(parses[0]), first);
    }
    const auto german = LanguagePipeline::load(std::string(TIDINGS_TEST_LANGUAGE) + "/tiny-de");
    ASSERT_TRUE(german.has_value()) << german.error().to_string();
    std::vector<Parse> parses;
    german->analyze({"Die Außenminister haben sich verständigt."}, scratch, parses);
    EXPECT_EQ(parses[0].tokens.size(), 6U);
}

TEST_F(PipelineTest, AParseOutlivesMovesAndIsInItself) {
    const auto pipeline = LanguagePipeline::load(kTiny);
    ASSERT_TRUE(pipeline.has_value());
    LanguageScratch scratch;
    std::vector<Parse> parses;
    pipeline->analyze(kTexts, scratch, parses);
    const Parse kept = std::move(parses[0]);
    parses.clear();
    scratch = LanguageScratch();
    EXPECT_EQ(kept.tokens[0].lower, "kenya");
    ASSERT_FALSE(kept.sentences.empty());
    std::uint32_t sentence = 0;
    for (const Sentence& s : kept.sentences) {
        EXPECT_TRUE(kept.tokens[s.first].sentence_start);
        for (TokenIndex t = s.first; t < s.last; ++t) {
            EXPECT_EQ(kept.tokens[t].sentence, sentence);
            EXPECT_LT(kept.tokens[t].head, kept.tokens.size());
        }
        ++sentence;
    }
    EXPECT_EQ(kept.sentences.back().last, kept.tokens.size());
}

Report report_of(std::string text, std::vector<Section> sections) {
    Report report;
    report.text = std::move(text);
    report.sections = std::move(sections);
    return report;
}

TEST_F(PipelineTest, SectionsOfAReportAreTextsOfTheirOwn) {
    const auto pipeline = LanguagePipeline::load(kTiny);
    ASSERT_TRUE(pipeline.has_value());
    const std::string title = "Two diplomats expelled";
    const std::string byline = "By A. Writer";
    const std::string body = "Kenya expelled two\nSudanese diplomats. ";
    const std::string text = title + "\n\n" + byline + "\n\n" + body + "\n\n" + title;
    const auto at = [](std::size_t start, std::size_t size) {
        return Span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + size)};
    };
    const std::size_t byline_at = title.size() + 2;
    const std::size_t body_at = byline_at + byline.size() + 2;
    const Report report = report_of(
        text, {{SectionRole::Title, at(0, title.size()), false},
               {SectionRole::Byline, at(byline_at, byline.size()), false},
               {SectionRole::Body, at(body_at, body.size()), false},
               {SectionRole::Caption, at(text.size() - title.size(), title.size()), true}});
    LanguageScratch scratch;
    const Parse parse = pipeline->analyze(report, scratch);

    std::string plain_body = body;
    plain_body[plain_body.find('\n')] = ' ';
    std::vector<Parse> parts;
    pipeline->analyze({title, plain_body}, scratch, parts);
    ASSERT_EQ(parse.tokens.size(), parts[0].tokens.size() + parts[1].tokens.size());
    ASSERT_EQ(parse.sentences.size(), parts[0].sentences.size() + parts[1].sentences.size());
    const std::size_t titles = parts[0].tokens.size();
    for (std::size_t i = 0; i < parts[1].tokens.size(); ++i) {
        const Token& token = parse.tokens[titles + i];
        EXPECT_EQ(token.span.start, parts[1].tokens[i].span.start + body_at);
        EXPECT_EQ(token.head, parts[1].tokens[i].head + titles);
        EXPECT_EQ(token.lemma, parts[1].tokens[i].lemma);
        EXPECT_EQ(token.sentence, parts[1].tokens[i].sentence + parts[0].sentences.size());
    }
    EXPECT_EQ(parse.sentences.front().section, 0U);
    EXPECT_EQ(parse.sentences.back().section, 2U);
    EXPECT_LE(parse.sentences.back().span.end, body_at + body.size() - 1)
        << "white space at the end is no part of a sentence";
    EXPECT_EQ(slice(text, parse.tokens[titles + 3].span), "Sudanese");
}

TEST_F(PipelineTest, AReportWithoutSectionsHasAnEmptyParse) {
    const auto pipeline = LanguagePipeline::load(kTiny);
    ASSERT_TRUE(pipeline.has_value());
    LanguageScratch scratch;
    const Parse parse = pipeline->analyze(report_of("Some text.", {}), scratch);
    EXPECT_TRUE(parse.tokens.empty());
    EXPECT_TRUE(parse.sentences.empty());
}

TEST_F(PipelineTest, WhatIsNotSupportedIsRefusedByName) {
    struct Change {
        const char* old;
        const char* fresh;
        const char* named;
    };
    const Change changes[] = {
        {"factory = \"ner\"", "factory = \"entity_linker\"", "entity_linker"},
        {"spacy.MultiHashEmbed.v2", "spacy.CharacterEmbed.v2", "spacy.CharacterEmbed.v2"},
        {"spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2",
         "spacy.MishWindowEncoder.v2"},
        {"spacy.Tok2Vec.v2", "spacy-transformers.TransformerModel.v3",
         "spacy-transformers.TransformerModel.v3"},
        {"spacy.TransitionBasedParser.v2", "my.Parser.v1", "my.Parser.v1"},
        {"spacy.Tagger.v2", "spacy.Tagger.v9", "spacy.Tagger.v9"},
        {"before_creation = null", "before_creation = {\"@callbacks\": \"mine\"}",
         "before_creation"},
    };
    for (const Change& change : changes) {
        const fs::path path = copy();
        replace(path / "config.cfg", change.old, change.fresh);
        const std::string error = load_error(path);
        EXPECT_NE(error.find(change.named), std::string::npos) << change.named << ": " << error;
    }
}

TEST_F(PipelineTest, NetworksThatDoNotFitTheConfigurationAreRefused) {
    for (const auto& [old, fresh] :
         std::vector<std::pair<std::string, std::string>>{{"depth = ", "depth = 1"},
                                                          {"maxout_pieces = ", "maxout_pieces = 1"},
                                                          {"hidden_width = ", "hidden_width = 1"},
                                                          {"window_size = ", "window_size = 2"}}) {
        const fs::path path = copy();
        replace(path / "config.cfg", old, fresh);
        EXPECT_NE(load_error(path), "") << fresh;
    }
    const fs::path path = copy();
    replace(path / "meta.json", "\"spacy_version\"", "\"spacy_other\"");
    EXPECT_NE(load_error(path).find("version 3"), std::string::npos) << load_error(path);
}

TEST_F(PipelineTest, FilesThatAreMissingOrCutShortAreNamed) {
    for (const char* name :
         {"tok2vec/model", "tagger/model", "tagger/cfg", "parser/model", "parser/moves",
          "parser/cfg", "ner/model", "ner/moves", "config.cfg", "meta.json", "tokenizer"}) {
        const fs::path path = copy();
        const auto whole = read_file((path / name).string());
        ASSERT_TRUE(whole.has_value()) << name;
        for (const std::size_t size :
             {whole->size() - 1, whole->size() / 2, std::size_t{1}, std::size_t{0}}) {
            const bool last_byte = size + 1 == whole->size();
            if (last_byte && (whole->back() == '\n' || std::string_view(name) == "config.cfg")) {
                continue;  // a line end, or the end of one value
            }
            write(path / name, std::string_view(*whole).substr(0, size));
            const std::string error = load_error(path);
            // A configuration may be whole up to any line; then what is missing is named.
            if (std::string_view(name) != "config.cfg") {
                EXPECT_NE(error.find(name), std::string::npos)
                    << name << " " << size << ": " << error;
            } else {
                EXPECT_NE(error, "") << size;
            }
        }
        fs::remove(path / name);
        EXPECT_NE(load_error(path).find(name), std::string::npos) << load_error(path);
    }
}

// The file of a model that fits in a test: every prefix of its parts is tried.
TEST_F(PipelineTest, AModelFileCutAnywhereIsRefused) {
    const std::string file = (folder_ / "tiny.model").string();
    ASSERT_TRUE(convert_model(kTiny, file).has_value());
    const auto whole = read_file(file);
    ASSERT_TRUE(whole.has_value());
    std::vector<std::size_t> sizes;
    for (std::size_t size = 0; size < 4096; ++size) sizes.push_back(size);
    for (std::size_t size = 4096; size < whole->size(); size += 997) sizes.push_back(size);
    for (std::size_t i = 1; i < 2048; ++i) sizes.push_back(whole->size() - i);
    for (const std::size_t size : sizes) {
        auto model = language::ModelFile::from_bytes(whole->substr(0, size), "cut");
        if (!model) continue;
        const auto data = LanguagePipelineData::load(std::move(*model), size);
        ASSERT_FALSE(data.has_value()) << "cut to " << size << " bytes";
    }
}

// Without its checksum a damaged file may load; it must then still be safe to use.
TEST_F(PipelineTest, ADamagedModelFileIsRefusedOrSafe) {
    const std::string file = (folder_ / "tiny.model").string();
    ASSERT_TRUE(convert_model(kTiny, file).has_value());
    const auto whole = read_file(file);
    ASSERT_TRUE(whole.has_value());
    std::mt19937 engine(42);
    std::size_t refused = 0;
    constexpr std::size_t kRounds = 150;
    for (std::size_t round = 0; round < kRounds; ++round) {
        std::string bytes = *whole;
        for (int i = 0; i < 40; ++i) bytes[engine() % bytes.size()] = static_cast<char>(engine());
        write(folder_ / "damaged.model", bytes);
        const auto checked = LanguagePipeline::open((folder_ / "damaged.model").string(), true);
        EXPECT_FALSE(checked.has_value());
        const auto pipeline = LanguagePipeline::open((folder_ / "damaged.model").string());
        if (!pipeline) {
            ++refused;
            continue;
        }
        EXPECT_EQ(analyze_all(*pipeline).size(), kTexts.size());
    }
    EXPECT_LE(refused, kRounds);
}

}  // namespace
}  // namespace tidings
