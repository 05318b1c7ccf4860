#include "coding/headline_subjects.hpp"

#include <string>

#include <gtest/gtest.h>

#include "language/arguments.hpp"
#include "support/parse_from_table.hpp"

namespace tidings::coding {
namespace {

/// Who the verb's subject is after the repair, `+` between those who do it together; `-` if nothing
/// was repaired.
std::string doers(std::string_view table, std::string_view verb, bool headline = true) {
    auto sample = test::sample_from_table(table);
    const Sentence& sentence = sample.parse.sentences.front();
    const SubjectList list = headline ? headline_subjects(sample.parse, sentence)
                                      : subjects_behind_date(sample.parse, sentence);
    if (list.heads.empty() || !make_subject(sample.parse, sentence, list)) return "-";
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    std::string names;
    for (const TokenIndex t :
         arguments.coordinated(arguments.subject(test::token_of(sample, verb)))) {
        if (!names.empty()) names += '+';
        names += test::word_of(sample, t);
    }
    return names;
}

TEST(HeadlineSubjects, ACommaJoinsDoers) {
    EXPECT_EQ(doers(R"(
Chad Chad PROPN NNP 4 nsubj
, , PUNCT , 1 punct
Niger Niger PROPN NNP 1 appos
swap swap VERB VBP 0 ROOT
prisoners prisoner NOUN NNS 4 dobj
)",
                    "swap"),
              "Chad+Niger");
}

TEST(HeadlineSubjects, AnInfinitiveIsTheMainVerb) {
    const std::string_view table = R"(
Chad Chad PROPN NNP 0 ROOT
, , PUNCT , 1 punct
Niger Niger PROPN NNP 1 appos
to to PART TO 5 aux
resume resume VERB VB 1 relcl
talks talk NOUN NNS 5 dobj
today today NOUN NN 1 npadvmod
)";
    EXPECT_EQ(doers(table, "resume"), "Chad+Niger");
    auto sample = test::sample_from_table(table);
    const Sentence& sentence = sample.parse.sentences.front();
    ASSERT_TRUE(make_subject(sample.parse, sentence, headline_subjects(sample.parse, sentence)));
    const TokenIndex verb = test::token_of(sample, "resume");
    EXPECT_EQ(sample.parse.tokens[verb].head, verb);
    EXPECT_EQ(sample.parse.tokens[test::token_of(sample, "today")].head, verb);
}

TEST(HeadlineSubjects, WhatIsSaidIsTheNews) {
    EXPECT_EQ(doers(R"(
Ruto Ruto PROPN NNP 6 nsubj
to to PART TO 3 aux
visit visit VERB VB 1 advcl
Rome Rome PROPN NNP 3 dobj
, , PUNCT , 6 punct
says say VERB VBZ 0 ROOT
envoy envoy NOUN NN 6 nsubj
)",
                    "visit"),
              "Ruto");
}

TEST(HeadlineSubjects, TwoAdjectivesOfOneNoun) {
    EXPECT_EQ(doers(R"(
French French ADJ JJ 5 npadvmod
, , PUNCT , 5 punct
Chadian Chadian PROPN NNP 4 compound
troops troop NOUN NNS 5 nsubj
clash clash VERB VBP 0 ROOT
)",
                    "clash"),
              "troops");
}

TEST(HeadlineSubjects, ATimeIsNoDoer) {
    EXPECT_EQ(doers(R"(
Today today NOUN NN 4 npadvmod
, , PUNCT , 4 punct
Chad Chad PROPN NNP 4 nsubj
votes vote VERB VBZ 0 ROOT
)",
                    "votes"),
              "-");
}

TEST(HeadlineSubjects, AClosedAppositionIsNoDoer) {
    EXPECT_EQ(doers(R"(
Ruto Ruto PROPN NNP 5 nsubj
, , PUNCT , 1 punct
president president NOUN NN 1 appos
, , PUNCT , 1 punct
resigns resign VERB VBZ 0 ROOT
)",
                    "resigns"),
              "-");
}

TEST(HeadlineSubjects, AParseThatIsRightIsLeftAlone) {
    EXPECT_EQ(doers(R"(
Chad Chad PROPN NNP 4 nsubj
and and CCONJ CC 1 cc
Niger Niger PROPN NNP 1 conj
talk talk VERB VBP 0 ROOT
)",
                    "talk"),
              "-");
}

}  // namespace
}  // namespace tidings::coding
