// The same output as spaCy, component by component, on texts of our own; and the promises that
// analysis does not depend on batches, on order, or on the way in which a pipeline was loaded.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "agreement.hpp"
#include "support/temp_folder.hpp"

namespace tidings::conformance {
namespace {

namespace fs = std::filesystem;

const std::string kFolder = TIDINGS_TEST_LANGUAGE;

/// Room for ties: two scores that are alike to the last bits may fall either way.
constexpr double kLeastShare = 0.999;

std::string folder_of(const std::string& name) {
    return kFolder + "/" + name;
}
std::string reference_of(const std::string& name) {
    return kFolder + "/reference/" + name + ".jsonl";
}

/// A converted model file that is removed when the test ends.
class ConvertedModel {
  public:
    explicit ConvertedModel(const std::string& source) {
        const auto info = convert_model(source, path_);
        if (!info) ADD_FAILURE() << info.error().to_string();
    }
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] std::string bytes() const {
        std::ifstream input(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(input), {}};
    }

  private:
    test::TempFolder folder_;
    std::string path_ = folder_.path("converted.model");
};

std::vector<std::string_view> views_of(const std::vector<ReferenceText>& texts) {
    std::vector<std::string_view> views;
    for (const ReferenceText& text : texts) views.push_back(text.text);
    return views;
}

std::vector<Parse> analyze(const LanguagePipeline& pipeline,
                           const std::vector<std::string_view>& texts) {
    LanguageScratch scratch;
    std::vector<Parse> parses;
    pipeline.analyze(texts, scratch, parses);
    return parses;
}

void expect_agreement(const LanguagePipeline& pipeline, const ReferenceFile& reference) {
    const auto parses = analyze(pipeline, views_of(reference.texts));
    ASSERT_EQ(parses.size(), reference.texts.size());
    Agreement agreement;
    for (std::size_t i = 0; i < parses.size(); ++i) agreement.add(reference.texts[i], parses[i]);
    std::cout << agreement.table();
    constexpr std::size_t kShown = 40;
    const auto& all = agreement.disagreements();
    for (std::size_t i = 0; i < std::min(kShown, all.size()); ++i) {
        std::cout << to_string(all[i]) << '\n';
    }
    ASSERT_GT(agreement.tokens(), 500U);
    for (std::size_t i = 0; i < kAspects; ++i) {
        const auto aspect = static_cast<Aspect>(i);
        EXPECT_GE(agreement.share(aspect), kLeastShare) << to_string(aspect);
    }
}

void expect_same(const std::vector<Parse>& ones, const std::vector<Parse>& others,
                 const std::vector<ReferenceText>& texts) {
    ASSERT_EQ(ones.size(), others.size());
    for (std::size_t i = 0; i < ones.size(); ++i) {
        EXPECT_EQ(first_difference(ones[i], others[i]), "") << texts[i].id;
    }
}

class TinyPipeline : public ::testing::TestWithParam<std::string> {
  protected:
    void SetUp() override {
        auto reference = read_reference(reference_of(GetParam()));
        ASSERT_TRUE(reference) << reference.error().to_string();
        reference_ = std::move(*reference);
        auto pipeline = LanguagePipeline::load(folder_of(GetParam()));
        ASSERT_TRUE(pipeline) << pipeline.error().to_string();
        pipeline_.emplace(std::move(*pipeline));
    }

