#include "language/model_file.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "pipeline_folder.hpp"

namespace tidings::language {
namespace {

std::string small_model() {
    ModelFileWriter writer;
    writer.add("text", "some bytes");
    writer.add("empty", "");
    const std::vector<std::uint64_t> numbers{1, 2, 3};
    writer.add_array<std::uint64_t>("numbers", numbers);
    return writer.to_bytes({{"name", "small"}});
}

TEST(ModelFile, GivesBackWhatWasWritten) {
    const auto model = ModelFile::from_bytes(small_model(), "memory");
    ASSERT_TRUE(model) << model.error().to_string();
    EXPECT_EQ(model->header()["name"], "small");
    EXPECT_EQ(model->section("text").value(), "some bytes");
    EXPECT_TRUE(model->section("empty").value().empty());
    const auto numbers = model->array<std::uint64_t>("numbers");
    ASSERT_TRUE(numbers);
    EXPECT_EQ(std::vector<std::uint64_t>(numbers->begin(), numbers->end()),
              (std::vector<std::uint64_t>{1, 2, 3}));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers->data()) % 64, 0U);
}

TEST(ModelFile, IsMappedFromDisk) {
    const TestFolder folder;
    ModelFileWriter writer;
    writer.add("text", "some bytes");
    ASSERT_TRUE(writer.write(folder.path("m"), {{"name", "small"}}));
    const auto model = ModelFile::open(folder.path("m"), true);
    ASSERT_TRUE(model) << model.error().to_string();
    EXPECT_EQ(model->section("text").value(), "some bytes");
    EXPECT_TRUE(model->has("text"));
    EXPECT_FALSE(model->has("other"));
}

TEST(ModelFile, NamesTheMissingSection) {
    const auto model = ModelFile::from_bytes(small_model(), "memory");
    ASSERT_TRUE(model);
    const auto section = model->section("weights");
    ASSERT_FALSE(section);
    EXPECT_NE(section.error().message.find("weights"), std::string::npos);
    EXPECT_FALSE(model->array<std::uint64_t>("text"));  // 10 bytes are no whole numbers
}

TEST(ModelFile, RefusesEveryTruncation) {
    const std::string whole = small_model();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_FALSE(ModelFile::from_bytes(whole.substr(0, size), "memory")) << size;
    }
}

TEST(ModelFile, RefusesEveryChangedByte) {
    const std::string whole = small_model();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
        EXPECT_FALSE(ModelFile::from_bytes(changed, "memory")) << i;
    }
}

TEST(ModelFile, SaysWhatToDoWithOtherFiles) {
    const auto model = ModelFile::from_bytes(std::string(500, 'x'), "letter.txt");
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().kind, ErrorKind::Config);
    EXPECT_EQ(model.error().file, "letter.txt");
    EXPECT_NE(model.error().hint.find("tidings model install"), std::string::npos);
}

TEST(ModelFile, FailsOnAnUnwritableFolder) {
    const TestFolder folder;
    ModelFileWriter writer;
    EXPECT_FALSE(writer.write(folder.path("no/such/folder/m"), {}));
}

}  // namespace
}  // namespace tidings::language
