#include "report/page/script_dates.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::report {
namespace {

TEST(ScriptDates, AreFoundBehindKeys) {
    const std::vector<std::string> keys{"publishedAt", "published_at"};
    const auto find = [&](std::string_view page) { return find_script_date(page, keys); };
    EXPECT_EQ(find(R"(<script>{"published_at":"2019-03-02T06:22:28+01:00"}</script>)"),
              "2019-03-02T06:22:28+01:00");
    EXPECT_EQ(find("data-item=\"{&quot;publishedAt&quot;: 1551504148}\""),
              "2019-03-02T05:22:28+00:00");
    EXPECT_EQ(find(R"(\"publishedAt\":\"2019-03-02\")"), "2019-03-02");
    EXPECT_EQ(find("{publishedAt: '2019-03-02'}"), "2019-03-02");
    // An earlier key goes first, a value that is no date is passed over.
    EXPECT_EQ(find(R"("published_at":"2018-01-01","publishedAt":null,"publishedAt":"2019-03-02")"),
              "2019-03-02");
}

TEST(ScriptDates, AreNotFoundElsewhere) {
    const std::vector<std::string> keys{"publishedAt"};
    EXPECT_EQ(find_script_date("unpublishedAt: '2019-03-02'", keys), "");
    EXPECT_EQ(find_script_date("publishedAtLeast: '2019-03-02'", keys), "");
    EXPECT_EQ(find_script_date("publishedAt 2019-03-02", keys), "");
    EXPECT_EQ(find_script_date("publishedAt", keys), "");
    EXPECT_EQ(find_script_date("\"publishedAt\":\"soon\", \"x\":\"2019-03-02\"", keys), "");
}

TEST(ScriptDates, StandInForWhatAPageDoesNotShow) {
    Document document;
    document.media_type = MediaType::Html;
    document.bytes =
        "<h1>Talks resume</h1><script>x = {\"publishedDate\":\"2016-11-04T20:37:27Z\"}"
        "</script><p>The envoys met.</p>";
    EXPECT_EQ(read_page(document, project_cues())->report.published, "2016-11-04T20:37:27+00:00");
}

}  // namespace
}  // namespace tidings::report
