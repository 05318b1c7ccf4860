#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::ingest {
namespace {

Collected feed(std::string_view bytes, std::size_t step = SIZE_MAX) {
    return collect(bytes, {"f.xml", "f", false}, {}, step);
}

constexpr std::string_view kRss =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>The Courier</title><image><title>Logo</title></image>
<item><title>Talks &amp;amp; tea&nbsp;</title><link>https://example.org/1</link>
<guid isPermaLink="false">g-1</guid><pubDate>Tue, 12 Mar 2024 10:00:00 +0300</pubDate>
<dc:creator>Jane Doe</dc:creator><author>desk@example.org (John Roe)</author>
<category>World</category><category>War</category><description>Short.</description>
<media:title>Photo</media:title><content:encoded><![CDATA[<p>Troops <b>left</b>.</p>]]></content:encoded></item>
<item><link>https://example.org/2</link><description>Only this &lt;b&gt;much&lt;/b&gt;.</description></item>
<item><title>No text</title></item>
</channel></rss>)";

TEST(Rss, ItemsWithContentAreReportsOthersAreExcerpts) {
    for (const std::size_t step : {1U, 11U, 100000U}) {
        const Collected found = feed(kRss, step);
        EXPECT_EQ(messages(found), "");
        EXPECT_EQ(ids(found), "g-1 https://example.org/2 f:3");
        const Document& first = found.documents[0];
        EXPECT_EQ(first.bytes, "<p>Troops <b>left</b>.</p>");
        EXPECT_EQ(first.media_type, MediaType::HtmlFragment);
        EXPECT_FALSE(first.excerpt);
        EXPECT_EQ(first.title, "Talks &amp; tea\u00A0");
        EXPECT_EQ(first.uri, "https://example.org/1");
        EXPECT_EQ(first.published, "Tue, 12 Mar 2024 10:00:00 +0300");
        EXPECT_EQ(first.authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
        EXPECT_EQ(first.section, "World");
        EXPECT_EQ(first.publisher, "The Courier");
        EXPECT_EQ(first.source_line, 5U);
        EXPECT_TRUE(found.documents[1].excerpt);
        EXPECT_EQ(found.documents[1].bytes, "Only this <b>much</b>.");
        EXPECT_TRUE(found.documents[2].excerpt);
    }
}

TEST(Rss, OneOfVersionOneIsReadToo) {
    const Collected found = feed(
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
        "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        "<channel rdf:about=\"c\"><title>Courier</title></channel>"
        "<item rdf:about=\"https://example.org/1\"><title>T</title><dc:date>2024-03-12</dc:date>"
        "<description>One line.\n\nAnother.</description></item></rdf:RDF>");
    ASSERT_EQ(found.documents.size(), 1U);
    EXPECT_EQ(found.documents[0].id, "https://example.org/1");
    EXPECT_EQ(found.documents[0].published, "2024-03-12");
    EXPECT_EQ(found.documents[0].bytes, "<p>One line.\n</p><p>Another.\n</p>");
}

TEST(Atom, TakesTextInAllItsForms) {
    const Collected found = feed(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Courier</title>"
        "<entry><id>a</id><link rel=\"self\" href=\"no\"/><link href=\"https://example.org/a\"/>"
        "<published>2024-03-12T10:00:00Z</published><updated>2024-03-13T10:00:00Z</updated>"
        "<author><name>Jane Doe</name><email>j@example.org</email></author>"
        "<category term=\"w\" label=\"World\"/><content type=\"xhtml\"><div><p>1 &lt; 2 "
        "<b>left</b>.</p></div></content></entry>"
        "<entry><id>b</id><updated>2024-03-14</updated><content type=\"html\">&lt;p&gt;B.&lt;/p&gt;"
        "</content></entry>"
        "<entry><id>c</id><content>1 &lt; 2</content></entry>"
        "<entry><id>d</id><summary>Short.</summary><source><title>Other</title></source></entry>"
        "</feed>");
    EXPECT_EQ(messages(found), "");
    EXPECT_EQ(ids(found), "a b c d");
    const Document& first = found.documents[0];
    EXPECT_EQ(first.bytes, "<div><p>1 &lt; 2 <b>left</b>.</p></div>");
    EXPECT_EQ(first.uri, "https://example.org/a");
    EXPECT_EQ(first.authors, std::vector<std::string>{"Jane Doe"});
    EXPECT_EQ(first.section, "World");
    EXPECT_EQ(first.modified, "2024-03-13T10:00:00Z");
    EXPECT_EQ(found.documents[1].bytes, "<p>B.</p>");
    EXPECT_EQ(found.documents[1].published, "2024-03-14");
    EXPECT_EQ(found.documents[2].bytes, "1 < 2");
    EXPECT_EQ(found.documents[2].media_type, MediaType::FieldText);
    EXPECT_TRUE(found.documents[3].excerpt);
    EXPECT_EQ(found.documents[3].title, "");
}

TEST(Feed, EntitiesAreNotExpandedAndNothingIsLoaded) {
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss SYSTEM \"file:///etc/passwd\" [";
    bomb += "<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        bomb += "<!ENTITY a" + std::to_string(i) + " \"";
        for (int n = 0; n < 10; ++n) bomb += "&a" + std::to_string(i - 1) + ";";
        bomb += "\">";
    }
    bomb +=
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><guid>1</guid>"
        "<description>Troops &a29; &x; left.</description></item></channel></rss>";
    const Collected found = feed(bomb);
    EXPECT_EQ(ids(found), "1");
    EXPECT_EQ(found.documents[0].bytes, "<p>Troops   left.\n</p>");
}

