#include "ingest/input_name.hpp"

#include <gtest/gtest.h>

namespace tidings::ingest {
namespace {

TEST(InputStem, LosesOneCompressionAndOneFormatSuffix) {
    EXPECT_EQ(input_stem("a.b.html.gz"), "a.b");
    EXPECT_EQ(input_stem("reports/2020/000_a3.txt"), "000_a3");
    EXPECT_EQ(input_stem("x.jsonl.gz"), "x");
    EXPECT_EQ(input_stem("x.TXT"), "x");
    EXPECT_EQ(input_stem("a.txt.txt"), "a.txt");
    EXPECT_EQ(input_stem("a.gz.gz"), "a.gz");
}

TEST(InputStem, KeepsWhatIsNoSuffix) {
    EXPECT_EQ(input_stem("notes.2020-01-17"), "notes.2020-01-17");
    EXPECT_EQ(input_stem("README"), "README");
    EXPECT_EQ(input_stem(".txt"), ".txt");
    EXPECT_EQ(input_stem("a.txt.gz.old"), "a.txt.gz.old");
    EXPECT_EQ(input_stem("-"), "stdin");
}

TEST(NamesATable, LooksUnderTheCompression) {
    EXPECT_TRUE(names_a_table("a.jsonl"));
    EXPECT_TRUE(names_a_table("a.CSV.gz"));
    EXPECT_TRUE(names_a_table("-"));
    EXPECT_FALSE(names_a_table("a.txt"));
    EXPECT_FALSE(names_a_table("a"));
}

}  // namespace
}  // namespace tidings::ingest
