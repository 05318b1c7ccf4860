#include "mention/time/holidays.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/tsv_table.hpp"
#include "mention/time/expression.hpp"
#include "mention/time/feasts.hpp"

namespace tidings::mention::time {

namespace {

using std::chrono::days;

constexpr std::uint32_t kMarkBit = 0x80000000U;
constexpr std::size_t kOwnerReach = 3;  // tokens before the name

constexpr std::array<std::pair<std::string_view, FeastRule::Kind>, 6> kFeastKinds{{
    {"easter", FeastRule::Kind::Easter},
    {"orthodox-easter", FeastRule::Kind::OrthodoxEaster},
    {"islamic", FeastRule::Kind::Islamic},
    {"hebrew", FeastRule::Kind::Hebrew},
    {"nowruz", FeastRule::Kind::Nowruz},
    {"lunar-new-year", FeastRule::Kind::LunarNewYear},
}};

bool read_int(std::string_view text, int& value) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool read_month_day(std::string_view text, FeastRule& rule) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return false;
    return read_int(text.substr(0, dash), rule.month) &&
           read_int(text.substr(dash + 1), rule.day) && rule.month >= 1 && rule.month <= 13 &&
           rule.day >= 1 && rule.day <= 31;
}

/// `12-25`, `easter -2`, `islamic 9-1 for 30`, `4 thursday 11 +1`, `last monday 5`.
bool read_rule(std::string_view text, const Vocabulary& vocabulary, FeastRule& rule) {
    std::vector<std::string_view> words = split(text, ' ');
    std::size_t at = 0;
    const auto more = [&] { return at < words.size(); };
    if (!more()) return false;
    const auto* kind = std::find_if(kFeastKinds.begin(), kFeastKinds.end(),
                                    [&](const auto& entry) { return entry.first == words[0]; });
    if (kind != kFeastKinds.end()) {
        rule.kind = kind->second;
        ++at;
        const bool dated =
            rule.kind == FeastRule::Kind::Islamic || rule.kind == FeastRule::Kind::Hebrew;
        if (dated && (!more() || !read_month_day(words[at++], rule))) return false;
    } else if (words[0].find('-') != std::string_view::npos) {
        if (!read_month_day(words[at++], rule)) return false;
    } else {
        rule.kind = FeastRule::Kind::NthWeekday;
        if (words.size() < 3) return false;
        rule.day = 0;
        if (words[0] != "last" && !read_int(words[0], rule.day)) return false;
        rule.weekday = vocabulary.value(vocabulary.find(words[1]), TokenClass::Weekday);
        if (rule.weekday == kUnset || !read_int(words[2], rule.month)) return false;
        at = 3;
    }
    if (more() && words[at] != "for" && !read_int(words[at++], rule.shift)) return false;
    if (more()) {
        if (words[at] != "for" || at + 1 >= words.size()) return false;
        if (!read_int(words[at + 1], rule.length) || rule.length < 1) return false;
        at += 2;
    }
    return !more();
}

CivilDay feast(const FeastRule& rule, int year) {
    switch (rule.kind) {
        case FeastRule::Kind::Fixed:
            return make_day(year, rule.month, rule.day)
                .value_or(first_of_month(year, rule.month + 1) - days(1));
        case FeastRule::Kind::NthWeekday: {
            const CivilDay first = first_of_month(year, rule.month);
            const int skip = (rule.weekday - weekday_of(first) + 7) % 7;
            if (rule.day > 0) return first + days(skip + 7 * (rule.day - 1));
            const CivilDay last = first + days(days_in(year, rule.month) - 1);
            return last - days((weekday_of(last) - rule.weekday + 7) % 7);
        }
        case FeastRule::Kind::Easter:
            return easter(year);
        case FeastRule::Kind::OrthodoxEaster:
            return orthodox_easter(year);
        case FeastRule::Kind::Islamic:
            return islamic(year, rule.month, rule.day);
        case FeastRule::Kind::Hebrew:
            return hebrew(year, rule.month, rule.day);
        case FeastRule::Kind::Nowruz:
            return nowruz(year);
        case FeastRule::Kind::LunarNewYear:
            return lunar_new_year(year);
    }
    return first_of_month(year, 1);
}

}  // namespace

