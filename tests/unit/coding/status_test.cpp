#include "coding/status.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coding/lexicon.hpp"
#include "support/small_data.hpp"

namespace tidings::coding {
namespace {

std::string status(std::string_view table, std::string_view predicate,
                   std::string_view carrier = {}) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const StatusReader reader(arguments, test::small_events().data().status_words);
    const TokenIndex light = carrier.empty() ? kNoToken : test::token_of(sample, carrier);
    return std::string(to_string(reader.read(test::token_of(sample, predicate), light).status));
}

TEST(StatusReader, PlainStatementsAreActual) {
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 3 nsubj B-GPE
has have AUX VBZ 3 aux
attacked attack VERB VBN 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)",
                     "attacked"),
              "actual");
}

TEST(StatusReader, Negation) {
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 4 nsubj B-GPE
did do AUX VBD 4 aux
not not PART RB 4 neg
attack attack VERB VB 0 ROOT
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 4 punct
)",
                     "attack"),
              "negated");
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 3 nsubj B-GPE
never never ADV RB 3 neg
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)",
                     "attacked"),
              "negated");
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
left leave VERB VBD 0 ROOT
without without ADP IN 2 prep
attacking attack VERB VBG 3 pcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                     "attacking"),
              "negated");
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
carried carry VERB VBD 0 ROOT
out out ADP RP 2 prt
no no DET DT 5 det
attack attack NOUN NN 2 dobj
against against ADP IN 5 prep
Sudan~ Sudan PROPN NNP 6 pobj B-GPE
.~ . PUNCT . 2 punct
)",
                     "attack", "carried"),
              "negated");
}

TEST(StatusReader, NegatedArguments) {
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
no no DET DT 4 det
towns town NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)",
                     "attacked"),
              "negated");
    EXPECT_EQ(status(R"(
At at ADP IN 6 prep
no no DET DT 3 det
point point NOUN NN 1 pobj
did do AUX VBD 6 aux
Kenya Kenya PROPN NNP 6 nsubj B-GPE
attack attack VERB VB 0 ROOT
Sudan~ Sudan PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 6 punct
)",
                     "attack"),
              "negated");
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
threatened threaten VERB VBD 0 ROOT
nobody nobody PRON NN 2 dobj
and and CCONJ CC 2 cc
attacked attack VERB VBD 2 conj
Sudan~ Sudan PROPN NNP 5 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                     "attacked"),
              "actual");
}

TEST(StatusReader, CounterfactualsAndForecasts) {
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 4 nsubj B-GPE
would would AUX MD 4 aux
have have AUX VB 4 aux
attacked attack VERB VBN 0 ROOT
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 4 punct
)",
                     "attacked"),
              "negated");
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
is be AUX VBZ 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                     "attack"),
              "planned");
}

TEST(StatusReader, LabelledClaims) {
    EXPECT_EQ(status(R"(
Claims claim NOUN NNS 6 nsubj
that that SCONJ IN 4 mark
Kenya Kenya PROPN NNP 4 nsubj B-GPE
attacked attack VERB VBD 1 acl
Sudan Sudan PROPN NNP 4 dobj B-GPE
are be AUX VBP 0 ROOT
untrue~ untrue ADJ JJ 6 acomp
.~ . PUNCT . 6 punct
)",
                     "attacked"),
              "denied");
}

TEST(StatusReader, ModalityAndAdverbs) {
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 3 nsubj B-GPE
may may AUX MD 3 aux
attack attack VERB VB 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)",
                     "attack"),
              "possible");
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 3 nsubj B-GPE
allegedly allegedly ADV RB 3 advmod
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)",
                     "attacked"),
              "alleged");
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 4 nsubj B-GPE
may may AUX MD 4 aux
not not PART RB 4 neg
attack attack VERB VB 0 ROOT
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 4 punct
)",
                     "attack"),
              "negated");
}

TEST(StatusReader, Governors) {
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
plans plan VERB VBZ 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                     "attack"),
              "planned");
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
failed fail VERB VBD 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                     "attack"),
              "failed");
}

TEST(StatusReader, Conditions) {
    EXPECT_EQ(status(R"(
If if SCONJ IN 3 mark
Kenya Kenya PROPN NNP 3 nsubj B-GPE
attacks attack VERB VBZ 8 advcl
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
, , PUNCT , 8 punct
Chad Chad PROPN NNP 8 nsubj B-GPE
will will AUX MD 8 aux
leave~ leave VERB VB 0 ROOT
.~ . PUNCT . 8 punct
)",
                     "attacks"),
              "possible");
    EXPECT_EQ(status(R"(
Chad Chad PROPN NNP 3 nsubj B-GPE
will will AUX MD 3 aux
leave leave VERB VB 0 ROOT
unless unless SCONJ IN 6 mark
Kenya Kenya PROPN NNP 6 nsubj B-GPE
attacks attack VERB VBZ 3 advcl
Sudan~ Sudan PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 3 punct
)",
                     "attacks"),
              "possible");
}

