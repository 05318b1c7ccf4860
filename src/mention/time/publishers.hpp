// Publishers that write the month first (`data/time/publishers.tsv`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::mention::time {

class Publishers {
  public:
    /// Reads the table and tries each row on its example; fails with file:line:column.
    [[nodiscard]] Status load(const std::string& path);

    /// True if the publisher's name or the host of the address is one of them.
    [[nodiscard]] bool write_month_first(std::string_view uri, std::string_view publisher) const;

  private:
    [[nodiscard]] bool knows_name(std::string_view publisher) const;
    [[nodiscard]] bool knows_host(std::string_view host) const;

    std::vector<std::string> names_;
    std::vector<std::string> hosts_;
};

}  // namespace tidings::mention::time
