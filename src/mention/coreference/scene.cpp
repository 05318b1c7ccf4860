#include "mention/coreference/scene.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

constexpr std::array<std::string_view, 17> kLocative{
    "in",  "at", "near",  "across", "inside", "around", "throughout", "outside", "within",
    "off", "on", "along", "over",   "around", "north",  "south",      "beside"};
/// *stormed Goma*: what is attacked is where it happens.
constexpr std::array<std::string_view, 20> kStruckAt{
    "attack", "storm",   "bomb",  "shell",  "raid",    "enter",     "capture",
    "seize",  "occupy",  "take",  "retake", "overrun", "recapture", "hit",
    "strike", "besiege", "leave", "rock",   "loot",    "reach"};
/// Seats of international organisations and other capitals from which the world is reported: their
/// dateline tells little of what a report is about.
constexpr std::array<std::string_view, 9> kWorldCapitals{"GENEVA",     "BRUSSELS", "VIENNA",
                                                         "THE HAGUE",  "NEW YORK", "UNITED NATIONS",
                                                         "WASHINGTON", "ROME",     "PARIS"};

constexpr double kLeadWeight = 3.0;    // of a country in the headline and the first sentence
constexpr double kSecondWeight = 1.5;  // in the second
constexpr double kActsInLead = 1.0;    // more for a subject there
constexpr double kDatelineWeight = 6.0;
constexpr double kLeastDateline = 2.0;  // of a country that is named often besides
constexpr double kWorldCapitalWeight = 1.0;
constexpr double kOriginWeight = 5.0;  // of the country of the paper, which need not name it
constexpr double kStateByName = 0.5;   // share that says something of its people
constexpr double kFullWeight = 3.0;    // from which the report is about its first country
constexpr double kSureOfTown = 0.5;    // confidence of a town, region or country
constexpr double kSureOfSpot = 0.7;    // of anything smaller, of which there are many
constexpr int kSteps = 8;
constexpr TokenIndex kDatelineTokens = 14;
constexpr std::uint32_t kHeadingTokens = 14;
constexpr std::size_t kMaxCountries = 400;
constexpr std::uint32_t kMostOfSentence = 64;  // places and names that are looked at

/// `home` is the country of the paper, empty if unknown: a town abroad of a doubtful name may as
/// well be one at home that the gazetteer lacks.
bool is_sure(const PlaceMention& place, std::string_view home) {
    const bool large = place.kind == "city" || place.kind == "region" || place.kind == "country" ||
                       place.kind == "area";
    const bool abroad = place.kind == "city" && !home.empty() && place.country != home;
    return place.confidence >= (large && !abroad ? kSureOfTown : kSureOfSpot);
}

/// *the SWAT team*, *NATO*: letters that stand for words are no town of that name.
bool is_of_initials(std::string_view text, const Sentence& sentence, const PlaceMention& place) {
    constexpr std::uint32_t kLongest = 5;
    const bool small = place.kind != "country" && place.kind != "region";
    const std::uint32_t length = place.span.end - place.span.start;
    if (!small || length < 3 || length > kLongest) return false;
    // A dateline, a headline in capitals
    if (place.span.start == sentence.span.start) return false;
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::string_view words = slice(text, place.span);
    const std::string_view behind =
        text.substr(place.span.end, std::min<std::size_t>(40, sentence.span.end - place.span.end));
    return std::all_of(words.begin(), words.end(), is_capital) &&
           std::count_if(behind.begin(), behind.end(), is_small) >
               std::count_if(behind.begin(), behind.end(), is_capital);
}

template <typename T>
std::span<const T> part(const std::vector<T>& all, const std::vector<std::uint32_t>& from,
                        std::uint32_t sentence) {
    const std::uint32_t count = std::min(from[sentence + 1] - from[sentence], kMostOfSentence);
    return {all.data() + from[sentence], count};
}

}  // namespace

Scenes::Scenes(const ReferenceContext& context) : context_(context) {
    read_gazetteer_places();
    read_phrases();
    read_paragraphs();
    read_headings();
    weigh();
}

std::span<const Scenes::Place> Scenes::places(std::uint32_t sentence) const {
    return part(places_, places_from_, sentence);
}

std::span<const Scenes::Named> Scenes::named(std::uint32_t sentence) const {
    return part(named_, named_from_, sentence);
}

bool Scenes::same_paragraph(std::uint32_t a, std::uint32_t b) const {
    return paragraph_[a] == paragraph_[b];
}

CountryIndex Scenes::heading(std::uint32_t sentence) const {
    return heading_[sentence];
}

double Scenes::share(CountryIndex country) const {
    return weights_[country] / std::max(most_, kFullWeight);
}

double Scenes::share_of_people(CountryIndex country) const {
    if (most_people_ == 0) return share(country);
    return 0.5 * (share(country) + people_weights_[country] / most_people_);
}

