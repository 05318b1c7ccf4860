// Who is of the place that is told of, and who is of anywhere.
#pragma once

#include <string>

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Holders and bodies of a state's power, named by their office.
[[nodiscard]] bool is_office(const Evidence& e);
/// People of the place, if nothing else is said of whence they come.
[[nodiscard]] bool is_local(const Evidence& e);
/// *country*, *province*: words for a state or a part of one.
[[nodiscard]] bool is_state_word(std::string_view noun);
/// *Kurdish officials*, *Tuareg forces*: of a people, whose country nothing here tells.
[[nodiscard]] bool names_a_people(const ReferenceContext& context, const Evidence& e);
/// *Foreign ministers*, *donors*, *any party*, *countries* are of no one country.
[[nodiscard]] bool is_of_anywhere(const ReferenceContext& context, const Evidence& e);
/// *Congress* in a report on Puerto Rico: what the territories of a state have no other of than its
/// own.
void go_to_mother_country(const ReferenceContext& context, const Evidence& e, std::string& country);
/// The words of the institution that somebody is of, from before the noun (*a Harvard economist*)
/// or behind it (*a doctor at a London hospital*); empty if none is named.
[[nodiscard]] Span institution(const ReferenceContext& context, const Evidence& e);
/// The country of the town that an institution is named for, empty if its name has none.
[[nodiscard]] std::string country_of_institution(const ReferenceContext& context, Span words);

}  // namespace tidings::mention
