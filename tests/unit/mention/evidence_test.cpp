#include "mention/actor/evidence.hpp"

#include <gtest/gtest.h>

#include "support/small_data.hpp"

namespace tidings::mention {
namespace {

/// The reading of the phrase whose head is written `head`.
Evidence read(std::string_view table, std::string_view head, const std::string& published = {}) {
    auto sample = test::sample_from_table(table);
    sample.report.published = published;
    const SyntaxTree tree(sample.parse);
    const EvidenceReader reader(sample.report, tree, test::small_actors().data());
    const TokenIndex token = test::token_of(sample, head);
    for (const NounPhrase& phrase : find_noun_phrases(tree)) {
        if (phrase.head != token) continue;
        Evidence evidence = reader.read(phrase);
        evidence.row = nullptr;
        return evidence;
    }
    ADD_FAILURE() << "no phrase with head " << head;
    return {};
}

using Sectors = std::vector<std::string>;

TEST(Evidence, TitleNameAndCountry) {
    const Evidence e = read(R"(
Kenya~ Kenya PROPN NNP 3 poss B-GPE
's 's PART POS 1 case
President President PROPN NNP 5 compound
Tom Tom PROPN NNP 5 compound B-PERSON
Maro Maro PROPN NNP 6 nsubj I-PERSON
expelled expel VERB VBD 0 ROOT
two two NUM CD 9 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 9 amod B-NORP
diplomats~ diplomat NOUN NNS 6 dobj
.~ . PUNCT . 6 punct
)",
                            "Maro");
    EXPECT_EQ(e.type, MentionType::Person);
    EXPECT_EQ(e.name, "Tom Maro");
    EXPECT_EQ(e.country, "KEN");
    EXPECT_EQ(e.sectors, Sectors{"GOV"});
    EXPECT_EQ(e.role, "President");
    EXPECT_NE(e.why.find("role"), std::string::npos);
}

TEST(Evidence, RoleWithNationality) {
    const Evidence e = read(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 5 amod B-NORP
diplomats~ diplomat NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)",
                            "diplomats");
    EXPECT_EQ(e.type, MentionType::Role);
    EXPECT_EQ(e.country, "SDN");
    EXPECT_EQ(e.sectors, Sectors{"GOV"});
    EXPECT_TRUE(e.plural);
    EXPECT_FALSE(e.definite);
}

TEST(Evidence, OfPhraseGivesTheCountry) {
    const Evidence e = read(R"(
The the DET DT 3 det
prime prime ADJ JJ 3 amod
minister minister NOUN NN 6 nsubj
of of ADP IN 3 prep
Albania Albania PROPN NNP 4 pobj B-GPE
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 6 punct
)",
                            "minister");
    EXPECT_EQ(e.type, MentionType::Role);
    EXPECT_EQ(e.country, "ALB");
    EXPECT_EQ(e.role, "prime minister");
    EXPECT_TRUE(e.definite);
}

TEST(Evidence, BackedByACountryIsNoNationality) {
    const Evidence e = read(R"(
U.S.-backed u.s.-backed ADJ JJ 2 amod
rebels rebel NOUN NNS 3 nsubj
attacked attack VERB VBD 0 ROOT
the the DET DT 5 det
town~ town NOUN NN 3 dobj
.~ . PUNCT . 3 punct
)",
                            "rebels");
    EXPECT_EQ(e.type, MentionType::Role);
    EXPECT_EQ(e.sectors, Sectors{"REB"});
    EXPECT_EQ(e.country, "");
    // The same words as tokens of their own.
    const Evidence split = read(
        "Kenya~ Kenya PROPN NNP 3 npadvmod B-GPE\n-~ - PUNCT HYPH 3 punct\nbacked back VERB VBN 4 "
        "amod\nrebels rebel NOUN NNS 5 nsubj\nleft leave VERB VBD 0 ROOT\n",
        "rebels");
    EXPECT_EQ(split.country, "");
}

TEST(Evidence, ABodysSectorsComeBeforeTheRoles) {
    const Evidence e = read(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
condemned condemn VERB VBD 0 ROOT
the the DET DT 5 det
U.N. U.N. PROPN NNP 5 compound B-ORG
experts~ expert NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)",
                            "experts");
    EXPECT_EQ(e.sectors, Sectors{"IGO"});
    EXPECT_EQ(e.code, "IGOUNO");
    const Evidence soldiers = read(R"(
African African PROPN NNP 2 compound B-ORG
Union Union PROPN NNP 3 compound I-ORG
soldiers soldier NOUN NNS 4 nsubj
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 4 punct
)",
                                   "soldiers");
    EXPECT_EQ(soldiers.sectors, (Sectors{"IGO", "MIL"}));
    EXPECT_EQ(soldiers.country, "");
}