TEST(StatusReader, ModifiersOfNouns) {
    EXPECT_EQ(status(R"(
The the DET DT 3 det
alleged alleged ADJ JJ 3 amod
attack attack NOUN NN 6 nsubj
on on ADP IN 3 prep
Sudan Sudan PROPN NNP 4 pobj B-GPE
surprised surprise VERB VBD 0 ROOT
Kenya~ Kenya PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 6 punct
)",
                     "attack"),
              "alleged");
    EXPECT_EQ(status(R"(
The the DET DT 3 det
foiled foiled ADJ JJ 3 amod
attack attack NOUN NN 6 nsubj
on on ADP IN 3 prep
Sudan Sudan PROPN NNP 4 pobj B-GPE
surprised surprise VERB VBD 0 ROOT
Kenya~ Kenya PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 6 punct
)",
                     "attack"),
              "failed");
}

TEST(StatusReader, QuestionsLeaveItOpen) {
    EXPECT_EQ(status(R"(
Has have AUX VBZ 3 aux
Kenya Kenya PROPN NNP 3 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
?~ ? PUNCT . 3 punct
)",
                     "attacked"),
              "possible");
}

TEST(StatusReader, AReportedClauseKeepsItsOwnStatus) {
    EXPECT_EQ(status(R"(
Kenya Kenya PROPN NNP 4 nsubj B-GPE
did do AUX VBD 4 aux
not not PART RB 4 neg
say say VERB VB 0 ROOT
that that SCONJ IN 7 mark
Sudan Sudan PROPN NNP 7 nsubj B-GPE
attacked attack VERB VBD 4 ccomp
Chad~ Chad PROPN NNP 7 dobj B-GPE
.~ . PUNCT . 4 punct
)",
                     "attacked"),
              "actual");
}

TEST(StatusReader, ComingActsAreAnnounced) {
    const auto announced = [](std::string_view table, std::string_view verb) {
        const auto sample = test::sample_from_table(table);
        const SyntaxTree tree(sample.parse);
        const Arguments arguments(tree);
        const StatusReader reader(arguments, test::small_events().data().status_words);
        return reader.is_announced(test::token_of(sample, verb));
    };
    EXPECT_TRUE(announced(R"(
Kenya Kenya PROPN NNP 3 nsubj B-GPE
will will AUX MD 3 aux
attack attack VERB VB 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)",
                          "attack"));
    EXPECT_FALSE(announced(R"(
Kenya Kenya PROPN NNP 3 nsubj B-GPE
may may AUX MD 3 aux
attack attack VERB VB 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)",
                           "attack"));
    EXPECT_FALSE(announced(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
plans plan VERB VBZ 0 ROOT
to to PART TO 4 aux
attack attack VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                           "attack"));
}

TEST(StatusWords, MalformedRowsNameTheirPlace) {
    const test::TempFolder folder;
    StatusWords words;
    const auto relation =
        words.load(folder.write("r.tsv", "word\trelation\tstatus\nmay\tverb\tpossible\n"));
    ASSERT_FALSE(relation.has_value());
    EXPECT_EQ(relation.error().line, 2U);
    EXPECT_EQ(relation.error().column, 5U);
    EXPECT_FALSE(relation.error().hint.empty());
    const auto status =
        words.load(folder.write("s.tsv", "word\trelation\tstatus\nmay\tauxiliary\tsure\n"));
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().message, "there is no status sure");
    EXPECT_EQ(status.error().column, 15U);
    EXPECT_FALSE(words.load(folder.path() + "/none.tsv").has_value());
}

TEST(StatusWords, AreToldApartByRelation) {
    const test::TempFolder folder;
    StatusWords words;
    ASSERT_TRUE(words.load(folder.write("s.tsv", test::kStatusWords)).has_value());
    const StatusWord* found = words.find("auxiliary", "may");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->plain.status, EventStatus::Possible);
    EXPECT_EQ(found->negated, EventStatus::Negated);
    EXPECT_FALSE(found->plain.unreal);
    EXPECT_EQ(words.find("adverb", "may"), nullptr);
    EXPECT_EQ(words.find("auxiliary", "must"), nullptr);
}

/// The status by a table of its own.
std::string status_by(const char* words, std::string_view table, std::string_view predicate) {
    const test::TempFolder folder;
    StatusWords rows;
    EXPECT_TRUE(rows.load(
        folder.write("s.tsv", std::string("word\trelation\tstatus\tif_negated\n") + words)));
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const StatusReader reader(arguments, rows);
    return std::string(to_string(reader.read(test::token_of(sample, predicate), kNoToken).status));
}

TEST(StatusReader, WhoDidNotFailHasActed) {
    constexpr const char* kFailed = R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
failed fail VERB VBD 0 ROOT
to to PART TO 4 aux
leave leave VERB VB 2 xcomp
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 2 punct
)";
    constexpr const char* kDidNotFail = R"(
