#include "base/mapped_file.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace tidings {
namespace {

std::string write_temporary(const std::string& name, const std::string& bytes) {
    const std::string path = (std::filesystem::path(testing::TempDir()) / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

TEST(MappedFile, GivesTheBytesAndSurvivesAMove) {
    const std::string content("a\0b\n", 4);
    Result<MappedFile> file = MappedFile::open(write_temporary("tidings_mapped.bin", content));
    ASSERT_TRUE(file.has_value());
    EXPECT_EQ(file->bytes(), content);
    const MappedFile moved = std::move(*file);
    EXPECT_EQ(moved.bytes(), content);
}

TEST(MappedFile, ReadsAnEmptyFile) {
    const Result<MappedFile> file = MappedFile::open(write_temporary("tidings_empty.bin", ""));
    ASSERT_TRUE(file.has_value());
    EXPECT_TRUE(file->bytes().empty());
}

TEST(MappedFile, SaysWhichFileIsMissing) {
    const Result<MappedFile> file = MappedFile::open("/nonexistent/tidings", ErrorKind::Input);
    ASSERT_FALSE(file.has_value());
    EXPECT_EQ(file.error().kind, ErrorKind::Input);
    EXPECT_EQ(file.error().file, "/nonexistent/tidings");
}

TEST(MappedFile, RefusesAFolder) {
    EXPECT_FALSE(MappedFile::open(testing::TempDir()).has_value());
    EXPECT_FALSE(read_file(testing::TempDir()).has_value());
}

}  // namespace
}  // namespace tidings
