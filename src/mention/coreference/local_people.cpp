#include "mention/coreference/local_people.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/assumed_countries.hpp"

namespace tidings::mention {

namespace {

/// Sectors of people who live where they are told of (*ten civilians were killed in Aleppo*). Not
/// gunmen, whose state is not known, nor refugees and companies, who are of elsewhere.
constexpr std::array<std::string_view, 12> kLocalSectors{"CVL", "OPP", "SOC", "AGR", "LAB", "EDU",
                                                         "REL", "MED", "PTY", "CRM", "ELI", "JRN"};
/// Words for people who are of elsewhere, or of many countries.
constexpr std::array<std::string_view, 26> kStrangers{
    "foreigner",   "tourist",    "visitor",      "traveller", "traveler",   "passenger",
    "pilgrim",     "expatriate", "holidaymaker", "donor",     "migrant",    "expert",
    "peacekeeper", "mediator",   "hostage",      "analyst",   "reporter",   "correspondent",
    "fugitive",    "stowaway",   "pirate",       "smuggler",  "trafficker", "crew",
    "sailor",      "seafarer"};
/// What one state is to another: *the ally* is none of the country that the report is about.
constexpr std::array<std::string_view, 6> kAmongStates{"ally",    "neighbour", "neighbor",
                                                       "partner", "adversary", "counterpart"};
/// Before others, these words tell that they are of elsewhere: *migrant families*.
constexpr std::array<std::string_view, 6> kElsewhere{"migrant", "immigrant", "refugee",
                                                     "asylum",  "tourist",   "expatriate"};
constexpr std::array<std::string_view, 8> kStates{"country", "state", "nation",   "province",
                                                  "region",  "city",  "district", "territory"};
constexpr std::array<std::string_view, 6> kOfManyCountries{
    "international", "multinational", "global", "world", "western", "cross-border"};
/// Sectors of people who are told apart by where they work: *a professor at Stanford*.
constexpr std::array<std::string_view, 3> kOfInstitution{"EDU", "MED", "JRN"};
constexpr std::array<std::string_view, 4> kWorksAt{"at", "of", "from", "with"};

/// *ministers from several Latin American countries*
bool is_from_many_countries(const ReferenceContext& context, const Evidence& e) {
    static constexpr std::array<std::string_view, 4> kFrom{"from", "of", "in", "across"};
    const SyntaxTree& tree = context.tree;
    for (const TokenIndex c : tree.children(e.phrase.head)) {
        if (tree[c].dep != "prep" || !one_of(tree[c].lower, kFrom)) continue;
        const TokenIndex object = tree.child(c, "pobj");
        if (object == kNoToken || tree[object].tag != "NNS") continue;
        const std::string_view noun = tree[object].lemma;
        if (noun == "country" || noun == "nation" || noun == "continent") return true;
    }
    return false;
}

}  // namespace

bool is_office(const Evidence& e) {
    const bool office =
        e.type == MentionType::Role || (e.type == MentionType::Person && !e.role.empty());
    return office && is_sector_of_state(e.sectors);
}

bool is_local(const Evidence& e) {
    if (!e.country.empty() || !e.code.empty() || e.sectors.empty()) return false;
    // *Rosa Quispe, a farmer*; experts and journalists come from anywhere.
    const bool named = e.type == MentionType::Person && !e.role.empty();
    if (named && (e.sectors.front() == "EDU" || e.sectors.front() == "JRN")) return false;
    if (!named && e.type != MentionType::Role) return false;
    if (e.role_head == "returnee" || e.role_head == "evacuee") return true;
    return one_of(e.sectors.front(), kLocalSectors) && !one_of(e.role_head, kStrangers) &&
           e.role.find("foreign") == std::string::npos;
}

bool is_state_word(std::string_view noun) {
    return one_of(noun, kStates);
}

bool names_a_people(const ReferenceContext& context, const Evidence& e) {
    // *Republican leaders* are of a party.
    if (!e.sectors.empty() && e.sectors.front() == "PTY") return false;
    for (TokenIndex t = e.phrase.first; t < e.phrase.head; ++t) {
        const Token& word = context.tree[t];
        const Name* name = context.reader.name_at(t);
        if (name != nullptr && name->label == "NORP") return true;  // *Muslim hackers*
        const std::string_view text = slice(context.report.text, word.span);
        if (word.tag == "JJ" && !text.empty() && text.front() >= 'A' && text.front() <= 'Z' &&
            t != context.tree.parse().sentences[word.sentence].first) {
            return true;
        }
    }
    return false;
}

void go_to_mother_country(const ReferenceContext& context, const Evidence& e,
                          std::string& country) {
    static constexpr std::array<std::string_view, 5> kTerritories{"PRI", "GUM", "VIR", "ASM",
                                                                  "MNP"};
    if (!one_of(country, kTerritories)) return;
    const TokenIndex before = e.phrase.head == 0 ? 0 : e.phrase.head - 1;
    const bool federal = before >= e.phrase.first && context.tree[before].lower == "federal";
    if (federal || e.role_head == "congress" || e.role_head == "congressman") country = "USA";
}

bool is_of_anywhere(const ReferenceContext& context, const Evidence& e) {
    // *called on governments to act*: those of the world
    const bool bare =
        e.phrase.first == e.phrase.head || context.tree[e.phrase.first].pos == Pos::Adj;
    if (e.plural && bare && e.role_head == "government") return true;
    if (one_of(e.role_head, kStrangers) || is_state_word(e.role_head)) return true;
    if (one_of(e.role_head, kAmongStates) && !context.tree.has_child(e.phrase.head, "poss"))
        return true;
    if (is_from_many_countries(context, e)) return true;
    // *The coalition bombed*; not *the opposition alliance*.
    const bool many = e.role_head == "coalition" || e.role_head == "alliance";
    const bool rules =
        e.role.find("ruling") != std::string::npos || e.role.find("governing") != std::string::npos;
    if (many && !rules && is_sector_of_state(e.sectors)) return true;
    const std::string_view first = context.tree[e.phrase.first].lower;
    if (first == "any" || first == "every" || first == "no" || first == "each") return true;
    for (TokenIndex t = e.phrase.first; t < e.phrase.head; ++t) {
        const std::string_view word = context.tree[t].lower;
        // *a regional force*; but *regional officials* are of a province.
        const bool regional = word == "regional" && e.sectors.front() == "MIL";
        // *foreign prisoners*; not *the foreign minister*
        const bool foreign = word == "foreign" && !is_sector_of_state(e.sectors);
        if (regional || foreign || one_of(word, kOfManyCountries)) return true;
        if (one_of(word, kElsewhere)) return true;
    }
    return e.plural && e.role.starts_with("foreign minister");
}

Span institution(const ReferenceContext& context, const Evidence& e) {
    if (e.sectors.empty() || !one_of(e.sectors.front(), kOfInstitution)) return {};
    if (e.role_kind != RowKind::Person) return {};
    const SyntaxTree& tree = context.tree;
    for (const TokenIndex c : tree.children(e.phrase.head)) {
        const bool before = c < e.phrase.head && tree[c].pos == Pos::Propn &&
                            tree[c].dep == "compound" && e.type == MentionType::Role;
        if (before) return tree[c].span;
        if (tree[c].dep != "prep" || !one_of(tree[c].lower, kWorksAt)) continue;
        const TokenIndex object = tree.child(c, "pobj");
        if (object == kNoToken) continue;
        TokenIndex last = object;
        for (TokenIndex t = object; t < tree.size() && t < object + 4; ++t) {
            if (t != object && tree[t].pos != Pos::Propn && tree[t].lower != "of") break;
            last = t;
        }
        bool named = false;
        for (TokenIndex t = c + 1; t <= last; ++t) named = named || tree[t].pos == Pos::Propn;
        if (named) return {tree[c + 1].span.start, tree[last].span.end};
    }
    return {};
}

std::string country_of_institution(const ReferenceContext& context, Span words) {
    const auto& places = context.places;
    auto place = std::lower_bound(
        places.begin(), places.end(), words.start,
        [](const PlaceMention& one, std::uint32_t start) { return one.span.start < start; });
    for (; place != places.end() && place->span.start < words.end; ++place) {
        if (!place->country.empty()) return place->country;
    }
    return {};
}

}  // namespace tidings::mention
