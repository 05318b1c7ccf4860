#include "language/mends/named_allies.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(NamedAllies, TheNameIsTheHead) {
    auto sample = test::sample_from_table(
        "Oman Oman PROPN NNP 2 nsubj\nbacked back VERB VBD 0 ROOT\nits its PRON PRP$ 4 poss\n"
        "ally ally NOUN NN 2 dobj\nSouth South PROPN NNP 6 compound\n"
        "Sudan Sudan PROPN NNP 4 appos\n");
    restore_named_allies(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[5].head, 1U);
    EXPECT_EQ(tokens[5].dep, "dobj");
    EXPECT_EQ(tokens[3].head, 5U);
    EXPECT_EQ(tokens[3].dep, "compound");
    EXPECT_EQ(tokens[2].head, 5U);
}

TEST(NamedAllies, ACommaKeepsThemApart) {
    auto sample = test::sample_from_table(
        "Oman Oman PROPN NNP 2 nsubj\nbacked back VERB VBD 0 ROOT\nits its PRON PRP$ 4 poss\n"
        "ally ally NOUN NN 2 dobj\n, , PUNCT , 4 punct\nSudan Sudan PROPN NNP 4 appos\n");
    restore_named_allies(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[3].dep, "dobj");
    EXPECT_EQ(sample.parse.tokens[5].dep, "appos");
}

}  // namespace
}  // namespace tidings
