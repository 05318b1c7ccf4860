// Which rule of the lexicon holds for a predicate, and which tokens its slots are.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coding/lexicon.hpp"
#include "coding/sides.hpp"
#include "language/arguments.hpp"

namespace tidings::coding {

/// A rule that holds, with the tokens that its conditions named by word or class (they are part of
/// the predicate) and the clauses that its `clause` condition took.
struct RuleMatch {
    const Rule* rule = nullptr;
    PredicatePos pos = PredicatePos::Verb;
    std::vector<TokenIndex> words;   ///< further words of the headword (particles)
    std::vector<TokenIndex> named;   ///< slots matched by lemma or class
    std::vector<TokenIndex> events;  ///< slots matched as @event
    std::vector<TokenIndex> clauses;
};

/// A rule that was tried and did not hold; for `explain`.
struct Rejection {
    const Rule* rule = nullptr;
    std::string reason;
};

/// Where something is said, not to whom (*criticised it on Twitter*).
[[nodiscard]] bool is_medium(const Token& noun);

/// *Rwandan shelling of the town*, *the freezing of their accounts*: built like a noun, and does
/// what the verb says to what stands behind *of*.
[[nodiscard]] bool is_verbal_noun(const SyntaxTree& tree, TokenIndex token);

class RuleMatcher {
  public:
    RuleMatcher(const Arguments& arguments, const SideFinder& sides,
                const EventLexiconData& lexicon);

    /// The first rule that holds for the predicate, in none of the entries that the rules `passed`
    /// have led to; rule is null if none does or the token is no predicate. `rejections` may be
    /// null.
    [[nodiscard]] RuleMatch match(TokenIndex predicate, std::vector<Rejection>* rejections,
                                  std::span<const Rule* const> passed = {}) const;

    /// Tokens in a slot of the predicate (not their coordinated ones). `words` are the further
    /// words of the headword: the object of *voted down the deal* may hang on the particle.
    [[nodiscard]] std::vector<TokenIndex> slot(TokenIndex predicate, PredicatePos pos,
                                               const Slot& slot,
                                               const std::vector<TokenIndex>& words = {}) const;
    [[nodiscard]] bool in_class(TokenIndex token, std::string_view class_name) const;
    [[nodiscard]] bool is_event_noun(TokenIndex token) const;
    /// *on Sunday*: a date or time.
    [[nodiscard]] bool is_in_date(TokenIndex token) const { return in_date_[token]; }
    /// The part of speech by which a token is looked up; false if it is no predicate.
    [[nodiscard]] bool predicate_pos(TokenIndex token, PredicatePos& pos) const;
    /// A light verb or the noun itself: subject of the verb that carries an event noun.
    [[nodiscard]] TokenIndex carrier(TokenIndex noun) const;
    /// The verb of a clause behind an event noun that carries it: *the curfew that Delhi imposed on
    /// Kashmir*, *the curfew imposed by Delhi*; kNoToken if there is none.
    [[nodiscard]] TokenIndex carrying_clause(TokenIndex noun) const;
    /// The verb that says of an event noun, its subject, that it happens (*broke out*), or
    /// kNoToken.
    [[nodiscard]] TokenIndex occurrence(TokenIndex noun) const;
    /// The verb that tells of an event noun: its carrier, else its occurrence; kNoToken if none.
    [[nodiscard]] TokenIndex teller(TokenIndex noun) const {
        const TokenIndex verb = carrier(noun);
        return verb != kNoToken ? verb : occurrence(noun);
    }

    /// Who has an event noun done to them by the verb that tells of it: *drew criticism*, *came
    /// under fire*; kNoToken if nobody.
    [[nodiscard]] TokenIndex receiver(TokenIndex noun) const;
    /// The adjective of the country, or the kind of people, whose a noun is, if somebody else is
    /// named behind it; kNoToken if there is none.
    [[nodiscard]] TokenIndex national_owner(TokenIndex noun) const;
    /// From or by whom a noun with a receiver comes.
    [[nodiscard]] std::vector<TokenIndex> givers(TokenIndex noun) const;
    /// From whom an event noun comes that is the subject of *came*, *poured in*.
    [[nodiscard]] std::vector<TokenIndex> whence(TokenIndex noun) const;