Kenya Kenya PROPN NNP 4 nsubj B-GPE
did do AUX VBD 4 aux
not not PART RB 4 neg
fail fail VERB VB 0 ROOT
to to PART TO 6 aux
leave leave VERB VB 4 xcomp
Sudan~ Sudan PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 4 punct
)";
    EXPECT_EQ(status_by("fail\tgovernor\tfailed\n", kFailed, "leave"), "failed");
    EXPECT_EQ(status_by("fail\tgovernor\tfailed\n", kDidNotFail, "leave"), "actual");
    EXPECT_EQ(status_by("fail\tgovernor\tfailed\tpossible\n", kDidNotFail, "leave"), "possible");
}

TEST(StatusReader, ASubjectDenies) {
    EXPECT_EQ(status_by("nobody\tsubject\tnegated\n", R"(
Nobody nobody PRON NN 2 nsubj
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                        "attacked"),
              "negated");
}

TEST(StatusReader, AVerbMayNeedItsPreposition) {
    constexpr const char* kStopped = R"(
Police police NOUN NNS 2 nsubj
stopped stop VERB VBD 0 ROOT
students student NOUN NNS 2 dobj
from from ADP IN 2 prep
marching march VERB VBG 4 pcomp
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(status_by("stop from\tthrough\tfailed\n", kStopped, "marching"), "failed");
    EXPECT_EQ(status_by("stop\tgovernor\tfailed\n", kStopped, "marching"), "actual");
}

/// Whether the parser hangs *against* on the law or on the verb.
TEST(StatusReader, ALawAgainstAnActIsNoAct) {
    for (const int head : {4, 2}) {
        const std::string passed = fmt::format(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
passed pass VERB VBD 0 ROOT
a a DET DT 4 det
law law NOUN NN 2 dobj
against against ADP IN {} prep
insulting insult VERB VBG 5 pcomp
judges~ judge NOUN NNS 6 dobj
.~ . PUNCT . 2 punct
)",
                                               head);
        EXPECT_EQ(status_by("law against ing\tthrough\tnegated\n", passed, "insulting"), "negated");
    }
}

TEST(StatusReader, ReadsWhatIsSaidOfAnEventNoun) {
    constexpr const char* kNever = R"(
The the DET DT 2 det
talks talk NOUN NNS 4 nsubj
never never ADV RB 4 neg
took take VERB VBD 0 ROOT
place place NOUN NN 4 dobj
.~ . PUNCT . 4 punct
)";
    EXPECT_EQ(status_by("take place\tpredicate\tactual\n", kNever, "talks"), "negated");
    EXPECT_EQ(status_by("", kNever, "talks"), "actual");
    EXPECT_EQ(status_by("rage\tpredicate\tongoing\n", R"(
Fighting fighting NOUN NN 2 nsubj
raged rage VERB VBD 0 ROOT
on on ADP RP 2 prt
.~ . PUNCT . 2 punct
)",
                        "Fighting"),
              "ongoing");
}

TEST(StatusReader, AClaimThatIsRejectedIsDenied) {
    constexpr const char* kClaims = R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
rejected reject VERB VBD 0 ROOT
claims claim NOUN NNS 2 dobj
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj
attacked attack VERB VBD 3 acl
Sudan~ Sudan PROPN NNP 6 dobj B-GPE
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(status_by("claim\tnoun\talleged\nreject\tdenier\tdenied\n", kClaims, "attacked"),
              "denied");
    EXPECT_EQ(status_by("claim\tnoun\talleged\n", kClaims, "attacked"), "alleged");
}

TEST(StatusReader, InvertedConditionsAreUnreal) {
    const auto had = R"(
Had have AUX VBD 3 aux
Kenya Kenya PROPN NNP 3 nsubj B-GPE
attacked attack VERB VBN 6 advcl
,~ , PUNCT , 6 punct
Sudan Sudan PROPN NNP 6 nsubj B-GPE
fled flee VERB VBD 0 ROOT
.~ . PUNCT . 6 punct
)";
    EXPECT_EQ(status_by("", had, "attacked"), "negated");
}

TEST(StatusReader, QuestionsAndConditionsAreUnreal) {
    const auto sample = test::sample_from_table(R"(
Will will AUX MD 3 aux
Kenya Kenya PROPN NNP 3 nsubj B-GPE
attack attack VERB VB 0 ROOT
Sudan~ Sudan PROPN NNP 3 dobj B-GPE
?~ ? PUNCT . 3 punct
)");
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    const StatusReader reader(arguments, test::small_events().data().status_words);
    const TokenIndex attack = test::token_of(sample, "attack");
    EXPECT_TRUE(reader.read(attack, kNoToken).unreal);
    EXPECT_FALSE(reader.is_announced(attack));
}

}  // namespace
}  // namespace tidings::coding
