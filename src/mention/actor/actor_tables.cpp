#include "mention/actor/actor_tables.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "base/tsv_table.hpp"

namespace tidings {

namespace fs = std::filesystem;
using mention::ActorRow;
using mention::RoleRow;
using mention::RowKind;

namespace {

constexpr std::array<std::string_view, 27> kSectors{"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY",
                                                    "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM",
                                                    "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF",
                                                    "OPP", "PRE", "REL", "SOC", "IGO", "NGO"};

constexpr std::array<std::pair<std::string_view, RowKind>, 5> kKinds{{
    {"organisation", RowKind::Organisation},
    {"group", RowKind::Group},
    {"person", RowKind::Person},
    {"government", RowKind::Government},
    {"population", RowKind::Population},
}};

std::vector<std::string> list_of(std::string_view cell) {
    std::vector<std::string> values;
    for (const std::string_view part : split(cell, '|')) {
        if (!trim(part).empty()) values.emplace_back(trim(part));
    }
    return values;
}

/// Sectors may be separated by `|`, `,` or `;`.
Result<std::vector<std::string>> sectors_of(const TsvRow& row) {
    std::string cell(row["sectors"]);
    std::replace_if(cell.begin(), cell.end(), [](char c) { return c == ',' || c == ';'; }, '|');
    std::vector<std::string> sectors = list_of(cell);
    for (const std::string& sector : sectors) {
        if (std::find(kSectors.begin(), kSectors.end(), sector) == kSectors.end()) {
            return row.fail("sectors", "there is no sector " + sector,
                            "sectors are listed in docs/actor-tables.md");
        }
    }
    return sectors;
}

std::optional<RowKind> kind_named(std::string_view name) {
    for (const auto& [known, kind] : kKinds) {
        if (known == name) return kind;
    }
    return std::nullopt;
}

void add_names(ActorLexiconData& data, const std::vector<std::string>& names, ActorRow row) {
    const auto index = static_cast<std::uint32_t>(data.rows.size());
    data.rows.push_back(std::move(row));
    for (const std::string& name : names) data.names.add(name, index);
}

Status read_countries(const std::string& path, ActorLexiconData& data) {
    auto table =
        TsvTable::load(path, {{"iso3", "name", "names", "demonyms", "capital", "seats"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string iso(row["iso3"]);
        if (iso.size() != 3) return row.fail("iso3", "a country code has three letters");
        const std::string where = "countries.tsv:" + std::to_string(row.line());
        const std::string name(row["name"]);
        const auto base = [&](RowKind kind) {
            ActorRow actor;
            actor.name = name;
            actor.kind = kind;
            actor.country = iso;
            actor.sectors = {kind == RowKind::Demonym ? "CVL" : "GOV"};
            actor.where = where;
            return actor;
        };
        std::vector<std::string> names = list_of(row["names"]);
        names.push_back(name);
        data.country_row.emplace(iso, static_cast<std::uint32_t>(data.rows.size()));
        add_names(data, names, base(RowKind::Country));
        add_names(data, list_of(row["demonyms"]), base(RowKind::Demonym));
        add_names(data, list_of(row["capital"]), base(RowKind::Capital));
        add_names(data, list_of(row["seats"]), base(RowKind::Seat));
    }
    return {};
}

Status read_actors(const std::string& path, ActorLexiconData& data) {
    auto table = TsvTable::load(path, {{"name", "aliases", "kind", "country", "sectors", "code",
                                        "from", "until", "role", "source"},
                                       {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    const std::string file = fs::path(path).filename().string();
    for (const TsvRow& row : table->rows()) {
        ActorRow actor;
        actor.name = std::string(row["name"]);
        if (actor.name.empty()) return row.fail("name", "an actor needs a name");
        const auto kind = kind_named(row["kind"]);
        if (!kind) {
            return row.fail("kind", "unknown kind " + std::string(row["kind"]),
                            "known are organisation, group, person, government, population");
        }
        actor.kind = *kind;
        actor.country = std::string(row["country"]);
        if (!actor.country.empty() && !data.country_row.contains(actor.country)) {
            return row.fail("country", "there is no country " + actor.country,
                            "use an ISO 3166-1 alpha-3 code of countries.tsv");
        }
        auto sectors = sectors_of(row);
        if (!sectors) return tl::unexpected<Error>(sectors.error());
        actor.sectors = std::move(*sectors);
        actor.code = std::string(row["code"]);
        actor.from = std::string(row["from"]);
        actor.until = std::string(row["until"]);
        actor.role = std::string(row["role"]);
        actor.where = file + ":" + std::to_string(row.line());
        std::vector<std::string> names = list_of(row["aliases"]);
        names.push_back(actor.name);
        add_names(data, names, std::move(actor));
    }
    return {};
}

Status read_roles(const std::string& path, ActorLexiconData& data) {
    auto table = TsvTable::load(path, {{"phrase", "sectors", "kind"}, {"country", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        RoleRow role;
        auto sectors = sectors_of(row);
        if (!sectors) return tl::unexpected<Error>(sectors.error());
        role.sectors = std::move(*sectors);
        const auto kind = kind_named(row["kind"]);
        if (!kind) return row.fail("kind", "unknown kind " + std::string(row["kind"]));
        role.kind = *kind;
        if (table->has("country")) role.country = std::string(row["country"]);
        const auto index = static_cast<std::uint32_t>(data.role_rows.size());
        data.role_rows.push_back(std::move(role));
        for (const std::string& phrase : list_of(row["phrase"])) {
            data.roles.emplace(utf8::lower(phrase), index);
        }
    }
    return {};
}

bool is_acronym(std::string_view name) {
    int letters = 0;
    for (const char c : name) {
        if (c >= 'a' && c <= 'z') return false;
        if (c == ' ') return false;
        letters += (c >= 'A' && c <= 'Z') ? 1 : 0;
    }
    return letters >= 1 && letters <= 4;
}

}  // namespace

namespace mention {

void PhraseIndex::add(std::string_view phrase, std::uint32_t row) {
    Entry entry;
    entry.folded = utf8::fold(phrase);
    entry.written = std::string(phrase);
    entry.row = row;
    entry.exact_case = is_acronym(phrase);
    entry.lower_initial = !phrase.empty() && phrase[0] >= 'a' && phrase[0] <= 'z';
    if (!entry.folded.empty()) entries_.push_back(std::move(entry));
}

void PhraseIndex::finish() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.folded < b.folded; });
}

void PhraseIndex::narrow(std::size_t& lo, std::size_t& hi, std::size_t depth, char byte) const {
    const auto at = [depth](const Entry& entry) -> int {
        return depth < entry.folded.size() ? static_cast<unsigned char>(entry.folded[depth]) : -1;
    };
    const int wanted = static_cast<unsigned char>(byte);
    const auto begin = entries_.begin();
    const auto first = std::partition_point(begin + static_cast<std::ptrdiff_t>(lo),
                                            begin + static_cast<std::ptrdiff_t>(hi),
                                            [&](const Entry& e) { return at(e) < wanted; });
    const auto last = std::partition_point(first, begin + static_cast<std::ptrdiff_t>(hi),
                                           [&](const Entry& e) { return at(e) <= wanted; });
    lo = static_cast<std::size_t>(first - begin);
    hi = static_cast<std::size_t>(last - begin);
}

}  // namespace mention

ActorLexicon::ActorLexicon(std::shared_ptr<const ActorLexiconData> data) : data_(std::move(data)) {}

Result<ActorLexicon> ActorLexicon::load(const std::string& data_folder) {
    auto data = std::make_shared<ActorLexiconData>();
    const fs::path actors = fs::path(data_folder) / "actors";
    const fs::path agents = fs::path(data_folder) / "agents";
    if (auto done = read_countries((actors / "countries.tsv").string(), *data); !done) {
        return tl::unexpected<Error>(done.error());
    }
    const auto tables_in = [](const fs::path& folder) {
        std::vector<fs::path> files;
        std::error_code ignored;
        for (const auto& item : fs::directory_iterator(folder, ignored)) {
            if (item.path().extension() == ".tsv") files.push_back(item.path());
        }
        std::sort(files.begin(), files.end());
        return files;
    };
    for (const fs::path& path : tables_in(actors)) {
        if (path.filename() == "countries.tsv") continue;
        if (auto done = read_actors(path.string(), *data); !done) {
            return tl::unexpected<Error>(done.error());
        }
    }
    for (const fs::path& path : tables_in(agents)) {
        if (auto done = read_roles(path.string(), *data); !done) {
            return tl::unexpected<Error>(done.error());
        }
    }
    data->names.finish();
    return ActorLexicon(std::move(data));
}

std::size_t ActorLexicon::row_count() const noexcept {
    return data_->rows.size();
}
std::size_t ActorLexicon::role_count() const noexcept {
    return data_->roles.size();
}

}  // namespace tidings
