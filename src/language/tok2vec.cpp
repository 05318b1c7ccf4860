#include "language/tok2vec.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "language/json_fields.hpp"
#include "language/layers.hpp"

namespace tidings::language {

namespace {

/// Rows of a chunk: enough to keep the kernels busy, few enough to stay in the cache.
constexpr std::size_t kChunkRows = 1024;
/// New lexemes that are embedded at a time.
constexpr std::size_t kEmbedRows = 128;
constexpr std::uint32_t kPadding = UINT32_MAX;
constexpr std::size_t kMostTables = 64;

}  // namespace

// MurmurHash3_x64_128 for a key of eight bytes.
HashedRows hash_rows(std::uint64_t id, std::uint32_t seed, std::uint32_t table_rows) noexcept {
    const auto finish = [](std::uint64_t h) {
        h ^= h >> 33U;
        h *= 0xff51afd7ed558ccdULL;
        h ^= h >> 33U;
        h *= 0xc4ceb9fe1a85ec53ULL;
        return h ^ (h >> 33U);
    };
    std::uint64_t h1 = id * 0x87c37b91114253d5ULL;
    h1 = (h1 << 31U) | (h1 >> 33U);
    h1 *= 0x4cf5ad432745937fULL;
    h1 ^= seed;
    h1 ^= 8;
    std::uint64_t h2 = seed ^ 8U;
    h1 += h2;
    h2 += h1;
    h1 = finish(h1);
    h2 = finish(h2);
    h1 += h2;
    h2 += h1;
    const auto low = [](std::uint64_t h) { return static_cast<std::uint32_t>(h); };
    return {{low(h1) % table_rows, low(h1 >> 32U) % table_rows, low(h2) % table_rows,
             low(h2 >> 32U) % table_rows}};
}

Result<Tok2Vec> Tok2Vec::load(const ModelFile& model, const std::string& name,
                              const VectorTable& vectors) {
    const auto text = model.section(name + ".shape");
    if (!text) return tl::unexpected<Error>(text.error());
    const auto shape = parse_json(*text);
    const auto broken = [&] {
        return fail(ErrorKind::Config, "the network " + name + " of the model file is broken", {},
                    "install the model again: tidings model install NAME|PATH");
    };
    const auto number = [](const nlohmann::json& object, const char* key) {
        return static_cast<std::size_t>(
            std::max<std::int64_t>(integer_field(object, key).value_or(0), 0));
    };
    Tok2Vec network;
    network.width_ = number(shape, "width");
    network.window_ = number(shape, "window");
    const std::size_t depth = number(shape, "depth");
    constexpr std::size_t kMost = 1U << 16U;  // far above any real network
    if (network.width_ == 0 || network.width_ > kMost || network.window_ > 64 || depth > 64 ||
        network.window_ * depth > kChunkRows / 4 || !shape.contains("tables") ||
        !shape["tables"].is_array() || shape["tables"].empty() ||
        shape["tables"].size() > kMostTables) {
        return broken();
    }
    for (const auto& entry : shape["tables"]) {
        const std::size_t rows = number(entry, "rows");
        const auto known =
            entry.is_object() && entry.contains("attribute") && entry["attribute"].is_string()
                ? lexical_attribute(entry["attribute"].get<std::string>())
                : std::nullopt;
        if (!known || rows == 0 || rows > UINT32_MAX) return broken();
        const std::string section = name + ".table" + std::to_string(network.tables_.size());
        const auto values = load_rows(model, section, rows, network.width_);
        if (!values) return tl::unexpected<Error>(values.error());
        network.tables_.push_back({*known, static_cast<std::uint32_t>(number(entry, "seed")),
                                   static_cast<std::uint32_t>(rows), *values});
    }
    if (const auto status = network.load_vectors(model, name, shape, vectors); !status) {
        return tl::unexpected<Error>(status.error());
    }
    const std::size_t stride = padded_width(network.width_);
    const std::size_t segments = network.tables_.size() + (network.vectors_ != nullptr ? 1 : 0);
    auto mixer = load_affine(model, name + ".mixer", segments * stride, network.width_);
    auto mixer_norm = load_norm(model, name + ".mixer", network.width_);
    if (!mixer) return tl::unexpected<Error>(mixer.error());
    if (!mixer_norm) return tl::unexpected<Error>(mixer_norm.error());
    network.mixer_ = *mixer;
    network.mixer_norm_ = *mixer_norm;
    for (std::size_t i = 0; i < depth; ++i) {
        const std::string section = name + ".encoder" + std::to_string(i);
        auto maxout =
            load_affine(model, section, (2 * network.window_ + 1) * stride, network.width_);
        auto norm = load_norm(model, section, network.width_);
        if (!maxout) return tl::unexpected<Error>(maxout.error());
        if (!norm) return tl::unexpected<Error>(norm.error());
        network.encoders_.push_back({*maxout, *norm});
    }
    return network;
}

Status Tok2Vec::load_vectors(const ModelFile& model, const std::string& name,
                             const nlohmann::json& shape, const VectorTable& vectors) {
    const std::string unknown = string_field(shape, "unknown_vector");
    if (unknown.empty()) return {};
    if (vectors.rows() == 0) {
        return fail(ErrorKind::Config,
                    "the network " + name + " needs word vectors, and the model file has none");
    }
    auto projection = load_affine(model, name + ".vectors", padded_width(vectors.width()), width_);
    if (!projection) return tl::unexpected<Error>(projection.error());
    vectors_ = &vectors;
    vector_projection_ = *projection;
    unknown_vector_ = unknown == "last" ? UnknownVector::LastRow : UnknownVector::Zero;
    return {};
}

// Collects the rows of a chunk. Around each run of tokens lie as many rows as the encoder sees:
// neighbours from the same doc where it was cut, zeros at its ends.
class Tok2Vec::ChunkBuilder {
  public:
    ChunkBuilder(const Tok2Vec& network, Tok2VecScratch& scratch,
                 std::span<TokenVectorSink* const> sinks)
        : network_(network),
          scratch_(scratch),
          sinks_(sinks),
          context_(network.window_ * network.encoders_.size()) {
        start();
    }

