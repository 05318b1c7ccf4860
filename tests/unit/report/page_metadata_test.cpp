#include "report/page/page_metadata.hpp"

#include <gtest/gtest.h>

#include "report/page/json_ld.hpp"
#include "report/page/page_title.hpp"
#include "support.hpp"

namespace tidings::report {
namespace {

PageMetadata metadata(const std::string& page, std::string_view uri = {}) {
    const PageTables& tables = project_cues().tables().pages;
    const PageTree tree = parse_page(page);
    return read_metadata(tree, read_blocks(tree, tables.zones), tables, uri);
}

TEST(StripSite, TakesTheSitesNameOff) {
    EXPECT_EQ(strip_site("Talks resume | The Paper", "The Paper"), "Talks resume");
    EXPECT_EQ(strip_site("The Paper - Talks resume", "The Paper"), "Talks resume");
    EXPECT_EQ(strip_site("Talks resume in Geneva | World", ""), "Talks resume in Geneva");
    EXPECT_EQ(strip_site("Cease-fire holds", "Paper"), "Cease-fire holds");
    EXPECT_EQ(strip_site("  Talks\n resume ", ""), "Talks resume");
}

TEST(PageMetadata, PrefersStructuredData) {
    const PageMetadata found = metadata(
        R"(<html lang="de-AT"><title>Other</title><meta name="author" content="Someone Else">
        <meta property="article:published_time" content="2020-01-01">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks resume today",
        "datePublished":"2020-01-17T05:10:00-05:00","dateModified":"2020-01-18",
        "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Organization","name":"Desk"}],
        "articleSection":["World"],"publisher":{"name":"The Paper"}}</script>)");
    EXPECT_EQ(found.title, "Talks resume today");
    EXPECT_EQ(found.published, "2020-01-17T05:10:00-05:00");
    EXPECT_EQ(found.modified, "2020-01-18");
    EXPECT_EQ(found.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(found.publisher, "The Paper");
    EXPECT_EQ(found.section, "World");
    EXPECT_EQ(found.language, "de");
}

TEST(PageMetadata, ReadsMicrodataAndMeta) {
    const PageMetadata found = metadata(
        R"(<meta property="og:site_name" content="The Paper"><title>Talks resume - The Paper</title>
        <link rel=canonical href="https://paper.example/talks"><h1>Talks resume</h1>
        <div itemprop=author itemscope><span itemprop=name>Jane Doe</span> of the desk</div>
        <time itemprop=datePublished datetime="2020-01-17">today</time>)",
        "https://paper.example/talks?from=feed");
    EXPECT_EQ(found.title, "Talks resume");
    EXPECT_EQ(found.uri, "https://paper.example/talks");
    EXPECT_EQ(found.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(found.published, "2020-01-17");
}

TEST(PageMetadata, ReadsWhatStandsBesideTheTitle) {
    const PageMetadata found = metadata(
        "<h1>Talks resume in Geneva</h1><p>By Jane Doe</p><p>January 17, 2020 | 5:10am EST</p>"
        "<p>Updated January 18, 2020</p><p>The talks resumed.</p>");
    EXPECT_EQ(found.title, "Talks resume in Geneva");
    EXPECT_EQ(found.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(found.published, "2020-01-17T05:10:00-05:00");
}

TEST(PageMetadata, TakesTheDateOfTheAddressLast) {
    EXPECT_EQ(metadata("<p>x</p>", "https://paper.example/2020/01/17/talks").published,
              "2020-01-17");
}

std::string published(const std::string& page, std::string_view uri = {}) {
    return metadata(page, uri).published;
}

TEST(PageDates, AreOutvotedByTwoOthers) {
    const std::string linked =
        R"(<script type="application/ld+json">{"@type":"NewsArticle",
        "datePublished":"2020-01-17T05:10:00Z"}</script>)";
    EXPECT_EQ(published(linked + "<h1>Talks resume in Geneva</h1><p>20 January 2020</p>"),
              "2020-01-17T05:10:00+00:00");
    EXPECT_EQ(
        published(linked + "<meta name=date content=2020-01-20><h1>Talks resume in Geneva</h1>"
                           "<p>20 January 2020</p>"),
        "2020-01-20");
}

