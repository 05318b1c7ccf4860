#include "cli/page_view.hpp"

#include <gtest/gtest.h>

namespace tidings::cli {
namespace {

TEST(PageView, ShowsWhatWasKeptBesideWhatWasDropped) {
    ReadPage page;
    page.report.id = "talks";
    page.report.title = "Talks <resume>";
    page.report.text = "They met & spoke.";
    page.report.sections.push_back({SectionRole::Body, {0, 17}, false, 0, {}});
    page.blocks.push_back({"They met & spoke.", SectionRole::Body, true, "text"});
    page.blocks.push_back({"More \"news\"", SectionRole::Boilerplate, false, "related"});
    const std::string view = page_view_head() + page_view(page) + page_view_foot();
    EXPECT_NE(view.find("<dt>title</dt><dd>Talks &lt;resume&gt;</dd>"), std::string::npos);
    EXPECT_NE(view.find("<p class=\"body\"><small>body</small>They met &amp; spoke.</p>"),
              std::string::npos);
    EXPECT_NE(view.find("<p class=\"dropped\"><small>related</small>More &quot;news&quot;</p>"),
              std::string::npos);
    EXPECT_EQ(view.find("<script"), std::string::npos);
}

}  // namespace
}  // namespace tidings::cli
