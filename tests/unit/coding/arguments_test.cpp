// Where the arguments of a predicate stand, over trees as the English model gives them.

#include "language/arguments.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

/// `SUBJECT > OBJECT` of the n-th token that is written so.
std::string sides(std::string_view table, std::string_view verb, int n = 0) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const TokenIndex token = test::token_of(sample, verb, n);
    return test::word_of(sample, arguments.subject(token)) + " > " +
           test::word_of(sample, arguments.object(token));
}

TEST(Arguments, Active) {
    EXPECT_EQ(sides(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)",
                    "expelled"),
              "Kenya > diplomats");
}

TEST(Arguments, PassiveWithAndWithoutAgent) {
    constexpr std::string_view kPassive = R"(
Two two NUM CD 3 nummod B-CARDINAL
French french ADJ JJ 3 amod B-NORP
diplomats diplomat NOUN NNS 5 nsubjpass
were be AUX VBD 5 auxpass
expelled expel VERB VBN 0 ROOT
by by ADP IN 5 agent
Chad~ Chad PROPN NNP 6 pobj B-GPE
.~ . PUNCT . 5 punct
)";
    EXPECT_EQ(sides(kPassive, "expelled"), "Chad > diplomats");
    EXPECT_EQ(sides(R"(
Two two NUM CD 3 nummod B-CARDINAL
French french ADJ JJ 3 amod B-NORP
diplomats diplomat NOUN NNS 5 nsubjpass
were be AUX VBD 5 auxpass
expelled~ expel VERB VBN 0 ROOT
.~ . PUNCT . 5 punct
)",
                    "expelled"),
              "- > diplomats");
    const auto sample = test::sample_from_table(kPassive);
    const SyntaxTree tree(sample.parse);
    EXPECT_TRUE(Arguments(tree).is_passive(test::token_of(sample, "expelled")));
}

TEST(Arguments, PerfectIsNoPassive) {
    EXPECT_EQ(sides(R"(
Kenya Kenya PROPN NNP 3 nsubj B-GPE
has have AUX VBZ 3 aux
attacked attack VERB VBN 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)",
                    "attacked"),
              "Kenya > Sudan");
}

TEST(Arguments, ControlBySubject) {
    EXPECT_EQ(sides(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
decided decide VERB VBD 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "attack"),
              "Kenya > Sudan");
    EXPECT_EQ(sides(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
threatened threaten VERB VBD 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "attack"),
              "Kenya > Sudan");
}

TEST(Arguments, ControlByObject) {
    EXPECT_EQ(sides(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
forced force VERB VBD 0 ROOT
Sudan Sudan PROPN NNP 2 dobj B-GPE
to to PART TO 5 aux
release release VERB VB 2 xcomp
the the DET DT 7 det
farmers~ farmer NOUN NNS 5 dobj
.~ . PUNCT . 2 punct
)",
                    "release"),
              "Sudan > farmers");
    EXPECT_EQ(sides(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
accused accuse VERB VBD 0 ROOT
Sudan Sudan PROPN NNP 2 dobj B-GPE
of of ADP IN 2 prep
attacking attack VERB VBG 4 pcomp
Chad~ Chad PROPN NNP 5 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "attacking"),
              "Sudan > Chad");
}

TEST(Arguments, RelativeClause) {
    EXPECT_EQ(sides(R"(
The the DET DT 2 det
rebels rebel NOUN NNS 6 nsubj
who who PRON WP 4 nsubj
attacked attack VERB VBD 2 relcl
Sudan Sudan PROPN NNP 4 dobj B-GPE
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 6 punct
)",
                    "attacked"),
              "rebels > Sudan");
    EXPECT_EQ(sides(R"(
The the DET DT 2 det
rebels rebel NOUN NNS 6 nsubj
whom whom PRON WP 5 dobj
Kenya Kenya PROPN NNP 5 nsubj B-GPE
attacked attack VERB VBD 2 relcl
left~ left ADJ JJ 0 ROOT
.~ . PUNCT . 6 punct
)",
                    "attacked"),
              "Kenya > rebels");
}

TEST(Arguments, Participles) {
    EXPECT_EQ(sides(R"(
Soldiers soldier NOUN NNS 5 nsubj
attacking attack VERB VBG 1 acl
the the DET DT 4 det
town town NOUN NN 2 dobj
left~ leave VERB VBN 0 ROOT
.~ . PUNCT . 5 punct
)",
                    "attacking"),
              "Soldiers > town");
    EXPECT_EQ(sides(R"(
The the DET DT 2 det
diplomats diplomat NOUN NNS 6 nsubj
expelled expel VERB VBN 2 acl
by by ADP IN 3 agent
Chad Chad PROPN NNP 4 pobj B-PERSON
left~ leave VERB VBN 0 ROOT
.~ . PUNCT . 6 punct
)",
                    "expelled"),
              "Chad > diplomats");
}

TEST(Arguments, CoordinatedVerbsShareTheirSubject) {
    constexpr std::string_view kTable = R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
condemned condemn VERB VBD 0 ROOT
Sudan Sudan PROPN NNP 2 dobj B-GPE
and and CCONJ CC 2 cc
expelled expel VERB VBD 2 conj
its its PRON PRP$ 7 poss
ambassador~ ambassador NOUN NN 5 dobj
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(sides(kTable, "condemned"), "Kenya > Sudan");
    EXPECT_EQ(sides(kTable, "expelled"), "Kenya > ambassador");
    EXPECT_EQ(sides(R"(
The the DET DT 2 det
rebels rebel NOUN NNS 3 nsubj
attacked attack VERB VBD 0 ROOT
and and CCONJ CC 3 cc
killed kill VERB VBD 3 conj
soldiers~ soldier NOUN NNS 5 dobj
.~ . PUNCT . 3 punct
)",
                    "attacked"),
              "rebels > soldiers");
}

