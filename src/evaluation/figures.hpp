// Precision, recall and their kin, added to a list of figures.
#pragma once

#include <string>
#include <vector>

#include <tidings/evaluation.hpp>

namespace tidings::evaluation {

/// Rounded to four digits, half to even as binary fractions fall: the published scorers' numbers.
[[nodiscard]] double rounded(double value);
[[nodiscard]] double share(double part, double whole);
[[nodiscard]] double f1(double precision, double recall);

void add_share(std::vector<Figure>& figures, std::string group, std::string name, double value,
               std::uint64_t of = 0);
void add_count(std::vector<Figure>& figures, std::string group, std::string name, std::uint64_t n);
/// precision, recall, f1 of `hits` among `predicted` and among `gold`.
void add_f1(std::vector<Figure>& figures, const std::string& group, double hits, double predicted,
            double gold);

/// Macro F1 over the labels that gold has.
[[nodiscard]] double macro_f1(const std::vector<std::string>& gold,
                              const std::vector<std::string>& got);

/// Cohen's kappa of two codings of the same units; 1 where both always say the same one thing.
[[nodiscard]] double cohen_kappa(const std::vector<std::string>& a,
                                 const std::vector<std::string>& b);
/// Krippendorff's alpha for two coders, nominal values, nothing missing.
[[nodiscard]] double krippendorff_alpha(const std::vector<std::string>& a,
                                        const std::vector<std::string>& b);

}  // namespace tidings::evaluation
