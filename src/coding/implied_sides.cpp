#include "coding/implied_sides.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"

namespace tidings::coding {

namespace {

constexpr std::uint32_t kRepeatReach = 6;      // sentences from an event to its nominal repeat
constexpr std::uint32_t kCasualtyReach = 2;    // from an attack to its casualties
constexpr std::uint32_t kCustodyReach = 4;     // from a capture to what becomes of the captives
constexpr std::size_t kCaptiveReadings = 200;  // earlier readings that may tell of a captive

constexpr double kContestShare = 0.3;  // of parties and lawmakers among all in politics

/// States that their words do not name.
constexpr std::array<std::string_view, 4> kCommonStates{"state", "country", "nation", "homeland"};

/// *his administration*, *our country*
bool is_named_by_owner(std::string_view name) {
    static constexpr std::array<std::string_view, 7> kOwners{"his", "her", "its", "their",
                                                             "our", "my",  "your"};
    return one_of(utf8::lower(name.substr(0, name.find(' '))), kOwners);
}

/// Taking, holding and freeing people.
bool is_custody(const Coding& coding) {
    return (coding.type == "COERCE" && coding.mode == "arrest") ||
           (coding.type == "ASSAULT" && coding.mode == "abduct") ||
           (coding.type == "RETREAT" && coding.mode == "release");
}

/// Not to work, to buy or to eat.
bool withholds(const Coding& coding) {
    static constexpr std::array<std::string_view, 3> kModes{"strike", "boycott", "hunger"};
    return coding.type == "PROTEST" && one_of(coding.mode, kModes);
}

/// What is done to somebody by whoever has him: custody, trial and sentence.
bool is_of_captive(const Coding& coding) {
    return is_custody(coding) || (coding.type == "SANCTION" && coding.mode == "convict");
}

}  // namespace

bool has_happened(EventStatus status) {
    return status == EventStatus::Actual || status == EventStatus::Ongoing ||
           status == EventStatus::Alleged;
}

ImpliedSides::ImpliedSides(const Arguments& arguments, const SideFinder& sides,
                           const SceneReader& scenes)
    : arguments_(arguments), tree_(arguments.tree()), sides_(sides), scenes_(scenes) {
    const Mentions& mentions = sides.mentions();
    std::size_t political = 0;
    std::size_t partisan = 0;
    for (MentionIndex m = 0; m < mentions.mentions.size(); ++m) {
        if (names_government(m)) government_.emplace(sides.actor(m).country, m);
        if (mentions.mentions[m].actor == kNoActor) continue;
        const Actor& actor = sides.actor(m);
        if (is_partisan(actor)) ++partisan;
        if (is_partisan(actor) || is_political(actor)) ++political;
    }
    is_contest_ = static_cast<double>(partisan) >= kContestShare * static_cast<double>(political);
}

/// *the Bank of America*, *the Writers Guild of Kenya*; not *the President of Kenya*: a body that
/// is named for the country, and is none of the state's.
bool ImpliedSides::is_in_longer_name(TokenIndex token) const {
    if (tree_[token].dep != "pobj") return false;
    const TokenIndex of = tree_.head(token);
    if (tree_[of].lower != "of" || tree_.is_root(of) || of + 1 != token) return false;
    const TokenIndex name = tree_.head(of);
    if (tree_[name].pos != Pos::Propn || name + 1 != of) return false;
    static constexpr std::array<std::string_view, 7> kOfState{
        "republic", "government", "kingdom", "state", "states", "union", "federation"};
    if (one_of(tree_[name].lower, kOfState)) return false;
    const MentionIndex body = sides_.direct(name);
    return body == Mentions::kNoMention || !coding::is_political(sides_.actor(body));
}

/// *Kenya*, *Nairobi*, *the Kenyan government*; but neither *King*, who is known for its head, nor
/// *his country*, nor a part of a country (*Missouri*).
bool ImpliedSides::names_government(MentionIndex mention) const {
    const ActorMention& words = sides_.mentions().mentions[mention];
    if (words.actor == kNoActor) return false;
    const Actor& actor = sides_.actor(mention);
    if (actor.country.empty() || !is_government(actor)) return false;
    if (is_named_by_owner(actor.name)) return false;
    const PlaceMention* place = place_at(tree_, sides_.mentions(), words.head);
    if (place != nullptr && (place->kind == "region" || place->kind == "district")) return false;
    if (is_in_longer_name(words.head)) return false;
    const TokenIndex owner = arguments_.possessor(words.head);
    if (owner != kNoToken && tree_[owner].pos == Pos::Pron) return false;
    if (one_of(tree_[words.head].lemma, kCommonStates)) return false;
    if (!actor.role.empty()) return true;
    return place != nullptr && place->country == actor.country;
}

/// The same actor, or the same state: a minister speaks for his government.
bool ImpliedSides::same_party(const std::vector<MentionIndex>& a,
                              const std::vector<MentionIndex>& b) const {
    if (same_actor(a, b)) return true;
    return std::any_of(a.begin(), a.end(), [&](MentionIndex x) {
        const Actor& one = sides_.actor(x);
        return is_of_state(one) && std::any_of(b.begin(), b.end(), [&](MentionIndex y) {
                   const Actor& other = sides_.actor(y);
                   return is_of_state(other) && other.country == one.country;
               });
    });
}

/// The government of a country as the predicate's sentence names it, else where it is named first.
MentionIndex ImpliedSides::government_at(TokenIndex predicate, std::string_view country) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const MentionIndex m = sides_.direct(t);
        if (m == Mentions::kNoMention) continue;
        const Actor& actor = sides_.actor(m);
        if (actor.country == country && names_government(m)) return m;
    }
    const auto found = government_.find(country);
    return found == government_.end() ? Mentions::kNoMention : found->second;
}

