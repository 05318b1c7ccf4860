#include "report/guess_language.hpp"

#include <gtest/gtest.h>

namespace tidings::report {
namespace {

TEST(GuessLanguage, KnowsLanguages) {
    EXPECT_EQ(guess_language("The two governments agreed on Monday to withdraw their troops from "
                             "the border and to exchange prisoners."),
              "en");
    EXPECT_EQ(guess_language("Die beiden Regierungen haben sich am Montag darauf geeinigt, ihre "
                             "Truppen von der Grenze abzuziehen und Gefangene auszutauschen."),
              "de");
    EXPECT_EQ(
        guess_language("El gobierno anunció el lunes que retirará sus tropas de la frontera y "
                       "que intercambiará prisioneros con los rebeldes."),
        "es");
    EXPECT_EQ(guess_language("Правительство объявило в понедельник о выводе войск с границы."),
              "ru");
    EXPECT_EQ(guess_language("הממשלה הודיעה ביום שני על נסיגת הכוחות מהגבול"), "he");
}

TEST(GuessLanguage, TakesShortHeadlinesForEnglish) {
    EXPECT_EQ(guess_language("Turkey expels envoys"), "en");
    EXPECT_EQ(guess_language("Rebels seize Goma"), "en");
    EXPECT_EQ(guess_language("US Commends Albania for Expelling Iranian ‘Diplomats’"), "en");
    EXPECT_EQ(guess_language("Jokowi meets with Widodo in the palace of Prabowo"), "en");
}

TEST(GuessLanguage, FewForeignNamesMakeNoForeignLanguage) {
    EXPECT_EQ(guess_language("Rwanda armed M23 rebels in Kivu."), "en");
    EXPECT_EQ(guess_language("Budapest blocked grants to Kyiv"), "en");
    EXPECT_NE(guess_language("Presiden Jokowi bertemu menteri luar negeri di Jakarta kemarin"),
              "en");
    EXPECT_NE(guess_language("A magyar kormany elfogadta a javaslatot hetfon Budapesten"), "en");
    EXPECT_NE(guess_language("Rais wa Kenya alikutana na waziri mkuu mjini Nairobi jana"), "en");
}

TEST(GuessLanguage, StaysSilentWithoutLetters) {
    EXPECT_EQ(guess_language(""), "");
    EXPECT_EQ(guess_language("1234 5678 — …"), "");
}

}  // namespace
}  // namespace tidings::report
