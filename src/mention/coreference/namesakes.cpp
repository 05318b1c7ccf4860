#include "mention/coreference/namesakes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings::mention {

namespace {

/// What the report tells of states, and of places that only bear their names.
struct Told {
    std::set<std::string> countries;                 ///< by other names than the namesakes'
    std::map<std::string, std::string> namesake_of;  ///< country of the name → of the place
    std::set<std::string> local;  ///< countries whose namesakes have people or bodies there
};

bool names_state(const ActorRow& row) {
    return row.kind == RowKind::Country || row.kind == RowKind::Capital ||
           row.kind == RowKind::City;
}

/// The place whose name these words are, or are part of (*New London*); null if there is none.
const PlaceMention* place_over(const ReferenceContext& context, Span words) {
    const auto& places = context.places;
    auto behind = std::upper_bound(
        places.begin(), places.end(), words.start,
        [](std::uint32_t start, const PlaceMention& place) { return start < place.span.start; });
    if (behind == places.begin()) return nullptr;
    --behind;
    return behind->span.end >= words.end ? &*behind : nullptr;
}

/// A town, province or street of another country than the tables say.
bool is_elsewhere(const PlaceMention& place, std::string_view country) {
    static constexpr std::array<std::string_view, 3> kWide{"country", "continent", "water"};
    return !place.country.empty() && place.country != country && !one_of(place.kind, kWide) &&
           place.use != "demonym";
}

/// *Palestine police*, *the Athens school board*: *shootings in Paris* alone are rather in the city
/// that everybody knows.
bool tells_of_people(const ReferenceContext& context, PhraseId i, const PlaceMention& place) {
    static constexpr std::array<std::string_view, 3> kSeats{"city", "region", "district"};
    return i != kNoPhrase && context.sets[i].type != MentionType::Country &&
           context.sets[i].type != MentionType::None && one_of(place.kind, kSeats);
}

Told read_told(const ReferenceContext& context) {
    Told told;
    std::set<std::string_view> names;  // of places that bear a state's name
    PhraseId phrase = 0;
    const auto count = static_cast<TokenIndex>(context.tree.size());
    for (TokenIndex t = 0; t < count; ++t) {
        while (phrase < context.sets.size() && context.sets[phrase].phrase.last <= t) ++phrase;
        const KnownName* known = context.reader.known_at(t);
        if (known == nullptr) continue;
        const ActorRow& row = context.reader.choose(*known);
        const Span words{context.tree[known->first].span.start,
                         context.tree[known->last - 1].span.end};
        t = known->last - 1;
        if (row.country.empty()) continue;
        const PlaceMention* place = names_state(row) ? place_over(context, words) : nullptr;
        if (place == nullptr || !is_elsewhere(*place, row.country)) {
            told.countries.insert(row.country);
            continue;
        }
        names.insert(place->name);
        told.namesake_of.emplace(row.country, place->country);
        const bool inside =
            phrase < context.sets.size() && context.sets[phrase].phrase.first <= known->first;
        if (inside && tells_of_people(context, phrase, *place)) told.local.insert(row.country);
    }
    for (const PlaceMention& place : context.places) {
        if (!place.country.empty() && !names.contains(place.name)) {
            told.countries.insert(place.country);
        }
    }
    return told;
}

/// The name itself is from now on one that the tables do not know, and no government; a description
/// keeps its role.
void move(ReferenceContext& context, PhraseId i, const std::string& country) {
    Evidence& e = context.sets[i];
    if (e.type == MentionType::Country) {
        e.type = MentionType::Name;
        e.name =
            std::string(slice(context.report.text, {context.tree[e.phrase.first].span.start,
                                                    context.tree[e.phrase.last - 1].span.end}));
        std::replace(e.name.begin(), e.name.end(), '\n', ' ');
        e.sectors.clear();
        e.row = nullptr;
        e.terms.clear();
    }
    e.country = country;
    e.code.clear();
    e.why += "; country " + country + " of the place of that name";
    context.sets.reread(i);
}

}  // namespace

void settle_namesakes(ReferenceContext& context) {
    const Told told = read_told(context);
    if (told.local.empty()) return;
    for (PhraseId i = 0; i < context.sets.size(); ++i) {
        const std::string& country = context.sets[i].country;
        if (!told.local.contains(country) || told.countries.contains(country)) continue;
        const std::string& other = told.namesake_of.at(country);
        if (told.countries.contains(other)) move(context, i, other);
    }
}

}  // namespace tidings::mention
