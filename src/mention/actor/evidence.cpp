#include "mention/actor/evidence.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/actor/namesakes.hpp"

namespace tidings::mention {

namespace {

constexpr std::array<std::string_view, 12> kLocatingPrepositions{
    "in",      "across", "inside", "near", "around",  "throughout",
    "outside", "at",     "within", "off",  "through", "via"};
/// *U.S.-backed rebels* are not American: words behind a hyphen that take the country away.
constexpr std::array<std::string_view, 24> kNotOfCountry{
    "backed",    "led",   "based",      "allied",   "aligned", "trained", "funded",   "supported",
    "sponsored", "born",  "controlled", "occupied", "held",    "made",    "built",    "supplied",
    "armed",     "style", "mediated",   "brokered", "linked",  "bound",   "speaking", "financed"};
constexpr std::array<std::string_view, 12> kStreets{"road",     "street",    "avenue",  "drive",
                                                    "lane",     "boulevard", "highway", "close",
                                                    "crescent", "terrace",   "gardens", "way"};
constexpr std::array<std::string_view, 5> kNotPrefix{"anti", "pro", "non", "ex", "trans"};
/// *Latin American*, *Central America*: of a part of the world, not of the United States.
constexpr std::array<std::string_view, 7> kPartsOfAmerica{"latin", "central", "south", "north",
                                                          "pan",   "meso",    "ibero"};
/// *people of Japanese descent* are of another country.
constexpr std::array<std::string_view, 9> kDescent{"descent",    "ancestry",   "origin",
                                                   "heritage",   "extraction", "parentage",
                                                   "background", "ethnicity",  "blood"};
/// The second half of *Somali-American*, which is the nationality.
constexpr std::array<std::string_view, 6> kNewCountry{"american",  "americans",  "canadian",
                                                      "canadians", "australian", "australians"};
/// Demonstratives and the like that are no personal pronouns.
constexpr std::array<std::string_view, 22> kPersonalPronouns{
    "he",         "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their",
    "themselves", "it",  "its", "itself",  "i",   "me",  "my",   "we",      "us",   "our",  "who"};

/// *The former minister* is ELI, *a former rapper* what he was: only an office can be left.
constexpr std::array<std::string_view, 8> kOutOfOffice{"former",  "ex",      "ousted",   "deposed",
                                                       "toppled", "retired", "one-time", "onetime"};
constexpr std::array<std::string_view, 7> kOffices{"GOV", "LEG", "JUD", "SPY", "PTY", "IGO", "ELI"};
constexpr std::array<std::string_view, 12> kHighRanks{
    "general", "admiral",   "marshal",   "commander", "chief",        "colonel",
    "head",    "commodore", "brigadier", "director",  "commissioner", "boss"};

/// Nouns that stand before names as adjectives (*Public Ombudsman Cruz*, *State Police*).
constexpr std::array<std::string_view, 8> kNoTitles{"public",  "national", "state",  "nation",
                                                    "country", "dead",     "native", "local"};
bool held_office(const Evidence& evidence) {
    if (evidence.sectors.empty()) return false;
    return one_of(evidence.sectors.front(), kOffices) || one_of(evidence.role_head, kHighRanks);
}

bool is_name_token(const Token& token) {
    return token.pos == Pos::Propn || token.pos == Pos::X || token.tag == "NNP" ||
           token.tag == "NNPS" || token.lower == "al" || token.lower == "bin" ||
           token.lower == "-" || token.lower == "de" || token.lower == "van" ||
           token.lower == "von";
}

/// *NFU*, *TUC*: capital letters only.
bool is_initials(std::string_view word) {
    return word.size() > 1 && word.size() < 7 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_country_kind(RowKind kind) {
    return kind == RowKind::Country || kind == RowKind::Demonym || kind == RowKind::Capital ||
           kind == RowKind::Seat;
}

std::string lower_lemma(const Token& token) {
    std::string lemma = utf8::lower(token.lemma);
    return lemma;
}

}  // namespace

EvidenceReader::EvidenceReader(const Report& report, const SyntaxTree& tree,
                               const ActorLexiconData& lexicon,
                               std::span<const PlaceMention> places)
    : report_(report),
      tree_(tree),
      lexicon_(lexicon),
      known_(find_known_names(report.text, tree.parse(), lexicon.names)),
      known_of_token_(tree.size(), -1),
      name_of_token_(tree.size(), -1) {
    find_namesakes(report.text, tree.parse(), lexicon, places, known_, namesakes_);
    for (std::size_t k = 0; k < known_.size(); ++k) {
        for (TokenIndex t = known_[k].first; t < known_[k].last; ++t) {
            known_of_token_[t] = static_cast<std::int32_t>(k);
        }
    }
    const auto& names = tree.parse().names;
    for (std::size_t k = 0; k < names.size(); ++k) {
        for (TokenIndex t = names[k].first; t < names[k].last; ++t) {
            name_of_token_[t] = static_cast<std::int32_t>(k);
        }
    }
}

const KnownName* EvidenceReader::known_at(TokenIndex token) const {
    const std::int32_t k = known_of_token_[token];
    return k < 0 ? nullptr : &known_[static_cast<std::size_t>(k)];
}

const Name* EvidenceReader::name_at(TokenIndex token) const {
    const std::int32_t k = name_of_token_[token];
    return k < 0 ? nullptr : &tree_.parse().names[static_cast<std::size_t>(k)];
}

/// *Iran* in *National Council of Resistance of Iran* is no mention of its own.
bool EvidenceReader::inside_longer_name(TokenIndex token) const {
    const KnownName* known = known_at(token);
    if (known == nullptr || known->last - known->first < 2) return false;
    const TokenIndex head = tree_.head(token);
    return head != token && head >= known->first && head < known->last;
}

const ActorRow& EvidenceReader::choose(const KnownName& known) const {
    if (known.namesake != nullptr) return *known.namesake;
    const ActorRow* chosen = nullptr;
    for (const std::uint32_t index : known.rows) {
        const ActorRow& row = lexicon_.rows[index];
        if (!holds_now(row)) continue;
        if (row.by_user) return row;
        // Without a date what holds today is likelier than what is over.
        const bool likelier = report_.published.empty() && chosen != nullptr &&
                              !chosen->until.empty() && row.until.empty();
        if (chosen == nullptr || likelier) chosen = &row;
    }
    return chosen != nullptr ? *chosen : lexicon_.rows[known.rows.front()];
}

/// True if the row's years cover the report's date, or one of the two is not known.
bool EvidenceReader::holds_now(const ActorRow& row) const {
    const std::string_view date = std::string_view(report_.published).substr(0, 10);
    const bool begun = row.from.empty() || date.empty() || row.from <= date;
    const bool over =
        !row.until.empty() && !date.empty() && row.until < date.substr(0, row.until.size());
    return begun && !over;
}

std::string EvidenceReader::words(TokenIndex first, TokenIndex last) const {
    if (first >= last) return {};
    std::string joined(slice(report_.text, {tree_[first].span.start, tree_[last - 1].span.end}));
    std::replace(joined.begin(), joined.end(), '\n', ' ');
    return joined;
}

const ActorRow* EvidenceReader::country_at(TokenIndex token) const {
    const KnownName* known = known_at(token);
    if (known == nullptr || is_other_person(*known)) return nullptr;
    const ActorRow& row = choose(*known);
    return is_country_kind(row.kind) && !is_compounded_away(token) ? &row : nullptr;
}

std::string EvidenceReader::country_in_words(std::string_view words_text) const {
    std::string country;
    for (const std::uint32_t row : find_rows_in_words(words_text, lexicon_.names)) {
        const ActorRow& actor = lexicon_.rows[row];
        const bool place = is_country_kind(actor.kind) || actor.kind == RowKind::City;
        if (place && !actor.country.empty()) country = actor.country;
    }
    return country;
}

bool EvidenceReader::is_compounded_away(TokenIndex token) const {
    const KnownName* known = known_at(token);
    const TokenIndex first = known == nullptr ? token : known->first;
    const TokenIndex last = known == nullptr ? token + 1 : known->last;
    const auto& tokens = tree_.parse().tokens;
    if (last < tokens.size()) {
        // Tokenized as `U.S.`, `-`, `backed`, or as one token `U.S.-backed`.
        std::size_t next = last;
        if (tokens[next].lower == "-" && next + 1 < tokens.size()) ++next;
        const std::string_view word = tokens[next].lower;
        // *Wellington Road*, of any town
        const bool written_as_name =
            tokens[next].pos == Pos::Propn && one_of(word, kStreets) && next == last;
        if (written_as_name && known != nullptr) return true;
        if (next != last && (one_of(word, kNotOfCountry) || one_of(word, kNewCountry))) return true;
    }
    if (first > 0) {
        const Token& before = tokens[first - 1];
        const TokenIndex part = before.lower == "-" && first > 1 ? first - 2 : first - 1;
        if (tokens[first].lower.starts_with("america") &&
            one_of(tokens[part].lower, kPartsOfAmerica)) {
            return true;
        }
        if (before.lower == "-" && first > 1 && one_of(tokens[first - 2].lower, kNotPrefix)) {
            // *An ex-CIA officer* was of the CIA; *ex-Soviet* states are not Soviet.
            const bool left = tokens[first - 2].lower == "ex" && known != nullptr;
            return !left || is_country_kind(choose(*known).kind);
        }
        for (const std::string_view prefix : kNotPrefix) {
            if (before.lower.starts_with(prefix) && before.lower.ends_with("-")) return true;
        }
    }
    return false;
}

void EvidenceReader::take_country(Evidence& evidence, const ActorRow& row,
                                  std::string_view how) const {
    if (!evidence.country.empty() || row.country.empty()) return;
    evidence.country = row.country;
    if (!evidence.why.empty()) evidence.why += "; ";
    evidence.why += "country " + row.country + " from " + std::string(how) + " " + row.name;
}

void forget_head_of_state(Evidence& evidence) {
    const bool head = evidence.role_head == "president" && evidence.sectors.size() == 1 &&
                      evidence.sectors.front() == "GOV";
    if (head) evidence.sectors.clear();
}

/// *U.N. experts*, *Taliban fighters*: the body's sectors come before the role's own.
void EvidenceReader::take_body(Evidence& evidence, const ActorRow& row) const {
    if (row.kind == RowKind::Population || row.kind == RowKind::Government ||
        row.kind == RowKind::City) {
        return;
    }
    std::vector<std::string> sectors = row.sectors;
    if (!sectors.empty() && sectors.front() != "GOV") forget_head_of_state(evidence);
    const bool former = !evidence.sectors.empty() && evidence.sectors.front() == "ELI";
    if (former) sectors.insert(sectors.begin(), "ELI");
    for (const std::string& sector : evidence.sectors) {
        if (std::find(sectors.begin(), sectors.end(), sector) == sectors.end()) {
            sectors.push_back(sector);
        }
    }
    evidence.sectors = std::move(sectors);
    if (row.country.empty() && evidence.code.empty()) evidence.code = row.code;
}

/// All offices of whoever is known by this name, if there are several.
void EvidenceReader::read_terms(Evidence& evidence, const KnownName& known) const {
    for (const std::uint32_t index : known.rows) {
        const ActorRow& row = lexicon_.rows[index];
        if (row.name == evidence.row->name) evidence.terms.push_back(&row);
    }
    if (evidence.terms.size() < 2) evidence.terms.clear();
}

/// A known body: a nationality beside it beats the table (*South Korea's Democratic Party*), a
/// place behind it tells where a people is meant (*the Kurds in Syria*).
void EvidenceReader::read_body(Evidence& evidence, const ActorRow& row) const {
    const std::string table_country = evidence.country;
    const bool international = table_country.empty();
    evidence.country.clear();
    read_modifiers(evidence);
    if (international && row.kind != RowKind::Population) evidence.country.clear();
    if (evidence.country.empty()) evidence.country = table_country;
    if (evidence.country.empty() && row.kind == RowKind::Population) {
        read_complements(evidence);
    }
}

void EvidenceReader::read_modifiers(Evidence& evidence) const {
    const NounPhrase& phrase = evidence.phrase;
    for (TokenIndex t = phrase.first; t < phrase.head; ++t) {
        const Token& token = tree_[t];
        const bool opposed =
            token.lower == "exiled" || token.lower == "opposition" || token.lower == "dissident";
        if (opposed && !is_compounded_away(t)) {
            if (std::find(evidence.sectors.begin(), evidence.sectors.end(), "OPP") ==
                evidence.sectors.end()) {
                evidence.sectors.insert(evidence.sectors.begin(), "OPP");
            }
        }
        const KnownName* known = known_at(t);
        if (known == nullptr || is_compounded_away(t)) continue;
        if (known->first <= phrase.head && phrase.head < known->last) continue;
        if (is_other_person(*known)) continue;
        const ActorRow& row = choose(*known);
        // *Labour Minister Jane Doe* holds an office; she need not be of a party of that name.
        static constexpr std::array<std::string_view, 5> kOffices{
            "minister", "ministry", "secretary", "department", "commissioner"};
        const bool party = !row.sectors.empty() && row.sectors.front() == "PTY";
        if (party && known->last < tree_.size() && known->last == known->first + 1 &&
            one_of(tree_[known->last].lower, kOffices)) {
            continue;
        }
        take_country(evidence, row, is_country_kind(row.kind) ? "the modifier" : "the body");
        if (!is_country_kind(row.kind) && row.kind != RowKind::Person && evidence.row == nullptr) {
            take_body(evidence, row);
        }
        t = known->last - 1;
    }
}

/// *Former FBI Director Louis Freeh* is ELI; called when sectors are read.
void EvidenceReader::read_former(Evidence& evidence) const {
    for (TokenIndex t = evidence.phrase.first; t < evidence.phrase.head; ++t) {
        if (!one_of(tree_[t].lower, kOutOfOffice)) continue;
        if (held_office(evidence)) evidence.sectors.insert(evidence.sectors.begin(), "ELI");
        return;
    }
}

/// *president of Kenya*, *spokesman for the army*, *protesters in Sudan*.
void EvidenceReader::read_complements(Evidence& evidence) const {
    for (const TokenIndex c : tree_.children(evidence.phrase.head)) {
        // *two men accredited to the Iranian embassy*
        if (tree_[c].dep == "acl" && tree_[c].lemma == "accredit") {
            const TokenIndex to = tree_.child(c, "prep");
            const TokenIndex post = to == kNoToken ? kNoToken : tree_.child(to, "pobj");
            if (post == kNoToken) continue;
            for (const TokenIndex d : tree_.children(post)) {
                const KnownName* sender = known_at(d);
                if (sender != nullptr) take_country(evidence, choose(*sender), "the embassy's");
            }
            continue;
        }
        if (tree_[c].dep != "prep") continue;
        const std::string_view preposition = tree_[c].lower;
        // *an aide to Zelensky* is of his country; *an envoy to Ukraine* is not.
        static constexpr std::array<std::string_view, 6> kServants{
            "aide", "adviser", "advisor", "counsel", "counselor", "assistant"};
        const bool serves = preposition == "to" && one_of(evidence.role_head, kServants);
        const bool belongs = preposition == "of" || preposition == "for" || preposition == "from" ||
                             preposition == "with" || serves;
        // *a spokesman in New York* speaks for somebody, not for the place.
        const bool international =
            evidence.sectors.empty()
                ? evidence.role_head.starts_with("spokes")
                : evidence.sectors.front() == "IGO" || evidence.sectors.front() == "NGO";
        const bool located = one_of(preposition, kLocatingPrepositions) && !international;
        if (!belongs && !located) continue;
        const TokenIndex object = tree_.child(c, "pobj");
        if (object == kNoToken) continue;
        const KnownName* known = known_at(object);
        if (known != nullptr && !is_compounded_away(object)) {
            const ActorRow& row = choose(*known);
            if (preposition == "with" && is_country_kind(row.kind)) continue;
            // *Wikipedia in Turkey*: a body of no known kind is not of the country where it works.
            const bool unknown = evidence.type == MentionType::Name && evidence.sectors.empty();
            if (located && !belongs && unknown && row.kind == RowKind::Country) continue;
            take_country(evidence, row,
                         std::string("\u201c") + std::string(preposition) + "\u201d");
            if (!is_country_kind(row.kind) && row.kind != RowKind::Person && belongs) {
                take_body(evidence, row);
            }
        } else if ((preposition == "of" || preposition == "for") &&
                   !one_of(tree_[object].lemma, kDescent)) {
            // *the president of the Kenyan Farm Bureau* heads no state.
            const Name* of = name_at(object);
            const bool of_state = !evidence.sectors.empty();
            if (of != nullptr && of->label == "ORG" && tree_[object].pos == Pos::Propn) {
                forget_head_of_state(evidence);
            }
            const bool of_body = of_state && evidence.sectors.empty();
            // *members of the Kenyan parliament*: look one phrase further.
            for (const TokenIndex d : tree_.children(object)) {
                const KnownName* inner = known_at(d);
                if (inner == nullptr || is_compounded_away(d)) continue;
                take_country(evidence, choose(*inner), "“of” the body of");
            }
            if (of_body) continue;
            // *leader of the rebels*, *chairman of the company's board*
            for (TokenIndex t = object + 1; t-- > object - std::min<TokenIndex>(object, 3);) {
                // *a company of paratroopers* is no firm.
                const bool unit = evidence.role_head == "company";
                if (t <= evidence.phrase.head || (!evidence.sectors.empty() && !unit)) break;
                const RoleMatch body = role_ending_at(t, evidence.phrase.head + 1);
                if (body.row == nullptr) continue;
                const bool armed = !body.row->sectors.empty() && body.row->sectors.front() == "MIL";
                if (!unit || armed) evidence.sectors = body.row->sectors;
                if (unit) break;
            }
        }
    }
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

Evidence EvidenceReader::read(const NounPhrase& phrase) const {
    Evidence evidence;
    evidence.phrase = phrase;
    const Token& head = tree_[phrase.head];
    evidence.plural = head.tag == "NNS" || head.tag == "NNPS" || head.lower == "police" ||
                      head.lower == "they" || head.lower == "them" || head.lower == "their";
    for (TokenIndex t = phrase.first; t < phrase.head; ++t) {
        const Token& token = tree_[t];
        if (token.head == phrase.head &&
            (token.lower == "the" || token.lower == "this" || token.lower == "these" ||
             token.lower == "that" || token.lower == "those" || token.dep == "poss")) {
            evidence.definite = true;
        }
    }
    if (head.dep == "pobj" && one_of(tree_[head.head].lower, kLocatingPrepositions))
        evidence.is_place = true;
    if (head.pos == Pos::Pron) {
        if (one_of(head.lower, kPersonalPronouns)) {
            evidence.type = MentionType::Pronoun;
            evidence.why = "pronoun";
        }
        return evidence;
    }
    if (inside_longer_name(phrase.head)) return evidence;
    // *the secretary* of *secretary-general*, cut off by the parser
    if (phrase.head + 2 < tree_.size() && tree_[phrase.head + 1].lower == "-" &&
        !head.space_after && !tree_[phrase.head + 1].space_after &&
        tree_.head(phrase.head) == phrase.head + 2 &&
        role_ending_at(phrase.head + 2, phrase.head).first == phrase.head) {
        return evidence;
    }

    const KnownName* known = known_at(phrase.head);
    const bool ends_name = known != nullptr && ends_longer_name(*known);
    if (ends_name) take_country(evidence, choose(*known), "the name's");
    if (known != nullptr && !is_compounded_away(phrase.head) && !is_other_person(*known) &&
        !ends_name) {
        const ActorRow& row = choose(*known);
        evidence.row = &row;
        evidence.phrase.last = std::max(evidence.phrase.last, known->last);
        evidence.phrase.first = std::min(evidence.phrase.first, known->first);
        evidence.country = row.country;
        evidence.sectors = row.sectors;
        evidence.code = row.code;
        evidence.why = "known as " + row.name + " (" + row.where + ")";
        if (row.kind == RowKind::City) return evidence;  // a place, no actor
        if (row.kind == RowKind::Demonym) {
            evidence.type = MentionType::Role;
            evidence.role = words(phrase.first, evidence.phrase.last);
            evidence.role_head = std::string(head.lower);
            // *Ethnic Albanians* are of any country.
            if (known->first > 0 && tree_[known->first - 1].lower == "ethnic") {
                evidence.country.clear();
                read_complements(evidence);
            }
            return evidence;
        }
        if (is_country_kind(row.kind)) {
            evidence.type = MentionType::Country;
            evidence.name = row.name;
            return evidence;
        }
        evidence.type = MentionType::Known;
        evidence.name = row.name;
        evidence.role = row.role;
        read_terms(evidence, *known);
        if (row.kind == RowKind::Person) {
            // A title in the text beats the table.
            for (TokenIndex t = known->first; t-- > phrase.first;) {
                const RoleMatch role = role_ending_at(t, phrase.first);
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
        } else {
            read_body(evidence, row);
        }
        return evidence;
    }

    if (read_party_member(evidence) || read_crowd(evidence)) return evidence;

    // Words of a personal or other name at the end of the phrase.
    TokenIndex name_first = phrase.head + 1;
    const Name* entity = name_at(phrase.head);
    // The tagger takes *antiwar protesters* for a person too: a name has a capital.
    const char initial = report_.text[head.span.start];
    const bool named_person =
        entity != nullptr && entity->label == "PERSON" && !(initial >= 'a' && initial <= 'z');
    const bool proper = head.pos == Pos::Propn || named_person;
    RoleMatch role;
    if (proper) {
        name_first = phrase.head;
        while (
            name_first > phrase.first && is_name_token(tree_[name_first - 1]) &&
            (known_at(name_first - 1) == nullptr || is_other_person(*known_at(name_first - 1))) &&
            role_ending_at(name_first - 1, phrase.first).row == nullptr) {
            --name_first;
        }
        for (TokenIndex t = name_first; t-- > phrase.first;) {
            // *Islamic State suspect*: no *state* as a role.
            if (const KnownName* body = known_at(t); body != nullptr && body->first < t) {
                t = std::max(body->first, phrase.first);
                continue;
            }
            const RoleMatch found = role_ending_at(t, phrase.first);
            if (found.row == nullptr) continue;
            // *supreme leader Ayatollah Khamenei*: the first person's role is the office.
            const bool office = found.row->kind == RowKind::Person && !found.row->sectors.empty();
            const bool no_title = one_of(tree_[t].lower, kNoTitles);
            if (!no_title && (role.row == nullptr || office)) role = found;
            t = found.first;
        }
    }
    const RoleMatch own = role_ending_at(phrase.head, phrase.first);
    // *National Assembly*: a role of two words, not an Assembly who is a national.
    const bool name_is_role = own.row != nullptr && !named_person &&
                              (!proper || role.row == nullptr || own.first <= role.first);
    if (name_is_role) role = own;
    const RoleMatch with_of = role_with_of(phrase.head);
    if (with_of.row != nullptr && (role.row == nullptr || name_is_role)) role = with_of;

    if (role.row != nullptr && role.row->kind == RowKind::Thing) {
        evidence.is_thing = true;
        return evidence;
    }
    RowKind kind = RowKind::Person;
    if (role.row != nullptr) {
        kind = role.row->kind;
        evidence.sectors = role.row->sectors;
        evidence.role = words(role.first, role.last);
        evidence.role_head = lower_lemma(tree_[name_is_role ? phrase.head : role.last - 1]);
        evidence.role_kind = kind;
        evidence.why += (evidence.why.empty() ? "role " : "; role ") + evidence.role;
        take_qualifier(evidence, role);
        // *NFU president Ana Rus*
        if (role.first > phrase.first) {
            const TokenIndex before = role.first - 1;
            const Name* body = name_at(before);
            const bool unknown = known_at(before) == nullptr && tree_[before].pos == Pos::Propn;
            const bool named = (body != nullptr && body->label == "ORG") ||
                               is_initials(slice(report_.text, tree_[before].span));
            if (unknown && named) forget_head_of_state(evidence);
        }
    }
    if (proper && !name_is_role) {
        // *The Courier says that he was held*: nobody is called so.
        const bool called_the = named_person && role.row == nullptr && name_first == phrase.head &&
                                phrase.head > phrase.first && tree_[phrase.head - 1].lower == "the";
        const bool person = (named_person && !called_the) ||
                            (role.row != nullptr && role.row->kind == RowKind::Person);
        const bool organisation =
            entity != nullptr && (entity->label == "ORG" || entity->label == "NORP");
        if (!person && !organisation && !called_the && role.row == nullptr) {
            return evidence;  // a place that no table has, a day, a product
        }
        evidence.type = person ? MentionType::Person : MentionType::Name;
        evidence.name = words(name_first, phrase.head + 1);
        if (person && role.row == nullptr) take_known_person(evidence, name_first);
        if (entity != nullptr && !person) {
            evidence.name = words(std::max(entity->first, phrase.first), entity->last);
            if (evidence.name.starts_with("the ") || evidence.name.starts_with("The ")) {
                evidence.name.erase(0, 4);
            }
        }
        if (!evidence.why.empty()) evidence.why += "; ";
        evidence.why += person ? "personal name" : "name of an organisation";
    } else if (role.row != nullptr) {
        evidence.type = MentionType::Role;
    } else {
        return evidence;
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
    return evidence;
}

}  // namespace tidings::mention
