#include "language/mends/distant_appositions.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(DistantAppositions, ABodyIsNoOtherWordForAPerson) {
    auto sample = test::sample_from_table(
        "Ruiz Ruiz PROPN NNP 0 ROOT B-PERSON\n"
        "who who PRON WP 3 nsubj\n"
        "heads head VERB VBZ 1 relcl\n"
        "Oxfam Oxfam PROPN NNP 3 dobj B-ORG\n"
        ", , PUNCT , 1 punct\n"
        "a a DET DT 7 det\n"
        "charity charity NOUN NN 1 appos\n");
    hang_bodies_on_bodies(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[6].head, 3U);
    EXPECT_EQ(sample.parse.tokens[6].dep, "appos");
}

TEST(DistantAppositions, AnOfficeStaysWithThePerson) {
    auto sample = test::sample_from_table(
        "Ruiz Ruiz PROPN NNP 0 ROOT B-PERSON\n"
        "of of ADP IN 1 prep\n"
        "Oxfam Oxfam PROPN NNP 2 pobj B-ORG\n"
        ", , PUNCT , 1 punct\n"
        "a a DET DT 6 det\n"
        "lawyer lawyer NOUN NN 1 appos\n");
    hang_bodies_on_bodies(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[5].head, 0U);
}

}  // namespace
}  // namespace tidings
