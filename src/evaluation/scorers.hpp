// One function a stage; evaluate() chooses among them.
#pragma once

#include <vector>

#include <tidings/evaluation.hpp>

#include "evaluation/rows.hpp"

namespace tidings::evaluation {

/// Gold and coded files, read.
struct Pairing {
    std::vector<Json> gold;
    std::vector<Json> coded;
    RowsById coded_by_id;

    /// The coded row that answers a gold row; null where there is none.
    [[nodiscard]] const Json* answer_to(const Json& gold_row) const;
};

[[nodiscard]] StageScore score_events(const Pairing& files);
[[nodiscard]] StageScore score_times(const Pairing& files);
[[nodiscard]] StageScore score_places(const Pairing& files, const std::vector<std::string>& uses);
[[nodiscard]] StageScore score_quotes(const Pairing& files);
[[nodiscard]] StageScore score_relations(
    const Pairing& files, const std::vector<std::pair<std::string, std::string>>& types_by_code);
[[nodiscard]] StageScore score_classes(const Pairing& files);
[[nodiscard]] StageScore score_records(const Pairing& files);
[[nodiscard]] Result<StageScore> score_phrases(const Pairing& files);
[[nodiscard]] StageScore score_agreement(const Pairing& files);

}  // namespace tidings::evaluation
