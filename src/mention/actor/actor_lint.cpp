#include "mention/actor/actor_lint.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/mapped_file.hpp"
#include "base/tsv_table.hpp"
#include "mention/actor/actor_rows.hpp"
#include "mention/actor/actor_tables.hpp"

namespace tidings::mention {

namespace {

/// True if the years of the two rows have a day in common. A year alone is all its days.
bool overlap(const ActorRow& a, const ActorRow& b) {
    const auto before = [](const std::string& end, const std::string& start) {
        const std::size_t shared = std::min(end.size(), start.size());
        return shared != 0 && end.substr(0, shared) < start.substr(0, shared);
    };
    return !before(a.until, b.from) && !before(b.until, a.from);
}

bool says_the_same(const ActorRow& a, const ActorRow& b) {
    return a.country == b.country && a.sectors == b.sectors;
}

std::string described(const ActorRow& row) {
    std::string text = row.name + " [" + (row.country.empty() ? "-" : row.country);
    for (const std::string& sector : row.sectors) text += " " + sector;
    text += "]";
    if (!row.from.empty() || !row.until.empty()) text += " " + row.from + ".." + row.until;
    return text;
}

/// Ordinary words and given names, folded, each with its kind.
Result<std::unordered_map<std::string, std::string>> read_ordinary_words(
    const std::string& data_folder) {
    const auto table =
        TsvTable::load(data_folder + "/mention/ordinary-words.tsv", {{"kind", "words"}, {}});
    if (!table) return tl::unexpected<Error>(table.error());
    std::unordered_map<std::string, std::string> words;
    for (const TsvRow& row : table->rows()) {
        for_each_value(row["words"], [&](std::string_view word) {
            words.emplace(utf8::fold(word), std::string(row["kind"]));
        });
    }
    return words;
}

class Linter {
  public:
    Linter(const ActorLexiconData& shipped, std::unordered_map<std::string, std::string> ordinary)
        : shipped_(shipped), ordinary_(std::move(ordinary)) {}

    std::vector<Error> check(std::string text, const std::string& path) {
        const bool roles = holds_roles(text);
        const auto table =
            TsvTable::parse(std::move(text), path, roles ? role_columns() : actor_columns());
        if (!table) return {table.error()};
        if (roles) {
            check_roles(*table);
        } else {
            check_actors(*table);
        }
        return std::move(findings_);
    }

  private:
    void check_roles(const TsvTable& table) {
        RoleRowReader reader(table, shipped_.country_row);
        std::unordered_map<std::string, std::uint32_t> first_line;
        for (const TsvRow& row : table.rows()) {
            const auto role = reader.read(row);
            if (!role) {
                findings_.push_back(role.error());
                continue;
            }
            for_each_value(reader.phrases(row), [&](std::string_view phrase) {
                check_phrase(row, *role, phrase, first_line);
            });
        }
    }

    void check_phrase(const TsvRow& row, const RoleRow& role, std::string_view phrase,
                      std::unordered_map<std::string, std::uint32_t>& first_line) {
        const std::string lower = utf8::lower(phrase);
        const auto [first, is_new] = first_line.emplace(lower, row.line());
        if (!is_new) {
            add(row, "phrase", phrase,
                "the role " + lower + " stands in line " + std::to_string(first->second) + " too");
            return;
        }
        const RoleRow* known = shipped_.role(lower);
        if (known == nullptr) return;
        const bool same = known->sectors == role.sectors && known->country == role.country;
        add(row, "phrase", phrase,
            "the role " + lower + " is known already" +
                (same ? " and says the same" : "; this row wins"));
    }

    void check_actors(const TsvTable& table) {
        ActorRowReader reader(table, shipped_.country_row);
        for (const TsvRow& row : table.rows()) {
            auto actor = reader.read(row);
            if (!actor) {
                findings_.push_back(actor.error());
                continue;
            }
            const auto index = own_rows_.size();
            own_rows_.emplace_back(std::move(*actor), row.line());
            check_name(row, index, "name", reader.name(row));
            for_each_value(reader.aliases(row), [&](std::string_view alias) {
                check_name(row, index, "aliases", alias);
            });
        }
    }

