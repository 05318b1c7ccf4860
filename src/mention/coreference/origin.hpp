// The country that a report is written in, from its address and publisher
// (`data/mention/origins.tsv`).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <tidings/error.hpp>

namespace tidings::mention {

/// Hosts and ends of hosts, and the country of the papers that have them.
class Origins {
  public:
    /// Reads and checks the table. Fails (ErrorKind::Config) with file, line and column.
    [[nodiscard]] Status load(const std::string& path);

    /// The country (ISO 3166 alpha-3) of an address, by the longest end of its host that the table
    /// has; empty if it has none.
    [[nodiscard]] std::string_view country_of(std::string_view uri) const;

  private:
    std::unordered_map<std::string, std::string> hosts_;  ///< without a leading dot
};

}  // namespace tidings::mention
