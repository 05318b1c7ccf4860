#include "coding/headlines.hpp"

#include <gtest/gtest.h>

#include "language/arguments.hpp"
#include "support/parse_from_table.hpp"
#include "support/temp_folder.hpp"

namespace tidings::coding {
namespace {

NounClasses verbs() {
    const test::TempFolder folder;
    NounClasses classes;
    const auto path =
        folder.write("headlines.classes", "tidings-classes 1\nbare_passive: kill, accuse\n");
    EXPECT_TRUE(classes.read_file(path, "headlines.classes"));
    EXPECT_TRUE(classes.resolve());
    return classes;
}

/// The object of the verb after the repair, `-` if nothing was repaired.
std::string done_to(std::string_view table, std::string_view verb) {
    const auto sample = test::sample_from_table(table);
    const auto restored = restore_passives(sample.parse, verbs());
    if (!restored) return "-";
    const SyntaxTree tree(*restored);
    return test::word_of(sample, Arguments(tree).object(test::token_of(sample, verb)));
}

TEST(Headlines, ABareParticipleIsAPassive) {
    EXPECT_EQ(done_to(R"(
Two two NUM CD 2 nummod
miners miner NOUN NNS 3 nsubj
killed kill VERB VBD 0 ROOT
in in ADP IN 3 prep
riot riot NOUN NN 4 pobj
)",
                      "killed"),
              "miners");
}

TEST(Headlines, WithAnObjectItIsActive) {
    EXPECT_EQ(done_to(R"(
Bandits bandit NOUN NNS 2 nsubj
killed kill VERB VBD 0 ROOT
miners miner NOUN NNS 2 dobj
)",
                      "killed"),
              "-");
}

TEST(Headlines, ASentenceWithAFullStopIsNoHeadline) {
    EXPECT_EQ(done_to(R"(
Two two NUM CD 2 nummod
miners miner NOUN NNS 3 nsubj
killed kill VERB VBD 0 ROOT
. . PUNCT . 3 punct
)",
                      "killed"),
              "-");
}

TEST(Headlines, VerbsOutsideTheClassAreLeftAlone) {
    EXPECT_EQ(done_to(R"(
Premier premier NOUN NN 2 nsubj
warned warn VERB VBD 0 ROOT
of of ADP IN 2 prep
cuts cut NOUN NNS 3 pobj
)",
                      "warned"),
              "-");
}

}  // namespace
}  // namespace tidings::coding
