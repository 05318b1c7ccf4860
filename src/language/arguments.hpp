// Where the arguments of a predicate stand in the tree: subjects and objects across passives,
// control, relative clauses, participles and coordination (ClearNLP labels, as in spaCy's English
// pipelines).
#pragma once

#include <string_view>
#include <vector>

#include "language/syntax_tree.hpp"

namespace tidings {

/// Purely syntactic: answers with tokens (heads of phrases), never with actors. Every walk up the
/// tree is bounded.
class Arguments {
  public:
    explicit Arguments(const SyntaxTree& tree) : tree_(tree) {}

    [[nodiscard]] bool is_passive(TokenIndex verb) const;
    /// Who does it: subject, *by* phrase of a passive, or the subject understood. kNoToken if none.
    [[nodiscard]] TokenIndex subject(TokenIndex verb, int depth = 0) const;
    /// Whom or what it is done to; for a noun its *of* phrase.
    [[nodiscard]] TokenIndex object(TokenIndex predicate, int depth = 0) const;
    /// Objects of a preposition (`out of` is two words) attached to the predicate, to its object,
    /// or to its light verb, nearest first. A gerund counts as an object.
    [[nodiscard]] std::vector<TokenIndex> prepositional(TokenIndex predicate,
                                                        std::string_view preposition) const;
    /// What a verb calls its object: *called the raid illegal*, *a crime*, *described it as
    /// shameful*, with what is coordinated with it.
    [[nodiscard]] std::vector<TokenIndex> complements(TokenIndex verb) const;
    [[nodiscard]] TokenIndex possessor(TokenIndex noun) const;
    /// Adjectives, compounds and other words before a noun that describe it.
    [[nodiscard]] std::vector<TokenIndex> modifiers(TokenIndex noun) const;

    /// The verb that governs a noun as object (*imposed* for *sanctions*), or kNoToken.
    [[nodiscard]] TokenIndex light_verb(TokenIndex noun) const;
    /// Heads of the clauses that complement the predicate, each with its form.
    enum class ClauseForm : std::uint8_t { To, That, Ing };
    struct Clause {
        TokenIndex head;
        ClauseForm form;
    };
    [[nodiscard]] std::vector<Clause> clauses(TokenIndex predicate) const;
    /// The token and everything coordinated with it.
    [[nodiscard]] std::vector<TokenIndex> coordinated(TokenIndex token) const;

    [[nodiscard]] bool is_verb(TokenIndex i) const {
        return tree_[i].pos == Pos::Verb || tree_[i].pos == Pos::Aux;
    }
    [[nodiscard]] bool is_nominal(TokenIndex i) const {
        const Pos pos = tree_[i].pos;
        return pos == Pos::Noun || pos == Pos::Propn || pos == Pos::Pron || pos == Pos::Num;
    }
    [[nodiscard]] const SyntaxTree& tree() const noexcept { return tree_; }

  private:
    [[nodiscard]] TokenIndex understood_subject(TokenIndex verb, int depth) const;
    [[nodiscard]] TokenIndex controller(TokenIndex verb, int depth) const;
    [[nodiscard]] TokenIndex through_relative(TokenIndex argument, TokenIndex verb) const;
    [[nodiscard]] TokenIndex one_of_them(TokenIndex noun) const;
    [[nodiscard]] TokenIndex agent(TokenIndex verb) const;
    void collect_prepositional(TokenIndex governor, std::string_view preposition,
                               std::vector<TokenIndex>& found) const;

    const SyntaxTree& tree_;
};

}  // namespace tidings
