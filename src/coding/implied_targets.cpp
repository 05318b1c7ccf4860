// Whom an act or a word is to, where its sentence leaves it out: who was attacked before, who
// asked, who did what is judged, whose affairs the report tells.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/actor_kinds.hpp"
#include "coding/implied_sides.hpp"

namespace tidings::coding {

namespace {

constexpr std::uint32_t kAddresseeReach = 2;  // sentences from a speech act to its answer
constexpr std::uint32_t kTargetReach = 3;     // from an attack to the next by the same side
constexpr std::uint32_t kAnswerReach = 3;     // from what is asked or offered to its refusal
constexpr std::uint32_t kJudgedReach = 3;     // from a deed to what is said of it

/// What one side does to another and a third may judge.
bool is_deed(const Coding& coding) {
    static constexpr std::array<std::string_view, 13> kDeeds{
        "ASSAULT", "COERCE",  "SANCTION", "MOBILIZE", "THREATEN", "REJECT",   "ACCUSE",
        "AGREE",   "CONCEDE", "RETREAT",  "PROTEST",  "AID",      "COOPERATE"};
    return one_of(coding.type, kDeeds);
}

/// What may be answered with a refusal.
bool asks_for_answer(const Coding& coding) {
    static constexpr std::array<std::string_view, 4> kTypes{"REQUEST", "ACCUSE", "AGREE",
                                                            "THREATEN"};
    return one_of(coding.type, kTypes);
}

/// Types of earlier events whose target the next by the same side may share.
bool may_share_target(const Coding& earlier, const Coding& next) {
    static constexpr std::array<std::string_view, 4> kForce{"ASSAULT", "THREATEN", "MOBILIZE",
                                                            "COERCE"};
    static constexpr std::array<std::string_view, 4> kPressure{"SANCTION", "ACCUSE", "THREATEN",
                                                               "REQUEST"};
    if (next.type == "ASSAULT" || next.type == "MOBILIZE" || next.type == "THREATEN") {
        return one_of(earlier.type, kForce);
    }
    return next.type == "SANCTION" && one_of(earlier.type, kPressure);
}

/// Acts and words that are always to or against somebody.
bool has_opponent(const Coding& coding) {
    if (coding.cameo == "1231") return false;  // *refuses to resign*
    if (coding.type == "RETREAT") return coding.mode != "withdraw" && coding.mode != "release";
    static constexpr std::array<std::string_view, 9> kTypes{"ACCUSE",   "REJECT",  "REQUEST",
                                                            "THREATEN", "PROTEST", "SANCTION",
                                                            "MOBILIZE", "CONCEDE", "AGREE"};
    return one_of(coding.type, kTypes);
}

}  // namespace

bool ImpliedSides::fill_same_target(const std::vector<Reading>& before, std::size_t count,
                                    Reading& reading) const {
    if (reading.sources.empty() || !reading.targets.empty()) return false;
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kTargetReach) return false;
        if (!may_share_target(earlier.coding, reading.coding)) continue;
        // *The union suspended Mali and Chad recalled its envoy*: others follow.
        const bool follows = earlier.coding.type == "SANCTION" &&
                             reading.coding.type == "SANCTION" &&
                             sentence_of(reading) <= sentence_of(earlier) + 1;
        if (earlier.targets.empty()) continue;
        if (!follows && !same_party(earlier.sources, reading.sources)) continue;
        if (same_party(earlier.targets, reading.sources)) continue;
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
        const auto* other = same_party(earlier.targets, reading.sources)   ? &earlier.sources
                            : same_party(earlier.sources, reading.sources) ? &earlier.targets
                                                                           : nullptr;
        if (other == nullptr || other->empty() || same_party(*other, reading.sources)) continue;
        if (!is_political(sides_.actor(other->front()))) continue;
        if (!is_political(sides_.actor(reading.sources.front()))) return false;
        reading.targets = *other;
        reading.implied_target = true;
        reading.why.emplace_back("discourse:addressee");
        return true;
    }
    return false;
}