bool ImpliedSides::same_actor(const std::vector<MentionIndex>& a,
                              const std::vector<MentionIndex>& b) const {
    const auto& mentions = sides_.mentions().mentions;
    return std::any_of(a.begin(), a.end(), [&](MentionIndex x) {
        return std::any_of(b.begin(), b.end(),
                           [&](MentionIndex y) { return mentions[x].actor == mentions[y].actor; });
    });
}

/// Nobody is taken to have hit his own; a state's own people are.
bool ImpliedSides::may_have_hit(MentionIndex attacker, MentionIndex victim) const {
    const Actor& a = sides_.actor(attacker);
    const Actor& v = sides_.actor(victim);
    if (a.weak || v.weak || &a == &v) return false;
    if (a.country.empty() || a.country != v.country) return true;
    return !v.sectors.empty() && v.sectors.front() != "GOV" && v.sectors.front() != "MIL" &&
           (a.sectors.empty() || v.sectors.front() != a.sectors.front());
}

/// A noun that points back: *the bombing*, *this deal*, *such a move*, *both attacks*.
bool ImpliedSides::is_repeating_noun(TokenIndex noun) const {
    if (arguments_.is_verb(noun)) return false;
    for (const TokenIndex c : tree_.children(noun)) {
        static constexpr std::array<std::string_view, 7> kBack{"the",   "this", "that", "these",
                                                               "those", "such", "both"};
        if (tree_[c].dep != "det" && tree_[c].dep != "amod" && tree_[c].dep != "predet") continue;
        if (one_of(tree_[c].lower, kBack)) return true;
    }
    return false;
}

