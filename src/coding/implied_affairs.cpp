// Whom an act or a word is to, where only the report as a whole tells it: the country whose affairs
// these are, or the one with which a state has been in conflict.
#include <algorithm>
#include <array>
#include <map>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/implied_sides.hpp"

namespace tidings::coding {

namespace {

constexpr int kLeastBlame = 2;               // acts against a country before others turn to it
constexpr std::size_t kBlameReadings = 200;  // that tell of whom most is said
constexpr std::uint32_t kDealingReach = 3;   // from dealings to the next with the same state

/// Who stands against a government.
bool is_opposed(const Actor& actor) {
    static constexpr std::array<std::string_view, 5> kOpposed{"OPP", "LAB", "REB", "PRM", "NGO"};
    return !actor.weak && !actor.sectors.empty() && one_of(actor.sectors.front(), kOpposed);
}

/// Acts and words that are always to or against somebody.
bool has_opponent(const Coding& coding) {
    if (coding.cameo == "1231") return false;  // *refuses to resign*
    // Who withdraws or resigns does so to nobody.
    static constexpr std::array<std::string_view, 3> kAlone{"withdraw", "release", "resign"};
    if (coding.type == "RETREAT") return !one_of(coding.mode, kAlone);
    static constexpr std::array<std::string_view, 9> kTypes{"ACCUSE",   "REJECT",  "REQUEST",
                                                            "THREATEN", "PROTEST", "SANCTION",
                                                            "MOBILIZE", "CONCEDE", "AGREE"};
    return one_of(coding.type, kTypes);
}

}  // namespace

/// *Chad's army moved tanks to the border.*: against the state with whose people it has been in
/// conflict.
bool ImpliedSides::fill_rival(const std::vector<Reading>& before, std::size_t count,
                              Reading& reading) const {
    static constexpr std::array<std::string_view, 5> kHostile{"ASSAULT", "THREATEN", "ACCUSE",
                                                              "MOBILIZE", "SANCTION"};
    // A test shows what one has to all the world.
    const TokenIndex predicate = reading.predicate;
    const TokenIndex object =
        arguments_.is_verb(predicate) ? arguments_.object(predicate) : kNoToken;
    if (tree_[object == kNoToken ? predicate : object].lemma == "test") return false;
    const std::string& own = sides_.actor(reading.sources.front()).country;
    if (own.empty()) return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (!one_of(earlier.coding.type, kHostile)) continue;
        if (earlier.sources.empty() || earlier.targets.empty()) continue;
        const std::string& one = sides_.actor(earlier.sources.front()).country;
        const std::string& other = sides_.actor(earlier.targets.front()).country;
        if (one == other || (one != own && other != own)) continue;
        const MentionIndex found = government_at(reading.predicate, one == own ? other : one);
        if (found == Mentions::kNoMention) continue;
        reading.targets = {found};
        reading.implied_target = sentence_of(found) != sentence_of(reading);
        reading.why.emplace_back("discourse:rival");
        return true;
    }
    return false;
}

/// The country against which others say and do most, if there are several such acts, else the one
/// whose affairs the report tells: it is to this one that third parties turn.
std::string_view ImpliedSides::most_blamed(const std::vector<Reading>& all) const {
    static constexpr std::array<std::string_view, 4> kAgainst{"SANCTION", "ACCUSE", "THREATEN",
                                                              "ASSAULT"};
    std::string_view most = scenes_.affairs().first;
    if (most.empty()) return {};
    std::map<std::string_view, int> acts;
    const std::size_t last = std::min(all.size(), kBlameReadings);
    for (std::size_t i = 0; i < last; ++i) {
        const Reading& reading = all[i];
        if (!one_of(reading.coding.type, kAgainst)) continue;
        if (reading.sources.empty() || reading.targets.empty()) continue;
        if (!of_two_countries(reading.sources, reading.targets)) continue;
        ++acts[sides_.actor(reading.targets.front()).country];
    }
    for (const auto& [country, number] : acts) {
        if (country.empty() || number < kLeastBlame || number <= acts[most]) continue;
        most = country;
    }
    return most;
}

/// The sentence or the one before names a party or a politician: they may be whom it is against.
bool ImpliedSides::tells_of_party(std::uint32_t sentence) const {
    const auto& sentences = tree_.parse().sentences;
    const TokenIndex begin = sentences[sentence == 0 ? 0 : sentence - 1].first;
    for (TokenIndex t = begin; t < sentences[sentence].last; ++t) {
        const MentionIndex m = sides_.direct(t);
        if (m == Mentions::kNoMention || tree_[t].pos != Pos::Propn) continue;
        const Actor& actor = sides_.actor(m);
        if (is_partisan(actor) && actor.sectors.front() != "LEG") return true;
    }
    return false;
}