    void add_doc(const Doc& doc, std::size_t first_token) {
        const std::span<const DocToken> tokens(doc.tokens);
        std::size_t at = 0;
        while (at < tokens.size()) {
            const std::size_t left = tokens.size() - at;
            const std::size_t used = scratch_.entries.size() + context_;
            const std::size_t room = used < kChunkRows ? kChunkRows - used : 0;
            const std::size_t whole = kChunkRows - 2 * context_;
            if (left > room && scratch_.entries.size() > context_ &&
                (left <= whole || room < whole / 2)) {
                flush();
                continue;
            }
            const std::size_t count = std::min(left, room);
            if (at > 0) replace_padding(tokens.subspan(at - context_, context_));
            scratch_.pieces.push_back({scratch_.entries.size(), first_token + at, count});
            add_tokens(tokens.subspan(at, count));
            at += count;
            const std::size_t after = std::min(context_, tokens.size() - at);
            add_tokens(tokens.subspan(at, after));
            scratch_.entries.resize(scratch_.entries.size() + context_ - after, kPadding);
            if (after > 0) flush();  // real neighbours are no padding for the next run
        }
    }

    void flush() {
        if (!scratch_.pieces.empty()) {
            network_.embed_new_lexemes(scratch_);
            network_.encode(scratch_, sinks_);
        }
        start();
    }

  private:
    void start() {
        scratch_.cache.prepare(network_.tables_.size() + (network_.vectors_ != nullptr ? 1 : 0),
                               padded_width(network_.width_), kChunkRows);
        scratch_.pieces.clear();
        scratch_.entries.assign(context_, kPadding);
    }
    // Only ever called at the start of a chunk.
    void replace_padding(std::span<const DocToken> tokens) {
        scratch_.entries.clear();
        add_tokens(tokens);
    }
    void add_tokens(std::span<const DocToken> tokens) {
        for (const DocToken& token : tokens) {
            scratch_.entries.push_back(network_.lexeme(token, scratch_));
        }
    }

