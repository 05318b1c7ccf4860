// How TIMEX3 writes durations, sets, parts of a day and modifiers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mention/time/calendar.hpp"
#include "mention/time/expression.hpp"

namespace tidings::mention::time {

/// `P18M`, `PT1.5H`, `PXD`, `P1DT6H`; empty without a unit.
[[nodiscard]] std::string duration_value(const Slots& slots);
/// `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
[[nodiscard]] std::string_view part_code(int part) noexcept;
/// `START`, `APPROX`, ...; empty for none.
[[nodiscard]] std::string_view modifier_code(int modifier) noexcept;

/// The kind of period that a unit is; nothing for hours and less.
[[nodiscard]] std::optional<Grain> grain_of(int unit) noexcept;

/// The quantity of the slots in whole steps of a grain that fit it: a year and a half is 18 months.
struct Steps {
    Grain grain = Grain::Day;
    int count = 0;
};
[[nodiscard]] std::optional<Steps> steps_of(const Slots& slots) noexcept;

}  // namespace tidings::mention::time
