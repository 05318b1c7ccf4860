#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <tidings/ingest.hpp>

#include "support/temp_folder.hpp"

namespace tidings {
namespace {

namespace fs = std::filesystem;

class ReadDocuments : public testing::Test {
  protected:
    std::string write(const std::string& name, const std::string& bytes) {
        return temporary_.write(name, bytes);
    }

    void read(const std::vector<std::string>& paths) {
        read_documents(
            paths, {},
            [&](Document&& document) {
                ids_.push_back(document.id);
                return ids_.size() < stop_after_;
            },
            [&](Error&& error) { errors_.push_back(std::move(error)); });
    }

    test::TempFolder temporary_;
    fs::path folder_ = temporary_.path();
    std::vector<std::string> ids_;
    std::vector<Error> errors_;
    std::size_t stop_after_ = SIZE_MAX;
};

TEST_F(ReadDocuments, WalksFoldersInNameOrderAndPassesOverHiddenFiles) {
    write("b/2.txt", "two");
    write("b/10.txt", "ten");
    write("a.txt", "a");
    write("c.jsonl", "{\"text\":\"x\"}\n{\"text\":\"y\"}\n");
    write(".hidden.txt", "no");
    write(".git/x.txt", "no");
    read({folder_.string()});
    EXPECT_EQ(ids_, (std::vector<std::string>{"a", "10", "2", "c:1", "c:2"}));
    EXPECT_TRUE(errors_.empty());
}

TEST_F(ReadDocuments, GoesOnBehindWhatCannotBeRead) {
    const std::string page = write("page.txt", "%PDF-1.7");
    const std::string text = write("text.txt", "text");
    read({page, (folder_ / "missing.txt").string(), text});
    EXPECT_EQ(ids_, std::vector<std::string>{"text"});
    ASSERT_EQ(errors_.size(), 2U);
    EXPECT_EQ(errors_[0].file, page);
    EXPECT_EQ(errors_[1].message, "cannot open the file: No such file or directory");
}

TEST_F(ReadDocuments, DoesNotFollowLinksInCirclesNorOpenPipes) {
    write("a.txt", "a");
    fs::create_directory_symlink(folder_, folder_ / "loop");
    ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
    read({folder_.string()});
    EXPECT_EQ(ids_, std::vector<std::string>{"a"});
    EXPECT_TRUE(errors_.empty());
}

TEST_F(ReadDocuments, APatternStandsForItsFiles) {
    write("a1.txt", "one");
    write("a2.txt", "two");
    write("b.txt", "three");
    write("[x].txt", "a name of its own");
    read({(folder_ / "a*.txt").string(), (folder_ / "[x].txt").string(),
          (folder_ / "c?.txt").string()});
    EXPECT_EQ(ids_, (std::vector<std::string>{"a1", "a2", "[x]"}));
    ASSERT_EQ(errors_.size(), 1U);
    EXPECT_EQ(errors_[0].message, "no file matches the pattern");
}

TEST_F(ReadDocuments, StopsBetweenInputs) {
    const std::string path = write("a.txt", "a");
    stop_after_ = 2;
    read({path, path, path});
    EXPECT_EQ(ids_.size(), 2U);
}

}  // namespace
}  // namespace tidings
