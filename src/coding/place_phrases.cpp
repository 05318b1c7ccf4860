#include "coding/place_phrases.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"

namespace tidings::coding {

namespace {

/// Prepositions that say where, those that say it for sure first.
constexpr std::array<std::string_view, 25> kPlacing{
    "in",         "at",    "near",    "outside", "inside",  "around",  "across",
    "throughout", "over",  "off",     "along",   "within",  "into",    "during",
    "on",         "from",  "to",      "toward",  "towards", "through", "via",
    "between",    "under", "against", "of"};
constexpr std::size_t kCertain = 14;  // of these

bool is_certain(std::string_view preposition) {
    const auto found = std::find(kPlacing.begin(), kPlacing.end(), preposition);
    return static_cast<std::size_t>(found - kPlacing.begin()) < kCertain;
}

/// The lower, the surer; kPlacing.size() for a word that does not say where.
std::size_t rank_of(std::string_view preposition, Heading heading) {
    const auto found = std::find(kPlacing.begin(), kPlacing.end(), preposition);
    const auto at = static_cast<std::size_t>(found - kPlacing.begin());
    if (at == kPlacing.size()) return at;
    if (at < kCertain) return 0;
    return heading == Heading::Destination && preposition == "from" ? kPlacing.size() - 1 : at;
}

/// Parts of a country that are no actors: *Syria's north*, *Iraq's border*, *Libya's capital*.
constexpr std::array<std::string_view, 28> kParts{
    "north",     "south",   "east",   "west",      "northeast", "northwest",   "southeast",
    "southwest", "centre",  "center", "coast",     "border",    "frontier",    "capital",
    "interior",  "shore",   "soil",   "territory", "airspace",  "water",       "city",
    "town",      "village", "region", "province",  "district",  "countryside", "port"};

/// *an attack on Idlib*, *the siege of Aleppo*, *the town of Kilis*.
constexpr std::array<std::string_view, 24> kTakingPlace{
    "attack",      "assault",  "offensive",  "raid",       "strike",     "airstrike",
    "bombardment", "bombing",  "shelling",   "siege",      "blockade",   "march",
    "advance",     "battle",   "campaign",   "operation",  "capture",    "fall",
    "seizure",     "invasion", "occupation", "evacuation", "liberation", "conquest"};

/// What is told of a town itself: *Kampala was tense*, *Aleppo saw heavy fighting*.
constexpr std::array<std::string_view, 13> kStates{"be",   "remain",  "become", "see",  "witness",
                                                   "fall", "suffer",  "face",   "stay", "mourn",
                                                   "burn", "descend", "lie"};

struct Description {
    std::string_view noun;
    std::string_view kind;  ///< of the place that it points to; empty for any
};

/// Nouns that, with *the*, point back to a place named before.
constexpr std::array<Description, 17> kDescriptions{{{"country", "country"},
                                                     {"nation", "country"},
                                                     {"capital", "country"},
                                                     {"city", "city"},
                                                     {"town", "city"},
                                                     {"village", "city"},
                                                     {"province", "region"},
                                                     {"state", "region"},
                                                     {"governorate", "region"},
                                                     {"district", "district"},
                                                     {"county", "district"},
                                                     {"region", ""},
                                                     {"area", ""},
                                                     {"territory", ""},
                                                     {"enclave", ""},
                                                     {"island", "island"},
                                                     {"neighbourhood", "quarter"}}};

/// A place where something can happen, not one that is too large to say anything.
bool says_where(const PlaceMention& place) {
    return !place.country.empty() || place.kind == "water";
}

}  // namespace

PlacePhrases::PlacePhrases(const Arguments& arguments, const Mentions& mentions)
    : arguments_(arguments),
      tree_(arguments.tree()),
      mentions_(mentions),
      place_of_token_(tree_.size(), kNowhere),
      first_(mentions.places.size(), kNoToken),
      last_(mentions.places.size(), kNoToken),
      scene_(mentions.places.size()),
      located_(mentions.places.size()) {
    TokenIndex token = 0;
    for (PlaceIndex i = 0; i < mentions.places.size(); ++i) {
        const PlaceMention& place = mentions.places[i];
        while (token < tree_.size() && tree_[token].span.end <= place.span.start) ++token;
        for (TokenIndex t = token; t < tree_.size() && tree_[t].span.start < place.span.end; ++t) {
            place_of_token_[t] = i;
            if (first_[i] == kNoToken) first_[i] = t;
            last_[i] = t;
        }
    }
    for (PlaceIndex i = 0; i < mentions.places.size(); ++i) {
        const PlaceMention& place = mentions.places[i];
        if (place.use != "literal" && place.use != "modifier") continue;
        scene_[i] = says_where(place) && (first_[i] == kNoToken || !says_whose(i));
        located_[i] = scene_[i] && first_[i] != kNoToken && reads_located(i);
    }
}

/// *US-led forces*, *the Moscow-backed militia*, *UK troops*, *Turkey's air force*.
bool PlacePhrases::says_whose(PlaceIndex place) const {
    const TokenIndex last = last_[place];
    const bool hyphen = last + 2 < tree_.size() && tree_[last + 1].lower == "-" &&
                        tree_[last].span.end == tree_[last + 1].span.start &&
                        tree_[last + 1].span.end == tree_[last + 2].span.start;
    if (hyphen && tree_[last + 2].pos != Pos::Propn) return true;
    if (mentions_.places[place].kind != "country") return false;
    TokenIndex own = last;
    while (own > first_[place] && tree_[own].tag == "POS") --own;
    const std::string_view dep = tree_[own].dep;
    const TokenIndex noun = tree_.head(own);
    if (dep == "poss") return !one_of(tree_[noun].lemma, kParts);
    if (dep != "compound" && dep != "nmod" && dep != "amod") return false;
    return mentions_.mention_at[noun] != Mentions::kNoMention && at(noun) == kNowhere;
}

/// True of the object of *in*, *near* and their like and of what is part of it, of a town before a
/// noun, and of a place of which something is told.
bool PlacePhrases::reads_located(PlaceIndex place) const {
    constexpr int kHighest = 3;
    const bool town = mentions_.places[place].kind != "country";
    TokenIndex token = last_[place];
    while (token > first_[place] && !tree_.is_root(token) && at(tree_.head(token)) == place &&
           tree_.head(token) < token) {
        --token;
    }
    if (town && mentions_.places[place].use == "modifier") return true;
    for (int level = 0; level < kHighest && !tree_.is_root(token); ++level) {
        const std::string_view dep = tree_[token].dep;
        token = tree_.head(token);
        if (dep == "pobj") {
            if (is_certain(tree_[token].lower)) return true;
            const std::string_view noun = tree_[tree_.head(token)].lemma;
            return town && (one_of(noun, kTakingPlace) || one_of(noun, kParts));
        }
        if (dep == "nsubj") return town && one_of(tree_[token].lemma, kStates);
        if (dep != "compound" && dep != "conj" && dep != "appos" && dep != "nmod") return false;
    }
    return false;
}

PlaceIndex PlacePhrases::at(TokenIndex token) const {
    return token == kNoToken || token >= place_of_token_.size() ? kNowhere : place_of_token_[token];
}

PlaceIndex PlacePhrases::scene_at(TokenIndex token) const {
    const PlaceIndex place = at(token);
    return place != kNowhere && scene_[place] ? place : kNowhere;
}

std::pair<PlaceIndex, PlaceIndex> PlacePhrases::between(TokenIndex first, TokenIndex last) const {
    const auto by_start = [](const PlaceMention& place, std::uint32_t start) {
        return place.span.start < start;
    };
    const auto& places = mentions_.places;
    const std::uint32_t start = first < tree_.size() ? tree_[first].span.start : UINT32_MAX;
    const std::uint32_t end = last < tree_.size() ? tree_[last].span.start : UINT32_MAX;
    const auto from = std::lower_bound(places.begin(), places.end(), start, by_start);
    const auto until = std::lower_bound(from, places.end(), end, by_start);
    return {static_cast<PlaceIndex>(from - places.begin()),
            static_cast<PlaceIndex>(until - places.begin())};
}

PlaceIndex PlacePhrases::referred(TokenIndex token) const {
    constexpr std::uint32_t kSentences = 6;
    constexpr PlaceIndex kMostPlaces = 64;
    const std::string_view lower = tree_[token].lower;
    const bool there = lower == "there" && tree_[token].dep != "expl";
    const auto* description =
        std::find_if(kDescriptions.begin(), kDescriptions.end(),
                     [lower](const Description& d) { return d.noun == lower; });
    if (!there) {
        if (description == kDescriptions.end()) return kNowhere;
        const TokenIndex article = tree_.child(token, "det");
        if (article == kNoToken || tree_[article].lower == "a" || tree_[article].lower == "an") {
            return kNowhere;
        }
    }
    const std::string_view kind = there ? std::string_view() : description->kind;
    const PlaceIndex end = between(token, token).first;
    for (PlaceIndex back = 1; back <= end && back <= kMostPlaces; ++back) {
        const PlaceIndex place = end - back;
        if (first_[place] == kNoToken) continue;
        if (tree_[first_[place]].sentence + kSentences < tree_[token].sentence) break;
        const PlaceMention& named = mentions_.places[place];
        if (named.country.empty()) continue;
        const bool stands = scene_[place] || (named.use != "literal" && named.use != "embedded");
        if (kind.empty() ? scene_[place] : named.kind == kind && stands) return place;
    }
    return kNowhere;
}

PlaceIndex PlacePhrases::in_phrase(TokenIndex token, bool in_names, int depth) const {
    constexpr int kDeepest = 4;
    if (token == kNoToken || depth > kDeepest) return kNowhere;
    const auto named = [&](TokenIndex t) {
        const PlaceIndex place = at(t);
        if (place == kNowhere || scene_[place]) return place;
        // *outside the Kabul Star Hotel*: a town in the name of what stands there.
        const PlaceMention& mention = mentions_.places[place];
        return in_names && mention.use == "embedded" && mention.kind == "city" ? place : kNowhere;
    };
    if (const PlaceIndex place = named(token); place != kNowhere) return place;
    PlaceIndex best = kNowhere;
    for (const TokenIndex child : tree_.children(token)) {
        const std::string_view dep = tree_[child].dep;
        if (dep == "prep" && one_of(tree_[child].lower, kPlacing)) {
            const PlaceIndex place = in_phrase(tree_.child(child, "pobj"), in_names, depth + 1);
            if (place != kNowhere) return place;
        }
        if (best != kNowhere) continue;
        if (dep == "conj" || dep == "appos") best = in_phrase(child, in_names, depth + 1);
        if (dep == "compound" || dep == "nmod" || dep == "poss") best = named(child);
    }
    return best == kNowhere ? referred(token) : best;
}

PlaceIndex PlacePhrases::attached(TokenIndex governor, Heading heading) const {
    PlaceIndex best = kNowhere;
    std::size_t rank = kPlacing.size();
    for (const TokenIndex child : tree_.children(governor)) {
        const std::string_view dep = tree_[child].dep;
        if (dep != "prep" && dep != "prt" && dep != "advmod") continue;
        if (tree_[child].lower == "there" && best == kNowhere) {
            best = referred(child);
            continue;
        }
        const std::size_t here = rank_of(tree_[child].lower, heading);
        if (here >= rank) continue;
        TokenIndex object = tree_.child(child, "pobj");
        if (object == kNoToken) {
            const TokenIndex second = tree_.child(child, "prep");  // *out of*, *from inside*
            if (second != kNoToken) object = tree_.child(second, "pobj");
        }
        const PlaceIndex place = in_phrase(object, here == 0);
        if (place == kNowhere) continue;
        best = place;
        rank = here;
    }
    return best;
}

PlaceIndex PlacePhrases::of_noun(TokenIndex noun) const {
    if (tree_[noun].pos != Pos::Noun && tree_[noun].pos != Pos::Propn) return kNowhere;
    for (const TokenIndex child : tree_.children(noun)) {
        const std::string_view dep = tree_[child].dep;
        if (dep != "compound" && dep != "nmod") continue;
        if (const PlaceIndex place = scene_at(child); place != kNowhere) return place;
    }
    return kNowhere;
}

}  // namespace tidings::coding
