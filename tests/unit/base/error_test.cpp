#include <gtest/gtest.h>

#include <tidings/error.hpp>

namespace tidings {
namespace {

TEST(Error, NamesThePlaceAndPointsAtTheColumn) {
    const Error error{ErrorKind::Config, "unknown column \"nmae\"", "actors.tsv", 3, 3,
                      "a\tnmae",         "did you mean \"name\"?"};
    EXPECT_EQ(error.to_string(),
              "actors.tsv:3:3: unknown column \"nmae\"\n"
              "    a nmae\n"
              "      ^\n"
              "    hint: did you mean \"name\"?");
}

TEST(Error, LeavesOutWhatIsNotKnown) {
    EXPECT_EQ((Error{ErrorKind::Usage, "no input", "", 0, 0, "", ""}).to_string(), "no input");
    EXPECT_EQ((Error{ErrorKind::Input, "no input", "a.txt", 0, 0, "", ""}).to_string(),
              "a.txt: no input");
    EXPECT_EQ((Error{ErrorKind::Input, "bad line", "", 7, 0, "", ""}).to_string(),
              "line 7: bad line");
}

TEST(Error, CaretStandsUnderWideAndCombiningCharacters) {
    const Error error{ErrorKind::Config, "m", "f", 1, 4, "日é\xCC\x81x", ""};
    // One double-width character, one letter, one mark of no width: the caret is at cell 4.
    EXPECT_EQ(error.to_string(), "f:1:4: m\n    日é\xCC\x81x\n       ^");
}

TEST(Error, ShowsOnlyTheNeighbourhoodOfTheCaretInALongLine) {
    const Error error{ErrorKind::Input, "m", "f", 1, 5001, std::string(100000, 'x'), ""};
    const std::string shown = error.to_string();
    EXPECT_LT(shown.size(), 300U);
    EXPECT_NE(shown.find("…xxx"), std::string::npos);
    EXPECT_NE(shown.find("^"), std::string::npos);
}

TEST(Error, NeverPrintsControlCharactersOfTheInput) {
    const Error error{ErrorKind::Input, "bad \x1b[31m", "f\x07", 1, 1, "\x1b[2J", ""};
    EXPECT_EQ(error.to_string().find('\x1b'), std::string::npos);
    EXPECT_EQ(error.to_string().find('\x07'), std::string::npos);
}

TEST(Error, FailGivesAnUnexpectedError) {
    const Status status = fail(ErrorKind::Store, "disk full", "out.jsonl", "free some space");
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().kind, ErrorKind::Store);
    EXPECT_EQ(status.error().to_string(), "out.jsonl: disk full\n    hint: free some space");
}

}  // namespace
}  // namespace tidings
