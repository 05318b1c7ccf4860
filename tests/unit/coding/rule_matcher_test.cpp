// Which rule holds for a predicate, and what becomes of it.

#include "coding/rule_matcher.hpp"

#include <gtest/gtest.h>

#include "coding_support.hpp"

namespace tidings::coding {
namespace {

struct Matched {
    std::string rule;  ///< its id, `-` if none holds
    std::vector<std::string> rejected;
};

Matched match(std::string_view table, std::string_view predicate) {
    const auto sample = test::sample_from_table(table);
    const auto mentions = find_mentions(sample.report, sample.parse, test::small_lexica());
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const SideFinder sides(arguments, mentions);
    const RuleMatcher matcher(arguments, sides, test::small_events().data());
    std::vector<Rejection> rejections;
    const RuleMatch found = matcher.match(test::token_of(sample, predicate), &rejections);
    Matched matched;
    matched.rule = found.rule == nullptr ? "-" : found.rule->id;
    for (const Rejection& rejection : rejections) {
        matched.rejected.push_back(rejection.rule->id + ": " + rejection.reason);
    }
    return matched;
}

TEST(RuleMatcher, ConditionsOnClasses) {
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)",
                    "expelled")
                  .rule,
              "small:expel.verb:1");
    const Matched farmer = match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 4 nummod B-CARDINAL
farmers~ farmer NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)",
                                 "expelled");
    EXPECT_EQ(farmer.rule, "-");
    EXPECT_EQ(farmer.rejected,
              (std::vector<std::string>{"small:expel.verb:1: condition does not hold: object",
                                        "small:expel.verb:2: condition does not hold: object"}));
}

TEST(RuleMatcher, PrepositionsBehindAWordOfTheHeadword) {
    const auto sample = test::sample_from_table(R"(
Teachers teacher NOUN NNS 2 nsubj
stayed stay VERB VBD 0 ROOT
away away ADV RB 2 advmod
from from ADP IN 3 prep
work~ work NOUN NN 4 pobj
.~ . PUNCT . 2 punct
)");
    const auto mentions = find_mentions(sample.report, sample.parse, test::small_lexica());
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const SideFinder sides(arguments, mentions);
    const RuleMatcher matcher(arguments, sides, test::small_events().data());
    const TokenIndex verb = test::token_of(sample, "stayed");
    const TokenIndex away = test::token_of(sample, "away");
    const Slot from{SlotKind::Preposition, "from"};
    EXPECT_EQ(matcher.slot(verb, PredicatePos::Verb, from, {away}),
              std::vector<TokenIndex>{test::token_of(sample, "work")});
    EXPECT_TRUE(matcher.slot(verb, PredicatePos::Verb, from).empty());
}

TEST(RuleMatcher, CoordinatedAndTransparentNounsCount) {
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
a a DET DT 4 det
farmer farmer NOUN NN 2 dobj
and and CCONJ CC 4 cc
a a DET DT 7 det
diplomat~ diplomat NOUN NN 4 conj
.~ . PUNCT . 2 punct
)",
                    "expelled")
                  .rule,
              "small:expel.verb:1");
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
dozens dozen NOUN NNS 2 dobj B-CARDINAL
of of ADP IN 3 prep
diplomats~ diplomat NOUN NNS 4 pobj
.~ . PUNCT . 2 punct
)",
                    "expelled")
                  .rule,
              "small:expel.verb:1");
}

TEST(RuleMatcher, ConditionsOnSectors) {
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
the the DET DT 4 det
rebels~ rebel NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)",
                    "expelled")
                  .rule,
              "small:expel.verb:2");
}

TEST(RuleMatcher, AHeadwordOfSeveralWords) {
    EXPECT_EQ(match(R"(
Kenyan kenyan ADJ JJ 2 amod B-NORP
soldiers soldier NOUN NNS 3 nsubj
opened open VERB VBD 0 ROOT
fire fire NOUN NN 3 dobj
on on ADP IN 3 prep
the the DET DT 7 det
rebels~ rebel NOUN NNS 5 pobj
.~ . PUNCT . 3 punct
)",
                    "opened")
                  .rule,
              "small:open_fire.verb:1");
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
opened open VERB VBD 0 ROOT
an an DET DT 4 det
embassy embassy NOUN NN 2 dobj
in in ADP IN 4 prep
Sudan~ Sudan PROPN NNP 5 pobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "opened")
                  .rule,
              "small:open.verb:1");
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
carried carry VERB VBD 0 ROOT
out out ADP RP 2 prt
an an DET DT 6 det
air air NOUN NN 6 compound
strike strike NOUN NN 2 dobj
against against ADP IN 6 prep
Sudan~ Sudan PROPN NNP 7 pobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "strike")
                  .rule,
              "small:air_strike.noun:1");
    EXPECT_EQ(match(R"(
The the DET DT 2 det
strike strike NOUN NN 5 nsubj
against against ADP IN 2 prep
Sudan Sudan PROPN NNP 3 pobj B-GPE
surprised surprise VERB VBD 0 ROOT
Kenya~ Kenya PROPN NNP 5 dobj B-GPE
.~ . PUNCT . 5 punct
)",
                    "strike")
                  .rule,
              "-");
}

