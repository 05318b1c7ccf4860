// The stage's entry: phrases → readings → actors, quotations, places.

#include <algorithm>
#include <array>

#include <tidings/mention.hpp>

#include "base/one_of.hpp"
#include "language/arguments.hpp"
#include "mention/actor/actor_tables.hpp"
#include "mention/actor/evidence.hpp"
#include "mention/actor/noun_phrases.hpp"
#include "mention/coreference/coreference.hpp"
#include "mention/place/find_places.hpp"
#include "mention/quote/quotes.hpp"
#include "mention/time/find_times.hpp"

namespace tidings {

namespace {

using mention::Evidence;
using mention::MentionType;
using mention::RowKind;

/// A country or body that only describes another noun (*Syrian school*, *Taliban attack*) still
/// tells whose it is; it gets a reading of its own where the noun itself is no actor.
void read_modifiers(const SyntaxTree& tree, const mention::EvidenceReader& reader,
                    const mention::NounPhrase& phrase, std::vector<Evidence>& evidence) {
    // *a million US dollars*
    static constexpr std::array<std::string_view, 14> kMoney{
        "dollar", "pound", "franc", "rupee", "peso", "ruble", "rouble",
        "krone",  "krona", "dinar", "lira",  "yen",  "yuan",  "shilling"};
    if (one_of(tree[phrase.head].lemma, kMoney)) return;
    for (TokenIndex t = phrase.first; t < phrase.head; ++t) {
        const mention::KnownName* known = reader.known_at(t);
        if (known == nullptr) continue;
        if (tree[t].dep == "poss") continue;  // a phrase of its own
        const mention::ActorRow& row = reader.choose(*known);
        if (row.kind == RowKind::City) continue;
        const bool country = reader.country_at(t) != nullptr;
        const bool of_country_kind = row.kind == RowKind::Country || row.kind == RowKind::Demonym ||
                                     row.kind == RowKind::Capital || row.kind == RowKind::Seat;
        const TokenIndex last = known->last;
        if (of_country_kind && !country) {
            t = last - 1;
            continue;
        }
        if (last > phrase.head) break;
        Evidence modifier;
        modifier.phrase = {known->first, last, t};
        modifier.type = of_country_kind ? MentionType::Country : MentionType::Known;
        modifier.name = row.name;
        modifier.country = row.country;
        modifier.sectors =
            row.kind == RowKind::Demonym ? std::vector<std::string>{"GOV"} : row.sectors;
        modifier.code = row.code;
        modifier.row = &row;
        modifier.why = "modifier " + row.name + " (" + row.where + ")";
        // The last token of the name is the one that hangs on the noun.
        modifier.phrase.head = last - 1;
        evidence.push_back(std::move(modifier));
        t = last - 1;
    }
}

/// Whose acts nouns of force and of protest tell: not *the refugee crackdown*, done to them.
bool may_do(const Evidence& doer, bool force) {
    static constexpr std::array<std::string_view, 7> kArmed{"REB", "UAF", "PRM", "COP",
                                                            "MIL", "GOV", "CRM"};
    static constexpr std::array<std::string_view, 9> kInStreets{"EDU", "LAB", "OPP", "AGR", "MED",
                                                                "REL", "COP", "MIL", "PTY"};
    if (doer.type != MentionType::Role || doer.sectors.empty() || !doer.name.empty()) return false;
    return force ? one_of(doer.sectors.front(), kArmed) : one_of(doer.sectors.front(), kInStreets);
}

/// *the rebel offensive*, *a Chadian police raid*, *student protests*: the noun before an act tells
/// who does it.
bool read_doer(const SyntaxTree& tree, const mention::EvidenceReader& reader,
               const mention::NounPhrase& phrase, std::vector<Evidence>& evidence) {
    static constexpr std::array<std::string_view, 20> kForce{
        "attack",    "offensive",   "raid",    "assault",   "strike",           "shelling",
        "onslaught", "bombardment", "ambush",  "crackdown", "operation",        "siege",
        "blockade",  "incursion",   "advance", "airstrike", "counteroffensive", "counterattack",
        "gunfire",   "barrage"};
    static constexpr std::array<std::string_view, 12> kProtest{
        "protest", "demonstration", "march",  "rally",     "strike", "sit-in",
        "walkout", "boycott",       "revolt", "rebellion", "mutiny", "uprising"};
    static constexpr std::array<std::string_view, 14> kDoers{
        "rebel",      "insurgent", "militant", "guerrilla", "jihadist",   "separatist", "militia",
        "government", "regime",    "army",     "police",    "opposition", "student",    "farmer"};
    const TokenIndex t = phrase.head - 1;
    if (phrase.head == phrase.first || !one_of(tree[t].lemma, kDoers)) return false;
    const bool before = tree[t].dep == "compound" || tree[t].dep == "nmod" || tree[t].dep == "amod";
    if (!before || tree.head(t) != phrase.head) return false;
    const bool force = one_of(tree[phrase.head].lemma, kForce);
    const bool protest = one_of(tree[phrase.head].lemma, kProtest);
    if (!force && !protest) return false;
    TokenIndex first = t;
    while (first > phrase.first && reader.known_at(first - 1) != nullptr) --first;
    if (first > 0 && tree[first].dep == "poss") return false;
    Evidence doer = reader.read({first, t + 1, t});
    if (!(force && may_do(doer, true)) && !(protest && may_do(doer, false))) return false;
    doer.plural = true;  // *the rebel attack* is no single rebel's
    doer.why += "; before an act";
    evidence.push_back(std::move(doer));
    return true;
}

/// The United Nations, the European Union: no country of their own.
bool is_body_of_states(const Evidence& reading) {
    return reading.country.empty() && !reading.sectors.empty() && reading.sectors.front() == "IGO";
}

/// *Armenian and Azerbaijani troops* are two actors: every further country among the modifiers gets
/// the same role, every organisation of states (*Turkish and EU officials*) stands for itself.
void split_coordinated(const SyntaxTree& tree, const mention::EvidenceReader& reader,
                       const Evidence& reading, std::vector<Evidence>& evidence) {
    const bool of_body = is_body_of_states(reading);
    if (!of_body && (reading.type != MentionType::Role || reading.country.empty())) return;
    const auto add = [&](Evidence other) {
        // The bare adjective has been read as a people before its noun was reached.
        std::erase_if(evidence,
                      [&](const Evidence& e) { return e.phrase.head == other.phrase.head; });
        evidence.push_back(std::move(other));
    };
    for (TokenIndex t = reading.phrase.first; t < reading.phrase.head; ++t) {
        if (tree[t].dep != "conj") continue;
        if (const mention::ActorRow* row = reader.country_at(t); row != nullptr) {
            if (row->country == reading.country) continue;
            // *EU and Turkish officials*: what they are is read without the organisation.
            const TokenIndex head = reading.phrase.head;
            Evidence other = of_body ? reader.read({t, head + 1, head}) : reading;
            other.phrase = {t, t + 1, t};
            other.country = row->country;
            other.why = "role " + reading.role + "; country " + row->country +
                        " from the modifier " + row->name;
            add(std::move(other));
        } else if (Evidence body = reader.read({t, t + 1, t}); is_body_of_states(body)) {
            add(std::move(body));
        }
    }
}

/// Phrases that are no actors but may be what an event is done to: each is a weak actor of its own.
void add_weak(const Report& report, const SyntaxTree& tree, const std::vector<Evidence>& evidence,
              Mentions& mentions) {
    mentions.weak_at.assign(tree.size(), Mentions::kNoMention);
    for (const Evidence& e : evidence) {
        const TokenIndex head = e.phrase.head;
        if (mentions.mention_at[head] != Mentions::kNoMention) continue;
        if (tree[head].pos != Pos::Noun && tree[head].pos != Pos::Propn) continue;
        Actor actor;
        actor.id = "a" + std::to_string(mentions.actors.size() + 1);
        ActorMention mention;
        mention.span = {tree[e.phrase.first].span.start, tree[e.phrase.last - 1].span.end};
        mention.head = head;
        mention.actor = static_cast<ActorIndex>(mentions.actors.size());
        mention.why = "a phrase of the text, no known actor";
        actor.name = std::string(slice(report.text, mention.span));
        std::replace(actor.name.begin(), actor.name.end(), '\n', ' ');
        actor.mentions = {mention.span};
        actor.weak = true;
        mentions.weak_at[head] = static_cast<std::uint32_t>(mentions.mentions.size());
        mentions.actors.push_back(std::move(actor));
        mentions.mentions.push_back(std::move(mention));
    }
}

}  // namespace

Mentions find_mentions(const Report& report, const Parse& parse, const MentionLexica& lexica) {
    const ActorLexiconData& lexicon = lexica.actors.data();
    Mentions mentions;
    const SyntaxTree tree(parse);
    const Arguments arguments(tree);
    mentions.places = mention::find_places(report, tree, lexica);
    const mention::EvidenceReader reader(report, tree, lexicon, mentions.places);
    std::vector<Evidence> evidence;
    for (const mention::NounPhrase& phrase : mention::find_noun_phrases(tree)) {
        Evidence reading = reader.read(phrase);
        const bool actor = reading.type != MentionType::None;
        split_coordinated(tree, reader, reading, evidence);
        evidence.push_back(std::move(reading));
        if (!actor && !read_doer(tree, reader, phrase, evidence)) {
            read_modifiers(tree, reader, phrase, evidence);
        }
    }
    std::stable_sort(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) {
        return a.phrase.head < b.phrase.head;
    });
    evidence.erase(std::unique(evidence.begin(), evidence.end(),
                               [](const Evidence& a, const Evidence& b) {
                                   return a.phrase.head == b.phrase.head;
                               }),
                   evidence.end());
    const auto readings = mention::find_quotes(report, arguments, lexica.quotes.data());
    std::vector<mention::SpokenWords> spoken;
    for (const mention::SpokenWords& words : readings.spoken) {
        if (spoken.empty() || spoken.back().span.end <= words.span.start) spoken.push_back(words);
    }
    mention::find_actors(report, arguments, lexica, reader, evidence, std::move(spoken), mentions);
    for (const auto& reading : readings.quotes) {
        Quote quote;
        quote.span = reading.span;
        quote.kind = reading.kind;
        quote.stance = reading.stance;
        quote.nested = reading.nested;
        quote.resumes = reading.resumes;
        if (reading.cue != kNoToken) quote.cue = tree[reading.cue].span;
        if (reading.speaker != kNoToken) {
            quote.speaker_span = reading.speaker_phrase;
            const std::uint32_t at = mentions.mention_at[reading.speaker];
            if (at != Mentions::kNoMention) {
                quote.speaker = mentions.mentions[at].actor;
                quote.speaker_span = mentions.mentions[at].span;
            }
        }
        mentions.quotes.push_back(quote);
    }
    mentions.times = mention::find_times(report, parse, lexica.times);
    add_weak(report, tree, evidence, mentions);
    return mentions;
}

}  // namespace tidings
