// To whom a side gives way, where its rule finds nobody or only a thing: to whoever the sentence
// says demanded it (*as the miners had asked*, *in the face of the marchers*), whoever protested,
// or whoever met the strikers half way; and who pardoned those that are let go.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/implied_sides.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kDemanderReach = 100;  // tokens of a sentence that are looked at

/// Strikes called off, leaders gone, plans dropped, rights and institutions granted.
bool is_to_demander(const Coding& coding) {
    if (coding.mode == "disarm") return true;
    static constexpr std::array<std::string_view, 7> kCodes{"080",  "082",  "083", "0831",
                                                            "0832", "0833", "0834"};
    return one_of(coding.cameo, kCodes);
}

/// *as the union had demanded*, *demanded by the union*
bool is_demanding(const Token& verb) {
    static constexpr std::array<std::string_view, 14> kVerbs{
        "demand", "ask",  "urge",    "request", "seek",     "want",  "insist",
        "wish",   "call", "clamour", "clamor",  "petition", "wring", "press"};
    return one_of(verb.lemma, kVerbs);
}

/// *the demand of the union*, *under pressure from the street*
bool is_demand(const Token& noun) {
    static constexpr std::array<std::string_view, 14> kNouns{
        "demand", "call",     "pressure", "protest", "outcry",    "request", "petition",
        "uproar", "backlash", "fury",     "anger",   "ultimatum", "wish",    "demonstration"};
    return one_of(noun.lemma, kNouns);
}

/// *laid down their arms under a deal with the government*
bool is_deal(const Token& noun) {
    static constexpr std::array<std::string_view, 8> kNouns{
        "deal", "pact", "accord", "agreement", "peace", "settlement", "compromise", "truce"};
    return one_of(noun.lemma, kNouns);
}

/// *resigned to calm the marchers*
bool is_appeasing(const Token& verb) {
    static constexpr std::array<std::string_view, 9> kVerbs{"calm",    "appease", "placate",
                                                            "mollify", "satisfy", "pacify",
                                                            "please",  "quiet",   "conciliate"};
    return one_of(verb.lemma, kVerbs);
}

/// *a show of goodwill towards the government*, *a concession to the Sunnis*
bool is_gesture(const Token& noun) {
    static constexpr std::array<std::string_view, 6> kNouns{"goodwill", "gesture", "concession",
                                                            "show",     "nod",     "sop"};
    return one_of(noun.lemma, kNouns);
}

/// *went back to work after the ministry raised its offer*
bool meets_halfway(const Token& verb) {
    static constexpr std::array<std::string_view, 27> kVerbs{
        "call",     "invite", "let",   "agree",  "promise", "sweeten",  "accept",
        "offer",    "pledge", "raise", "bow",    "yield",   "relent",   "meet",
        "withdraw", "drop",   "pay",   "vow",    "concede", "sign",     "give",
        "grant",    "honour", "honor", "settle", "release", "guarantee"};
    return one_of(verb.lemma, kVerbs);
}

}  // namespace

/// Who demands by the word at a token; kNoToken if it is no demand.
TokenIndex ImpliedSides::demander_at(TokenIndex token) const {
    const Token& word = tree_[token];
    const auto behind = [&](std::initializer_list<std::string_view> prepositions) {
        for (const std::string_view preposition : prepositions) {
            const auto found = arguments_.prepositional(token, preposition);
            if (!found.empty()) return found.front();
        }
        return kNoToken;
    };
    if (arguments_.is_verb(token) && is_demanding(word)) {
        if (word.dep == "acl" && word.tag == "VBN") return behind({"by", "from"});
        if (word.dep != "advcl") return kNoToken;
        const auto children = tree_.children(token);
        const bool as = std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
            return c < token && tree_[c].lower == "as";
        });
        // *as academics clamoured to know*
        if (!as || tree_.has_child(token, "dobj") || tree_.has_child(token, "xcomp")) {
            return kNoToken;
        }
        return word.tag == "VBN" && !tree_.has_child(token, "nsubj") ? behind({"by"})
                                                                     : arguments_.subject(token);
    }
    if (arguments_.is_verb(token) && (word.lemma == "grant" || word.lemma == "give")) {
        // *granting the students what they had wanted*
        const TokenIndex what = tree_.child(token, "ccomp");
        return what != kNoToken && is_demanding(tree_[what]) ? behind({"to"})
                                                             : TokenIndex{kNoToken};
    }
    if (arguments_.is_verb(token) && is_appeasing(word)) {
        const bool purpose = word.dep == "advcl" || word.dep == "xcomp";
        return purpose ? arguments_.object(token) : TokenIndex{kNoToken};
    }
    if (word.pos != Pos::Noun) return kNoToken;
    // *in the face of the marchers*
    if (word.lemma == "fire" && tree_[tree_.head(token)].lower == "under") return behind({"from"});
    if (word.lemma == "face" && tree_[tree_.head(token)].lower == "in") return behind({"of"});
    if (is_gesture(word)) return behind({"to", "towards", "toward"});
    if (is_deal(word)) return behind({"with"});
    if (!is_demand(word)) return kNoToken;
    const TokenIndex owner = arguments_.possessor(token);
    return owner != kNoToken ? owner : behind({"of", "by", "from"});
}

