// Phrases joined into actors, and what is known of each actor so far.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/arguments.hpp"
#include "mention/actor/evidence.hpp"
#include "mention/coreference/reference_words.hpp"

namespace tidings::mention {

/// Index of a phrase in text order.
using PhraseId = std::uint32_t;
inline constexpr PhraseId kNoPhrase = UINT32_MAX;

enum class ActorKind : std::uint8_t {
    Thing,   ///< no actor: a treaty, a day
    Person,  ///< one person
    Body,    ///< an organisation, a group, a government
    Country,
    People  ///< several persons or a population
};

/// What agreement looks at. Of a set: what all its phrases together say.
struct Traits {
    ActorKind kind = ActorKind::Thing;
    Gender gender = Gender::Unknown;
    bool plural = false;
    bool is_named = false;
    std::vector<std::string> words;  ///< of names and roles, folded; bounded
};

/// Disjoint sets of phrases. A set is known by its first phrase; `whole` of it holds the facts of
/// all. A phrase can also stand for several sets (*both sides*).
class ActorSets {
  public:
    ActorSets(const Report& report, const Arguments& arguments, const ActorLexiconData& lexicon,
              const ReferenceWordsData& words, std::vector<Evidence> evidence);

    [[nodiscard]] PhraseId size() const { return static_cast<PhraseId>(evidence_.size()); }
    [[nodiscard]] const Evidence& operator[](PhraseId i) const { return evidence_[i]; }
    [[nodiscard]] Evidence& operator[](PhraseId i) { return evidence_[i]; }
    /// The phrase whose head is this token, kNoPhrase if there is none.
    [[nodiscard]] PhraseId at(TokenIndex token) const { return at_token_[token]; }
    [[nodiscard]] const Token& head(PhraseId i) const { return tree_[evidence_[i].phrase.head]; }

    [[nodiscard]] PhraseId root(PhraseId i) const;
    [[nodiscard]] bool same(PhraseId a, PhraseId b) const { return root(a) == root(b); }
    [[nodiscard]] bool is_alone(PhraseId i) const { return count_[root(i)] == 1; }
    [[nodiscard]] const Evidence& whole(PhraseId i) const { return evidence_[root(i)]; }
    /// Of the phrase's set, of the phrase itself.
    [[nodiscard]] const Traits& traits(PhraseId i) const { return traits_[root(i)]; }
    [[nodiscard]] const Traits& own_traits(PhraseId i) const { return traits_[i]; }
    [[nodiscard]] Traits& own_traits(PhraseId i) { return traits_[i]; }
    [[nodiscard]] std::uint32_t count(PhraseId i) const { return count_[root(i)]; }
    [[nodiscard]] bool is_actor(PhraseId i) const;

    /// Two phrases mention the same actor; facts that one lacks are taken from the other. Nothing
    /// is done where their sets are different people.
    void join(PhraseId a, PhraseId b);
    /// True if the sets of both are people whose names or sexes cannot be one person's: *Mark
    /// Meadows* and *Scott Meadows*, *Mr. Clinton* and *Mrs. Clinton*.
    [[nodiscard]] bool are_different_people(PhraseId a, PhraseId b) const;
    /// A pronoun or bare description mentions the actor of another phrase and adds nothing to it
    /// but its gender.
    void follow(PhraseId anaphor, PhraseId antecedent, std::string why);
    /// A phrase stands for several actors together.
    void stand_for(PhraseId anaphor, std::vector<PhraseId> actors, std::string why);
    /// The actors that a phrase stands for together; empty for a phrase that mentions one.
    [[nodiscard]] const std::vector<PhraseId>& several(PhraseId i) const;
    /// How an actor is called in explanations.
    [[nodiscard]] std::string label(PhraseId i) const;
    /// Reads a phrase anew after its type was put right.
    void reread(PhraseId i) { traits_[i] = read_traits(evidence_[i]); }

  private:
    [[nodiscard]] Traits read_traits(const Evidence& evidence) const;
    [[nodiscard]] bool is_proper(const Evidence& evidence) const;
    [[nodiscard]] ActorKind kind_of(const Evidence& evidence) const;
    [[nodiscard]] ActorKind kind_of_role(const Evidence& evidence) const;
    [[nodiscard]] Gender gender_of(const Evidence& evidence, ActorKind kind) const;

    const Report& report_;
    const SyntaxTree& tree_;
    const ActorLexiconData& lexicon_;
    const ReferenceWordsData& words_;
    std::vector<Evidence> evidence_;
    std::vector<Traits> traits_;
    mutable std::vector<PhraseId> parent_;
    std::vector<std::uint32_t> count_;
    std::vector<PhraseId> at_token_;
    std::unordered_map<PhraseId, std::vector<PhraseId>> several_;
};

/// The words of a name or role, folded and without punctuation.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

}  // namespace tidings::mention
