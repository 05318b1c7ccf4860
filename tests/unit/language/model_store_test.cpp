#include "language/model_store.hpp"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "language/child_process.hpp"
#include "language/model_file.hpp"
#include "pipeline_folder.hpp"

namespace tidings {
namespace {

using language::TestFolder;

TEST(ModelStore, ListsWholeAndBrokenModels) {
    const TestFolder folder;
    language::ModelFileWriter writer;
    const nlohmann::json info = {{"name", "xx"}, {"version", "1.0"}, {"language", "xx"}};
    ASSERT_TRUE(writer.write(folder.path("b-1.0.tidings-model"),
                             {{"info", info}, {"components", nlohmann::json::array()}}));
    folder.write("a-1.0.tidings-model", "damaged");
    folder.write("notes.txt", "not a model");
    const auto models = list_models(folder.path());
    ASSERT_EQ(models.size(), 2U);
    EXPECT_TRUE(models[0].problem);
    EXPECT_FALSE(models[0].info);
    ASSERT_TRUE(models[1].info);
    EXPECT_EQ(models[1].info->name, "xx");
    EXPECT_EQ(models[1].info->bytes, std::filesystem::file_size(models[1].path));
    EXPECT_TRUE(list_models(folder.path("absent")).empty());
}

TEST(ModelStore, RefusesUnknownNamesWithAHint) {
    const TestFolder folder;
    const auto installed = install_model("en_core_web_smm", folder.path());
    ASSERT_FALSE(installed);
    EXPECT_EQ(installed.error().kind, ErrorKind::Config);
    EXPECT_NE(installed.error().hint.find("en_core_web_sm"), std::string::npos);
    EXPECT_NE(installed.error().hint.find("tidings model install PATH"), std::string::npos);
}

TEST(ModelStore, ABrokenPipelineLeavesNothingBehind) {
    const TestFolder folder;
    folder.write("pipeline/config.cfg", "[nlp]\nlang = \"en\"\n");
    folder.write("pipeline/meta.json", "{}");
    EXPECT_FALSE(install_model(folder.path("pipeline"), folder.path("models")));
    EXPECT_TRUE(list_models(folder.path("models")).empty());
}

TEST(ModelStore, ChecksFiles) {
    const TestFolder folder;
    folder.write("a.tidings-model", "damaged");
    EXPECT_FALSE(check_model(folder.path("a.tidings-model")));
    EXPECT_FALSE(check_model(folder.path("absent")));
}

TEST(ChildProcess, GivesStatusAndOutput) {
    const TestFolder folder;
    const auto status = language::run_program({"sh", "-c", "echo out; echo err >&2; exit 3"},
                                              folder.path("log"), std::chrono::seconds(20));
    ASSERT_TRUE(status) << status.error().to_string();
    EXPECT_EQ(*status, 3);
    std::ifstream log(folder.path("log"));
    std::string text((std::istreambuf_iterator<char>(log)), std::istreambuf_iterator<char>());
    EXPECT_EQ(text, "out\nerr\n");
}

TEST(ChildProcess, EndsPrograms) {
    const TestFolder folder;
    const auto late =
        language::run_program({"sleep", "60"}, folder.path("log"), std::chrono::seconds(0));
    ASSERT_FALSE(late);
    EXPECT_NE(late.error().message.find("longer"), std::string::npos);
    EXPECT_FALSE(language::run_program({"no-such-program-here"}, folder.path("log"),
                                       std::chrono::seconds(5)));
}

}  // namespace
}  // namespace tidings
