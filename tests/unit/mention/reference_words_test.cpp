// The tables of words that coreference looks up.

#include "mention/coreference/reference_words.hpp"

#include <string>

#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace tidings {
namespace {

using mention::DescriptionUse;
using mention::Gender;
using mention::VerbUse;

void write_words(const test::TempFolder& folder, std::string_view descriptions) {
    folder.write("mention/given_names.tsv",
                 "gender\tculture\tnames\nmale\tany\tTomáš|Kofi\nfemale\tany\tAna\n"
                 "either\tany\tRobin\n");
    folder.write("mention/gendered_words.tsv", "gender\twords\nfemale\tqueen|mrs.\n");
    folder.write("mention/descriptions.tsv", descriptions);
    folder.write("mention/reference_verbs.tsv",
                 "use\tlemmas\nintent\texpel\nreaction\tpraise\nweather\train\n");
    folder.write("mention/origins.tsv", "country\thosts\nTTO\ttt\nGBR\tuk|thetimes.com\n");
}

TEST(Origins, AreToldByTheLongestEndOfTheHost) {
    const test::TempFolder folder;
    write_words(folder, "use\tnouns\tsectors\twords\nbody\tlender\tBUS\t\n");
    const auto loaded = ReferenceWords::load(folder.path());
    ASSERT_TRUE(loaded) << loaded.error().to_string();
    const mention::Origins& origins = loaded->data().origins;
    EXPECT_EQ(origins.country_of("https://www.guardian.co.TT/news/1?a=b"), "TTO");
    EXPECT_EQ(origins.country_of("https://thetimes.com:443/x"), "GBR");
    EXPECT_EQ(origins.country_of("https://notthetimes.com/x"), "");
    EXPECT_EQ(origins.country_of("thetimes.com"), "");
    EXPECT_EQ(origins.country_of("https://" + std::string(100000, '.') + "uk"), "");
}

TEST(Origins, RefuseAHostInTwoCountries) {
    const test::TempFolder folder;
    write_words(folder, "use\tnouns\tsectors\twords\nbody\tlender\tBUS\t\n");
    folder.write("mention/origins.tsv", "country\thosts\nTTO\ttt\nGBR\ttt\n");
    const auto loaded = ReferenceWords::load(folder.path());
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().to_string().find("origins.tsv:3"), std::string::npos)
        << loaded.error().to_string();
}

TEST(ReferenceWords, AreLookedUpFolded) {
    const test::TempFolder folder;
    write_words(folder, "use\tnouns\tsectors\twords\nbody\tlender|bank\tBUS\tBanque\n");
    const auto loaded = ReferenceWords::load(folder.path());
    ASSERT_TRUE(loaded) << loaded.error().to_string();
    const ReferenceWordsData& words = loaded->data();
    EXPECT_EQ(words.gender_of_name("tomas"), Gender::Male);
    EXPECT_EQ(words.gender_of_name("robin"), Gender::Unknown);
    EXPECT_EQ(words.gender_of_word("queen"), Gender::Female);
    EXPECT_EQ(words.verb_use("expel"), VerbUse::Intent);
    EXPECT_EQ(words.verb_use("praise"), VerbUse::Reaction);
    EXPECT_EQ(words.verb_use("fall"), VerbUse::None);
    EXPECT_TRUE(words.is("lender", DescriptionUse::Body));
    EXPECT_FALSE(words.is("lender", DescriptionUse::Person));
    ASSERT_NE(words.rows_of("bank"), nullptr);
    EXPECT_TRUE(words.rows[words.rows_of("bank")->front()].words.contains("banque"));
}

TEST(ReferenceWords, SayWhereTheyAreWrong) {
    const test::TempFolder folder;
    write_words(folder, "use\tnouns\tsectors\twords\nbodies\tlender\tBUS\t\n");
    const auto loaded = ReferenceWords::load(folder.path());
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().to_string().find("descriptions.tsv:2:1"), std::string::npos)
        << loaded.error().to_string();
}

}  // namespace
}  // namespace tidings
