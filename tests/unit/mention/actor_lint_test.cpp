#include "mention/actor/actor_lint.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "mention/actor/actor_tables.hpp"
#include "support/small_data.hpp"

namespace tidings {
namespace {

constexpr std::string_view kHeader =
    "name\taliases\tkind\tcountry\tsectors\tcode\tfrom\tuntil\trole\tsource\n";

/// `line:column message` of each finding.
std::vector<std::string> findings(std::string_view table) {
    const test::TempFolder folder;
    test::write_small_data(folder);
    folder.write("mention/ordinary-words.tsv",
                 "kind\twords\nan ordinary word\thorizon|may\na given name\tBoris\n");
    const std::string path = folder.write("own.tsv", table);
    const auto found = mention::lint_actor_table(path, folder.path());
    EXPECT_TRUE(found.has_value()) << found.error().to_string();
    std::vector<std::string> lines;
    if (!found) return lines;
    for (const Error& finding : *found) {
        EXPECT_EQ(finding.file, path);
        lines.push_back(std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " +
                        finding.message);
    }
    return lines;
}

std::vector<std::string> findings_in_rows(const std::string& rows) {
    return findings(std::string(kHeader) + rows);
}

using Lines = std::vector<std::string>;

TEST(ActorLint, NothingInACleanTable) {
    EXPECT_EQ(findings_in_rows("Herders Union\tHU\torganisation\tKEN\tLAB\t\t\t\t\ts\n"
                               "Ann Otieno\t\tperson\tKEN\tGOV\t\t2001\t2004\t\ts\n"
                               "Ann Otieno\t\tperson\tKEN\tELI\t\t2005\t\t\ts\n"),
              Lines{});
    EXPECT_EQ(findings("phrase\tsectors\tkind\ncattle keeper\tAGR\tperson\n"), Lines{});
}

TEST(ActorLint, AllFaultyRowsAreTold) {
    EXPECT_EQ(findings_in_rows("A A\t\tgang\tKEN\tCRM\t\t\t\t\ts\n"
                               "B B\t\tgroup\tKEM\tCRM\t\t\t\t\ts\n"
                               "C C\t\tgroup\tKEN\tCRIM\t\t\t\t\ts\n"
                               "D D\t\tgroup\tKEN\tCRM\t\tspring\t\t\ts\n"
                               "E E\t\tgroup\tKEN\tCRM\t\t2010\t2009\t\ts\n"),
              (Lines{"2:6 unknown kind gang", "3:12 there is no country KEM",
                     "4:16 there is no sector CRIM", "5:21 spring is neither a year nor a day",
                     "6:26 the row ends before it begins"}));
}

TEST(ActorLint, OneNameForTwoActorsAtOneTime) {
    EXPECT_EQ(findings_in_rows("Herders Union\tHU\torganisation\tKEN\tLAB\t\t2001\t2005\t\ts\n"
                               "Hydrology Unit\tHU\torganisation\tKEN\tEDU\t\t2005-03-01\t\t\ts\n"),
              (Lines{"3:16 HU is Herders Union [KEN LAB] 2001..2005 in line 2 at the same time"}));
    EXPECT_EQ(findings_in_rows("Herders Union\tHU\torganisation\tKEN\tLAB\t\t2001\t2005\t\ts\n"
                               "Hydrology Unit\tHU\torganisation\tKEN\tEDU\t\t2006\t\t\ts\n"),
              Lines{});
    EXPECT_EQ(findings_in_rows("Herders Union\tHU|HU\torganisation\tKEN\tLAB\t\t\t\t\ts\n"),
              (Lines{"2:18 the name HU stands twice in the row"}));
}

TEST(ActorLint, CollisionsWithTheShippedTables) {
    EXPECT_EQ(
        findings_in_rows("Kenya Group\tKenya\torganisation\tKEN\tBUS\t\t\t\t\ts\n"
                         "United Nations\t\torganisation\t\tIGO\t\t\t\t\ts\n"),
        (Lines{"2:13 Kenya is known as Kenya [KEN GOV] (countries.tsv:5); this row wins",
               "3:1 United Nations is known as United Nations [- IGO] (known.tsv:2): this row "
               "adds nothing"}));
    EXPECT_EQ(findings("phrase\tsectors\tkind\nsoldier\tREB\tperson\nrider\tCVL\tperson\n"
                       "rider\tREL\tperson\n"),
              (Lines{"2:1 the role soldier is known already; this row wins",
                     "4:1 the role rider stands in line 3 too"}));
}

TEST(ActorLint, OrdinaryWords) {
    EXPECT_EQ(
        findings_in_rows("Herders Union\tHorizon|Boris|Farmer|H\torganisation\tKEN\tLAB\t\t\t"
                         "\t\ts\n"),
        (Lines{"2:15 Horizon is also an ordinary word", "2:23 Boris is also a given name",
               "2:29 Farmer is also a role word", "2:36 a name of one letter matches too much"}));
}

TEST(ActorLint, UnreadableTables) {
    EXPECT_EQ(findings("name\tcolour\n").size(), 1U);
    EXPECT_EQ(findings("").size(), 1U);
    const test::TempFolder folder;
    test::write_small_data(folder);
    folder.write("mention/ordinary-words.tsv", "kind\twords\n");
    EXPECT_FALSE(
        mention::lint_actor_table(folder.path() + "/absent.tsv", folder.path()).has_value());
}

TEST(UserTables, TheirRowsWin) {
    const test::TempFolder folder;
    test::write_small_data(folder);
    const std::string own = folder.write(
        "own.tsv", std::string(kHeader) + "UN Group\tUN\torganisation\tKEN\tBUS\t\t\t\t\ts\n");
    const std::string roles =
        folder.write("roles.tsv", "phrase\tsectors\tkind\nsoldier\tREB\tperson\n");
    const auto lexicon = ActorLexicon::load(folder.path(), {own, roles});
    ASSERT_TRUE(lexicon.has_value()) << lexicon.error().to_string();
    ASSERT_NE(lexicon->data().role("soldier"), nullptr);
    EXPECT_EQ(lexicon->data().role("soldier")->sectors, std::vector<std::string>{"REB"});
    bool found = false;
    const auto& data = lexicon->data();
    for (const auto* e = data.names.find("un"); e != nullptr; e = data.names.next(*e)) {
        found = found || (data.rows[e->row].by_user && data.rows[e->row].country == "KEN");
    }
    EXPECT_TRUE(found);
    const auto broken = ActorLexicon::load(folder.path(), {folder.path() + "/absent.tsv"});
    EXPECT_FALSE(broken.has_value());
}

}  // namespace
}  // namespace tidings