    /// The noun through which a verb is told of another (*launched a **wave** of raids*), else the
    /// noun itself.
    [[nodiscard]] TokenIndex whole_of(TokenIndex noun) const;

  private:
    [[nodiscard]] TokenIndex receiving_verb(TokenIndex noun) const;
    [[nodiscard]] std::vector<TokenIndex> pair_before(TokenIndex noun) const;
    [[nodiscard]] TokenIndex agent_behind_object(TokenIndex noun) const;
    [[nodiscard]] TokenIndex agent_on_verb(TokenIndex noun) const;
    [[nodiscard]] std::vector<TokenIndex> noun_subject(TokenIndex noun) const;
    [[nodiscard]] std::vector<TokenIndex> behind_noun(TokenIndex noun, const Slot& slot) const;
    [[nodiscard]] bool is_light(TokenIndex verb) const;
    [[nodiscard]] TokenIndex owner_before(TokenIndex noun) const;
    [[nodiscard]] std::vector<TokenIndex> behind_prepositions(TokenIndex token,
                                                              std::string_view prepositions) const;
    /// Who must be meant where the parser hangs a clause on a thing beside its doer.
    [[nodiscard]] TokenIndex doer_meant(TokenIndex predicate, TokenIndex subject) const;
    [[nodiscard]] TokenIndex people_of_place(TokenIndex predicate, TokenIndex subject) const;
    [[nodiscard]] bool may_act(TokenIndex token) const;
    [[nodiscard]] TokenIndex far_agent(TokenIndex verb) const;
    [[nodiscard]] bool is_accredited(TokenIndex noun) const;
    [[nodiscard]] bool is_inside_name(TokenIndex token) const;
    void mark_towns();
    [[nodiscard]] RuleMatch match_as(TokenIndex predicate, PredicatePos pos,
                                     const std::string& word, std::vector<Rejection>* rejections,
                                     std::span<const Rule* const> passed) const;
    /// The first condition that does not hold, null if all do; fills in the match's slots.
    [[nodiscard]] const Condition* broken_condition(const Rule& rule, TokenIndex predicate,
                                                    PredicatePos pos, RuleMatch& match) const;
    [[nodiscard]] bool is_of_namesake(const Condition& condition, TokenIndex predicate,
                                      PredicatePos pos) const;
    [[nodiscard]] bool match_words(const Entry& entry, TokenIndex predicate,
                                   std::vector<TokenIndex>& words) const;
    [[nodiscard]] bool holds(const Condition& condition, TokenIndex predicate, PredicatePos pos,
                             RuleMatch& match) const;
    [[nodiscard]] bool holds_clause(const Condition& condition, TokenIndex predicate,
                                    RuleMatch& match) const;
    /// A particle or preposition without an object (*called out*).
    [[nodiscard]] bool has_function_word(TokenIndex predicate, std::string_view words) const;
    [[nodiscard]] bool is_other_than_speaker(TokenIndex token, TokenIndex predicate) const;
    [[nodiscard]] bool atom_holds(const Atom& atom, TokenIndex token, TokenIndex predicate) const;
    [[nodiscard]] std::string lemma(TokenIndex token) const;
    [[nodiscard]] std::string nominal_verb(TokenIndex token) const;
    /// The token's lemma, alone and with up to three words before it.
    [[nodiscard]] const std::vector<std::string>& forms(TokenIndex token) const;
    [[nodiscard]] std::vector<std::string> find_forms(TokenIndex token) const;

    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const SideFinder& sides_;
    const EventLexiconData& lexicon_;
    std::optional<ClassId> is_container_;
    std::optional<ClassId> is_territory_;
    std::vector<bool> in_date_;  // token → part of a date or time
    std::vector<bool> in_name_;
    std::vector<bool> is_person_name_;
    std::vector<bool> is_town_;  // token → the last word of a town's name
    /// What `forms` has found: hundreds of conditions ask for the same few tokens. Empty until
    /// then.
    mutable std::vector<std::vector<std::string>> forms_;
};

}  // namespace tidings::coding
