#include "mention/time/vocabulary.hpp"

#include <algorithm>
#include <array>

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"
#include "mention/time/expression.hpp"
#include "mention/time/value_names.hpp"

namespace tidings::mention::time {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(TokenClass::Count)> kClassNames{
    "MONTH",      "WEEKDAY",  "UNIT",        "UNITS",    "SEASON",      "PART",
    "PARTS",      "WEEKDAYS", "DIRECTION",   "MODIFIER", "VAGUE",       "CARDINAL",
    "ORDINAL",    "SHIFT",    "REFERENCE",   "ZONE",     "DECADE",      "FREQUENCY",
    "AMBIGUOUS",  "NUMBERED", "CORE",        "CUE",      "SHORT_MONTH", "ANY",
    "NUMBER",     "DAY",      "DAY_ORDINAL", "YEAR",     "ANY_YEAR",    "SHORT_YEAR",
    "TWO_DIGITS", "CLOCK",    "HOUR",        "MILITARY", "DATE",        "HOLIDAY"};

}  // namespace

TokenClass class_named(std::string_view name) noexcept {
    const auto* found = std::find(kClassNames.begin(), kClassNames.end(), name);
    return static_cast<TokenClass>(found - kClassNames.begin());
}

WordId Vocabulary::find(std::string_view lower) const noexcept {
    const auto found = ids_.find(lower);
    return found == ids_.end() ? kNoWord : found->second;
}

WordId Vocabulary::intern(std::string_view lower) {
    const auto [place, added] = ids_.try_emplace(std::string(lower), masks_.size());
    if (added) {
        texts_.emplace_back(lower);
        masks_.push_back(0);
        values_.emplace_back();
    }
    return place->second;
}

int Vocabulary::value(WordId word, TokenClass token_class) const noexcept {
    for (const auto& [known, value] : values_[word]) {
        if (known == token_class) return value;
    }
    return kUnset;
}

Status Vocabulary::load(const std::string& path) {
    const auto table = TsvTable::load(path, {{"class", "value", "words"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        std::string name(row["class"]);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        const TokenClass token_class = class_named(name);
        if (token_class > TokenClass::Cue) {
            return row.fail("class",
                            "there is no class of words \"" + std::string(row["class"]) + "\"",
                            "docs/times.md lists them");
        }
        const auto value = value_named(row["value"]);
        if (!value) {
            return row.fail("value", "\"" + std::string(row["value"]) + "\" is no value",
                            std::string(kValuesHint));
        }
        for (const std::string_view word : split(row["words"], ' ')) {
            if (word.empty()) continue;
            const bool plain =
                std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
            if (!plain) {
                return row.fail("words", "words are written in a to z",
                                "a phrase of several words belongs into a rule");
            }
            const WordId id = intern(word);
            masks_[id] |= std::uint64_t{1} << static_cast<unsigned>(token_class);
            const bool shortened =
                word.size() <= 4 && word != "may" && word != "june" && word != "july";
            if (token_class == TokenClass::Month && shortened) {
                masks_[id] |= std::uint64_t{1} << static_cast<unsigned>(TokenClass::ShortMonth);
            }
            if (token_class == TokenClass::Ordinal) {
                masks_[id] |= std::uint64_t{1} << static_cast<unsigned>(TokenClass::DayOrdinal);
            }
            values_[id].emplace_back(token_class, *value);
        }
    }
    return {};
}

}  // namespace tidings::mention::time
