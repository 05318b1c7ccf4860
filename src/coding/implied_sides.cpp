#include "coding/implied_sides.hpp"

#include <algorithm>
#include <array>

namespace tidings::coding {

namespace {

constexpr std::size_t kMaxReadings = 24;      // earlier readings that are looked at
constexpr std::uint32_t kRepeatReach = 6;     // sentences from an event to its nominal repeat
constexpr std::uint32_t kCasualtyReach = 2;   // from an attack to its casualties
constexpr std::uint32_t kAddresseeReach = 1;  // from a speech act to its answer
constexpr std::uint32_t kCustodyReach = 4;    // from a capture to what becomes of the captives
constexpr std::uint32_t kTargetReach = 3;     // from an attack to the next by the same side

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Acts of police, courts and ministries, by type and mode.
bool is_official_act(const Coding& coding) {
    static constexpr std::array<std::string_view, 4> kCoercions{"arrest", "deport", "censor",
                                                                "martial-law"};
    if (coding.type == "COERCE") return one_of(coding.mode, kCoercions);
    return coding.type == "SANCTION" && coding.mode == "convict";
}

/// Taking, holding and freeing people.
bool is_custody(const Coding& coding) {
    return (coding.type == "COERCE" && coding.mode == "arrest") ||
           (coding.type == "ASSAULT" && coding.mode == "abduct") ||
           (coding.type == "RETREAT" && coding.mode == "release");
}

bool has_happened(EventStatus status) {
    return status == EventStatus::Actual || status == EventStatus::Ongoing ||
           status == EventStatus::Alleged;
}

/// Who deals with whom in politics: states, bodies and those who fight them.
bool is_political(const Actor& actor) {
    static constexpr std::array<std::string_view, 11> kSectors{
        "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY", "REB", "UAF", "IGO"};
    return !actor.weak && !actor.sectors.empty() && one_of(actor.sectors.front(), kSectors);
}

/// The country itself or its government, not one of its officials.
bool is_government(const Actor& actor) {
    if (actor.sectors.empty() || actor.sectors.front() != "GOV") return false;
    const std::string role = utf8::lower(actor.role);
    return role.empty() || role.ends_with("government") || role.ends_with("authorities") ||
           role.ends_with("regime") || role.ends_with("administration");
}

}  // namespace

ImpliedSides::ImpliedSides(const Arguments& arguments, const SideFinder& sides,
                           const SceneReader& scenes)
    : arguments_(arguments), tree_(arguments.tree()), sides_(sides), scenes_(scenes) {
    const Mentions& mentions = sides.mentions();
    for (MentionIndex m = 0; m < mentions.mentions.size(); ++m) {
        const ActorIndex index = mentions.mentions[m].actor;
        if (index == kNoActor) continue;
        const Actor& actor = mentions.actors[index];
        if (!actor.country.empty() && is_government(actor)) government_.emplace(actor.country, m);
    }
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
    if (v.weak || &a == &v) return false;
    if (a.country.empty() || a.country != v.country) return true;
    return !v.sectors.empty() && v.sectors.front() != "GOV" && v.sectors.front() != "MIL" &&
           (a.sectors.empty() || v.sectors.front() != a.sectors.front());
}

bool ImpliedSides::fill_authority(Reading& reading, SceneBasis weakest) const {
    if (!reading.sources.empty() || reading.targets.empty()) return false;
    if (!is_official_act(reading.coding)) return false;
    const Scene scene = scenes_.at(reading.predicate);
    if (scene.country.empty() || scene.basis > weakest) return false;
    const auto found = government_.find(scene.country);
    if (found == government_.end()) return false;
    if (same_actor({found->second}, reading.targets)) return false;
    reading.sources = {found->second};
    reading.implied_source = true;
    reading.why.emplace_back("discourse:authority");
    return true;
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
    if (!is_repeating_noun(reading.predicate)) return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kRepeatReach) return false;
        if (earlier.coding.type != reading.coding.type) continue;
        if (earlier.sources.empty() || earlier.predicate == reading.predicate) continue;
        const bool fits_source =
            reading.sources.empty() || same_actor(reading.sources, earlier.sources);
        const bool fits_target =
            reading.targets.empty() || same_actor(reading.targets, earlier.targets);
        if (!fits_source || !fits_target) continue;
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
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kCasualtyReach) return false;
        if (earlier.coding.type != "ASSAULT" || earlier.sources.empty()) continue;
        if (!has_happened(earlier.status)) continue;
        if (!may_have_hit(earlier.sources.front(), reading.targets.front())) continue;
        reading.sources = earlier.sources;
        reading.implied_source = true;
        reading.why.emplace_back("discourse:attack");
        return true;
    }
    return false;
}

bool ImpliedSides::fill_captor(const std::vector<Reading>& before, std::size_t count,
                               Reading& reading) const {
    if (!reading.sources.empty() || reading.targets.empty()) return false;
    if (!is_custody(reading.coding)) return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kCustodyReach) return false;
        if (!is_custody(earlier.coding) || earlier.sources.empty()) continue;
        if (same_actor(earlier.sources, reading.targets)) continue;
        reading.sources = earlier.sources;
        reading.implied_source = true;
        reading.why.emplace_back("discourse:captor");
        return true;
    }
    return false;
}

bool ImpliedSides::fill_same_target(const std::vector<Reading>& before, std::size_t count,
                                    Reading& reading) const {
    if (reading.sources.empty() || !reading.targets.empty()) return false;
    if (reading.coding.type != "ASSAULT") return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kTargetReach) return false;
        if (earlier.coding.type != "ASSAULT" && earlier.coding.type != "THREATEN") continue;
        if (earlier.targets.empty() || !same_actor(earlier.sources, reading.sources)) continue;
        reading.targets = earlier.targets;
        reading.implied_target = true;
        reading.why.emplace_back("discourse:same-target");
        return true;
    }
    return false;
}

bool ImpliedSides::fill_addressee(const std::vector<Reading>& before, std::size_t count,
                                  Reading& reading) const {
    if (reading.sources.empty() || !reading.targets.empty()) return false;
    if (!needs_source(reading.coding.type) || reading.coding.type == "CONSULT") return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kAddresseeReach) return false;
        const auto* other = same_actor(earlier.targets, reading.sources)   ? &earlier.sources
                            : same_actor(earlier.sources, reading.sources) ? &earlier.targets
                                                                           : nullptr;
        if (other == nullptr || other->empty() || same_actor(*other, reading.sources)) continue;
        if (!is_political(sides_.actor(other->front()))) continue;
        if (!is_political(sides_.actor(reading.sources.front()))) return false;
        reading.targets = *other;
        reading.implied_target = true;
        reading.why.emplace_back("discourse:addressee");
        return true;
    }
    return false;
}

void ImpliedSides::complete(std::vector<Reading>& readings) const {
    for (std::size_t i = 0; i < readings.size(); ++i) {
        Reading& reading = readings[i];
        if (fill_authority(reading, SceneBasis::Predicate)) continue;
        if (fill_captor(readings, i, reading)) continue;
        if (fill_authority(reading, SceneBasis::Report)) continue;
        if (fill_repeat(readings, i, reading)) continue;
        if (fill_casualties(readings, i, reading)) continue;
        if (fill_same_target(readings, i, reading)) continue;
        (void)fill_addressee(readings, i, reading);
    }
}

}  // namespace tidings::coding
