#include "coding/where.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/one_of.hpp"

namespace tidings {

std::string_view to_string(EventPlaceBasis basis) noexcept {
    static constexpr std::array<std::string_view, 11> kNames{"said of the event",
                                                             "where its object is",
                                                             "where its subject is",
                                                             "said of its clause",
                                                             "where its speaker is",
                                                             "named in its sentence",
                                                             "the state in which it is done",
                                                             "where the report was before",
                                                             "named before",
                                                             "the dateline",
                                                             "the report's most frequent place"};
    const auto index = static_cast<std::size_t>(basis);
    return index < kNames.size() ? kNames[index] : kNames.back();
}

}  // namespace tidings

namespace tidings::coding {

namespace {

/// Acts whose object, if it is a place, is where they happen.
bool happens_at_object(std::string_view type) {
    static constexpr std::array<std::string_view, 6> kTypes{"ASSAULT", "COERCE", "MOBILIZE",
                                                            "RETREAT", "AID",    "PROTEST"};
    return one_of(type, kTypes);
}

/// Verbs of speaking whose place is where their speaker is.
constexpr std::array<std::string_view, 14> kSpeaking{
    "say", "tell",  "speak", "address", "talk", "announce", "declare",
    "add", "argue", "warn",  "insist",  "meet", "brief",    "visit"};

/// What only a state's own police, courts and officials do, and do at home.
bool is_done_at_home(const Event& event, const Actor& source) {
    static constexpr std::array<std::string_view, 4> kOfficials{"GOV", "COP", "JUD", "LEG"};
    static constexpr std::array<std::string_view, 6> kModes{"expel",  "convict", "arrest",
                                                            "deport", "curfew",  "martial-law"};
    if (source.sectors.empty() || !one_of(source.sectors.front(), kOfficials)) return false;
    return one_of(event.mode, kModes);
}

}  // namespace

bool PlaceFinder::is_verbal(std::string_view type) noexcept {
    static constexpr std::array<std::string_view, 8> kTypes{
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"};
    return one_of(type, kTypes);
}

PlaceFinder::PlaceFinder(const Arguments& arguments, const Mentions& mentions)
    : arguments_(arguments),
      tree_(arguments.tree()),
      mentions_(mentions),
      phrases_(arguments, mentions) {
    count_places();
    if (!mentions.places.empty()) read_speakers();
}

/// Finds the dateline and the place that the report puts most into.
void PlaceFinder::count_places() {
    std::map<std::pair<std::string_view, std::string_view>, std::pair<int, PlaceIndex>> counts;
    std::pair<int, PlaceIndex> most{0, kNowhere};
    for (PlaceIndex i = 0; i < mentions_.places.size(); ++i) {
        const PlaceMention& place = mentions_.places[i];
        if (place.country.empty()) continue;
        if (phrases_.first_token(i) == kNoToken && dateline_ == kNowhere) dateline_ = i;
        if (!phrases_.is_located(i) || place.use == "modifier") continue;
        auto& count = counts[{place.country, place.name}];
        if (count.first == 0) count.second = i;
        if (++count.first > most.first) most = count;
    }
    frequent_ = most.second;
}

/// *He told reporters at a forum in Baghdad*: where a speaker is stands with one of his words.
void PlaceFinder::read_speakers() {
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
        if (tree_[t].pos != Pos::Verb || !one_of(tree_[t].lemma, kSpeaking)) continue;
        const TokenIndex subject = arguments_.subject(t);
        if (subject == kNoToken || mentions_.mention_at[subject] == Mentions::kNoMention) continue;
        const PlaceIndex place = phrases_.attached(t);
        if (place == kNowhere) continue;
        speaker_places_.emplace(mentions_.mentions[mentions_.mention_at[subject]].actor, place);
    }
}

/// The word above that shares the event's place: a coordinated verb, the noun of a relative clause,
/// the verb that governs an event noun or an infinitive. What is said to have happened is elsewhere
/// than where it is said, so acts do not climb into a *said*.
TokenIndex PlaceFinder::clause_above(TokenIndex predicate, bool speech) const {
    if (tree_.is_root(predicate)) return kNoToken;
    static constexpr std::array<std::string_view, 13> kShared{
        "conj",      "relcl", "acl",  "xcomp", "advcl", "dobj", "nsubj",
        "nsubjpass", "pobj",  "prep", "pcomp", "attr",  "oprd"};
    const std::string_view dep = tree_[predicate].dep;
    if (one_of(dep, kShared) || (speech && dep == "ccomp")) return tree_.head(predicate);
    return kNoToken;
}

/// *Speaking in Ottawa, the minister condemned ...*
PlaceIndex PlaceFinder::speaking(const Event& event, TokenIndex predicate) const {
    for (const TokenIndex child : tree_.children(predicate)) {
        if (tree_[child].dep != "advcl" || !one_of(tree_[child].lemma, kSpeaking)) continue;
        if (const PlaceIndex place = phrases_.attached(child); place != kNowhere) return place;
    }
    if (!event.source) return kNowhere;
    const auto known = speaker_places_.find(event.source->actor);
    return known == speaker_places_.end() ? kNowhere : known->second;
}

PlaceIndex PlaceFinder::in_sentence(TokenIndex predicate, bool speech) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    constexpr PlaceIndex kMostPlaces = 64;
    auto [from, until] = phrases_.between(sentence.first, sentence.last);
    if (until - from > kMostPlaces) {
        from = std::max(from, phrases_.between(predicate, predicate).first) - kMostPlaces / 2;
        until = std::min(until, from + kMostPlaces);
    }
    PlaceIndex best = kNowhere;
    std::uint32_t least = UINT32_MAX;
    for (PlaceIndex place = from; place < until; ++place) {
        const TokenIndex t = phrases_.first_token(place);
        if (t == kNoToken || !phrases_.is_scene(place)) continue;
        // A modifier tells of the noun behind it; a subject or object is rather an actor.
        constexpr std::uint32_t kOfAnother = 8;
        constexpr std::uint32_t kOther = 40;
        if (speech && !phrases_.is_located(place)) continue;
        const std::uint32_t away = (t > predicate ? t - predicate : predicate - t) +
                                   (mentions_.places[place].use == "modifier" ? kOfAnother : 0) +
                                   (phrases_.is_located(place) ? 0 : kOther);
        if (away >= least) continue;
        least = away;
        best = place;
    }
    return best;
}

