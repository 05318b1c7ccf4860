// To whom a side gives way, where its rule finds nobody or only a thing: to whoever the sentence
// says demanded it (*as the miners had asked*, *in the face of the marchers*), whoever protested,
// or whoever met the strikers half way.
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

/// *a show of goodwill towards the government*, *a concession to the Sunnis*
bool is_gesture(const Token& noun) {
    static constexpr std::array<std::string_view, 5> kNouns{"goodwill", "gesture", "concession",
                                                            "nod", "sop"};
    return one_of(noun.lemma, kNouns);
}

/// *went back to work after the ministry raised its offer*
bool meets_halfway(const Token& verb) {
    static constexpr std::array<std::string_view, 24> kVerbs{
        "agree", "promise", "sweeten", "accept",   "offer", "pledge", "raise",   "bow",
        "yield", "relent",  "meet",    "withdraw", "drop",  "pay",    "vow",     "concede",
        "sign",  "give",    "grant",   "honour",   "honor", "settle", "release", "guarantee"};
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
    if (word.pos != Pos::Noun) return kNoToken;
    // *in the face of the marchers*
    if (word.lemma == "face" && tree_[tree_.head(token)].lower == "in") return behind({"of"});
    if (is_gesture(word)) return behind({"to", "towards", "toward"});
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

bool ImpliedSides::fill_demander(const std::vector<Reading>& readings, std::size_t at,
                                 Reading& reading) const {
    if (reading.sources.empty() || reading.mutual || !is_to_demander(reading.coding)) return false;
    if (!reading.targets.empty() && !sides_.actor(reading.targets.front()).weak) return false;
    if (!is_particular(reading)) return false;
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
        if (who != kNoToken && fits(sides_.direct(who))) return take({sides_.direct(who)});
    }
    if (reading.coding.cameo == "082") {
        const TokenIndex giver = giver_after(reading.predicate);
        const MentionIndex found = giver == kNoToken ? Mentions::kNoMention : sides_.direct(giver);
        return fits(found) && is_political(sides_.actor(found)) && take({found});
    }
    // *dropped the tax as truckers blocked the roads*
    if (!is_political(sides_.actor(reading.sources.front()))) return false;
    const std::size_t last = std::min(readings.size(), at + kMaxReadings);
    for (std::size_t i = at > kMaxReadings ? at - kMaxReadings : 0; i < last; ++i) {
        const Reading& other = readings[i];
        if (other.coding.type != "PROTEST" || other.sources.empty()) continue;
        if (sentence_of(other) != sentence_of(reading) || !has_happened(other.status)) continue;
        if (fits(other.sources.front())) return take(other.sources);
    }
    return false;
}

}  // namespace tidings::coding
