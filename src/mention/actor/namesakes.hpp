// Names of countries and cities of the tables that mean another place in a report: *a Lebanon
// woman* in Ohio.
#pragma once

#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include <tidings/mention.hpp>

#include "mention/actor/actor_tables.hpp"
#include "mention/actor/known_names.hpp"

namespace tidings::mention {

/// Gives the names that `places` puts into another country a row of their own, a city of that
/// country. The rows are added to `rows` and live as long as it. `places` is in text order.
void find_namesakes(std::string_view text, const Parse& parse, const ActorLexiconData& lexicon,
                    std::span<const PlaceMention> places, std::vector<KnownName>& known,
                    std::deque<ActorRow>& rows);

}  // namespace tidings::mention