Status HolidayTable::load(const std::string& path, Vocabulary& vocabulary) {
    const auto table = TsvTable::load(path, {{"names", "when"}, {"owners", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        Holiday holiday;
        if (!read_rule(row["when"], vocabulary, holiday.rule)) {
            return row.fail("when", "this tells no day of the year",
                            "such as 12-25, easter -2, islamic 9-1 for 30, 4 thursday 11");
        }
        for (const std::string_view owner : split(row["owners"], ' ')) {
            if (!owner.empty()) holiday.owners.push_back(vocabulary.intern(owner));
        }
        const auto index = static_cast<std::uint32_t>(holidays_.size());
        for (const std::string_view name : split(row["names"], '|')) {
            Name entry;
            entry.holiday = index;
            if (holiday.name.empty()) holiday.name = std::string(trim(name));
            std::size_t at = 0;
            const std::string_view text = trim(name);
            while (at < text.size()) {
                const std::size_t start = at;
                while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
                if (at > start) {
                    entry.pieces.push_back(vocabulary.intern(text.substr(start, at - start)));
                } else if (text[at] == '\'' || text[at] == '-') {
                    entry.pieces.push_back(kMarkBit | static_cast<unsigned char>(text[at++]));
                } else if (text[at] == ' ') {
                    ++at;
                } else {
                    return row.fail("names", "names are written in a to z, blanks, ' and -",
                                    "several names are parted by |");
                }
            }
            if (entry.pieces.empty() || (entry.pieces[0] & kMarkBit) != 0) {
                return row.fail("names", "a name begins with a word", {});
            }
            names_[entry.pieces[0]].push_back(std::move(entry));
        }
        holidays_.push_back(std::move(holiday));
    }
    for (auto& [word, names] : names_) {
        std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
            return a.pieces.size() > b.pieces.size();
        });
    }
    return {};
}

bool HolidayTable::stands_at(const Name& name, const std::vector<TimeToken>& tokens,
                             std::size_t at) const {
    if (at + name.pieces.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < name.pieces.size(); ++i) {
        const TimeToken& token = tokens[at + i];
        const Piece piece = name.pieces[i];
        const bool fits = (piece & kMarkBit) != 0
                              ? token.kind == TimeToken::Kind::Mark &&
                                    token.mark == static_cast<char>(piece & 0x7FU)
                              : token.kind == TimeToken::Kind::Word && token.word == piece;
        if (!fits) return false;
    }
    return true;
}

bool HolidayTable::owner_before(const Holiday& holiday, const std::vector<TimeToken>& tokens,
                                std::size_t at) const {
    const std::size_t from = at > kOwnerReach ? at - kOwnerReach : 0;
    return std::any_of(
        tokens.begin() + static_cast<std::ptrdiff_t>(from),
        tokens.begin() + static_cast<std::ptrdiff_t>(at), [&](const TimeToken& token) {
            return token.word != kNoWord && std::find(holiday.owners.begin(), holiday.owners.end(),
                                                      token.word) != holiday.owners.end();
        });
}

void HolidayTable::mark(std::vector<TimeToken>& tokens) const {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind != TimeToken::Kind::Word || tokens[at].word == kNoWord) continue;
        const auto found = names_.find(tokens[at].word);
        if (found == names_.end()) continue;
        for (const Name& name : found->second) {
            if (!stands_at(name, tokens, at)) continue;
            const Holiday& holiday = holidays_[name.holiday];
            if (!holiday.owners.empty() && !owner_before(holiday, tokens, at)) continue;
            tokens[at].holiday = name.holiday + 1;
            tokens[at].holiday_length = static_cast<std::uint32_t>(name.pieces.size());
            break;
        }
    }
}

Period HolidayTable::in_year(std::uint32_t holiday, int year) const {
    const FeastRule& rule = holidays_[holiday].rule;
    const CivilDay first = feast(rule, std::clamp(year, 1, kMaxYear - 1)) + days(rule.shift);
    return {Grain::Day, first, first + days(rule.length - 1)};
}

}  // namespace tidings::mention::time
