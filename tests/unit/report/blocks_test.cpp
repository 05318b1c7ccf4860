#include "report/blocks.hpp"

#include <string>

#include <gtest/gtest.h>

namespace tidings::report {
namespace {

std::string split_in_blocks(std::string_view text) {
    std::string joined;
    for (const Block& block : split_blocks(text)) {
        joined.append(1, '[').append(slice(text, block.span)).append(1, ']');
    }
    return joined;
}

TEST(SplitBlocks, PartsAtBlankLinesAndAtLines) {
    EXPECT_EQ(split_in_blocks("Title\n\nFirst one.\nSecond one.\n \t\n\u00A0\nThird.\n"),
              "[Title][First one.][Second one.][Third.]");
    EXPECT_EQ(split_in_blocks(""), "");
    EXPECT_EQ(split_in_blocks(" \n \n"), "");
    EXPECT_EQ(split_in_blocks("  one line  "), "[one line]");
}

TEST(SplitBlocks, NumbersGroups) {
    const std::vector<Block> blocks = split_blocks("A\nB\n\nC");
    ASSERT_EQ(blocks.size(), 3U);
    EXPECT_EQ(blocks[0].group, blocks[1].group);
    EXPECT_NE(blocks[1].group, blocks[2].group);
}

TEST(SplitBlocks, JoinsHardWrappedLines) {
    EXPECT_EQ(split_in_blocks("The envoys met in the capital on Monday to discuss the\n"
                              "withdrawal of troops from the border, which both sides have\n"
                              "promised since the spring. They will meet again.\n"
                              "\n"
                              "Neither side has named a date for the talks that were put\n"
                              "off twice already this year.\n"),
              "[The envoys met in the capital on Monday to discuss the\n"
              "withdrawal of troops from the border, which both sides have\n"
              "promised since the spring. They will meet again.]"
              "[Neither side has named a date for the talks that were put\n"
              "off twice already this year.]");
}

TEST(SplitBlocks, KeepsParagraphsOfWrappedTextWithoutBlankLines) {
    EXPECT_EQ(split_in_blocks("The envoys met in the capital on Monday to discuss the\n"
                              "withdrawal of troops from the border, which both sides\n"
                              "promised.\n"
                              "    Neither side has named a date for the talks that were put\n"
                              "off twice already this year and may be put off once more by\n"
                              "the host.\n"),
              "[The envoys met in the capital on Monday to discuss the\n"
              "withdrawal of troops from the border, which both sides\n"
              "promised.]"
              "[Neither side has named a date for the talks that were put\n"
              "off twice already this year and may be put off once more by\n"
              "the host.]");
}

TEST(SplitBlocks, KeepsOneSentenceALineApart) {
    EXPECT_EQ(split_in_blocks(
                  "Troops entered the town at dawn.\nNobody was hurt.\n“We are safe,” one said.\n"),
              "[Troops entered the town at dawn.][Nobody was hurt.][“We are safe,” one said.]");
}

TEST(SplitBlocks, BoundsTheNumberOfBlocks) {
    std::string text;
    for (std::size_t i = 0; i < kMaxBlocks + 100; ++i) text += "A.\n\n";
    const std::vector<Block> blocks = split_blocks(text);
    EXPECT_EQ(blocks.size(), kMaxBlocks);
    EXPECT_EQ(blocks.back().span.end, text.size() - 2);
}

TEST(EndsSentence, LooksThroughQuotesAndBrackets) {
    EXPECT_TRUE(ends_sentence("He left."));
    EXPECT_TRUE(ends_sentence("“He left.”"));
    EXPECT_TRUE(ends_sentence("(He left!)"));
    EXPECT_TRUE(ends_sentence("He left…"));
    EXPECT_FALSE(ends_sentence("US Commends Albania ‘Diplomats’"));
    EXPECT_FALSE(ends_sentence("By Jane Doe"));
    EXPECT_FALSE(ends_sentence(""));
    EXPECT_FALSE(ends_sentence("”"));
}

TEST(TrimSpan, KnowsUnicodeSpaces) {
    const std::string text = "\uFEFF\u00A0\u3000 a\u2003b \u200B\n";
    const Span span = trim_span(text, {0, static_cast<std::uint32_t>(text.size())});
    EXPECT_EQ(slice(text, span), "a\u2003b");
    EXPECT_TRUE(trim_span("   ", {0, 3}).empty());
}

}  // namespace
}  // namespace tidings::report
