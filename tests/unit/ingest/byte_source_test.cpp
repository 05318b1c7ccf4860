#include "ingest/byte_source.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace tidings::ingest {
namespace {

struct Drained {
    std::string bytes;
    std::string error;
};

// All parts, up to the first error.
Drained drain(std::unique_ptr<ByteSource> source) {
    Drained result;
    char buffer[777];
    for (;;) {
        const Result<std::size_t> got = source->read(buffer, sizeof buffer);
        if (!got) {
            result.error = got.error().message;
            return result;
        }
        if (*got == 0 && !source->next_part()) return result;
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
        const Drained drained =
            drain(unpacking_source(memory_source(packed, step), Packing::Gzip, "x.gz"));
        EXPECT_EQ(drained.error, "");
        EXPECT_EQ(drained.bytes, text) << step;
    }
}

TEST(GzipSource, ReadsSeveralMembersAndPassesOverPadding) {
    const std::string packed = gzip("one ") + gzip("") + gzip("two") + std::string(64, '\0');
    for (const std::size_t step : {1U, 1000U}) {
        const Drained drained =
            drain(unpacking_source(memory_source(packed, step), Packing::Gzip, "x.gz"));
        EXPECT_EQ(drained.bytes, "one two");
        EXPECT_EQ(drained.error, "");
    }
}

TEST(GzipSource, SaysThatDataIsCutOff) {
    const std::string packed = gzip(sample_text());
    for (const std::size_t size :
         {std::size_t{2}, std::size_t{11}, packed.size() / 2, packed.size() - 1}) {
        const Drained drained = drain(unpacking_source(
            memory_source(std::string_view(packed).substr(0, size)), Packing::Gzip, "x.gz"));
        EXPECT_EQ(drained.error, "the gzip data is damaged or cut off") << size;
    }
}

TEST(GzipSource, SaysThatDataIsDamaged) {
    std::string packed = gzip(sample_text());
    packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
    EXPECT_EQ(drain(unpacking_source(memory_source(packed), Packing::Gzip, "x.gz")).error,
              "the gzip data is damaged or cut off");
}

TEST(GzipSource, RefusesWhatExpandsBeyondMeasure) {
    const std::string packed = gzip(std::string(std::size_t{300} << 20U, 'a'), 9);
    auto source = unpacking_source(memory_source(packed), Packing::Gzip, "bomb.gz");
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

TEST(ZstdSource, UnpacksFramesWhereverTheInputIsCut) {
    const std::string text = sample_text();
    const std::string packed = zstd("head ") + zstd(text);
    for (const std::size_t step : {1U, 7U, 1000000U}) {
        const Drained drained =
            drain(unpacking_source(memory_source(packed, step), Packing::Zstd, "x.zst"));
        EXPECT_EQ(drained.error, "");
        EXPECT_EQ(drained.bytes, "head " + text) << step;
    }
    EXPECT_EQ(drain(unpacking_source(memory_source(packed.substr(0, packed.size() - 3)),
                                     Packing::Zstd, "x.zst"))
                  .error,
              "the zstd data is damaged or cut off");
}

TEST(Parts, GoOnBehindADamagedMember) {
    const std::string first = gzip("first");
    std::string damaged = gzip(sample_text());
    damaged.resize(damaged.size() / 2);
    const std::string packed = first + damaged + gzip("last");
    for (const std::size_t step : {1U, 100U, 1000000U}) {
        auto source = unpacking_source(memory_source(packed, step), Packing::Gzip, "x.gz");
        std::vector<std::string> parts;
        std::vector<std::uint64_t> offsets;
        std::size_t errors = 0;
        do {
            parts.emplace_back();
            offsets.push_back(source->part_offset());
            char buffer[4096];
            for (;;) {
                const Result<std::size_t> got = source->read(buffer, sizeof buffer);
                if (!got) ++errors;
                if (!got || *got == 0) break;
                parts.back().append(buffer, *got);
            }
        } while (source->next_part());
        ASSERT_GE(parts.size(), 3U);
        EXPECT_EQ(parts.front(), "first");
        EXPECT_TRUE(sample_text().starts_with(parts[1].substr(0, 1000)));
        EXPECT_EQ(parts.back(), "last");
        EXPECT_GE(errors, 1U);
        EXPECT_EQ(offsets[1], first.size());
        EXPECT_EQ(offsets.back(), first.size() + damaged.size());
    }
}

// zstd refuses a frame for its header before it takes a byte of it.
TEST(Parts, GoOnBehindAFrameThatIsRefusedAtOnce) {
    const std::string refused = std::string("\x28\xB5\x2F\xFD\x24\x3D\x55\x01\x00\x34\x02Th", 13);
    const std::string packed = refused + zstd("last");
    for (const std::size_t step : {1U, 1000000U}) {
        auto source = unpacking_source(memory_source(packed, step), Packing::Zstd, "x.zst");
        std::string last;
        std::size_t parts = 0;
        do {
            last.clear();
            char buffer[4096];
            for (;;) {
                const Result<std::size_t> got = source->read(buffer, sizeof buffer);
                if (!got || *got == 0) break;
                last.append(buffer, *got);
            }
            ASSERT_LT(++parts, 10U);
        } while (source->next_part());
        EXPECT_EQ(last, "last");
    }
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
