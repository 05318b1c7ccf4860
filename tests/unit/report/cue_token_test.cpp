#include "report/cue_token.hpp"

#include <gtest/gtest.h>

namespace tidings::report {
namespace {

std::string show(std::string_view text) {
    Vocabulary vocabulary;
    std::string out;
    for (const CueToken& token :
         tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, vocabulary)) {
        constexpr std::string_view kKinds = "wn.e@u";
        out += kKinds[static_cast<std::size_t>(token.kind)];
        out += ':';
        out += slice(text, token.span);
        out += ' ';
    }
    return out;
}

TEST(Tokenize, PartsWordsNumbersAndMarks) {
    EXPECT_EQ(show("Don’t sign-up: 1,200 at 5:10am."),
              "w:Don’t w:sign w:up .:: n:1,200 w:at w:5:10am .:. ");
    EXPECT_EQ(show("Port-au-Prince — U.S."), "w:Port w:au w:Prince .:— w:U .:. w:S .:. ");
    EXPECT_EQ(show(""), "");
}

TEST(Tokenize, KnowsAddresses) {
    EXPECT_EQ(show("jane.m.doe@example.org, @janedoe."),
              "e:jane.m.doe@example.org .:, @:@janedoe .:. ");
    EXPECT_EQ(show("See https://example.org/a?b=1."), "w:See u:https://example.org/a?b=1 .:. ");
    EXPECT_EQ(show("a @ b @"), "w:a .:@ w:b .:@ ");
}

TEST(Tokenize, MarksQuotesSentencesAndCapitals) {
    const std::string text = "He said “Donate now. Give.” Then J. Roe left. NATO of van";
    Vocabulary vocabulary;
    const auto tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, vocabulary);
    const auto find = [&](std::string_view word) -> const CueToken& {
        for (const CueToken& token : tokens) {
            if (slice(text, token.span) == word) return token;
        }
        throw std::out_of_range("no such token");
    };
    EXPECT_TRUE(find("He").sentence_start);
    EXPECT_TRUE(find("Donate").quoted);
    EXPECT_FALSE(find("Give").sentence_start);
    EXPECT_FALSE(find("Then").quoted);
    EXPECT_FALSE(find("Roe").sentence_start);
    EXPECT_TRUE(find("NATO").sentence_start);
    EXPECT_TRUE(find("NATO").upper);
    EXPECT_FALSE(find("Then").upper);
    EXPECT_TRUE(find("van").particle);
    EXPECT_FALSE(find("of").particle);
}

TEST(Vocabulary, NumbersWordsOnce) {
    Vocabulary vocabulary;
    const std::uint32_t donate = vocabulary.add("donate");
    EXPECT_EQ(vocabulary.add("donate"), donate);
    EXPECT_EQ(vocabulary.find("donate"), donate);
    EXPECT_EQ(vocabulary.find("other"), Vocabulary::kUnknown);
}

}  // namespace
}  // namespace tidings::report
