// Whether an event is political: at least one of its sides must be an actor of public life.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/mention.hpp>

#include "coding/ontology.hpp"
#include "language/syntax_tree.hpp"

namespace tidings::coding {

/// `events/standing.tsv`: which sectors make an event of which types political. Without the table
/// every event is.
class StandingTable {
  public:
    /// Fails on a malformed row, an unknown type or mode, with file:line:column.
    [[nodiscard]] Status load(const std::string& path, const Ontology& ontology);
    [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
    /// True if a row lets `who` (a sector, or one of the words that the table explains) stand for
    /// such an event.
    [[nodiscard]] bool has(std::string_view who, const Coding& coding) const;
    /// True if the word (lower case, singular) is listed by a row of `office`, `kin`, `crime`,
    /// `private` or `communal`.
    [[nodiscard]] bool lists(std::string_view who, std::string_view word) const;

  private:
    std::unordered_set<std::string> words_;  // `office envoy`, `kin wife`
    std::unordered_set<std::string> rows_;   // `GOV *`, `CVL PROTEST`, `victim ASSAULT/aerial`
};

/// The standing of the actors of one report.
class StandingReader {
  public:
    StandingReader(const SyntaxTree& tree, const Mentions& mentions, const StandingTable& table);

    /// True if the event is one of public life. `sources` and `targets` are indexes into
    /// Mentions::mentions; `sentence` is that of the event's predicate.
    [[nodiscard]] bool is_political(const Coding& coding, const std::vector<std::uint32_t>& sources,
                                    const std::vector<std::uint32_t>& targets,
                                    std::uint32_t sentence) const;

  private:
    [[nodiscard]] bool is_bare_name(std::uint32_t mention) const;
    [[nodiscard]] bool is_private_person(std::uint32_t mention) const;
    [[nodiscard]] bool is_police_matter(const std::vector<std::uint32_t>& sources,
                                        const std::vector<std::uint32_t>& targets) const;
    [[nodiscard]] bool is_community(std::uint32_t mention) const;
    [[nodiscard]] bool is_private_crime(const std::vector<std::uint32_t>& sources,
                                        const std::vector<std::uint32_t>& targets) const;
    [[nodiscard]] bool reports_crime(const Actor& actor) const;
    [[nodiscard]] bool has_role(const Actor& actor, std::string_view who) const;
    [[nodiscard]] bool is_nobody(std::uint32_t mention) const;
    [[nodiscard]] std::string_view told_country(std::uint32_t mention) const;
    [[nodiscard]] bool has_standing(const Actor& actor, const Coding& coding) const;

    const SyntaxTree& tree_;
    const Mentions& mentions_;
    const StandingTable& table_;
    std::vector<bool> name_only_;           ///< of each actor: known by its name alone
    std::vector<bool> public_sentence_;     ///< the sentence names an actor who always has standing
    std::vector<bool> political_sentence_;  ///< and not only one who tells of any crime
};

}  // namespace tidings::coding