    void check_name(const TsvRow& row, std::size_t index, std::string_view column,
                    std::string_view name) {
        const std::string folded = utf8::fold(name);
        check_in_file(row, index, column, name, folded);
        check_shipped(row, own_rows_[index].first, column, name, folded);
        check_ordinary(row, column, name, folded);
        own_names_.emplace(folded, index);
    }

    void check_in_file(const TsvRow& row, std::size_t index, std::string_view column,
                       std::string_view name, const std::string& folded) {
        const ActorRow& actor = own_rows_[index].first;
        const auto [first, last] = own_names_.equal_range(folded);
        for (auto it = first; it != last; ++it) {
            const auto& [other, line] = own_rows_[it->second];
            if (it->second == index) {
                add(row, column, name,
                    "the name " + std::string(name) + " stands twice in the row");
                return;
            }
            if (!overlap(actor, other)) continue;
            add(row, column, name,
                std::string(name) + " is " + described(other) + " in line " + std::to_string(line) +
                    " at the same time",
                "give the rows years that do not overlap, or drop the name from one");
            return;
        }
    }

    void check_shipped(const TsvRow& row, const ActorRow& actor, std::string_view column,
                       std::string_view name, const std::string& folded) {
        const auto* entry = shipped_.names.find(folded);
        for (; entry != nullptr; entry = shipped_.names.next(*entry)) {
            const ActorRow& other = shipped_.rows[entry->row];
            if (entry->exact_case && shipped_.names.written(*entry) != name) continue;
            if (!overlap(actor, other)) continue;
            const std::string known =
                std::string(name) + " is known as " + described(other) + " (" + other.where + ")";
            if (says_the_same(actor, other) && actor.name == other.name) {
                add(row, column, name, known + ": this row adds nothing");
            } else {
                add(row, column, name, known + "; this row wins");
            }
            return;
        }
    }

    void check_ordinary(const TsvRow& row, std::string_view column, std::string_view name,
                        const std::string& folded) {
        const bool exact =
            name.size() <= 4 && utf8::lower(name) != name &&
            std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (exact && name.size() > 1) return;  // an acronym: its case counts
        if (utf8::count(name) < 2) {
            add(row, column, name, "a name of one letter matches too much");
            return;
        }
        if (const auto found = ordinary_.find(folded); found != ordinary_.end()) {
            add(row, column, name, std::string(name) + " is also " + found->second,
                "write a longer name, or drop this one");
        } else if (shipped_.role(utf8::lower(name)) != nullptr) {
            add(row, column, name, std::string(name) + " is also a role word",
                "write a longer name, or drop this one");
        }
    }

    void add(const TsvRow& row, std::string_view column, std::string_view value,
             std::string message, std::string hint = {}) {
        const std::string_view cell = row[column];
        const std::size_t offset = static_cast<std::size_t>(value.data() - cell.data());
        findings_.push_back(row.error(column, std::move(message), std::move(hint), offset));
    }

    const ActorLexiconData& shipped_;
    std::unordered_map<std::string, std::string> ordinary_;
    std::vector<std::pair<ActorRow, std::uint32_t>> own_rows_;
    std::unordered_multimap<std::string, std::size_t> own_names_;
    std::vector<Error> findings_;
};

}  // namespace

Result<std::vector<Error>> lint_actor_table(const std::string& path,
                                            const std::string& data_folder) {
    const auto shipped = ActorLexicon::load(data_folder);
    if (!shipped) return tl::unexpected<Error>(shipped.error());
    auto ordinary = read_ordinary_words(data_folder);
    if (!ordinary) return tl::unexpected<Error>(ordinary.error());
    auto text = read_file(path, ErrorKind::Input);
    if (!text) return tl::unexpected<Error>(text.error());
    return Linter(shipped->data(), std::move(*ordinary)).check(std::move(*text), path);
}

}  // namespace tidings::mention
