#include "mention/time/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"
#include "mention/time/expression.hpp"

namespace tidings::mention::time {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(TokenClass::Count)> kClassNames{
    "MONTH",      "WEEKDAY",  "UNIT",        "UNITS",    "SEASON",      "PART",
    "PARTS",      "WEEKDAYS", "DIRECTION",   "MODIFIER", "VAGUE",       "CARDINAL",
    "ORDINAL",    "SHIFT",    "REFERENCE",   "ZONE",     "DECADE",      "FREQUENCY",
    "AMBIGUOUS",  "NUMBERED", "CORE",        "CUE",      "SHORT_MONTH", "ANY",
    "NUMBER",     "DAY",      "DAY_ORDINAL", "YEAR",     "ANY_YEAR",    "SHORT_YEAR",
    "TWO_DIGITS", "CLOCK",    "HOUR",        "MILITARY", "DATE",        "HOLIDAY"};

constexpr std::array<std::pair<std::string_view, int>, 28> kValueNames{{
    {"second", static_cast<int>(Unit::Second)},
    {"minute", static_cast<int>(Unit::Minute)},
    {"hour", static_cast<int>(Unit::Hour)},
    {"day", static_cast<int>(Unit::Day)},
    {"weekend", static_cast<int>(Unit::Weekend)},
    {"week", static_cast<int>(Unit::Week)},
    {"fortnight", static_cast<int>(Unit::Fortnight)},
    {"month", static_cast<int>(Unit::Month)},
    {"quarter", static_cast<int>(Unit::Quarter)},
    {"year", static_cast<int>(Unit::Year)},
    {"decade", static_cast<int>(Unit::Decade)},
    {"century", static_cast<int>(Unit::Century)},
    {"millennium", static_cast<int>(Unit::Millennium)},
    {"morning", static_cast<int>(DayPart::Morning)},
    {"midday", static_cast<int>(DayPart::Midday)},
    {"afternoon", static_cast<int>(DayPart::Afternoon)},
    {"evening", static_cast<int>(DayPart::Evening)},
    {"night", static_cast<int>(DayPart::Night)},
    {"daytime", static_cast<int>(DayPart::Daytime)},
    {"past", static_cast<int>(Reference::Past)},
    {"present", static_cast<int>(Reference::Present)},
    {"future", static_cast<int>(Reference::Future)},
    {"start", static_cast<int>(Modifier::Start)},
    {"mid", static_cast<int>(Modifier::Mid)},
    {"end", static_cast<int>(Modifier::End)},
    {"vague", kVague},
    {"proper", 0},
    {"noun", 1},
}};

bool read_value(std::string_view text, int& value) {
    const auto* named = std::find_if(kValueNames.begin(), kValueNames.end(),
                                     [&](const auto& entry) { return entry.first == text; });
    if (named != kValueNames.end()) {
        value = named->second;
        return true;
    }
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

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
        int value = 0;
        if (!read_value(row["value"], value)) {
            return row.fail("value", "neither a number nor the name of a value",
                            "docs/times.md lists the names");
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
            values_[id].emplace_back(token_class, value);
        }
    }
    return {};
}

}  // namespace tidings::mention::time
