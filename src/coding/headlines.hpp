// Headlines and captions leave out *was* and *were*: *Two miners killed in riot*. The parser then
// takes the victims for the doers. Their passives are restored before anything else is read, and so
// are participles that it took for the main verb (*Sailors held in Niger were freed*).
#pragma once

#include <optional>

#include <tidings/language.hpp>

#include "coding/noun_classes.hpp"

namespace tidings::coding {

/// The parse with the bare passives of its headlines made plain, their verbs told from plural nouns
/// (*Chad severs ties*) and its garden paths left, or
/// nothing where it has none. The copy views the strings of `parse`, which must outlive it.
[[nodiscard]] std::optional<Parse> restore_passives(const Parse& parse, const NounClasses& classes);

}  // namespace tidings::coding