TEST(PageDates, TakeTheDayOfThePlace) {
    const std::string late =
        R"(<html lang="de"><script type="application/ld+json">{"@type":"NewsArticle",
        "datePublished":"2019-12-31T23:11:59+00:00"}</script>)";
    EXPECT_EQ(published(late, "https://paper.example/2020/01/01/talks"), "2020-01-01");
    EXPECT_EQ(published("<html lang=de><meta property='article:published_time' "
                        "content='2020-01-16T23:00:00Z'>"),
              "2020-01-17");
}

TEST(PageDates, ReadDaysAndMonthsAsThePageDoes) {
    const std::string line = "<h1>Talks resume in Geneva</h1><p>3/5/2020 22:41</p><p>Text.</p>";
    EXPECT_EQ(published("<html lang=es>" + line), "2020-05-03");
    EXPECT_EQ(published("<html xml:lang=en-GB>" + line), "2020-05-03");
    EXPECT_EQ(published("<html lang=en-US>" + line), "2020-03-05");
}

TEST(PageDates, OpenParagraphsToo) {
    const std::string prose(300, 'x');
    EXPECT_EQ(published("<h1>Talks resume in Geneva</h1><p>17.01.2020 - The talks " + prose),
              "2020-01-17");
    EXPECT_EQ(published("<h1>Talks resume</h1><p>Since 17.01.2020 the talks " + prose), "");
}

TEST(PageAuthors, StandInManyPlaces) {
    const auto authors = [](const std::string& page) { return metadata(page).authors; };
    using Names = std::vector<std::string>;
    EXPECT_EQ(authors("<meta name='twitter:label1' content='Written by'>"
                      "<meta name='twitter:data1' content='Jane Doe'>"),
              Names{"Jane Doe"});
    EXPECT_EQ(authors("<p><a rel=author href=/1>Jane Doe</a> and <a rel=author>John Roe</a></p>"),
              (Names{"Jane Doe", "John Roe"}));
    EXPECT_EQ(authors("<h1>Talks resume in Geneva</h1><p>17.01.2020 | 17:05 Uhr | Jana Muster</p>"),
              Names{"Jana Muster"});
    EXPECT_EQ(authors("<h1>Talks resume in Geneva</h1><p>The talks resumed.</p>"
                      "<p>Text: Jana Muster</p>"),
              Names{"Jana Muster"});
    EXPECT_EQ(authors("<h1>Talks resume in Geneva</h1><p class=byline>Jane Doe in Politics</p>"),
              Names{"Jane Doe"});
}

TEST(PageAuthors, AreADeskForWantOfPersons) {
    const std::string desk =
        "<meta property='og:site_name' content='The Paper'>"
        "<meta name=author content='Newsroom Staff'>";
    EXPECT_EQ(metadata(desk).authors, std::vector<std::string>{"Newsroom Staff"});
    EXPECT_EQ(metadata(desk + "<a rel=author>Jane Doe</a>").authors,
              std::vector<std::string>{"Jane Doe"});
    EXPECT_TRUE(metadata("<meta property='og:site_name' content='The Paper'>"
                         "<meta name=author content='The Paper'>")
                    .authors.empty());
    EXPECT_TRUE(metadata("<meta name=author content='@paper'>").authors.empty());
}