TokenIndex Scenes::clause_verb(TokenIndex token) const {
    TokenIndex t = token;
    for (int steps = 0; steps < kSteps && !context_.tree.is_root(t); ++steps) {
        t = context_.tree.head(t);
        if (context_.arguments.is_verb(t)) return t;
    }
    return kNoToken;
}

CountryIndex Scenes::intern(const std::string& country) {
    const auto found = std::find(countries_.begin(), countries_.end(), country);
    if (found != countries_.end()) {
        return static_cast<CountryIndex>(found - countries_.begin());
    }
    if (countries_.size() >= kMaxCountries) return kNoCountry;
    countries_.push_back(country);
    weights_.push_back(0);
    people_weights_.push_back(0);
    return static_cast<CountryIndex>(countries_.size() - 1);
}

/// The preposition by which a place tells where: through *and Makamba*, *the provinces of Ruyigi*.
TokenIndex Scenes::preposition_over(TokenIndex token) const {
    const SyntaxTree& tree = context_.tree;
    TokenIndex t = token;
    for (int steps = 0; steps < kSteps && !tree.is_root(t); ++steps) {
        const Token& here = tree[t];
        const TokenIndex above = tree.head(t);
        if (here.dep == "pobj") {
            if (one_of(tree[above].lower, kLocative) || tree[above].lower == "from") return above;
            if (tree[above].lower != "of" || tree.is_root(above)) return kNoToken;
            t = tree.head(above);
            if (one_of(tree[t].lower, kLocative)) return t;  // *north of Rutshuru*
            continue;
        }
        const bool part_of_name = here.dep == "compound" || here.dep == "conj" ||
                                  here.dep == "appos" || here.dep == "nmod" || here.dep == "poss";
        if (!part_of_name) return kNoToken;
        t = above;
    }
    return kNoToken;
}

void Scenes::add_place(TokenIndex token, const std::string& country) {
    const SyntaxTree& tree = context_.tree;
    Place place;
    place.country = intern(country);
    if (place.country == kNoCountry) return;
    const TokenIndex preposition = preposition_over(token);
    if (preposition == kNoToken) {
        const Token& here = tree[token];
        const bool struck = here.dep == "dobj" && one_of(tree[here.head].lemma, kStruckAt);
        if (!struck) return;
        place.verb = here.head;
    } else {
        const TokenIndex above = tree.head(preposition);
        if (above == preposition) return;
        place.origin = tree[preposition].lower == "from";
        if (context_.arguments.is_verb(above)) {
            place.verb = above;
        } else {
            place.noun = above;
            place.verb = clause_verb(above);
        }
    }
    place.frame = preposition != kNoToken && place.noun == kNoToken && !place.origin &&
                  preposition < place.verb && tree[preposition].lower == "in";
    place.main = place.noun == kNoToken && !place.origin && place.verb != kNoToken &&
                 (tree.is_root(place.verb) || tree[place.verb].dep == "conj");
    places_.push_back(place);
}

void Scenes::read_gazetteer_places() {
    const auto& sentences = context_.tree.parse().sentences;
    const ActorSets& sets = context_.sets;
    const std::string_view home = context_.words.origins.country_of(context_.report.uri);
    places_from_.assign(sentences.size() + 1, 0);
    std::size_t next = 0;
    PhraseId phrase = 0;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        places_from_[s] = static_cast<std::uint32_t>(places_.size());
        TokenIndex last = sentences[s].first;
        std::vector<Span> read;  // in text order
        while (next < context_.places.size() &&
               context_.places[next].span.start < sentences[s].span.end) {
            const PlaceMention& place = context_.places[next++];
            if (place.span.start < sentences[s].span.start || place.country.empty()) continue;
            if (is_of_initials(context_.report.text, sentences[s], place)) continue;
            if (place.use == "literal" && !is_sure(place, home)) spots_.push_back(&place);
            if (place.use != "literal" || !is_sure(place, home)) continue;
            // The last token of the name is the one that hangs on the text.
            while (last + 1 < sentences[s].last &&
                   context_.tree[last + 1].span.start < place.span.end) {
                ++last;
            }
            add_place(last, place.country);
            read.push_back(place.span);
        }
        // Places that the actor tables know, where there is no gazetteer.
        for (; phrase < sets.size() && sets[phrase].phrase.head < sentences[s].last; ++phrase) {
            const Evidence& e = sets[phrase];
            if (!e.is_place || e.country.empty()) continue;
            const bool city = e.type == MentionType::None && e.row != nullptr;
            if (!city && e.type != MentionType::Country) continue;
            const Span here = sets.head(phrase).span;
            const auto next_one =
                std::upper_bound(read.begin(), read.end(), here.start,
                                 [](std::uint32_t start, Span span) { return start < span.start; });
            const bool known = next_one != read.begin() && (next_one - 1)->contains(here);
            if (!known && !is_within_spot(here, e.country)) add_place(e.phrase.head, e.country);
        }
    }
    places_from_[sentences.size()] = static_cast<std::uint32_t>(places_.size());
}

