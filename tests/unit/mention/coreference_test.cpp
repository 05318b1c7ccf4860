// Which phrases mention the same actor, read off the whole stage's result.

#include "mention/coreference/coreference.hpp"

#include <gtest/gtest.h>

#include <tidings/mention.hpp>

#include "mention/actor/actor_code.hpp"
#include "support/small_data.hpp"

namespace tidings {
namespace {

struct Found {
    test::Sample sample;
    Mentions mentions;

    /// The actor that a word mentions, null if none.
    [[nodiscard]] const Actor* of(std::string_view word, int n = 0) const {
        const auto at = mentions.mention_at[test::token_of(sample, word, n)];
        if (at == Mentions::kNoMention) return nullptr;
        return &mentions.actors[mentions.mentions[at].actor];
    }
    [[nodiscard]] std::string name_of(std::string_view word, int n = 0) const {
        const Actor* actor = of(word, n);
        return actor == nullptr ? "-" : actor->name;
    }
};

Found find(std::string_view table) {
    Found found{test::sample_from_table(table), {}};
    found.mentions = find_mentions(found.sample.report, found.sample.parse, test::small_lexica());
    return found;
}

TEST(Coreference, ASurnameStandsForTheFullName) {
    const Found found = find(
        R"(
Kenya~ Kenya PROPN NNP 3 poss B-GPE
's 's PART POS 1 case
President President PROPN NNP 5 compound
Tom Tom PROPN NNP 5 compound B-PERSON
Maro Maro PROPN NNP 6 nsubj I-PERSON
expelled expel VERB VBD 0 ROOT
two two NUM CD 9 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 9 amod B-NORP
diplomats diplomat NOUN NNS 6 dobj
after after SCONJ IN 12 mark
Maro Maro PROPN NNP 12 nsubj B-PERSON
condemned condemn VERB VBD 6 advcl
Sudan~ Sudan PROPN NNP 12 dobj B-GPE
.~ . PUNCT . 6 punct
)");
    EXPECT_EQ(found.of("Maro", 0), found.of("Maro", 1));
    EXPECT_EQ(found.name_of("Maro", 1), "Tom Maro");
    EXPECT_EQ(found.of("Maro")->country, "KEN");
    EXPECT_EQ(found.of("Maro")->code, "KENGOV");
    EXPECT_EQ(found.of("Maro")->mentions.size(), 2U);
}

TEST(Coreference, AppositionsAreOneActor) {
    const Found found = find(R"(
Kofi Kofi PROPN NNP 2 compound B-PERSON
Mensah~ Mensah PROPN NNP 9 nsubj I-PERSON
, , PUNCT , 2 punct
Ghana~ Ghana PROPN NNP 7 poss B-GPE
's 's PART POS 4 case
foreign foreign ADJ JJ 7 amod
minister~ minister NOUN NN 2 appos
, , PUNCT , 2 punct
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 9 punct
)");
    EXPECT_EQ(found.of("Mensah"), found.of("minister"));
    EXPECT_EQ(found.of("Mensah")->country, "GHA");
    EXPECT_EQ(found.of("Mensah")->name, "Kofi Mensah");
    EXPECT_EQ(found.of("Mensah")->role, "foreign minister");
}

TEST(Coreference, PronounsAgreeInGender) {
    const Found man = find(R"(
== body
Spokesman Spokesman PROPN NNP 3 compound
Tom Tom PROPN NNP 3 compound B-PERSON
Maro Maro PROPN NNP 4 nsubj I-PERSON
met meet VERB VBD 0 ROOT
spokeswoman spokeswoman NOUN NN 7 compound
Ana Ana PROPN NNP 7 compound B-PERSON
Hoxha~ Hoxha PROPN NNP 4 dobj I-PERSON
.~ . PUNCT . 4 punct
== body
He he PRON PRP 2 nsubj
praised praise VERB VBD 0 ROOT
her~ she PRON PRP 2 dobj
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(man.name_of("He"), "Tom Maro");
    EXPECT_EQ(man.name_of("her"), "Ana Hoxha");
}

TEST(Coreference, TheyIsAGroupAndItACountry) {
    const Found they = find(R"(
Kenyan kenyan ADJ JJ 2 amod B-NORP
soldiers soldier NOUN NNS 3 nsubj
crossed cross VERB VBD 0 ROOT
the the DET DT 5 det
border border NOUN NN 3 dobj
and and CCONJ CC 3 cc
they they PRON PRP 8 nsubj
killed kill VERB VBD 3 conj
three three NUM CD 11 nummod B-CARDINAL
Sudanese sudanese ADJ JJ 11 amod B-NORP
farmers~ farmer NOUN NNS 8 dobj
.~ . PUNCT . 8 punct
)");
    EXPECT_EQ(they.of("they"), they.of("soldiers"));
    EXPECT_NE(they.of("they"), they.of("farmers"));
    const Found its = find(R"(
Ghana Ghana PROPN NNP 2 nsubj B-GPE
recalled recall VERB VBD 0 ROOT
its its PRON PRP$ 4 poss
ambassador~ ambassador NOUN NN 2 dobj
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(its.of("its"), its.of("Ghana"));
    EXPECT_EQ(its.of("ambassador")->country, "GHA");
}

TEST(Coreference, WhoDoesItIsNotWhomItIsDoneTo) {
    const Found found = find(R"(
Ghana Ghana PROPN NNP 2 nsubj B-GPE
expelled expel VERB VBD 0 ROOT
two two NUM CD 5 nummod B-CARDINAL
Kenyan kenyan ADJ JJ 5 amod B-NORP
diplomats diplomat NOUN NNS 2 dobj
and and CCONJ CC 2 cc
accused accuse VERB VBD 2 conj
them they PRON PRP 7 dobj
of of ADP IN 7 prep
spying~ spy VERB VBG 9 pobj
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(found.of("them"), found.of("diplomats"));
}

TEST(Coreference, FirstPersonIsTheSpeaker) {
    const Found found = find(R"(
"~ " PUNCT `` 14 punct
We we PRON PRP 5 nsubj
will will AUX MD 5 aux
not not PART RB 5 neg
accept accept VERB VB 14 ccomp
this this DET DT 7 det
decision~ decision NOUN NN 5 dobj
,~ , PUNCT , 14 punct
" " PUNCT '' 14 punct
Kenyan kenyan ADJ JJ 11 amod B-NORP
President President PROPN NNP 13 compound
Tom Tom PROPN NNP 13 compound B-PERSON
Maro Maro PROPN NNP 14 nsubj I-PERSON
said say VERB VBD 0 ROOT
on on ADP IN 14 prep
Monday~ Monday PROPN NNP 15 pobj B-DATE
.~ . PUNCT . 14 punct
)");
    EXPECT_EQ(found.of("We"), found.of("Maro"));
}

TEST(Coreference, DefiniteDescriptionsGoBack) {
    const Found found = find(R"(
== body
A a DET DT 3 det
Kenyan kenyan ADJ JJ 3 amod B-NORP
diplomat diplomat NOUN NN 4 nsubj
left leave VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 4 punct
== body
The the DET DT 2 det
diplomat diplomat NOUN NN 3 nsubj
praised praise VERB VBD 0 ROOT
Ghana~ Ghana PROPN NNP 3 dobj B-GPE
.~ . PUNCT . 3 punct
)");
    EXPECT_EQ(found.of("diplomat", 0), found.of("diplomat", 1));
    const Found other = find(R"(
== body
A a DET DT 3 det
Kenyan kenyan ADJ JJ 3 amod B-NORP
diplomat diplomat NOUN NN 4 nsubj
left leave VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 4 punct
== body
A a DET DT 3 det
Ghanaian ghanaian ADJ JJ 3 amod B-NORP
diplomat diplomat NOUN NN 4 nsubj
stayed~ stay VERB VBD 0 ROOT
.~ . PUNCT . 4 punct
)");
    EXPECT_NE(other.of("diplomat", 0), other.of("diplomat", 1));
}

TEST(Coreference, AllNamesOfAGovernmentAreOne) {
    const Found found = find(R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
closed close VERB VBD 0 ROOT
the the DET DT 4 det
border~ border NOUN NN 2 dobj
.~ . PUNCT . 2 punct
== body
Nairobi Nairobi PROPN NNP 2 nsubj B-GPE
condemned condemn VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(found.of("Kenya"), found.of("Nairobi"));
    const Found police = find(R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
closed close VERB VBD 0 ROOT
the the DET DT 4 det
border~ border NOUN NN 2 dobj
.~ . PUNCT . 2 punct
== body
Kenyan kenyan ADJ JJ 2 amod B-NORP
police police NOUN NNS 3 nsubj
left~ leave VERB VBD 0 ROOT
.~ . PUNCT . 3 punct
)");
    EXPECT_NE(police.of("Kenya"), police.of("police"));
}

TEST(Coreference, OfficesWithoutCountryGetTheNearestOne) {
    const Found found = find(R"(
The the DET DT 2 det
government government NOUN NN 3 nsubj
arrested arrest VERB VBD 0 ROOT
five five NUM CD 5 nummod B-CARDINAL
protesters protester NOUN NNS 3 dobj
in in ADP IN 3 prep
Sudan~ Sudan PROPN NNP 6 pobj B-GPE
.~ . PUNCT . 3 punct
)");
    EXPECT_EQ(found.of("government")->country, "SDN");
    const Found before = find(R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
closed close VERB VBD 0 ROOT
the the DET DT 4 det
border~ border NOUN NN 2 dobj
.~ . PUNCT . 2 punct
== body
The the DET DT 2 det
government government NOUN NN 3 nsubj
condemned condemn VERB VBD 0 ROOT
the the DET DT 5 det
protesters~ protester NOUN NNS 3 dobj
.~ . PUNCT . 3 punct
)");
    EXPECT_EQ(before.of("government")->country, "KEN");
    const Found nobody = find(R"(
The the DET DT 2 det
government government NOUN NN 3 nsubj
condemned condemn VERB VBD 0 ROOT
the the DET DT 5 det
protesters~ protester NOUN NNS 3 dobj
.~ . PUNCT . 3 punct
)");
    EXPECT_EQ(nobody.of("government")->country, "");
}

TEST(Coreference, AnOfficeIsOfTheCountryThatTheReportIsAboutNotOfTheNearest) {
    const Found found = find(R"(
== body
Kenya~ Kenya PROPN NNP 3 poss B-GPE
's 's PART POS 1 case
president president NOUN NN 4 nsubj
closed close VERB VBD 0 ROOT
the the DET DT 6 det
border~ border NOUN NN 4 dobj
.~ . PUNCT . 4 punct
== body
Police police NOUN NNS 2 nsubj
arrested arrest VERB VBD 0 ROOT
protesters protester NOUN NNS 2 dobj
in in ADP IN 2 prep
Nairobi~ Nairobi PROPN NNP 4 pobj B-GPE
.~ . PUNCT . 2 punct
== body
Sudan Sudan PROPN NNP 2 nsubj B-GPE
praised praise VERB VBD 0 ROOT
ministers~ minister NOUN NNS 2 dobj
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(found.of("ministers")->country, "KEN");
}

TEST(Coreference, AClausePlaysWhereItSays) {
    const Found found = find(R"(
== body
Kenya Kenya PROPN NNP 2 nsubj B-GPE
closed close VERB VBD 0 ROOT
the the DET DT 4 det
border~ border NOUN NN 2 dobj
.~ . PUNCT . 2 punct
== body
In in ADP IN 5 prep
Sudan~ Sudan PROPN NNP 1 pobj B-GPE
, , PUNCT , 5 punct
police police NOUN NNS 5 nsubj
arrested arrest VERB VBD 0 ROOT
protesters~ protester NOUN NNS 5 dobj
.~ . PUNCT . 5 punct
)");
    EXPECT_EQ(found.of("police")->country, "SDN");
    EXPECT_EQ(found.of("protesters")->country, "SDN");
}

TEST(Coreference, ASpokesmanIsOfTheBodyThatHeSpeaksFor) {
    const Found found = find(R"(
== body
The the DET DT 3 det
United United PROPN NNP 3 compound B-ORG
Nations Nations PROPN NNPS 4 nsubj I-ORG
condemned condemn VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 4 dobj B-GPE
.~ . PUNCT . 4 punct
== body
A a DET DT 2 det
spokesman spokesman NOUN NN 3 nsubj
accused accuse VERB VBD 0 ROOT
the the DET DT 5 det
government~ government NOUN NN 3 dobj
.~ . PUNCT . 3 punct
)");
    ASSERT_NE(found.of("spokesman"), nullptr);
    EXPECT_EQ(found.of("spokesman")->code, "IGOUNO");
    EXPECT_EQ(found.of("spokesman")->sectors, std::vector<std::string>{"IGO"});
    EXPECT_EQ(found.of("government")->country, "SDN");
}

TEST(Coreference, CoordinatedCountriesAreTwoActors) {
    const Found found = find(R"(
Kenyan Kenyan PROPN NNP 4 amod B-NORP
and and CCONJ CC 1 cc
Sudanese sudanese ADJ JJ 1 conj B-NORP
troops troop NOUN NNS 5 nsubj
attacked attack VERB VBD 0 ROOT
the the DET DT 7 det
rebels~ rebel NOUN NNS 5 dobj
.~ . PUNCT . 5 punct
)");
    ASSERT_NE(found.of("troops"), nullptr);
    ASSERT_NE(found.of("Sudanese"), nullptr);
    EXPECT_NE(found.of("troops"), found.of("Sudanese"));
    EXPECT_EQ(found.of("troops")->code, "KENMIL");
    EXPECT_EQ(found.of("Sudanese")->code, "SDNMIL");
}

TEST(Coreference, ActorsAreNumberedInTextOrder) {
    const Found found = find(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
condemned condemn VERB VBD 0 ROOT
Sudan~ Sudan PROPN NNP 2 dobj B-GPE
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(found.of("Kenya")->id, "a1");
    EXPECT_EQ(found.of("Sudan")->id, "a2");
}

TEST(Coreference, WeakPhrasesAreKeptApart) {
    const Found found = find(R"(
Kenya Kenya PROPN NNP 2 nsubj B-GPE
attacked attack VERB VBD 0 ROOT
a a DET DT 4 det
convoy~ convoy NOUN NN 2 dobj
.~ . PUNCT . 2 punct
)");
    EXPECT_EQ(found.of("convoy"), nullptr);
    const auto at = found.mentions.weak_at[test::token_of(found.sample, "convoy")];
    ASSERT_NE(at, Mentions::kNoMention);
    const Actor& weak = found.mentions.actors[found.mentions.mentions[at].actor];
    EXPECT_TRUE(weak.weak);
    EXPECT_EQ(weak.name, "a convoy");
}

TEST(Coreference, CameoActorCodes) {
    EXPECT_EQ(mention::cameo_actor_code("KEN", {"GOV"}), "KENGOV");
    EXPECT_EQ(mention::cameo_actor_code("KEN", {"JRN"}), "KENMED");
    EXPECT_EQ(mention::cameo_actor_code("KEN", {"MED"}), "KENHLH");
    EXPECT_EQ(mention::cameo_actor_code("", {"REB", "GOV"}), "REB");
    EXPECT_EQ(mention::cameo_actor_code("KEN", {}), "KEN");
    EXPECT_EQ(mention::cameo_actor_code("", {}), "");
}

TEST(Mentions, AnEmptyParseHasNone) {
    const Found found = find("");
    EXPECT_TRUE(found.mentions.actors.empty());
    EXPECT_TRUE(found.mentions.mentions.empty());
    EXPECT_TRUE(found.mentions.quotes.empty());
}

}  // namespace
}  // namespace tidings
