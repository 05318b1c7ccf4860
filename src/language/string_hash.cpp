#include "language/string_hash.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace tidings::language {
namespace {

/// spaCy's reserved symbols in byte order. The numbers are part of its models: the embedding
/// tables were trained with them. FLAG19...FLAG63 and DEPRECATED001...276 are counted below.
constexpr auto kSymbols = std::to_array<std::pair<std::string_view, std::uint16_t>>({
    {"ADJ", 84},
    {"ADP", 85},
    {"ADV", 86},
    {"AUX", 87},
    {"CARDINAL", 397},
    {"CCONJ", 89},
    {"CLUSTER", 72},
    {"CONJ", 88},
    {"DATE", 391},
    {"DEP", 76},
    {"DET", 90},
    {"ENT_ID", 454},
    {"ENT_IOB", 77},
    {"ENT_KB_ID", 452},
    {"ENT_TYPE", 78},
    {"EOL", 102},
    {"EVENT", 387},
    {"FACILITY", 382},
    {"GPE", 384},
    {"HEAD", 79},
    {"ID", 64},
    {"IDX", 455},
    {"INTJ", 91},
    {"IS_ALPHA", 1},
    {"IS_ASCII", 2},
    {"IS_BRACKET", 14},
    {"IS_CURRENCY", 18},
    {"IS_DIGIT", 3},
    {"IS_LEFT_PUNCT", 16},
    {"IS_LOWER", 4},
    {"IS_OOV_DEPRECATED", 13},
    {"IS_PUNCT", 5},
    {"IS_QUOTE", 15},
    {"IS_RIGHT_PUNCT", 17},
    {"IS_SPACE", 6},
    {"IS_STOP", 12},
    {"IS_TITLE", 7},
    {"IS_UPPER", 8},
    {"LANG", 83},
    {"LANGUAGE", 389},
    {"LAW", 390},
    {"LEMMA", 73},
    {"LENGTH", 71},
    {"LIKE_EMAIL", 11},
    {"LIKE_NUM", 10},
    {"LIKE_URL", 9},
    {"LOC", 385},
    {"LOWER", 66},
    {"MONEY", 394},
    {"MORPH", 453},
    {"NORM", 67},
    {"NORP", 381},
    {"NOUN", 92},
    {"NUM", 93},
    {"ORDINAL", 396},
    {"ORG", 383},
    {"ORTH", 65},
    {"PART", 94},
    {"PERCENT", 393},
    {"PERSON", 380},
    {"POS", 74},
    {"PREFIX", 69},
    {"PROB", 82},
    {"PRODUCT", 386},
    {"PRON", 95},
    {"PROPN", 96},
    {"PUNCT", 97},
    {"QUANTITY", 395},
    {"SCONJ", 98},
    {"SENT_START", 80},
    {"SHAPE", 68},
    {"SPACE", 103},
    {"SPACY", 81},
    {"SUFFIX", 70},
    {"SYM", 99},
    {"TAG", 75},
    {"TIME", 392},
    {"VERB", 100},
    {"WORK_OF_ART", 388},
    {"X", 101},
    {"_", 456},
    {"acl", 451},
    {"acomp", 398},
    {"advcl", 399},
    {"advmod", 400},
    {"agent", 401},
    {"amod", 402},
    {"appos", 403},
    {"attr", 404},
    {"aux", 405},
    {"auxpass", 406},
    {"cc", 407},
    {"ccomp", 408},
    {"complm", 409},
    {"conj", 410},
    {"cop", 411},
    {"csubj", 412},
    {"csubjpass", 413},
    {"dep", 414},
    {"det", 415},
    {"dobj", 416},
    {"expl", 417},
    {"hmod", 418},
    {"hyph", 419},
    {"infmod", 420},
    {"intj", 421},
    {"iobj", 422},
    {"mark", 423},
    {"meta", 424},
    {"neg", 425},
    {"nmod", 426},
    {"nn", 427},
    {"npadvmod", 428},
    {"nsubj", 429},
    {"nsubjpass", 430},
    {"num", 431},
    {"number", 432},
    {"obj", 434},
    {"obl", 435},
    {"oprd", 433},
    {"parataxis", 436},
    {"partmod", 437},
    {"pcomp", 438},
    {"pobj", 439},
    {"poss", 440},
    {"possessive", 441},
    {"preconj", 442},
    {"prep", 443},
    {"prt", 444},
    {"punct", 445},
    {"quantmod", 446},
    {"rcmod", 448},
    {"relcl", 447},
    {"root", 449},
    {"xcomp", 450},
});
static_assert(std::is_sorted(kSymbols.begin(), kSymbols.end()));

constexpr std::size_t kLongestSymbol = 17;

/// The number behind `prefix` if it has exactly `digits` digits and lies in [first, last], else 0.
std::uint64_t counted_symbol(std::string_view text, std::string_view prefix, std::size_t digits,
                             unsigned first, unsigned last) {
    if (!text.starts_with(prefix) || text.size() != prefix.size() + digits) return 0;
    unsigned number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + prefix.size(), end, number);
    if (error != std::errc() || stop != end || number < first || number > last) return 0;
    return number;
}

std::uint64_t symbol_id(std::string_view text) {
    const auto found = std::lower_bound(
        kSymbols.begin(), kSymbols.end(), text,
        [](const auto& symbol, std::string_view key) { return symbol.first < key; });
    if (found != kSymbols.end() && found->first == text) return found->second;
    if (const auto flag = counted_symbol(text, "FLAG", 2, 19, 63)) return flag;
    constexpr std::uint64_t kBeforeDeprecated = 103;
    if (const auto old = counted_symbol(text, "DEPRECATED", 3, 1, 276)) {
        return kBeforeDeprecated + old;
    }
    return 0;
}

}  // namespace

std::uint64_t murmur_hash64a(std::string_view bytes, std::uint64_t seed) noexcept {
    constexpr std::uint64_t kMultiplier = 0xc6a4a7935bd1e995ULL;
    constexpr unsigned kShift = 47;
    std::uint64_t hash = seed ^ (bytes.size() * kMultiplier);
    const char* data = bytes.data();
    const char* const blocks_end = data + bytes.size() / 8 * 8;
    for (; data != blocks_end; data += 8) {
        std::uint64_t block = 0;
        std::memcpy(&block, data, 8);
        block *= kMultiplier;
        block ^= block >> kShift;
        block *= kMultiplier;
        hash ^= block;
        hash *= kMultiplier;
    }
    const std::size_t rest = bytes.size() % 8;
    if (rest != 0) {
        std::uint64_t tail = 0;
        std::memcpy(&tail, data, rest);
        hash ^= tail;
        hash *= kMultiplier;
    }
    hash ^= hash >> kShift;
    hash *= kMultiplier;
    hash ^= hash >> kShift;
    return hash;
}

std::uint64_t string_id(std::string_view text) noexcept {
    if (text.empty()) return 0;
    if (text.size() <= kLongestSymbol) {
        if (const auto symbol = symbol_id(text)) return symbol;
    }
    return hash_string(text);
}

std::string_view reserved_symbol(std::uint64_t number) noexcept {
    const auto found = std::find_if(kSymbols.begin(), kSymbols.end(), [number](const auto& symbol) {
        return symbol.second == number;
    });
    return found == kSymbols.end() ? std::string_view() : found->first;
}

}  // namespace tidings::language
