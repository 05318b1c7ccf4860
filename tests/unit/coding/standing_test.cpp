#include "coding/standing.hpp"

#include <gtest/gtest.h>

#include "coding/lexicon.hpp"
#include "support/small_data.hpp"

namespace tidings::coding {
namespace {

constexpr std::string_view kStandingTable =
    "who\tevent\tnote\n"
    "GOV\t*\tgovernments\n"
    "country\t*\n"
    "AGR\tASSAULT/firearms\n"
    "near\tASSAULT\n"
    "mob\tASSAULT\n"
    "office\t*\tleader envoy\n"
    "kin\tCONSULT\twife brother\n"
    "private\tASSAULT/aerial\tman passenger\n"
    "abroad\tASSAULT\n"
    "both\tCONSULT\n"
    "speaker\tACCUSE\n";

constexpr Span kNoSpan{};

/// One sentence in which the given actors are mentioned, all at its first token.
struct Scene {
    explicit Scene(std::vector<Actor> actors) : tree(sample.parse) {
        for (Actor& actor : actors) {
            ActorMention mention;
            mention.span = kNoSpan;
            mention.actor = static_cast<ActorIndex>(mentions.actors.size());
            mentions.mentions.push_back(mention);
            mentions.actors.push_back(std::move(actor));
        }
    }
    [[nodiscard]] bool is_political(const Coding& coding, const std::vector<std::uint32_t>& sources,
                                    const std::vector<std::uint32_t>& targets) const {
        const test::TempFolder folder;
        StandingTable table;
        const auto loaded = table.load(folder.write("standing.tsv", kStandingTable),
                                       test::small_events().data().ontology);
        EXPECT_TRUE(loaded);
        return StandingReader(tree, mentions, table).is_political(coding, sources, targets, 0);
    }

    test::Sample sample = test::sample_from_table("Kenya Kenya PROPN NNP 0 ROOT\n");
    SyntaxTree tree;
    Mentions mentions;
};

Actor actor(std::string country, std::vector<std::string> sectors) {
    Actor made;
    made.country = std::move(country);
    made.sectors = std::move(sectors);
    return made;
}

Actor of_role(std::string country, std::string role) {
    Actor made;
    made.country = std::move(country);
    made.role = std::move(role);
    return made;
}

const Coding kMurder{"ASSAULT", "aerial", "195"};
const Coding kAttack{"ASSAULT", "", "190"};
const Coding kShooting{"ASSAULT", "firearms", "193"};
const Coding kTalks{"CONSULT", "", "040"};
const Coding kBlame{"ACCUSE", "disapprove", "111"};

TEST(Standing, OneSideOfPublicLifeIsEnough) {
    const Scene scene({actor("KEN", {"GOV"}), actor("KEN", {"BUS"}), actor("SDN", {})});
    EXPECT_TRUE(scene.is_political(kBlame, {0}, {1}));
    EXPECT_TRUE(scene.is_political(kBlame, {1}, {0}));
    EXPECT_TRUE(scene.is_political(kBlame, {1}, {2}));
    EXPECT_FALSE(scene.is_political(kBlame, {1}, {1}));
    EXPECT_FALSE(scene.is_political(kBlame, {1}, {}));
}

TEST(Standing, ASecondSectorDoesNotCount) {
    const Scene scene({actor("KEN", {"BUS", "GOV"})});
    EXPECT_FALSE(scene.is_political(kBlame, {0}, {}));
}

TEST(Standing, ARowMayBeForOneModeOnly) {
    const Scene scene({actor("KEN", {"AGR"})});
    EXPECT_TRUE(scene.is_political(kShooting, {0}, {}));
    EXPECT_FALSE(scene.is_political(kAttack, {0}, {}));
}

TEST(Standing, VictimsOfUnknownDoers) {
    const Scene abroad({actor("FRA", {"JRN"}), actor("", {"CVL"}), actor("KEN", {"MED"})});
    EXPECT_TRUE(abroad.is_political(kAttack, {}, {0}));
    EXPECT_TRUE(abroad.is_political(kAttack, {1}, {0}));   // a mob
    EXPECT_TRUE(abroad.is_political(kAttack, {2}, {0}));   // of another country
    EXPECT_FALSE(abroad.is_political(kAttack, {2}, {1}));  // a doctor and a patient
    EXPECT_FALSE(abroad.is_political(kAttack, {}, {1}));
    const Scene near({actor("", {"CVL"}), actor("KEN", {"GOV"})});
    EXPECT_TRUE(near.is_political(kAttack, {}, {0}));
}

TEST(Standing, TalksWithNobodyInParticularArePrivate) {
    const Scene scene({actor("KEN", {"GOV"}), actor("", {}), actor("", {"BUS"})});
    EXPECT_FALSE(scene.is_political(kTalks, {0}, {1}));
    EXPECT_TRUE(scene.is_political(kTalks, {0}, {2}));
    EXPECT_TRUE(scene.is_political(kTalks, {0}, {}));
}

TEST(Standing, OnlyAnOfficeMakesARoleThatOfPublicLife) {
    const Scene scene({of_role("", "western leaders"), of_role("", "developer"), actor("", {})});
    EXPECT_TRUE(scene.is_political(kBlame, {0}, {2}));
    EXPECT_FALSE(scene.is_political(kBlame, {1}, {2}));
}

TEST(Standing, KinIsPrivate) {
    const Scene scene({actor("KEN", {"GOV"}), of_role("KEN", "wife")});
    EXPECT_FALSE(scene.is_political(kTalks, {0}, {1}));
    EXPECT_TRUE(scene.is_political(kBlame, {0}, {1}));
}

TEST(Standing, CrimesAmongPrivatePeople) {
    Scene scene({of_role("", "man"), of_role("", "passenger"), actor("FRA", {"JRN"})});
    EXPECT_FALSE(scene.is_political(kMurder, {0}, {1}));
    EXPECT_TRUE(scene.is_political(kMurder, {0}, {2}));
    EXPECT_FALSE(scene.is_political(kMurder, {}, {1}));
    EXPECT_TRUE(scene.is_political(kMurder, {}, {2}));
}

TEST(Standing, JudgementsOfABareNameArePrivate) {
    const Scene scene({actor("KEN", {"GOV"}), actor("", {})});
    EXPECT_FALSE(scene.is_political(kBlame, {1}, {0}));
    EXPECT_TRUE(scene.is_political(kBlame, {0}, {1}));
}

TEST(Standing, WithoutATableEveryEventIsPolitical) {
    const Scene scene({actor("KEN", {"BUS"})});
    const StandingTable none;
    EXPECT_TRUE(StandingReader(scene.tree, scene.mentions, none).is_political(kBlame, {0}, {}, 0));
}

TEST(Standing, UnknownTypesAndModesAreRefused) {
    const test::TempFolder folder;
    StandingTable table;
    const auto& ontology = test::small_events().data().ontology;
    const auto wrong = table.load(folder.write("a.tsv", "who\tevent\nGOV\tACUSE\n"), ontology);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().line, 2U);
    EXPECT_FALSE(table.load(folder.write("b.tsv", "who\tevent\nGOV\tASSAULT/arial\n"), ontology));
}

}  // namespace
}  // namespace tidings::coding
