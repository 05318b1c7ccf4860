// Token vectors: hashed rows, and independence of batch, chunk and neighbours out of sight.
#include "language/tok2vec.hpp"

#include <cstring>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "language/pipeline_data.hpp"

namespace tidings::language {
namespace {

TEST(HashRows, AreThoseOfTheReference) {
    const auto rows = [](std::uint64_t id, std::uint32_t seed) {
        const HashedRows hashed = hash_rows(id, seed, 1000);
        return std::vector<std::uint32_t>(std::begin(hashed.rows), std::end(hashed.rows));
    };
    EXPECT_EQ(rows(0, 8), (std::vector<std::uint32_t>{0, 0, 0, 0}));
    EXPECT_EQ(rows(1, 8), (std::vector<std::uint32_t>{108, 286, 162, 281}));
    EXPECT_EQ(rows(12345678901234567890ULL, 8), (std::vector<std::uint32_t>{28, 173, 190, 611}));
    EXPECT_EQ(rows(UINT64_MAX, 8), (std::vector<std::uint32_t>{950, 181, 277, 624}));
    EXPECT_EQ(rows(97, 13), (std::vector<std::uint32_t>{235, 923, 534, 459}));
}

struct Collected {
    std::size_t width = 0;
    std::vector<int> times;  // how often each token came
    std::vector<float> vectors;

    [[nodiscard]] std::vector<float> vector(std::size_t token) const {
        const auto first = vectors.begin() + static_cast<std::ptrdiff_t>(token * width);
        return {first, first + static_cast<std::ptrdiff_t>(width)};
    }
};

// Keeps every vector that comes by.
class Collector final : public TokenVectorSink {
  public:
    Collector(const Batch& batch, std::size_t width) {
        collected.width = width;
        collected.times.assign(batch.tokens(), 0);
        collected.vectors.resize(batch.tokens() * width);
    }
    void take(const TokenChunk& chunk) override {
        const std::size_t width = collected.width;
        for (const ChunkPiece& piece : chunk.pieces) {
            for (std::size_t i = 0; i < piece.count; ++i) {
                ++collected.times[piece.token + i];
                std::memcpy(collected.vectors.data() + (piece.token + i) * width,
                            chunk.rows + (piece.row + i) * chunk.stride, width * sizeof(float));
            }
        }
    }
    Collected collected;
};

class Tok2VecTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto source = PipelineSource::open(std::string(TIDINGS_TEST_LANGUAGE) + "/tiny-en");
        ASSERT_TRUE(source.has_value()) << source.error().to_string();
        const auto converted = convert_pipeline(*source);
        ASSERT_TRUE(converted.has_value()) << converted.error().to_string();
        auto model =
            ModelFile::from_bytes(converted->writer.to_bytes(converted->header), "tiny-en");
        ASSERT_TRUE(model.has_value());
        model_.emplace(std::move(*model));
        auto network = Tok2Vec::load(*model_, "tok2vec", vectors_);
        ASSERT_TRUE(network.has_value()) << network.error().to_string();
        network_ = *network;
    }
    static Doc doc(std::size_t count, unsigned seed) {
        std::mt19937_64 engine(seed);
        Doc made;
        for (std::size_t i = 0; i < count; ++i) {
            DocToken token;
            token.norm = token.lower = engine() % 500;
            token.prefix = token.norm % 20;
            token.suffix = token.norm % 50;
            token.shape = token.norm % 9;
            token.orth = token.norm;
            token.spacy = engine() % 5 != 0;
            made.tokens.push_back(token);
        }
        return made;
    }
    Collected run(std::vector<Doc>& docs) {
        Batch batch;
        batch.assign(docs);
        Collector collector(batch, network_.width());
        TokenVectorSink* const sinks[] = {&collector};
        network_.run(batch, scratch_, sinks);
        return collector.collected;
    }
    std::optional<ModelFile> model_;
    VectorTable vectors_;
    Tok2Vec network_;
    Tok2VecScratch scratch_;
};

