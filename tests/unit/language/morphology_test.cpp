#include "language/morphology.hpp"

#include <gtest/gtest.h>

namespace tidings::language {
namespace {

TEST(Morphology, SortsFieldsAndValues) {
    EXPECT_EQ(normalize_morph("Tense=Past|Number=Sing"), "Number=Sing|Tense=Past");
    EXPECT_EQ(normalize_morph("B=2,1|A=x"), "A=x|B=1,2");
    EXPECT_EQ(normalize_morph("A=1|A=2"), "A=2");
    EXPECT_EQ(normalize_morph("_"), "");
    EXPECT_EQ(normalize_morph(""), "");
    EXPECT_EQ(normalize_morph("Broken"), "");
}

TEST(Morphology, FindsValues) {
    EXPECT_EQ(morph_value("Number=Sing|Person=3", "Person"), "3");
    EXPECT_EQ(morph_value("Number=Sing|Person=3", "Number"), "Sing");
    EXPECT_EQ(morph_value("NumberX=Sing", "Number"), "");
    EXPECT_EQ(morph_value("Number[psor]=Sing", "Number"), "");
    EXPECT_EQ(morph_value("", "Number"), "");
}

}  // namespace
}  // namespace tidings::language
