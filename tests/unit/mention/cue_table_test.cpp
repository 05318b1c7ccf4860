#include "mention/quote/cue_table.hpp"

#include <gtest/gtest.h>

#include "support/small_data.hpp"

namespace tidings {
namespace {

using mention::CuePart;

TEST(CueTable, ReadsAllParts) {
    const QuoteCueData& data = test::small_cues().data();
    const mention::Cue* say = data.find(CuePart::Verb, "say");
    ASSERT_NE(say, nullptr);
    EXPECT_TRUE(say->can(mention::TakesClause));
    EXPECT_FALSE(say->can(mention::TakesObject));
    EXPECT_EQ(say, data.find(CuePart::Verb, "add"));
    EXPECT_EQ(data.find(CuePart::Verb, "walk"), nullptr);
    const mention::Cue* accuse = data.find(CuePart::Verb, "accuse");
    ASSERT_NE(accuse, nullptr);
    EXPECT_EQ(accuse->prepositions, std::vector<std::string>{"of"});
    EXPECT_EQ(accuse->stance, QuoteStance::Claimed);
    ASSERT_EQ(data.phrases.size(), 2U);
    EXPECT_EQ(data.phrases[1].noun, "word");
}

TEST(CueTable, ExamplesHaveContentAndSpeaker) {
    const auto& examples = test::small_cues().examples();
    ASSERT_FALSE(examples.empty());
    EXPECT_EQ(examples[0].text, "Ana said it was late.");
    EXPECT_EQ(slice(examples[0].text, examples[0].content), "it was late");
    EXPECT_EQ(slice(examples[0].text, examples[0].speaker), "Ana");
    EXPECT_EQ(examples[0].where, "verbs.tsv:2");
}

TEST(CueTable, MalformedRowsFailWithTheirPlace) {
    struct Case {
        std::string row, message;
        std::uint32_t column;
    };
    const std::vector<Case> cases{
        {"say\tword\tclause\tasserted\tA [b].\n", "there is no part word", 5},
        {"say\tverb\tclauses\tasserted\tA [b].\n", "a cue cannot take clauses", 10},
        {"say\tverb\t\tasserted\tA [b].\n", "a cue must take something", 10},
        {"say\tverb\tclause\tloud\tA [b].\n", "there is no stance loud", 17},
        {"say\tverb\tclause\tasserted\tA b.\n", "the example marks no content", 26},
        {"say|say\tverb\tclause\tasserted\tA [b].\n", "say stands here twice as verb", 5},
        {"by\tphrase\t\tasserted\tA [b].\n", "a phrase holds _ where its source stands", 1},
        {"\tverb\tclause\tasserted\tA [b].\n", "a cue needs a word", 1},
    };
    for (const Case& wrong : cases) {
        const test::TempFolder folder;
        test::write_small_data(folder);
        folder.write("quotes/verbs.tsv", "words\tpart\ttakes\tstance\texample\n" + wrong.row);
        const auto loaded = QuoteCues::load(folder.path());
        ASSERT_FALSE(loaded.has_value()) << wrong.message;
        EXPECT_EQ(loaded.error().message, wrong.message);
        EXPECT_EQ(loaded.error().line, 2U);
        EXPECT_EQ(loaded.error().column, wrong.column) << wrong.message;
    }
}

}  // namespace
}  // namespace tidings
