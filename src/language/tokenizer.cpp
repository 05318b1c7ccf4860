#include "language/tokenizer.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "language/chunk_splitter.hpp"
#include "language/json_fields.hpp"
#include "language/string_hash.hpp"

namespace tidings::language {
namespace {

/// Chunks that were split before. When it is full it is emptied, so memory stays bounded. Chunks
/// are compared byte by byte: texts may be made so that hashes collide.
class ChunkCache {
  public:
    ChunkCache() : slots_(kSlots) {}

    [[nodiscard]] const std::vector<Lexeme>& lexemes() const { return lexemes_; }

    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    [[nodiscard]] bool find(std::string_view chunk, std::uint64_t hash, Range& range) const {
        for (std::size_t at = hash % kSlots;; at = (at + 1) % kSlots) {
            const Slot& slot = slots_[at];
            if (slot.range.count == 0) return false;
            if (slot.hash == hash && slot.text_size == chunk.size() &&
                std::memcmp(texts_.data() + slot.text_start, chunk.data(), chunk.size()) == 0) {
                range = slot.range;
                return true;
            }
        }
    }

    void add(std::string_view chunk, std::uint64_t hash, const std::vector<Lexeme>& split) {
        if (chunk.size() > kLongestChunk || split.empty()) return;
        if (used_ >= kSlots / 2) clear();
        std::size_t at = hash % kSlots;
        while (slots_[at].range.count != 0) at = (at + 1) % kSlots;
        slots_[at] = {hash,
                      static_cast<std::uint32_t>(texts_.size()),
                      static_cast<std::uint32_t>(chunk.size()),
                      {static_cast<std::uint32_t>(lexemes_.size()),
                       static_cast<std::uint32_t>(split.size())}};
        texts_ += chunk;
        lexemes_.insert(lexemes_.end(), split.begin(), split.end());
        ++used_;
    }

  private:
    static constexpr std::size_t kSlots = std::size_t{1} << 15U;
    static constexpr std::size_t kLongestChunk = 128;

    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t text_start = 0;
        std::uint32_t text_size = 0;
        Range range;
    };

    void clear() {
        std::fill(slots_.begin(), slots_.end(), Slot{});
        texts_.clear();
        lexemes_.clear();
        used_ = 0;
    }

    std::vector<Slot> slots_;
    std::string texts_;
    std::vector<Lexeme> lexemes_;
    std::size_t used_ = 0;
};

DocToken to_token(const Lexeme& lexeme, std::uint32_t start) {
    DocToken token;
    token.span = {start, start + lexeme.bytes};
    token.is_space = lexeme.is_space != 0;
    token.orth = lexeme.orth;
    token.lower = lexeme.lower;
    token.norm = lexeme.norm;
    token.prefix = lexeme.prefix;
    token.suffix = lexeme.suffix;
    token.shape = lexeme.shape;
    return token;
}

/// Bytes of the first piece of an overlong chunk: at most `limit`, whole characters.
std::size_t piece_size(std::string_view chunk, std::size_t limit) {
    if (chunk.size() <= limit) return chunk.size();
    std::size_t size = limit;
    while (size > 1 && (static_cast<unsigned char>(chunk[size]) & 0xC0U) == 0x80U) --size;
    return size;
}

}  // namespace

struct Tokenizer::Data {
    LexemeTable lexemes;
    AffixRules affixes;
    SpecialCases cases;
};

struct TokenizerScratch::Buffers {
    ChunkScratch chunk;
    ChunkCache cache;
    std::vector<Lexeme> split;
    std::vector<TokenRange> phrases;
    std::vector<TokenRange> chosen;
    std::vector<bool> taken;
    std::vector<DocToken> tokens;
};

TokenizerScratch::TokenizerScratch() : buffers_(std::make_unique<Buffers>()) {}
TokenizerScratch::~TokenizerScratch() = default;
TokenizerScratch::TokenizerScratch(TokenizerScratch&&) noexcept = default;
TokenizerScratch& TokenizerScratch::operator=(TokenizerScratch&&) noexcept = default;

