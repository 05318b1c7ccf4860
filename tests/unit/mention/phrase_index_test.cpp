#include "mention/actor/phrase_index.hpp"

#include <string>

#include <gtest/gtest.h>

namespace tidings::mention {
namespace {

TEST(PhraseIndex, FindsFoldedNamesWithAllTheirRows) {
    PhraseIndex index;
    index.add("Élysée Palace", 3);
    index.add("WHO", 4);
    index.add("elysee palace", 5);
    index.finish();
    const auto* entry = index.find("elysee palace");
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(entry->row, 3U);
    EXPECT_EQ(index.written(*entry), "Élysée Palace");
    const auto* second = index.next(*entry);
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(second->row, 5U);
    EXPECT_TRUE(second->lower_initial);
    EXPECT_EQ(index.next(*second), nullptr);
    EXPECT_EQ(index.find("elysee"), nullptr);
    EXPECT_EQ(index.find(""), nullptr);
    ASSERT_NE(index.find("who"), nullptr);
    EXPECT_TRUE(index.find("who")->exact_case);
}

TEST(PhraseIndex, KnowsHowLongANameCanBe) {
    PhraseIndex index;
    index.add("Kenya", 0);
    index.add("Kenya Defence Forces", 1);
    index.add("EU", 2);
    index.finish();
    EXPECT_GE(index.longest_with_beginning("kenya is"), std::string("kenya defence forces").size());
    EXPECT_GE(index.longest_with_beginning("eu said"), 2U);
    EXPECT_LT(index.longest_with_beginning("zebra"), 3U);
}

TEST(PhraseIndex, EmptyAndManyNames) {
    PhraseIndex nothing;
    EXPECT_EQ(nothing.find("kenya"), nullptr);
    EXPECT_EQ(nothing.longest_with_beginning("kenya"), 0U);
    nothing.finish();
    EXPECT_EQ(nothing.find("kenya"), nullptr);
    PhraseIndex many;
    for (std::uint32_t i = 0; i < 5000; ++i) many.add("Name " + std::to_string(i), i);
    many.add("", 9);
    many.finish();
    for (std::uint32_t i = 0; i < 5000; ++i) {
        const auto* entry = many.find("name " + std::to_string(i));
        ASSERT_NE(entry, nullptr) << i;
        EXPECT_EQ(entry->row, i);
    }
}

}  // namespace
}  // namespace tidings::mention
