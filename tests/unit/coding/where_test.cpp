#include "coding/where.hpp"

#include <gtest/gtest.h>

#include "support/small_gazetteer.hpp"

namespace tidings::coding {
namespace {

/// Where the event of the word happened, with its basis; `-` for nowhere.
std::string where(std::string_view table, std::string_view predicate, std::string_view type) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    const Arguments arguments(tree);
    MentionLexica lexica = test::small_lexica();
    lexica.gazetteer = test::small_gazetteer();
    const Mentions mentions = find_mentions(sample.report, sample.parse, lexica);
    const PlaceFinder finder(arguments, mentions);
    const auto place = finder.find(test::token_of(sample, predicate), type, std::nullopt);
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
