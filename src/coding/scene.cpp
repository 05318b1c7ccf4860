#include "coding/scene.hpp"

#include <algorithm>
#include <array>

namespace tidings::coding {

namespace {

constexpr std::uint32_t kMaxBefore = 3;  // sentences that are looked back
constexpr int kMaxSceneClimb = 12;       // steps from a place up to its predicate
constexpr std::size_t kMinMentions = 4;  // of a country before a report is about it
constexpr double kMainShare = 0.4;       // of all places that a report names
constexpr double kMainLead = 1.5;        // over the country named next most often

// Of whom a report speaks: see Affairs.
constexpr std::uint32_t kLeadSentences = 3;  // headline and lead
constexpr double kLeadWeight = 3;            // of a naming there, against 1 elsewhere
constexpr double kLeastAffairs = 8;          // weight of the first country
constexpr double kAffairsShare = 0.35;       // of all
constexpr double kPartnerShare = 0.6;        // of the second, against the first

/// *near the border with Chad*, *fled from Chad*: named, but not where it takes place.
constexpr std::array<std::string_view, 14> kElsewhere{
    "with",  "from",    "to",     "toward", "towards", "near", "against",
    "about", "between", "beyond", "for",    "via",     "than", "like"};

/// The token that holds the last byte of a span, kNoToken if there is none.
TokenIndex last_token_of(const Parse& parse, Span span) {
    const auto behind = std::lower_bound(
        parse.tokens.begin(), parse.tokens.end(), span.end,
        [](const Token& token, std::uint32_t end) { return token.span.start < end; });
    if (behind == parse.tokens.begin()) return kNoToken;
    return static_cast<TokenIndex>(behind - parse.tokens.begin() - 1);
}

/// True if something takes place there: *in Chad*, *Kisumu residents*, a dateline.
bool is_scene(const SyntaxTree& tree, const PlaceMention& place, TokenIndex token) {
    if (place.country.empty()) return false;
    const bool town = place.kind != "country" && place.use == "modifier";
    if (place.use != "literal" && !town) return false;
    // *troops from Chad and Niger*: what is coordinated stands behind the same preposition.
    TokenIndex first = token;
    for (int steps = 0; steps < kMaxSceneClimb && tree[first].dep == "conj"; ++steps) {
        first = tree.head(first);
    }
    // *Niger will sign*: the country acts there, which need not be where it does.
    if (tree[first].dep == "nsubj" && place.kind == "country") return false;
    if (tree[first].dep != "pobj") return true;
    const std::string_view preposition = tree[tree.head(first)].lower;
    return std::find(kElsewhere.begin(), kElsewhere.end(), preposition) == kElsewhere.end();
}

}  // namespace

SceneReader::SceneReader(const Arguments& arguments, const Mentions& mentions)
    : tree_(arguments.tree()), first_of_(arguments.tree().parse().sentences.size() + 1, 0) {
    for (const PlaceMention& place : mentions.places) {
        const TokenIndex token = last_token_of(tree_.parse(), place.span);
        if (token == kNoToken || place.country.empty()) continue;
        named_.push_back({token, &place.country});
        if (is_scene(tree_, place, token)) places_.push_back({token, &place.country});
    }
    const auto in_text_order = [](const PlaceToken& a, const PlaceToken& b) {
        return a.token < b.token;
    };
    std::sort(places_.begin(), places_.end(), in_text_order);
    std::sort(named_.begin(), named_.end(), in_text_order);
    for (const PlaceToken& place : places_) ++first_of_[tree_[place.token].sentence + 1];
    for (std::size_t i = 1; i < first_of_.size(); ++i) first_of_[i] += first_of_[i - 1];
    find_main_country();
    find_affairs(mentions);
}

/// Every naming of a country, its places and its actors counts, those of headline and lead more.
void SceneReader::find_affairs(const Mentions& mentions) {
    std::map<std::string_view, double> weights;
    double all = 0;
    const auto count = [&](std::string_view country, TokenIndex token) {
        if (country.empty()) return;
        const double weight = tree_[token].sentence < kLeadSentences ? kLeadWeight : 1;
        weights[country] += weight;
        all += weight;
    };
    for (const PlaceToken& place : named_) {
        if (mentions.mention_at[place.token] == Mentions::kNoMention) {
            count(*place.country, place.token);
        }
    }
    for (const ActorMention& mention : mentions.mentions) {
        if (mention.actor == kNoActor) continue;
        count(mentions.actors[mention.actor].country, mention.head);
    }
    std::pair<std::string_view, double> first;
    std::pair<std::string_view, double> second;
    for (const auto& [country, weight] : weights) {
        if (weight > first.second) {
            second = first;
            first = {country, weight};
        } else if (weight > second.second) {
            second = {country, weight};
        }
    }
    if (first.second < kLeastAffairs || first.second < kAffairsShare * all) return;
    affairs_.first = first.first;
    if (second.second >= kPartnerShare * first.second) affairs_.second = second.first;
}

void SceneReader::find_main_country() {
    for (const PlaceToken& place : named_) ++named_countries_[*place.country];
    std::string_view main;
    std::size_t most = 0;
    std::size_t second = 0;
    for (const auto& [country, times] : named_countries_) {
        if (times > most) {
            second = most;
            most = times;
            main = country;
        } else {
            second = std::max(second, times);
        }
    }
    const auto number = static_cast<double>(most);
    const bool leads = number >= kMainShare * static_cast<double>(named_.size()) &&
                       number >= kMainLead * static_cast<double>(second);
    if (most >= kMinMentions && leads) main_country_ = main;
}

/// *was detained there*: the country named last before the word.
Scene SceneReader::there(TokenIndex predicate) const {
    for (const TokenIndex c : tree_.children(predicate)) {
        if (tree_[c].dep != "advmod" || tree_[c].lower != "there") continue;
        auto behind = std::lower_bound(
            named_.begin(), named_.end(), c,
            [](const PlaceToken& place, TokenIndex token) { return place.token < token; });
        if (behind == named_.begin()) return {};
        --behind;
        if (tree_[behind->token].sentence + 1 < tree_[c].sentence) return {};
        return {*behind->country, SceneBasis::Predicate};
    }
    return {};
}

Scene SceneReader::in_sentence(std::uint32_t sentence) const {
    Scene scene;
    for (std::uint32_t i = first_of_[sentence]; i < first_of_[sentence + 1]; ++i) {
        if (scene.basis != SceneBasis::None && scene.country != *places_[i].country) return {};
        scene = {*places_[i].country, SceneBasis::Sentence};
    }
    return scene;
}

/// *killed in a raid in Chad*: the place nearest to the predicate among those that hang on it.
Scene SceneReader::under(TokenIndex predicate) const {
    const std::uint32_t sentence = tree_[predicate].sentence;
    Scene scene;
    int nearest = kMaxSceneClimb;
    for (std::uint32_t i = first_of_[sentence]; i < first_of_[sentence + 1]; ++i) {
        TokenIndex at = places_[i].token;
        for (int steps = 0; steps < nearest; ++steps) {
            if (at == predicate) {
                nearest = steps;
                scene = {*places_[i].country, SceneBasis::Predicate};
                break;
            }
            if (tree_.is_root(at)) break;
            at = tree_.head(at);
        }
    }
    return scene;
}

Scene SceneReader::at(TokenIndex predicate) const {
    if (const Scene named = there(predicate); named.basis != SceneBasis::None) return named;
    if (const Scene own = under(predicate); own.basis != SceneBasis::None) return own;
    const std::uint32_t sentence = tree_[predicate].sentence;
    if (const Scene here = in_sentence(sentence); here.basis != SceneBasis::None) return here;
    if (first_of_[sentence] != first_of_[sentence + 1]) return {};  // several countries
    for (std::uint32_t back = 1; back <= kMaxBefore && back <= sentence; ++back) {
        const std::uint32_t before = sentence - back;
        if (first_of_[before] == first_of_[before + 1]) continue;
        Scene scene = in_sentence(before);
        if (scene.basis == SceneBasis::None) break;
        scene.basis = SceneBasis::Before;
        return scene;
    }
    const std::string_view home = home_country();
    if (home.empty()) return {};
    return {home, SceneBasis::Report};
}

}  // namespace tidings::coding
