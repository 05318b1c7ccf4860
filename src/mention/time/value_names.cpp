#include "mention/time/value_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "mention/time/expression.hpp"

namespace tidings::mention::time {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 57> kNames{{
    {"publication", static_cast<int>(Anchor::Publication)},
    {"narrative", static_cast<int>(Anchor::Narrative)},
    {"past", static_cast<int>(Reference::Past)},
    {"present", static_cast<int>(Reference::Present)},
    {"future", static_cast<int>(Reference::Future)},
    {"start", static_cast<int>(Modifier::Start)},
    {"mid", static_cast<int>(Modifier::Mid)},
    {"end", static_cast<int>(Modifier::End)},
    {"approx", static_cast<int>(Modifier::Approx)},
    {"more_than", static_cast<int>(Modifier::MoreThan)},
    {"less_than", static_cast<int>(Modifier::LessThan)},
    {"equal_or_more", static_cast<int>(Modifier::EqualOrMore)},
    {"equal_or_less", static_cast<int>(Modifier::EqualOrLess)},
    {"rest", static_cast<int>(Modifier::Rest)},
    {"morning", static_cast<int>(DayPart::Morning)},
    {"midday", static_cast<int>(DayPart::Midday)},
    {"afternoon", static_cast<int>(DayPart::Afternoon)},
    {"evening", static_cast<int>(DayPart::Evening)},
    {"night", static_cast<int>(DayPart::Night)},
    {"daytime", static_cast<int>(DayPart::Daytime)},
    {"second", static_cast<int>(Unit::Second)},
    {"seconds", static_cast<int>(Unit::Second)},
    {"minute", static_cast<int>(Unit::Minute)},
    {"minutes", static_cast<int>(Unit::Minute)},
    {"hour", static_cast<int>(Unit::Hour)},
    {"hours", static_cast<int>(Unit::Hour)},
    {"day", static_cast<int>(Unit::Day)},
    {"days", static_cast<int>(Unit::Day)},
    {"weekend", static_cast<int>(Unit::Weekend)},
    {"weekends", static_cast<int>(Unit::Weekend)},
    {"week", static_cast<int>(Unit::Week)},
    {"weeks", static_cast<int>(Unit::Week)},
    {"fortnight", static_cast<int>(Unit::Fortnight)},
    {"month", static_cast<int>(Unit::Month)},
    {"months", static_cast<int>(Unit::Month)},
    {"quarter", static_cast<int>(Unit::Quarter)},
    {"quarters", static_cast<int>(Unit::Quarter)},
    {"year", static_cast<int>(Unit::Year)},
    {"years", static_cast<int>(Unit::Year)},
    {"decade", static_cast<int>(Unit::Decade)},
    {"decades", static_cast<int>(Unit::Decade)},
    {"century", static_cast<int>(Unit::Century)},
    {"centuries", static_cast<int>(Unit::Century)},
    {"millennium", static_cast<int>(Unit::Millennium)},
    {"vague", kVague},
    {"bc", 1},
    {"ad", 2},
    {"am", 0},
    {"pm", 1},
    {"spring", 0},
    {"summer", 1},
    {"autumn", 2},
    {"winter", 3},
    {"yes", 1},
    {"one", 1000},
    {"proper", 0},
    {"noun", 1},
}};

}  // namespace

std::optional<int> value_named(std::string_view word) noexcept {
    const auto* named = std::find_if(kNames.begin(), kNames.end(),
                                     [&](const auto& entry) { return entry.first == word; });
    if (named != kNames.end()) return named->second;
    int value = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
    if (read.ec != std::errc() || read.ptr != word.data() + word.size()) return std::nullopt;
    return value;
}

}  // namespace tidings::mention::time
