// Conversion of a pipeline's tokenizer file; the run-time part is tokenizer.cpp.
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "language/chunk_splitter.hpp"
#include "language/config_cfg.hpp"
#include "language/json_fields.hpp"
#include "language/msgpack_value.hpp"
#include "language/python_regex.hpp"
#include "language/string_hash.hpp"
#include "language/tokenizer.hpp"

namespace tidings::language {
namespace {

using nlohmann::json;

constexpr std::string_view kFile = "tokenizer";
// spaCy writes attribute names as numbers.
constexpr std::uint64_t kOrth = 65;
constexpr std::uint64_t kNorm = 67;

class TokenizerConverter {
  public:
    TokenizerConverter(const PipelineSource& source, const json& config)
        : source_(source), config_(config) {
        name_ = source.name() + ": " + std::string(kFile);
    }

    Status run(ModelFileWriter& writer);

  private:
    Status check_kind() const;
    Status read_patterns();
    Status prepare_lexemes(ModelFileWriter& writer);
    Status read_cases();
    Status read_case(std::string_view text, const MsgpackValue& tokens);
    Status read_token(const MsgpackValue& attributes, std::string& orth, std::uint64_t& norm) const;
    [[nodiscard]] bool needs_phrase(std::string_view text);
    void split_by_itself(SpecialCase& special);

    [[nodiscard]] tl::unexpected<Error> failure(std::string message) const {
        return fail(ErrorKind::Config, std::move(message), name_);
    }

