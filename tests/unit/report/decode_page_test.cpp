#include "report/page/decode_page.hpp"

#include <gtest/gtest.h>

#include <tidings/text.hpp>

namespace tidings::report {
namespace {

using namespace std::string_literals;

TEST(DecodePage, KeepsUtf8AsItIs) {
    const DecodedPage page = decode_page("<p>Z\xC3\xBCrich</p>", "");
    EXPECT_EQ(page.text, "<p>Z\xC3\xBCrich</p>");
    EXPECT_EQ(page.encoding, "UTF-8");
    EXPECT_TRUE(page.exact);
    EXPECT_TRUE(page.warnings.empty());
}

TEST(DecodePage, CountsTheByteOrderMarkInOffsets) {
    const DecodedPage page = decode_page("\xEF\xBB\xBF<p>a</p>", "windows-1251");
    EXPECT_EQ(page.text, "<p>a</p>");
    EXPECT_TRUE(page.exact);
    EXPECT_EQ(page.offset, 3U);
}

TEST(DecodePage, ReadsUtf16WithAndWithoutMark) {
    EXPECT_EQ(decode_page("\xFF\xFE<\0p\0>\0\xFC\0"s, "").text, "<p>\xC3\xBC");
    EXPECT_EQ(decode_page("\xFE\xFF\0<\0p\0>\0\xFC"s, "").text, "<p>\xC3\xBC");
    EXPECT_EQ(decode_page("<\0h\0t\0m\0l\0>\0<\0p\0>\0"s, "").text, "<html><p>");
}

TEST(DecodePage, BelievesTheHeaderBeforeThePage) {
    const std::string page = "<meta charset=iso-8859-1><p>\xCF\xF0\xE8\xE2\xE5\xF2</p>";
    EXPECT_EQ(decode_page(page, "windows-1251").encoding, "WINDOWS-1251");
    EXPECT_EQ(decode_page(page, "windows-1251").text,
              "<meta charset=iso-8859-1><p>\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82</p>");
    EXPECT_EQ(decode_page(page, "no-such-charset").encoding, "WINDOWS-1252");
    EXPECT_FALSE(decode_page(page, "").exact);
}

TEST(DecodePage, TakesUtf8ForWhatItIsWhateverIsDeclared) {
    const DecodedPage page = decode_page("<meta charset=iso-8859-1><p>Z\xC3\xBCrich</p>", "latin1");
    EXPECT_EQ(page.encoding, "UTF-8");
}

TEST(DecodePage, DetectsLegacyEncodingsThatNobodyDeclares) {
    // "Privet, kak dela? Segodnya khoroshaya pogoda." in Windows-1251, some times over.
    std::string text = "<p>";
    for (int i = 0; i < 20; ++i) {
        text +=
            "\xCF\xF0\xE8\xE2\xE5\xF2, \xEA\xE0\xEA \xE4\xE5\xEB\xE0? "
            "\xD1\xE5\xE3\xEE\xE4\xED\xFF \xF5\xEE\xF0\xEE\xF8\xE0\xFF "
            "\xEF\xEE\xE3\xEE\xE4\xE0. ";
    }
    EXPECT_EQ(decode_page(text, "").encoding, "WINDOWS-1251");
}

TEST(DecodePage, MendsWhatIsBroken) {
    std::string bytes = "<p>Z\xC3\xBCrich \xFF";
    bytes += std::string(4000, 'x');
    for (int i = 0; i < 12; ++i) bytes += "\xC3\xBC";
    const DecodedPage page = decode_page(bytes, "");
    EXPECT_EQ(page.encoding, "UTF-8");
    EXPECT_FALSE(page.exact);
    ASSERT_EQ(page.warnings.size(), 1U);
    EXPECT_EQ(page.warnings[0], "1 bytes that are not UTF-8 were replaced by U+FFFD");
    EXPECT_EQ(decode_page("<p>a\0b"s, "").text, "<p>a b");
    EXPECT_TRUE(utf8::is_valid(decode_page("<p>\x81\x8D\xFF\xFE\xFD", "shift_jis").text));
}

TEST(DeclaredCharset, IsFoundInMetaAndXmlDeclaration) {
    EXPECT_EQ(declared_charset("<html><META CHARSET='UTF-8'>"), "utf-8");
    EXPECT_EQ(declared_charset("<meta http-equiv=content-type content=\"text/html; charset = "
                               "koi8-r\">"),
              "koi8-r");
    EXPECT_EQ(declared_charset("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><html>"),
              "iso-8859-2");
    EXPECT_EQ(declared_charset("<meta name=a><p>charset=utf-8"), "");
}

TEST(EncodingForLabel, KnowsNoOtherLabels) {
    EXPECT_EQ(encoding_for_label(" ISO-8859-1 "), "WINDOWS-1252");
    EXPECT_EQ(encoding_for_label("gb2312"), "GB18030");
    EXPECT_EQ(encoding_for_label("UTF-8//TRANSLIT"), "");
    EXPECT_EQ(encoding_for_label("../../etc/passwd"), "");
}

}  // namespace
}  // namespace tidings::report
