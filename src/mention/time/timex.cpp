#include "mention/time/timex.hpp"

#include <array>

#include <fmt/format.h>

namespace tidings::mention::time {

namespace {

struct UnitCode {
    std::string_view code;
    bool clock;
};
constexpr std::array<UnitCode, 13> kUnits{{{"S", true},
                                           {"M", true},
                                           {"H", true},
                                           {"D", false},
                                           {"WE", false},
                                           {"W", false},
                                           {"W", false},
                                           {"M", false},
                                           {"Q", false},
                                           {"Y", false},
                                           {"DE", false},
                                           {"CE", false},
                                           {"ML", false}}};
constexpr std::array<std::string_view, 6> kDayParts{"MO", "MI", "AF", "EV", "NI", "DT"};
constexpr std::array<std::string_view, 9> kModifiers{"START",         "MID",           "END",
                                                     "APPROX",        "MORE_THAN",     "LESS_THAN",
                                                     "EQUAL_OR_MORE", "EQUAL_OR_LESS", ""};

int whole_quantity(const Slots& slots) {
    const int quantity = slots.get(Slot::Quantity, 1000);
    return quantity == kVague ? kVague : quantity + (slots.has(Slot::PlusHalf) ? 500 : 0);
}

std::string number_text(int thousandths) {
    if (thousandths == kVague) return "X";
    if (thousandths % 1000 == 0) return std::to_string(thousandths / 1000);
    std::string text = fmt::format("{}.{:03d}", thousandths / 1000, thousandths % 1000);
    while (text.ends_with('0')) text.pop_back();
    return text;
}

}  // namespace

std::string duration_value(const Slots& slots) {
    if (!slots.has(Slot::Unit)) return {};
    const auto unit = static_cast<std::size_t>(slots[Slot::Unit]);
    if (unit >= kUnits.size()) return {};
    int quantity = whole_quantity(slots);
    if (slots[Slot::Unit] == static_cast<int>(Unit::Fortnight) && quantity != kVague) quantity *= 2;
    std::string value = fmt::format("P{}{}{}", kUnits[unit].clock ? "T" : "", number_text(quantity),
                                    kUnits[unit].code);
    if (!slots.has(Slot::Unit2) || !slots.has(Slot::Quantity2)) return value;
    const auto second = static_cast<std::size_t>(slots[Slot::Unit2]);
    if (second >= unit || second >= kUnits.size()) return value;
    const bool clock = kUnits[second].clock && !kUnits[unit].clock;
    return value + (clock ? "T" : "") + number_text(slots[Slot::Quantity2]) +
           std::string(kUnits[second].code);
}

std::string_view part_code(int part) noexcept {
    return part >= 0 && part < static_cast<int>(kDayParts.size())
               ? kDayParts[static_cast<std::size_t>(part)]
               : std::string_view();
}

std::string_view modifier_code(int modifier) noexcept {
    return modifier >= 0 && modifier < static_cast<int>(kModifiers.size())
               ? kModifiers[static_cast<std::size_t>(modifier)]
               : std::string_view();
}

std::optional<Grain> grain_of(int unit) noexcept {
    switch (static_cast<Unit>(unit)) {
        case Unit::Day:
            return Grain::Day;
        case Unit::Weekend:
            return Grain::Weekend;
        case Unit::Week:
        case Unit::Fortnight:
            return Grain::Week;
        case Unit::Month:
            return Grain::Month;
        case Unit::Quarter:
            return Grain::Quarter;
        case Unit::Year:
            return Grain::Year;
        case Unit::Decade:
            return Grain::Decade;
        case Unit::Century:
        case Unit::Millennium:
            return Grain::Century;
        default:
            return std::nullopt;
    }
}

std::optional<Steps> steps_of(const Slots& slots) noexcept {
    if (!slots.has(Slot::Unit)) return std::nullopt;
    const auto grain = grain_of(slots[Slot::Unit]);
    int quantity = whole_quantity(slots);
    if (!grain || quantity == kVague) return std::nullopt;
    if (slots[Slot::Unit] == static_cast<int>(Unit::Fortnight)) quantity *= 2;
    if (slots[Slot::Unit] == static_cast<int>(Unit::Millennium)) quantity *= 10;
    if (quantity % 1000 == 0) return Steps{*grain, quantity / 1000};
    // A part of a unit in the next smaller ones.
    switch (*grain) {
        case Grain::Century:
            return Steps{Grain::Year, quantity / 10};
        case Grain::Decade:
            return Steps{Grain::Year, quantity / 100};
        case Grain::Year:
            return Steps{Grain::Month, quantity * 12 / 1000};
        case Grain::Month:
            return Steps{Grain::Day, quantity * 30 / 1000};
        default:
            return Steps{Grain::Day, quantity * 7 / 1000};
    }
}

}  // namespace tidings::mention::time
