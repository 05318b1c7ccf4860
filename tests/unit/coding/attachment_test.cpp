// Clauses that the parser hangs on the wrong word, over trees as the English model gives them.

#include <gtest/gtest.h>

#include "language/arguments.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

std::string subject(std::string_view table, std::string_view verb) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    return test::word_of(sample, Arguments(tree).subject(test::token_of(sample, verb)));
}

TEST(Attachment, ADoerStandsBeforeItsParticiple) {
    EXPECT_EQ(subject(R"(
Aides aide NOUN NNS 2 nsubj
showed show VERB VBD 0 ROOT
videos video NOUN NNS 2 dobj
of of ADP IN 3 prep
Sudan Sudan PROPN NNP 4 pobj B-GPE
insulting insult VERB VBG 2 advcl
Norway~ Norway PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                      "insulting"),
              "Sudan");
    EXPECT_EQ(subject(R"(
Hungary Hungary PROPN NNP 2 nsubj B-GPE
objected object VERB VBD 0 ROOT
to to ADP IN 2 prep
Ukraine~ Ukraine PROPN NNP 6 poss B-GPE
's 's PART POS 4 case
opening open VERB VBG 3 pcomp
an an DET DT 8 det
inquiry~ inquiry NOUN NN 6 dobj
.~ . PUNCT . 2 punct
)",
                      "opening"),
              "Ukraine");
}

TEST(Attachment, AParticipleBehindAnotherPrepositionIsTheSubjects) {
    EXPECT_EQ(subject(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
wrote write VERB VBD 0 ROOT
to to ADP IN 2 prep
Oslo~ Oslo PROPN NNP 3 pobj B-GPE
,~ , PUNCT , 2 punct
urging urge VERB VBG 2 advcl
restraint~ restraint NOUN NN 6 dobj
.~ . PUNCT . 2 punct
)",
                      "urging"),
              "Kenya");
}

TEST(Attachment, AVerbAgreesWithItsSubject) {
    EXPECT_EQ(subject(R"(
Firms firm NOUN NNS 2 nsubj
agree agree VERB VBP 0 ROOT
that that SCONJ IN 6 mark
China China PROPN NNP 6 nsubj B-GPE
has have AUX VBZ 6 aux
cheated~ cheat VERB VBN 2 ccomp
,~ , PUNCT , 6 punct
and and CCONJ CC 6 cc
support support VERB VB 6 conj
Chad~ Chad PROPN NNP 9 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                      "support"),
              "Firms");
}

TEST(Attachment, AFiniteVerbGoesOnWithAFiniteOne) {
    constexpr std::string_view kAccused = R"(
Chad Chad PROPN NNP 2 nsubj B-GPE
accused accuse VERB VBD 0 ROOT
Sudan Sudan PROPN NNP 2 dobj B-GPE
of of ADP IN 2 prep
arming arm VERB VBG 4 pcomp
rebels rebel NOUN NNS 5 dobj
and and CCONJ CC 5 cc
expelled expel VERB VBD 5 conj
envoys~ envoy NOUN NNS 8 dobj
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(subject(kAccused, "arming"), "Sudan");
    EXPECT_EQ(subject(kAccused, "expelled"), "Chad");
    const auto sample = test::sample_from_table(kAccused);
    const SyntaxTree tree(sample.parse);
    EXPECT_EQ(Arguments(tree).coordinated(test::token_of(sample, "arming")).size(), 1U);
}

TEST(Attachment, AnObjectOfAPrepositionIsNoSubject) {
    const auto sample = test::sample_from_table(R"(
Peru Peru PROPN NNP 2 nsubj B-GPE
granted grant VERB VBN 0 ROOT
asylum asylum NOUN NN 2 dobj
to to ADP IN 2 prep
five five NUM CD 6 nummod B-CARDINAL
officers officer NOUN NNS 7 nsubj
holed hole VERB VBD 2 advcl
up~ up ADP RP 7 prt
.~ . PUNCT . 2 punct
)");
    const SyntaxTree tree(sample.parse);
    const auto found = Arguments(tree).prepositional(test::token_of(sample, "granted"), "to");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(test::word_of(sample, found.front()), "officers");
}

TEST(Attachment, AClauseWithoutASubjectIsNoPastTense) {
    const auto sample = test::sample_from_table(R"(
A a DET DT 2 det
general general NOUN NN 6 nsubj
charged charge VERB VBD 2 acl
with with ADP IN 3 prep
theft theft NOUN NN 4 pobj
fled~ flee VERB VBD 0 ROOT
.~ . PUNCT . 6 punct
)");
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const TokenIndex charged = test::token_of(sample, "charged");
    EXPECT_TRUE(arguments.is_passive(charged));
    EXPECT_EQ(test::word_of(sample, arguments.object(charged)), "general");
}

}  // namespace
}  // namespace tidings