TEST(RuleMatcher, SeveralHeadwordsShareARule) {
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
struck strike VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "struck")
                  .rule,
              "small:attack.verb:1");
}

TEST(RuleMatcher, WhatIsInNoEntryIsNothing) {
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
praised praise VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "praised")
                  .rule,
              "-");
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
praised praise VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "Kenya")
                  .rule,
              "-");
}

TEST(RuleMatcher, Adjectives) {
    EXPECT_EQ(match(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
was be AUX VBD 0 ROOT
critical critical ADJ JJ 2 acomp
of of ADP IN 3 prep
Sudan~ Sudan PROPN NNP 4 pobj B-GPE
.~ . PUNCT . 2 punct
)",
                    "critical")
                  .rule,
              "small:critical.adjective:1");
    EXPECT_EQ(match(R"(
The the DET DT 3 det
critical critical ADJ JJ 3 amod
minister minister NOUN NN 4 nsubj
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 4 punct
)",
                    "critical")
                  .rule,
              "-");
}

TEST(Coding, NoneRulesCodeNothing) {
    EXPECT_TRUE(test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
the the DET DT 4 det
rebels~ rebel NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)")
                    .events.empty());
}

TEST(Coding, VoicesAndForms) {
    const std::vector<std::string> wanted{"SANCTION 161 TCD>FRA"};
    EXPECT_EQ(test::code(R"(
Chad Chad PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
French french ADJ JJ 5 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)")
                  .lines(),
              wanted);
    EXPECT_EQ(test::code(R"(
Two two NUM CD 3 nummod B-CARDINAL
French french ADJ JJ 3 amod B-NORP
diplomats diplomat NOUN NNS 5 nsubjpass
were be AUX VBD 5 auxpass
expelled expel VERB VBN 0 ROOT
by by ADP IN 5 agent
Chad~ Chad PROPN NNP 6 pobj B-GPE
.~ . PUNCT . 5 punct
)")
                  .lines(),
              wanted);
    EXPECT_EQ(test::code(R"(
Two two NUM CD 3 nummod B-CARDINAL
French french ADJ JJ 3 amod B-NORP
diplomats diplomat NOUN NNS 5 nsubjpass
were be AUX VBD 5 auxpass
expelled~ expel VERB VBN 0 ROOT
.~ . PUNCT . 5 punct
)")
                  .lines(),
              std::vector<std::string>{"SANCTION 161 ->FRA"});
}

TEST(Coding, OperatorsTakeOverTheirComplement) {
    EXPECT_EQ(test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
threatened threaten VERB VBD 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)")
                  .lines(),
              std::vector<std::string>{"THREATEN 1384 KEN>SDN"});
    EXPECT_EQ(test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
decided decide VERB VBD 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)")
                  .lines(),
              std::vector<std::string>{"ASSAULT 190 KEN>SDN"});
    EXPECT_EQ(test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
denied deny VERB VBD 0 ROOT
attacking attack VERB VBG 2 xcomp
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 2 punct
)")
                  .lines(),
              (std::vector<std::string>{"REJECT 016 KEN>SDN", "ASSAULT 190 KEN>SDN denied"}));
}

TEST(Coding, TheTraceSaysWhatWasTried) {
    const auto coded = test::code(R"(
Chad Chad PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
French french ADJ JJ 5 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)");
    ASSERT_FALSE(coded.trace.empty());
    const auto accepted = std::find_if(coded.trace.begin(), coded.trace.end(),
                                       [](const Trace& trace) { return trace.accepted; });
    ASSERT_NE(accepted, coded.trace.end());
    EXPECT_EQ(accepted->rule, "small:expel.verb:1");
    EXPECT_EQ(accepted->where, "data/events/small.events:3");
    EXPECT_EQ(slice(coded.sample.report.text, accepted->span), "expelled");
}

TEST(Coding, AnEmptyParseHasNoEvents) {
    EXPECT_TRUE(test::code("").events.empty());
}

}  // namespace
}  // namespace tidings::coding
