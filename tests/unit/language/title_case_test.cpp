#include "language/title_case.hpp"

#include <gtest/gtest.h>

namespace tidings::language {
namespace {

std::string sentence_case(std::string title, std::string_view body) {
    to_sentence_case(title, body);
    return title;
}

TEST(TitleCase, TakesBackCapitalsOfWordsThatTheBodyHasInSmallLetters) {
    EXPECT_EQ(
        sentence_case("Norway Expels Two Russian Diplomats",
                      "On Tuesday Norway expelled two diplomats; the Russian side protested."),
        "Norway expels two Russian diplomats");
}

TEST(TitleCase, KeepsNamesAndWordsThatTheBodyDoesNotHave) {
    EXPECT_EQ(sentence_case("Saudi Jets Bomb Port, Killing Nine",
                            "The Saudi warplanes bombed the port of Aden."),
              "Saudi Jets bomb port, Killing Nine");
}

TEST(TitleCase, LeavesSentenceCaseAndAcronymsAlone) {
    EXPECT_EQ(sentence_case("Colombia recalls envoy from Managua", "the envoy was recalled"),
              "Colombia recalls envoy from Managua");
    EXPECT_EQ(sentence_case("NATO Troops Leave Afghan Base", "the nato troops left the base"),
              "NATO troops Leave Afghan base");
}

TEST(TitleCase, KeepsTheLengthWithNonAsciiLetters) {
    const std::string title = "Erdo\u011fan Élu Président Aujourd\u2019hui \u201cEncore\u201d";
    EXPECT_EQ(sentence_case(title, "président encore").size(), title.size());
}

}  // namespace
}  // namespace tidings::language
