// The actor tables and role words in memory. Format: docs/actor-tables.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/mention.hpp>

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
    Population
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
    std::string where;  ///< file:line
};

/// What a role word says of whoever bears it.
struct RoleRow {
    std::vector<std::string> sectors;
    RowKind kind = RowKind::Person;
    std::string country;
};

/// A set of phrases, matched byte by byte over folded text so that tokenization does not matter.
class PhraseIndex {
  public:
    /// `phrase` is stored folded (lower case, no diacritics); `exact_case` entries match only text
    /// that is written just so (*WHO*, not *who*).
    void add(std::string_view phrase, std::uint32_t row);
    void finish();

    struct Entry {
        std::string folded;
        std::string written;
        std::uint32_t row = 0;
        bool exact_case = false;
        bool lower_initial = false;
    };
    /// Entries whose folded form is a prefix range [lo, hi) agreeing with `byte` at `depth`.
    void narrow(std::size_t& lo, std::size_t& hi, std::size_t depth, char byte) const;
    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }

  private:
    std::vector<Entry> entries_;
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

    [[nodiscard]] const mention::RoleRow* role(const std::string& phrase) const {
        const auto found = roles.find(phrase);
        return found == roles.end() ? nullptr : &role_rows[found->second];
    }
};

}  // namespace tidings
