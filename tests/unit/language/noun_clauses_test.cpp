#include "language/mends/noun_clauses.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(NounClauses, TheInfinitiveBelongsToTheDecision) {
    auto sample = test::sample_from_table(
        "Analysts analyst NOUN NNS 2 nsubj\n"
        "questioned question VERB VBD 0 ROOT\n"
        "the the DET DT 4 det\n"
        "decision decision NOUN NN 2 dobj\n"
        "of of ADP IN 4 prep\n"
        "Kenya Kenya PROPN NNP 5 pobj\n"
        "to to PART TO 8 aux\n"
        "leave leave VERB VB 2 advcl\n");
    hang_infinitives_on_nouns(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[7].head, 3U);
    EXPECT_EQ(sample.parse.tokens[7].dep, "acl");
}

TEST(NounClauses, APurposeStaysWithItsVerb) {
    auto sample = test::sample_from_table(
        "He he PRON PRP 2 nsubj\n"
        "left leave VERB VBD 0 ROOT\n"
        "the the DET DT 4 det\n"
        "capital capital NOUN NN 2 dobj\n"
        "of of ADP IN 4 prep\n"
        "Kenya Kenya PROPN NNP 5 pobj\n"
        "to to PART TO 8 aux\n"
        "rest rest VERB VB 2 advcl\n");
    hang_infinitives_on_nouns(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[7].head, 1U);
}

}  // namespace
}  // namespace tidings
