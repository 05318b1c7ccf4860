#include "mention/place/find_places.hpp"

#include <algorithm>
#include <cmath>

#include "mention/actor/actor_tables.hpp"
#include "mention/coreference/reference_words.hpp"
#include "mention/place/place_resolver.hpp"
#include "mention/place/place_use.hpp"
#include "mention/place/toponym_finder.hpp"

namespace tidings::mention {

namespace {

std::string one_line(std::string_view words) {
    std::string text(words);
    for (char& c : text) c = c == '\n' ? ' ' : c;
    return text;
}

/// *Alexandria, Virginia, USA*.
std::string described(const GazetteerData& gazetteer, const PlaceRecord& place) {
    std::string text(gazetteer.name(place));
    if (const PlaceRecord* region = gazetteer.by_id(place.admin1)) {
        text += ", ";
        text += gazetteer.name(*region);
    }
    if (place.kind != PlaceKind::Country && !place.country_code().empty()) {
        text += ", ";
        text += place.country_code();
    }
    return text;
}

void take_position(PlaceMention& mention, const PlaceRecord& place) {
    mention.country = place.country_code();
    mention.located = place.located();
    if (!mention.located) return;
    // Four places after the point are eleven metres.
    constexpr double kPlaces = 1e4;
    mention.lat = std::round(place.lat * kPlaces) / kPlaces;
    mention.lon = std::round(place.lon * kPlaces) / kPlaces;
}

}  // namespace

std::vector<PlaceMention> find_places(const Report& report, const SyntaxTree& tree,
                                      const MentionLexica& lexica) {
    std::vector<PlaceMention> mentions;
    const GazetteerData* gazetteer = lexica.gazetteer.data();
    if (gazetteer == nullptr) return mentions;
    std::vector<Toponym> toponyms = ToponymFinder(report, tree, *gazetteer).find();
    const PlaceUseReader uses(tree, lexica.quotes.data(), *gazetteer);
    for (Toponym& toponym : toponyms) toponym.use = uses.read(toponym);
    link_containers(report, toponyms);
    const std::string_view home = lexica.references.data().origins.country_of(report.uri);
    const auto resolutions = PlaceResolver(home, *gazetteer).resolve(toponyms);
    mentions.reserve(toponyms.size());
    for (std::size_t i = 0; i < toponyms.size(); ++i) {
        const Resolution& resolution = resolutions[i];
        PlaceMention mention;
        mention.span = toponyms[i].span;
        // *Somali* is also a region of Ethiopia, but the people are meant.
        const bool people = resolution.people && toponyms[i].use == PlaceUse::Modifier;
        mention.use = to_string(people ? PlaceUse::Demonym : toponyms[i].use);
        mention.why = resolution.why;
        if (resolution.place != nullptr) {
            const PlaceRecord& place = *resolution.place;
            mention.name = gazetteer->name(place);
            mention.kind = to_string(place.kind);
            mention.geonames_id = place.geonames_id;
            take_position(mention, place);
            if (const PlaceRecord* region = gazetteer->by_id(place.admin1)) {
                mention.admin1 = gazetteer->name(*region);
            }
            constexpr double kSure = 0.95;
            constexpr double kDoubtful = 0.9;
            mention.confidence = std::min(std::round(resolution.confidence * 100.0) / 100.0, kSure);
            if (resolution.runner_up != nullptr && mention.confidence < kDoubtful) {
                mention.runner_up = described(*gazetteer, *resolution.runner_up);
            }
        } else {
            mention.name = one_line(slice(report.text, mention.span));
            mention.kind = to_string(toponyms[i].kind);
            if (resolution.container != nullptr) {
                take_position(mention, *resolution.container);
                constexpr double kGuess = 0.3;
                mention.confidence = kGuess;
                mention.why += "; placed by " + described(*gazetteer, *resolution.container);
            }
        }
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

}  // namespace tidings::mention
