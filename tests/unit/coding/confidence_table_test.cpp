#include "coding/confidence_table.hpp"

#include <gtest/gtest.h>

#include "support/temp_folder.hpp"

namespace tidings::coding {
namespace {

std::string load_error(const std::string& rows) {
    const test::TempFolder folder;
    ConfidenceTable table;
    const Status status =
        table.load(folder.write("confidence.tsv", "evidence\tweight\tnote\n" + rows));
    if (status) return "none";
    return std::to_string(status.error().line) + ":" + std::to_string(status.error().column) + " " +
           status.error().message;
}

TEST(ConfidenceTable, WeighsWhatHasARow) {
    const test::TempFolder folder;
    ConfidenceTable table;
    ASSERT_TRUE(table.load(
        folder.write("confidence.tsv",
                     "evidence\tweight\tnote\nbase\t-1\t\nboth\t1\t\ntarget:none\t-2\tnobody\n")));
    const auto both = table.weigh({"both", "never heard of"});
    ASSERT_EQ(both.size(), 1U);
    EXPECT_EQ(both[0].name, "both");
    EXPECT_DOUBLE_EQ(both[0].weight, 1);
    EXPECT_DOUBLE_EQ(table.confidence(both), 0.5);
    EXPECT_DOUBLE_EQ(table.confidence({}), 0.27);
    EXPECT_DOUBLE_EQ(table.confidence(table.weigh({"both", "target:none"})), 0.12);
}

TEST(ConfidenceTable, StaysBetweenZeroAndOne) {
    const test::TempFolder folder;
    ConfidenceTable table;
    ASSERT_TRUE(table.load(
        folder.write("confidence.tsv", "evidence\tweight\nbase\t0\na\t1e300\nb\t-1e300\n")));
    EXPECT_DOUBLE_EQ(table.confidence(table.weigh({"a"})), 1);
    EXPECT_DOUBLE_EQ(table.confidence(table.weigh({"b"})), 0);
}

TEST(ConfidenceTable, RowsAreChecked) {
    EXPECT_EQ(load_error("base\t0\n"), "none");
    EXPECT_EQ(load_error("base\tmuch\n"), "2:6 a number is expected");
    EXPECT_EQ(load_error("base\tinf\n"), "2:6 a number is expected");
    EXPECT_EQ(load_error("\t1\n"), "2:1 a name is missing");
    EXPECT_EQ(load_error("both\t1\nboth\t2\n"), "3:1 this evidence stands twice");
}

}  // namespace
}  // namespace tidings::coding
