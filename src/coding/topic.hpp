// What a whole report is about, where that forbids reading its predicates literally.
#pragma once

#include <tidings/language.hpp>

#include "coding/noun_classes.hpp"

namespace tidings::coding {

/// True if the report is an account of a game, on a field or a screen: words of the class
/// `sport_word` or `video_game_word` are several and frequent. There *Peru attacked* is a team's
/// doing, and bandits are killed by whoever plays.
[[nodiscard]] bool tells_of_no_events(const Parse& parse, const NounClasses& classes);

}  // namespace tidings::coding
