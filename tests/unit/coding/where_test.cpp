#include "coding/where.hpp"

#include <optional>

#include <gtest/gtest.h>

#include "support/small_gazetteer.hpp"

namespace tidings::coding {
namespace {

/// Where the event of the word happened, with its basis; `-` for nowhere.
std::string where(std::string_view table, std::string_view predicate, std::string_view type,
                  std::string_view mode = {}) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    MentionLexica lexica = test::small_lexica();
    lexica.gazetteer = test::small_gazetteer();
    const Mentions mentions = find_mentions(sample.report, sample.parse, lexica);
    const PlaceFinder finder(arguments, mentions);
    Event event;
    event.type = type;
    const auto side = [&](TokenIndex token) -> std::optional<EventSide> {
        if (token == kNoToken || mentions.mention_at[token] == Mentions::kNoMention) return {};
        EventSide found;
        found.actor = mentions.mentions[mentions.mention_at[token]].actor;
        return found;
    };
    const TokenIndex at = test::token_of(sample, predicate);
    event.mode = mode;
    event.source = side(arguments.subject(at));
    event.target = side(arguments.object(at));
    const auto place = finder.find(event, at, std::nullopt);
    if (!place) return "-";
    return mentions.places[place->place].name + ": " + std::string(to_string(place->basis));
}

TEST(Where, WhatIsSaidOfThePredicate) {
    constexpr std::string_view kTable = R"(
Police police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 ROOT
Kenyan kenyan ADJ JJ 4 amod B-NORP
farmers farmer NOUN NNS 2 dobj
near near ADP IN 2 prep
Khartoum~ Khartoum PROPN NNP 5 pobj B-GPE
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(where(kTable, "arrested", "COERCE"), "Khartoum: said of the event");
}

TEST(Where, WhereItsObjectIs) {
    constexpr std::string_view kTable = R"(
Rebels rebel NOUN NNS 2 nsubj
shelled shell VERB VBD 0 ROOT
residents resident NOUN NNS 2 dobj
of of ADP IN 3 prep
Khartoum~ Khartoum PROPN NNP 4 pobj B-GPE
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(where(kTable, "shelled", "ASSAULT"), "Khartoum: where its object is");
}

TEST(Where, GovernmentsAndNationalitiesAreNoPlaces) {
    constexpr std::string_view kTable = R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
condemned condemn VERB VBD 0 ROOT
Sudanese sudanese ADJ JJ 4 amod B-NORP
rebels~ rebel NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(where(kTable, "condemned", "ACCUSE"), "-");
}

TEST(Where, AStateExpelsFromWhereItIs) {
    constexpr std::string_view kTable = R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(where(kTable, "expelled", "SANCTION", "expel"),
              "Kenya: the state in which it is done");
    EXPECT_EQ(where(kTable, "expelled", "SANCTION"), "-");
}

TEST(Where, WhatTellsOnlyWhoseItIs) {
    constexpr std::string_view kTable = R"(
US~ US PROPN NNP 3 npadvmod B-GPE
-~ - PUNCT HYPH 3 punct
backed back VERB VBN 4 amod
rebels rebel NOUN NNS 5 nsubj
attacked attack VERB VBD 0 ROOT
soldiers soldier NOUN NNS 5 dobj
in in ADP IN 5 prep
the the DET DT 9 det
country~ country NOUN NN 7 pobj
.~ . PUNCT . 5 punct
)";
    EXPECT_EQ(where(kTable, "attacked", "ASSAULT"), "-");
}

TEST(Where, TheCountryIsTheOneNamedBefore) {
    constexpr std::string_view kTable = R"(
Sudan Sudan PROPN NNP 2 nsubj B-GPE
is be AUX VBZ 0 ROOT
quiet~ quiet ADJ JJ 2 acomp
.~ . PUNCT . 2 punct

Rebels rebel NOUN NNS 2 nsubj
attacked attack VERB VBD 0 ROOT
farmers farmer NOUN NNS 2 dobj
in in ADP IN 2 prep
the the DET DT 6 det
country~ country NOUN NN 4 pobj
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(where(kTable, "attacked", "ASSAULT"), "Sudan: said of the event");
}

TEST(Where, ASpeakerIsWhereOtherWordsOfHisAreSpoken) {
    constexpr std::string_view kTable = R"(
Okoro Okoro PROPN NNP 2 nsubj B-PERSON
condemned condemn VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct

Okoro Okoro PROPN NNP 2 nsubj B-PERSON
spoke speak VERB VBD 0 ROOT
in in ADP IN 2 prep
Paris~ Paris PROPN NNP 3 pobj B-GPE
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(where(kTable, "condemned", "ACCUSE"), "Paris: where its speaker is");
}

TEST(Where, MovementsEndWhereTheyGoOrBeginWhereTheyLeave) {
    constexpr std::string_view kTable = R"(
Soldiers soldier NOUN NNS 2 nsubj
moved move VERB VBD 0 ROOT
from from ADP IN 2 prep
Paris Paris PROPN NNP 3 pobj B-GPE
to to ADP IN 2 prep
Nairobi~ Nairobi PROPN NNP 5 pobj B-GPE
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(where(kTable, "moved", "MOBILIZE"), "Nairobi: said of the event");
    EXPECT_EQ(where(kTable, "moved", "RETREAT"), "Paris: said of the event");
}

TEST(Where, TheDatelineStandsIn) {
    constexpr std::string_view kTable = R"(
== dateline NAIROBI, Kenya (News) -
== body
Ministers minister NOUN NNS 2 nsubj
met meet VERB VBD 0 ROOT
.~ . PUNCT . 2 punct
)";
    EXPECT_EQ(where(kTable, "met", "CONSULT"), "Nairobi: the dateline");
}

}  // namespace
}  // namespace tidings::coding
