#include "language/mends/dashed_names.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

/// *pacts with Chad - Kenya and Sudan - failed*, with spaces on both sides of the hyphens.
test::Sample sample_with_pair(bool closed) {
    auto sample = test::sample_from_table(
        "pacts pact NOUN NNS 8 nsubj\n"
        "with with ADP IN 1 prep\n"
        "Chad Chad PROPN NNP 5 compound\n"
        "- - PUNCT HYPH 5 punct\n"
        "Kenya Kenya PROPN NNP 2 pobj\n"
        "and and CCONJ CC 5 cc\n"
        "Sudan Sudan PROPN NNP 5 conj\n" +
        std::string(closed ? "- - PUNCT : 9 punct\n" : "also also ADV RB 9 advmod\n") +
        "failed fail VERB VBD 0 ROOT\n");
    for (auto& token : sample.parse.tokens) token.space_after = true;
    return sample;
}

TEST(DashedNames, TheNameBeforeTheDashIsTheObject) {
    auto sample = sample_with_pair(true);
    part_names_at_dashes(sample.parse);
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[2].dep, "pobj");
    EXPECT_EQ(tokens[2].head, 1U);
    EXPECT_EQ(tokens[4].dep, "appos");
    EXPECT_EQ(tokens[4].head, 2U);
    EXPECT_EQ(tokens[6].head, 4U);
}

TEST(DashedNames, AHyphenWithoutAPartnerStaysInItsName) {
    auto sample = sample_with_pair(false);
    part_names_at_dashes(sample.parse);
    EXPECT_EQ(sample.parse.tokens[2].dep, "compound");
    EXPECT_EQ(sample.parse.tokens[4].dep, "pobj");
}

TEST(DashedNames, AHyphenWithoutSpacesIsNoDash) {
    auto sample = sample_with_pair(true);
    sample.parse.tokens[2].space_after = false;
    part_names_at_dashes(sample.parse);
    EXPECT_EQ(sample.parse.tokens[2].dep, "compound");
}

}  // namespace
}  // namespace tidings
