#include "language/mends/interposed_participles.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(InterposedParticiples, TheVerbBehindTheCommaIsTheSentences) {
    auto sample = test::sample_from_table(
        "Nurses nurse NOUN NNS 3 nsubj\n"
        ", , PUNCT , 1 punct\n"
        "shocked shock VERB VBD 0 ROOT\n"
        "that that SCONJ IN 6 mark\n"
        "Peru Peru PROPN NNP 6 nsubj\n"
        "left leave VERB VBD 3 ccomp\n"
        ", , PUNCT , 3 punct\n"
        "are be AUX VBP 9 aux\n"
        "asking ask VERB VBG 3 conj\n"
        "why why ADV WRB 9 advmod\n"
        ". . PUNCT . 3 punct\n");
    restore_interposed_participles(sample.parse);
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[8].dep, "ROOT");
    EXPECT_EQ(tokens[8].head, 8U);
    EXPECT_EQ(tokens[0].head, 8U);
    EXPECT_EQ(tokens[2].dep, "acl");
    EXPECT_EQ(tokens[2].head, 0U);
    EXPECT_EQ(tokens[5].head, 2U);
    EXPECT_EQ(tokens[10].head, 8U);
}

TEST(InterposedParticiples, AVerbWithASubjectOfItsOwnIsAnother) {
    auto sample = test::sample_from_table(
        "Peru Peru PROPN NNP 3 nsubj\n"
        ", , PUNCT , 1 punct\n"
        "stunned stun VERB VBD 0 ROOT\n"
        "Chile Chile PROPN NNP 3 dobj\n"
        ", , PUNCT , 3 punct\n"
        "they they PRON PRP 8 nsubj\n"
        "are be AUX VBP 8 aux\n"
        "saying say VERB VBG 3 conj\n");
    restore_interposed_participles(sample.parse);
    EXPECT_EQ(sample.parse.tokens[2].dep, "ROOT");
    EXPECT_EQ(sample.parse.tokens[7].head, 2U);
}

}  // namespace
}  // namespace tidings
