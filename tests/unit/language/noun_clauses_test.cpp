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

/// What stands as the clause's verb and its *that* of *rejected demands that SUBJECT VERB*.
std::string clause_of_demands(const char* subject, const char* verb) {
    auto sample = test::sample_from_table(
        "Oman Oman PROPN NNP 2 nsubj\n"
        "rejected reject VERB VBD 0 ROOT\n"
        "demands demand NOUN NNS 2 dobj\n"
        "that that PRON WDT 6 dobj\n" +
        std::string(subject) + " 6 nsubj\n" + verb + " 3 relcl\n");
    restore_clauses_of_nouns(sample.parse, test::mend_words());
    return std::string(sample.parse.tokens[5].dep) + " " + std::string(sample.parse.tokens[3].dep);
}

TEST(NounClauses, WhatIsDemandedIsNoRelativeClause) {
    EXPECT_EQ(clause_of_demands("he he PRON PRP", "resign resign VERB VBP"), "acl mark");
    // *demands that they make*, *demands that he made*
    EXPECT_EQ(clause_of_demands("they they PRON PRP", "make make VERB VBP"), "relcl dobj");
    EXPECT_EQ(clause_of_demands("he he PRON PRP", "made make VERB VBD"), "relcl dobj");
}

}  // namespace
}  // namespace tidings