/// *Several states declined to follow*, *the council will consider it*: what is refused or promised
/// may be anybody's where its sentence names nobody, unless it is talks (*refused to attend*), an
/// offer, a denial, or what has been done to somebody and is not taken back. Rebels have one
/// government to deal with.
bool ImpliedSides::may_be_to_anybody(const Reading& reading) const {
    static constexpr std::array<std::string_view, 3> kOffer{"offer", "agree", "accept"};
    static constexpr std::array<std::string_view, 12> kDeny{
        "deny", "reject", "dismiss", "challenge", "contest", "dispute",
        "lift", "ease",   "remove",  "release",   "free",    "withdraw"};
    const auto& sectors = sides_.actor(reading.sources.front()).sectors;
    if (!sectors.empty() && sectors.front() == "REB") return false;
    const std::string_view lemma = tree_[reading.predicate].lemma;
    if (reading.coding.type == "AGREE") return !one_of(lemma, kOffer);
    if (reading.coding.type != "REJECT" || reading.coding.mode == "meet") return false;
    const bool yields_not = reading.coding.cameo.starts_with("124");  // *will not lift the embargo*
    return !yields_not && !one_of(lemma, kDeny);
}

/// The country to whose government an act or a word goes; empty if nothing tells.
std::string_view ImpliedSides::affair_of(const std::vector<Reading>& all,
                                         const Reading& reading) const {
    // Whose country is not known may be at home.
    static constexpr std::array<std::string_view, 7> kOfCountry{"GOV", "MIL", "COP", "JUD",
                                                                "LEG", "SPY", "PTY"};
    const Actor& source = sides_.actor(reading.sources.front());
    const Affairs& affairs = scenes_.affairs();
    const bool opposed = is_opposed(source);
    const bool home = source.country == affairs.first;
    // People protest to their own government; at a party's meeting, to its candidate.
    if (reading.coding.type == "PROTEST") {
        static constexpr std::array<std::string_view, 4> kArms{"GOV", "JUD", "COP", "SPY"};
        const bool arm = !source.sectors.empty() && one_of(source.sectors.front(), kArms);
        if (is_contest_ || arm || tells_of_party(sentence_of(reading))) return {};
        return source.country.empty() ? std::string_view(affairs.first) : source.country;
    }
    const bool local = opposed && source.country.empty() && source.sectors.front() != "NGO";
    if (local && !affairs.second.empty()) return {};
    if ((home || local) && opposed) return is_contest_ ? std::string_view() : affairs.first;
    if (!speaks_to_states(source) || source.sectors.front() == "EDU") return {};
    if (source.country.empty() && one_of(source.sectors.front(), kOfCountry)) return {};
    if (!home) {
        // Third parties turn against the one that is blamed; what they offer is to the other.
        static constexpr std::array<std::string_view, 2> kOffers{"AGREE", "CONCEDE"};
        const bool offers = one_of(reading.coding.type, kOffers);
        const bool second = source.country == affairs.second;
        return offers || second ? std::string_view(affairs.first) : most_blamed(all);
    }
    if (!is_of_state(source)) return {};
    const std::string& arm = source.sectors.front();
    if (arm == "JUD" && reading.coding.type == "REJECT" && !is_contest_) return affairs.first;
    // One of two countries deals with the other. *called the inquiry a sham*: a thing is told,
    // which is hardly the other country's.
    const bool governs = arm != "LEG" && arm != "JUD";
    return governs && reading.targets.empty() ? std::string_view(affairs.second)
                                              : std::string_view();
}

/// *Washington swapped prisoners with Tehran. It also agreed to pay a debt.*: one's own state deals
/// on with the foreign one that it has just dealt with.
MentionIndex ImpliedSides::opponent_before(const std::vector<Reading>& before, std::size_t count,
                                           const Reading& reading) const {
    static constexpr std::array<std::string_view, 4> kDealings{"AGREE", "CONCEDE", "SANCTION",
                                                               "THREATEN"};
    static constexpr std::array<std::string_view, 3> kQuarrels{"REJECT", "ACCUSE", "THREATEN"};
    if (!reading.targets.empty() || !is_of_state(sides_.actor(reading.sources.front()))) {
        return Mentions::kNoMention;
    }
    const bool vows = reading.coding.type == "AGREE" && tree_[reading.predicate].lemma != "agree";
    const bool deals = !vows && one_of(reading.coding.type, kDealings);
    const TokenIndex verb = reading.predicate;
    const bool of_thing = arguments_.is_verb(verb) && arguments_.object(verb) != kNoToken;
    const bool quarrels = !is_contest_ && !of_thing && one_of(reading.coding.type, kQuarrels);
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kDealingReach) break;
        for (const auto* sides : {&earlier.sources, &earlier.targets}) {
            if (sides->empty() || same_party(*sides, reading.sources)) continue;
            const Actor& other = sides_.actor(sides->front());
            const auto& rest = sides == &earlier.sources ? earlier.targets : earlier.sources;
            const bool dealt = deals && same_party(rest, reading.sources) && is_political(other) &&
                               of_two_countries(*sides, reading.sources);
            if (dealt || (quarrels && is_opposed(other))) return sides->front();
        }
    }
    return Mentions::kNoMention;
}

