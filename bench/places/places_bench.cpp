// bench_places FILE.tidings-gazetteer: the same look-ups in the compiled gazetteer and in SQLite
// FTS5.
//
// Both hold the same names and GeoNames ids. Asked are every 40th name and as many names that
// nobody bears. The answers are compared as sets; the medians of five rounds and their ratio are
// printed.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "mention/place/gazetteer_index.hpp"

using namespace tidings::mention;

namespace {

using Ids = std::vector<std::uint32_t>;

constexpr std::size_t kLimit = 100000;
constexpr int kRounds = 5;

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct CloseStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

[[noreturn]] void fail(sqlite3* database) {
    std::fprintf(stderr, "bench_places: %s\n", sqlite3_errmsg(database));
    std::exit(2);
}

void run(sqlite3* database, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(database);
}

Statement prepare(sqlite3* database, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) fail(database);
    return Statement(statement);
}

void bind_text(sqlite3_stmt* statement, int at, std::string_view text) {
    sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

Ids in_index(const GazetteerIndex& index, std::string_view key) {
    std::vector<PlaceEntry> entries;
    index.find(key, kLimit, entries);
    Ids ids;
    for (const PlaceEntry& entry : entries) ids.push_back(entry.place->geonames_id);
    return ids;
}

Ids in_sqlite(sqlite3_stmt* select, std::string_view key) {
    bind_text(select, 1, "^ \"" + std::string(key) + "\"");
    bind_text(select, 2, key);
    Ids ids;
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(select)) == SQLITE_ROW) {
        ids.push_back(static_cast<std::uint32_t>(sqlite3_column_int64(select, 0)));
    }
    if (status != SQLITE_DONE) fail(sqlite3_db_handle(select));
    sqlite3_reset(select);
    return ids;
}

Database fill(const GazetteerIndex& index) {
    sqlite3* raw = nullptr;
    if (sqlite3_open(":memory:", &raw) != SQLITE_OK) std::exit(2);
    Database database(raw);
    run(raw, "CREATE VIRTUAL TABLE names USING fts5(name, id UNINDEXED); BEGIN");
    const Statement insert = prepare(raw, "INSERT INTO names VALUES (?1, ?2)");
    for (std::size_t n = 0; n < index.name_count(); ++n) {
        for (const std::uint32_t id : in_index(index, index.key(n))) {
            bind_text(insert.get(), 1, index.key(n));
            sqlite3_bind_int64(insert.get(), 2, id);
            if (sqlite3_step(insert.get()) != SQLITE_DONE) fail(raw);
            sqlite3_reset(insert.get());
        }
    }
    run(raw, "COMMIT; INSERT INTO names(names) VALUES ('optimize')");
    return database;
}

/// Median time of one look-up in nanoseconds; the answers of the last round are kept.
template <typename LookUp>
double measure(const std::vector<std::string>& names, std::vector<Ids>& answers, LookUp look_up) {
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
        answers.clear();
        const auto start = std::chrono::steady_clock::now();
        for (const std::string& name : names) answers.push_back(look_up(name));
        const std::chrono::duration<double, std::nano> taken =
            std::chrono::steady_clock::now() - start;
        rounds.push_back(taken.count() / static_cast<double>(names.size()));
    }
    std::sort(rounds.begin(), rounds.end());
    return rounds[kRounds / 2];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "bench_places FILE.tidings-gazetteer\n");
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    const auto index = GazetteerIndex::open(argv[1], false);
    const std::chrono::duration<double, std::milli> opened =
        std::chrono::steady_clock::now() - start;
    if (!index) {
        std::fprintf(stderr, "bench_places: %s\n", index.error().to_string().c_str());
        return 2;
    }
    std::vector<std::string> names;
    constexpr std::size_t kEvery = 40;
    for (std::size_t n = 0; n < index->name_count(); n += kEvery) {
        names.emplace_back(index->key(n));
        names.push_back(std::string(index->key(n)) + " qx");
    }
    const Database database = fill(*index);
    const Statement select =
        prepare(database.get(), "SELECT id FROM names WHERE names MATCH ?1 AND name = ?2");
    std::vector<Ids> ours;
    std::vector<Ids> theirs;
    const double index_ns =
        measure(names, ours, [&](const std::string& name) { return in_index(*index, name); });
    const double sqlite_ns = measure(
        names, theirs, [&](const std::string& name) { return in_sqlite(select.get(), name); });
    std::size_t different = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::sort(ours[i].begin(), ours[i].end());
        std::sort(theirs[i].begin(), theirs[i].end());
        different += ours[i] == theirs[i] ? 0U : 1U;
    }
    std::printf("opened in %.2f ms\n%zu look-ups, %zu answered differently\n", opened.count(),
                names.size(), different);
    std::printf(
        "index        %8.0f ns a look-up\nSQLite FTS5  %8.0f ns a look-up, %.0f times as long\n",
        index_ns, sqlite_ns, sqlite_ns / index_ns);
    return different == 0 ? 0 : 1;
}
