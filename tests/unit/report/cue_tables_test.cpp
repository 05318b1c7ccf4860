#include "report/cue_tables.hpp"

#include <gtest/gtest.h>

#include "support.hpp"
#include "support/temp_folder.hpp"

namespace tidings::report {
namespace {

std::string load_error(const std::string& rows) {
    const test::TempFolder folder;
    const std::string path =
        folder.write("cues.tsv", "id\tkind\twhere\tcue\texample\tnot\twords\n" + rows);
    Vocabulary vocabulary;
    const Result<CueSet> set = CueSet::load(path, vocabulary);
    if (set) return "none";
    return std::to_string(set.error().line) + ":" + std::to_string(set.error().column) + " " +
           set.error().message;
}

TEST(CueTables, TheProjectsOwnTablesLoad) {
    const Result<ReportCues> cues = ReportCues::load(TIDINGS_TEST_DATA);
    ASSERT_TRUE(cues.has_value()) << cues.error().to_string();
    EXPECT_GT(cues->tables().boilerplate.cues().size(), 80U);
    EXPECT_GT(cues->tables().captions.cues().size(), 10U);
}

TEST(CueTables, ExamplesAreRun) {
    EXPECT_EQ(load_error("a\tx\tstart\tread more\tRead more here\tTo read more\t\n"), "none");
    EXPECT_EQ(load_error("a\tx\tstart\tread more\tTo read more\t\t\n"),
              "2:21 the cue does not match its example");
    EXPECT_EQ(load_error("a\tx\tanywhere\tread more\tRead more\tTo read more\t\n"),
              "2:34 the cue matches what it must not match");
    EXPECT_EQ(load_error("a\tx\twhole\tread more\tRead more here\t\t\n"),
              "2:21 the cue does not match its example");
    EXPECT_EQ(load_error("a\tx\tstart\tread more\tRead more here\t\t2\n"),
              "2:21 the cue does not match its example");
}

TEST(CueTables, CellsAreChecked) {
    EXPECT_EQ(load_error("a\tx\tbegin\tread\tRead\t\t\n"), "2:5 unknown where \"begin\"");
    EXPECT_EQ(load_error("a\tx\tstart\tread\tRead\t\tmany\n"), "2:22 a number is expected");
    EXPECT_EQ(load_error("\tx\tstart\tread\tRead\t\t\n"), "2:1 each cue needs an id");
    EXPECT_EQ(load_error("a\tx\tstart\tread\tRead\t\t\na\tx\tstart\tmore\tMore\t\t\n"),
              "3:1 the id is used twice");
    EXPECT_EQ(load_error("a\tx\tstart\t... read\tRead\t\t\n"),
              "2:11 a cue begins with a word that must be there");
}

TEST(CueTables, AMissingFolderIsNamed) {
    const Result<ReportCues> cues = ReportCues::load("/nonexistent");
    ASSERT_FALSE(cues.has_value());
    EXPECT_EQ(cues.error().kind, ErrorKind::Config);
    EXPECT_EQ(cues.error().file, "/nonexistent/report/boilerplate.tsv");
}

TEST(CueSet, FindsNothingInOrdinaryNews) {
    for (const std::string_view line :
         {"The minister asked donors to support the refugees today.",
          "“Donate today,” the poster read, and people did.",
          "Sign language was banned at the camp, the report said.",
          "Follow-up talks are planned for Monday, the envoy said.",
          "Subscribers of the telephone company lost their lines during the attack.",
          "More than 200 people were killed, according to the ministry.",
          "Copyright law was at the heart of the dispute between the two countries.",
          "He contributed to the fund that paid for the rebels' weapons.",
          "Comments by the president angered the neighbours.",
          "Related charges against the two men were dropped on Friday.",
          "The photo by the door showed the general with his men, she said.",
          "Read aloud in court, the letter accused the army of murder."}) {
        const std::vector<CueToken> tokens = tokens_of(line);
        const auto boilerplate = project_cues().tables().boilerplate.find(tokens, CueZone::Any);
        EXPECT_FALSE(boilerplate.has_value()) << line << " " << boilerplate->cue->id;
        const auto caption = project_cues().tables().captions.find(tokens, CueZone::Any);
        EXPECT_FALSE(caption.has_value()) << line << " " << caption->cue->id;
    }
}

}  // namespace
}  // namespace tidings::report
