#include "base/tsv_table.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace tidings {
namespace {

const TsvColumns kColumns{{"id", "cue"}, {"note", "until"}};

std::string error_of(const std::string& text) {
    const Result<TsvTable> table = TsvTable::parse(text, "cues.tsv", kColumns);
    return table ? "no error" : table.error().to_string();
}

TEST(TsvTable, GivesCellsByName) {
    const Result<TsvTable> table = TsvTable::parse(
        "\xEF\xBB\xBF# A comment\r\n\r\ncue\tid\tnote\r\n  donate to us \td1\t\r\nread on\td2\n",
        "cues.tsv", kColumns);
    ASSERT_TRUE(table.has_value()) << table.error().to_string();
    ASSERT_EQ(table->rows().size(), 2U);
    EXPECT_EQ(table->rows()[0]["cue"], "donate to us");
    EXPECT_EQ(table->rows()[0]["id"], "d1");
    EXPECT_EQ(table->rows()[0]["note"], "");
    EXPECT_EQ(table->rows()[0].line(), 4U);
    EXPECT_EQ(table->rows()[1]["note"], "");
    EXPECT_EQ(table->rows()[1]["until"], "");
    EXPECT_EQ(table->rows()[1].text(), "read on\td2");
    EXPECT_TRUE(table->has("note"));
    EXPECT_FALSE(table->has("until"));
}

TEST(TsvTable, RowsOutliveAMoveOfTheirTable) {
    Result<TsvTable> table = TsvTable::parse("id\tcue\na\tb\n", "f", kColumns);
    ASSERT_TRUE(table.has_value());
    const TsvRow row = table->rows().front();
    const TsvTable moved = std::move(*table);
    EXPECT_EQ(row["cue"], "b");
    EXPECT_EQ(moved.file(), "f");
}

TEST(TsvTable, UndeclaredColumnIsAMistakeOfTheProgram) {
    const Result<TsvTable> table = TsvTable::parse("id\tcue\na\tb\n", "f", kColumns);
    ASSERT_TRUE(table.has_value());
    EXPECT_THROW((void)table->rows()[0]["colour"], std::logic_error);
}

TEST(TsvTable, SaysWhereACellIsMissingOrTooMany) {
    EXPECT_EQ(error_of("id\tcue\tnote\n\na\n"),
              "cues.tsv:3:2: 1 cells where the table has 3 columns; \"cue\" is missing\n"
              "    a\n"
              "     ^\n"
              "    hint: cells are set apart by one tab each");
    EXPECT_EQ(error_of("id\tcue\na\té\tc\n"),
              "cues.tsv:2:5: 3 cells where the table has 2 columns\n"
              "    a é c\n"
              "        ^\n"
              "    hint: cells are set apart by one tab each");
}

TEST(TsvTable, ChecksTheNamesOfColumns) {
    EXPECT_EQ(error_of("id\tcuee\n"),
              "cues.tsv:1:4: unknown column \"cuee\"\n"
              "    id cuee\n"
              "       ^\n"
              "    hint: did you mean \"cue\"?");
    EXPECT_NE(error_of("id\tnote\n").find("1:8: column \"cue\" is missing"), std::string::npos);
    EXPECT_NE(error_of("id\tcue\tid\n").find("1:8: column \"id\" is named twice"),
              std::string::npos);
    EXPECT_NE(error_of("# nothing\n").find("the table is empty"), std::string::npos);
}

TEST(TsvTable, PointsAtBytesThatAreNotUtf8) {
    EXPECT_EQ(error_of("id\tcue\na\té\xFFz\n"),
              "cues.tsv:2:4: the line is not valid UTF-8\n"
              "    a é\uFFFDz\n"
              "       ^\n"
              "    hint: save the file in the encoding UTF-8");
}

TEST(TsvTable, RowsMakeErrorsThatPointAtTheirCells) {
    const Result<TsvTable> table =
        TsvTable::parse("id\tcue\tnote\nétoile\tabc\n", "f.tsv", kColumns);
    ASSERT_TRUE(table.has_value());
    const TsvRow& row = table->rows()[0];
    EXPECT_EQ(row.error("cue", "bad cue", "write less").to_string(),
              "f.tsv:2:8: bad cue\n    étoile abc\n           ^\n    hint: write less");
    EXPECT_EQ(row.error("cue", "m", "", 2).column, 10U);
    EXPECT_EQ(row.error("note", "no note").column, 11U);
    const Status status = row.fail("id", "bad id");
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().column, 1U);
}

TEST(TsvTable, NamesAFileThatCannotBeRead) {
    const Result<TsvTable> table = TsvTable::load("/nonexistent/cues.tsv", kColumns);
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().kind, ErrorKind::Config);
    EXPECT_EQ(table.error().file, "/nonexistent/cues.tsv");
}

}  // namespace
}  // namespace tidings
