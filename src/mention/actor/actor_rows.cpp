#include "mention/actor/actor_rows.hpp"

#include <array>
#include <optional>

namespace tidings::mention {

namespace {

constexpr std::array<std::string_view, 27> kSectors{"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY",
                                                    "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM",
                                                    "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF",
                                                    "OPP", "PRE", "REL", "SOC", "IGO", "NGO"};

constexpr std::array<std::pair<std::string_view, RowKind>, 6> kRowKinds{{
    {"organisation", RowKind::Organisation},
    {"group", RowKind::Group},
    {"person", RowKind::Person},
    {"government", RowKind::Government},
    {"population", RowKind::Population},
    {"thing", RowKind::Thing},
}};

std::optional<RowKind> kind_named(std::string_view name) {
    for (const auto& [known, kind] : kRowKinds) {
        if (known == name) return kind;
    }
    return std::nullopt;
}

/// A year, or a day as ISO 8601 has it.
bool is_year_or_day(std::string_view date) {
    constexpr std::string_view kForm = "dddd-dd-dd";
    if (date.size() != 4 && date.size() != kForm.size()) return false;
    for (std::size_t i = 0; i < date.size(); ++i) {
        const bool digit = date[i] >= '0' && date[i] <= '9';
        if (kForm[i] == 'd' ? !digit : date[i] != kForm[i]) return false;
    }
    return true;
}

Status check_country(const TsvRow& row, std::string_view country, const CountryRows& countries) {
    if (country.empty() || countries.contains(std::string(country))) return {};
    return row.fail("country", "there is no country " + std::string(country),
                    "use an ISO 3166-1 alpha-3 code of countries.tsv");
}

Status check_date(const TsvRow& row, std::string_view column, std::string_view date) {
    if (date.empty() || is_year_or_day(date)) return {};
    return row.fail(column, std::string(date) + " is neither a year nor a day",
                    "write 2019 or 2019-05-31");
}

}  // namespace

TsvColumns actor_columns() {
    return {{"name", "aliases", "kind", "country", "sectors", "code", "from", "until", "role",
             "source"},
            {"note"}};
}

TsvColumns role_columns() {
    return {{"phrase", "sectors", "kind"}, {"country", "note"}};
}

bool holds_roles(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (trim(line).empty() || line[0] == '#') continue;
        for (const std::string_view column : split(line, '\t')) {
            if (trim(column) == "phrase") return true;
        }
        return false;
    }
    return false;
}

Result<std::vector<std::string>> SectorCells::read(const TsvRow& row, std::string_view cell) {
    const auto found = known_.find(cell);
    if (found != known_.end()) return found->second;
    std::string bars(cell);
    std::replace_if(bars.begin(), bars.end(), [](char c) { return c == ',' || c == ';'; }, '|');
    std::vector<std::string> sectors;
    for_each_value(bars, [&](std::string_view sector) { sectors.emplace_back(sector); });
    for (const std::string& sector : sectors) {
        if (std::find(kSectors.begin(), kSectors.end(), sector) == kSectors.end()) {
            return row.fail("sectors", "there is no sector " + sector,
                            "sectors are listed in docs/actor-tables.md");
        }
    }
    known_.emplace(cell, sectors);
    return sectors;
}

ActorRowReader::ActorRowReader(const TsvTable& table, const CountryRows& countries)
    : countries_(countries),
      name_(table.column("name")),
      aliases_(table.column("aliases")),
      kind_(table.column("kind")),
      country_(table.column("country")),
      sectors_(table.column("sectors")),
      code_(table.column("code")),
      from_(table.column("from")),
      until_(table.column("until")),
      role_(table.column("role")) {}

Result<ActorRow> ActorRowReader::read(const TsvRow& row) {
    ActorRow actor;
    actor.name = row.cell(name_);
    if (actor.name.empty()) return row.fail("name", "an actor needs a name");
    const auto kind = kind_named(row.cell(kind_));
    if (!kind) {
        return row.fail("kind", "unknown kind " + std::string(row.cell(kind_)),
                        "known are organisation, group, person, government, population");
    }
    actor.kind = *kind;
    actor.country = row.cell(country_);
    if (auto known = check_country(row, actor.country, countries_); !known) {
        return tl::unexpected<Error>(known.error());
    }
    auto sectors = sector_cells_.read(row, row.cell(sectors_));
    if (!sectors) return tl::unexpected<Error>(sectors.error());
    actor.sectors = std::move(*sectors);
    actor.code = row.cell(code_);
    actor.from = row.cell(from_);
    actor.until = row.cell(until_);
    for (const auto& [column, date] : {std::pair{"from", &actor.from}, {"until", &actor.until}}) {
        if (auto good = check_date(row, column, *date); !good) {
            return tl::unexpected<Error>(good.error());
        }
    }
    const std::size_t shared = std::min(actor.from.size(), actor.until.size());
    if (shared != 0 && actor.until.substr(0, shared) < actor.from.substr(0, shared)) {
        return row.fail("until", "the row ends before it begins");
    }
    actor.role = row.cell(role_);
    return actor;
}

RoleRowReader::RoleRowReader(const TsvTable& table, const CountryRows& countries)
    : countries_(countries),
      phrase_(table.column("phrase")),
      sectors_(table.column("sectors")),
      kind_(table.column("kind")),
      country_(table.column("country")) {}

Result<RoleRow> RoleRowReader::read(const TsvRow& row) {
    RoleRow role;
    auto sectors = sector_cells_.read(row, row.cell(sectors_));
    if (!sectors) return tl::unexpected<Error>(sectors.error());
    role.sectors = std::move(*sectors);
    const auto kind = kind_named(row.cell(kind_));
    if (!kind) {
        return row.fail("kind", "unknown kind " + std::string(row.cell(kind_)),
                        "known are organisation, group, person, government, population");
    }
    role.kind = *kind;
    role.country = row.cell(country_);
    if (auto known = check_country(row, role.country, countries_); !known) {
        return tl::unexpected<Error>(known.error());
    }
    return role;
}

}  // namespace tidings::mention