/// *after the ministry sweetened its offer*: who ended the strike by giving something.
TokenIndex ImpliedSides::giver_after(TokenIndex verb) const {
    static constexpr std::array<std::string_view, 4> kThen{"after", "when", "once", "as"};
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "advcl" || !meets_halfway(tree_[c])) continue;
        const auto children = tree_.children(c);
        const bool then = std::any_of(children.begin(), children.end(), [&](TokenIndex d) {
            return d < c && one_of(tree_[d].lower, kThen);
        });
        if (then) return tree_.child(c, "nsubj");
    }
    return kNoToken;
}

/// *was freed after the king pardoned him*: who pardoned lets go.
bool ImpliedSides::fill_pardoner(const std::vector<Reading>& readings, std::size_t at,
                                 Reading& reading) const {
    if (reading.coding.mode != "release" || !reading.sources.empty()) return false;
    if (reading.targets.empty()) return false;
    const std::size_t last = std::min(readings.size(), at + kMaxReadings);
    for (std::size_t i = at + 1; i < last; ++i) {
        const Reading& other = readings[i];
        if (sentence_of(other) != sentence_of(reading)) return false;
        const bool lets_go = other.coding.cameo == "081" || other.coding.mode == "release";
        if (!lets_go || other.sources.empty() || tree_[other.predicate].dep != "advcl") continue;
        if (!tree_.is_under(other.predicate, reading.predicate)) continue;
        if (!has_happened(other.status) || !same_actor(other.targets, reading.targets)) continue;
        reading.sources = other.sources;
        reading.why.emplace_back("discourse:pardoner");
        return true;
    }
    return false;
}

/// *lifted the siege that had strangled the city*, *scrapped the rule that bound migrants*: on whom
/// lay what is taken away.
bool ImpliedSides::fill_freed(Reading& reading) const {
    static constexpr std::array<std::string_view, 10> kTakenAway{
        "081", "0811", "0812", "0813", "0814", "083", "0832", "0833", "085", "0872"};
    if (!one_of(reading.coding.cameo, kTakenAway) || reading.sources.empty()) return false;
    if (!reading.targets.empty() && !sides_.actor(reading.targets.front()).weak) return false;
    if (!arguments_.is_verb(reading.predicate) || !is_particular(reading)) return false;
    const TokenIndex object = arguments_.object(reading.predicate);
    if (object == kNoToken) return false;
    for (const TokenIndex clause : arguments_.coordinated(object)) {
        for (const TokenIndex c : tree_.children(clause)) {
            if (tree_[c].dep != "relcl" || !arguments_.is_verb(c)) continue;
            for (const TokenIndex who :
                 {arguments_.object(c), tree_.child(c, "nsubj"), tree_.child(c, "nsubjpass")}) {
                if (who == kNoToken || who == object) continue;
                if (tree_[who].pos == Pos::Pron) continue;  // the measure itself
                const auto found = sides_.actors(who);
                if (found.empty() || same_actor(found, reading.sources)) continue;
                if (sides_.actor(found.front()).weak) continue;
                reading.targets = found;
                reading.why.emplace_back("discourse:freed");
                return true;
            }
        }
    }
    return false;
}