TEST_F(Tok2VecTest, EveryTokenComesOnce) {
    std::vector<Doc> docs;
    for (const std::size_t size : {3, 0, 1, 900, 700, 1024, 5000, 2, 1016, 1017, 1015}) {
        docs.push_back(doc(size, static_cast<unsigned>(size)));
    }
    const Collected collector = run(docs);
    for (const int times : collector.times) ASSERT_EQ(times, 1);
}

TEST_F(Tok2VecTest, AVectorDoesNotDependOnOtherDocs) {
    std::vector<Doc> together = {doc(7, 1), doc(1300, 2), doc(40, 3)};
    const Collected batch = run(together);
    std::vector<Doc> alone = {together[2]};
    scratch_ = Tok2VecScratch();
    const Collected single = run(alone);
    for (std::size_t i = 0; i < 40; ++i) {
        ASSERT_EQ(single.vector(i), batch.vector(1307 + i)) << "token " << i;
    }
}

TEST_F(Tok2VecTest, AVectorDependsOnTheWindowsAroundItAndNothingElse) {
    std::vector<Doc> whole = {doc(6000, 4)};
    const Collected all = run(whole);
    constexpr std::size_t kReach = 8;  // at least depth x window of any test pipeline
    for (std::size_t middle = 20; middle < 5980; middle += 97) {
        std::vector<Doc> part(1);
        part[0].tokens.assign(
            whole[0].tokens.begin() + static_cast<std::ptrdiff_t>(middle - kReach),
            whole[0].tokens.begin() + static_cast<std::ptrdiff_t>(middle + kReach + 1));
        ASSERT_EQ(run(part).vector(kReach), all.vector(middle)) << "token " << middle;
    }
    std::vector<Doc> cut = {whole[0]};
    cut[0].tokens.resize(1);
    EXPECT_NE(run(cut).vector(0), all.vector(0)) << "a neighbour was taken away";
}

TEST_F(Tok2VecTest, AFullCacheChangesNothing) {
    std::vector<Doc> many;
    for (unsigned i = 0; i < 30; ++i) {
        many.push_back(doc(1000, i));
        for (DocToken& token : many.back().tokens) token.norm += 1000ULL * i;
    }
    const Collected cached = run(many);
    for (std::size_t i = 0; i < many.size(); i += 7) {
        std::vector<Doc> one = {many[i]};
        scratch_ = Tok2VecScratch();
        const Collected fresh = run(one);
        for (std::size_t t = 0; t < 1000; t += 13) {
            ASSERT_EQ(fresh.vector(t), cached.vector(i * 1000 + t));
        }
    }
}

TEST(EmbeddingCacheTest, NumbersKeysInOrderAndEmptiesBeforeItOverflows) {
    EmbeddingCache cache;
    cache.prepare(2, 32, 100);
    const std::uint64_t first[] = {1, 2};
    const std::uint64_t second[] = {2, 1};
    EXPECT_EQ(cache.find_or_add(first), 0U);
    EXPECT_EQ(cache.find_or_add(second), 1U);
    EXPECT_EQ(cache.find_or_add(first), 0U);
    EXPECT_EQ(cache.computed(), 0U);
    cache.set_computed();
    EXPECT_EQ(cache.computed(), 2U);
    for (std::uint64_t i = 0; cache.size() + 100 <= EmbeddingCache::kMostEntries; ++i) {
        cache.prepare(2, 32, 100);
        const std::uint64_t key[] = {i, 77};
        EXPECT_LT(cache.find_or_add(key), EmbeddingCache::kMostEntries);
        cache.set_computed();
    }
    cache.prepare(2, 32, 100);
    EXPECT_EQ(cache.size(), 0U);
    EXPECT_EQ(cache.find_or_add(second), 0U);
}

}  // namespace
}  // namespace tidings::language
