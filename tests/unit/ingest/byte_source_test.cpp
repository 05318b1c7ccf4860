#include "ingest/byte_source.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::ingest {
namespace {

struct Drained {
    std::string bytes;
    std::string error;
};

Drained drain(std::unique_ptr<ByteSource> source) {
    Drained result;
    char buffer[777];
    for (;;) {
        const Result<std::size_t> got = source->read(buffer, sizeof buffer);
        if (!got) {
            result.error = got.error().message;
            return result;
        }
        if (*got == 0) return result;
        result.bytes.append(buffer, *got);
    }
}

std::string sample_text() {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919) + " ";
    return text;
}

TEST(GzipSource, UnpacksWhereverTheInputIsCut) {
    const std::string text = sample_text();
    const std::string packed = gzip(text);
    for (const std::size_t step : {1U, 7U, 4096U, 1000000U}) {
        const Drained drained = drain(gzip_source(memory_source(packed, step), "x.gz"));
        EXPECT_EQ(drained.error, "");
        EXPECT_EQ(drained.bytes, text) << step;
    }
}

TEST(GzipSource, ReadsSeveralMembersAndPassesOverPadding) {
    const std::string packed = gzip("one ") + gzip("") + gzip("two") + std::string(64, '\0');
    for (const std::size_t step : {1U, 1000U}) {
        const Drained drained = drain(gzip_source(memory_source(packed, step), "x.gz"));
        EXPECT_EQ(drained.bytes, "one two");
        EXPECT_EQ(drained.error, "");
    }
}

TEST(GzipSource, SaysThatDataIsCutOff) {
    const std::string packed = gzip(sample_text());
    for (const std::size_t size :
         {std::size_t{2}, std::size_t{11}, packed.size() / 2, packed.size() - 1}) {
        const Drained drained =
            drain(gzip_source(memory_source(std::string_view(packed).substr(0, size)), "x.gz"));
        EXPECT_EQ(drained.error, "the gzip data is damaged or cut off") << size;
    }
}

TEST(GzipSource, SaysThatDataIsDamaged) {
    std::string packed = gzip(sample_text());
    packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
    EXPECT_EQ(drain(gzip_source(memory_source(packed), "x.gz")).error,
              "the gzip data is damaged or cut off");
}

TEST(GzipSource, RefusesWhatExpandsBeyondMeasure) {
    const std::string packed = gzip(std::string(std::size_t{300} << 20U, 'a'), 9);
    auto source = gzip_source(memory_source(packed), "bomb.gz");
    std::vector<char> buffer(std::size_t{1} << 16U);
    std::size_t total = 0;
    for (;;) {
        const Result<std::size_t> got = source->read(buffer.data(), buffer.size());
        if (!got) {
            EXPECT_EQ(got.error().message, "the compressed data expands more than 200-fold");
            break;
        }
        ASSERT_GT(*got, 0U) << "the end was reached";
        total += *got;
    }
    EXPECT_LE(total, std::size_t{257} << 20U);
}

TEST(OpenSource, NamesTheFileThatIsMissing) {
    const auto source = open_source("/nonexistent/report.txt", "report.txt");
    ASSERT_FALSE(source.has_value());
    EXPECT_EQ(source.error().kind, ErrorKind::Input);
    EXPECT_EQ(source.error().to_string(),
              "report.txt: cannot open the file: No such file or directory");
}

}  // namespace
}  // namespace tidings::ingest
