#include "base/mapped_file.hpp"

#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace tidings {
namespace {

TEST(MappedFile, GivesTheBytesAndSurvivesAMove) {
    const std::string content("a\0b\n", 4);
    const test::TempFolder folder;
    Result<MappedFile> file = MappedFile::open(folder.write("mapped.bin", content));
    ASSERT_TRUE(file.has_value());
    EXPECT_EQ(file->bytes(), content);
    const MappedFile moved = std::move(*file);
    EXPECT_EQ(moved.bytes(), content);
}

TEST(MappedFile, ReadsAnEmptyFile) {
    const test::TempFolder folder;
    const Result<MappedFile> file = MappedFile::open(folder.write("empty.bin", ""));
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
    const test::TempFolder folder;
    EXPECT_FALSE(MappedFile::open(folder.path()).has_value());
    EXPECT_FALSE(read_file(folder.path()).has_value());
}

}  // namespace
}  // namespace tidings
