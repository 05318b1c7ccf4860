#include "language/compared_doers.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(ComparedDoers, WhoeverStandsBehindAsDidIt) {
    auto sample = test::sample_from_table(
        "They they PRON PRP 2 nsubj\n"
        "avoid avoid VERB VBP 0 ROOT\n"
        "strikes strike NOUN NNS 2 dobj\n"
        "as as ADP IN 2 prep\n"
        "Togo Togo PROPN NNP 4 pobj\n"
        "did do VERB VBD 2 conj\n"
        "in in ADP IN 6 prep\n"
        "paying pay VERB VBG 7 pcomp\n");
    restore_compared_doers(sample.parse);
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[4].dep, "nsubj");
    EXPECT_EQ(tokens[4].head, 5U);
    EXPECT_EQ(tokens[5].dep, "advcl");
}

TEST(ComparedDoers, WhoeverDidSomethingElseStays) {
    auto sample = test::sample_from_table(
        "They they PRON PRP 2 nsubj\n"
        "served serve VERB VBD 0 ROOT\n"
        "as as ADP IN 2 prep\n"
        "envoys envoy NOUN NNS 3 pobj\n"
        "and and CCONJ CC 2 cc\n"
        "did do VERB VBD 2 conj\n"
        "harm harm NOUN NN 6 dobj\n");
    restore_compared_doers(sample.parse);
    EXPECT_EQ(sample.parse.tokens[3].dep, "pobj");
    EXPECT_EQ(sample.parse.tokens[5].dep, "conj");
}

}  // namespace
}  // namespace tidings
