#include "report/cue.hpp"

#include <gtest/gtest.h>

namespace tidings::report {
namespace {

// The part of `text` that the phrase matches from its first token on, or "none".
std::string match(std::string_view phrase, std::string_view text) {
    Vocabulary vocabulary;
    const Result<Cue> cue = Cue::compile(phrase, vocabulary);
    if (!cue) return cue.error().message;
    const auto tokens = tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, vocabulary);
    const auto end = cue->match(tokens, 0);
    if (!end) return "none";
    return std::string(slice(text, {tokens[0].span.start, tokens[*end - 1].span.end}));
}

TEST(Cue, MatchesWordsAlternativesAndOptions) {
    EXPECT_EQ(match("read more :", "READ MORE: Talks"), "READ MORE:");
    EXPECT_EQ(match("sign up (to|for) our|the list", "Sign up the list"), "Sign up the list");
    EXPECT_EQ(match("sign up (to|for) our|the list", "Sign up for our list"),
              "Sign up for our list");
    EXPECT_EQ(match("sign up (to|for) our|the list", "Sign up for a list"), "none");
    EXPECT_EQ(match("© <number>", "© 2020 Bugle"), "© 2020");
}

TEST(Cue, GapsStopAtSentences) {
    EXPECT_EQ(match("sign ... newsletter", "Sign up for our fine newsletter now"),
              "Sign up for our fine newsletter");
    EXPECT_EQ(match("sign ... newsletter", "Sign it. The newsletter"), "none");
    EXPECT_EQ(match("sign ... newsletter", "Sign a b c d e f g newsletter"), "none");
}

TEST(Cue, NamesGiveWayToTheWordsBehindThem) {
    EXPECT_EQ(match("<name> team", "Morning Bugle Team"), "Morning Bugle Team");
    EXPECT_EQ(match("<name> is a", "Ludwig van der Meer is a"), "Ludwig van der Meer is a");
    EXPECT_EQ(match("<name> said", "J. R. Roe said"), "J. R. Roe said");
    EXPECT_EQ(match("<name> said", "he said"), "none");
}

TEST(Cue, SaysWhatIsWrongWithAPhrase) {
    EXPECT_EQ(match("", "x"), "the cue is empty");
    EXPECT_EQ(match("... x", "x"), "a cue begins with a word that must be there");
    EXPECT_EQ(match("(a) x", "x"), "a cue begins with a word that must be there");
    EXPECT_EQ(match("<place> x", "x"), "unknown class \"<place>\"");
    EXPECT_EQ(match("a||b", "x"), "an empty alternative in \"a||b\"");
    EXPECT_EQ(match("more:", "x"), "\"more:\" is more than one word or mark");
    EXPECT_EQ(match("a ... b ... c ... d", "x"),
              "a cue has at most 16 words, 2 gaps and 4 optional words");
}

}  // namespace
}  // namespace tidings::report
