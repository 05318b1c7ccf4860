// Reading and checking single rows of the actor and role tables. Format: docs/actor-tables.md.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/text.hpp>

#include "base/tsv_table.hpp"
#include "mention/actor/actor_tables.hpp"

namespace tidings::mention {

[[nodiscard]] TsvColumns actor_columns();
[[nodiscard]] TsvColumns role_columns();
/// True if the table's header names the column `phrase`.
[[nodiscard]] bool holds_roles(std::string_view table_text);

/// Calls `take` with every value of a cell, without blanks around it.
template <typename Take>
void for_each_value(std::string_view cell, Take take) {
    while (!cell.empty()) {
        const std::size_t bar = std::min(cell.find('|'), cell.size());
        if (const std::string_view value = trim(cell.substr(0, bar)); !value.empty()) take(value);
        cell.remove_prefix(std::min(bar + 1, cell.size()));
    }
}

/// ISO code → row of the country's name.
using CountryRows = std::unordered_map<std::string, std::uint32_t>;

/// Cells of sectors as lists. Thousands of rows share a few dozen different cells.
class SectorCells {
  public:
    /// The sectors of a row. They may be separated by `|`, `,` or `;`.
    [[nodiscard]] Result<std::vector<std::string>> read(const TsvRow& row, std::string_view cell);

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> known_;
};

/// Reads the rows of one table of actors. `where` and `by_user` are left to the caller.
class ActorRowReader {
  public:
    ActorRowReader(const TsvTable& table, const CountryRows& countries);
    [[nodiscard]] Result<ActorRow> read(const TsvRow& row);
    [[nodiscard]] std::string_view name(const TsvRow& row) const { return row.cell(name_); }
    [[nodiscard]] std::string_view aliases(const TsvRow& row) const { return row.cell(aliases_); }

  private:
    const CountryRows& countries_;
    SectorCells sector_cells_;
    std::size_t name_, aliases_, kind_, country_, sectors_, code_, from_, until_, role_;
};

/// Reads the rows of one table of roles.
class RoleRowReader {
  public:
    RoleRowReader(const TsvTable& table, const CountryRows& countries);
    [[nodiscard]] Result<RoleRow> read(const TsvRow& row);
    [[nodiscard]] std::string_view phrases(const TsvRow& row) const { return row.cell(phrase_); }

  private:
    const CountryRows& countries_;
    SectorCells sector_cells_;
    std::size_t phrase_, sectors_, kind_, country_;
};

}  // namespace tidings::mention