bool ImpliedSides::fill_counterpart(const std::vector<Reading>& before, std::size_t count,
                                    Reading& reading) const {
    static constexpr std::array<std::string_view, 5> kTalks{"talk", "talks", "negotiation",
                                                            "dialogue", "discussion"};
    static constexpr std::array<std::string_view, 4> kDealings{"CONSULT", "AGREE", "SUPPORT",
                                                               "COOPERATE"};
    const bool held =
        reading.coding.type == "CONSULT" && one_of(tree_[reading.predicate].lemma, kTalks);
    const bool said = reading.coding.mode == "meet" || reading.coding.cameo == "036";
    if (!reading.targets.empty() || reading.sources.size() != 1 || !(held || said)) return false;
    if (!is_of_state(sides_.actor(reading.sources.front())) || !is_particular(reading)) {
        return false;
    }
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (!one_of(earlier.coding.type, kDealings)) continue;
        const std::vector<MentionIndex> both =
            earlier.is_paired() ? earlier.sources
            : earlier.sources.size() == 1 && earlier.targets.size() == 1
                ? std::vector<MentionIndex>{earlier.sources.front(), earlier.targets.front()}
                : std::vector<MentionIndex>{};
        if (both.size() != 2 || !of_two_countries({both.front()}, {both.back()})) continue;
        for (const std::size_t own : {0U, 1U}) {
            if (!same_party({both[own]}, reading.sources)) continue;
            reading.targets = {both[1 - own]};
            reading.implied_target = true;
            reading.why.emplace_back("discourse:counterpart");
            return true;
        }
    }
    return false;
}

bool ImpliedSides::fill_affairs(const std::vector<Reading>& before, std::size_t count,
                                Reading& reading) const {
    if (reading.sources.empty() || !has_opponent(reading.coding)) return false;
    if (!is_particular(reading) || is_to_another(reading)) return false;
    // *failed to keep to the cuts that were agreed*: by several, with nobody in particular.
    if (reading.coding.mode == "meet" && tree_[reading.predicate].lemma == "fail") return false;
    if (!reading.targets.empty()) {
        const MentionIndex target = reading.targets.front();
        if (!sides_.actor(target).weak) return false;
        if (tree_[sides_.mentions().mentions[target].head].pos == Pos::Propn) return false;
    }
    if (reading.coding.type == "MOBILIZE") {
        return reading.targets.empty() && fill_rival(before, count, reading);
    }
    // *marched against the Paris Accord*: what it is against is told, though nobody by it.
    if (reading.coding.type == "PROTEST") {
        const auto causes = arguments_.prepositional(reading.predicate, "against");
        if (!causes.empty() && is_in_treaty_name(tree_, causes.front())) return false;
    }
    const std::string_view country = affair_of(before, reading);
    MentionIndex found =
        country.empty() ? Mentions::kNoMention : government_at(reading.predicate, country);
    const bool elsewhere =
        found != Mentions::kNoMention && sentence_of(found) != sentence_of(reading);
    if (country.empty() || (elsewhere && may_be_to_anybody(reading))) {
        found = opponent_before(before, count, reading);
    }
    if (found == Mentions::kNoMention || same_actor({found}, reading.sources)) return false;
    reading.targets = {found};
    reading.implied_target = sentence_of(found) != sentence_of(reading);
    reading.why.emplace_back(kAffairsRule);
    return true;
}

/// *The Danes raided a base, but their helicopter was shot down*: not by them.
bool ImpliedSides::hits_own_craft(MentionIndex attacker, const Reading& reading) const {
    static constexpr std::array<std::string_view, 12> kCraft{
        "helicopter", "chopper", "jet",  "warplane", "plane", "aircraft",
        "drone",      "bomber",  "tank", "warship",  "ship",  "convoy"};
    const TokenIndex hit = arguments_.object(reading.predicate);
    const std::string& country = sides_.actor(attacker).country;
    return hit != kNoToken && one_of(tree_[hit].lemma, kCraft) && !country.empty() &&
           sides_.actor(reading.targets.front()).country == country;
}

}  // namespace tidings::coding
