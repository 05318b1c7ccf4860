#include "coding/ontology.hpp"

#include <gtest/gtest.h>

#include "support/small_data.hpp"

namespace tidings::coding {
namespace {

Ontology small() {
    const test::TempFolder folder;
    test::write_small_data(folder);
    auto loaded = Ontology::load(folder.path());
    EXPECT_TRUE(loaded.has_value());
    return loaded ? *loaded : Ontology{};
}

Error error_with(const std::string& file, std::string_view content) {
    const test::TempFolder folder;
    test::write_small_data(folder);
    folder.write(file, content);
    auto loaded = Ontology::load(folder.path());
    EXPECT_FALSE(loaded.has_value()) << file;
    return loaded ? Error{} : loaded.error();
}

TEST(Ontology, TypesModesAndCodes) {
    const Ontology ontology = small();
    EXPECT_TRUE(ontology.has_type("SANCTION"));
    EXPECT_FALSE(ontology.has_type("sanction"));
    EXPECT_TRUE(ontology.has_mode("SANCTION", "expel"));
    EXPECT_TRUE(ontology.has_mode("SANCTION", ""));
    EXPECT_FALSE(ontology.has_mode("SANCTION", "phone"));
    EXPECT_FALSE(ontology.has_mode("NOTHING", "phone"));
    EXPECT_TRUE(ontology.has_cameo("0356"));
    EXPECT_FALSE(ontology.has_cameo("356"));
    EXPECT_EQ(ontology.quad("ASSAULT"), 4);
    EXPECT_EQ(ontology.quad("AID"), 2);
    EXPECT_EQ(ontology.quad("NOTHING"), 0);
    EXPECT_DOUBLE_EQ(ontology.goldstein("130"), -4.4);
    EXPECT_DOUBLE_EQ(ontology.goldstein("000"), 0.0);
    EXPECT_EQ(ontology.operator_names(), (std::vector<std::string>{"agree", "deny", "threaten"}));
}

TEST(Ontology, TheMostParticularRowWins) {
    const Ontology ontology = small();
    const auto code = [&](std::string_view op, const Coding& inner) {
        const CompositionRow* row = ontology.compose(op, &inner);
        return row == nullptr ? std::string("-") : row->outer.cameo;
    };
    EXPECT_EQ(code("threaten", {"SANCTION", "", "160"}), "130") << "any event";
    EXPECT_EQ(code("threaten", {"ASSAULT", "aerial", "195"}), "138") << "its type";
    EXPECT_EQ(code("threaten", {"ASSAULT", "", "190"}), "1384") << "its code";
    EXPECT_EQ(code("agree", {"RETREAT", "withdraw", "087"}), "0356") << "type and mode";
    EXPECT_EQ(code("agree", {"RETREAT", "", "087"}), "030") << "another mode";
    EXPECT_EQ(code("unknown", {"RETREAT", "", "087"}), "-");
}

TEST(Ontology, AComplementWithoutEvent) {
    const Ontology ontology = small();
    const CompositionRow* row = ontology.compose("threaten", nullptr);
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->inner, "-");
    EXPECT_EQ(ontology.compose("agree", nullptr), nullptr);
    const Coding visit{"CONSULT", "visit", "042"};
    const CompositionRow* none = ontology.compose("threaten", &visit);
    ASSERT_NE(none, nullptr);
    EXPECT_TRUE(none->outer.type.empty());
    EXPECT_TRUE(none->where.ends_with("composition.tsv:6")) << none->where;
}

TEST(Ontology, MalformedRowsNameTheirPlace) {
    struct Case {
        std::string file, content, message;
        std::uint32_t column;
    };
    const std::string composition = "operator\tinner\ttype\tmode\tcameo\n";
    const std::vector<Case> cases{
        {"ontology/types.tsv", "type\tquad\tdefinition\tmodes\nAID\t5\tx\t\n",
         "the quad class must be 1, 2, 3 or 4", 5},
        {"ontology/codes.tsv", "code\tname\troot\tquad\tgoldstein\n01\tx\t01\t1\tmuch\n",
         "this is not a number", 11},
        {"events/composition.tsv", composition + "deny\t\tREJECT\t-\t016\n",
         "inner may not be empty", 6},
        {"events/composition.tsv", composition + "deny\t*\tREJCT\t-\t016\n",
         "there is no event type REJCT", 8},
        {"events/composition.tsv", composition + "deny\t*\tREJECT\tphone\t016\n",
         "REJECT has no mode phone", 15},
        {"events/composition.tsv", composition + "deny\t*\tREJECT\t-\t999\n",
         "there is no code 999", 17},
    };
    for (const Case& wrong : cases) {
        const Error error = error_with(wrong.file, wrong.content);
        EXPECT_EQ(error.message, wrong.message);
        EXPECT_TRUE(error.file.ends_with(wrong.file)) << error.file;
        EXPECT_EQ(error.line, 2U);
        EXPECT_EQ(error.column, wrong.column) << wrong.message;
    }
}

}  // namespace
}  // namespace tidings::coding
