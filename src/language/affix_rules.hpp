// The tokenizer's patterns: prefixes, suffixes, infixes, and what is never split.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

#include "language/regex.hpp"

namespace tidings::language {

/// The patterns of one pipeline, compiled. Immutable, shared by threads.
class AffixRules {
  public:
    /// From a JSON object with the keys prefix, suffix, infix, token and url: PCRE2 patterns, or
    /// null where the pipeline has none; and suffix_window, a number of characters or null.
    [[nodiscard]] static Result<AffixRules> compile(const nlohmann::json& patterns);

    /// Bytes of the prefix to be split off `text`, 0 for none.
    [[nodiscard]] std::size_t prefix(std::string_view text, RegexScratch& scratch) const;
    /// Bytes of the suffix to be split off `text`, 0 for none.
    [[nodiscard]] std::size_t suffix(std::string_view text, RegexScratch& scratch) const;
    /// All infixes of `text` in order, into `out`.
    void infixes(std::string_view text, RegexScratch& scratch,
                 std::vector<Regex::Match>& out) const;
    /// Whether `text` is one token by the pattern for such.
    [[nodiscard]] bool is_token(std::string_view text, RegexScratch& scratch) const;
    [[nodiscard]] bool is_url(std::string_view text, RegexScratch& scratch) const;

  private:
    std::optional<Regex> prefix_;
    std::optional<Regex> suffix_;
    std::optional<Regex> infix_;
    std::optional<Regex> token_;
    std::optional<Regex> url_;
    std::size_t suffix_window_ = 0;  // characters; 0 to search the whole text
};

}  // namespace tidings::language
