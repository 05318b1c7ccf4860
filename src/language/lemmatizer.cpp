#include "language/lemmatizer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "language/hash_table.hpp"
#include "language/lemma_tables.hpp"
#include "language/morphology.hpp"
#include "language/parse_strings.hpp"
#include "language/string_hash.hpp"
#include "language/unicode.hpp"

namespace tidings::language {
namespace {

/// English words whose features say that they are not inflected.
bool is_english_base_form(const Token& token) {
    const auto has = [&](std::string_view field, std::string_view value) {
        return morph_value(token.morph, field) == value;
    };
    if (has("VerbForm", "Inf") || has("VerbForm", "None") || has("Degree", "Pos")) return true;
    if (token.pos == Pos::Noun) return has("Number", "Sing");
    return token.pos == Pos::Verb && has("VerbForm", "Fin") && has("Tense", "Pres") &&
           morph_value(token.morph, "Number").empty();
}

/// The forms that spaCy's rule_lemmatize collects, of which only the first is the lemma. In spaCy
/// they stand in this order: exceptions (the last first), forms in the index (the last first),
/// forms that are no words; then, only if there are none of these, unknown words; then the text.
class RuleLemmatizer {
  public:
    RuleLemmatizer(const LemmaTables& tables, const LemmaTables::PartOfSpeech& part,
                   LemmatizerScratch& scratch)
        : tables_(tables), part_(part), scratch_(scratch) {}

    /// The lemma of scratch.lower; nothing if no rule gives one.
    std::optional<std::string_view> run();

  private:
    [[nodiscard]] bool known(std::string_view form) const { return tables_.in_index(part_, form); }
    bool make_form(const LemmaTables::Rule& rule, std::string& form) const;
    [[nodiscard]] bool is_collected(std::string_view wanted);
    std::optional<std::string_view> exception();

    const LemmaTables& tables_;
    const LemmaTables::PartOfSpeech& part_;
    LemmatizerScratch& scratch_;
};

bool RuleLemmatizer::make_form(const LemmaTables::Rule& rule, std::string& form) const {
    const std::string_view word = scratch_.lower;
    if (!word.ends_with(rule.old_end)) return false;
    form.assign(word.substr(0, word.size() - rule.old_end.size()));
    form += rule.new_end;
    return !form.empty();
}

/// Whether `wanted` is among the forms in the index and the forms that are no words.
bool RuleLemmatizer::is_collected(std::string_view wanted) {
    return std::any_of(part_.rules.begin(), part_.rules.end(), [&](const auto& rule) {
        return make_form(rule, scratch_.other) && scratch_.other == wanted &&
               (known(wanted) || !is_alpha(wanted));
    });
}

std::optional<std::string_view> RuleLemmatizer::exception() {
    std::optional<std::string_view> best;
    const auto forms = tables_.exceptions(part_, scratch_.lower);
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const std::string_view form = tables_.text(forms[i]);
        bool seen = is_collected(form);
        for (std::size_t k = 0; k < i && !seen; ++k) seen = tables_.text(forms[k]) == form;
        if (!seen) best = form;
    }
    return best;
}

std::optional<std::string_view> RuleLemmatizer::run() {
    if (const auto form = exception()) return form;
    enum class Rank : std::uint8_t { None, Unknown, NoWord, Known } rank = Rank::None;
    for (const LemmaTables::Rule& rule : part_.rules) {
        std::string& form = scratch_.form;
        if (!make_form(rule, form)) continue;
        const Rank found = known(form)      ? Rank::Known
                           : is_alpha(form) ? Rank::Unknown
                                            : Rank::NoWord;
        // Of several known forms the last counts, of others the first.
        if (found > rank || (found == rank && found == Rank::Known)) {
            rank = found;
            scratch_.best.swap(form);
        }
    }
    if (rank == Rank::None) return std::nullopt;
    return scratch_.best;
}

/// The same bytes in a place that lives as long as the parse.
std::string_view keep(std::string_view lemma, const Token& token, Parse& parse) {
    return lemma == token.lower ? token.lower : keep_string(parse, lemma);
}

std::string_view rule_lemma(const LemmaTables& tables, std::string_view text, const Token& token,
                            LemmatizerScratch& scratch, Parse& parse) {
    scratch.lower.clear();
    append_lower(text, scratch.lower);
    const bool plain = token.pos == Pos::None || token.pos == Pos::Space;
    if (plain || (tables.english() && is_english_base_form(token))) {
        return keep(scratch.lower, token, parse);
    }
    const LemmaTables::PartOfSpeech* part = tables.part(token.pos);
    if (part == nullptr) {
        return keep(token.pos == Pos::Propn ? text : scratch.lower, token, parse);
    }
    const auto lemma = RuleLemmatizer(tables, *part, scratch).run();
    return keep(lemma.value_or(text), token, parse);
}

std::string_view lookup_lemma(const LemmaTables& tables, std::string_view text, const Token& token,
                              Parse& parse) {
    if (const auto lemma = tables.lookup(text)) return *lemma;
    return keep(text, token, parse);
}

}  // namespace

struct Lemmatizer::Data {
    LemmaTables tables;
};

Lemmatizer::Lemmatizer(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

Status Lemmatizer::convert(const PipelineSource& source, const nlohmann::json& config,
                           std::string_view component, ModelFileWriter& writer) {
    return LemmaTables::convert(source, config, component, writer);
}

Result<Lemmatizer> Lemmatizer::load(const ModelFile& model, std::string_view component) {
    auto tables = LemmaTables::load(model, component);
    if (!tables) return tl::unexpected<Error>(std::move(tables.error()));
    auto data = std::make_shared<Data>();
    data->tables = std::move(*tables);
    return Lemmatizer(std::move(data));
}

void Lemmatizer::apply(const Doc& doc, LemmatizerScratch& scratch, Parse& parse) const {
    if (doc.tokens.size() != parse.tokens.size()) return;
    const LemmaTables& tables = data_->tables;
    for (std::size_t i = 0; i < parse.tokens.size(); ++i) {
        Token& token = parse.tokens[i];
        if (!token.lemma.empty() && !tables.overwrite()) continue;
        const std::string_view text = slice(doc.text, doc.tokens[i].span);
        token.lemma = tables.by_rule() ? rule_lemma(tables, text, token, scratch, parse)
                                       : lookup_lemma(tables, text, token, parse);
    }
}

}  // namespace tidings::language
