#include "language/unicode.hpp"

#include <string>

#include <gtest/gtest.h>

namespace tidings::language {
namespace {

std::string lower(std::string_view text) {
    std::string out;
    append_lower(text, out);
    return out;
}

std::string shape(std::string_view text) {
    std::string out;
    append_shape(text, out);
    return out;
}

// Expected values are those of Python's str.lower.
TEST(Unicode, LowersAsPythonDoes) {
    EXPECT_EQ(lower("Hello WORLD 12"), "hello world 12");
    EXPECT_EQ(lower("ÉÑÇ"), "éñç");
    EXPECT_EQ(lower("İX"), "i̇x");
    EXPECT_EQ(lower("ẞß"), "ßß");
    EXPECT_EQ(lower("ΟΔΥΣΣΕΥΣ"), "οδυσσευς");
    EXPECT_EQ(lower("ΣΑΣ Σ"), "σας σ");
    EXPECT_EQ(lower("AΣ."), "aς.");
    EXPECT_EQ(lower("AΣ.B"), "aσ.b");
}

TEST(Unicode, ShapesAsSpacyDoes) {
    EXPECT_EQ(shape("C3PO"), "XdXX");
    EXPECT_EQ(shape("Washington"), "Xxxxx");
    EXPECT_EQ(shape("12345678"), "dddd");
    EXPECT_EQ(shape("U.S."), "X.X.");
    EXPECT_EQ(shape("café"), "xxxx");
    EXPECT_EQ(shape("²³a"), "ddx");
    EXPECT_EQ(shape("……………"), "…………");
    EXPECT_EQ(shape(std::string(100, 'a')), "LONG");
    EXPECT_EQ(shape(std::string(99, 'a')), "xxxx");
    EXPECT_EQ(shape(""), "");
}

TEST(Unicode, KnowsWhiteSpaceAsPythonDoes) {
    for (const char32_t c : {U' ', U'\t', U'\n', U'\x1c', U'\x1f', U'\x85', U'\xa0', U'\u1680',
                             U'\u2009', U'\u2028', U'\u202f', U'\u205f', U'\u3000'}) {
        EXPECT_TRUE(is_space(c)) << static_cast<unsigned>(c);
    }
    for (const char32_t c : {U'a', U'\u200b', U'\u180e', U'\ufeff', U'\x0e', U'\x7f'}) {
        EXPECT_FALSE(is_space(c)) << static_cast<unsigned>(c);
    }
    EXPECT_TRUE(is_space(" \n"));
    EXPECT_FALSE(is_space(" a"));
    EXPECT_FALSE(is_space(""));
}

TEST(Unicode, TellsLettersAndDigits) {
    EXPECT_TRUE(is_alpha("naïveЖ中ʰ"));
    EXPECT_FALSE(is_alpha("a1"));
    EXPECT_FALSE(is_alpha(""));
    EXPECT_TRUE(is_digit(U'٣'));
    EXPECT_TRUE(is_digit(U'②'));
    EXPECT_FALSE(is_digit(U'½'));
    EXPECT_TRUE(is_upper(U'Ж'));
    EXPECT_TRUE(is_upper(U'Ⅷ'));
    EXPECT_FALSE(is_upper(U'ǅ'));
}

TEST(Unicode, CutsAtCharacters) {
    EXPECT_EQ(first_characters("éa", 1), "é");
    EXPECT_EQ(last_characters("aé中", 2), "é中");
    EXPECT_EQ(last_characters("a", 3), "a");
    EXPECT_EQ(first_characters("", 1), "");
}

}  // namespace
}  // namespace tidings::language
