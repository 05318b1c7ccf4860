#include "language/mends/dated_subjects.hpp"

#include <gtest/gtest.h>

#include "support/parse_from_table.hpp"

namespace tidings {
namespace {

TEST(DatedSubjects, ANameAfterAMonthIsWhoActs) {
    auto sample = test::sample_from_table(
        "In in ADP IN 5 prep\n"
        "July July PROPN NNP 4 compound\n"
        "12 12 NUM CD 4 nummod\n"
        "Kenya Kenya PROPN NNP 1 pobj\n"
        "accused accuse VERB VBD 0 ROOT\n"
        "Chad Chad PROPN NNP 5 dobj\n");
    part_subjects_from_dates(sample.parse);
    const auto& tokens = sample.parse.tokens;
    EXPECT_EQ(tokens[3].dep, "nsubj");
    EXPECT_EQ(tokens[3].head, 4U);
    EXPECT_EQ(tokens[1].dep, "pobj");
    EXPECT_EQ(tokens[1].head, 0U);
    EXPECT_EQ(tokens[2].head, 1U);
}

TEST(DatedSubjects, APlaceOfTwoWordsStaysWhole) {
    auto sample = test::sample_from_table(
        "In in ADP IN 4 prep\n"
        "Boston Boston PROPN NNP 3 compound\n"
        "Harbor Harbor PROPN NNP 1 pobj\n"
        "lay lie VERB VBD 0 ROOT\n"
        "ships ship NOUN NNS 4 nsubj\n");
    part_subjects_from_dates(sample.parse);
    EXPECT_EQ(sample.parse.tokens[2].dep, "pobj");
}

TEST(DatedSubjects, AVerbThatHasASubjectKeepsIt) {
    auto sample = test::sample_from_table(
        "He he PRON PRP 4 nsubj\n"
        "in in ADP IN 4 prep\n"
        "May May PROPN NNP 2 pobj\n"
        "resigned resign VERB VBD 0 ROOT\n");
    part_subjects_from_dates(sample.parse);
    EXPECT_EQ(sample.parse.tokens[2].dep, "pobj");
    EXPECT_EQ(sample.parse.tokens[0].dep, "nsubj");
}

}  // namespace
}  // namespace tidings