bool ImpliedSides::fill_repeat(const std::vector<Reading>& before, std::size_t count,
                               Reading& reading) const {
    if (!reading.sources.empty() && !reading.targets.empty()) return false;
    if (!is_repeating_noun(reading.predicate) || !is_particular(reading)) return false;
    // *the attacks of September 11*: which one is told.
    static constexpr std::array<std::string_view, 3> kDone{"ASSAULT", "COERCE", "SANCTION"};
    if (one_of(reading.coding.type, kDone) &&
        !arguments_.prepositional(reading.predicate, "of").empty()) {
        return false;
    }
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kRepeatReach) return false;
        if (earlier.coding.type != reading.coding.type) continue;
        // *The lawsuits* are none of the reproaches that were told before.
        const bool spoken = needs_source(reading.coding.type);
        if (spoken && earlier.coding.cameo != reading.coding.cameo) continue;
        // *the strike* is none of the riots that were told before.
        if (withholds(earlier.coding) != withholds(reading.coding)) continue;
        if (earlier.sources.empty() || earlier.predicate == reading.predicate) continue;
        const bool fits_source =
            reading.sources.empty() || same_actor(reading.sources, earlier.sources);
        const bool fits_target =
            reading.targets.empty() || same_actor(reading.targets, earlier.targets);
        if (!fits_source || !fits_target) continue;
        // *the fight between the two*: neither fights himself.
        const auto& target = reading.targets.empty() ? earlier.targets : reading.targets;
        const auto& source = reading.sources.empty() ? earlier.sources : reading.sources;
        if (same_actor(source, target)) continue;
        if (reading.sources.empty()) {
            reading.sources = earlier.sources;
            reading.implied_source = true;
        }
        if (reading.targets.empty()) {
            reading.targets = earlier.targets;
            reading.implied_target = true;
        }
        reading.repeats = true;
        reading.why.emplace_back("discourse:repeat");
        return true;
    }
    return false;
}

bool ImpliedSides::fill_casualties(const std::vector<Reading>& before, std::size_t count,
                                   Reading& reading) const {
    if (!reading.sources.empty() || reading.targets.empty()) return false;
    if (reading.coding.type != "ASSAULT" || !has_happened(reading.status)) return false;
    if (!arguments_.is_verb(reading.predicate)) return false;
    // *the cell planned to attack them*: whoever that is did it.
    const TokenIndex doer = arguments_.subject(reading.predicate);
    if (doer != kNoToken && tree_[doer].tag != "WDT" &&
        !same_actor(sides_.actors(doer), reading.targets)) {
        return false;
    }
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kCasualtyReach) return false;
        if (earlier.coding.type != "ASSAULT" || earlier.sources.empty()) continue;
        if (!has_happened(earlier.status)) continue;
        if (!may_have_hit(earlier.sources.front(), reading.targets.front())) continue;
        if (hits_own_craft(earlier.sources.front(), reading)) continue;
        // *were killed* tells no more of how than that.
        if (reading.coding.cameo == "180") reading.coding = earlier.coding;
        reading.sources = earlier.sources;
        reading.implied_source = true;
        reading.why.emplace_back("discourse:attack");
        return true;
    }
    return false;
}

/// *Two were killed when troops opened fire*: who did what the clause tells.
bool ImpliedSides::fill_from_clause(const std::vector<Reading>& readings, std::size_t at,
                                    Reading& reading) const {
    if (!reading.sources.empty() || reading.targets.empty()) return false;
    if (reading.coding.type != "ASSAULT" && reading.coding.type != "COERCE") return false;
    if (!has_happened(reading.status)) return false;
    const std::size_t last = std::min(readings.size(), at + kMaxReadings);
    for (std::size_t i = at + 1; i < last; ++i) {
        const Reading& other = readings[i];
        if (sentence_of(other) != sentence_of(reading)) return false;
        if (other.coding.type != "ASSAULT" && other.coding.type != "COERCE") continue;
        if (tree_.head(other.predicate) != reading.predicate) continue;
        // *was arrested and beaten by guards*
        const bool shares_agent = tree_[other.predicate].dep == "conj" &&
                                  arguments_.is_passive(reading.predicate) &&
                                  !arguments_.prepositional(other.predicate, "by").empty();
        if (tree_[other.predicate].dep != "advcl" && !shares_agent) continue;
        if (other.sources.empty() || !has_happened(other.status)) continue;
        if (!may_have_hit(other.sources.front(), reading.targets.front())) continue;
        reading.sources = other.sources;
        reading.why.emplace_back("discourse:clause");
        return true;
    }
    return false;
}

