#include "language/mends/hyphened_titles.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(HyphenedTitles, TheNameIsTheOnlyObject) {
    auto sample = test::sample_from_table(
        "charges charge NOUN NNS 0 ROOT\n"
        "against against ADP IN 1 prep\n"
        "Oxfam Oxfam PROPN NNP 2 pobj\n"
        "co co NOUN NN 2 pobj\n"
        "- - PUNCT HYPH 2 pobj\n"
        "founder founder NOUN NN 8 compound\n"
        "Ana Ana PROPN NNP 8 compound\n"
        "Ruiz Ruiz PROPN NNP 2 pobj\n");
    join_hyphened_titles(sample.parse);
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[7].dep, "pobj");
    EXPECT_EQ(tokens[7].head, 1U);
    for (const std::size_t part : {2U, 3U, 4U}) {
        EXPECT_EQ(tokens[part].dep, "compound") << part;
        EXPECT_EQ(tokens[part].head, 7U) << part;
    }
}

TEST(HyphenedTitles, AHyphenWithoutANameBehindItStays) {
    auto sample = test::sample_from_table(
        "charges charge NOUN NNS 0 ROOT\n"
        "against against ADP IN 1 prep\n"
        "co co NOUN NN 2 pobj\n"
        "- - PUNCT HYPH 2 pobj\n"
        "founders founder NOUN NNS 2 pobj\n");
    join_hyphened_titles(sample.parse);
    EXPECT_EQ(sample.parse.tokens[2].dep, "pobj");
    EXPECT_EQ(sample.parse.tokens[3].dep, "pobj");
}

}  // namespace
}  // namespace tidings
