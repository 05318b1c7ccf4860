#include "report/page/page_tables.hpp"

#include <gtest/gtest.h>

#include "report/page/author_names.hpp"
#include "support.hpp"

namespace tidings::report {
namespace {

using Words = std::vector<std::string>;

Words name_words(std::string_view name) {
    const NameWords words(name);
    return {words.words().begin(), words.words().end()};
}

TEST(NameWords, PartsClassNames) {
    EXPECT_EQ(name_words("article__body--wide"), (Words{"article", "body", "wide"}));
    EXPECT_EQ(name_words("articleBody"), (Words{"article", "body"}));
    EXPECT_EQ(name_words("HTMLBody2"), (Words{"html", "body"}));
    EXPECT_EQ(name_words("12-_"), Words{});
    EXPECT_LE(name_words(std::string(100'000, 'A')).size(), 8U);
    EXPECT_LE(name_words("a-b-c-d-e-f-g-h-i-j-k").size(), 8U);
}

TEST(ZoneNames, ReadsWhatClassNamesSay) {
    const ZoneNames& zones = project_cues().tables().pages.zones;
    EXPECT_EQ(zones.find("entry-content"), Zone::Content);
    EXPECT_EQ(zones.find("storyBody"), Zone::Content);
    EXPECT_EQ(zones.find("relatedPosts"), Zone::Related);
    EXPECT_EQ(zones.find("no-comments"), Zone::None);
    EXPECT_EQ(zones.find("additional"), Zone::None);
    EXPECT_EQ(zones.find(""), Zone::None);
}

TEST(MetaKeys, RankTheirFields) {
    const MetaKeys& keys = project_cues().tables().pages.meta;
    ASSERT_NE(keys.find("og:title"), nullptr);
    EXPECT_EQ(keys.find("OG:Title")->field, MetaField::Title);
    EXPECT_LT(keys.find("og:title")->rank, keys.find("twitter:title")->rank);
    EXPECT_EQ(keys.find("viewport"), nullptr);
}

TEST(SplitAuthors, NamesPersonsOnly) {
    const PagePhrases& phrases = project_cues().tables().pages.phrases;
    const auto split = [&](std::string_view field) {
        return split_authors(field, phrases, "The Lakeside Courier");
    };
    EXPECT_EQ(split("By Jane Doe and John E Roe"), (Words{"Jane Doe", "John E Roe"}));
    EXPECT_EQ(split("Von: Jana Muster, Max M\xC3\xBCller"),
              (Words{"Jana Muster", "Max M\xC3\xBCller"}));
    EXPECT_EQ(split("Jane Doe | The Lakeside Courier"), Words{"Jane Doe"});
    EXPECT_EQ(split("Jane Doe, jane@courier.example"), Words{"Jane Doe"});
    EXPECT_EQ(split("Online-Redaktion"), Words{});
    EXPECT_EQ(split("https://courier.example/jane"), Words{});
    EXPECT_EQ(split(""), Words{});
}

}  // namespace
}  // namespace tidings::report
