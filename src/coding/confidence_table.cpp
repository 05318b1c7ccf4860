#include "coding/confidence_table.hpp"

#include <charconv>
#include <cmath>

#include "base/tsv_table.hpp"

namespace tidings::coding {

Status ConfidenceTable::load(const std::string& path) {
    auto table = TsvTable::load(path, {{"evidence", "weight"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string_view cell = row["weight"];
        double weight = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
        if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(weight)) {
            return row.fail("weight", "a number is expected");
        }
        if (row["evidence"].empty()) return row.fail("evidence", "a name is missing");
        if (row["evidence"] == "base") base_ = weight;
        if (!weights_.emplace(row["evidence"], weight).second) {
            return row.fail("evidence", "this evidence stands twice");
        }
    }
    return {};
}

std::vector<EventEvidence> ConfidenceTable::weigh(const std::vector<std::string>& names) const {
    std::vector<EventEvidence> evidence;
    for (const std::string& name : names) {
        const auto found = weights_.find(name);
        if (found != weights_.end()) evidence.push_back({name, found->second});
    }
    return evidence;
}

double ConfidenceTable::confidence(const std::vector<EventEvidence>& evidence) const {
    double sum = base_;
    for (const EventEvidence& item : evidence) sum += item.weight;
    return std::round(100 / (1 + std::exp(-sum))) / 100;
}

}  // namespace tidings::coding
