#include "mention/actor/actor_phrase.hpp"

#include <algorithm>
#include <array>

#include "language/syntax_tree.hpp"
#include "mention/actor/actor_code.hpp"
#include "mention/actor/actor_tables.hpp"
#include "mention/actor/evidence.hpp"
#include "mention/actor/noun_phrases.hpp"

namespace tidings::mention {

namespace {

constexpr std::size_t kMaxBytes = 4096;

/// Sectors of a state: who has one but no country belongs to the country of the context.

Report report_of(const ActorPhrase& phrase) {
    Report report;
    std::string_view text = std::string_view(phrase.text).substr(0, kMaxBytes);
    report.text = utf8::sanitize(trim(text));
    report.published = phrase.date;
    Section section;
    section.span = {0, static_cast<std::uint32_t>(report.text.size())};
    report.sections.push_back(section);
    return report;
}

/// A country, a city or a people, and nothing said of who of it.
bool is_bare_place(const Evidence& reading) {
    if (reading.row == nullptr) return false;
    switch (reading.row->kind) {
        case RowKind::Country:
        case RowKind::Demonym:
        case RowKind::Capital:
        case RowKind::City:
            return true;
        case RowKind::Seat:
        case RowKind::Organisation:
        case RowKind::Group:
        case RowKind::Person:
        case RowKind::Government:
        case RowKind::Population:
        case RowKind::Thing:
            return false;
    }
    return false;
}

/// The phrase's own head, else what stands first: *targets in Syria*, *over two dozen of them*.
const Evidence* main_reading(const SyntaxTree& tree, const std::vector<Evidence>& readings) {
    const Evidence* best = nullptr;
    const auto says_something = [](const Evidence& reading) {
        return reading.type != MentionType::None || !reading.country.empty();
    };
    for (const Evidence& reading : readings) {
        if (!says_something(reading)) continue;
        if (tree.is_root(reading.phrase.head)) return &reading;
        if (best == nullptr || (best->type == MentionType::None &&
                                reading.type != MentionType::None && !reading.is_place)) {
            best = &reading;
        }
    }
    return best;
}

/// Where the parse of a fragment found no phrase: the words up to the first preposition or comma,
/// the last of them as head.
NounPhrase first_words(const SyntaxTree& tree) {
    TokenIndex last = 0;
    while (last < tree.size() && tree[last].pos != Pos::Adp && tree[last].pos != Pos::Punct &&
           tree[last].pos != Pos::Sconj) {
        ++last;
    }
    return {0, last, last == 0 ? 0 : last - 1};
}

/// *Two men* are anyone; *men and women* are civilians.
bool is_anyone(const SyntaxTree& tree, const Evidence& reading) {
    const bool person = reading.role_head == "man" || reading.role_head == "woman";
    return person && reading.type == MentionType::Role && reading.country.empty() &&
           reading.sectors == std::vector<std::string>{"CVL"} &&
           tree.child(reading.phrase.head, "conj") == kNoToken;
}

/// Parts of a country, in which somebody is that is not told (*regions across Indonesia*).
bool names_area(const SyntaxTree& tree) {
    constexpr std::array<std::string_view, 12> kAreas{
        "region",  "area",    "province", "district", "city",         "town",
        "village", "country", "county",   "part",     "neighborhood", "neighbourhood"};
    for (TokenIndex t = 0; t < tree.size(); ++t) {
        if (!tree.is_root(t)) continue;
        return std::find(kAreas.begin(), kAreas.end(), tree[t].lemma) != kAreas.end();
    }
    return false;
}

void name_country(ActorCode& code, const EvidenceReader& reader, std::string_view context) {
    if (!code.country.empty() || context.empty() || code.sectors.empty()) return;
    const std::string& sector = code.sectors.front();
    if (std::find(kStateSectors.begin(), kStateSectors.end(), sector) == kStateSectors.end()) {
        return;
    }
    code.country = reader.country_in_words(context.substr(0, kMaxBytes));
    if (!code.country.empty()) code.why += "; country " + code.country + " from the context";
}

}  // namespace

ActorCode code_actor(const ActorPhrase& phrase, const ActorLexicon& lexicon,
                     const LanguagePipeline& language, LanguageScratch& scratch) {
    const Report report = report_of(phrase);
    const Parse parse = language.analyze(report, scratch);
    const SyntaxTree tree(parse);
    const EvidenceReader reader(report, tree, lexicon.data());
    std::vector<Evidence> readings;
    for (const NounPhrase& found : find_noun_phrases(tree)) {
        readings.push_back(reader.read(found));
    }
    ActorCode code;
    const Evidence* reading = main_reading(tree, readings);
    if (reading == nullptr) {
        const NounPhrase words = first_words(tree);
        if (words.first >= words.last) return code;
        readings = {reader.read(words)};
        reading = main_reading(tree, readings);
        if (reading == nullptr) return code;
    }
    code.why = reading->why;
    if (reading->type == MentionType::Pronoun) {
        code.sectors = {"UNK"};
        return code;
    }
    code.country = reading->country;
    if (!is_bare_place(*reading)) code.sectors = reading->sectors;
    if (is_anyone(tree, *reading) ||
        (code.sectors.empty() && !code.country.empty() && reading->is_place && names_area(tree))) {
        code.sectors = {"UNK"};
    }
    std::vector<std::string> distinct;
    for (const std::string& sector : code.sectors) {
        if (std::find(distinct.begin(), distinct.end(), sector) == distinct.end()) {
            distinct.push_back(sector);
        }
    }
    code.sectors = std::move(distinct);
    name_country(code, reader, phrase.context);
    code.code =
        !reading->code.empty() ? reading->code : cameo_actor_code(code.country, code.sectors);
    if (!code.country.empty() || !code.sectors.empty()) {
        code.name = !reading->name.empty() ? reading->name : report.text;
    }
    return code;
}

}  // namespace tidings::mention
