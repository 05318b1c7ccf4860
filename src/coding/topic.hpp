// What a whole report is about, where that forbids reading its predicates literally.
#pragma once

#include <tidings/language.hpp>

#include "coding/noun_classes.hpp"

namespace tidings::coding {

/// True if the report is an account of a game, on a field or a screen, or the terms of a site:
/// words of the class `sport_word`, `video_game_word` or `site_terms_word` are several and
/// frequent. There *Peru attacked* is a team's doing, bandits are killed by whoever plays, and
/// parties agree to nothing.
[[nodiscard]] bool tells_of_no_events(const Parse& parse, const NounClasses& classes);

}  // namespace tidings::coding
