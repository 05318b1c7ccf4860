// Clauses that ask for something or tell it, and objects where the parser does not see any.

#include "coding/clause_forms.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings::coding {
namespace {

TEST(ClauseForms, WhatIsAskedForIsNotIndicative) {
    const auto sample = test::sample_from_table(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
insisted insist VERB VBD 0 ROOT
that that SCONJ IN 5 mark
Chad Chad PROPN NNP 5 nsubj B-GPE
leave~ leave VERB VB 2 ccomp
.~ . PUNCT . 2 punct
Kenya Kenya PROPN NNP 8 nsubj B-GPE
insisted insist VERB VBD 0 ROOT
that that SCONJ IN 12 mark
Chad Chad PROPN NNP 12 nsubj B-GPE
had have AUX VBD 12 aux
left~ leave VERB VBN 8 ccomp
.~ . PUNCT . 8 punct
)");
    const SyntaxTree tree(sample.parse);
    EXPECT_FALSE(is_indicative(tree, test::token_of(sample, "leave")));
    EXPECT_TRUE(is_indicative(tree, test::token_of(sample, "left")));
}

TEST(ClauseForms, VerbalNounThatIsCalledSomething) {
    const auto sample = test::sample_from_table(R"(
Chad Chad PROPN NNP 2 nsubj B-GPE
called call VERB VBD 0 ROOT
the the DET DT 4 det
shelling shell VERB VBG 2 oprd
a a DET DT 6 det
crime~ crime NOUN NN 4 dobj
.~ . PUNCT . 2 punct
)");
    const SyntaxTree tree(sample.parse);
    EXPECT_EQ(verbal_object(tree, test::token_of(sample, "called")),
              test::token_of(sample, "shelling"));
    EXPECT_EQ(verbal_object(tree, test::token_of(sample, "shelling")), kNoToken);
}

TEST(ClauseForms, ObjectBehindAnAdjective) {
    const auto sample = test::sample_from_table(R"(
Chad Chad PROPN NNP 2 nsubj B-GPE
rejected reject VERB VBD 0 ROOT
as as ADV RB 4 advmod
false false ADJ JJ 2 advcl
the the DET DT 6 det
claims~ claim NOUN NNS 4 dobj
.~ . PUNCT . 2 punct
)");
    const SyntaxTree tree(sample.parse);
    EXPECT_EQ(object_behind_adjective(tree, test::token_of(sample, "rejected")),
              test::token_of(sample, "claims"));
}

}  // namespace
}  // namespace tidings::coding
