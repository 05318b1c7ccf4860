// Which actor a definite description means: *the lender*, *the Azeri leader*, *the 41-year-old*.
#pragma once

#include <optional>
#include <vector>

#include "mention/coreference/assumed_countries.hpp"
#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Joins descriptions, one at a time and in text order, to earlier mentions.
class DescriptionResolver {
  public:
    DescriptionResolver(ReferenceContext& context, const AssumedCountries& assumed);

    void resolve(PhraseId i);

  private:
    /// What a description asks of its antecedent.
    struct Description {
        std::string noun;    ///< head lemma
        std::string phrase;  ///< noun or phrase under which its rows stand
        const std::vector<std::uint32_t>* rows = nullptr;
        std::vector<std::string> sectors;       ///< the noun's own
        std::vector<std::string> modifiers;     ///< other words of its role
        std::vector<std::string> proper_words;  ///< *Naval*, *Shipyards* before *Group*
        std::string body;   ///< a known body that it names: *Hamas* of *the Hamas leadership*
        std::string party;  ///< *democratic* of *the Democratic coalition*
        Gender gender = Gender::Unknown;
        PhraseId owner = kNoPhrase;  ///< *its* of *its lawyers*
        bool restricted = false;     ///< a complement or clause says which one
        bool of_place = false;       ///< *the Hebron settlement bloc*
    };
    struct Fit {
        double score = 0;
        std::string_view how;
    };

    void resolve_indefinite(PhraseId i);
    void resolve_country(PhraseId i);
    void resolve_age(PhraseId i);
    void resolve_definite(PhraseId i);
    [[nodiscard]] std::vector<std::string> unknown_modifiers(const NounPhrase& phrase,
                                                             bool* of_place) const;
    [[nodiscard]] Description describe(PhraseId i) const;
    [[nodiscard]] std::optional<Fit> fit(PhraseId k, PhraseId i, const Description& d) const;
    [[nodiscard]] std::optional<Fit> same_noun(PhraseId k, PhraseId i, const Description& d) const;
    [[nodiscard]] std::optional<Fit> person_fit(PhraseId k, const DescriptionRow& row,
                                                const Description& d) const;
    [[nodiscard]] std::optional<Fit> body_fit(PhraseId k, const DescriptionRow& row,
                                              const Description& d) const;
    [[nodiscard]] std::optional<Fit> people_fit(PhraseId k, const DescriptionRow& row) const;
    [[nodiscard]] bool bare_office_agrees(PhraseId k, PhraseId i) const;
    [[nodiscard]] bool country_agrees(PhraseId k, PhraseId i) const;
    [[nodiscard]] bool is_of_others(PhraseId k, PhraseId i) const;
    [[nodiscard]] bool goes_with_owner(PhraseId k, PhraseId owner) const;
    [[nodiscard]] bool is_outranked_by_title(PhraseId k, PhraseId i, const Description& d) const;
    [[nodiscard]] bool is_name_of_place(PhraseId k) const;
    [[nodiscard]] bool is_another_one(PhraseId i) const;
    [[nodiscard]] bool takes_up_thing(PhraseId i) const;
    [[nodiscard]] bool introduces_name(PhraseId i) const;
    [[nodiscard]] bool is_named_with(PhraseId k, PhraseId other) const;
    [[nodiscard]] bool is_age(PhraseId i) const;
    [[nodiscard]] bool has_restriction(TokenIndex noun) const;

    ReferenceContext& context_;
    ActorSets& sets_;
    const AssumedCountries& assumed_;
    std::vector<PhraseId> titled_;  ///< people whom the text itself gives a role, in text order
};

}  // namespace tidings::mention
