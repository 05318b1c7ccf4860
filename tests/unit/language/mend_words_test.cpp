#include "mend_words.hpp"

#include <gtest/gtest.h>

namespace tidings {
namespace {

constexpr const char* kHeader = "list\twords\tlemma\n";

std::string message_of(const std::string& rows) {
    const auto words = MendWords::parse(kHeader + rows, "mends.tsv");
    return words ? "" : words.error().to_string();
}

TEST(MendWords, ReadsEachKindOfList) {
    const auto words = MendWords::parse(std::string(kHeader) +
                                            "hyphen verb\ttear gas\ttear-gas\n"
                                            "telling\tclaims\tclaim\n"
                                            "takes deed\tdeny|admit\n",
                                        "mends.tsv");
    ASSERT_TRUE(words) << words.error().to_string();
    ASSERT_EQ(words->hyphen_verbs.size(), 1U);
    EXPECT_EQ(words->hyphen_verbs[0].stem, "gas");
    EXPECT_EQ(words->telling.at("claims"), "claim");
    EXPECT_TRUE(words->takes_deed.has("admit"));
    EXPECT_FALSE(words->takes_deed.has("claim"));
}

TEST(MendWords, TheShippedTableFillsEveryList) {
    const MendWords& words = test::mend_words();
    EXPECT_FALSE(words.hyphen_verbs.empty());
    EXPECT_TRUE(words.intransitive.has("march"));
    EXPECT_TRUE(words.asks_for_deed.has("guilty"));
    EXPECT_TRUE(words.takes_deed.has("deny"));
    EXPECT_TRUE(words.takes_subjunctive.has("demand"));
    EXPECT_TRUE(words.takes_infinitive.has("decision"));
    EXPECT_TRUE(words.telling.contains("maintains"));
}

TEST(MendWords, ErrorsSayWhere) {
    EXPECT_NE(message_of("takes object\tdeny\n").find("mends.tsv:2:1"), std::string::npos);
    EXPECT_NE(message_of("takes deed\tdeny|deny\n").find("already"), std::string::npos);
    EXPECT_NE(message_of("takes deed\tdeny||admit\n").find("missing"), std::string::npos);
    EXPECT_NE(message_of("takes deed\tdeny\tdeny\n").find("no lemma"), std::string::npos);
    EXPECT_NE(message_of("telling\tclaims\n").find("lemma is missing"), std::string::npos);
    EXPECT_NE(message_of("hyphen verb\tteargas\ttear-gas\n").find("two parts"), std::string::npos);
}

}  // namespace
}  // namespace tidings