/// The source of a reading near before, one of another party that is no private person.
bool ImpliedSides::fill_from_other(const std::vector<Reading>& before, std::size_t count,
                                   Reading& reading, std::uint32_t reach,
                                   bool (*fits)(const Coding&), const char* why) const {
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + reach) return false;
        if (!fits(earlier.coding) || earlier.sources.empty()) continue;
        if (same_party(earlier.sources, reading.sources)) continue;
        if (!is_political(sides_.actor(earlier.sources.front()))) continue;
        reading.targets = earlier.sources;
        reading.implied_target = true;
        reading.why.emplace_back(why);
        return true;
    }
    return false;
}

bool ImpliedSides::fill_answered(const std::vector<Reading>& before, std::size_t count,
                                 Reading& reading) const {
    if (reading.sources.empty() || !reading.targets.empty()) return false;
    if (reading.coding.type != "REJECT") return false;
    if (!speaks_to_states(sides_.actor(reading.sources.front()))) return false;
    return fill_from_other(before, count, reading, kAnswerReach, asks_for_answer,
                           "discourse:answered");
}

/// *condemned the arrest of two nurses in Chad*: who did it may be known only from the discourse.
bool ImpliedSides::fill_deed(const std::vector<Reading>& readings, std::size_t at,
                             Reading& reading) const {
    const TokenIndex deed = sides_.mentions().mentions[reading.targets.front()].head;
    const std::size_t last = std::min(readings.size(), at + kMaxReadings);
    for (std::size_t i = at > kMaxReadings ? at - kMaxReadings : 0; i < last; ++i) {
        const Reading& other = readings[i];
        if (other.predicate != deed || other.sources.empty()) continue;
        if (same_party(other.sources, reading.sources)) continue;
        reading.targets = other.sources;
        reading.implied_target = true;
        reading.why.emplace_back("discourse:judged");
        return true;
    }
    return false;
}

bool ImpliedSides::fill_judged(const std::vector<Reading>& before, std::size_t count,
                               Reading& reading) const {
    const bool weak = !reading.targets.empty() && sides_.actor(reading.targets.front()).weak;
    if (reading.sources.empty() || !(reading.targets.empty() || weak)) return false;
    const bool blame = reading.coding.type == "ACCUSE" && reading.coding.mode != "investigate";
    if (!blame && reading.coding.type != "SUPPORT") return false;
    if (!is_political(sides_.actor(reading.sources.front()))) return false;
    if (weak && fill_deed(before, count, reading)) return true;
    return fill_from_other(before, count, reading, kJudgedReach, is_deed, "discourse:judged");
}

/// The last political party to an event near before that is not one's own.
MentionIndex ImpliedSides::opponent_before(const std::vector<Reading>& before, std::size_t count,
                                           const Reading& reading) const {
    const std::size_t first = count > kMaxReadings ? count - kMaxReadings : 0;
    for (std::size_t i = count; i-- > first;) {
        const Reading& earlier = before[i];
        if (sentence_of(reading) > sentence_of(earlier) + kAnswerReach) break;
        for (const auto* sides : {&earlier.sources, &earlier.targets}) {
            if (sides->empty() || same_party(*sides, reading.sources)) continue;
            if (is_political(sides_.actor(sides->front()))) return sides->front();
        }
    }
    return Mentions::kNoMention;
}

bool ImpliedSides::fill_affairs(const std::vector<Reading>& before, std::size_t count,
                                Reading& reading) const {
    if (reading.sources.empty() || !has_opponent(reading.coding)) return false;
    if (!reading.targets.empty()) {
        const Actor& target = sides_.actor(reading.targets.front());
        if (!target.weak) return false;
    }
    const Actor& source = sides_.actor(reading.sources.front());
    if (!speaks_to_states(source) && reading.coding.type != "PROTEST") return false;
    const Affairs& affairs = scenes_.affairs();
    // People protest to their own government.
    const bool protest = reading.coding.type == "PROTEST";
    std::string_view country = protest && !source.country.empty() ? source.country : affairs.first;
    if (country.empty()) return false;
    // Parliaments and courts may speak to their own government; its other arms do not.
    const bool governs =
        is_of_state(source) && source.sectors.front() != "LEG" && source.sectors.front() != "JUD";
    const bool own = source.country == affairs.first;
    if (own && governs && !affairs.second.empty()) {
        // *called the inquiry a sham*: a thing is told, which is hardly the other country's.
        if (!reading.targets.empty()) return false;
        country = affairs.second;
    }
    MentionIndex found = Mentions::kNoMention;
    if (country == source.country && governs) {
        found = opponent_before(before, count, reading);
    } else {
        found = government_at(reading.predicate, country);
    }
    if (found == Mentions::kNoMention || same_actor({found}, reading.sources)) return false;
    reading.targets = {found};
    reading.implied_target = sentence_of(found) != sentence_of(reading);
    reading.why.emplace_back(kAffairsRule);
    return true;
}

