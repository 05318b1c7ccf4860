// What an actor is in politics, by its sectors and its role.
#pragma once

#include <tidings/mention.hpp>

namespace tidings::coding {

/// Who deals with whom in politics: states, bodies and those who fight them.
[[nodiscard]] bool is_political(const Actor& actor);

/// Parties, lawmakers and those who were in office: who contests elections.
[[nodiscard]] bool is_partisan(const Actor& actor);

/// Who acts for a country: its government, parliament, courts and forces.
[[nodiscard]] bool is_of_state(const Actor& actor);

/// The country itself or its government, not one of its officials.
[[nodiscard]] bool is_government(const Actor& actor);

/// Those whose words and acts, where nobody else is named, go to a government.
[[nodiscard]] bool speaks_to_states(const Actor& actor);

/// People who march, strike and rally: civilians, the opposition, unions, students.
[[nodiscard]] bool may_protest(const Actor& actor);

}  // namespace tidings::coding
