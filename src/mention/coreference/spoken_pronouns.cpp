// *I*, *we* and *you* of quotations: who speaks, for whom, to whom.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/pronouns.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

/// Roles that speak for somebody else; without *for* it is the body last spoken of.
constexpr std::array<std::string_view, 9> kSpokespeople{
    "spokesman",  "spokeswoman", "spokesperson", "official", "representative",
    "negotiator", "delegate",    "source",       "envoy"};

/// Sectors of people who speak for others like them.
constexpr std::array<std::string_view, 9> kOrdinary{"CVL", "LAB", "AGR", "SOC", "REF",
                                                    "EDU", "OPP", "CRM", "REL"};

/// *our elections*, *our troops*: what a whole country has.
constexpr std::array<std::string_view, 30> kOfCountry{
    "country",    "nation",   "election",     "democracy", "border",      "soil",
    "homeland",   "people",   "constitution", "economy",   "sovereignty", "territory",
    "airspace",   "citizen",  "government",   "military",  "troop",       "soldier",
    "army",       "navy",     "ally",         "adversary", "diplomat",    "embassy",
    "parliament", "republic", "independence", "shore",     "ambassador",  "infrastructure"};
/// Sectors of people who speak of their country so.
constexpr std::array<std::string_view, 7> kPoliticians{"PTY", "ELI", "LEG", "GOV",
                                                       "MIL", "SPY", "OPP"};

constexpr std::array<std::string_view, 5> kBodyPrepositions{"of", "for", "from", "at", "with"};

}  // namespace

PronounResolver::Answer PronounResolver::find_speaker(PhraseId i) const {
    const PhraseId speaker = context_.speaker(context_.spoken_at[i]);
    if (speaker == kNoPhrase || speaker == i) return {};
    const bool usable = sets_.is_actor(speaker) || sets_[speaker].type == MentionType::Pronoun;
    if (!usable) return {};
    return {speaker, " (the speaker)"};
}

/// Inside a quotation the body or country that its speaker speaks for: *we*, not *they*.
PhraseId PronounResolver::side_of_speaker(PhraseId i) const {
    const PhraseId speaker = context_.speaker(context_.spoken_at[i]);
    if (speaker == kNoPhrase || !sets_.is_actor(speaker)) return kNoPhrase;
    const PhraseId body = body_of_speaker(speaker);
    return body != kNoPhrase ? body : country_of_speaker(speaker);
}

/// *Hamas spokesman X*, *X, a spokesman for Hamas*: whom the speaker speaks for.
PhraseId PronounResolver::body_of_speaker(PhraseId speaker) const {
    const SyntaxTree& tree = context_.tree;
    // The phrase itself and the one that introduced the speaker, with their appositions.
    std::vector<TokenIndex> nouns{sets_[speaker].phrase.head};
    const PhraseId root = sets_.root(speaker);
    if (root != speaker) nouns.push_back(sets_[root].phrase.head);
    for (std::size_t n = nouns.size(); n-- > 0;) {
        for (const TokenIndex c : tree.children(nouns[n])) {
            if (tree[c].dep == "appos" && nouns.size() < 8) nouns.push_back(c);
        }
        if (tree[nouns[n]].dep == "appos") nouns.push_back(tree.head(nouns[n]));
    }
    for (const TokenIndex noun : nouns) {
        for (const TokenIndex c : tree.children(noun)) {
            TokenIndex body = kNoToken;
            if (tree[c].dep == "prep" && one_of(tree[c].lower, kBodyPrepositions)) {
                body = tree.child(c, "pobj");
            } else if (tree[c].dep == "poss") {
                body = c;
            } else if (tree[c].dep == "relcl") {
                // *Ana Rus, who leads the party*
                body = tree.child(c, "dobj");
            }
            if (body == kNoToken) continue;
            const PhraseId k = sets_.at(body);
            if (k == kNoPhrase || !sets_.is_actor(k) || sets_.same(k, speaker)) continue;
            if (sets_.traits(k).kind == ActorKind::Body) return k;
            if (sets_.traits(k).kind == ActorKind::Country) return k;
        }
    }
    return kNoPhrase;
}

