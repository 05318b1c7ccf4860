#include "cli/layout.hpp"

#include <gtest/gtest.h>

#include <tidings/text.hpp>

namespace tidings::cli {
namespace {

TEST(Layout, OneLineJoinsWhiteSpace) {
    EXPECT_EQ(one_line("a\n b\t\tc\r\nd"), "a b c d");
    EXPECT_EQ(one_line(" \n a"), "a");
    EXPECT_EQ(one_line(""), "");
}

TEST(Layout, CutCountsCodePoints) {
    EXPECT_EQ(cut("Zürich", 6), "Zürich");
    EXPECT_EQ(cut("Zürich", 5), "Züri…");
    EXPECT_EQ(utf8::count(cut("ééééééé", 4)), 4U);
    EXPECT_EQ(cut("🙂🙂🙂", 2), "🙂…");
    EXPECT_EQ(cut("", 3), "");
}

TEST(Layout, WrapsAtTheWidth) {
    EXPECT_EQ(wrapped("one two three", 7, 2), "one two\n  three\n");
    EXPECT_EQ(wrapped("one two three", 80, 2), "one two three\n");
    EXPECT_EQ(wrapped("", 10, 2), "\n");
}

TEST(Layout, WrappingCountsCodePoints) {
    EXPECT_EQ(wrapped("äöü äöü", 7, 0), "äöü äöü\n");
    EXPECT_EQ(wrapped("äöü äöü", 6, 0), "äöü\näöü\n");
}

TEST(Layout, ALeadStaysAndLongWordsAreNotBroken) {
    EXPECT_EQ(wrapped("  a bb", 4, 3), "  a\n   bb\n");
    EXPECT_EQ(wrapped("abcdefghij k", 4, 1), "abcdefghij\n k\n");
}

TEST(Layout, ColumnsAreAligned) {
    EXPECT_EQ(columns({{"A", "B"}, {"long", "x"}}, 80), "  A     B\n  long  x\n");
    EXPECT_EQ(columns({{"é", "B"}, {"e", "x"}}, 80), "  é  B\n  e  x\n");
    EXPECT_EQ(columns({}, 80), "");
}

TEST(Layout, TheWidestColumnShrinks) {
    const std::string table = columns({{"short", std::string(60, 'x'), "end"}}, 40);
    EXPECT_NE(table.find("…"), std::string::npos);
    EXPECT_NE(table.find("short"), std::string::npos);
    EXPECT_NE(table.find("end"), std::string::npos);
    EXPECT_LE(utf8::count(table), 41U);
}

TEST(Layout, ColumnsStayReadableInNarrowTerminals) {
    EXPECT_EQ(columns({{"abcdefghij", "klmnopqrst"}}, 1), "  abcdefghij  klmnopqrst\n");
}

TEST(Layout, Bold) {
    EXPECT_EQ(bold("a", false), "a");
    EXPECT_EQ(bold("a", true), "\033[1ma\033[0m");
}

}  // namespace
}  // namespace tidings::cli
