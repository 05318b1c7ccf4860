#include "language/mends/attributive_gerunds.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(AttributiveGerunds, WhoeverIsToldIsNotCheered) {
    auto sample = test::sample_from_table(
        "She she PRON PRP 2 nsubj\n"
        "told tell VERB VBD 0 ROOT\n"
        "cheering cheer VERB VBG 2 xcomp\n"
        "miners miner NOUN NNS 3 dobj\n"
        "that that SCONJ IN 7 mark\n"
        "Togo Togo PROPN NNP 7 nsubj\n"
        "left leave VERB VBD 3 ccomp\n");
    restore_attributive_gerunds(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[2].dep, "amod");
    EXPECT_EQ(tokens[2].head, 3U);
    EXPECT_EQ(tokens[3].head, 1U);
    EXPECT_EQ(tokens[6].head, 1U);
}

TEST(AttributiveGerunds, WhatIsBegunIsDone) {
    auto sample = test::sample_from_table(
        "She she PRON PRP 2 nsubj\n"
        "began begin VERB VBD 0 ROOT\n"
        "cheering cheer VERB VBG 2 xcomp\n"
        "miners miner NOUN NNS 3 dobj\n");
    restore_attributive_gerunds(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[2].dep, "xcomp");
}

}  // namespace
}  // namespace tidings
