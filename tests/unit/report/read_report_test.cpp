#include <chrono>

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::report {
namespace {

constexpr std::string_view kLead =
    "The two governments agreed on Monday to withdraw their troops from the border and to "
    "exchange prisoners before the end of the month.";

TEST(ReadReport, OneParagraphIsAllBody) {
    for (const std::string_view text :
         {"Turkey expels envoys", "NAIROBI (Agency) - Police fired on protesters.",
          "Donate today to help us.", "By Jane Doe", "  Sign up for our newsletter.\n"}) {
        const Report report = read(text);
        ASSERT_EQ(report.sections.size(), 1U) << text;
        EXPECT_EQ(report.sections[0].role, SectionRole::Body);
        EXPECT_EQ(report.body(), trim(text));
        EXPECT_EQ(report.title, "");
    }
}

TEST(ReadReport, AnEmptyTextIsAReportWithoutSections) {
    const Report report = read(" \n");
    EXPECT_TRUE(report.sections.empty());
    EXPECT_EQ(report.body(), "");
    EXPECT_EQ(report.language, "");
}

TEST(ReadReport, KeepsTheTextAndHashesIt) {
    const Report report = read("One.\r\n\r\nTwo.\r\n");
    EXPECT_EQ(report.text, "One.\n\nTwo.\n");
    EXPECT_EQ(report.sha256, sha256_hex("One.\n\nTwo.\n"));
    EXPECT_EQ(report.body(), "One.\n\nTwo.");
}

TEST(ReadReport, MetadataFromOutsideTheTextComesFirst) {
    Document document = plain_text("By Jane Doe | 3 March 2021\n\n" + std::string(kLead));
    document.title = "Given title";
    document.published = "17 Jan 2020 10:10 GMT";
    document.uri = "https://example.org/1";
    const Result<Report> report = read_report(document, project_cues(), {"2019-01-01"});
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->title, "Given title");
    EXPECT_EQ(report->published, "2020-01-17T10:10:00+00:00");
    EXPECT_EQ(report->uri, "https://example.org/1");
    EXPECT_EQ(report->authors, std::vector<std::string>{"Jane Doe"});
}

TEST(ReadReport, AGivenTitleIsFoundAgainInTheText) {
    Document document = plain_text("Border Deal Signed\n\n" + std::string(kLead));
    document.title = "Border deal signed";
    EXPECT_EQ(dump(*read_report(document, project_cues())),
              "title|Border Deal Signed\nbody|" + std::string(kLead) + "\n");
    document.title = "Something else";
    EXPECT_EQ(dump(*read_report(document, project_cues())),
              "body|Border Deal Signed\nbody|" + std::string(kLead) + "\n");
}

TEST(ReadReport, TheOptionsDateIsTheLastResort) {
    const Result<Report> without =
        read_report(plain_text(kLead), project_cues(), {"17 January 2020"});
    EXPECT_EQ(without->published, "2020-01-17");
    const std::string dated = "GENEVA, March 3, 2021 — " + std::string(kLead);
    const Result<Report> with = read_report(plain_text("Border deal signed\n\n" + dated),
                                            project_cues(), {"17 January 2020"});
    EXPECT_EQ(with->published, "2021-03-03");
}

TEST(ReadReport, ADateThatCannotBeReadIsAWarning) {
    Document document = plain_text(kLead);
    document.published = "03/04/2020";
    const Result<Report> report = read_report(document, project_cues());
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->published, "");
    EXPECT_EQ(report->warnings.at(0), "the publication date \"03/04/2020\" cannot be read");
}

TEST(ReadReport, RefusesBinaryData) {
    const auto report = read_report(plain_text(std::string(500, '\x02')), project_cues());
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().file, "test");
}

TEST(ReadReport, AParagraphAgainIsMarked) {
    const Report report = read("Border deal signed\n\n" + std::string(kLead) + "\n\n" +
                               std::string(kLead) + "\n\nNobody was hurt.\n\nNobody was hurt.\n");
    ASSERT_EQ(report.sections.size(), 5U);
    EXPECT_FALSE(report.sections[1].repeated);
    EXPECT_TRUE(report.sections[2].repeated);
    EXPECT_EQ(report.sections[2].role, SectionRole::Body);
    // Three words may well stand twice in a text.
    EXPECT_FALSE(report.sections[4].repeated);
}

// Every section lies in the text, behind the one before it, and only white space lies between.
void expect_cover(const Report& report) {
    std::uint32_t end = 0;
    for (const Section& section : report.sections) {
        EXPECT_TRUE(trim(slice(report.text, {end, section.span.start})).empty());
        EXPECT_LT(section.span.start, section.span.end);
        end = section.span.end;
    }
    EXPECT_TRUE(trim(std::string_view(report.text).substr(end)).empty());
}

TEST(ReadReport, SectionsLeaveOutOnlyWhiteSpace) {
    const std::string text = "WORLD NEWS\nBorder deal signed\nBy Jane Doe\n\nGENEVA (Agency) — " +
                             std::string(kLead) +
                             " (Reporting by Jane Doe; Editing by John Roe)\n\n" +
                             std::string(kLead) + "\n\nShare this\n© 2020 The Bugle";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        expect_cover(read(std::string_view(text).substr(0, size)));
    }
}

TEST(ReadReport, TakesTimeInProportionToTheText) {
    const auto seconds = [](const std::string& text) {
        const auto start = std::chrono::steady_clock::now();
        const Report report = read(text);
        EXPECT_FALSE(report.sections.empty());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const std::string units[] = {"by ",
                                 "By Jane Doe and\n",
                                 "(",
                                 "\"",
                                 "sign up for ",
                                 "Donate. ",
                                 "January 17, ",
                                 "x\n",
                                 "A - ",
                                 "x\n \n",
                                 "@",
                                 "a.b@",
                                 "Jane "};
    for (const std::string& unit : units) {
        std::string text;
        while (text.size() < (std::size_t{1} << 20U)) text += unit;
        EXPECT_LT(seconds(text), 5.0) << unit;
    }
}

}  // namespace
}  // namespace tidings::report
