#include "mention/actor/evidence.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/actor/namesakes.hpp"

namespace tidings::mention {

namespace {

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
/// *The former minister* is ELI, *a former rapper* what he was: only an office can be left.
constexpr std::array<std::string_view, 8> kOutOfOffice{"former",  "ex",      "ousted",   "deposed",
                                                       "toppled", "retired", "one-time", "onetime"};
constexpr std::array<std::string_view, 7> kOffices{"GOV", "LEG", "JUD", "SPY", "PTY", "IGO", "ELI"};
constexpr std::array<std::string_view, 12> kHighRanks{
    "general", "admiral",   "marshal",   "commander", "chief",        "colonel",
    "head",    "commodore", "brigadier", "director",  "commissioner", "boss"};

bool held_office(const Evidence& evidence) {
    if (evidence.sectors.empty()) return false;
    return one_of(evidence.sectors.front(), kOffices) || one_of(evidence.role_head, kHighRanks);
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

/// Behind these stands where somebody is.
bool EvidenceReader::is_locating(std::string_view preposition) {
    static constexpr std::array<std::string_view, 12> kLocating{
        "in",      "across", "inside", "near", "around",  "throughout",
        "outside", "at",     "within", "off",  "through", "via"};
    return one_of(preposition, kLocating);
}

bool EvidenceReader::is_country_kind(RowKind kind) {
    return kind == RowKind::Country || kind == RowKind::Demonym || kind == RowKind::Capital ||
           kind == RowKind::Seat;
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
        // *Turkish and EU officials*: the phrase is of the first, the others are read beside it.
        const TokenIndex first = token.dep == "conj" ? tree_.head(t) : t;
        if (first < t && first >= phrase.first && known_at(first) != nullptr) continue;
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
        const bool located = is_locating(preposition) && !international;
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

}  // namespace tidings::mention