    const PipelineSource& source_;
    const json& config_;
    std::string name_;
    std::string bytes_;
    MsgpackDocument document_;
    json patterns_ = json::object();
    bool faster_heuristics_ = true;
    AffixRules affixes_;
    std::optional<ModelFile> lexeme_file_;
    LexemeTable lexemes_;
    ChunkScratch scratch_;
    std::vector<SpecialCase> cases_;
};

Status TokenizerConverter::check_kind() const {
    const json* settings = find_in_config(config_, "nlp.tokenizer");
    std::string kind;
    if (settings != nullptr && settings->is_object()) {
        const auto found = settings->find("@tokenizers");
        if (found != settings->end() && found->is_string()) kind = found->get<std::string>();
    }
    if (kind == "spacy.Tokenizer.v1") return {};
    return fail(ErrorKind::Config, fmt::format("tokenizer `{}` is not known here", kind),
                source_.name() + ": config.cfg", "pipelines with spacy.Tokenizer.v1 can be used");
}

Status TokenizerConverter::read_patterns() {
    auto bytes = source_.read(kFile);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    bytes_ = std::move(*bytes);
    auto document = MsgpackDocument::parse(bytes_, name_);
    if (!document) return tl::unexpected<Error>(std::move(document.error()));
    document_ = std::move(*document);
    if (!document_.root().is_map()) return failure("the file is not a map");
    for (const auto& [key, field] :
         {std::pair{"prefix", "prefix_search"}, std::pair{"suffix", "suffix_search"},
          std::pair{"infix", "infix_finditer"}, std::pair{"token", "token_match"},
          std::pair{"url", "url_match"}}) {
        patterns_[key] = nullptr;
        const auto pattern = document_.root()[field].text();
        if (!pattern) continue;
        auto translated = translate_python_regex(*pattern);
        if (!translated) return failure(fmt::format("{}: {}", field, translated.error().message));
        patterns_[key] = *translated;
    }
    patterns_["suffix_window"] = nullptr;
    if (const auto suffix = document_.root()["suffix_search"].text()) {
        if (const auto window = suffix_window(*suffix)) patterns_["suffix_window"] = *window;
    }
    faster_heuristics_ = document_.root()["faster_heuristics"].boolean().value_or(true);
    auto affixes = AffixRules::compile(patterns_);
    if (!affixes) return failure(affixes.error().message);
    affixes_ = std::move(*affixes);
    return {};
}

Status TokenizerConverter::prepare_lexemes(ModelFileWriter& writer) {
    if (auto status = LexemeTable::convert(source_, config_, writer); !status) return status;
    ModelFileWriter small;
    if (auto status = LexemeTable::convert(source_, config_, small); !status) return status;
    auto file = ModelFile::from_bytes(small.to_bytes(json::object()), name_);
    if (!file) return tl::unexpected<Error>(std::move(file.error()));
    lexeme_file_.emplace(std::move(*file));
    auto lexemes = LexemeTable::load(*lexeme_file_);
    if (!lexemes) return tl::unexpected<Error>(std::move(lexemes.error()));
    lexemes_ = *lexemes;
    return {};
}

Status TokenizerConverter::read_token(const MsgpackValue& attributes, std::string& orth,
                                      std::uint64_t& norm) const {
    for (const auto& [key, value] : attributes.entries()) {
        const auto name = key.text();
        const auto number = key.unsigned_integer();
        const auto text = value.text();
        if (!text) return failure("a special case has an attribute that is no string");
        if (number == kOrth || name == "ORTH") {
            orth = *text;
        } else if (number == kNorm || name == "NORM") {
            norm = string_id(*text);
        } else {
            return failure("a special case has other attributes than ORTH and NORM");
        }
    }
    return {};
}

Status TokenizerConverter::read_case(std::string_view text, const MsgpackValue& tokens) {
    SpecialCase special;
    special.text = text;
    std::string joined;
    for (const MsgpackValue attributes : tokens.items()) {
        std::string orth;
        std::uint64_t norm = 0;
        if (auto status = read_token(attributes, orth, norm); !status) return status;
        if (orth.empty()) return failure("a special case has a token without text");
        Lexeme lexeme = lexemes_.lexeme(orth, scratch_.lexeme);
        if (norm != 0) lexeme.norm = norm;
        special.tokens.push_back(lexeme);
        joined += orth;
    }
    if (joined != text || text.empty()) {
        return failure(fmt::format("the tokens of the special case `{}` are not its text", text));
    }
    if (needs_phrase(text)) split_by_itself(special);
    cases_.push_back(std::move(special));
    return {};
}

bool TokenizerConverter::needs_phrase(std::string_view text) {
    if (!faster_heuristics_ || text.find(' ') != std::string_view::npos) return true;
    affixes_.infixes(text, scratch_.regex, scratch_.infixes);
    return !scratch_.infixes.empty() || affixes_.prefix(text, scratch_.regex) != 0 ||
           affixes_.suffix(text, scratch_.regex) != 0;
}

void TokenizerConverter::split_by_itself(SpecialCase& special) {
    const ChunkRules rules{&affixes_, &lexemes_, nullptr};
    std::vector<Lexeme> tokens;
    for_each_chunk(special.text, [&](std::string_view chunk, bool) {
        split_chunk(chunk, rules, scratch_, tokens);
    });
    for (const Lexeme& token : tokens) special.phrase.push_back(token.orth);
}

Status TokenizerConverter::read_cases() {
    for (const auto& [key, tokens] : document_.root()["exceptions"].entries()) {
        const auto text = key.text();
        if (!text || !tokens.is_array()) return failure("the special cases are broken");
        if (auto status = read_case(*text, tokens); !status) return status;
    }
    return {};
}

Status TokenizerConverter::run(ModelFileWriter& writer) {
    if (auto status = check_kind(); !status) return status;
    if (auto status = read_patterns(); !status) return status;
    if (auto status = prepare_lexemes(writer); !status) return status;
    if (auto status = read_cases(); !status) return status;
    writer.add("tokenizer/patterns", json_text(patterns_));
    SpecialCases::write(cases_, writer);
    return {};
}

}  // namespace

Status Tokenizer::convert(const PipelineSource& source, const json& config,
                          ModelFileWriter& writer) {
    return TokenizerConverter(source, config).run(writer);
}

}  // namespace tidings::language
