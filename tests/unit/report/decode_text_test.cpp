#include "report/decode_text.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::report {
namespace {

Result<DecodedText> decode(std::string_view bytes, MediaType type = MediaType::PlainText) {
    Document document = plain_text(bytes);
    document.media_type = type;
    return decode_text(document);
}

TEST(DecodeText, KeepsValidTextButForItsLineEnds) {
    const auto decoded = decode(
        "\xEF\xBB\xBF"
        "a\r\nb\rc\n\r\nd é");
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->text, "a\nb\nc\n\nd é");
    EXPECT_TRUE(decoded->warnings.empty());
}

TEST(DecodeText, AMarkInsideAJsonStringIsItsOwn) {
    const std::string text = "\xEF\xBB\xBFz";
    EXPECT_EQ(decode(text, MediaType::FieldText)->text, text);
}

TEST(DecodeText, ReadsWindows1252WhereNothingSpeaksForUtf8) {
    const auto decoded = decode("\x93No,\x94 said Jos\xE9 \x96 \x80 5");
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->text, "“No,” said José – € 5");
    ASSERT_EQ(decoded->warnings.size(), 1U);
    EXPECT_EQ(decoded->warnings[0], "the text is not UTF-8; it was read as Windows-1252");
}

TEST(DecodeText, ReplacesDamagedBytesOfUtf8) {
    const auto decoded = decode("Jos\xC3\xA9 and \xE2\x80 damaged");
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->text, "José and \uFFFD\uFFFD damaged");
    EXPECT_EQ(decoded->warnings.at(0), "2 bytes that are not UTF-8 were replaced by U+FFFD");
    // 0x81 is no character of Windows-1252.
    EXPECT_EQ(decode("a\x81z")->text, "a\uFFFDz");
}

TEST(DecodeText, RefusesBinaryData) {
    const auto zero = decode(std::string_view("a\0b", 3));
    ASSERT_FALSE(zero.has_value());
    EXPECT_EQ(zero.error().kind, ErrorKind::Input);
    EXPECT_EQ(zero.error().message, "the input is binary data, not text");
    EXPECT_FALSE(decode(std::string(100, '\x01')).has_value());
    // A stray control character in a text does no harm.
    EXPECT_TRUE(decode("a text with a form feed \x0C and \x02 here").has_value());
}

}  // namespace
}  // namespace tidings::report
