// The weights of what speaks for and against a record.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <tidings/coding.hpp>
#include <tidings/error.hpp>

namespace tidings::coding {

/// `events/confidence.tsv`: the weight of each kind of evidence. Confidence is the logistic
/// function of their sum, fitted so that it is the share of records with that evidence in which a
/// careful reader finds the act, both sides and the status right. Without the table it is one half.
class ConfidenceTable {
  public:
    /// Fails on a malformed row, a weight that is no number, or evidence that stands twice, with
    /// file:line:column.
    [[nodiscard]] Status load(const std::string& path);
    /// Those names that have a row, each with its weight.
    [[nodiscard]] std::vector<EventEvidence> weigh(const std::vector<std::string>& names) const;
    /// 0..1, to two decimals.
    [[nodiscard]] double confidence(const std::vector<EventEvidence>& evidence) const;

  private:
    double base_ = 0;
    std::unordered_map<std::string, double> weights_;
};

}  // namespace tidings::coding