/// *Wellington Road* in Trinidad tells nothing of New Zealand.
bool Scenes::is_within_spot(Span here, const std::string& country) const {
    const auto after = std::upper_bound(
        spots_.begin(), spots_.end(), here.start,
        [](std::uint32_t start, const PlaceMention* spot) { return start < spot->span.start; });
    if (after == spots_.begin()) return false;
    const PlaceMention& spot = **(after - 1);
    const bool longer = spot.span.end - spot.span.start > here.end - here.start;
    return longer && spot.span.contains(here) && spot.country != country;
}

void Scenes::read_phrases() {
    const auto& sentences = context_.tree.parse().sentences;
    const ActorSets& sets = context_.sets;
    named_from_.assign(sentences.size() + 1, 0);
    PhraseId i = 0;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        named_from_[s] = static_cast<std::uint32_t>(named_.size());
        for (; i < sets.size() && sets[i].phrase.head < sentences[s].last; ++i) {
            const Evidence& e = sets[i];
            const std::string& country = e.country.empty() ? sets.whole(i).country : e.country;
            if (country.empty() || e.type == MentionType::Pronoun) continue;
            // *rallied outside the Chadian embassy*: it stands in another country.
            if (e.role_head == "embassy" || e.role_head == "consulate") continue;
            const bool actor = e.type != MentionType::None && !e.is_place;
            if (!actor && is_within_spot(sets.head(i).span, country)) continue;
            const CountryIndex index = intern(country);
            if (index == kNoCountry) continue;
            named_.push_back({index, actor ? i : kNoPhrase, actor && is_subject(sets.head(i))});
        }
    }
    named_from_[sentences.size()] = static_cast<std::uint32_t>(named_.size());
}

void Scenes::read_paragraphs() {
    const auto& sentences = context_.tree.parse().sentences;
    const std::string_view text = context_.report.text;
    paragraph_.assign(sentences.size(), 0);
    for (std::uint32_t s = 1; s < sentences.size(); ++s) {
        bool ended = sentences[s].section != sentences[s - 1].section;
        const std::uint32_t from = sentences[s - 1].span.end;
        if (!ended && from < sentences[s].span.start) {
            ended = text.substr(from, sentences[s].span.start - from).find("\n\n") !=
                    std::string_view::npos;
        }
        paragraph_[s] = paragraph_[s - 1] + (ended ? 1 : 0);
    }
}

/// A short paragraph without a full stop that names a country is a heading of what follows, in a
/// report that has more than one of them.
void Scenes::read_headings() {
    const auto& sentences = context_.tree.parse().sentences;
    const auto size = static_cast<std::uint32_t>(sentences.size());
    heading_.assign(size, kNoCountry);
    struct Heading {
        std::uint32_t sentence;
        CountryIndex country;
    };
    std::vector<Heading> headings;
    std::uint32_t end = 0;
    for (std::uint32_t s = 0; s < size; s = end) {
        for (end = s + 1; end < size && same_paragraph(s, end);) ++end;
        const std::string_view last = context_.tree[sentences[end - 1].last - 1].lower;
        if (s == 0 || sentences[end - 1].last - sentences[s].first > kHeadingTokens) continue;
        if (last == "." || last == "\"" || last == "\u201d") continue;
        CountryIndex country = kNoCountry;
        bool several = false;
        for (std::uint32_t k = s; k < end; ++k) {
            for (const Named& name : named(k)) {
                several = several || (country != kNoCountry && name.country != country);
                country = name.country;
            }
        }
        // *Denmark, Slovakia and Iceland added to the list* heads no part about one of them.
        headings.push_back({s, several ? kNoCountry : country});
    }
    const auto telling = std::count_if(headings.begin(), headings.end(),
                                       [](const Heading& h) { return h.country != kNoCountry; });
    if (telling < 2) return;
    for (std::size_t h = 0; h < headings.size(); ++h) {
        const std::uint32_t until = h + 1 < headings.size() ? headings[h + 1].sentence : size;
        std::fill(heading_.begin() + headings[h].sentence, heading_.begin() + until,
                  headings[h].country);
    }
}

