#include <gtest/gtest.h>

#include <tidings/report.hpp>

#include "support.hpp"

namespace tidings::report {
namespace {

constexpr std::string_view kFirst =
    "The two governments said on Monday that their talks would resume within the month.";
constexpr std::string_view kSecond =
    "Both sides had accused each other of breaking the truce, which began in the spring.";

ReadPage page(std::string html) {
    Document document;
    document.bytes = std::move(html);
    document.id = "page";
    document.media_type = MediaType::Html;
    Result<ReadPage> read = read_page(std::move(document), project_cues());
    if (!read) throw std::runtime_error(read.error().to_string());
    return std::move(*read);
}

std::string paragraph(std::string_view text) {
    return "<p>" + std::string(text) + "</p>";
}

TEST(ReadPage, KeepsTheReportAndItsOrder) {
    const Report report =
        page("<nav><a href=/>Home</a></nav><h1>Talks to resume in May</h1><div class=story-body>" +
             paragraph(kFirst) +
             "<h2>Why now</h2><blockquote>&ldquo;We are ready.&rdquo;</blockquote>" +
             "<ul><li>One point.</li></ul>" + paragraph(kSecond) +
             "</div><footer><p>All rights reserved.</p></footer>")
            .report;
    EXPECT_EQ(report.title, "Talks to resume in May");
    EXPECT_EQ(report.body(),
              std::string(kFirst) +
                  "\n\nWhy now\n\n\xE2\x80\x9CWe are ready.\xE2\x80\x9D\n\nOne point."
                  "\n\n" +
                  std::string(kSecond));
    ASSERT_FALSE(report.sections.empty());
    EXPECT_EQ(report.sections.front().role, SectionRole::Title);
    EXPECT_EQ(report.language, "en");
    EXPECT_EQ(report.sha256, sha256_hex(report.text));
}

TEST(ReadPage, LeavesBoilerplateOut) {
    const ReadPage read =
        page("<h1>Talks to resume in May</h1><div class=content>" + paragraph(kFirst) +
             "<div class=related-posts><p>Another story that is not this one but has a long teaser "
             "text below it.</p></div><p>Sign up for our newsletter to get the news.</p>" +
             paragraph(kSecond) +
             "</div><div id=comments><p>I do not believe a word of what they "
             "say here, and nor should you, my friends.</p></div>");
    EXPECT_EQ(read.report.body(), std::string(kFirst) + "\n\n" + std::string(kSecond));
    std::string dropped;
    for (const PageText& block : read.blocks) {
        if (!block.kept) dropped += block.reason + " ";
    }
    EXPECT_EQ(dropped, "related cue comments ");
}

TEST(ReadPage, GivesTheBytesThatASectionWasReadFrom) {
    const std::string html = "\xEF\xBB\xBF<h1>Talks to resume in May</h1>" + paragraph(kFirst) +
                             paragraph(
                                 "Both sides <b>agreed</b> to send their ministers to Geneva "
                                 "for the talks this week.");
    const Report report = page(html).report;
    ASSERT_EQ(report.sections.size(), 3U);
    EXPECT_EQ(slice(html, report.sections[1].source), kFirst);
    EXPECT_EQ(
        slice(html, report.sections[2].source),
        "Both sides <b>agreed</b> to send their ministers to Geneva for the talks this week.");
    const std::string latin = "<meta charset=latin1>" + paragraph(kFirst) + "<p>Z\xFCrich said so.";
    EXPECT_TRUE(page(latin).report.sections.front().source.empty());
}

TEST(ReadPage, DoesNotTrustNamesThatDropEverything) {
    const Report report = page("<div class=sidebar-layout-comments>" + paragraph(kFirst) +
                               paragraph(kSecond) + "</div>")
                              .report;
    EXPECT_EQ(report.body(), std::string(kFirst) + "\n\n" + std::string(kSecond));
}

TEST(ReadPage, SplitsParagraphsAtDoubleBreaks) {
    const Report report = page("<h1>Talks to resume in May</h1><div>" + std::string(kFirst) +
                               "<br><br>" + std::string(kSecond) + "<br>It held.</div>")
                              .report;
    EXPECT_EQ(report.body(), std::string(kFirst) + "\n\n" + std::string(kSecond) + "\nIt held.");
}

TEST(ReadPage, SetsDatelinesApart) {
    const Report report = page("<h1>Talks to resume in May</h1><p>GENEVA (Some Agency) - " +
                               std::string(kFirst) + "</p>" + paragraph(kSecond))
                              .report;
    ASSERT_EQ(report.sections.size(), 4U);
    EXPECT_EQ(report.sections[1].role, SectionRole::Dateline);
    EXPECT_EQ(slice(report.text, report.sections[2].span), kFirst);
}

TEST(ReadPage, TakesTheGivenDateWhereThePageHasNone) {
    Document document;
    document.bytes = paragraph(kFirst);
    document.media_type = MediaType::Html;
    document.published = "2020-01-17";
    EXPECT_EQ(read_report(document, project_cues())->published, "2020-01-17");
}

TEST(ReadPage, ReadsAnything) {
    EXPECT_TRUE(page("").report.sections.empty());
    EXPECT_TRUE(page("<html></html>").report.text.empty());
    EXPECT_TRUE(page(std::string(3, '\0')).report.sections.empty());
    std::string breaks;
    for (int i = 0; i < 100'000; ++i) breaks += "<br>a";
    EXPECT_LE(page(breaks).report.text.size(), breaks.size());
    std::string bold;
    for (int i = 0; i < 50'000; ++i) bold += "<b>x</i>";
    EXPECT_FALSE(page(bold).report.warnings.empty());
}

}  // namespace
}  // namespace tidings::report
