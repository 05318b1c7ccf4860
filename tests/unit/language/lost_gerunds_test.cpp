#include "language/mends/lost_gerunds.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(LostGerunds, WhatSomebodyIsGuiltyOfIsADeed) {
    auto sample = test::sample_from_table(
        "He he PRON PRP 2 nsubj\n"
        "is be AUX VBZ 0 ROOT\n"
        "guilty guilty ADJ JJ 2 acomp\n"
        "of of ADP IN 3 prep\n"
        "massacring massacre VERB VBG 6 amod\n"
        "villagers villager NOUN NNS 4 pobj\n");
    restore_lost_gerunds(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[4].dep, "pcomp");
    EXPECT_EQ(tokens[4].head, 3U);
    EXPECT_EQ(tokens[5].dep, "dobj");
    EXPECT_EQ(tokens[5].head, 4U);
}

TEST(LostGerunds, WhatIsDeniedIsADeed) {
    auto sample = test::sample_from_table(
        "Togo Togo PROPN NNP 2 nsubj\n"
        "denied deny VERB VBD 0 ROOT\n"
        "massing massing NOUN NN 4 compound\n"
        "tanks tank NOUN NNS 2 dobj\n");
    restore_lost_gerunds(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[2].dep, "xcomp");
    EXPECT_EQ(tokens[2].lemma, "mass");
    EXPECT_EQ(tokens[3].head, 2U);
}

TEST(LostGerunds, BoringLecturesStay) {
    auto sample = test::sample_from_table(
        "He he PRON PRP 2 nsubj\n"
        "tired tire VERB VBD 0 ROOT\n"
        "of of ADP IN 2 prep\n"
        "boring bore VERB VBG 5 amod\n"
        "lectures lecture NOUN NNS 3 pobj\n");
    restore_lost_gerunds(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[3].dep, "amod");
}

}  // namespace
}  // namespace tidings
