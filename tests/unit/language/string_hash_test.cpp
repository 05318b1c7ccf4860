#include "language/string_hash.hpp"

#include <gtest/gtest.h>

namespace tidings::language {
namespace {

// The expected numbers are spaCy's (spacy.strings.hash_string and get_string_id).
TEST(StringHash, IsThatOfSpacy) {
    EXPECT_EQ(hash_string("hello"), 5983625672228268878U);
    EXPECT_EQ(hash_string("coffee"), 3197928453018144401U);
    EXPECT_EQ(hash_string("a"), 11901859001352538922U);
    EXPECT_EQ(hash_string("12345678"), 9871996032675327904U);
    EXPECT_EQ(hash_string("123456789"), 2056675840866671865U);
    EXPECT_EQ(hash_string("héllo"), 3824679941704047990U);
    EXPECT_EQ(hash_string("你好"), 5911100626746995251U);
}

TEST(StringHash, ReservedSymbolsHaveSmallNumbers) {
    EXPECT_EQ(string_id(""), 0U);
    EXPECT_EQ(string_id("hello"), 5983625672228268878U);
    EXPECT_EQ(string_id("nsubj"), 429U);
    EXPECT_EQ(string_id("PERSON"), 380U);
    EXPECT_EQ(string_id("X"), 101U);
    EXPECT_EQ(string_id("_"), 456U);
    EXPECT_EQ(string_id("relcl"), 447U);
    EXPECT_EQ(string_id("rcmod"), 448U);
    EXPECT_EQ(string_id("FLAG19"), 19U);
    EXPECT_EQ(string_id("FLAG63"), 63U);
    EXPECT_EQ(string_id("DEPRECATED001"), 104U);
    EXPECT_EQ(string_id("DEPRECATED276"), 379U);
    EXPECT_EQ(string_id("IS_OOV_DEPRECATED"), 13U);
}

TEST(StringHash, NearSymbolsAreHashed) {
    for (const char* text : {"FLAG18", "FLAG64", "FLAG1", "FLAG+9", "DEPRECATED277", "DEPRECATED1",
                             "Nsubj", "XX", "person"}) {
        EXPECT_EQ(string_id(text), hash_string(text)) << text;
    }
}

}  // namespace
}  // namespace tidings::language
