#include "mention/actor/known_names.hpp"

#include <gtest/gtest.h>

#include "support/small_data.hpp"

namespace tidings::mention {
namespace {

/// Names found, each with its first row's own name: `UN=United Nations; ...`.
std::string names_in(std::string_view table) {
    const auto sample = test::sample_from_table(table);
    const auto& data = test::small_actors().data();
    std::string joined;
    for (const KnownName& known : find_known_names(sample.report.text, sample.parse, data.names)) {
        const Span span{sample.parse.tokens[known.first].span.start,
                        sample.parse.tokens[known.last - 1].span.end};
        if (!joined.empty()) joined += "; ";
        joined +=
            std::string(slice(sample.report.text, span)) + "=" + data.rows[known.rows.front()].name;
    }
    return joined;
}

TEST(KnownNames, AcronymsMustBeWrittenInCapitals) {
    EXPECT_EQ(names_in(R"(
The the DET DT 2 det
WHO WHO PROPN NNP 3 nsubj B-ORG
praised praise VERB VBD 0 ROOT
Kenya~ Kenya PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)"),
              "WHO=World Health Organization; Kenya=Kenya");
    EXPECT_EQ(names_in(R"(
Those those PRON DT 5 nsubj
who who PRON WP 3 nsubj
praised praise VERB VBD 1 relcl
Kenya Kenya PROPN NNP 3 dobj B-GPE
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 5 punct
)"),
              "Kenya=Kenya");
    EXPECT_EQ(names_in(R"(
Who who PRON WP 2 nsubj
praised praise VERB VBD 0 ROOT
Kenya~ Kenya PROPN NNP 2 dobj B-GPE
?~ ? PUNCT . 2 punct
)"),
              "Kenya=Kenya");
    EXPECT_EQ(names_in(R"(
The the DET DT 2 det
soldiers soldier NOUN NNS 3 nsubj
told tell VERB VBD 0 ROOT
us we PRON PRP 3 dobj
to to PART TO 6 aux
leave~ leave VERB VB 3 xcomp
.~ . PUNCT . 3 punct
)"),
              "");
}

TEST(KnownNames, HyphensAndSmallInitials) {
    EXPECT_EQ(names_in(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
fought fight VERB VBD 0 ROOT
al~ al PROPN NNP 5 compound B-ORG
-~ - PROPN NNP 5 compound I-ORG
Shabaab Shabaab PROPN NNP 2 dobj I-ORG
in in ADP IN 2 prep
Nairobi~ Nairobi PROPN NNP 6 pobj B-GPE
.~ . PUNCT . 2 punct
)"),
              "Kenya=Kenya; al-Shabaab=al-Shabaab; Nairobi=Kenya");
    EXPECT_EQ(names_in(R"(
Al~ Al PROPN NNP 3 compound B-PERSON
-~ - PUNCT HYPH 3 punct I-PERSON
Shabab Shabab PROPN NNP 4 nsubj I-PERSON
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 4 punct
)"),
              "Al-Shabab=al-Shabaab");
    EXPECT_EQ(names_in(R"(
U.S.-backed u.s.-backed ADJ JJ 2 amod
rebels rebel NOUN NNS 3 nsubj
left~ leave VERB VBN 0 ROOT
.~ . PUNCT . 3 punct
)"),
              "");
}

TEST(KnownNames, TheLongestNameWins) {
    EXPECT_EQ(names_in(R"(
The the DET DT 3 det B-ORG
National National PROPN NNP 3 compound I-ORG
Council Council PROPN NNP 8 nsubj I-ORG
of of ADP IN 3 prep I-ORG
Resistance Resistance PROPN NNP 4 pobj I-ORG
of of ADP IN 5 prep I-ORG
Iran Iran PROPN NNP 6 pobj
protested~ protest VERB VBD 0 ROOT
.~ . PUNCT . 8 punct
)"),
              "National Council of Resistance of Iran=National Council of Resistance of Iran");
    EXPECT_EQ(names_in(R"(
The the DET DT 3 det B-GPE
Islamic Islamic PROPN NNP 3 compound I-GPE
Republic Republic PROPN NNP 6 nsubj I-GPE
of of ADP IN 3 prep I-GPE
Iran Iran PROPN NNP 4 pobj I-GPE
protested~ protest VERB VBD 0 ROOT
.~ . PUNCT . 6 punct
)"),
              "Islamic Republic of Iran=Iran");
    EXPECT_EQ(names_in(R"(
The the DET DT 3 det B-ORG
National National PROPN NNP 3 compound I-ORG
Council Council PROPN NNP 4 nsubj I-ORG
met meet VERB VBD 0 ROOT
Iran~ Iran PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 4 punct
)"),
              "Iran=Iran");
}

TEST(KnownNames, OnlyOnTokenBorders) {
    EXPECT_EQ(names_in(R"(
Chadwick Chadwick PROPN NNP 2 nsubj B-PERSON
met meet VERB VBD 0 ROOT
Kenyatta~ Kenyatta PROPN NNP 2 dobj B-PRODUCT
.~ . PUNCT . 2 punct
)"),
              "");
}

TEST(KnownNames, DiacriticsAreFolded) {
    EXPECT_EQ(names_in("Elysee Elysee PROPN NNP 2 compound\nPalace Palace PROPN NNP 0 ROOT\n"),
              "Elysee Palace=France");
    EXPECT_EQ(names_in("Élysée Élysée PROPN NNP 2 compound\nPalace Palace PROPN NNP 0 ROOT\n"),
              "Élysée Palace=France");
}

TEST(KnownNames, AllRowsOfANameAreGiven) {
    const auto sample = test::sample_from_table(R"(
Lena Lena PROPN NNP 2 compound B-PERSON
Okoro Okoro PROPN NNP 3 nsubj I-PERSON
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 3 punct
)");
    const auto found =
        find_known_names(sample.report.text, sample.parse, test::small_actors().data().names);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].rows.size(), 2U);
}

TEST(KnownNames, AnEmptyTextHasNone) {
    EXPECT_EQ(names_in(""), "");
}

}  // namespace
}  // namespace tidings::mention
