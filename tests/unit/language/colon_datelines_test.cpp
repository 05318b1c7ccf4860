#include "language/mends/colon_datelines.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(ColonDatelines, ATownInCapitalsIsNoSubject) {
    auto sample = test::sample_from_table(
        "LIMA~ Lima PROPN NNP 8 nsubj\n"
        ": : PUNCT : 1 punct\n"
        "Hopes hope NOUN NNS 4 nsubj\n"
        "shattered shatter VERB VBD 1 acl\n"
        ", , PUNCT , 8 punct\n"
        "fifty fifty NUM CD 7 nummod\n"
        "miners miner NOUN NNS 8 nsubj\n"
        "returned return VERB VBD 0 ROOT\n");
    part_towns_before_colons(sample.report.text, sample.parse);
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[0].dep, "npadvmod");
    EXPECT_EQ(tokens[3].dep, "advcl");
    EXPECT_EQ(tokens[3].head, 7U);
    EXPECT_EQ(tokens[6].dep, "nsubj");
}

TEST(ColonDatelines, TheOnlySubjectKeepsItsVerb) {
    auto sample = test::sample_from_table(
        "LIMA~ Lima PROPN NNP 3 nsubj\n"
        ": : PUNCT : 1 punct\n"
        "accuses accuse VERB VBZ 0 ROOT\n"
        "miners miner NOUN NNS 3 dobj\n"
        "of of ADP IN 3 prep\n"
        "fraud fraud NOUN NN 5 pobj\n");
    part_towns_before_colons(sample.report.text, sample.parse);
    EXPECT_EQ(sample.parse.tokens[0].dep, "nsubj");
}

TEST(ColonDatelines, ANameInMixedCaseStays) {
    auto sample = test::sample_from_table(
        "Lima~ Lima PROPN NNP 4 nsubj\n"
        ": : PUNCT : 1 punct\n"
        "miners miner NOUN NNS 4 nsubj\n"
        "returned return VERB VBD 0 ROOT\n"
        "home home ADV RB 4 advmod\n");
    part_towns_before_colons(sample.report.text, sample.parse);
    EXPECT_EQ(sample.parse.tokens[0].dep, "nsubj");
}

}  // namespace
}  // namespace tidings