TEST(Evidence, FormerOfficeHoldersAreElites) {
    const Evidence e = read(R"(
Kenya~ Kenya PROPN NNP 4 poss B-GPE
's 's PART POS 1 case
former former ADJ JJ 4 amod
president president NOUN NN 5 nsubj
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 5 punct
)",
                            "president");
    EXPECT_EQ(e.sectors, (Sectors{"ELI", "GOV"}));
    EXPECT_EQ(e.country, "KEN");
}

TEST(Evidence, CountriesCapitalsAndSeats) {
    EXPECT_EQ(read(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
condemned condemn VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                   "Kenya")
                  .type,
              MentionType::Country);
    const Evidence capital = read(R"(
Nairobi Nairobi PROPN NNP 2 nsubj B-GPE
condemned condemn VERB VBD 0 ROOT
Khartoum~ Khartoum PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                                  "Khartoum");
    EXPECT_EQ(capital.type, MentionType::Country);
    EXPECT_EQ(capital.country, "SDN");
    const Evidence seat = read(R"(
The the DET DT 3 det B-ORG
White White PROPN NNP 3 compound I-ORG
House House PROPN NNP 4 nsubj I-ORG
condemned condemn VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 4 punct
)",
                               "House");
    EXPECT_EQ(seat.country, "USA");
    EXPECT_EQ(seat.type, MentionType::Country);
}

TEST(Evidence, APeopleIsNoGovernment) {
    const Evidence e = read(R"(
Kenyans Kenyans PROPN NNPS 2 nsubj B-NORP
praised praise VERB VBD 0 ROOT
the the DET DT 4 det
farmers~ farmer NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)",
                            "Kenyans");
    EXPECT_EQ(e.type, MentionType::Role);
    EXPECT_EQ(e.country, "KEN");
    EXPECT_EQ(e.sectors, Sectors{"CVL"});
}

TEST(Evidence, PlacesAreMarked) {
    EXPECT_TRUE(read(R"(
Police Police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 ROOT
a a DET DT 4 det
farmer farmer NOUN NN 2 dobj
in in ADP IN 4 prep
Sudan~ Sudan PROPN NNP 5 pobj B-GPE
.~ . PUNCT . 2 punct
)",
                     "Sudan")
                    .is_place);
    EXPECT_FALSE(read(R"(
Police Police NOUN NNS 2 nsubj
attacked attack VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)",
                      "Sudan")
                     .is_place);
}

TEST(Evidence, TheRowThatHoldsOnTheReportsDate) {
    constexpr std::string_view kTable = R"(
Lena Lena PROPN NNP 2 compound B-PERSON
Okoro Okoro PROPN NNP 3 nsubj I-PERSON
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 3 punct
)";
    EXPECT_EQ(read(kTable, "Okoro", "2017-05-01").sectors, Sectors{"GOV"});
    EXPECT_EQ(read(kTable, "Okoro", "2019-12-31").sectors, Sectors{"GOV"});
    EXPECT_EQ(read(kTable, "Okoro", "2021-05-01").sectors, Sectors{"ELI"});
}

TEST(Evidence, WhatIsNoActorIsNone) {
    EXPECT_EQ(read(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
closed close VERB VBD 0 ROOT
the the DET DT 4 det
border~ border NOUN NN 2 dobj
.~ . PUNCT . 2 punct
)",
                   "border")
                  .type,
              MentionType::None);
    EXPECT_EQ(read(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
met meet VERB VBD 0 ROOT
on on ADP IN 2 prep
Monday~ Monday PROPN NNP 3 pobj B-DATE
.~ . PUNCT . 2 punct
)",
                   "Monday")
                  .type,
              MentionType::None);
    EXPECT_EQ(read(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
said say VERB VBD 0 ROOT
this~ this PRON DT 2 dobj
.~ . PUNCT . 2 punct
)",
                   "this")
                  .type,
              MentionType::None);
}

TEST(Evidence, ACountryInALongerNameIsNoMention) {
    constexpr std::string_view kTable = R"(
The the DET DT 3 det B-ORG
National National PROPN NNP 3 compound I-ORG
Council Council PROPN NNP 8 nsubj I-ORG
of of ADP IN 3 prep I-ORG
Resistance Resistance PROPN NNP 4 pobj I-ORG
of of ADP IN 5 prep I-ORG
Iran Iran PROPN NNP 6 pobj
protested~ protest VERB VBD 0 ROOT
.~ . PUNCT . 8 punct
)";
    EXPECT_EQ(read(kTable, "Iran").type, MentionType::None);
    const Evidence body = read(kTable, "Council");
    EXPECT_EQ(body.type, MentionType::Known);
    EXPECT_EQ(body.sectors, Sectors{"OPP"});
}

}  // namespace
}  // namespace tidings::mention
