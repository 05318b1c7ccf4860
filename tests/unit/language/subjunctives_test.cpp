#include "language/mends/subjunctives.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(Subjunctives, TheBareVerbOfADemandIsNoNoun) {
    auto sample = test::sample_from_table(
        "Protesters protester NOUN NNS 2 nsubj\n"
        "demanded demand VERB VBD 0 ROOT\n"
        "that that SCONJ IN 6 mark\n"
        "the the DET DT 6 det\n"
        "minister minister PROPN NNP 6 compound\n"
        "Resign Resign NOUN NN 2 ccomp\n");
    restore_subjunctives(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[5].pos, Pos::Verb);
    EXPECT_EQ(tokens[5].tag, "VB");
    EXPECT_EQ(tokens[5].lemma, "resign");
    EXPECT_EQ(tokens[4].dep, "nsubj");
    EXPECT_EQ(tokens[4].head, 5U);
    EXPECT_EQ(tokens[3].head, 4U);
}

TEST(Subjunctives, ANounWithAVerbOfItsOwnStays) {
    auto sample = test::sample_from_table(
        "Protesters protester NOUN NNS 2 nsubj\n"
        "insisted insist VERB VBD 0 ROOT\n"
        "that that SCONJ IN 7 mark\n"
        "he he PRON PRP 7 nsubj\n"
        "was be AUX VBD 7 cop\n"
        "school school NOUN NN 7 compound\n"
        "head head NOUN NN 2 ccomp\n");
    restore_subjunctives(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[6].pos, Pos::Noun);
    EXPECT_EQ(sample.parse.tokens[5].dep, "compound");
}

}  // namespace
}  // namespace tidings