/// The last place named in the few sentences before.
PlaceIndex PlaceFinder::before(TokenIndex predicate) const {
    constexpr std::uint32_t kSentences = 3;
    constexpr PlaceIndex kMostPlaces = 64;
    const std::uint32_t own = tree_[predicate].sentence;
    const TokenIndex start = tree_.parse().sentences[own].first;
    const PlaceIndex end = phrases_.between(start, start).first;
    for (PlaceIndex back = 1; back <= end && back <= kMostPlaces; ++back) {
        const PlaceIndex place = end - back;
        const TokenIndex t = phrases_.first_token(place);
        if (t == kNoToken) continue;
        if (tree_[t].sentence + kSentences < own) break;
        if (!mentions_.places[place].country.empty() && phrases_.is_located(place)) return place;
    }
    return kNowhere;
}

EventPlace PlaceFinder::found(PlaceIndex place, EventPlaceBasis basis) const {
    EventPlace result;
    result.place = place;
    result.basis = basis;
    result.precision = mentions_.places[place].kind;
    if (result.precision.empty() || result.precision == "unknown") result.precision = "area";
    return result;
}

/// What the event's own clause says.
std::optional<EventPlace> PlaceFinder::near(const Event& event, TokenIndex predicate) const {
    const bool speech = is_verbal(event.type);
    const auto answer = [this](PlaceIndex place, EventPlaceBasis basis) {
        return place == kNowhere ? std::nullopt : std::optional(found(place, basis));
    };
    const bool leaves = event.type == "RETREAT" || event.mode == "expel" || event.mode == "deport";
    const Heading heading = leaves ? Heading::Origin : Heading::Destination;
    if (auto place = answer(phrases_.attached(predicate, heading), EventPlaceBasis::Predicate)) {
        return place;
    }
    if (auto place = answer(phrases_.of_noun(predicate), EventPlaceBasis::Predicate)) return place;
    const TokenIndex object = arguments_.object(predicate);
    // Whoever criticises a capital is not in it, but who criticises a mayor in a town may be.
    const bool at_object = happens_at_object(event.type);
    if (object != kNoToken && (at_object || phrases_.at(object) == kNowhere)) {
        const PlaceIndex place = phrases_.in_phrase(object);
        const bool whose = place != kNowhere && mentions_.places[place].kind == "country";
        if (place != kNowhere && (at_object || !whose)) {
            return found(place, EventPlaceBasis::Object);
        }
    }
    TokenIndex above = predicate;
    constexpr int kHighest = 4;
    for (int level = 0; level < kHighest; ++level) {
        above = clause_above(above, speech);
        if (above == kNoToken) break;
        if (auto place = answer(phrases_.attached(above, heading), EventPlaceBasis::Clause)) {
            return place;
        }
        const TokenIndex its_object = arguments_.object(above);
        if (!speech && its_object != kNoToken) {
            if (auto place = answer(phrases_.in_phrase(its_object), EventPlaceBasis::Clause)) {
                return place;
            }
        }
    }
    const TokenIndex subject = arguments_.subject(predicate);
    if (subject == kNoToken) return std::nullopt;
    return answer(phrases_.attached(subject), EventPlaceBasis::Subject);
}

