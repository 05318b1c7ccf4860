#include "language/mends/free_relatives.hpp"

#include <gtest/gtest.h>

#include "mend_words.hpp"
#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(FreeRelatives, TheNounTakesThePlaceOfTheClause) {
    auto sample = test::sample_from_table(
        "Chad Chad PROPN NNP 2 nsubj\n"
        "denounced denounce VERB VBD 0 ROOT\n"
        "what what PRON WP 5 dobj\n"
        "it it PRON PRP 5 nsubj\n"
        "called call VERB VBD 2 ccomp\n"
        "theft theft NOUN NN 5 oprd\n"
        "by by ADP IN 5 prep\n"
        "Niger Niger PROPN NNP 7 pobj\n");
    restore_free_relatives(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[5].dep, "dobj");
    EXPECT_EQ(tokens[5].head, 1U);
    EXPECT_EQ(tokens[4].dep, "parataxis");
    EXPECT_EQ(tokens[4].head, 5U);
    EXPECT_EQ(tokens[6].head, 5U);
}

TEST(FreeRelatives, BehindAPrepositionAndWithSaid) {
    auto sample = test::sample_from_table(
        "They they PRON PRP 2 nsubj\n"
        "marched march VERB VBD 0 ROOT\n"
        "against against ADP IN 2 prep\n"
        "what what PRON WP 7 nsubj\n"
        "they they PRON PRP 6 nsubj\n"
        "said say VERB VBD 3 pcomp\n"
        "was be AUX VBD 6 ccomp\n"
        "theft theft NOUN NN 7 attr\n");
    restore_free_relatives(sample.parse, test::mend_words());
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[7].dep, "pobj");
    EXPECT_EQ(tokens[7].head, 2U);
    EXPECT_EQ(tokens[5].dep, "parataxis");
}

TEST(FreeRelatives, AQuestionIsLeft) {
    auto sample = test::sample_from_table(
        "Chad Chad PROPN NNP 2 nsubj\n"
        "asked ask VERB VBD 0 ROOT\n"
        "what what PRON WP 5 dobj\n"
        "it it PRON PRP 5 nsubj\n"
        "saw see VERB VBD 2 ccomp\n");
    restore_free_relatives(sample.parse, test::mend_words());
    EXPECT_EQ(sample.parse.tokens[4].dep, "ccomp");
}

}  // namespace
}  // namespace tidings
