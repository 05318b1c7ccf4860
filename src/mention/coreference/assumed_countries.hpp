// The country of those who are named without one: offices of a state (*the government*, *President
// Meta*) and people of the place (*ten civilians*).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/coreference/reference_context.hpp"
#include "mention/coreference/scene.hpp"

namespace tidings::mention {

/// Guesses from where the clause plays, who speaks or sends, what the paragraph has spoken of, and
/// what the report is about: each adds to the sum of a country, and the highest sum is taken. Built
/// once all names are joined; a guess looks at a bounded number of sentences and is kept.
class AssumedCountries {
  public:
    explicit AssumedCountries(const ReferenceContext& context);

    struct Guess {
        std::string country;  ///< empty for none
        std::string_view how;
    };
    /// For a phrase without a country that is an office of a state or somebody who lives where he
    /// is told of.
    [[nodiscard]] const Guess& guess(PhraseId i) const;
    /// The countries that the report is most about, most first; at most `n`, none of them slight.
    [[nodiscard]] std::vector<std::string> leading_countries(std::size_t n) const;
    /// The first phrase that names the country, kNoPhrase if none does.
    [[nodiscard]] PhraseId phrase_of(const std::string& country) const;
    /// The same, or else the first office of that state (*the Philippine president*); in front of
    /// `before`.
    [[nodiscard]] PhraseId bearer_of(const std::string& country, PhraseId before) const;

  private:
    [[nodiscard]] Guess weigh(PhraseId i) const;

    const ReferenceContext& context_;
    Scenes scenes_;
    std::unordered_map<std::string, PhraseId> first_of_;   // country -> phrase
    std::unordered_map<std::string, PhraseId> office_of_;  // country -> phrase of its government
    mutable std::vector<std::optional<Guess>> guesses_;    // by phrase
};

/// True if the country of the mention's actor is none that the text tells of it, but that of the
/// scene or the report.
[[nodiscard]] bool has_assumed_country(const ActorMention& mention);

/// Gives offices of a state and people of the place that have no country one, where there is
/// something to go by.
void assume_countries(ReferenceContext& context, const AssumedCountries& assumed);

/// The sectors whose bearers belong to a country: government, army, police, courts, ...
[[nodiscard]] bool is_sector_of_state(const std::vector<std::string>& sectors);

}  // namespace tidings::mention
