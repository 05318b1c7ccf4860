#include "language/mends/as_clauses.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(AsClauses, WhoIsComparedIsTheSubjectOfDid) {
    auto sample = test::sample_from_table(
        "They they PRON PRP 2 nsubj\n"
        "avoid avoid VERB VBP 0 ROOT\n"
        "quarrels quarrel NOUN NNS 2 dobj\n"
        "as as ADP IN 2 prep\n"
        "Maro Maro PROPN NNP 4 pobj\n"
        ", , PUNCT , 5 punct\n"
        "who who PRON WP 8 nsubj\n"
        "lost lose VERB VBD 5 relcl\n"
        ", , PUNCT , 5 punct\n"
        "did do VERB VBD 2 conj\n");
    restore_as_clauses(sample.parse);
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[4].dep, "nsubj");
    EXPECT_EQ(tokens[4].head, 9U);
    EXPECT_EQ(tokens[9].dep, "advcl");
    EXPECT_EQ(tokens[9].head, 1U);
    EXPECT_EQ(tokens[3].dep, "mark");
    EXPECT_EQ(tokens[3].head, 9U);
}

TEST(AsClauses, ASecondActBehindAConjunctionIsLeft) {
    auto sample = test::sample_from_table(
        "They they PRON PRP 2 nsubj\n"
        "worked work VERB VBD 0 ROOT\n"
        "as as ADP IN 2 prep\n"
        "guards guard NOUN NNS 3 pobj\n"
        "and and CCONJ CC 2 cc\n"
        "did do VERB VBD 2 conj\n"
        "it it PRON PRP 6 dobj\n");
    restore_as_clauses(sample.parse);
    EXPECT_EQ(sample.parse.tokens[3].dep, "pobj");
    EXPECT_EQ(sample.parse.tokens[5].dep, "conj");
}

}  // namespace
}  // namespace tidings