/// *were arrested and tortured*: both by the same.
bool ImpliedSides::fill_from_conjunct(const std::vector<Reading>& before, std::size_t count,
                                      Reading& reading) const {
    const TokenIndex verb = reading.predicate;
    if (!reading.sources.empty() || reading.targets.empty() || tree_[verb].dep != "conj")
        return false;
    if (reading.coding.type != "ASSAULT" && reading.coding.type != "COERCE") return false;
    if (!arguments_.is_verb(verb) || !arguments_.is_passive(verb)) return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(earlier) != sentence_of(reading)) return false;
        if (earlier.predicate != tree_.head(verb) || earlier.sources.empty()) continue;
        if (!same_actor(earlier.targets, reading.targets)) continue;
        reading.sources = earlier.sources;
        reading.implied_source = earlier.implied_source;
        reading.why.emplace_back("discourse:clause");
        return true;
    }
    return false;
}

bool ImpliedSides::fill_captor(const std::vector<Reading>& before, std::size_t count,
                               Reading& reading) const {
    if (!reading.sources.empty() || reading.targets.empty()) return false;
    if (!is_of_captive(reading.coding) || tells_of_a_kind(reading)) return false;
    const std::size_t first = count > kCaptiveReadings ? count - kCaptiveReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (!is_custody(earlier.coding) || earlier.sources.empty()) continue;
        // Suspects are taken by the police, whoever took captives before.
        const Actor& captive = sides_.actor(reading.targets.front());
        const bool suspect = !captive.sectors.empty() && captive.sectors.front() == "CRM";
        if (suspect && !is_of_state(sides_.actor(earlier.sources.front()))) continue;
        // The same captive is still held by the same; others only near by.
        const bool same = same_actor(earlier.targets, reading.targets);
        const bool near = sentence_of(reading) <= sentence_of(earlier) + kCustodyReach &&
                          is_custody(reading.coding);
        if (!same && !near) continue;
        if (same_actor(earlier.sources, reading.targets)) continue;
        if (!same && !may_hold_others(earlier, reading)) continue;
        reading.sources = earlier.sources;
        reading.implied_source = true;
        reading.why.emplace_back("discourse:captor");
        return true;
    }
    return false;
}

/// Whoever took one captive takes others only where he took him: in a place that is his own, and
/// has done so. A person by name (*the governor*) has taken nobody himself.
bool ImpliedSides::may_hold_others(const Reading& earlier, const Reading& reading) const {
    const MentionIndex captor = earlier.sources.front();
    const Actor& holder = sides_.actor(captor);
    if (!has_happened(earlier.status) || !has_happened(reading.status)) return false;
    if (is_of_state(holder)) {
        static constexpr std::array<std::string_view, 3> kForces{"COP", "MIL", "SPY"};
        const bool force = one_of(holder.sectors.front(), kForces);
        if (!force && !names_government(captor)) return false;
        const Scene scene = scenes_.at(reading.predicate);
        return reading.coding.type == "RETREAT" || scene.country.empty() ||
               scene.country == holder.country;
    }
    return true;
}

bool ImpliedSides::have_each_other(const Reading& reading) const {
    if (!reading.is_paired()) return false;
    const std::string& one = sides_.actor(reading.sources.front()).country;
    const std::string& other = sides_.actor(reading.sources.back()).country;
    return !one.empty() && !other.empty() && one != other;
}

/// A politician or a party, by name or by a pronoun for one.
bool ImpliedSides::is_politician(MentionIndex mention) const {
    const Actor& actor = sides_.actor(mention);
    if (actor.weak || actor.sectors.empty()) return false;
    if (is_partisan(actor)) return true;
    static constexpr std::array<std::string_view, 5> kPerson{"he", "she", "him", "her", "his"};
    const TokenIndex head = sides_.mentions().mentions[mention].head;
    const bool named = tree_[head].pos == Pos::Propn && tree_[head].tag == "NNP" &&
                       !names_government(mention) &&
                       place_at(tree_, sides_.mentions(), head) == nullptr;
    return actor.sectors.front() == "GOV" && (named || one_of(tree_[head].lower, kPerson));
}

