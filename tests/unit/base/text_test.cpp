#include <gtest/gtest.h>

#include <tidings/text.hpp>

namespace tidings {
namespace {

TEST(Slice, ClampsToTheText) {
    EXPECT_EQ(slice("abcdef", {1, 3}), "bc");
    EXPECT_EQ(slice("abc", {2, 90}), "c");
    EXPECT_EQ(slice("abc", {7, 90}), "");
    EXPECT_EQ(slice("abc", {2, 1}), "");
}

TEST(CodePointIndex, AgreesWithCountingFromTheStart) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += i % 3 == 0 ? "é" : i % 3 == 1 ? "x" : "𝄞";
    const CodePointIndex index(text);
    std::uint32_t expected = 0;
    for (std::uint32_t byte = 0; byte < text.size();) {
        EXPECT_EQ(index.code_points(text, byte), expected) << byte;
        byte += utf8::decode(text, byte).length;
        ++expected;
    }
    EXPECT_EQ(index.code_points(text, static_cast<std::uint32_t>(text.size())), 60U);
    EXPECT_EQ(index.code_points(text, 1U << 30U), 60U);
}

TEST(CodePointIndex, WorksAtItsOwnBordersAndOnEmptyText) {
    EXPECT_EQ(CodePointIndex("").code_points("", 0), 0U);
    for (const std::size_t size : {63U, 64U, 65U, 127U, 128U, 129U}) {
        const std::string text(size, 'a');
        const CodePointIndex index(text);
        for (std::uint32_t byte = 0; byte <= size; ++byte) {
            EXPECT_EQ(index.code_points(text, byte), byte);
        }
    }
    const std::string text = "“war”";
    EXPECT_EQ(CodePointIndex(text).to_code_points(text, {3, 6}), (Span{1, 4}));
}

TEST(Trim, RemovesAsciiWhiteSpaceOnly) {
    EXPECT_EQ(trim(" \t\r\n a b \v\f"), "a b");
    EXPECT_EQ(trim(" \n"), "");
    EXPECT_EQ(trim("\u00A0a"), "\u00A0a");
}

TEST(Split, KeepsEmptyParts) {
    EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), std::vector<std::string_view>{""});
}

TEST(Nearest, SuggestsWhatWasMeant) {
    const std::vector<std::string> names{"jsonl", "table", "csv", "tsv"};
    EXPECT_EQ(nearest("josnl", names), "jsonl");
    EXPECT_EQ(nearest("Tabel", names), "table");
    EXPECT_EQ(nearest("csw", names), "csv");
    EXPECT_EQ(nearest("parquet", names), "");
    EXPECT_EQ(nearest("", names), "");
    EXPECT_EQ(nearest(std::string(10000, 'x'), names), "");
}

}  // namespace
}  // namespace tidings
