// From readings to records: pairs, merging and ids.

#include <set>

#include <gtest/gtest.h>

#include "coding_support.hpp"

namespace tidings {
namespace {

using Lines = std::vector<std::string>;

TEST(Records, TheSameActToldTwiceIsOneEvent) {
    const auto coded = test::code(R"(
== title
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expels expel VERB VBZ 0 ROOT
Sudanese sudanese ADJ JJ 4 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(coded.lines(), Lines{"SANCTION 161 KEN>SDN"});
    ASSERT_EQ(coded.events.size(), 1U);
    ASSERT_EQ(coded.events[0].mentions.size(), 2U);
    EXPECT_EQ(coded.events[0].mentions[0].anchor, "expels");
    EXPECT_EQ(coded.events[0].mentions[1].anchor, "expelled");
    EXPECT_LT(coded.events[0].mentions[0].span.start, coded.events[0].mentions[1].span.start);
}

TEST(Records, AMentionWithoutTargetJoinsTheOneThatHasIt) {
    const auto coded = test::code(R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked~ attack VERB VBD 0 ROOT
.~ . PUNCT . 2 punct
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(coded.lines(), Lines{"ASSAULT 190 KEN>SDN"});
    EXPECT_EQ(coded.events[0].mentions.size(), 2U);
}

/// A president who has left office since, and what he did on the day told.
std::string side_of_okoro(std::string_view year) {
    const auto coded =
        test::code("== body\nIn in ADP IN 4 prep\n" + std::string(year) + " " + std::string(year) +
                       " NUM CD 1 pobj B-DATE\n"
                       "Okoro Okoro PROPN NNP 4 nsubj B-PERSON\n"
                       "attacked attack VERB VBD 0 ROOT\n"
                       "Sudan~ Sudan PROPN NNP 4 dobj B-GPE\n"
                       ".~ . PUNCT . 4 punct\n",
                   "2023-05-01");
    if (coded.events.size() != 1 || !coded.events[0].source) return "no event";
    const EventSide& side = *coded.events[0].source;
    const Actor& actor = coded.mentions.actors[side.actor];
    return actor.code + " " + (side.code.empty() ? "-" : side.code) + " " + side.role;
}

TEST(Records, ASideHasTheOfficeOfTheEventsDay) {
    EXPECT_EQ(side_of_okoro("2017"), "KENELI KENGOV president");
    EXPECT_EQ(side_of_okoro("2022"), "KENELI - ");  // as on the report's day
    EXPECT_EQ(side_of_okoro("1999"), "KENELI - ");  // the table knows no office
}

TEST(Records, OtherSidesAreOtherEvents) {
    const auto coded = test::code(R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
== body
Chad Chad PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(coded.lines(), (Lines{"ASSAULT 190 KEN>SDN", "ASSAULT 190 TCD>SDN"}));
}

TEST(Records, OtherStatusIsAnotherEvent) {
    const auto coded = test::code(R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
== body
Kenya Kenya PROPN NNP 3 nsubj B-GPE
may may AUX MD 3 aux
attack attack VERB VB 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)");
    EXPECT_EQ(coded.lines(), (Lines{"ASSAULT 190 KEN>SDN", "ASSAULT 190 KEN>SDN possible"}));
}

TEST(Records, OtherYearsAreOtherEvents) {
    const auto coded = test::code(
        R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats diplomat NOUN NNS 2 dobj
in in ADP IN 2 prep
2011~ 2011 NUM CD 6 pobj B-DATE
.~ . PUNCT . 2 punct
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats diplomat NOUN NNS 2 dobj
in in ADP IN 2 prep
2015~ 2015 NUM CD 6 pobj B-DATE
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(coded.lines().size(), 2U);
}

TEST(Records, MutualEventsAreOneAPair) {
    EXPECT_EQ(test::code(R"(
Kenya Kenya PROPN NNP 4 nsubj B-GPE
and and CCONJ CC 1 cc
Sudan Sudan PROPN NNP 1 conj B-GPE
met~ meet VERB VBD 0 ROOT
.~ . PUNCT . 4 punct
)")
                  .lines(),
              Lines{"CONSULT 040 KEN>SDN"});
    EXPECT_EQ(test::code(R"(
Kenya~ Kenya PROPN NNP 6 nsubj B-GPE
, , PUNCT , 1 punct
Sudan Sudan PROPN NNP 1 conj B-GPE
and and CCONJ CC 3 cc
Chad Chad PROPN NNP 3 conj B-GPE
met~ meet VERB VBD 0 ROOT
.~ . PUNCT . 6 punct
)")
                  .lines(),
              (Lines{"CONSULT 040 KEN>SDN", "CONSULT 040 KEN>TCD", "CONSULT 040 SDN>TCD"}));
}

TEST(Records, SeveralTargetsAreSeveralEvents) {
    EXPECT_EQ(test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan Sudan PROPN NNP 2 dobj B-GPE
and and CCONJ CC 3 cc
Chad~ Chad PROPN NNP 3 conj B-GPE
.~ . PUNCT . 2 punct
)")
                  .lines(),
              (Lines{"ASSAULT 190 KEN>SDN", "ASSAULT 190 KEN>TCD"}));
}

TEST(Records, IdsAreStableAndApart) {
    constexpr std::string_view kTable = R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
== body
Chad Chad PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)";
    const auto one = test::code(kTable);
    const auto two = test::code(kTable);
    ASSERT_EQ(one.events.size(), 2U);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < one.events.size(); ++i) {
        EXPECT_EQ(one.events[i].id, two.events[i].id);
        EXPECT_EQ(one.events[i].id.size(), 17U);
        EXPECT_EQ(one.events[i].id.front(), 'e');
        ids.insert(one.events[i].id);
    }
    EXPECT_EQ(ids.size(), 2U);
    const auto other = test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Chad~ Chad PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)");
    ASSERT_EQ(other.events.size(), 1U);
    EXPECT_FALSE(ids.contains(other.events[0].id));
}

TEST(Records, FiguresComeFromTheOntology) {
    const auto coded = test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                                  "2021-03-04T10:00:00Z");
    ASSERT_EQ(coded.events.size(), 1U);
    const Event& event = coded.events[0];
    EXPECT_EQ(event.quad, 4);
    EXPECT_DOUBLE_EQ(event.goldstein, -10.0);
    EXPECT_EQ(event.date.start, "2021-03-04");
    EXPECT_EQ(event.date.precision, "day");
    EXPECT_GT(event.confidence, 0.0);
    EXPECT_LE(event.confidence, 1.0);
    EXPECT_EQ(event.why, std::vector<std::string>{"small:attack.verb:1"});
    const auto undated = test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(undated.events[0].date.start, "");
    EXPECT_EQ(undated.events[0].date.precision, "unknown");
}

TEST(Records, AnOpponentsWordMakesItAlleged) {
    const auto coded = test::code(R"(
Sudan Sudan PROPN NNP 2 nsubj B-GPE
said say VERB VBD 0 ROOT
Kenya Kenya PROPN NNP 4 nsubj B-GPE
attacked attack VERB VBD 2 ccomp
Chad~ Chad PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)");
    ASSERT_EQ(coded.events.size(), 1U);
    ASSERT_TRUE(coded.events[0].attributed_to.has_value());
    EXPECT_EQ(coded.side(coded.events[0].attributed_to), "SDN");
    EXPECT_EQ(coded.events[0].status, EventStatus::Alleged);
    const auto own = test::code(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
said say VERB VBD 0 ROOT
it it PRON PRP 4 nsubj
attacked attack VERB VBD 2 ccomp
Chad~ Chad PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)");
    ASSERT_EQ(own.events.size(), 1U);
    EXPECT_EQ(own.lines(), Lines{"ASSAULT 190 KEN>TCD"});
}

TEST(Records, AClauseThatHangsOnATimeHasThatTime) {
    const auto coded = test::code(
        R"(
Relations relation NOUN NNS 2 nsubj
ended end VERB VBD 0 ROOT
in in ADP IN 2 prep
March March PROPN NNP 3 pobj B-DATE
2018~ 2018 NUM CD 4 nummod I-DATE
,~ , PUNCT , 4 punct
when when SCONJ WRB 9 advmod
Kenya Kenya PROPN NNP 9 nsubj B-GPE
attacked attack VERB VBD 4 relcl
Chad~ Chad PROPN NNP 9 dobj B-GPE
.~ . PUNCT . 2 punct
)",
        "2021-03-04");
    ASSERT_EQ(coded.events.size(), 1U);
    EXPECT_EQ(coded.events[0].date.start, "2018-03-01");
    EXPECT_EQ(coded.events[0].date.basis, "text");
}

TEST(Records, DatesComeFromThePredicatesTimes) {
    const auto coded = test::code(
        R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats diplomat NOUN NNS 2 dobj
in in ADP IN 2 prep
March March PROPN NNP 6 pobj B-DATE
2018~ 2018 NUM CD 7 nummod I-DATE
.~ . PUNCT . 2 punct
)",
        "2021-03-04");
    ASSERT_EQ(coded.events.size(), 1U);
    const EventDate& date = coded.events[0].date;
    EXPECT_EQ(date.start, "2018-03-01");
    EXPECT_EQ(date.end, "2018-03-31");
    EXPECT_EQ(date.precision, "month");
    EXPECT_EQ(date.basis, "text");
    EXPECT_EQ(date.text, "March 2018");
}

}  // namespace
}  // namespace tidings
