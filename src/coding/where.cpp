#include "coding/where.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace tidings {

std::string_view to_string(EventPlaceBasis basis) noexcept {
    static constexpr std::array<std::string_view, 9> kNames{
        "said of the event",  "where its object is",   "where its subject is",
        "said of its clause", "named in its sentence", "where the report was before",
        "named before",       "the dateline",          "the report's most frequent place"};
    const auto index = static_cast<std::size_t>(basis);
    return index < kNames.size() ? kNames[index] : kNames.back();
}

}  // namespace tidings

namespace tidings::coding {

namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Prepositions that say where, those that say it for sure first.
constexpr std::array<std::string_view, 24> kPlacing{
    "in",     "at",      "near",    "outside", "inside",  "around", "across",  "throughout",
    "over",   "off",     "along",   "within",  "into",    "on",     "from",    "to",
    "toward", "towards", "through", "via",     "between", "under",  "against", "of"};
constexpr std::size_t kCertain = 13;  // of these

/// Acts whose object, if it is a place, is where they happen.
bool happens_at_object(std::string_view type) {
    return type == "ASSAULT" || type == "COERCE" || type == "MOBILIZE" || type == "RETREAT" ||
           type == "AID" || type == "PROTEST";
}

/// A place where something can happen, not one that is too large to say anything.
bool says_where(const PlaceMention& place) {
    return !place.country.empty() || place.kind == "water";
}

bool is_literal(const PlaceMention& place) {
    return (place.use == "literal" || place.use == "modifier") && says_where(place);
}

}  // namespace

bool PlaceFinder::is_verbal(std::string_view type) noexcept {
    return type == "AGREE" || type == "CONSULT" || type == "SUPPORT" || type == "CONCEDE" ||
           type == "REQUEST" || type == "ACCUSE" || type == "REJECT" || type == "THREATEN";
}

PlaceFinder::PlaceFinder(const Arguments& arguments, const Mentions& mentions)
    : arguments_(arguments),
      tree_(arguments.tree()),
      mentions_(mentions),
      place_of_token_(tree_.size(), kNowhere) {
    std::map<std::pair<std::string_view, std::string_view>, std::pair<int, PlaceIndex>> counts;
    std::pair<int, PlaceIndex> most{0, kNowhere};
    TokenIndex token = 0;
    for (PlaceIndex i = 0; i < mentions.places.size(); ++i) {
        const PlaceMention& place = mentions.places[i];
        while (token < tree_.size() && tree_[token].span.end <= place.span.start) ++token;
        bool parsed = false;
        const TokenIndex first = token;
        for (TokenIndex t = token; t < tree_.size() && tree_[t].span.start < place.span.end; ++t) {
            place_of_token_[t] = i;
            parsed = true;
        }
        if (!parsed && dateline_ == kNowhere && !place.country.empty()) dateline_ = i;
        if (!is_literal(place) || place.country.empty() || place.use == "modifier") continue;
        if (!parsed || !is_located(first)) continue;
        auto& count = counts[{place.country, place.name}];
        if (count.first == 0) count.second = i;
        if (++count.first > most.first) most = count;
    }
    frequent_ = most.second;
}

PlaceFinder::PlaceIndex PlaceFinder::place_at(TokenIndex token) const {
    return token == kNoToken || token >= place_of_token_.size() ? kNowhere : place_of_token_[token];
}

PlaceFinder::PlaceIndex PlaceFinder::literal_at(TokenIndex token) const {
    const PlaceIndex place = place_at(token);
    return place != kNowhere && is_literal(mentions_.places[place]) ? place : kNowhere;
}

/// The place that a noun phrase is or lies in: *Aleppo*, *the town of Kilis*, *a forum in Baghdad*.
PlaceFinder::PlaceIndex PlaceFinder::under(TokenIndex token, int depth) const {
    constexpr int kDeepest = 4;
    if (token == kNoToken || depth > kDeepest) return kNowhere;
    if (const PlaceIndex place = literal_at(token); place != kNowhere) return place;
    PlaceIndex best = kNowhere;
    for (const TokenIndex child : tree_.children(token)) {
        const std::string_view dep = tree_[child].dep;
        if (dep == "prep" && one_of(tree_[child].lower, kPlacing)) {
            const PlaceIndex place = under(tree_.child(child, "pobj"), depth + 1);
            if (place != kNowhere) return place;
        }
        if (dep == "compound" || dep == "nmod" || dep == "poss" || dep == "appos" ||
            dep == "conj") {
            const PlaceIndex place =
                dep == "conj" || dep == "appos" ? under(child, depth + 1) : literal_at(child);
            if (place != kNowhere && best == kNowhere) best = place;
        }
    }
    return best;
}

/// The place in a prepositional phrase on the word itself; *in* and *near* before *from* and *to*.
PlaceFinder::PlaceIndex PlaceFinder::attached(TokenIndex governor) const {
    PlaceIndex best = kNowhere;
    std::size_t rank = kPlacing.size();
    for (const TokenIndex child : tree_.children(governor)) {
        if (tree_[child].dep != "prep" && tree_[child].dep != "prt" &&
            tree_[child].dep != "advmod") {
            continue;
        }
        const auto found = std::find(kPlacing.begin(), kPlacing.end(), tree_[child].lower);
        const auto at = static_cast<std::size_t>(found - kPlacing.begin());
        if (at >= rank) continue;
        TokenIndex object = tree_.child(child, "pobj");
        if (object == kNoToken) {
            const TokenIndex second = tree_.child(child, "prep");  // *out of*, *from inside*
            if (second != kNoToken) object = tree_.child(second, "pobj");
        }
        const PlaceIndex place = under(object, 0);
        if (place == kNowhere) continue;
        best = place;
        rank = at < kCertain ? 0 : at;
    }
    return best;
}