/// The words before the first report's words, as a section or where they were left in the first
/// sentence: *LIMA, Peru (Wire) --*. Empty if there are none.
Span Scenes::dateline() const {
    for (const Section& section : context_.report.sections) {
        if (section.role == SectionRole::Dateline) return section.span;
        if (section.dateline > 0) {
            return {section.span.start, section.span.start + section.dateline};
        }
    }
    const SyntaxTree& tree = context_.tree;
    for (const Sentence& sentence : tree.parse().sentences) {
        const bool title = sentence.section < context_.report.sections.size() &&
                           context_.report.sections[sentence.section].role == SectionRole::Title;
        if (title) continue;
        const std::string_view first = slice(context_.report.text, tree[sentence.first].span);
        const bool capitals =
            first.size() > 2 &&
            std::all_of(first.begin(), first.end(), [](char c) { return c < 'a' || c > 'z'; });
        if (!capitals) return {};
        const TokenIndex end = std::min(sentence.last, sentence.first + kDatelineTokens);
        for (TokenIndex t = sentence.first + 1; t < end; ++t) {
            const std::string_view word = tree[t].lower;
            if (word == "--" || word == "-" || word == "\u2013" || word == "\u2014") {
                return {tree[sentence.first].span.start, tree[t].span.start};
            }
        }
        return {};
    }
    return {};
}

/// Armies go abroad: they say no more of a country's people than its name does.
bool Scenes::is_state_or_army(PhraseId i) const {
    const Evidence& e = context_.sets[i];
    return e.type == MentionType::Country || (!e.sectors.empty() && e.sectors.front() == "MIL");
}

/// *The Government* of a paper in Port of Spain, where the report is about no other country.
void Scenes::weigh_origin() {
    const std::string_view country = context_.words.origins.country_of(context_.report.uri);
    if (country.empty() || dateline_country_ != kNoCountry) return;
    const CountryIndex index = intern(std::string(country));
    if (index == kNoCountry) return;
    const double most = *std::max_element(weights_.begin(), weights_.end());
    const double weight = kOriginWeight - most / 2;
    if (weight <= 0) return;
    weights_[index] += weight;
    people_weights_[index] += weight;
}

/// How much the report is about each country.
void Scenes::weigh() {
    const SyntaxTree& tree = context_.tree;
    const auto& sentences = context_.tree.parse().sentences;
    std::vector<std::uint32_t> last_in;  // sentence in which a country was counted, and one
    last_in.assign(countries_.size(), 0);
    std::uint32_t body = 0;  // sentences of the running text so far
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        const std::uint32_t section = sentences[s].section;
        const bool title = section < context_.report.sections.size() &&
                           context_.report.sections[section].role == SectionRole::Title;
        if (!title) ++body;
        const bool lead = title || body == 1;
        const double weight = lead ? kLeadWeight : body == 2 ? kSecondWeight : 1.0;
        const auto count = [&](CountryIndex country) {
            if (last_in[country] == s + 1) return;
            last_in[country] = s + 1;
            weights_[country] += weight;
        };
        for (const Place& place : places(s)) {
            count(place.country);
            people_weights_[place.country] += weight;
        }
        for (const Named& name : named(s)) {
            count(name.country);
            const bool state =
                name.phrase == kNoPhrase || context_.sets[name.phrase].type == MentionType::Country;
            people_weights_[name.country] += state ? kStateByName * weight : weight;
            if (name.phrase == kNoPhrase) continue;
            const TokenIndex verb = tree.head(context_.sets[name.phrase].phrase.head);
            if (lead && name.subject && tree.is_root(verb)) weights_[name.country] += kActsInLead;
        }
    }
    const Span words = dateline();
    if (!words.empty()) {
        const std::string_view text = slice(context_.report.text, words);
        std::string country = context_.reader.country_in_words(text);
        for (const PlaceMention& place : context_.places) {
            if (place.span.start >= words.end) break;
            if (words.contains(place.span) && country.empty()) country = place.country;
        }
        const CountryIndex index = country.empty() ? kNoCountry : intern(country);
        dateline_country_ = index;
        const bool world =
            std::any_of(kWorldCapitals.begin(), kWorldCapitals.end(),
                        [text](std::string_view city) { return text.starts_with(city); });
        // It tells most where the country is hardly named, being the reader's own.
        if (index != kNoCountry) {
            const double most = world ? kWorldCapitalWeight : kDatelineWeight;
            const double least = std::min(most, kLeastDateline);
            weights_[index] += std::max(least, most - weights_[index] / 2);
            people_weights_[index] += std::max(least, most - people_weights_[index] / 2);
        }
    }
    weigh_origin();
    // A report in parts with headings is about no one country.
    const bool parts = std::any_of(heading_.begin(), heading_.end(),
                                   [](CountryIndex country) { return country != kNoCountry; });
    if (parts) std::fill(weights_.begin(), weights_.end(), 0.0);
    if (parts) std::fill(people_weights_.begin(), people_weights_.end(), 0.0);
    for (const double weight : weights_) most_ = std::max(most_, weight);
    for (const double weight : people_weights_) most_people_ = std::max(most_people_, weight);
}

}  // namespace tidings::mention
