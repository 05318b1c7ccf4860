#include "report/byline.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::report {
namespace {

std::string show(const std::optional<Byline>& byline) {
    if (!byline) return "none";
    std::string out;
    for (const std::string& author : byline->authors) out += author + "; ";
    return out + "| " + byline->published + " | " + byline->modified;
}

std::string read_line(std::string_view line) {
    return show(read_byline(line, whole(line), tokens_of(line), project_cues().tables()));
}

std::string read_bare(std::string_view line, const std::unordered_set<std::string>& common = {}) {
    return show(
        read_bare_byline(line, whole(line), tokens_of(line), project_cues().tables(), common));
}

TEST(Byline, TakesNamesAndDates) {
    EXPECT_EQ(read_line("By Jane Doe | January 17, 2020 | 5:10am EST"),
              "Jane Doe; | 2020-01-17T05:10:00-05:00 | ");
    EXPECT_EQ(read_line("By JANE DOE and JOHN Q. ROE, Some Press"), "Jane Doe; John Q. Roe; |  | ");
    EXPECT_EQ(read_line("By Jane Doe in Nairobi and John Roe in Kampala"),
              "Jane Doe; John Roe; |  | ");
    EXPECT_EQ(read_line("Written by Ludwig van der Meer, Staff Writer"),
              "Ludwig van der Meer; |  | ");
    EXPECT_EQ(read_line("By Mary-Ann O’Neill, Political Correspondent"), "Mary-Ann O’Neill; |  | ");
    EXPECT_EQ(read_line("Author: Jane Doe"), "Jane Doe; |  | ");
    EXPECT_EQ(read_line("By the Associated Press"), "|  | ");
    EXPECT_EQ(read_line("By our diplomatic correspondent"), "|  | ");
    EXPECT_EQ(read_line("By Jane Doe, Published 3 March 2021, Updated 4 March 2021"),
              "Jane Doe; | 2021-03-03 | 2021-03-04");
}

TEST(Byline, ReadsLinesOnPublication) {
    EXPECT_EQ(read_line("Published: 17 Jan 2020 10:10 GMT"), "| 2020-01-17T10:10:00+00:00 | ");
    EXPECT_EQ(read_line("First published on Mon 3 Feb 2020 06.00 GMT"),
              "| 2020-02-03T06:00:00+00:00 | ");
    EXPECT_EQ(read_line("Last modified on 4 February 2020"), "|  | 2020-02-04");
    EXPECT_EQ(read_line("Friday, January 17, 2020"), "| 2020-01-17 | ");
    EXPECT_EQ(read_line("Jan. 5, 2011 – 4:35 PM"), "| 2011-01-05 | ");
    EXPECT_EQ(read_line("05/02/2013"), "|  | ");
    EXPECT_EQ(read_line("Some Channel Published Saturday, March 31, 2018"), "| 2018-03-31 | ");
}

TEST(Byline, LeavesSentencesAlone) {
    for (const std::string_view line :
         {"By Monday evening, police had arrested ten people.", "By 2020 the war was over.",
          "By Baghdad standards, the night was calm.", "By land and sea they came.",
          "1 Doe 5040 5 1 17 27", "02-751-1500",
          "Published works of the poet were burned in the square.",
          "The army was updated on 3 March 2020 about the plans of the rebels.",
          "On January 17, 2020, the minister resigned.", "Talks by Jane Doe", "By", ""}) {
        EXPECT_EQ(read_line(line), "none") << line;
    }
}

TEST(BareByline, TakesNamesThatSomethingSpeaksFor) {
    EXPECT_EQ(read_bare("Jane Doe in Nairobi"), "Jane Doe; |  | ");
    EXPECT_EQ(read_bare("JANE DOE, Some Press"), "Jane Doe; |  | ");
    EXPECT_EQ(read_bare("Jane Doe"), "Jane Doe; |  | ");
    EXPECT_EQ(read_bare("Jane Doe, Defence Correspondent"), "Jane Doe; |  | ");
    EXPECT_EQ(read_bare("Morning News Agency"), "|  | ");
    EXPECT_EQ(read_bare("Jane Doe | 17 January 2020"), "Jane Doe; | 2020-01-17 | ");
}

TEST(BareByline, RefusesHeadings) {
    EXPECT_EQ(read_bare("Massachusetts"), "none");
    EXPECT_EQ(read_bare("Border Shooting: Guard Charged"), "none");
    EXPECT_EQ(read_bare("Ministers Meet in Geneva", {"ministers", "meet"}), "none");
    EXPECT_EQ(read_bare("What happened next"), "none");
    EXPECT_EQ(read_bare("Course of the war"), "none");
    EXPECT_EQ(read_bare(""), "none");
}

}  // namespace
}  // namespace tidings::report
