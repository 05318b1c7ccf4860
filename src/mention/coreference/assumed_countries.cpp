#include "mention/coreference/assumed_countries.hpp"

#include <algorithm>
#include <array>

#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

constexpr std::array<std::string_view, 6> kStateSectors{"GOV", "MIL", "COP", "JUD", "LEG", "SPY"};

/// Sectors of people who live where they are told of (*ten civilians were killed in Aleppo*).
constexpr std::array<std::string_view, 8> kLocalSectors{"CVL", "OPP", "SOC", "AGR",
                                                        "LAB", "EDU", "REL", "MED"};
/// Words for people who are of elsewhere.
constexpr std::array<std::string_view, 9> kStrangers{"foreigner", "tourist",    "visitor",
                                                     "traveller", "traveler",   "passenger",
                                                     "pilgrim",   "expatriate", "holidaymaker"};

constexpr std::uint32_t kLeadSentences = 3;  // headline and lead
constexpr double kLeadWeight = 3;            // of a naming there, against 1 elsewhere
constexpr double kDatelineWeight = 3;
constexpr double kLeastWeight = 6;  // before a report is about one country
constexpr double kLead = 1.5;       // over the next

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// People of the place, if nothing else is said of whence they come.
bool is_local(const Evidence& e) {
    return e.type == MentionType::Role && e.country.empty() && e.code.empty() &&
           !e.sectors.empty() && one_of(e.sectors.front(), kLocalSectors) &&
           !one_of(e.role_head, kStrangers) && e.role.find("foreign") == std::string::npos;
}

/// *Kurdish officials*, *Tuareg forces*: of a people, whose country nothing here tells.
bool names_a_people(const ReferenceContext& context, const Evidence& e) {
    for (TokenIndex t = e.phrase.first; t < e.phrase.head; ++t) {
        const Token& word = context.tree[t];
        const std::string_view text = slice(context.report.text, word.span);
        if (word.tag == "JJ" && !text.empty() && text.front() >= 'A' && text.front() <= 'Z' &&
            t != context.tree.parse().sentences[word.sentence].first) {
            return true;
        }
    }
    return false;
}

std::string dateline_country(const ReferenceContext& context) {
    for (const Section& section : context.report.sections) {
        Span words{};
        if (section.role == SectionRole::Dateline) {
            words = section.span;
        } else if (section.dateline > 0) {
            words = {section.span.start, section.span.start + section.dateline};
        }
        if (words.empty()) continue;
        std::string country = context.reader.country_in_words(slice(context.report.text, words));
        if (!country.empty()) return country;
    }
    return {};
}

}  // namespace

bool is_sector_of_state(const std::vector<std::string>& sectors) {
    return !sectors.empty() && one_of(sectors.front(), kStateSectors);
}

AssumedCountries::AssumedCountries(const ReferenceContext& context)
    : context_(context), dateline_(dateline_country(context)) {
    const ActorSets& sets = context.sets;
    std::map<std::string, int> spoken_of;
    std::map<std::string, int> told_of;  // as a place
    for (PhraseId i = 0; i < sets.size(); ++i) {
        const Evidence& e = sets[i];
        if (e.country.empty()) continue;
        const bool city = e.type == MentionType::None && e.row != nullptr;
        if ((city || e.type == MentionType::Country) && e.is_place) {
            place_of_[context.sentence(i)] = e.country;
            ++told_of[e.country];
        }
        if (!e.is_place) ++spoken_of[e.country];
        if (e.type != MentionType::Country) continue;
        if (e.is_place) ++spoken_of[e.country];
        first_of_.emplace(e.country, i);
    }
    find_home();
    int most_told = 1;
    for (const auto& [code, count] : told_of) {
        if (count == most_told) main_place_.clear();
        if (count > most_told) main_place_ = code;
        most_told = std::max(most_told, count);
    }
    int most = 0;
    for (const auto& [code, count] : spoken_of) {
        if (count <= most) continue;
        most = count;
        most_spoken_of_ = code;
    }
}

