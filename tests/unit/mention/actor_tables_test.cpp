#include "mention/actor/actor_tables.hpp"

#include <gtest/gtest.h>

#include "support/small_data.hpp"

namespace tidings {
namespace {

constexpr std::string_view kActorHeader =
    "name\taliases\tkind\tcountry\tsectors\tcode\tfrom\tuntil\trole\tsource\n";

/// The error of loading the small tables with one file replaced.
Error error_with(const std::string& name, std::string_view content) {
    const test::TempFolder folder;
    test::write_small_data(folder);
    folder.write(name, content);
    const auto loaded = ActorLexicon::load(folder.path());
    EXPECT_FALSE(loaded.has_value()) << name;
    return loaded ? Error{} : loaded.error();
}

TEST(ActorTables, ReadsAllKindsOfRows) {
    const ActorLexicon& lexicon = test::small_actors();
    EXPECT_GT(lexicon.row_count(), 8U);
    EXPECT_EQ(lexicon.role_count(), 17U);
    const ActorLexiconData& data = lexicon.data();
    ASSERT_TRUE(data.country_row.contains("KEN"));
    const auto& kenya = data.rows[data.country_row.at("KEN")];
    EXPECT_EQ(kenya.name, "Kenya");
    EXPECT_EQ(kenya.kind, mention::RowKind::Country);
    EXPECT_EQ(kenya.sectors, std::vector<std::string>{"GOV"});
    EXPECT_EQ(kenya.where, "countries.tsv:5");
    ASSERT_NE(data.role("prime minister"), nullptr);
    EXPECT_EQ(data.role("prime minister")->sectors, std::vector<std::string>{"GOV"});
    EXPECT_EQ(data.role("juggler"), nullptr);
}

TEST(ActorTables, SectorsMayBeSeparatedInThreeWays) {
    const test::TempFolder folder;
    test::write_small_data(folder);
    folder.write("agents/more.tsv",
                 "phrase\tsectors\tkind\na\tGOV|MIL\tperson\nb\tGOV, "
                 "MIL\tperson\nc\tGOV;MIL\tperson\n");
    const auto loaded = ActorLexicon::load(folder.path());
    ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
    for (const char* phrase : {"a", "b", "c"}) {
        ASSERT_NE(loaded->data().role(phrase), nullptr);
        EXPECT_EQ(loaded->data().role(phrase)->sectors, (std::vector<std::string>{"GOV", "MIL"}));
    }
}

TEST(ActorTables, MalformedRowsFailWithTheirPlace) {
    struct Case {
        std::string file, row, message;
        std::uint32_t line, column;
    };
    const std::string header(kActorHeader);
    const std::vector<Case> cases{
        {"actors/known.tsv", header + "\tx\tgroup\t\tREB\t\t\t\t\ts\n", "an actor needs a name", 2,
         1},
        {"actors/known.tsv", header + "A\t\tclub\t\tREB\t\t\t\t\ts\n", "unknown kind club", 2, 4},
        {"actors/known.tsv", header + "A\t\tgroup\tXYZ\tREB\t\t\t\t\ts\n",
         "there is no country XYZ", 2, 10},
        {"actors/known.tsv", header + "# note\nA\t\tgroup\t\tREB|ABC\t\t\t\t\ts\n",
         "there is no sector ABC", 3, 11},
        {"agents/roles.tsv", "phrase\tsectors\tkind\nking\tROY\tperson\n", "there is no sector ROY",
         2, 6},
        {"agents/roles.tsv", "phrase\tsectors\tkind\nking\tGOV\tman\n", "unknown kind man", 2, 10},
        {"actors/countries.tsv", "iso3\tname\tnames\tdemonyms\tcapital\tseats\nKE\tKenya\t\t\t\t\n",
         "a country code has three letters", 2, 1},
    };
    for (const Case& wrong : cases) {
        const Error error = error_with(wrong.file, wrong.row);
        EXPECT_EQ(error.kind, ErrorKind::Config);
        EXPECT_EQ(error.message, wrong.message);
        EXPECT_TRUE(error.file.ends_with(wrong.file)) << error.file;
        EXPECT_EQ(error.line, wrong.line) << wrong.message;
        EXPECT_EQ(error.column, wrong.column) << wrong.message;
        EXPECT_FALSE(error.excerpt.empty());
    }
}

TEST(ActorTables, MissingAndUnknownColumnsFail) {
    const Error missing = error_with("agents/roles.tsv", "phrase\tkind\nking\tperson\n");
    EXPECT_EQ(missing.line, 1U);
    EXPECT_NE(missing.message.find("sectors"), std::string::npos) << missing.message;
    const Error unknown =
        error_with("agents/roles.tsv", "phrase\tsectors\tkind\tcolour\nking\tGOV\tperson\tred\n");
    EXPECT_NE(unknown.message.find("colour"), std::string::npos) << unknown.message;
    const Error cells = error_with("agents/roles.tsv", "phrase\tsectors\tkind\nking\n");
    EXPECT_EQ(cells.line, 2U);
}

TEST(ActorTables, MissingFolderFails) {
    const auto loaded = ActorLexicon::load("/nonexistent/folder");
    ASSERT_FALSE(loaded.has_value());
    EXPECT_EQ(loaded.error().kind, ErrorKind::Config);
    EXPECT_NE(loaded.error().file.find("countries.tsv"), std::string::npos);
}

}  // namespace
}  // namespace tidings
