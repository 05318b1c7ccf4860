#include "report/page/page_tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"

namespace tidings::report {
namespace {

constexpr std::size_t kKeyBytes = 80;

struct ZoneName {
    std::string_view name;
    Zone zone;
};

constexpr std::array kZoneNames{ZoneName{"none", Zone::None},
                                ZoneName{"posting", Zone::Posting},
                                ZoneName{"content", Zone::Content},
                                ZoneName{"lead", Zone::Lead},
                                ZoneName{"title", Zone::Title},
                                ZoneName{"byline", Zone::Byline},
                                ZoneName{"date", Zone::Date},
                                ZoneName{"caption", Zone::Caption},
                                ZoneName{"navigation", Zone::Navigation},
                                ZoneName{"related", Zone::Related},
                                ZoneName{"share", Zone::Share},
                                ZoneName{"comments", Zone::Comments},
                                ZoneName{"notice", Zone::Notice},
                                ZoneName{"appeal", Zone::Appeal},
                                ZoneName{"advert", Zone::Advert},
                                ZoneName{"author", Zone::Author},
                                ZoneName{"meta", Zone::Meta},
                                ZoneName{"hidden", Zone::Hidden}};

constexpr std::array<std::string_view, kMetaFields> kFieldNames{
    "title", "site",    "author",   "published",  "modified",
    "uri",   "section", "language", "description"};

constexpr bool is_lower(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

template <typename Names>
std::string one_of(const Names& names) {
    return fmt::format("one of: {}", fmt::join(names, ", "));
}

Result<Zone> read_zone(const TsvRow& row, std::string_view column) {
    std::vector<std::string_view> names;
    for (const ZoneName& zone : kZoneNames) {
        if (row[column] == zone.name) return zone.zone;
        names.push_back(zone.name);
    }
    return row.fail(column, fmt::format("unknown zone \"{}\"", row[column]), one_of(names));
}

std::vector<std::string> cells(std::string_view cell) {
    std::vector<std::string> words;
    for (const std::string_view word : split(cell, ' ')) {
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

}  // namespace

std::string_view to_string(Zone zone) noexcept {
    return kZoneNames[static_cast<std::size_t>(zone)].name;
}

NameWords::NameWords(std::string_view name) {
    name = name.substr(0, letters_.size());
    std::size_t start = 0;  // of the word
    std::size_t end = 0;
    const auto flush = [&] {
        if (end > start && count_ < words_.size()) {
            words_[count_++] = std::string_view(letters_.data() + start, end - start);
        }
        start = end;
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!is_lower(c) && !is_upper(c)) {
            flush();
            continue;
        }
        const bool begins =
            is_upper(c) && i > 0 &&
            (is_lower(name[i - 1]) ||
             (is_upper(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1])));
        if (begins) flush();
        letters_[end++] = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    flush();
}

bool ZoneNames::matches(const Pattern& pattern, std::span<const std::string_view> words,
                        std::size_t at) const {
    if (pattern.whole && (at != 0 || pattern.words.size() != words.size())) return false;
    return pattern.words.size() <= words.size() - at &&
           std::equal(pattern.words.begin(), pattern.words.end(),
                      words.begin() + static_cast<std::ptrdiff_t>(at));
}

// The first pattern of the table that matches wins: exceptions stand before rules.
Zone ZoneNames::find(std::string_view name) const {
    const NameWords name_words(name);
    const std::span<const std::string_view> words = name_words.words();
    std::uint32_t best = static_cast<std::uint32_t>(patterns_.size());
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto found = by_first_word_.find(words[at]);
        if (found == by_first_word_.end()) continue;
        for (const std::uint32_t index : found->second) {
            if (index < best && matches(patterns_[index], words, at)) best = index;
        }
    }
    return best < patterns_.size() ? patterns_[best].zone : Zone::None;
}

Result<ZoneNames> ZoneNames::load(const std::string& path) {
    const Result<TsvTable> table =
        TsvTable::load(path, {{"zone", "names"}, {"where", "example", "not"}});
    if (!table) return tl::unexpected<Error>(table.error());
    ZoneNames zones;
    for (const TsvRow& row : table->rows()) {
        const Result<Zone> zone = read_zone(row, "zone");
        if (!zone) return tl::unexpected<Error>(zone.error());
        if (!row["where"].empty() && row["where"] != "whole") {
            return row.fail("where", "unknown place", "whole, or nothing");
        }
        for (const std::string& name : cells(row["names"])) {
            const NameWords words(name);
            Pattern pattern{
                {words.words().begin(), words.words().end()}, *zone, row["where"] == "whole"};
            if (pattern.words.empty()) return row.fail("names", "a name has no letters");
            const auto index = static_cast<std::uint32_t>(zones.patterns_.size());
            zones.by_first_word_[pattern.words.front()].push_back(index);
            zones.patterns_.push_back(std::move(pattern));
        }
    }
    for (const TsvRow& row : table->rows()) {
        for (const std::string& name : cells(row["example"])) {
            const Zone found = zones.find(name);
            if (to_string(found) == row["zone"]) continue;
            return row.fail("example", fmt::format("\"{}\" is read as {}", name, to_string(found)));
        }
        for (const std::string& name : cells(row["not"])) {
            if (to_string(zones.find(name)) != row["zone"]) continue;
            return row.fail("not", fmt::format("\"{}\" is read as {}", name, row["zone"]));
        }
    }
    return zones;
}

Result<MetaKeys> MetaKeys::load(const std::string& path) {
    const Result<TsvTable> table = TsvTable::load(path, {{"field", "keys"}, {"trust", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    MetaKeys meta;
    for (const TsvRow& row : table->rows()) {
        const auto field = std::find(kFieldNames.begin(), kFieldNames.end(), row["field"]);
        if (field == kFieldNames.end()) {
            return row.fail("field", fmt::format("unknown field \"{}\"", row["field"]),
                            one_of(kFieldNames));
        }
        for (const std::string& key : cells(row["keys"])) {
            const auto rank = static_cast<std::uint32_t>(meta.keys_.size());
            const Key entry{static_cast<MetaField>(field - kFieldNames.begin()), rank,
                            row["trust"] != "low"};
            if (!meta.keys_.try_emplace(utf8::lower(key), entry).second) {
                return row.fail("keys", fmt::format("\"{}\" stands here twice", key));
            }
        }
    }
    return meta;
}

const MetaKeys::Key* MetaKeys::find(std::string_view key) const {
    if (key.size() > kKeyBytes) return nullptr;
    const auto found = keys_.find(utf8::lower(trim(key)));
    return found == keys_.end() ? nullptr : &found->second;
}

Result<PagePhrases> PagePhrases::load(const std::string& path) {
    const Result<TsvTable> table = TsvTable::load(path, {{"kind", "phrases"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    PagePhrases phrases;
    for (const TsvRow& row : table->rows()) {
        for (const std::string_view phrase : split(row["phrases"], ';')) {
            if (trim(phrase).empty()) continue;
            const std::string kind(row["kind"]);
            phrases.phrases_[kind].push_back(utf8::fold(trim(phrase)));
            phrases.exact_[kind].emplace_back(trim(phrase));
        }
    }
    return phrases;
}

const std::vector<std::string>& PagePhrases::of(std::string_view kind) const {
    return find(phrases_, kind);
}

const std::vector<std::string>& PagePhrases::exact(std::string_view kind) const {
    return find(exact_, kind);
}

const std::vector<std::string>& PagePhrases::find(const ByKind& phrases, std::string_view kind) {
    static const std::vector<std::string> kNone;
    const auto found = phrases.find(std::string(kind));
    return found == phrases.end() ? kNone : found->second;
}

Result<PageTables> PageTables::load(const std::string& folder) {
    Result<ZoneNames> zones = ZoneNames::load(folder + "page_zones.tsv");
    if (!zones) return tl::unexpected<Error>(std::move(zones.error()));
    Result<MetaKeys> meta = MetaKeys::load(folder + "page_meta.tsv");
    if (!meta) return tl::unexpected<Error>(std::move(meta.error()));
    Result<PagePhrases> phrases = PagePhrases::load(folder + "page_phrases.tsv");
    if (!phrases) return tl::unexpected<Error>(std::move(phrases.error()));
    return PageTables{std::move(*zones), std::move(*meta), std::move(*phrases)};
}

}  // namespace tidings::report