std::optional<EventPlace> PlaceFinder::search(const Event& event, TokenIndex predicate,
                                              std::optional<PlaceIndex> scene) const {
    const bool speech = is_verbal(event.type);
    const auto answer = [this](PlaceIndex place, EventPlaceBasis basis) {
        return place == kNowhere ? std::nullopt : std::optional(found(place, basis));
    };
    if (auto place = near(event, predicate)) return place;
    // A threat is told of where it would be carried out.
    if (speech && event.type != "THREATEN") {
        if (auto place = answer(speaking(event, predicate), EventPlaceBasis::Speaker)) return place;
    }
    if (auto place = answer(in_sentence(predicate, speech), EventPlaceBasis::Sentence)) {
        return place;
    }
    if (scene) return found(*scene, EventPlaceBasis::Scene);
    if (auto place = answer(before(predicate), EventPlaceBasis::Before)) return place;
    if (auto place = answer(dateline_, EventPlaceBasis::Dateline)) return place;
    return speech ? std::nullopt : answer(frequent_, EventPlaceBasis::Report);
}

/// *fought an insurgency against the Indian state*: the state that people rise against.
std::string_view PlaceFinder::risen_against(TokenIndex predicate) const {
    static constexpr std::array<std::string_view, 8> kRisings{
        "insurgency", "insurrection", "rebellion",  "uprising",
        "revolt",     "mutiny",       "revolution", "coup"};
    const TokenIndex object = arguments_.object(predicate);
    const bool rising = one_of(tree_[predicate].lemma, kRisings) ||
                        (object != kNoToken && one_of(tree_[object].lemma, kRisings));
    if (!rising) return {};
    for (const TokenIndex state : arguments_.prepositional(predicate, "against")) {
        const std::uint32_t mention = mentions_.mention_at[state];
        if (mention == Mentions::kNoMention) continue;
        return mentions_.actors[mentions_.mentions[mention].actor].country;
    }
    return {};
}

std::optional<PlaceFinder::Seat> PlaceFinder::seat(const Event& event, TokenIndex predicate) const {
    if (is_verbal(event.type) || !event.source) return std::nullopt;
    if (const std::string_view state = risen_against(predicate); !state.empty()) {
        return Seat{state, EventPlaceBasis::Sentence};
    }
    const Actor& source = mentions_.actors[event.source->actor];
    if (!source.country.empty() && is_done_at_home(event, source)) {
        return Seat{source.country, EventPlaceBasis::Predicate};
    }
    if (event.target) {
        const Actor& target = mentions_.actors[event.target->actor];
        if (!source.country.empty() && source.country == target.country) {
            return Seat{source.country, EventPlaceBasis::Sentence};
        }
        // Whoever of no known state attacks a state's forces or officials is taken to do so there.
        static constexpr std::array<std::string_view, 5> kAtHome{"COP", "GOV", "JUD", "LEG", "MIL"};
        const bool local = !target.sectors.empty() && one_of(target.sectors.front(), kAtHome);
        if (source.country.empty() && local && !target.country.empty()) {
            return Seat{target.country, EventPlaceBasis::Dateline};
        }
    }
    if (event.type != "PROTEST" || source.country.empty()) return std::nullopt;
    return Seat{source.country, EventPlaceBasis::Dateline};
}

/// The words that name a country, nearest before the end of the predicate's sentence, else the
/// first behind it.
PlaceIndex PlaceFinder::place_of(std::string_view country, TokenIndex predicate) const {
    constexpr PlaceIndex kMostPlaces = 256;
    const TokenIndex behind = tree_.parse().sentences[tree_[predicate].sentence].last;
    const PlaceIndex end = phrases_.between(behind, behind).first;
    const auto is_it = [&](PlaceIndex place) {
        return mentions_.places[place].country == country &&
               mentions_.places[place].kind == "country";
    };
    for (PlaceIndex back = 1; back <= end && back <= kMostPlaces; ++back) {
        if (is_it(end - back)) return end - back;
    }
    const auto last = static_cast<PlaceIndex>(mentions_.places.size());
    for (PlaceIndex place = end; place < last && place < end + kMostPlaces; ++place) {
        if (is_it(place)) return place;
    }
    return kNowhere;
}

std::optional<EventPlace> PlaceFinder::find(const Event& event, TokenIndex predicate,
                                            std::optional<PlaceIndex> scene) const {
    if (mentions_.places.empty()) return std::nullopt;
    auto place = search(event, predicate, scene);
    const auto state = seat(event, predicate);
    if (!state) return place;
    const bool better = place && (place->basis <= state->weaker_than ||
                                  mentions_.places[place->place].country == state->country);
    if (better) return place;
    const PlaceIndex home = place_of(state->country, predicate);
    if (home == kNowhere) return place;
    return found(home, EventPlaceBasis::Seat);
}

}  // namespace tidings::coding
