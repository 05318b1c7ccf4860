// A noun phrase to evidence of who is meant: a known name, a crowd, a role, a name beside a role.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/actor/evidence.hpp"

namespace tidings::mention {

namespace {

/// Demonstratives and the like that are no personal pronouns.
constexpr std::array<std::string_view, 22> kPersonalPronouns{
    "he",         "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their",
    "themselves", "it",  "its", "itself",  "i",   "me",  "my",   "we",      "us",   "our",  "who"};
/// Nouns that stand before names as adjectives (*Public Ombudsman Cruz*, *State Police*).
constexpr std::array<std::string_view, 8> kNoTitles{"public",  "national", "state",  "nation",
                                                    "country", "dead",     "native", "local"};
/// Words that make a phrase definite.
constexpr std::array<std::string_view, 5> kDefinite{"the", "this", "these", "that", "those"};
/// Plural whatever the tag.
constexpr std::array<std::string_view, 4> kPlural{"police", "they", "them", "their"};

bool is_name_token(const Token& token) {
    static constexpr std::array<std::string_view, 6> kInside{"al", "bin", "-", "de", "van", "von"};
    return token.pos == Pos::Propn || token.pos == Pos::X || token.tag == "NNP" ||
           token.tag == "NNPS" || one_of(token.lower, kInside);
}

/// *NFU*, *TUC*: capital letters only.
bool is_initials(std::string_view word) {
    return word.size() > 1 && word.size() < 7 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Evidence EvidenceReader::begin(const NounPhrase& phrase) const {
    Evidence evidence;
    evidence.phrase = phrase;
    const Token& head = tree_[phrase.head];
    evidence.plural = head.tag == "NNS" || head.tag == "NNPS" || one_of(head.lower, kPlural);
    for (TokenIndex t = phrase.first; t < phrase.head; ++t) {
        const Token& token = tree_[t];
        if (token.head != phrase.head) continue;
        if (one_of(token.lower, kDefinite) || token.dep == "poss") evidence.definite = true;
    }
    evidence.is_place = head.dep == "pobj" && is_locating(tree_[head.head].lower);
    return evidence;
}

/// *the secretary* of *secretary-general*, cut off by the parser
bool EvidenceReader::is_cut_off(const NounPhrase& phrase) const {
    const TokenIndex behind = phrase.head + 2;
    return behind < tree_.size() && tree_[phrase.head + 1].lower == "-" &&
           !tree_[phrase.head].space_after && !tree_[phrase.head + 1].space_after &&
           tree_.head(phrase.head) == behind &&
           role_ending_at(behind, phrase.head).first == phrase.head;
}

/// *Thousands rallied in Lima*, *tens of thousands were driven out*: a number without a noun, of
/// whom a verb tells, is people.
bool EvidenceReader::read_crowd(Evidence& evidence) const {
    static constexpr std::array<std::string_view, 6> kNumbers{"dozens",   "scores",    "tens",
                                                              "hundreds", "thousands", "millions"};
    TokenIndex number = evidence.phrase.head;
    const Token& head = tree_[number];
    if (head.dep != "nsubj" && head.dep != "nsubjpass") return false;
    if (tree_[head.head].pos != Pos::Verb || !one_of(head.lower, kNumbers)) return false;
    TokenIndex of = tree_.child(number, "prep");
    if (of != kNoToken) {  // *tens of thousands*, but not *tens of thousands of dollars*
        number = tree_[of].lower == "of" ? tree_.child(of, "pobj") : kNoToken;
        if (number == kNoToken || !one_of(tree_[number].lower, kNumbers)) return false;
        of = tree_.child(number, "prep");
    }
    if (of != kNoToken && tree_[of].lower == "of") return false;
    evidence.type = MentionType::Role;
    evidence.role = "people";
    evidence.role_head = "people";
    evidence.role_kind = RowKind::Person;
    evidence.sectors = {"CVL"};
    evidence.plural = true;
    evidence.why = "a number of people";
    return true;
}

/// A name of the tables.
void EvidenceReader::read_known(Evidence& evidence, const KnownName& known) const {
    const ActorRow& row = choose(known);
    evidence.row = &row;
    evidence.phrase.last = std::max(evidence.phrase.last, known.last);
    const TokenIndex first = evidence.phrase.first;
    evidence.phrase.first = std::min(first, known.first);
    evidence.country = row.country;
    evidence.sectors = row.sectors;
    evidence.code = row.code;
    evidence.why = "known as " + row.name + " (" + row.where + ")";
    if (row.kind == RowKind::City) return;  // a place, no actor
    if (row.kind == RowKind::Demonym) {
        evidence.type = MentionType::Role;
        evidence.role = words(first, evidence.phrase.last);
        evidence.role_head = std::string(tree_[evidence.phrase.head].lower);
        // *Ethnic Albanians* are of any country.
        if (known.first > 0 && tree_[known.first - 1].lower == "ethnic") {
            evidence.country.clear();
            read_complements(evidence);
        }
        return;
    }
    if (is_country_kind(row.kind)) {
        evidence.type = MentionType::Country;
        evidence.name = row.name;
        return;
    }
    evidence.type = MentionType::Known;
    evidence.name = row.name;
    evidence.role = row.role;
    read_terms(evidence, known);
    if (row.kind != RowKind::Person) return read_body(evidence, row);
    // A title in the text beats the table.
    for (TokenIndex t = known.first; t-- > first;) {
        const RoleMatch role = role_ending_at(t, first);
        if (role.row == nullptr || role.row->sectors.empty()) continue;
        evidence.sectors = role.row->sectors;
        evidence.role = words(role.first, role.last);
        evidence.row = nullptr;
        evidence.terms.clear();
        const std::string table_country = evidence.country;
        evidence.country.clear();
        read_modifiers(evidence);
        read_former(evidence);
        if (evidence.country.empty()) evidence.country = table_country;
        break;
    }
}

/// Where the words of a personal or other name at the end of the phrase begin.
TokenIndex EvidenceReader::name_begin(const NounPhrase& phrase) const {
    TokenIndex first = phrase.head;
    while (first > phrase.first && is_name_token(tree_[first - 1]) &&
           (known_at(first - 1) == nullptr || is_other_person(*known_at(first - 1))) &&
           role_ending_at(first - 1, phrase.first).row == nullptr) {
        --first;
    }
    return first;
}

/// The role that stands before a name; its row is null if there is none.
EvidenceReader::RoleMatch EvidenceReader::title_before(TokenIndex name,
                                                       const NounPhrase& phrase) const {
    RoleMatch title;
    for (TokenIndex t = name; t-- > phrase.first;) {
        // *Islamic State suspect*: no *state* as a role.
        if (const KnownName* body = known_at(t); body != nullptr && body->first < t) {
            t = std::max(body->first, phrase.first);
            continue;
        }
        const RoleMatch found = role_ending_at(t, phrase.first);
        if (found.row == nullptr) continue;
        // *supreme leader Ayatollah Khamenei*: the first person's role is the office.
        const bool office = found.row->kind == RowKind::Person && !found.row->sectors.empty();
        if (!one_of(tree_[t].lower, kNoTitles) && (title.row == nullptr || office)) title = found;
        t = found.first;
    }
    return title;
}

/// What a role tells. `last_word`: the token whose lemma stands for it.
void EvidenceReader::take_role(Evidence& evidence, const RoleMatch& role,
                               TokenIndex last_word) const {
    evidence.sectors = role.row->sectors;
    evidence.role = words(role.first, role.last);
    evidence.role_head = utf8::lower(tree_[last_word].lemma);
    evidence.role_kind = role.row->kind;
    evidence.why += (evidence.why.empty() ? "role " : "; role ") + evidence.role;
    take_qualifier(evidence, role);
    if (role.first <= evidence.phrase.first) return;
    // *NFU president Ana Rus*
    const TokenIndex before = role.first - 1;
    const Name* body = name_at(before);
    const bool unknown = known_at(before) == nullptr && tree_[before].pos == Pos::Propn;
    const bool named = (body != nullptr && body->label == "ORG") ||
                       is_initials(slice(report_.text, tree_[before].span));
    if (unknown && named) forget_head_of_state(evidence);
}

/// A name that no table has. False for a place, a day, a product.
bool EvidenceReader::read_name(Evidence& evidence, const RoleMatch& role, TokenIndex first,
                               bool named_person) const {
    const NounPhrase& phrase = evidence.phrase;
    const Name* entity = name_at(phrase.head);
    // *The Courier says that he was held*: nobody is called so.
    const bool called_the = named_person && role.row == nullptr && first == phrase.head &&
                            phrase.head > phrase.first && tree_[phrase.head - 1].lower == "the";
    const bool person =
        (named_person && !called_the) || (role.row != nullptr && role.row->kind == RowKind::Person);
    const bool organisation =
        entity != nullptr && (entity->label == "ORG" || entity->label == "NORP");
    if (!person && !organisation && !called_the && role.row == nullptr) return false;
    evidence.type = person ? MentionType::Person : MentionType::Name;
    evidence.name = words(first, phrase.head + 1);
    if (person && role.row == nullptr) take_known_person(evidence, first);
    if (entity != nullptr && !person) {
        evidence.name = words(std::max(entity->first, phrase.first), entity->last);
        if (evidence.name.starts_with("the ") || evidence.name.starts_with("The ")) {
            evidence.name.erase(0, 4);
        }
    }
    if (!evidence.why.empty()) evidence.why += "; ";
    evidence.why += person ? "personal name" : "name of an organisation";
    return true;
}

/// A phrase that no table knows by name: a role, a name, or a name with a title before it.
void EvidenceReader::read_described(Evidence& evidence) const {
    const NounPhrase phrase = evidence.phrase;
    const Token& head = tree_[phrase.head];
    const Name* entity = name_at(phrase.head);
    // The tagger takes *antiwar protesters* for a person too: a name has a capital.
    const char initial = report_.text[head.span.start];
    const bool named_person =
        entity != nullptr && entity->label == "PERSON" && !(initial >= 'a' && initial <= 'z');
    const bool proper = head.pos == Pos::Propn || named_person;
    const TokenIndex name_first = proper ? name_begin(phrase) : phrase.head + 1;
    RoleMatch role;
    if (proper) role = title_before(name_first, phrase);
    const RoleMatch own = role_ending_at(phrase.head, phrase.first);
    // *National Assembly*: a role of two words, not an Assembly who is a national.
    const bool name_is_role = own.row != nullptr && !named_person &&
                              (!proper || role.row == nullptr || own.first <= role.first);
    if (name_is_role) role = own;
    const RoleMatch with_of = role_with_of(phrase.head);
    if (with_of.row != nullptr && (role.row == nullptr || name_is_role)) role = with_of;
    if (role.row != nullptr && role.row->kind == RowKind::Thing) {
        evidence.is_thing = true;
        return;
    }
    if (role.row != nullptr) {
        take_role(evidence, role, name_is_role ? phrase.head : role.last - 1);
    }
    if (proper && !name_is_role) {
        if (!read_name(evidence, role, name_first, named_person)) return;
    } else if (role.row != nullptr) {
        evidence.type = MentionType::Role;
    } else {
        return;
    }
    read_modifiers(evidence);
    if (is_named_for_country(evidence)) evidence.country.clear();
    read_complements(evidence);
    read_former(evidence);
    // *House Speaker* is American unless the text says *Philippine*.
    if (evidence.country.empty() && role.row != nullptr) evidence.country = role.row->country;
    // *Prime Minister*, *President* without an article name one person: treat as definite.
    if (evidence.type == MentionType::Role && !evidence.plural && phrase.first == phrase.head &&
        head.pos == Pos::Propn) {
        evidence.definite = true;
    }
}

Evidence EvidenceReader::read(const NounPhrase& phrase) const {
    Evidence evidence = begin(phrase);
    const Token& head = tree_[phrase.head];
    if (head.pos == Pos::Pron) {
        if (one_of(head.lower, kPersonalPronouns)) {
            evidence.type = MentionType::Pronoun;
            evidence.why = "pronoun";
        }
        return evidence;
    }
    if (inside_longer_name(phrase.head) || is_cut_off(phrase)) return evidence;
    const KnownName* known = known_at(phrase.head);
    const bool ends_name = known != nullptr && ends_longer_name(*known);
    if (ends_name) take_country(evidence, choose(*known), "the name's");
    if (known != nullptr && !is_compounded_away(phrase.head) && !is_other_person(*known) &&
        !ends_name) {
        read_known(evidence, *known);
    } else if (!read_party_member(evidence) && !read_crowd(evidence)) {
        read_described(evidence);
    }
    return evidence;
}

}  // namespace tidings::mention