TEST(LinkedData, PassesOverWhatIsBroken) {
    const auto read = [](const std::string& json) {
        return read_linked_data(
            parse_page("<script type=\"application/ld+json\">" + json + "</script>"));
    };
    EXPECT_EQ(read("{\"@type\":\"NewsArticle\",\"headline\":\"a\nb\"}").headline, "a b");
    EXPECT_EQ(read("<!-- {\"@type\":\"Article\",\"headline\":\"a\"} -->").headline, "a");
    EXPECT_EQ(read("{\"@type\":\"Article\",").headline, "");
    EXPECT_EQ(read("{\"@type\":\"Article\",\"datePublished\": \"2020-01-17\",").published,
              "2020-01-17");
    EXPECT_EQ(read("[[[[]]]]").headline, "");
    EXPECT_EQ(read(std::string(100'000, '[')).headline, "");
}

TEST(PageDates, AChangeAndAnAddressComeBeforeADoubtfulKey) {
    EXPECT_EQ(metadata(R"(<meta name="date" content="2020-04-29"><h1>Talks resume in Oslo</h1>
        <p>Stand: 28.04.2020 18:00 Uhr</p><p>Die Gespräche begannen.</p>)")
                  .published,
              "2020-04-28");
    EXPECT_EQ(metadata(R"(<meta name="date" content="2021-04-29"><h1>Talks resume in Oslo</h1>)",
                       "https://paper.example/2020/04/28/talks")
                  .published,
              "2020-04-28");
}

TEST(PageDates, WhatThePageShowsDecides) {
    // The address and the time in UTC may be a day off, but two sources agree.
    EXPECT_EQ(metadata(R"(<meta property="article:published_time" content="2020-01-17T08:00:00Z">
        <h1>Talks resume in Oslo</h1><p class="date">17 January 2020</p>)",
                       "https://paper.example/2020/01/16/talks")
                  .published,
              "2020-01-17T08:00:00+00:00");
    // A report that was taken up again, and shows that day alone.
    const PageMetadata again = metadata(
        R"(<meta property="article:published_time" content="2020-01-03T08:00:00Z">
        <meta property="article:modified_time" content="2020-01-06T09:00:00Z">
        <h1>Talks resume in Oslo</h1><p class="date">6 January 2020</p>)");
    EXPECT_EQ(again.published.substr(0, 10), "2020-01-06");
    EXPECT_EQ(metadata(R"(<meta property="article:published_time" content="2020-01-03T08:00:00Z">
        <meta property="article:modified_time" content="2020-01-06T09:00:00Z">
        <h1>Talks resume in Oslo</h1><p class="date">Updated 6 January 2020</p>)")
                  .published.substr(0, 10),
              "2020-01-03");
}

TEST(PageDates, ATimeInUtcIsThatOfTheZoneThatThePageNames) {
    EXPECT_EQ(metadata(R"(<meta property="article:published_time" content="2019-11-20T05:57:50Z">
        <h1>Talks resume in Oslo</h1><p>Updated 10:01 pm PST, Tuesday, November 19, 2019</p>)")
                  .published,
              "2019-11-19T21:57:50-08:00");
    EXPECT_EQ(metadata(R"(<meta property="article:published_time" content="2019-12-31T20:00:00Z">
        <h1>Talks resume in Oslo</h1><p>January 1, 2020, 5:30 am PKT</p>)")
                  .published,
              "2020-01-01T01:00:00+05:00");
}

TEST(PageDates, ComeFromOtherPlacesForWantOfBetterOnes) {
    EXPECT_EQ(metadata(R"x(<meta name="description" content="Talks (news of 14 January 2020)">
        <h1>Talks resume</h1>)x")
                  .published,
              "2020-01-14");
    EXPECT_EQ(metadata("<html lang=es><title>Talks resume - 11/05/2022 - The Paper</title>"
                       "<h1>Talks resume</h1>")
                  .published,
              "2022-05-11");
    EXPECT_EQ(metadata(R"(<h1>Talks resume</h1><span property="dc:date dc:created"
        content="2013-01-02T10:00:00+01:00">gestern</span>)")
                  .published,
              "2013-01-02T10:00:00+01:00");
    // All of this page is called comments.
    EXPECT_EQ(
        metadata(
            "<title>Talks resume in Oslo</title><div class=comments><h1>Talks resume in Oslo</h1>"
            "<div class=date>2 August 2012</div></div>")
            .published,
        "2012-08-02");
}

TEST(PageTitle, IsFoundUnderOtherDashesAndQuotes) {
    EXPECT_EQ(bare("Caf\u00E9 \u2013 it\u2019s \u00ABopen\u00BB"),
              bare("caf\u00E9 - it's \"open\""));
}

}  // namespace
}  // namespace tidings::report
