#include "cli/explain_page.hpp"

#include <gtest/gtest.h>

#include "export/sample_report.hpp"

namespace tidings::cli {
namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

TEST(ExplainPage, MarksTheTextAndLinksItToTheRecord) {
    CodedReport coded = test::sample_report();
    const auto end = static_cast<std::uint32_t>(coded.report.text.size());
    coded.report.sections = {{SectionRole::Body, {0, end}, false, 0}};
    const std::string page = explain_page_report(coded, "", false, 1);
    EXPECT_NE(page.find("class=\"event\" href=\"#r1-e0123"), std::string::npos) << page;
    EXPECT_NE(page.find("id=\"r1-e0123"), std::string::npos);
    EXPECT_NE(page.find("<dt>source</dt><dd>Chad [TCDGOV]"), std::string::npos) << page;
    EXPECT_EQ(count(page, "<section"), count(page, "</section>"));
    EXPECT_EQ(count(page, "<span"), count(page, "</span>"));
}

TEST(ExplainPage, TextIsEscapedAndWhole) {
    CodedReport coded;
    coded.report.id = "<script>";
    coded.report.text = "a < b & \"c\"";
    coded.report.sections = {{SectionRole::Body, {0, 11}, false, 0}};
    const std::string page = explain_page_report(coded, "", false, 1);
    EXPECT_EQ(page.find("<script>"), std::string::npos);
    EXPECT_NE(page.find("a &lt; b &amp; &quot;c&quot;"), std::string::npos) << page;
    EXPECT_NE(page.find("No events."), std::string::npos);
}

TEST(ExplainPage, OverlappingSpansShareAStretch) {
    CodedReport coded;
    coded.report.text = "one two three";
    coded.report.sections = {{SectionRole::Body, {0, 13}, false, 0}};
    TimeMention time;
    time.span = {0, 7};
    PlaceMention place;
    place.span = {4, 13};
    coded.mentions.times = {time};
    coded.mentions.places = {place};
    const std::string page = explain_page_report(coded, "", false, 1);
    EXPECT_NE(page.find("<span class=\"time\">one </span><span class=\"time place\">two</span>"
                        "<span class=\"place\"> three</span>"),
              std::string::npos)
        << page;
}

TEST(ExplainPage, AsksNothingOfTheNetwork) {
    const std::string page = explain_page_begin() + explain_page_end();
    EXPECT_EQ(page.find("http://"), std::string::npos);
    EXPECT_EQ(page.find("https://"), std::string::npos);
    EXPECT_EQ(page.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace tidings::cli