PhraseId PronounResolver::country_of_speaker(PhraseId speaker) const {
    const Evidence& whole = sets_.whole(speaker);
    if (!is_sector_of_state(whole.sectors)) return kNoPhrase;
    // *"They insulted us," a police officer said*: us police.
    const std::string& sector = whole.sectors.front();
    if (sector == "COP" || sector == "JUD") return kNoPhrase;
    const std::string country =
        whole.country.empty() ? assumed_.guess(sets_.root(speaker)).country : whole.country;
    if (country.empty()) return kNoPhrase;
    return assumed_.phrase_of(country);
}

/// *our elections*, said by a politician: of his country; kNoPhrase for other things.
PhraseId PronounResolver::country_owned(PhraseId i, PhraseId speaker) const {
    const Token& token = sets_.head(i);
    const Evidence& whole = sets_.whole(speaker);
    if (token.dep != "poss" || whole.country.empty() || whole.sectors.empty()) return kNoPhrase;
    if (!one_of(whole.sectors.front(), kPoliticians)) return kNoPhrase;
    if (!one_of(context_.tree[token.head].lemma, kOfCountry)) return kNoPhrase;
    return assumed_.phrase_of(whole.country);
}

PronounResolver::Answer PronounResolver::find_speakers_side(PhraseId i) const {
    Answer answer = find_speaker(i);
    if (answer.phrase == kNoPhrase) return answer;
    const PhraseId speaker = answer.phrase;
    if (sets_.traits(speaker).kind != ActorKind::Person) return answer;
    if (const PhraseId country = country_owned(i, speaker); country != kNoPhrase) {
        return {country, " (the speaker's country)"};
    }
    PhraseId side = body_of_speaker(speaker);
    if (side == kNoPhrase) side = country_of_speaker(speaker);
    const Evidence& whole = sets_.whole(speaker);
    const std::vector<std::string> role = folded_words(whole.role);
    const bool mouthpiece = std::any_of(role.begin(), role.end(), [](const std::string& word) {
        return one_of(word, kSpokespeople);
    });
    if (side == kNoPhrase && mouthpiece) {
        side = best_before(context_, i, 2, [&](PhraseId k) {
            const ActorKind kind = sets_.traits(k).kind;
            const bool body = kind == ActorKind::Body || kind == ActorKind::Country;
            return body && sets_.is_actor(k) ? salience(context_, k, i) : kImpossible;
        });
    }
    const bool ordinary = whole.sectors.empty() || one_of(whole.sectors.front(), kOrdinary);
    if (side == kNoPhrase && ordinary && !mouthpiece) {
        // One of many: *"We are hungry," said Ana Rus, a miner*.
        side = best_before(context_, i, 3, [&](PhraseId k) {
            const bool people = sets_.traits(k).kind == ActorKind::People && sets_.is_actor(k);
            if (!people || context_.spoken_at[k] >= 0) return kImpossible;
            if (sets_[k].role_head == "people") return kImpossible;  // *26 people were hurt*
            const bool crowd = sets_.count(k) > 1 || is_subject(sets_.head(k));
            return crowd ? salience(context_, k, i) : kImpossible;
        });
    }
    if (side == kNoPhrase) return answer;
    return {side, " (those the speaker speaks for)"};
}

/// *"You must go," the minister told the ambassador*
PronounResolver::Answer PronounResolver::find_addressee(PhraseId i) const {
    const PhraseId speaker = context_.speaker(context_.spoken_at[i]);
    if (speaker == kNoPhrase) return {};
    const SyntaxTree& tree = context_.tree;
    const TokenIndex verb = sets_.head(speaker).head;
    if (!context_.arguments.is_verb(verb)) return {};
    TokenIndex addressee = tree.child(verb, "dative");
    if (addressee == kNoToken) addressee = tree.child(verb, "dobj");
    if (addressee == kNoToken || tree[addressee].pos == Pos::Adp) {
        const auto objects = context_.arguments.prepositional(verb, "to");
        if (objects.empty()) return {};
        addressee = objects.front();
    }
    const PhraseId k = sets_.at(addressee);
    if (k == kNoPhrase || !sets_.is_actor(k)) return {};
    return {k, " (who is spoken to)"};
}

}  // namespace tidings::mention