/// *attacked Ms Ruiz over taxes*, *his attacks on the senator*, in a report on parties and
/// candidates: with words.
void ImpliedSides::take_for_words(Reading& reading) const {
    if (!is_contest_ || reading.coding.type != "ASSAULT" || reading.coding.cameo != "190") return;
    static constexpr std::array<std::string_view, 3> kVerbal{"attack", "clash", "assault"};
    if (!one_of(tree_[reading.predicate].lemma, kVerbal)) return;
    const auto all_politicians = [&](const std::vector<MentionIndex>& sides) {
        return std::all_of(sides.begin(), sides.end(),
                           [&](MentionIndex side) { return is_politician(side); });
    };
    if (reading.targets.empty() || !all_politicians(reading.targets)) return;
    if (!all_politicians(reading.sources)) return;
    reading.coding = {"ACCUSE", "disapprove", "111"};
}

/// *clashes between students and police*: the protest is the students', and the police are met.
void ImpliedSides::part_crowd_from_police(Reading& reading) const {
    if (reading.coding.type != "PROTEST" || !reading.targets.empty()) return;
    if (reading.sources.size() < 2) return;
    static constexpr std::array<std::string_view, 4> kArms{"COP", "MIL", "SPY", "GOV"};
    const auto is_arm = [&](MentionIndex m) {
        const Actor& actor = sides_.actor(m);
        return !actor.sectors.empty() && one_of(actor.sectors.front(), kArms);
    };
    std::vector<MentionIndex> crowd;
    std::vector<MentionIndex> arms;
    for (const MentionIndex m : reading.sources) (is_arm(m) ? arms : crowd).push_back(m);
    if (crowd.empty() || arms.empty()) return;
    reading.sources = std::move(crowd);
    reading.targets = std::move(arms);
    reading.mutual = false;
}

/// *Oslo and Stockholm will sign the contract*, *both governments pledged to keep to it*: two
/// states that agree do so with each other, unless it is a third one's affairs that are told.
void ImpliedSides::pair_states(Reading& reading) const {
    if (reading.mutual || !reading.targets.empty() || reading.sources.size() != 2) return;
    const bool signs = reading.coding.type == "SUPPORT" && reading.coding.cameo == "057";
    if (reading.coding.type != "AGREE" && !signs) return;
    const Actor& one = sides_.actor(reading.sources.front());
    const Actor& other = sides_.actor(reading.sources.back());
    if (!is_of_state(one) || !is_of_state(other) || one.country == other.country) return;
    const std::string& first = scenes_.affairs().first;
    if (is_to_a_third(tree_[reading.predicate])) return;
    const bool agree = signs || tree_[reading.predicate].lemma == "agree";
    if (!agree && !first.empty() && first != one.country && first != other.country) return;
    reading.mutual = true;
}

void ImpliedSides::complete(std::vector<Reading>& readings) const {
    // Also what is told behind a judgement may be judged.
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (fill_from_clause(readings, i, readings[i])) continue;
        if (fill_pardoner(readings, i, readings[i])) continue;
        (void)fill_authority(readings[i], SceneBasis::Predicate);
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        Reading& reading = readings[i];
        take_for_words(reading);
        drop_own_deed(reading);
        pair_states(reading);
        part_crowd_from_police(reading);
        if (fill_captor(readings, i, reading)) continue;
        if (fill_authority(reading, SceneBasis::Report)) continue;
        if (fill_from_conjunct(readings, i, reading)) continue;
        if (fill_repeat(readings, i, reading)) continue;
        if (fill_counterpart(readings, i, reading)) continue;
        if (fill_casualties(readings, i, reading)) continue;
        if (fill_same_target(readings, i, reading)) continue;
        if (fill_answered(readings, i, reading)) continue;
        if (fill_contradicted(reading)) continue;
        if (fill_demander(readings, i, reading) || fill_freed(reading)) continue;
        if (have_each_other(reading)) continue;
        if (fill_addressee(readings, i, reading)) continue;
        if (fill_judged(readings, i, reading)) continue;
        if (fill_scene(readings, i, reading)) continue;
        (void)fill_affairs(readings, i, reading);
    }
}

}  // namespace tidings::coding
