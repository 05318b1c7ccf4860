#include "language/mends/mend_words.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"

namespace tidings {

namespace {

constexpr std::string_view kHyphenVerb = "hyphen verb";
constexpr std::string_view kTelling = "telling";

/// Lists of plain words.
constexpr std::array<std::pair<std::string_view, WordList MendWords::*>, 13> kPlainLists{
    {{"intransitive", &MendWords::intransitive},
     {"asks for deed", &MendWords::asks_for_deed},
     {"takes deed", &MendWords::takes_deed},
     {"takes subjunctive", &MendWords::takes_subjunctive},
     {"takes infinitive", &MendWords::takes_infinitive},
     {"takes no gerund", &MendWords::takes_no_gerund},
     {"body", &MendWords::bodies},
     {"takes said noun", &MendWords::takes_said_noun},
     {"said noun", &MendWords::said_nouns},
     {"opens clause", &MendWords::opens_clause},
     {"naming", &MendWords::naming},
     {"gives", &MendWords::gives},
     {"ally", &MendWords::allies}}};

std::string known_lists() {
    std::string names = fmt::format("known are {}, {}", kHyphenVerb, kTelling);
    for (const auto& list : kPlainLists) names += fmt::format(", {}", list.first);
    return names;
}

/// One row of `hyphen verb`: the two parts, and the lemma of the whole.
Result<HyphenVerb> read_hyphen_verb(const TsvRow& row) {
    const std::string_view words = row["words"];
    const std::size_t space = words.find(' ');
    if (space == std::string_view::npos) {
        return row.fail("words", "a verb with a hyphen has two parts",
                        "write how each begins: tear gas");
    }
    return HyphenVerb{std::string(words.substr(0, space)), std::string(words.substr(space + 1)),
                      std::string(row["lemma"])};
}

Result<void> read_plain(const TsvRow& row, WordList& list) {
    if (!row["lemma"].empty()) return row.fail("lemma", "this list gives no lemma");
    std::size_t begin = 0;
    const std::string_view words = row["words"];
    while (begin <= words.size()) {
        const std::size_t end = std::min(words.find('|', begin), words.size());
        const std::string_view word = words.substr(begin, end - begin);
        if (word.empty()) return row.fail("words", "a word is missing here", {}, begin);
        if (list.has(word)) {
            return row.fail("words", fmt::format("the list has `{}` already", word), {}, begin);
        }
        list.add(word);
        begin = end + 1;
    }
    return {};
}

Result<void> read_row(const TsvRow& row, MendWords& words) {
    const std::string_view name = row["list"];
    for (const auto& [known, list] : kPlainLists) {
        if (known == name) return read_plain(row, words.*list);
    }
    if (name != kHyphenVerb && name != kTelling) {
        return row.fail("list", fmt::format("no list is called `{}`", name), known_lists());
    }
    if (row["lemma"].empty()) return row.fail("lemma", "the lemma is missing");
    if (name == kTelling) {
        if (!words.telling.emplace(row["words"], row["lemma"]).second) {
            return row.fail("words", "the list has this word already");
        }
        return {};
    }
    auto verb = read_hyphen_verb(row);
    if (!verb) return tl::unexpected<Error>(verb.error());
    words.hyphen_verbs.push_back(std::move(*verb));
    return {};
}

Result<MendWords> read_table(const Result<TsvTable>& table) {
    if (!table) return tl::unexpected<Error>(table.error());
    MendWords words;
    for (const TsvRow& row : table->rows()) {
        if (auto read = read_row(row, words); !read) return tl::unexpected<Error>(read.error());
    }
    return words;
}

TsvColumns mend_columns() {
    return {.required = {"list", "words"}, .optional = {"lemma"}};
}

}  // namespace

void WordList::add(std::string_view word) {
    words_.emplace(std::lower_bound(words_.begin(), words_.end(), word), word);
}

bool WordList::has(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), word);
}

Result<MendWords> MendWords::load(const std::string& data_folder) {
    const std::filesystem::path file =
        std::filesystem::path(data_folder) / "language" / "parse-mends.tsv";
    return read_table(TsvTable::load(file.string(), mend_columns()));
}

Result<MendWords> MendWords::parse(std::string text, const std::string& name) {
    return read_table(TsvTable::parse(std::move(text), name, mend_columns()));
}

}  // namespace tidings