TEST(Arguments, OneOfThem) {
    EXPECT_EQ(sides(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
was be AUX VBD 0 ROOT
one one NUM CD 2 attr
of of ADP IN 3 prep
the the DET DT 6 det
countries country NOUN NNS 4 pobj
that that PRON WDT 8 nsubj
condemned condemn VERB VBD 6 relcl
Sudan~ Sudan PROPN NNP 8 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "condemned"),
              "Kenya > Sudan");
}

TEST(Arguments, ObjectOfANounIsItsOfPhrase) {
    const auto sample = test::sample_from_table(R"(
Chad~ Chad PROPN NNP 3 poss B-GPE
's 's PART POS 1 case
expulsion expulsion NOUN NN 7 nsubj
of of ADP IN 3 prep
two two NUM CD 6 nummod B-CARDINAL
diplomats diplomat NOUN NNS 4 pobj
surprised surprise VERB VBD 0 ROOT
Paris~ Paris PROPN NNP 7 dobj B-GPE
.~ . PUNCT . 7 punct
)");
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const TokenIndex noun = test::token_of(sample, "expulsion");
    EXPECT_EQ(test::word_of(sample, arguments.object(noun)), "diplomats");
    EXPECT_EQ(test::word_of(sample, arguments.possessor(noun)), "Chad");
}

TEST(Arguments, LightVerbsAndPrepositions) {
    const auto sample = test::sample_from_table(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
imposed impose VERB VBD 0 ROOT
sanctions sanction NOUN NNS 2 dobj
on on ADP IN 3 prep
Sudan~ Sudan PROPN NNP 4 pobj B-GPE
.~ . PUNCT . 2 punct
)");
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const TokenIndex noun = test::token_of(sample, "sanctions");
    EXPECT_EQ(test::word_of(sample, arguments.light_verb(noun)), "imposed");
    EXPECT_EQ(test::words_of(sample, arguments.prepositional(noun, "on")), "Sudan");
    EXPECT_EQ(test::words_of(sample, arguments.prepositional(noun, "with")), "");
    EXPECT_EQ(
        test::words_of(sample, arguments.prepositional(test::token_of(sample, "imposed"), "on")),
        "Sudan");
}

TEST(Arguments, PrepositionsOfTwoWords) {
    const auto sample = test::sample_from_table(R"(
Chad Chad PROPN NNP 2 nsubj B-GPE
threw throw VERB VBD 0 ROOT
two two NUM CD 4 nummod B-CARDINAL
diplomats diplomat NOUN NNS 2 dobj
out out ADP IN 2 prep
of of ADP IN 5 prep
the the DET DT 8 det
country~ country NOUN NN 6 pobj
.~ . PUNCT . 2 punct
)");
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const TokenIndex verb = test::token_of(sample, "threw");
    EXPECT_EQ(test::words_of(sample, arguments.prepositional(verb, "out of")), "country");
}

TEST(Arguments, ClausesHaveTheirForm) {
    const auto form = [](std::string_view table, std::string_view verb) {
        const auto sample = test::sample_from_table(table);
        const SyntaxTree tree(sample.parse);
        const auto clauses = Arguments(tree).clauses(test::token_of(sample, verb));
        if (clauses.size() != 1) return std::string("none or several");
        const std::string word = test::word_of(sample, clauses[0].head);
        switch (clauses[0].form) {
            case Arguments::ClauseForm::To:
                return "to " + word;
            case Arguments::ClauseForm::That:
                return "that " + word;
            default:
                return "ing " + word;
        }
    };
    EXPECT_EQ(form(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
decided decide VERB VBD 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                   "decided"),
              "to attack");
    EXPECT_EQ(form(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
said say VERB VBD 0 ROOT
that that SCONJ IN 5 mark
Sudan Sudan PROPN NNP 5 nsubj B-GPE
attacked attack VERB VBD 2 ccomp
Chad~ Chad PROPN NNP 5 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                   "said"),
              "that attacked");
    EXPECT_EQ(form(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
denied deny VERB VBD 0 ROOT
attacking attack VERB VBG 2 xcomp
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                   "denied"),
              "ing attacking");
}

TEST(Arguments, CoordinationIsWhole) {
    const auto sample = test::sample_from_table(R"(
Kenya~ Kenya PROPN NNP 6 nsubj B-GPE
, , PUNCT , 1 punct
Sudan Sudan PROPN NNP 1 conj B-GPE
and and CCONJ CC 3 cc
Chad Chad PROPN NNP 3 conj B-GPE
met~ meet VERB VBD 0 ROOT
.~ . PUNCT . 6 punct
)");
    const SyntaxTree tree(sample.parse);
    const auto all = Arguments(tree).coordinated(test::token_of(sample, "Kenya"));
    EXPECT_EQ(test::words_of(sample, all), "Kenya Sudan Chad");
}

TEST(Arguments, LongChainsEnd) {
    // Forty infinitives, each in the one before: the walk up is bounded.
    std::string table = "Kenya Kenya PROPN NNP 2 nsubj\nwants want VERB VBZ 0 ROOT\n";
    for (int i = 0; i < 40; ++i) {
        table += "want want VERB VB " + std::to_string(i + 2) + " xcomp\n";
    }
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    EXPECT_EQ(test::word_of(sample, arguments.subject(3)), "Kenya");
    EXPECT_EQ(arguments.subject(41), kNoToken);
}

}  // namespace
}  // namespace tidings
