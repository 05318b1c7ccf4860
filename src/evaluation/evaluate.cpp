#include <array>

#include <fmt/format.h>

#include <tidings/evaluation.hpp>

#include "evaluation/scorers.hpp"

namespace tidings {

namespace {

using evaluation::Json;
using evaluation::member;
using evaluation::Pairing;

constexpr std::array<std::pair<EvaluationStage, std::string_view>, 8> kNames{{
    {EvaluationStage::Events, "events"},
    {EvaluationStage::Times, "times"},
    {EvaluationStage::Places, "places"},
    {EvaluationStage::Quotes, "quotes"},
    {EvaluationStage::Relations, "relations"},
    {EvaluationStage::Classes, "classes"},
    {EvaluationStage::Records, "records"},
    {EvaluationStage::Phrases, "phrases"},
}};

/// Whether a gold row has answers for a stage.
bool has(const Json& row, EvaluationStage stage) {
    switch (stage) {
        case EvaluationStage::Events:
            return member(row, "events").is_array();
        case EvaluationStage::Times:
            return member(row, "times").is_array();
        case EvaluationStage::Places:
            return member(row, "places").is_array();
        case EvaluationStage::Quotes:
            return member(row, "quotes").is_array();
        case EvaluationStage::Relations:
            return row.contains("root") && row.contains("targets");
        case EvaluationStage::Classes:
            return row.contains("penta");
        case EvaluationStage::Records:
            return row.contains("event") && row.contains("sources");
        case EvaluationStage::Phrases:
            return row.contains("code_1");
    }
    return false;
}

Result<Pairing> load(const EvaluationInput& input) {
    auto gold = evaluation::load_rows(input.gold, input.gold_name);
    if (!gold) return tl::unexpected<Error>(std::move(gold.error()));
    auto coded = evaluation::load_rows(input.coded, input.coded_name);
    if (!coded) return tl::unexpected<Error>(std::move(coded.error()));
    Pairing files{std::move(*gold), std::move(*coded), {}};
    files.coded_by_id = evaluation::by_id(files.coded);
    return files;
}

}  // namespace

namespace evaluation {

const Json* Pairing::answer_to(const Json& gold_row) const {
    if (gold.size() == 1 && coded.size() == 1) return coded.data();
    const auto found = coded_by_id.find(id_of(gold_row));
    return found == coded_by_id.end() ? nullptr : found->second;
}

}  // namespace evaluation

std::string_view name_of(EvaluationStage stage) noexcept {
    for (const auto& [known, name] : kNames) {
        if (known == stage) return name;
    }
    return {};
}

std::optional<EvaluationStage> stage_named(std::string_view name) noexcept {
    for (const auto& [stage, known] : kNames) {
        if (known == name) return stage;
    }
    return std::nullopt;
}

std::optional<double> StageScore::value(std::string_view group, std::string_view name) const {
    for (const Figure& figure : figures) {
        if (figure.group == group && figure.name == name) return figure.value;
    }
    return std::nullopt;
}

Result<std::vector<EvaluationStage>> stages_of(std::string_view gold, const std::string& name) {
    const auto rows = evaluation::load_rows(gold, name);
    if (!rows) return tl::unexpected<Error>(rows.error());
    std::vector<EvaluationStage> stages;
    for (const auto& [stage, ignored] : kNames) {
        for (const Json& row : *rows) {
            if (!has(row, stage)) continue;
            stages.push_back(stage);
            break;
        }
    }
    if (stages.empty()) {
        return fail(ErrorKind::Input, "no row has gold answers of any stage", name,
                    "a gold row has events, times, places, quotes, root, penta, event or code_1; "
                    "see docs/evaluation.md");
    }
    return stages;
}

Result<StageScore> evaluate(EvaluationStage stage, const EvaluationInput& input) {
    const auto files = load(input);
    if (!files) return tl::unexpected<Error>(files.error());
    switch (stage) {
        case EvaluationStage::Events:
            return evaluation::score_events(*files);
        case EvaluationStage::Times:
            return evaluation::score_times(*files);
        case EvaluationStage::Places:
            return evaluation::score_places(*files, input.uses);
        case EvaluationStage::Quotes:
            return evaluation::score_quotes(*files);
        case EvaluationStage::Relations:
            return evaluation::score_relations(*files, input.types_by_code);
        case EvaluationStage::Classes:
            return evaluation::score_classes(*files);
        case EvaluationStage::Records:
            return evaluation::score_records(*files);
        case EvaluationStage::Phrases:
            return evaluation::score_phrases(*files);
    }
    return fail(ErrorKind::Internal, "unknown stage");
}

Result<StageScore> agreement(const EvaluationInput& input) {
    const auto files = load(input);
    if (!files) return tl::unexpected<Error>(files.error());
    return evaluation::score_agreement(*files);
}

}  // namespace tidings
