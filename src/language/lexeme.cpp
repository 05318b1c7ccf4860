#include "language/lexeme.hpp"

#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "language/config_cfg.hpp"
#include "language/hash_table.hpp"
#include "language/lookups.hpp"
#include "language/string_hash.hpp"
#include "language/unicode.hpp"

namespace tidings::language {
namespace {

constexpr std::string_view kSection = "lexeme/norms";

/// The norms that spaCy gives to punctuation and currency signs in every language, by norm.
struct NormGroup {
    std::string_view norm;
    std::vector<std::string_view> texts;
};

const std::vector<NormGroup>& shared_norms() {
    static const std::vector<NormGroup> kGroups = {
        {"'s", {"'s", "'S", "’s", "’S"}},
        {"'", {"’", "‘", "´", "`"}},
        {"\"", {"”", "“", "''", "``", "´´", "„", "»", "«", "‘‘", "’’"}},
        {"?", {"？"}},
        {"!", {"！"}},
        {",", {"，"}},
        {";", {"；"}},
        {":", {"："}},
        {".", {"。", "।"}},
        {"...", {"…"}},
        {"-", {"—", "–", "--", "---", "——"}},
        {"$", {"€", "£", "¥", "฿", "US$", "C$", "A$", "₺", "₹", "৳", "₩", "Mex$", "₣", "E£"}},
    };
    return kGroups;
}

constexpr auto kLanguagesWithNormCode = std::to_array<std::string_view>({"hi", "ne", "ht"});

std::uint64_t norm_key(const NormEntry& entry) {
    return entry.orth;
}

}  // namespace

Status LexemeTable::convert(const PipelineSource& source, const nlohmann::json& config,
                            ModelFileWriter& writer) {
    const std::string language = text_in_config(config, "nlp.lang");
    for (const std::string_view unknown : kLanguagesWithNormCode) {
        if (language == unknown) {
            return fail(ErrorKind::Config,
                        fmt::format("pipelines of language {} normalise words by code of their own",
                                    language),
                        source.name(), "use a pipeline of another language");
        }
    }
    std::vector<NormEntry> norms;  // the pipeline's own come first: the first of equals is kept
    if (source.has("vocab/lookups.bin")) {
        auto lookups = Lookups::read(source, "vocab/lookups.bin");
        if (!lookups) return tl::unexpected<Error>(std::move(lookups.error()));
        for (const auto& [key, value] : lookups->table("lexeme_norm").entries()) {
            if (const auto norm = value.text())
                norms.push_back({lookup_key(key), string_id(*norm)});
        }
    }
    for (const NormGroup& group : shared_norms()) {
        for (const std::string_view text : group.texts) {
            norms.push_back({string_id(text), string_id(group.norm)});
        }
    }
    const auto slots = build_hash_table<NormEntry>(norms, norm_key);
    writer.add_array<NormEntry>(std::string(kSection), slots);
    return {};
}

Result<LexemeTable> LexemeTable::load(const ModelFile& model) {
    auto norms = model.array<NormEntry>(kSection);
    if (!norms) return tl::unexpected<Error>(std::move(norms.error()));
    LexemeTable table;
    table.norms_ = *norms;
    return table;
}

Lexeme LexemeTable::lexeme(std::string_view text, LexemeScratch& scratch) const {
    Lexeme lexeme;
    lexeme.orth = string_id(text);
    lexeme.bytes = static_cast<std::uint32_t>(text.size());
    lexeme.is_space = is_space(text) ? 1 : 0;
    lexeme.prefix = string_id(first_characters(text, 1));
    lexeme.suffix = string_id(last_characters(text, 3));
    scratch.text.clear();
    append_shape(text, scratch.text);
    lexeme.shape = string_id(scratch.text);
    scratch.text.clear();
    append_lower(text, scratch.text);
    lexeme.lower = string_id(scratch.text);
    const NormEntry* norm = find_in_hash_table(norms_, lexeme.orth, norm_key);
    lexeme.norm = norm != nullptr ? norm->norm : lexeme.lower;
    return lexeme;
}

}  // namespace tidings::language
