// What a whole report is about, where that forbids reading its predicates literally.
#pragma once

#include <tidings/language.hpp>

#include "coding/noun_classes.hpp"

namespace tidings::coding {

/// True if the report is an account of a game: words of the class `sport_word` are several and
/// frequent. There *Peru attacked* is a team's doing.
[[nodiscard]] bool is_match_report(const Parse& parse, const NounClasses& classes);

}  // namespace tidings::coding