/// The place of a noun's own words: *the Aleppo siege*, *Syria's war*.
PlaceFinder::PlaceIndex PlaceFinder::of_noun(TokenIndex noun) const {
    if (tree_[noun].pos != Pos::Noun && tree_[noun].pos != Pos::Propn) return kNowhere;
    for (const TokenIndex child : tree_.children(noun)) {
        const std::string_view dep = tree_[child].dep;
        if (dep != "compound" && dep != "nmod") continue;
        if (const PlaceIndex place = literal_at(child); place != kNowhere) return place;
    }
    return kNowhere;
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

/// True of the object of *in*, *near* and their like, and of what is part of it.
bool PlaceFinder::is_located(TokenIndex token) const {
    constexpr int kHighest = 3;
    for (int level = 0; level < kHighest && !tree_.is_root(token); ++level) {
        const std::string_view dep = tree_[token].dep;
        token = tree_.head(token);
        if (dep == "pobj") {
            const auto found = std::find(kPlacing.begin(), kPlacing.end(), tree_[token].lower);
            return static_cast<std::size_t>(found - kPlacing.begin()) < kCertain;
        }
        if (dep != "compound" && dep != "conj" && dep != "appos" && dep != "nmod") return false;
    }
    return false;
}

PlaceFinder::PlaceIndex PlaceFinder::in_sentence(TokenIndex predicate, bool speech) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    PlaceIndex best = kNowhere;
    std::uint32_t least = UINT32_MAX;
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const PlaceIndex place = literal_at(t);
        if (place == kNowhere) continue;
        // A modifier tells of the noun behind it; a subject or object is rather an actor.
        constexpr std::uint32_t kOfAnother = 8;
        constexpr std::uint32_t kOther = 40;
        const std::uint32_t away = (t > predicate ? t - predicate : predicate - t) +
                                   (mentions_.places[place].use == "modifier" ? kOfAnother : 0) +
                                   (is_located(t) ? 0 : kOther);
        if (speech && away >= kOther) continue;
        if (away >= least) continue;
        least = away;
        best = place;
    }
    return best;
}

/// The last place named in the few sentences before.
PlaceFinder::PlaceIndex PlaceFinder::before(TokenIndex predicate) const {
    constexpr std::uint32_t kSentences = 3;
    const std::uint32_t own = tree_[predicate].sentence;
    const Sentence& sentence = tree_.parse().sentences[own];
    for (TokenIndex t = sentence.first; t-- > 0;) {
        if (tree_[t].sentence + kSentences < own) break;
        const PlaceIndex place = literal_at(t);
        if (place != kNowhere && mentions_.places[place].use == "literal" &&
            !mentions_.places[place].country.empty() && is_located(t)) {
            return place;
        }
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

std::optional<EventPlace> PlaceFinder::find(TokenIndex predicate, std::string_view type,
                                            std::optional<PlaceIndex> scene) const {
    if (mentions_.places.empty()) return std::nullopt;
    const bool speech = is_verbal(type);
    const auto answer = [this](PlaceIndex place, EventPlaceBasis basis) {
        return place == kNowhere ? std::nullopt : std::optional(found(place, basis));
    };
    if (auto place = answer(attached(predicate), EventPlaceBasis::Predicate)) return place;
    if (auto place = answer(of_noun(predicate), EventPlaceBasis::Predicate)) return place;
    const TokenIndex object = arguments_.object(predicate);
    // Whoever criticises a capital is not in it, but who criticises a mayor in a town may be.
    if (object != kNoToken && (happens_at_object(type) || place_at(object) == kNowhere)) {
        const PlaceIndex place = under(object, 0);
        const bool whose = place != kNowhere && mentions_.places[place].kind == "country";
        if (place != kNowhere && (happens_at_object(type) || !whose)) {
            return found(place, EventPlaceBasis::Object);
        }
    }
    TokenIndex above = predicate;
    constexpr int kHighest = 4;
    for (int level = 0; level < kHighest; ++level) {
        above = clause_above(above, speech);
        if (above == kNoToken) break;
        if (auto place = answer(attached(above), EventPlaceBasis::Clause)) return place;
        const TokenIndex its_object = arguments_.object(above);
        if (!speech && its_object != kNoToken) {
            if (auto place = answer(under(its_object, 0), EventPlaceBasis::Clause)) return place;
        }
    }
    const TokenIndex subject = arguments_.subject(predicate);
    if (subject != kNoToken) {
        if (auto place = answer(attached(subject), EventPlaceBasis::Subject)) return place;
    }
    if (auto place = answer(in_sentence(predicate, speech), EventPlaceBasis::Sentence)) {
        return place;
    }
    if (scene) return found(*scene, EventPlaceBasis::Scene);
    if (auto place = answer(before(predicate), EventPlaceBasis::Before)) return place;
    if (auto place = answer(dateline_, EventPlaceBasis::Dateline)) return place;
    return speech ? std::nullopt : answer(frequent_, EventPlaceBasis::Report);
}

}  // namespace tidings::coding
