#include "evaluation/figures.hpp"

#include <cmath>
#include <map>
#include <set>

namespace tidings::evaluation {

double rounded(double value) {
    return std::nearbyint(value * 1e4) / 1e4;
}
double share(double part, double whole) {
    return whole > 0 ? part / whole : 0.0;
}
double f1(double precision, double recall) {
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0.0;
}

void add_share(std::vector<Figure>& figures, std::string group, std::string name, double value,
               std::uint64_t of) {
    figures.push_back({std::move(group), std::move(name), rounded(value), false, of});
}

void add_count(std::vector<Figure>& figures, std::string group, std::string name, std::uint64_t n) {
    figures.push_back({std::move(group), std::move(name), static_cast<double>(n), true, 0});
}

void add_f1(std::vector<Figure>& figures, const std::string& group, double hits, double predicted,
            double gold) {
    const double precision = share(hits, predicted);
    const double recall = share(hits, gold);
    add_share(figures, group, "precision", precision);
    add_share(figures, group, "recall", recall);
    add_share(figures, group, "f1", f1(precision, recall));
}

double macro_f1(const std::vector<std::string>& gold, const std::vector<std::string>& got) {
    const std::set<std::string> labels(gold.begin(), gold.end());
    double sum = 0;
    for (const std::string& label : labels) {
        double hits = 0;
        double all = 0;
        for (std::size_t i = 0; i < gold.size(); ++i) {
            hits += gold[i] == label && got[i] == label ? 1 : 0;
            all += (gold[i] == label ? 1 : 0) + (got[i] == label ? 1 : 0);
        }
        sum += share(2 * hits, all);
    }
    return share(sum, static_cast<double>(labels.size()));
}

double cohen_kappa(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const double n = static_cast<double>(a.size());
    if (a.empty()) return 0;
    std::map<std::string, double> counts_a;
    std::map<std::string, double> counts_b;
    double same = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ++counts_a[a[i]];
        ++counts_b[b[i]];
        same += a[i] == b[i] ? 1 : 0;
    }
    double chance = 0;
    for (const auto& [label, count] : counts_a) {
        const auto found = counts_b.find(label);
        if (found != counts_b.end()) chance += count / n * (found->second / n);
    }
    return chance < 1 ? (same / n - chance) / (1 - chance) : 1;
}

double krippendorff_alpha(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty()) return 0;
    // Every unit has two values, so that the coincidence matrix is the plain count of both orders.
    std::map<std::string, double> counts;
    double differ = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ++counts[a[i]];
        ++counts[b[i]];
        differ += a[i] == b[i] ? 0 : 2;
    }
    const double n = 2 * static_cast<double>(a.size());
    double expected = n * n;
    for (const auto& [label, count] : counts) expected -= count * count;
    return expected > 0 ? 1 - (n - 1) * differ / expected : 1;
}

}  // namespace tidings::evaluation
