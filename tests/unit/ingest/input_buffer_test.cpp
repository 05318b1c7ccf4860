#include "ingest/input_buffer.hpp"

#include <string>

#include <gtest/gtest.h>

namespace tidings::ingest {
namespace {

TEST(InputBuffer, PeeksWithoutConsuming) {
    InputBuffer buffer(memory_source("abcdef", 1));
    EXPECT_TRUE(buffer.peek(3).starts_with("abc"));
    EXPECT_TRUE(buffer.peek(100) == "abcdef");
    buffer.consume(4);
    EXPECT_EQ(buffer.peek(100), "ef");
    buffer.consume(100);
    EXPECT_EQ(buffer.peek(1), "");
}

TEST(InputBuffer, GivesLinesWhereverTheInputIsCut) {
    for (const std::size_t step : {1U, 2U, 3U, 1000U}) {
        InputBuffer buffer(memory_source("one\n\ntwo\r\nlast", step));
        std::string joined;
        while (auto line = buffer.next_line(100))
            joined.append(1, '[').append(line->text).append(1, ']');
        EXPECT_EQ(joined, "[one][][two\r][last]") << step;
    }
}

TEST(InputBuffer, PassesOverALineThatIsTooLong) {
    const std::string text = "short\n" + std::string(3000000, 'x') + "\nnext\n" +
                             std::string(11, 'y') + "\n" + std::string(10, 'z');
    for (const std::size_t step : {1000U, 1U << 20U}) {
        InputBuffer buffer(memory_source(text, step));
        EXPECT_EQ(buffer.next_line(10)->text, "short");
        EXPECT_TRUE(buffer.next_line(10)->too_long);
        EXPECT_EQ(buffer.next_line(10)->text, "next");
        EXPECT_TRUE(buffer.next_line(10)->too_long);
        const auto last = buffer.next_line(10);
        ASSERT_TRUE(last.has_value());
        EXPECT_EQ(last->text, std::string(10, 'z'));
        EXPECT_FALSE(last->too_long);
        EXPECT_FALSE(buffer.next_line(10).has_value());
    }
}

TEST(InputBuffer, ManyLinesThroughASmallWindow) {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += std::to_string(i) + "\n";
    InputBuffer buffer(memory_source(text, 65536));
    int expected = 0;
    while (auto line = buffer.next_line(100)) ASSERT_EQ(line->text, std::to_string(expected++));
    EXPECT_EQ(expected, 200000);
}

TEST(InputBuffer, HandsItsUnreadBytesOn) {
    InputBuffer buffer(memory_source("abcdef", 2));
    EXPECT_TRUE(buffer.peek(3).starts_with("abc"));
    buffer.consume(1);
    InputBuffer rest(std::move(buffer).into_source());
    EXPECT_EQ(rest.peek(100), "bcdef");
}

}  // namespace
}  // namespace tidings::ingest
