// The actor tables and role words in memory. Format: docs/actor-tables.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/mention.hpp>

#include "mention/actor/phrase_index.hpp"

namespace tidings::mention {

enum class RowKind : std::uint8_t {
    Country,  ///< a country by its name
    Demonym,  ///< *Kenyan*: adjective, or noun for its people
    Capital,  ///< stands for the government
    Seat,     ///< a building or street that stands for the government
    Organisation,
    Group,
    Person,
    Government,
    Population,
    Thing,  ///< no actor, whatever its last word says: *a Christmas party*
    City    ///< tells the country of whoever is of it; no actor of its own
};

/// One known actor.
struct ActorRow {
    std::string name;
    RowKind kind = RowKind::Organisation;
    std::string country;
    std::vector<std::string> sectors;
    std::string code;
    std::string from, until;  ///< ISO year or day, empty is open
    std::string role;
    std::string where;     ///< file:line
    bool by_user = false;  ///< of a table that the user brought: wins over the shipped ones
};

/// What a role word says of whoever bears it.
struct RoleRow {
    std::vector<std::string> sectors;
    RowKind kind = RowKind::Person;
    std::string country;
};

}  // namespace tidings::mention

namespace tidings {

class ActorLexiconData {
  public:
    std::vector<mention::ActorRow> rows;
    mention::PhraseIndex names;
    std::vector<mention::RoleRow> role_rows;
    std::unordered_map<std::string, std::uint32_t> roles;        ///< phrase → role row
    std::unordered_map<std::string, std::uint32_t> country_row;  ///< ISO code → row of its name
    /// Word before a vague noun → its sectors (*congressional group*).
    std::unordered_map<std::string, std::vector<std::string>> qualifiers;

    [[nodiscard]] const mention::RoleRow* role(const std::string& phrase) const {
        const auto found = roles.find(phrase);
        return found == roles.end() ? nullptr : &role_rows[found->second];
    }
};

}  // namespace tidings
