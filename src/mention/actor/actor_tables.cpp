#include "mention/actor/actor_tables.hpp"

#include <algorithm>
#include <filesystem>

#include "base/mapped_file.hpp"
#include "base/tsv_table.hpp"
#include "mention/actor/actor_rows.hpp"

namespace tidings {

namespace fs = std::filesystem;
using mention::ActorRow;
using mention::ActorRowReader;
using mention::for_each_value;
using mention::RoleRow;
using mention::RowKind;

namespace {

constexpr std::size_t kExpectedRows = 16384;
constexpr std::size_t kExpectedRoles = 8192;

void add_row(ActorLexiconData& data, std::string_view names, std::string_view name, ActorRow row) {
    const auto index = static_cast<std::uint32_t>(data.rows.size());
    data.rows.push_back(std::move(row));
    for_each_value(names, [&](std::string_view alias) { data.names.add(alias, index); });
    if (!name.empty()) data.names.add(name, index);
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
        data.country_row.emplace(iso, static_cast<std::uint32_t>(data.rows.size()));
        add_row(data, row["names"], name, base(RowKind::Country));
        add_row(data, row["demonyms"], {}, base(RowKind::Demonym));
        add_row(data, row["capital"], {}, base(RowKind::Capital));
        add_row(data, row["seats"], {}, base(RowKind::Seat));
    }
    return {};
}

Status read_cities(const std::string& path, ActorLexiconData& data) {
    const auto table = TsvTable::load(path, {{"country", "names"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        ActorRow city;
        city.kind = RowKind::City;
        city.country = row["country"];
        if (!data.country_row.contains(city.country)) {
            return row.fail("country", "there is no country " + city.country);
        }
        city.where = "cities.tsv:" + std::to_string(row.line());
        for_each_value(row["names"], [&](std::string_view name) {
            city.name = name;
            add_row(data, name, {}, city);
        });
    }
    return {};
}

Status add_actors(const TsvTable& table, bool by_user, ActorLexiconData& data) {
    ActorRowReader reader(table, data.country_row);
    const std::string file = fs::path(table.file()).filename().string() + ":";
    for (const TsvRow& row : table.rows()) {
        auto actor = reader.read(row);
        if (!actor) return tl::unexpected<Error>(actor.error());
        actor->where = file + std::to_string(row.line());
        actor->by_user = by_user;
        add_row(data, reader.aliases(row), reader.name(row), std::move(*actor));
    }
    return {};
}

Status add_roles(const TsvTable& table, bool by_user, ActorLexiconData& data) {
    mention::RoleRowReader reader(table, data.country_row);
    for (const TsvRow& row : table.rows()) {
        auto role = reader.read(row);
        if (!role) return tl::unexpected<Error>(role.error());
        const auto index = static_cast<std::uint32_t>(data.role_rows.size());
        data.role_rows.push_back(std::move(*role));
        for_each_value(reader.phrases(row), [&](std::string_view phrase) {
            const auto [found, is_new] = data.roles.emplace(utf8::lower(phrase), index);
            if (!is_new && by_user) found->second = index;
        });
    }
    return {};
}

Status read_actors(const std::string& path, ActorLexiconData& data) {
    const auto table = TsvTable::load(path, mention::actor_columns());
    if (!table) return tl::unexpected<Error>(table.error());
    return add_actors(*table, false, data);
}

Status read_roles(const std::string& path, ActorLexiconData& data) {
    const auto table = TsvTable::load(path, mention::role_columns());
    if (!table) return tl::unexpected<Error>(table.error());
    return add_roles(*table, false, data);
}

Status read_user_table(const std::string& path, ActorLexiconData& data) {
    auto text = read_file(path);
    if (!text) return tl::unexpected<Error>(text.error());
    const bool roles = mention::holds_roles(*text);
    const auto table = TsvTable::parse(std::move(*text), path,
                                       roles ? mention::role_columns() : mention::actor_columns());
    if (!table) return tl::unexpected<Error>(table.error());
    return roles ? add_roles(*table, true, data) : add_actors(*table, true, data);
}

Status read_qualifiers(const std::string& path, ActorLexiconData& data) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return {};  // data folders of before have none
    const auto table = TsvTable::load(path, {{"words", "sectors"}, {}});
    if (!table) return tl::unexpected<Error>(table.error());
    mention::SectorCells sector_cells;
    for (const TsvRow& row : table->rows()) {
        const auto sectors = sector_cells.read(row, row["sectors"]);
        if (!sectors) return tl::unexpected<Error>(sectors.error());
        for_each_value(row["words"],
                       [&](std::string_view word) { data.qualifiers.emplace(word, *sectors); });
    }
    return {};
}

}  // namespace

ActorLexicon::ActorLexicon(std::shared_ptr<const ActorLexiconData> data) : data_(std::move(data)) {}

Result<ActorLexicon> ActorLexicon::load(const std::string& data_folder,
                                        const std::vector<std::string>& user_tables) {
    auto data = std::make_shared<ActorLexiconData>();
    data->rows.reserve(kExpectedRows);
    const fs::path actors = fs::path(data_folder) / "actors";
    const fs::path agents = fs::path(data_folder) / "agents";
    data->roles.reserve(kExpectedRoles);
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
        if (path.filename() == "cities.tsv") {
            if (auto done = read_cities(path.string(), *data); !done) {
                return tl::unexpected<Error>(done.error());
            }
            continue;
        }
        if (auto done = read_actors(path.string(), *data); !done) {
            return tl::unexpected<Error>(done.error());
        }
    }
    for (const fs::path& path : tables_in(agents)) {
        if (auto done = read_roles(path.string(), *data); !done) {
            return tl::unexpected<Error>(done.error());
        }
    }
    for (const std::string& path : user_tables) {
        if (auto done = read_user_table(path, *data); !done) {
            return tl::unexpected<Error>(done.error());
        }
    }
    const fs::path qualifiers = fs::path(data_folder) / "mention" / "qualifiers.tsv";
    if (auto done = read_qualifiers(qualifiers.string(), *data); !done) {
        return tl::unexpected<Error>(done.error());
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
