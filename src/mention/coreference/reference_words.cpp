#include "mention/coreference/reference_words.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/tsv_table.hpp"

namespace tidings {

namespace fs = std::filesystem;
using mention::DescriptionRow;
using mention::DescriptionUse;
using mention::Gender;
using mention::VerbUse;

namespace {

template <typename Value, std::size_t N>
using Names = std::array<std::pair<std::string_view, Value>, N>;

constexpr Names<Gender, 3> kGenders{
    {{"male", Gender::Male}, {"female", Gender::Female}, {"either", Gender::Unknown}}};
constexpr Names<VerbUse, 5> kVerbUses{{{"intent", VerbUse::Intent},
                                       {"reaction", VerbUse::Reaction},
                                       {"personal", VerbUse::Personal},
                                       {"weather", VerbUse::Weather},
                                       {"seeming", VerbUse::Seeming}}};
constexpr Names<DescriptionUse, 7> kDescriptionUses{{{"person", DescriptionUse::Person},
                                                     {"body", DescriptionUse::Body},
                                                     {"members", DescriptionUse::Members},
                                                     {"people", DescriptionUse::People},
                                                     {"country", DescriptionUse::Country},
                                                     {"several", DescriptionUse::Several},
                                                     {"deed", DescriptionUse::Deed}}};

template <typename Value, std::size_t N>
Result<Value> named(const TsvRow& row, std::string_view column, const Names<Value, N>& names) {
    std::string known;
    for (const auto& [name, value] : names) {
        if (row[column] == name) return value;
        if (!known.empty()) known += ", ";
        known += name;
    }
    return row.fail(column, "unknown " + std::string(column) + " " + std::string(row[column]),
                    "known are " + known);
}

std::vector<std::string> folded_list(std::string_view cell) {
    std::vector<std::string> values;
    for (const std::string_view part : split(cell, '|')) {
        if (!trim(part).empty()) values.push_back(utf8::fold(trim(part)));
    }
    return values;
}

Status read_genders(const fs::path& path, const TsvColumns& columns, std::string_view list,
                    std::unordered_map<std::string, Gender>& into) {
    auto table = TsvTable::load(path.string(), columns);
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const auto gender = named(row, "gender", kGenders);
        if (!gender) return tl::unexpected<Error>(gender.error());
        for (std::string& word : folded_list(row[list])) {
            const auto [known, is_new] = into.emplace(std::move(word), *gender);
            if (!is_new && known->second != *gender) {
                return row.fail(list, "\u201c" + known->first + "\u201d stands in two genders",
                                "a name that both bear goes into the row \u201ceither\u201d");
            }
        }
    }
    return {};
}

Status read_descriptions(const fs::path& path, ReferenceWordsData& data) {
    auto table = TsvTable::load(path.string(), {{"use", "nouns"}, {"sectors", "words", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const auto use = named(row, "use", kDescriptionUses);
        if (!use) return tl::unexpected<Error>(use.error());
        DescriptionRow description;
        description.use = *use;
        description.where = path.filename().string() + ":" + std::to_string(row.line());
        for (const std::string_view sector : split(row["sectors"], '|')) {
            if (trim(sector) == "*") description.any_sector = true;
            if (!trim(sector).empty()) description.sectors.emplace_back(trim(sector));
        }
        for (std::string& word : folded_list(row["words"])) {
            description.words.insert(std::move(word));
        }
        const auto index = static_cast<std::uint32_t>(data.rows.size());
        data.rows.push_back(std::move(description));
        const std::vector<std::string> nouns = folded_list(row["nouns"]);
        if (nouns.empty()) return row.fail("nouns", "a row needs a noun");
        for (const std::string& noun : nouns) data.descriptions[noun].push_back(index);
    }
    return {};
}

Status read_verbs(const fs::path& path, ReferenceWordsData& data) {
    auto table = TsvTable::load(path.string(), {{"use", "lemmas"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const auto use = named(row, "use", kVerbUses);
        if (!use) return tl::unexpected<Error>(use.error());
        for (std::string& lemma : folded_list(row["lemmas"])) data.verbs.emplace(lemma, *use);
    }
    return {};
}

template <typename Value>
Value found_or(const std::unordered_map<std::string, Value>& map, std::string_view key,
               Value otherwise) {
    const auto found = map.find(std::string(key));
    return found == map.end() ? otherwise : found->second;
}

}  // namespace

Gender ReferenceWordsData::gender_of_name(std::string_view given_name) const {
    return found_or(given_names, given_name, Gender::Unknown);
}

Gender ReferenceWordsData::gender_of_word(std::string_view word) const {
    return found_or(gendered, word, Gender::Unknown);
}

VerbUse ReferenceWordsData::verb_use(std::string_view lemma) const {
    return found_or(verbs, lemma, VerbUse::None);
}

const std::vector<std::uint32_t>* ReferenceWordsData::rows_of(std::string_view noun) const {
    const auto found = descriptions.find(std::string(noun));
    return found == descriptions.end() ? nullptr : &found->second;
}

bool ReferenceWordsData::is(std::string_view noun, DescriptionUse use) const {
    const auto* found = rows_of(noun);
    if (found == nullptr) return false;
    for (const std::uint32_t row : *found) {
        if (rows[row].use == use) return true;
    }
    return false;
}

ReferenceWords::ReferenceWords() : data_(std::make_shared<const ReferenceWordsData>()) {}

Result<ReferenceWords> ReferenceWords::load(const std::string& data_folder) {
    const fs::path folder = fs::path(data_folder) / "mention";
    auto data = std::make_shared<ReferenceWordsData>();
    Status done = read_genders(folder / "given_names.tsv", {{"gender", "names"}, {"culture"}},
                               "names", data->given_names);
    if (done) {
        done = read_genders(folder / "gendered_words.tsv", {{"gender", "words"}, {"note"}}, "words",
                            data->gendered);
    }
    if (done) done = read_descriptions(folder / "descriptions.tsv", *data);
    if (done) done = read_verbs(folder / "reference_verbs.tsv", *data);
    if (done) done = data->origins.load((folder / "origins.tsv").string());
    if (!done) return tl::unexpected<Error>(done.error());
    ReferenceWords words;
    words.data_ = std::move(data);
    return words;
}

}  // namespace tidings
