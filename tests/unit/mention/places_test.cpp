#include <gtest/gtest.h>

#include "mention/place/find_places.hpp"
#include "support/small_gazetteer.hpp"

namespace tidings::mention {
namespace {

MentionLexica places_lexica() {
    MentionLexica lexica = test::small_lexica();
    lexica.gazetteer = test::small_gazetteer();
    return lexica;
}

/// Every place as `WORDS = NAME ADMIN1 COUNTRY use`.
std::vector<std::string> places_in(std::string_view table) {
    const auto sample = test::sample_from_table(table);
    const SyntaxTree tree(sample.parse);
    std::vector<std::string> found;
    for (const PlaceMention& place : find_places(sample.report, tree, places_lexica())) {
        std::string line = std::string(slice(sample.report.text, place.span)) + " = " + place.name;
        if (!place.admin1.empty()) line += " " + place.admin1;
        if (!place.country.empty()) line += " " + place.country;
        found.push_back(line + " " + place.use);
    }
    return found;
}

using Places = std::vector<std::string>;

TEST(Places, TheTextPutsATownIntoItsState) {
    EXPECT_EQ(places_in(R"(
He he PRON PRP 2 nsubj
lives live VERB VBZ 0 ROOT
in in ADP IN 2 prep
Springfield~ Springfield PROPN NNP 3 pobj B-GPE
,~ , PUNCT , 4 punct
Illinois~ Illinois PROPN NNP 4 appos B-GPE
.~ . PUNCT . 2 punct
)"),
              (Places{"Springfield = Springfield Illinois USA literal",
                      "Illinois = Illinois USA literal"}));
}

TEST(Places, NeighboursTellWhichTownIsMeant) {
    EXPECT_EQ(places_in(R"(
Crews crew NOUN NNS 2 nsubj
drove drive VERB VBD 0 ROOT
from from ADP IN 2 prep
Ozark Ozark PROPN NNP 3 pobj B-GPE
to to ADP IN 2 prep
Springfield~ Springfield PROPN NNP 5 pobj B-GPE
.~ . PUNCT . 2 punct
)"),
              (Places{"Ozark = Ozark Missouri USA literal",
                      "Springfield = Springfield Missouri USA literal"}));
}

TEST(Places, UsesAreToldApart) {
    EXPECT_EQ(places_in(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
said say VERB VBD 0 ROOT
Sudanese sudanese ADJ JJ 4 amod B-NORP
troops troop NOUN NNS 5 nsubj
left leave VERB VBD 2 ccomp
the the DET DT 8 det
Khartoum Khartoum PROPN NNP 8 compound B-GPE
suburbs suburb NOUN NNS 5 dobj
near near ADP IN 5 prep
the the DET DT 12 det
Red Red PROPN NNP 12 compound B-LOC
Sea~ Sea PROPN NNP 9 pobj I-LOC
.~ . PUNCT . 2 punct
)"),
              (Places{"Kenya = Kenya KEN metonym", "Sudanese = Sudan SDN demonym",
                      "Khartoum = Khartoum SDN modifier", "Red Sea = Red Sea literal"}));
}

TEST(Places, TownsInNamesOfBodiesAreEmbedded) {
    EXPECT_EQ(places_in(R"(
Nairobi Nairobi PROPN NNP 2 compound B-ORG
Hospital Hospital PROPN NNP 3 nsubj I-ORG
closed close VERB VBD 0 ROOT
.~ . PUNCT . 3 punct
)"),
              Places{"Nairobi = Nairobi Nairobi County KEN embedded"});
}

TEST(Places, PeopleAndWordsAreNoPlaces) {
    EXPECT_EQ(places_in(R"(
Reading reading NOUN NN 2 nsubj
bores bore VERB VBZ 0 ROOT
Paris Paris PROPN NNP 4 compound B-PERSON
Okoro~ Okoro PROPN NNP 2 dobj I-PERSON
.~ . PUNCT . 2 punct
)"),
              Places{});
    EXPECT_EQ(
        places_in(R"(
She she PRON PRP 2 nsubj
works work VERB VBZ 0 ROOT
in in ADP IN 2 prep
Reading~ Reading PROPN NNP 3 pobj B-GPE
,~ , PUNCT , 4 punct
Pa. Pa. PROPN NNP 4 appos B-GPE
)"),
        (Places{"Reading = Reading Pennsylvania USA literal", "Pa. = Pennsylvania USA literal"}));
}

TEST(Places, DatelinesAreReadThoughTheyAreNotParsed) {
    EXPECT_EQ(places_in(R"(
== dateline KHARTOUM, Sudan (News) -
== body
Talks talk NOUN NNS 2 nsubj
began begin VERB VBD 0 ROOT
.~ . PUNCT . 2 punct
)"),
              (Places{"KHARTOUM = Khartoum SDN literal", "Sudan = Sudan SDN literal"}));
}

TEST(Places, WithoutAGazetteerThereAreNone) {
    const auto sample = test::sample_from_table(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
spoke speak VERB VBD 0 ROOT
)");
    const SyntaxTree tree(sample.parse);
    EXPECT_TRUE(find_places(sample.report, tree, test::small_lexica()).empty());
}

}  // namespace
}  // namespace tidings::mention