TEST(Feed, WhatIsNotWellFormedIsNamedAndTheRestIsRead) {
    const Collected found = feed(
        "  \n<rss><channel><item><guid>1</guid><link>https://example.org/?a=1&b=2</link></item>\n"
        "<item><guid>2</guid><description>a\x01\x02 b \xFF</description></item></channel></rss>");
    EXPECT_EQ(ids(found), "1 2");
    ASSERT_EQ(found.errors.size(), 1U);
    EXPECT_TRUE(found.errors[0].message.starts_with("the feed is no well-formed XML: "))
        << found.errors[0].message;
    EXPECT_EQ(feed("<rss><channel><item><guid>1</guid></item><item><guid>2").documents.size(), 1U);
    EXPECT_EQ(feed("<rss><channel><item><guid>1</guid></item><item><guid>2").errors.size(), 1U);
}

TEST(Feed, DepthAndLengthAreBounded) {
    std::string deep = "<rss><channel><item><guid>1</guid></item><item>";
    for (int i = 0; i < 200000; ++i) deep += "<a>";
    EXPECT_EQ(ids(feed(deep)), "1");
    EXPECT_EQ(messages(feed(deep)),
              "f.xml:1: the feed's elements nest more than 100000 deep; what comes behind that was "
              "not read\n");
    const std::string text(3U << 20U, 'x');
    const Collected found =
        feed("<rss><channel><item><description>" + text +
             "</description></item><item><guid>2</guid></item></channel></rss>");
    EXPECT_EQ(ids(found), "2");
    EXPECT_EQ(messages(found), "f.xml:1: the item's text has more than 2097152 bytes\n");
    const std::string tag =
        "<rss><channel><item><guid>1</guid></item><" + std::string(20U << 20U, 'a');
    EXPECT_EQ(ids(feed(tag)), "1");
}

TEST(Feed, WhatNestsDeepIsTextAndTheNextItemIsRead) {
    std::string deep;
    std::string end;
    for (int i = 0; i < 3000; ++i) {
        deep += "<div>";
        end += "</div>";
    }
    const Collected found = feed("<rss><channel><item><guid>1</guid><description>Top " + deep +
                                 "bottom" + end + " end.</description></item>" +
                                 "<item><guid>2</guid><title>Two</title></item></channel></rss>");
    EXPECT_EQ(ids(found), "1 2");
    EXPECT_TRUE(found.documents[0].bytes.find("bottom") != std::string::npos);
    EXPECT_TRUE(found.documents[0].bytes.ends_with(" end.")) << found.documents[0].bytes;
    EXPECT_EQ(found.documents[1].title, "Two");
    EXPECT_EQ(messages(found), "f.xml:1: the feed's elements nest more than 256 deep\n");
}

TEST(Feed, IsReadInUtf16) {
    const std::string ascii =
        "<rss><channel><item><guid>1</guid><title>T</title></item></channel></rss>";
    std::string wide = "\xFF\xFE";
    for (const char c : ascii) wide += {c, '\0'};
    EXPECT_EQ(ids(feed(wide)), "1");
    EXPECT_EQ(messages(feed(wide)), "");
    EXPECT_EQ(feed(wide.substr(0, 61)).errors.size(), 1U);
}

TEST(Petrarch, SentencesOfOneStoryAreOneReport) {
    const Collected found = collect(
        "<?xml version=\"1.0\"?>\n<Sentences>\n"
        "<Sentence date = \"20010101\" id =\"AFP1_1\" source = \"AFP\" sentence = \"True\">\n"
        "<Text>\nKenya expelled\n two envoys.\n</Text>\n<Parse>(ROOT)</Parse></Sentence>\n"
        "<Sentence date=\"20010101\" id=\"AFP1_2\" source=\"AFP\" sentence=\"true\"><Text>They "
        "left.</Text></Sentence>\n"
        "<Sentence date=\"20010102\" id=\"AFP1_3\" source=\"AFP\" sentence=\"true\"><Text>Another "
        "day.</Text></Sentence>\n"
        "<Sentence date=\"20010103\" id=\"AFP_2\" source=\"AFP\" "
        "sentence=\"False\"><Text>One.\n\nTwo."
        "</Text></Sentence>\n"
        "<Sentence date=\"20010103\" id=\"AFP3\"/>\n"
        "<Sentence date=\"20010103\"><Text>No id.</Text></Sentence>\n"
        "</Sentences>",
        {"s.xml", "s", false});
    EXPECT_EQ(ids(found), "AFP1 AFP1 AFP_2 s:6");
    EXPECT_EQ(found.documents[0].bytes, "Kenya expelled two envoys.\n\nThey left.");
    EXPECT_EQ(found.documents[0].published, "20010101");
    EXPECT_EQ(found.documents[0].publisher, "AFP");
    EXPECT_EQ(found.documents[1].bytes, "Another day.");
    EXPECT_EQ(found.documents[0].source_line, 3U);
    EXPECT_EQ(found.documents[1].source_line, 10U);
    EXPECT_EQ(found.documents[2].bytes, "One.\n\nTwo.");
    EXPECT_EQ(messages(found), "s.xml:14: the sentence has no <Text>\n");
}

}  // namespace
}  // namespace tidings::ingest
