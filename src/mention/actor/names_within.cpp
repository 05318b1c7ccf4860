// Countries and parties that are only part of somebody else's name.
#include <array>

#include "base/one_of.hpp"
#include "mention/actor/evidence.hpp"

namespace tidings::mention {

namespace {

/// Countries whose names people bear as well: *Chad Hull*, *Israel Adesanya*.
constexpr std::array<std::string_view, 8> kGivenNames{"chad",  "jordan", "georgia", "israel",
                                                      "kenya", "cuba",   "india",   "ireland"};
/// One member of a party whose word for itself is no name of it: *the Ohio Republican*.
constexpr std::array<std::string_view, 4> kPartyMembers{"republican", "democrat", "tory",
                                                        "libertarian"};
/// Given names that look like participles.
constexpr std::array<std::string_view, 20> kLikeParticiples{
    "mohammed", "mohamed", "muhammed", "ahmed", "hamed",  "khaled",  "waleed",
    "rashed",   "saeed",   "sayed",    "syed",  "fred",   "alfred",  "wilfred",
    "manfred",  "jared",   "ted",      "ned",   "irving", "sterling"};

/// *Battered Eritrea sued for peace*: a participle that opens the sentence, not a given name.
bool is_opening_participle(const Token& word) {
    return word.sentence_start && (word.lower.ends_with("ed") || word.lower.ends_with("ing")) &&
           !one_of(word.lower, kLikeParticiples);
}

}  // namespace

/// *Chad Hull, 37, was arrested*: a country's name before a surname.
bool EvidenceReader::is_given_name(const KnownName& known) const {
    const TokenIndex surname = known.last;
    if (surname - known.first != 1 || surname >= tree_.size()) return false;
    if (!one_of(tree_[known.first].lower, kGivenNames)) return false;
    const bool name = tree_[surname].pos == Pos::Propn && known_at(surname) == nullptr &&
                      tree_[surname].sentence == tree_[known.first].sentence;
    if (!name) return false;
    const Name* entity = name_at(known.first);
    if (entity != nullptr && entity->label == "PERSON" && entity->last > surname) return true;
    // An age behind the name says that the tagger is wrong.
    return surname + 2 < tree_.size() && tree_[surname + 1].lower == "," &&
           tree_[surname + 2].tag == "CD";
}

/// *Police Chief Thomas Finn*, *Kathy Ireland*: a country's name or people behind a given name.
bool EvidenceReader::is_surname(const KnownName& known) const {
    if (known.last - known.first != 1 || known.first == 0) return false;
    if (tree_[known.first].tag == "NNPS" || tree_[known.first].tag == "NNS") return false;
    const Name* entity = name_at(known.first);
    const bool person = entity != nullptr && entity->label == "PERSON" &&
                        entity->first < known.first && entity->last == known.last;
    const Token& before = tree_[known.first - 1];
    return person && before.pos == Pos::Propn && before.head == known.first &&
           !is_opening_participle(before) && known_at(known.first - 1) == nullptr &&
           role_ending_at(known.first - 1, 0).row == nullptr;
}

/// *Paul D. Ryan* is the Paul Ryan of the tables.
void EvidenceReader::take_known_person(Evidence& evidence, TokenIndex name_first) const {
    const TokenIndex last = evidence.phrase.head;
    if (last != name_first + 2) return;
    const std::string_view initial = slice(report_.text, tree_[name_first + 1].span);
    const bool is_initial = initial.size() == 2 && initial.back() == '.';
    if (!is_initial || initial.front() < 'A' || initial.front() > 'Z') return;
    KnownName known;
    known.first = name_first;
    known.last = last + 1;
    known.rows = find_rows_in_words(words(name_first, name_first + 1) + ' ' + words(last, last + 1),
                                    lexicon_.names);
    if (known.rows.empty()) return;
    const ActorRow& row = choose(known);
    const std::string plain = words(name_first, name_first + 1) + ' ' + words(last, last + 1);
    if (row.kind != RowKind::Person || row.name != plain || !holds_now(row)) return;
    evidence.country = row.country;
    evidence.sectors = row.sectors;
    evidence.role = row.role;
    evidence.why = "known as " + row.name + " (" + row.where + ")";
}

/// *Astana* in *Air Astana* is the company's name: a place that ends a longer name of a body.
bool EvidenceReader::ends_longer_name(const KnownName& known) const {
    if (known.first == 0) return false;
    const RowKind kind = choose(known).kind;
    if (kind != RowKind::Capital && kind != RowKind::City && kind != RowKind::Country) return false;
    const Name* entity = name_at(known.first);
    if (entity == nullptr || entity->label != "ORG" || entity->first >= known.first) return false;
    const Token& before = tree_[known.first - 1];
    return entity->last == known.last && before.pos == Pos::Propn && before.dep == "compound" &&
           before.head >= known.first && before.head < known.last &&
           known_at(known.first - 1) == nullptr;
}

/// A bare surname of the tables inside another person's name (*Matt Blair*), or of somebody who is
/// not in office, is not that person. Nor is a place in a person's name (*Paris Hilton*) a place.
bool EvidenceReader::is_other_person(const KnownName& known) const {
    const ActorRow& row = choose(known);
    if (row.kind == RowKind::Country) return is_given_name(known) || is_surname(known);
    if (row.kind == RowKind::Demonym) return is_surname(known);
    if (row.kind == RowKind::Capital) {
        // *Ana Lima*, *Jack London*
        const Name* entity = name_at(known.first);
        return entity != nullptr && entity->label == "PERSON" && entity->first < known.first &&
               entity->last == known.last && known_at(known.first - 1) == nullptr;
    }
    if (row.kind == RowKind::City) {
        const Name* entity = name_at(known.first);
        if (entity == nullptr) return false;
        if (entity->label == "PERSON") return true;
        const TokenIndex first = entity->first + (tree_[entity->first].lower == "the" ? 1 : 0);
        return entity->label == "ORG" && entity->last > known.last && first < known.first;
    }
    if (row.kind != RowKind::Person || known.last - known.first != 1) return false;
    if (!holds_now(row)) return true;
    if (known.first == 0) return false;
    const Token& before = tree_[known.first - 1];
    return before.pos == Pos::Propn && before.head == known.first &&
           before.sentence == tree_[known.first].sentence &&
           role_ending_at(known.first - 1, 0).row == nullptr;
}

/// *the Ohio Republican said*: somebody of the party, not the party. True if the phrase is that.
bool EvidenceReader::read_party_member(Evidence& evidence) const {
    const NounPhrase& phrase = evidence.phrase;
    const Token& head = tree_[phrase.head];
    const bool singular = head.tag == "NNP" || head.tag == "NN";
    if (!singular || !one_of(head.lower, kPartyMembers) || phrase.first == phrase.head)
        return false;
    if (known_at(phrase.head) != nullptr) return false;
    evidence.type = MentionType::Role;
    evidence.role = words(phrase.head, phrase.head + 1);
    evidence.role_head = std::string(head.lower);
    evidence.sectors = {"PTY"};
    evidence.why = "role " + evidence.role;
    read_modifiers(evidence);
    read_former(evidence);
    return true;
}

/// *Turkish Friendship Hospital* need not stand in the country that gave it its name.
bool EvidenceReader::is_named_for_country(const Evidence& evidence) const {
    static constexpr std::array<std::string_view, 6> kGifts{"hospital",   "clinic",  "school",
                                                            "university", "college", "cemetery"};
    if (tree_[evidence.phrase.head].pos != Pos::Propn) return false;
    if (evidence.country.empty() || !one_of(evidence.role_head, kGifts)) return false;
    for (TokenIndex t = evidence.phrase.first; t < evidence.phrase.head; ++t) {
        const KnownName* known = known_at(t);
        if (known == nullptr || tree_[t].pos != Pos::Propn) continue;
        const ActorRow& row = choose(*known);
        if (row.kind == RowKind::Demonym && row.country == evidence.country) return true;
    }
    return false;
}

}  // namespace tidings::mention
