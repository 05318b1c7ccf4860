#include "language/mends/lost_verbs.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(LostVerbs, AVerbWithAHyphenBetweenTwoNounsIsTheVerb) {
    auto sample = test::sample_from_table(
        "Police police NOUN NNS 5 nmod\n"
        "tear tear NOUN NN 4 npadvmod\n"
        "- - PUNCT HYPH 4 punct\n"
        "gassed gas VERB VBN 5 amod\n"
        "students student NOUN NNS 0 ROOT\n"
        "in in ADP IN 5 prep\n"
        "Lahore Lahore PROPN NNP 6 pobj\n");
    restore_lost_verbs(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[3].dep, "ROOT");
    EXPECT_EQ(tokens[3].head, 3U);
    EXPECT_EQ(tokens[3].lemma, "tear-gas");
    EXPECT_EQ(tokens[0].dep, "nsubj");
    EXPECT_EQ(tokens[0].head, 3U);
    EXPECT_EQ(tokens[4].dep, "dobj");
    EXPECT_EQ(tokens[5].head, 3U);
}

TEST(LostVerbs, AParticipleWithASubjectIsTheVerb) {
    auto sample = test::sample_from_table(
        "Miners miner NOUN NNS 2 nsubj\n"
        "hurled hurl VERB VBN 3 amod\n"
        "sticks stick NOUN NNS 0 ROOT\n"
        "of of ADP IN 3 prep\n"
        "dynamite dynamite NOUN NN 4 pobj\n");
    restore_lost_verbs(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[1].dep, "ROOT");
    EXPECT_EQ(tokens[2].dep, "dobj");
    EXPECT_EQ(tokens[3].head, 2U);
}

TEST(LostVerbs, APhraseWithAParticipleStays) {
    auto sample = test::sample_from_table(
        "Police police NOUN NNS 3 npadvmod\n"
        "- - PUNCT HYPH 3 punct\n"
        "led lead VERB VBN 4 amod\n"
        "patrols patrol NOUN NNS 0 ROOT\n"
        "in in ADP IN 4 prep\n"
        "Lahore Lahore PROPN NNP 5 pobj\n");
    restore_lost_verbs(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[2].dep, "amod");
    EXPECT_EQ(sample.parse.tokens[3].dep, "ROOT");
}

TEST(LostVerbs, WhatNegotiatedIsNoPassive) {
    auto sample = test::sample_from_table(
        "Rebels rebel NOUN NNS 0 ROOT\n"
        "negotiated negotiate VERB VBN 1 acl\n"
        "with with ADP IN 2 prep\n"
        "the the DET DT 5 det\n"
        "army army NOUN NN 3 pobj\n"
        ". . PUNCT . 1 punct\n");
    restore_lost_verbs(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[1].dep, "ROOT");
    EXPECT_EQ(tokens[0].dep, "nsubj");
    EXPECT_EQ(tokens[0].head, 1U);
    EXPECT_EQ(tokens[5].head, 1U);
}

TEST(LostVerbs, WhatACrowdDidBehindItsOf) {
    auto sample = test::sample_from_table(
        "Hundreds hundred NOUN NNS 0 ROOT\n"
        "of of ADP IN 1 prep\n"
        "monks monk NOUN NNS 2 pobj\n"
        "filed file VERB VBN 3 acl\n"
        "past past ADP IN 4 prep\n"
        "it it PRON PRP 5 pobj\n"
        ". . PUNCT . 1 punct\n");
    restore_lost_verbs(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[3].dep, "ROOT");
    EXPECT_EQ(tokens[0].dep, "nsubj");
    EXPECT_EQ(tokens[0].head, 3U);
    EXPECT_EQ(tokens[2].dep, "pobj");
}

}  // namespace
}  // namespace tidings
