#include "mention/actor/noun_phrases.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings::mention {
namespace {

std::string phrases_in(std::string_view table) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    std::string joined;
    for (const NounPhrase& phrase : find_noun_phrases(tree)) {
        EXPECT_LE(phrase.first, phrase.head);
        EXPECT_LT(phrase.head, phrase.last);
        if (!joined.empty()) joined += " | ";
        joined += slice(sample.report.text,
                        {tree[phrase.first].span.start, tree[phrase.last - 1].span.end});
    }
    return joined;
}

TEST(NounPhrases, HeadWithWhatStandsBeforeIt) {
    EXPECT_EQ(phrases_in(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)"),
              "Kenya | two Sudanese diplomats");
}

TEST(NounPhrases, PossessorsAreWithinAndOfTheirOwn) {
    EXPECT_EQ(phrases_in(R"(
Kenya~ Kenya PROPN NNP 4 poss B-GPE
's 's PART POS 1 case
former former ADJ JJ 4 amod
president president NOUN NN 5 nsubj
condemned condemn VERB VBD 0 ROOT
the the DET DT 8 det
U.N. U.N. PROPN NNP 8 compound B-ORG
experts~ expert NOUN NNS 5 dobj
.~ . PUNCT . 5 punct
)"),
              "Kenya | Kenya's former president | the U.N. experts");
}

TEST(NounPhrases, WhatStandsBehindIsAnotherPhrase) {
    EXPECT_EQ(phrases_in(R"(
The the DET DT 2 det
president president NOUN NN 5 nsubj
of of ADP IN 2 prep
Kenya Kenya PROPN NNP 3 pobj B-GPE
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 5 punct
)"),
              "The president | Kenya");
}

TEST(NounPhrases, PronounsCount) {
    EXPECT_EQ(phrases_in(R"(
She she PRON PRP 2 nsubj
praised praise VERB VBD 0 ROOT
him~ he PRON PRP 2 dobj
.~ . PUNCT . 2 punct
)"),
              "She | him");
}

TEST(NounPhrases, NoneInABareVerb) {
    EXPECT_EQ(phrases_in("Stop stop VERB VB 0 ROOT\n"), "");
}

}  // namespace
}  // namespace tidings::mention
