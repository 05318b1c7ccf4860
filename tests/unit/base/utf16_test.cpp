#include "base/utf16.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace tidings {
namespace {

using namespace std::string_view_literals;

std::string decode(ByteOrder order, std::string_view bytes, std::uint64_t* replaced = nullptr,
                   std::size_t step = SIZE_MAX) {
    Utf16Decoder decoder(order);
    std::string text;
    for (std::size_t pos = 0; pos < bytes.size(); pos += std::min(step, bytes.size())) {
        decoder.append(bytes.substr(pos, step), text);
    }
    decoder.finish(text);
    if (replaced != nullptr) *replaced = decoder.replaced();
    return text;
}

TEST(Utf16, IsFoundByMarkOrZeroBytes) {
    const Utf16Start little = find_utf_16("\xFF\xFEH\0"sv);
    EXPECT_TRUE(little.found);
    EXPECT_EQ(little.order, ByteOrder::Little);
    EXPECT_EQ(little.mark, 2U);
    EXPECT_EQ(find_utf_16("\xFE\xFF\0H"sv).order, ByteOrder::Big);
    const Utf16Start bare = find_utf_16("\0T\0r\0o\0o\0p\0s"sv);
    EXPECT_TRUE(bare.found);
    EXPECT_EQ(bare.order, ByteOrder::Big);
    EXPECT_EQ(bare.mark, 0U);
    EXPECT_EQ(find_utf_16("T\0r\0o\0o\0p\0s\0"sv).order, ByteOrder::Little);
}

TEST(Utf16, IsNotFoundInOtherBytes) {
    EXPECT_FALSE(find_utf_16("").found);
    EXPECT_FALSE(find_utf_16("T\0"sv).found);
    EXPECT_FALSE(find_utf_16("Troops left the town.").found);
    EXPECT_FALSE(find_utf_16("\0\0\0\0\0\0\0\0\0\0\0\0"sv).found);
    EXPECT_FALSE(find_utf_16("\x01\0\0\x02\0\0\x03\0\0\x04\0\0"sv).found);
}

TEST(Utf16, IsConvertedHoweverItIsCut) {
    const auto text = "K\0\xFC\0 \0\x3D\xD8\x00\xDE.\0"sv;
    for (const std::size_t step : {1U, 2U, 3U, 100U}) {
        std::uint64_t replaced = 0;
        EXPECT_EQ(decode(ByteOrder::Little, text, &replaced, step), "K\xC3\xBC \xF0\x9F\x98\x80.");
        EXPECT_EQ(replaced, 0U);
    }
    EXPECT_EQ(decode(ByteOrder::Big, "\0K\x20\x14"sv), "K\xE2\x80\x94");
}

TEST(Utf16, PutsAReplacementForHalves) {
    std::uint64_t replaced = 0;
    EXPECT_EQ(decode(ByteOrder::Big, "\xD8\x3D\0A\xDE\x00\0B\xD8\x3D"sv, &replaced),
              "\xEF\xBF\xBD"
              "A\xEF\xBF\xBD"
              "B\xEF\xBF\xBD");
    EXPECT_EQ(replaced, 3U);
    EXPECT_EQ(decode(ByteOrder::Big, "\0A\0"sv, &replaced), "A\xEF\xBF\xBD");
    EXPECT_EQ(replaced, 1U);
}

}  // namespace
}  // namespace tidings
