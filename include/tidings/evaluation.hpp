// Evaluation: coded reports against gold, stage by stage. The figures are those of the scorers that
// are published with the gold sets (score_events.py and its siblings), to the last digit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tidings/error.hpp>

namespace tidings {

/// What is compared. A gold file says by its fields which of these it holds (see stages_of).
enum class EvaluationStage : std::uint8_t {
    Events,     ///< `events` with anchors: type, who-whom, attributes over the matched
    Times,      ///< `times`: strict, relaxed, value and type F1, as TempEval-3 scores them
    Places,     ///< `places`: detection F1, share resolved within 161 km and to the exact id
    Quotes,     ///< `quotes`: content F1, recall by kind, speaker right
    Relations,  ///< `root`, `sources`, `targets`: one label a sentence with known sides
    Classes,    ///< `penta`: five classes of sentences
    Records,    ///< `event`, `sources`, `targets`: early PLOVER records
    Phrases,    ///< `code_1`: single actor phrases, answered in the same order
};
[[nodiscard]] std::string_view name_of(EvaluationStage stage) noexcept;
[[nodiscard]] std::optional<EvaluationStage> stage_named(std::string_view name) noexcept;

/// One number: a share of 1 or, with `count`, a number of things.
struct Figure {
    std::string group;  ///< as `who-whom`
    std::string name;   ///< as `f1`
    double value = 0;
    bool count = false;
    std::uint64_t of = 0;  ///< how many the share was taken of; 0 where that says nothing
};

/// One difference, for looking at.
struct Finding {
    std::string kind;    ///< missed, extra, wrong
    std::string report;  ///< its id
    std::string what;    ///< as `SANCTION ALB > IRN`
    std::string text;    ///< the sentence or the words; empty where neither file holds the text
};

struct StageScore {
    EvaluationStage stage = EvaluationStage::Events;
    std::vector<Figure> figures;
    std::vector<Finding> findings;

    /// The value of a figure; nothing where there is none of that name.
    [[nodiscard]] std::optional<double> value(std::string_view group, std::string_view name) const;
};

/// What is asked of an evaluation. The bytes are whole files: one JSON document or JSON lines.
struct EvaluationInput {
    std::string_view gold;
    std::string gold_name;  ///< for errors
    std::string_view coded;
    std::string coded_name;
    std::vector<std::string> uses;  ///< only places of these uses; empty: all
    /// CAMEO code to type of 2021, as the relation gold was made; empty: types as they are.
    std::vector<std::pair<std::string, std::string>> types_by_code;
};

/// The stages that a gold file has answers for, in the order above. Errors name file and line.
[[nodiscard]] Result<std::vector<EvaluationStage>> stages_of(std::string_view gold,
                                                             const std::string& name);

/// Scores one stage. Reports without an answer count as answered by nothing.
[[nodiscard]] Result<StageScore> evaluate(EvaluationStage stage, const EvaluationInput& input);

/// How far two annotations of the events of the same reports agree: Cohen's kappa and
/// Krippendorff's alpha (nominal) over types with *none* for an event that only one of them has,
/// the same over the attributes of the events that both have, and F1 of one against the other.
[[nodiscard]] Result<StageScore> agreement(const EvaluationInput& input);

}  // namespace tidings