    const Tok2Vec& network_;
    Tok2VecScratch& scratch_;
    std::span<TokenVectorSink* const> sinks_;
    std::size_t context_;
};

void Tok2Vec::run(const Batch& batch, Tok2VecScratch& scratch,
                  std::span<TokenVectorSink* const> sinks) const {
    ChunkBuilder builder(*this, scratch, sinks);
    for (std::size_t d = 0; d < batch.docs.size(); ++d) {
        builder.add_doc(batch.docs[d], batch.first_token[d]);
    }
    builder.flush();
}

std::uint32_t Tok2Vec::lexeme(const DocToken& token, Tok2VecScratch& scratch) const {
    scratch.key.clear();
    for (const Table& table : tables_) scratch.key.push_back(value_of(token, table.attribute));
    if (vectors_ != nullptr) scratch.key.push_back(value_of(token, vectors_->attribute()));
    return scratch.cache.find_or_add(scratch.key);
}

void Tok2Vec::embed_new_lexemes(Tok2VecScratch& scratch) const {
    const Kernels& k = kernels();
    const std::size_t stride = padded_width(width_);
    EmbeddingCache& cache = scratch.cache;
    for (std::size_t first = cache.computed(); first < cache.size(); first += kEmbedRows) {
        const std::size_t count = std::min(kEmbedRows, cache.size() - first);
        scratch.attributes.resize(count, mixer_.inputs);
        scratch.mixed.resize(count, width_);
        for (std::size_t r = 0; r < count; ++r) {
            const std::span<const std::uint64_t> key = cache.key(first + r);
            for (std::size_t t = 0; t < tables_.size(); ++t) {
                const HashedRows hashed = hash_rows(key[t], tables_[t].seed, tables_[t].rows);
                k.sum_rows(tables_[t].values, hashed.rows, stride,
                           scratch.attributes.row(r) + t * stride);
            }
        }
        if (vectors_ != nullptr) {
            scratch.vectors.resize(count, vectors_->width());
            for (std::size_t r = 0; r < count; ++r) {
                const float* vector = vectors_->find(cache.key(first + r).back());
                if (vector == nullptr && unknown_vector_ == UnknownVector::LastRow) {
                    vector = vectors_->last();
                }
                const std::size_t bytes = scratch.vectors.stride() * sizeof(float);
                if (vector != nullptr) {
                    std::memcpy(scratch.vectors.row(r), vector, bytes);
                } else {
                    std::memset(scratch.vectors.row(r), 0, bytes);
                }
            }
            k.affine(vector_projection_, scratch.vectors.row(0), scratch.vectors.stride(), count,
                     scratch.attributes.row(0) + tables_.size() * stride,
                     scratch.attributes.stride());
        }
        k.affine(mixer_, scratch.attributes.row(0), scratch.attributes.stride(), count,
                 scratch.mixed.row(0), stride);
        k.layer_norm(mixer_norm_, scratch.mixed.row(0), count, false, cache.vector(first), stride);
    }
    cache.set_computed();
}

void Tok2Vec::encode(Tok2VecScratch& scratch, std::span<TokenVectorSink* const> sinks) const {
    const Kernels& k = kernels();
    const std::size_t rows = scratch.entries.size();
    Matrix& input = scratch.input;
    input.resize(rows + 2 * window_, width_);
    scratch.output.resize(rows, width_);
    const std::size_t stride = input.stride();
    input.clear_rows(0, window_);
    input.clear_rows(window_ + rows, rows + 2 * window_);
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint32_t entry = scratch.entries[r];
        if (entry == kPadding) {
            input.clear_rows(window_ + r, window_ + r + 1);
        } else {
            std::memcpy(input.row(window_ + r), scratch.cache.vector(entry),
                        stride * sizeof(float));
        }
    }
    for (const Encoder& encoder : encoders_) {
        // A window over row r of the chunk starts at row r of the input.
        k.affine(encoder.maxout, input.row(0), stride, rows, scratch.output.row(0), stride);
        k.layer_norm(encoder.norm, scratch.output.row(0), rows, true, input.row(window_), stride);
    }
    const TokenChunk chunk{input.row(window_), stride, rows, scratch.pieces};
    for (TokenVectorSink* sink : sinks) sink->take(chunk);
}

}  // namespace tidings::language
