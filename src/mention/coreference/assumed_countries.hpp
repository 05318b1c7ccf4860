// The country of those who are named without one: offices of a state (*the government*, *President
// Meta*) and people of the place (*ten civilians*).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Guesses from the place of the sentence, the country last spoken of as an actor nearby, the
/// dateline's, and the one most spoken of. Built once all names are joined; a guess looks back over
/// a bounded window.
class AssumedCountries {
  public:
    explicit AssumedCountries(const ReferenceContext& context);

    struct Guess {
        std::string country;  ///< empty for none
        std::string_view how;
    };
    /// For a phrase that is an office of a state and has no country.
    [[nodiscard]] Guess guess(PhraseId i) const;
    /// For people who live where they are told of: the place of the sentence, else the place that
    /// the report is about (at least two mentions, and more than of any other country's places).
    [[nodiscard]] Guess home(PhraseId i) const;
    /// The first phrase that names the country, kNoPhrase if none does.
    [[nodiscard]] PhraseId phrase_of(const std::string& country) const;

  private:
    void find_home();

    const ReferenceContext& context_;
    std::string dateline_;
    std::string most_spoken_of_;
    std::string home_;  ///< the country that the report is about; empty: none leads
    std::string main_place_;
    std::unordered_map<std::string, PhraseId> first_of_;       // country → phrase
    std::unordered_map<std::uint32_t, std::string> place_of_;  // sentence → country of its place
};

/// Gives offices of a state and people of the place that have no country one, where there is
/// something to go by.
void assume_countries(ReferenceContext& context, const AssumedCountries& assumed);

/// The sectors whose bearers belong to a country: government, army, police, courts, ...
[[nodiscard]] bool is_sector_of_state(const std::vector<std::string>& sectors);

}  // namespace tidings::mention
