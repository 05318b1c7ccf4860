#include "language/mends/coordinated_verbs.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(CoordinatedVerbs, ANounBesideAVerbIsTheNextVerbsObject) {
    auto sample = test::sample_from_table(
        "Kenya Kenya PROPN NNP 2 nsubj\n"
        "recalled recall VERB VBD 0 ROOT\n"
        "its its PRON PRP$ 4 poss\n"
        "envoy envoy NOUN NN 2 dobj\n"
        "and and CCONJ CC 2 cc\n"
        "bombed bomb VERB VBN 8 amod\n"
        "Cuban cuban ADJ JJ 8 amod\n"
        "villages village NOUN NNS 2 conj\n");
    restore_coordinated_verbs(sample.parse);
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[5].dep, "conj");
    EXPECT_EQ(tokens[5].head, 1U);
    EXPECT_EQ(tokens[5].tag, "VBD");
    EXPECT_EQ(tokens[7].dep, "dobj");
    EXPECT_EQ(tokens[7].head, 5U);
}

TEST(CoordinatedVerbs, AParticipleOfASecondObjectStays) {
    auto sample = test::sample_from_table(
        "He he PRON PRP 2 nsubj\n"
        "sold sell VERB VBD 0 ROOT\n"
        "cars car NOUN NNS 2 dobj\n"
        "and and CCONJ CC 3 cc\n"
        "used use VERB VBN 6 amod\n"
        "tyres tyre NOUN NNS 3 conj\n");
    restore_coordinated_verbs(sample.parse);
    EXPECT_EQ(sample.parse.tokens[4].dep, "amod");
}

TEST(CoordinatedVerbs, AClauseWithoutItsVerbEndsBeforeTheNextDeed) {
    auto sample = test::sample_from_table(
        "Oman Oman PROPN NNP 2 nsubj\nsaid say VERB VBD 0 ROOT\nit it PRON PRP 4 nsubj\n"
        "would would AUX MD 2 ccomp\nnot not PART RB 4 neg\nand and CCONJ CC 4 cc\n"
        "freed free VERB VBN 4 conj\nhim he PRON PRP 7 dobj\n");
    restore_coordinated_verbs(sample.parse);
    EXPECT_EQ(sample.parse.tokens[6].head, 1U);
    EXPECT_EQ(sample.parse.tokens[6].tag, "VBD");
}

}  // namespace
}  // namespace tidings
