#include <algorithm>

#include <gtest/gtest.h>

#include <tidings/coding.hpp>

namespace tidings {
namespace {

const EventLexicon& shipped() {
    static const auto lexicon = EventLexicon::load(TIDINGS_SOURCE_DATA);
    if (!lexicon) throw std::runtime_error(lexicon.error().to_string());
    return *lexicon;
}

TEST(WordRules, AWordHasItsRulesWithExamplesWhereverTheyStand) {
    const auto rules = shipped().rules_of("expel");
    ASSERT_FALSE(rules.empty());
    const auto makes = [&](std::string_view action) {
        return std::any_of(rules.begin(), rules.end(), [&](const EventLexicon::WordRule& rule) {
            return rule.text.ends_with(action);
        });
    };
    EXPECT_TRUE(makes("=> SANCTION expel 161"));
    EXPECT_TRUE(makes("=> COERCE deport 174"));
    for (const EventLexicon::WordRule& rule : rules) {
        EXPECT_EQ(rule.pos, "verb") << rule.id;
        EXPECT_FALSE(rule.examples.empty()) << rule.id;
        EXPECT_EQ(rule.examples.front()->rule, rule.id);
    }
}

TEST(WordRules, SeveralWordsAreOneHeadword) {
    for (const EventLexicon::WordRule& rule : shipped().rules_of("hunger strike")) {
        EXPECT_EQ(rule.headword, "hunger strike");
    }
    EXPECT_FALSE(shipped().rules_of("hunger strike").empty());
}

TEST(WordRules, AnUnknownWordHasNone) {
    EXPECT_TRUE(shipped().rules_of("expell").empty());
    EXPECT_TRUE(shipped().rules_of("").empty());
    const auto words = shipped().headwords();
    EXPECT_TRUE(std::binary_search(words.begin(), words.end(), "expel"));
}

}  // namespace
}  // namespace tidings
