#include "coding/irregular_forms.hpp"

#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace tidings::coding {
namespace {

TEST(IrregularForms, VerbsAndNounsHaveListsOfTheirOwn) {
    IrregularForms forms;
    ASSERT_TRUE(forms.load(std::string(TIDINGS_SOURCE_DATA) + "/language/irregular-forms.tsv"));
    EXPECT_EQ(forms.lemma_of("forgave", Pos::Verb), "forgive");
    EXPECT_EQ(forms.lemma_of("bases", Pos::Noun), "base");
    EXPECT_EQ(forms.lemma_of("bases", Pos::Verb), "");
    EXPECT_EQ(forms.lemma_of("forgave", Pos::Adj), "");
}

TEST(IrregularForms, FaultyRowsAreTold) {
    const test::TempFolder folder;
    const char* const kRows[] = {"ran\tadverb\trun\n", "ran\tverb\t\n",
                                 "ran\tverb\trun\nran\tverb\trune\n"};
    for (const char* const rows : kRows) {
        IrregularForms forms;
        const Status status =
            forms.load(folder.write("forms.tsv", std::string("form\tpos\tlemma\n") + rows));
        EXPECT_FALSE(status) << rows;
    }
}

}  // namespace
}  // namespace tidings::coding