Tokenizer::Tokenizer(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Result<Tokenizer> Tokenizer::load(const ModelFile& model) {
    auto data = std::make_shared<Data>();
    auto lexemes = LexemeTable::load(model);
    if (!lexemes) return tl::unexpected<Error>(std::move(lexemes.error()));
    data->lexemes = *lexemes;
    auto cases = SpecialCases::load(model);
    if (!cases) return tl::unexpected<Error>(std::move(cases.error()));
    data->cases = *cases;
    auto patterns = model.section("tokenizer/patterns");
    if (!patterns) return tl::unexpected<Error>(std::move(patterns.error()));
    auto affixes = AffixRules::compile(parse_json(*patterns));
    if (!affixes) return tl::unexpected<Error>(std::move(affixes.error()));
    data->affixes = std::move(*affixes);
    return Tokenizer(std::move(data));
}

namespace {

/// One text on its way through the tokenizer.
class Run {
  public:
    Run(const ChunkRules& rules, TokenizerScratch::Buffers& buffers, Doc& doc)
        : rules_(rules), buffers_(buffers), doc_(doc) {}

    void chunks();
    void phrases();

  private:
    void chunk(std::string_view text);
    void put(std::span<const Lexeme> lexemes);
    void choose_phrases();
    void rebuild();

    const ChunkRules& rules_;
    TokenizerScratch::Buffers& buffers_;
    Doc& doc_;
    std::uint32_t at_ = 0;  // end of the tokens so far, bytes
};

void Run::put(std::span<const Lexeme> lexemes) {
    for (const Lexeme& lexeme : lexemes) {
        doc_.tokens.push_back(to_token(lexeme, at_));
        at_ += lexeme.bytes;
    }
}

void Run::chunk(std::string_view text) {
    at_ = static_cast<std::uint32_t>(text.data() - doc_.text.data());
    if (const auto special = rules_.cases->find(text); !special.empty()) return put(special);
    const std::uint64_t hash = hash_string(text);
    ChunkCache::Range range;
    if (buffers_.cache.find(text, hash, range)) {
        return put(std::span(buffers_.cache.lexemes()).subspan(range.first, range.count));
    }
    buffers_.split.clear();
    if (text.size() > Tokenizer::kMaxChunkBytes && is_space(text)) {
        buffers_.split.push_back(rules_.lexemes->lexeme(text, buffers_.chunk.lexeme));
    } else {
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t size = piece_size(rest, Tokenizer::kMaxChunkBytes);
            split_chunk(rest.substr(0, size), rules_, buffers_.chunk, buffers_.split);
            rest.remove_prefix(size);
        }
    }
    put(buffers_.split);
    buffers_.cache.add(text, hash, buffers_.split);
}

void Run::chunks() {
    for_each_chunk(doc_.text, [this](std::string_view text, bool space_follows) {
        chunk(text);
        if (space_follows) doc_.tokens.back().spacy = true;
    });
}

/// spaCy's Tokenizer._apply_special_cases: cases that have affixes or spaces in them are looked
/// for again, over the finished tokens.
void Run::phrases() {
    buffers_.phrases.clear();
    rules_.cases->find_phrases(doc_.tokens, buffers_.phrases);
    if (buffers_.phrases.empty()) return;
    choose_phrases();
    rebuild();
}

/// The longest first, of equal ones the leftmost; what overlaps a chosen one is dropped.
void Run::choose_phrases() {
    std::sort(buffers_.phrases.begin(), buffers_.phrases.end(),
              [](const TokenRange& a, const TokenRange& b) {
                  const auto a_size = a.last - a.first;
                  const auto b_size = b.last - b.first;
                  return a_size != b_size ? a_size > b_size : a.first < b.first;
              });
    buffers_.taken.assign(doc_.tokens.size(), false);
    buffers_.chosen.clear();
    for (const TokenRange& range : buffers_.phrases) {
        if (!buffers_.taken[range.first] && !buffers_.taken[range.last - 1]) {
            buffers_.chosen.push_back(range);
        }
        for (std::uint32_t i = range.first; i < range.last; ++i) buffers_.taken[i] = true;
    }
    std::sort(buffers_.chosen.begin(), buffers_.chosen.end(),
              [](const TokenRange& a, const TokenRange& b) { return a.first < b.first; });
}

void Run::rebuild() {
    const std::vector<DocToken>& old = doc_.tokens;
    std::vector<DocToken>& fresh = buffers_.tokens;
    fresh.clear();
    std::uint32_t done = 0;
    for (const TokenRange& range : buffers_.chosen) {
        const Span span{old[range.first].span.start, old[range.last - 1].span.end};
        const auto tokens = rules_.cases->find(slice(doc_.text, span));
        if (tokens.empty()) continue;  // the words match, but not the spaces between them
        fresh.insert(fresh.end(), old.begin() + done, old.begin() + range.first);
        std::uint32_t start = span.start;
        for (const Lexeme& lexeme : tokens) {
            fresh.push_back(to_token(lexeme, start));
            start += lexeme.bytes;
        }
        fresh.back().spacy = old[range.last - 1].spacy;
        done = range.last;
    }
    if (done == 0) return;
    fresh.insert(fresh.end(), old.begin() + done, old.end());
    doc_.tokens.swap(fresh);
}

}  // namespace

void Tokenizer::tokenize(std::string_view text, TokenizerScratch& scratch, Doc& out) const {
    out.text = text;
    out.tokens.clear();
    const ChunkRules rules{&data_->affixes, &data_->lexemes, &data_->cases};
    Run run(rules, scratch.buffers(), out);
    run.chunks();
    run.phrases();
}

}  // namespace tidings::language
