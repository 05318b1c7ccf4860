#include <gtest/gtest.h>

#include <tidings/text.hpp>

namespace tidings::utf8 {
namespace {

TEST(Utf8, EveryCodePointSurvivesARoundTrip) {
    for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
        if (code_point >= 0xD800 && code_point < 0xE000) continue;
        std::string text;
        append(text, code_point);
        const Decoded decoded = decode(text, 0);
        ASSERT_EQ(decoded.code_point, code_point);
        ASSERT_EQ(decoded.length, text.size());
        ASSERT_TRUE(is_valid(text));
    }
}

TEST(Utf8, RefusesMalformedBytes) {
    for (const std::string_view bad : {"\x80", "\xC3", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF",
                                       "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
                                       "\xF5\x80\x80\x80", "\xFF", "\xE2\x82", "a\xE2\x28\xA1"}) {
        EXPECT_FALSE(is_valid(bad));
    }
    EXPECT_TRUE(is_valid(""));
    EXPECT_TRUE(is_valid("plain ascii of more than eight bytes, é and 𝄞"));
    EXPECT_FALSE(is_valid("plain ascii of more than eight bytes, \xE9 in Latin-1"));
    EXPECT_EQ(decode("\xFF", 0).code_point, char32_t{0xFFFD});
    EXPECT_EQ(decode("a", 5).length, 1U);
}

TEST(Utf8, SanitizeReplacesEachBadByteOnce) {
    std::size_t replaced = 9;
    EXPECT_EQ(sanitize("a\xFF\xE2\x82z", &replaced), "a\uFFFD\uFFFD\uFFFDz");
    EXPECT_EQ(replaced, 3U);
    EXPECT_EQ(sanitize("a\uFFFDé", &replaced), "a\uFFFDé");
    EXPECT_EQ(replaced, 0U);
    EXPECT_EQ(sanitize("\x80"), "\uFFFD");
}

TEST(Utf8, LowerMapsOneToOne) {
    EXPECT_EQ(lower("ÀÉÎ Straße ŁÓDŹ ΣΑΣ ЖУК"), "àéî straße łódź σασ жук");
    EXPECT_EQ(lower("\xFF"
                    "A"),
              "\xFF"
              "a");
}

TEST(Utf8, FoldForgetsDiacriticsAndCurlyQuotes) {
    EXPECT_EQ(fold("Erdoğan’s “Café”"), "erdogan's \"cafe\"");
    EXPECT_EQ(fold("Łódź, Đinđić, Søren, Çavuşoğlu, Nguyễn"),
              "lodz, dindic, soren, cavusoglu, nguyen");
    EXPECT_EQ(fold("e\u0301"), "e");
    EXPECT_EQ(fold("한국 हिन्दी"), "한국 हिन्दी");
}

TEST(Utf8, CountsCodePoints) {
    EXPECT_EQ(count("aé𝄞"), 3U);
    EXPECT_EQ(count(""), 0U);
}

}  // namespace
}  // namespace tidings::utf8