/// *called the move illegal*, *denied that his country had lied*: nobody blames himself or his own
/// country; it must be another's.
void ImpliedSides::drop_own_deed(Reading& reading) const {
    static constexpr std::array<std::string_view, 3> kAtOthers{"ACCUSE", "REJECT", "THREATEN"};
    if (!one_of(reading.coding.type, kAtOthers)) return;
    if (reading.targets.size() != 1 || !same_party(reading.targets, reading.sources)) return;
    const ActorMention& mention = sides_.mentions().mentions[reading.targets.front()];
    const std::string_view word = tree_[mention.head].lower;
    const Actor& target = sides_.actor(reading.targets.front());
    const Actor& source = sides_.actor(reading.sources.front());
    const bool vague = mention.of_deed || word == "it" || word == "this" || word == "that";
    const bool own = is_of_state(source) && is_government(target) && target.role == "country";
    if (vague || own) reading.targets.clear();
}

bool ImpliedSides::fill_scene(const std::vector<Reading>& all, std::size_t at,
                              Reading& reading) const {
    const Coding& coding = reading.coding;
    const bool arrest = coding.type == "COERCE" && coding.mode == "arrest";
    if (coding.type != "ASSAULT" && coding.type != "PROTEST" && !arrest) return false;
    // *A fight broke out on a train*: nothing says that it was more than that.
    static constexpr std::array<std::string_view, 3> kPlain{"180", "182", "190"};
    if (coding.type == "ASSAULT" && one_of(coding.cameo, kPlain)) return false;
    if (!reading.targets.empty()) return false;
    // *slaying all comers*: whom it was done to is told, though not known.
    const TokenIndex verb = reading.predicate;
    const bool has_object = arguments_.is_verb(verb) && !arguments_.is_passive(verb) &&
                            arguments_.object(verb) != kNoToken;
    if (has_object && coding.type == "ASSAULT") return false;
    // Only what is told as news: a noun by the way (*since the coup*) repeats what has been told.
    if (reading.background || reading.repeats || reading.unreal) return false;
    if (reading.status == EventStatus::Negated) return false;
    // *A mine hit a lorry*: the verb tells of the noun's event, with its sides; so does the first
    // verb of *twelve were killed and thirty wounded*.
    const TokenIndex governor = tree_.head(verb);
    const bool may_repeat = !arguments_.is_verb(verb) || tree_[verb].dep == "conj";
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(at - std::min(at, kMaxReadings));
    const auto last =
        all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), at + kMaxReadings));
    const bool told_again = may_repeat && std::any_of(first, last, [&](const Reading& other) {
                                return other.predicate == governor;
                            });
    if (told_again) return false;
    // Somebody of whom something is known needs no help (*students marched*).
    const bool known =
        std::any_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex source) {
            const Actor& actor = sides_.actor(source);
            return !actor.country.empty() || !actor.sectors.empty() || !actor.code.empty();
        });
    if (known) return false;
    const Scene scene = scenes_.at(reading.predicate);
    if (scene.country.empty()) return false;
    const MentionIndex found = government_at(reading.predicate, scene.country);
    if (found == Mentions::kNoMention) return false;
    reading.targets = {found};
    reading.implied_target = sentence_of(found) != sentence_of(reading);
    reading.why.emplace_back("discourse:scene");
    return true;
}

}  // namespace tidings::coding
