#include "language/mends/lost_objects.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(LostObjects, CallsThatWereRejectedAreNouns) {
    auto sample = test::sample_from_table(
        "Brazil Brazil PROPN NNP 2 nsubj\n"
        "rejected reject VERB VBD 0 ROOT\n"
        "Thai thai ADJ JJ 4 nsubj\n"
        "calls call VERB VBZ 2 ccomp\n"
        "for for ADP IN 4 prep\n"
        "talks talk NOUN NNS 5 pobj\n");
    restore_lost_objects(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[3].dep, "dobj");
    EXPECT_EQ(sample.parse.tokens[3].tag, "NNS");
    EXPECT_EQ(sample.parse.tokens[3].pos, Pos::Noun);
    EXPECT_EQ(sample.parse.tokens[2].dep, "amod");
}

TEST(LostObjects, AnArticleGoesWithTheNoun) {
    auto sample = test::sample_from_table(
        "Brazil Brazil PROPN NNP 2 nsubj\n"
        "welcomed welcome VERB VBD 0 ROOT\n"
        "the the DET DT 4 det\n"
        "UN UN PROPN NNP 5 nsubj\n"
        "call call VERB VB 2 ccomp\n");
    restore_lost_objects(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[4].dep, "dobj");
    EXPECT_EQ(sample.parse.tokens[3].dep, "compound");
    EXPECT_EQ(sample.parse.tokens[2].head, 4U);
}

TEST(LostObjects, WhatIsSaidStaysAClause) {
    auto sample = test::sample_from_table(
        "Brazil Brazil PROPN NNP 2 nsubj\n"
        "says say VERB VBZ 0 ROOT\n"
        "Togo Togo PROPN NNP 4 nsubj\n"
        "calls call VERB VBZ 2 ccomp\n"
        "for for ADP IN 4 prep\n"
        "talks talk NOUN NNS 5 pobj\n");
    restore_lost_objects(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[3].dep, "ccomp");
    EXPECT_EQ(sample.parse.tokens[3].pos, Pos::Verb);
}

}  // namespace
}  // namespace tidings