    ReferenceFile reference_;
    std::optional<LanguagePipeline> pipeline_;
};

TEST_P(TinyPipeline, AgreesWithSpacyWhenLoadedFromItsFolder) {
    expect_agreement(*pipeline_, reference_);
}

TEST_P(TinyPipeline, AgreesWithSpacyWhenConverted) {
    const ConvertedModel model(folder_of(GetParam()));
    const auto pipeline = LanguagePipeline::open(model.path(), true);
    ASSERT_TRUE(pipeline) << pipeline.error().to_string();
    expect_agreement(*pipeline, reference_);
    const auto views = views_of(reference_.texts);
    expect_same(analyze(*pipeline_, views), analyze(*pipeline, views), reference_.texts);
}

TEST_P(TinyPipeline, ConvertsToTheSameBytesEachTime) {
    const ConvertedModel one(folder_of(GetParam()));
    const ConvertedModel other(folder_of(GetParam()));
    EXPECT_GT(one.bytes().size(), 10'000U);
    EXPECT_TRUE(one.bytes() == other.bytes());
}

TEST_P(TinyPipeline, GivesTheSameForABatchAndForEachTextAlone) {
    const auto whole = analyze(*pipeline_, views_of(reference_.texts));
    std::vector<Parse> singles;
    LanguageScratch scratch;
    for (const ReferenceText& text : reference_.texts) {
        std::vector<Parse> parse;
        pipeline_->analyze({text.text}, scratch, parse);
        ASSERT_EQ(parse.size(), 1U);
        singles.push_back(std::move(parse[0]));
    }
    expect_same(whole, singles, reference_.texts);
}

TEST_P(TinyPipeline, DoesNotDependOnTheOrderOfTextsOrOnUsedScratch) {
    const auto views = views_of(reference_.texts);
    const std::vector<std::string_view> backwards(views.rbegin(), views.rend());
    LanguageScratch scratch;
    std::vector<Parse> first;
    std::vector<Parse> second;
    pipeline_->analyze(views, scratch, first);
    pipeline_->analyze(backwards, scratch, second);
    std::reverse(second.begin(), second.end());
    expect_same(first, second, reference_.texts);
}

TEST_P(TinyPipeline, CoversEveryByteButTheSpacesBetweenTokens) {
    const auto parses = analyze(*pipeline_, views_of(reference_.texts));
    for (std::size_t i = 0; i < parses.size(); ++i) {
        std::uint32_t end = 0;
        for (const Token& token : parses[i].tokens) {
            EXPECT_EQ(token.span.start, end) << reference_.texts[i].id;
            end = token.span.end + (token.space_after ? 1 : 0);
        }
        EXPECT_EQ(end, reference_.texts[i].text.size()) << reference_.texts[i].id;
    }
}

INSTANTIATE_TEST_SUITE_P(Agreement, TinyPipeline, ::testing::Values("tiny-en", "tiny-de"),
                         [](const auto& tested) {
                             std::string name = tested.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

/// Folders in which an installed model may lie, as `tidings model install` chooses them.
std::string model_folder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value == nullptr ? "" : value);
    };
    if (const auto folder = variable("TIDINGS_MODELS"); !folder.empty()) return folder;
    // Where ./quickstart and ./check keep it.
    if (std::filesystem::is_directory(TIDINGS_TEST_MODELS)) return TIDINGS_TEST_MODELS;
    if (const auto data = variable("XDG_DATA_HOME"); !data.empty()) return data + "/tidings/models";
    return variable("HOME") + "/.local/share/tidings/models";
}

/// The installed English pipeline of the reference's version; else why there is none.
Result<LanguagePipeline> installed_english(const std::string& version) {
    std::error_code error;
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(model_folder(), error)) {
        if (entry.path().filename().string().starts_with("en_core_web_sm")) {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    for (const fs::path& path : found) {
        auto pipeline = LanguagePipeline::open(path.string());
        if (!pipeline) pipeline = LanguagePipeline::load(path.string());
        if (pipeline && pipeline->info().version == version) return pipeline;
    }
    return fail(ErrorKind::Config,
                fmt::format("no en_core_web_sm {} in {}", version, model_folder()));
}

TEST(EnglishPipeline, AgreesWithSpacy) {
    const auto reference = read_reference(reference_of("en_core_web_sm-3.8.0"));
    ASSERT_TRUE(reference) << reference.error().to_string();
    const auto pipeline = installed_english(reference->version);
    if (!pipeline) GTEST_SKIP() << "SKIPPED: " << pipeline.error().message;
    expect_agreement(*pipeline, *reference);
}

TEST(Agreement, CountsEachKindOfDisagreement) {
    const auto reference = read_reference(reference_of("tiny-en"));
    ASSERT_TRUE(reference) << reference.error().to_string();
    const ReferenceText& text = reference->texts.front();
    ASSERT_GT(text.tokens.size(), 10U);

    Agreement nothing;
    nothing.add(text, Parse());
    EXPECT_EQ(nothing.disagreements().size(), text.tokens.size());
    EXPECT_EQ(nothing.share(Aspect::Token), 0);

    // Right boundaries and nothing else: boundaries and spaces agree, tags do not.
    Parse bare;
    for (const ReferenceToken& token : text.tokens) {
        Token mine;
        mine.span = token.span;
        mine.space_after = token.space_after;
        bare.tokens.push_back(mine);
    }
    Agreement boundaries;
    boundaries.add(text, bare);
    EXPECT_EQ(boundaries.share(Aspect::Token), 1);
    EXPECT_EQ(boundaries.share(Aspect::Space), 1);
    EXPECT_EQ(boundaries.share(Aspect::Tag), 0);
    EXPECT_LT(boundaries.share(Aspect::Head), 0.5);
}

}  // namespace
}  // namespace tidings::conformance
