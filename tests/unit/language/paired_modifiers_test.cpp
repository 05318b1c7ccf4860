#include "language/mends/paired_modifiers.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(PairedModifiers, TheSecondIsTheConjunctOfTheFirst) {
    auto sample = test::sample_from_table(
        "UK UK PROPN NNP 4 nmod\nand and CCONJ CC 1 cc\nEU EU PROPN NNP 4 compound\n"
        "envoys envoy NOUN NNS 5 nsubj\nmet meet VERB VBD 0 ROOT\n");
    restore_paired_modifiers(sample.parse);
    EXPECT_EQ(sample.parse.tokens[2].head, 0U);
    EXPECT_EQ(sample.parse.tokens[2].dep, "conj");
}

TEST(PairedModifiers, NothingElseIsTouched) {
    // *oil and the Kenyan envoys*: the first is no modifier
    auto two = test::sample_from_table(
        "oil oil NOUN NN 5 nsubj\nand and CCONJ CC 1 cc\nKenyan kenyan ADJ JJ 4 amod\n"
        "envoys envoy NOUN NNS 1 conj\nleft leave VERB VBD 0 ROOT\n");
    restore_paired_modifiers(two.parse);
    EXPECT_EQ(two.parse.tokens[2].head, 3U);
    EXPECT_EQ(two.parse.tokens[2].dep, "amod");
    // modifiers of two nouns
    auto others = test::sample_from_table(
        "old old ADJ JJ 5 amod\nand and CCONJ CC 1 cc\nKenyan kenyan ADJ JJ 4 amod\n"
        "army army NOUN NN 5 compound\nmen man NOUN NNS 0 ROOT\n");
    restore_paired_modifiers(others.parse);
    EXPECT_EQ(others.parse.tokens[2].dep, "amod");
}

}  // namespace
}  // namespace tidings
