// Whom a pronoun means.
#pragma once

#include "mention/coreference/assumed_countries.hpp"
#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

enum class PronounKind : std::uint8_t {
    None,
    FirstSingular,
    FirstPlural,
    Second,
    Male,
    Female,
    Neuter,
    Plural,
    Relative
};
[[nodiscard]] PronounKind pronoun_kind(const Token& token);
/// A noun for a thing; *no one*, *something* and the like are nouns to the tagger and none here.
[[nodiscard]] bool is_thing(const Token& token);

/// Joins pronouns, one at a time and in text order, to what they mean.
class PronounResolver {
  public:
    PronounResolver(ReferenceContext& context, const AssumedCountries& assumed)
        : context_(context), sets_(context.sets), assumed_(assumed) {}

    void resolve(PhraseId i);

  private:
    struct Answer {
        PhraseId phrase = kNoPhrase;
        std::string how;
    };
    [[nodiscard]] Answer find(PhraseId i, PronounKind kind) const;
    [[nodiscard]] Answer find_person(PhraseId i, Gender wanted) const;
    [[nodiscard]] Answer find_neuter(PhraseId i) const;
    [[nodiscard]] Answer find_plural(PhraseId i) const;
    [[nodiscard]] TokenIndex anybody_before(PhraseId i) const;
    [[nodiscard]] bool is_of_counted_people(PhraseId i) const;
    [[nodiscard]] bool is_judged(PhraseId i) const;
    [[nodiscard]] PhraseId counted_before(PhraseId i) const;
    [[nodiscard]] PhraseId spokesman_before(PhraseId i) const;
    [[nodiscard]] bool is_within_clause_of_people(PhraseId i) const;
    [[nodiscard]] bool is_unnamed_place(PhraseId k) const;
    [[nodiscard]] bool speaks_over(PhraseId k, PhraseId i) const;
    [[nodiscard]] double plural_fit(PhraseId k, PhraseId i) const;
    [[nodiscard]] double coordinated_fit(const std::vector<PhraseId>& actors, PhraseId i) const;
    [[nodiscard]] PhraseId dislocated(PhraseId i) const;
    [[nodiscard]] PhraseId owner_of_occasion(PhraseId i) const;
    [[nodiscard]] double thing_that_acts(PhraseId k, PhraseId i, double score) const;
    [[nodiscard]] Answer find_relative(PhraseId i) const;
    [[nodiscard]] Answer find_reflexive(PhraseId i) const;
    [[nodiscard]] Answer find_speaker(PhraseId i) const;
    [[nodiscard]] Answer find_speakers_side(PhraseId i) const;
    [[nodiscard]] Answer find_addressee(PhraseId i) const;
    [[nodiscard]] std::vector<PhraseId> named_in_own_words(PhraseId i) const;
    [[nodiscard]] PhraseId side_of_speaker(PhraseId i) const;
    [[nodiscard]] PhraseId body_of_speaker(PhraseId speaker) const;
    [[nodiscard]] PhraseId country_owned(PhraseId i, PhraseId speaker) const;
    [[nodiscard]] PhraseId country_of_speaker(PhraseId speaker) const;
    [[nodiscard]] PhraseId fronted(PhraseId i, PronounKind kind) const;
    [[nodiscard]] double person_score(PhraseId k, PhraseId i, Gender wanted) const;
    [[nodiscard]] bool is_pleonastic(TokenIndex token) const;
    [[nodiscard]] bool wants_actor(PhraseId i) const;

    ReferenceContext& context_;
    ActorSets& sets_;
    const AssumedCountries& assumed_;
};

/// The actors of a coordination (*Armenia and Azerbaijan*) whose first conjunct is this phrase;
/// empty if it is none.
[[nodiscard]] std::vector<PhraseId> coordinated_actors(const ReferenceContext& context,
                                                       PhraseId first);

}  // namespace tidings::mention