/// *resigned after students stormed the parliament*: whose protest a clause tells.
TokenIndex ImpliedSides::crowd_after(TokenIndex verb) const {
    static constexpr std::array<std::string_view, 28> kStirs{
        "storm",  "bring",   "spend",       "camp",     "block", "torch", "march",
        "take",   "pour",    "besiege",     "surround", "burn",  "riot",  "rally",
        "occupy", "fill",    "paralyse",    "paralyze", "shut",  "clash", "revolt",
        "strike", "protest", "demonstrate", "gather",   "down",  "walk",  "flood"};
    static constexpr std::array<std::string_view, 4> kThen{"after", "when", "as", "once"};
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "advcl" || !one_of(tree_[c].lemma, kStirs)) continue;
        const auto children = tree_.children(c);
        const bool then = std::any_of(children.begin(), children.end(), [&](TokenIndex d) {
            return d < c && one_of(tree_[d].lower, kThen);
        });
        if (then) return tree_.child(c, "nsubj");
    }
    return kNoToken;
}

bool ImpliedSides::fill_demander(const std::vector<Reading>& readings, std::size_t at,
                                 Reading& reading) const {
    if (reading.sources.empty() || reading.mutual || !is_to_demander(reading.coding)) return false;
    // *The parliament reversed it after thousands rallied in the capital*: the place is no party.
    const auto is_own_place = [&](MentionIndex target) {
        const TokenIndex head = sides_.mentions().mentions[target].head;
        return place_at(tree_, sides_.mentions(), head) != nullptr &&
               same_party({target}, reading.sources);
    };
    // *disarmed its fighters under a pact with the army*
    const auto is_own_force = [&](MentionIndex target) {
        static constexpr std::array<std::string_view, 4> kArmed{"REB", "UAF", "MIL", "PRM"};
        const Actor& force = sides_.actor(target);
        return reading.coding.mode == "disarm" && !force.sectors.empty() &&
               one_of(force.sectors.front(), kArmed) &&
               force.country == sides_.actor(reading.sources.front()).country &&
               tree_.has_child(sides_.mentions().mentions[target].head, "poss");
    };
    const bool told = !reading.targets.empty() && !sides_.actor(reading.targets.front()).weak &&
                      !is_own_place(reading.targets.front()) &&
                      !is_own_force(reading.targets.front());
    if (told || !is_particular(reading)) return false;
    const auto fits = [&](MentionIndex other) {
        return other != Mentions::kNoMention && !same_party({other}, reading.sources);
    };
    const auto take = [&](std::vector<MentionIndex> found) {
        reading.targets = std::move(found);
        reading.why.emplace_back("discourse:demander");
        return true;
    };
    const Sentence& sentence = tree_.parse().sentences[sentence_of(reading)];
    const TokenIndex end = std::min(sentence.last, sentence.first + kDemanderReach);
    for (TokenIndex t = sentence.first; t < end; ++t) {
        const TokenIndex who = t == reading.predicate ? kNoToken : demander_at(t);
        if (who == kNoToken) continue;
        if (fits(sides_.direct(who))) return take({sides_.direct(who)});
        // *in the face of the yellow vests*
        const bool crowd = tree_[who].tag == "NNS" && tree_[t].lemma == "face";
        if (crowd && sides_.weak(who) != Mentions::kNoMention) return take({sides_.weak(who)});
    }
    if (reading.coding.cameo == "082") {
        const TokenIndex giver = giver_after(reading.predicate);
        const MentionIndex found = giver == kNoToken ? Mentions::kNoMention : sides_.direct(giver);
        return fits(found) && is_political(sides_.actor(found)) && take({found});
    }
    // *dropped the tax as truckers blocked the roads*, *and the unions called off their strike*
    if (!is_political(sides_.actor(reading.sources.front()))) return false;
    const TokenIndex crowd = crowd_after(reading.predicate);
    const MentionIndex stirred = crowd == kNoToken ? Mentions::kNoMention : sides_.direct(crowd);
    if (fits(stirred) && may_protest(sides_.actor(stirred))) return take({stirred});
    const std::size_t last = std::min(readings.size(), at + kMaxReadings);
    for (std::size_t i = at > kMaxReadings ? at - kMaxReadings : 0; i < last; ++i) {
        const Reading& other = readings[i];
        const bool dissent = other.coding.type == "PROTEST" || other.coding.cameo == "082";
        if (!dissent || other.sources.empty()) continue;
        if (sentence_of(other) != sentence_of(reading) || !has_happened(other.status)) continue;
        if (fits(other.sources.front())) return take(other.sources);
    }
    return false;
}

}  // namespace tidings::coding
