// Where the sentences of a report play and whose affairs they tell.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mention/coreference/reference_context.hpp"

namespace tidings::mention {

/// Index into Scenes::countries.
using CountryIndex = std::uint32_t;
inline constexpr CountryIndex kNoCountry = UINT32_MAX;

/// What each sentence says of countries: the places where something happens, the countries and
/// their bodies that act or are spoken of; and how much the whole report is about each. Built once
/// all names are joined; O(tokens).
class Scenes {
  public:
    struct Place {
        CountryIndex country = kNoCountry;
        TokenIndex verb = kNoToken;  ///< of the clause that plays there
        TokenIndex noun = kNoToken;  ///< that lies there (*police in Lagos*); kNoToken: the clause
        bool main = false;           ///< of the sentence's main clause
        bool frame = false;          ///< *In Niger, ...*
        bool origin = false;         ///< *from Burundi*
    };
    struct Named {
        CountryIndex country = kNoCountry;
        PhraseId phrase = kNoPhrase;
        bool subject = false;
    };

    explicit Scenes(const ReferenceContext& context);

    [[nodiscard]] const std::vector<std::string>& countries() const { return countries_; }
    [[nodiscard]] std::span<const Place> places(std::uint32_t sentence) const;
    [[nodiscard]] std::span<const Named> named(std::uint32_t sentence) const;
    [[nodiscard]] bool same_paragraph(std::uint32_t a, std::uint32_t b) const;
    /// The country in the heading over the sentence (*MALI: TWO FREED*), kNoCountry for none.
    [[nodiscard]] CountryIndex heading(std::uint32_t sentence) const;
    /// The country of the dateline, kNoCountry for none.
    [[nodiscard]] CountryIndex dateline_country() const { return dateline_country_; }
    /// How much the report is about a country, 0 to 1: named in headline, lead, dateline, often.
    [[nodiscard]] double share(CountryIndex country) const;
    /// The same for people and bodies of the country and places in it, not the state by its name.
    [[nodiscard]] double share_of_people(CountryIndex country) const;
    /// The verb of the clause a token stands in, kNoToken for none near.
    [[nodiscard]] TokenIndex clause_verb(TokenIndex token) const;

  private:
    CountryIndex intern(const std::string& country);
    void read_gazetteer_places();
    void read_phrases();
    void read_paragraphs();
    void read_headings();
    void weigh();
    void weigh_origin();
    [[nodiscard]] Span dateline() const;
    [[nodiscard]] bool is_within_spot(Span here, const std::string& country) const;
    [[nodiscard]] bool is_state_or_army(PhraseId i) const;
    void add_place(TokenIndex token, const std::string& country);
    [[nodiscard]] TokenIndex preposition_over(TokenIndex token) const;

    const ReferenceContext& context_;
    std::vector<std::string> countries_;
    std::vector<double> weights_;
    std::vector<double> people_weights_;
    CountryIndex dateline_country_ = kNoCountry;
    double most_ = 0;
    double most_people_ = 0;
    std::vector<Place> places_;
    std::vector<std::uint32_t> places_from_;  // by sentence, and one more
    std::vector<const PlaceMention*> spots_;  // unsure places in text order: roads, buildings
    std::vector<Named> named_;
    std::vector<std::uint32_t> named_from_;
    std::vector<std::uint32_t> paragraph_;  // by sentence
    std::vector<CountryIndex> heading_;     // by sentence
};

}  // namespace tidings::mention