/// The country that a report is about: named in its headline, lead and dateline, and most often.
void AssumedCountries::find_home() {
    const ActorSets& sets = context_.sets;
    std::map<std::string, double> weights;
    if (!dateline_.empty()) weights[dateline_] += kDatelineWeight;
    for (PhraseId i = 0; i < sets.size(); ++i) {
        const Evidence& e = sets[i];
        if (e.country.empty()) continue;
        weights[e.country] += context_.sentence(i) < kLeadSentences ? kLeadWeight : 1.0;
    }
    double most = 0;
    double second = 0;
    for (const auto& [country, weight] : weights) {
        if (weight > most) {
            second = most;
            most = weight;
            home_ = country;
        } else {
            second = std::max(second, weight);
        }
    }
    if (most < kLeastWeight || most < kLead * second) home_.clear();
}

AssumedCountries::Guess AssumedCountries::guess(PhraseId i) const {
    const Evidence& e = context_.sets[i];
    const std::uint32_t sentence = context_.sentence(i);
    const std::string_view sector = e.sectors.empty() ? std::string_view() : e.sectors.front();
    // *Ministers gathered in Brussels* come from anywhere; *the police in Lagos* do not.
    const bool local = e.definite || sector == "COP" || sector == "JUD";
    if (const auto place = place_of_.find(sentence); local && place != place_of_.end()) {
        return {place->second, "place in the sentence"};
    }
    const bool known_one = e.definite || e.type == MentionType::Person;
    if (known_one) {
        const std::vector<std::string> role = folded_words(e.role);
        const bool governs = std::any_of(role.begin(), role.end(), [](const std::string& word) {
            return word == "president" || word == "minister" || word == "premier" ||
                   word == "government" || word == "parliament";
        });
        const PhraseId last = best_before(context_, i, 1, [&](PhraseId k) {
            const Evidence& o = context_.sets[k];
            const bool actor = o.type == MentionType::Country && !o.is_place && !o.country.empty();
            if (!actor) return kImpossible;
            // The head of a government is the one's that the text is about; anybody else is of
            // the country last named.
            const bool beside = context_.sentence(k) == sentence;
            if (!beside && !governs && !main_place_.empty()) return kImpossible;
            return governs && !beside ? salience(context_, k, i) : 10.0 + k;
        });
        if (last != kNoPhrase && (home_.empty() || context_.sentence(last) == sentence)) {
            return {context_.sets[last].country, "country last spoken of"};
        }
        if (!home_.empty()) return {home_, "country that the report is about"};
        if (!governs && !main_place_.empty()) return {main_place_, "place of the report"};
    }
    if (!dateline_.empty()) return {dateline_, "dateline"};
    if (known_one) return {most_spoken_of_, "country most spoken of"};
    return {};
}

AssumedCountries::Guess AssumedCountries::home(PhraseId i) const {
    if (const auto place = place_of_.find(context_.sentence(i)); place != place_of_.end()) {
        return {place->second, "place in the sentence"};
    }
    if (main_place_.empty()) return {home_, "country that the report is about"};
    return {main_place_, "place of the report"};
}

PhraseId AssumedCountries::phrase_of(const std::string& country) const {
    const auto found = first_of_.find(country);
    return found == first_of_.end() ? kNoPhrase : found->second;
}

void assume_countries(ReferenceContext& context, const AssumedCountries& assumed) {
    ActorSets& sets = context.sets;
    for (PhraseId i = 0; i < sets.size(); ++i) {
        Evidence& e = sets[i];
        if (sets.root(i) != i || !e.country.empty() || !e.code.empty()) continue;
        const bool office =
            (e.type == MentionType::Role || (e.type == MentionType::Person && !e.role.empty())) &&
            is_sector_of_state(e.sectors);
        if (!office && !is_local(e)) continue;
        if (names_a_people(context, e)) continue;
        if (e.role_head == "coalition" || e.role_head == "alliance") continue;  // of many countries
        const AssumedCountries::Guess guess = office ? assumed.guess(i) : assumed.home(i);
        if (guess.country.empty()) continue;
        e.country = guess.country;
        e.why.append("; country ").append(guess.country).append(" assumed (");
        e.why.append(guess.how).append(")");
    }
}

}  // namespace tidings::mention
