#include "coding/implied_sides.hpp"

#include <algorithm>
#include <array>

#include "coding/quotations.hpp"

namespace tidings::coding {

namespace {

constexpr std::size_t kMaxReadings = 24;       // earlier readings that are looked at
constexpr std::uint32_t kRepeatReach = 6;      // sentences from an event to its nominal repeat
constexpr std::uint32_t kCasualtyReach = 2;    // from an attack to its casualties
constexpr std::uint32_t kAddresseeReach = 2;   // from a speech act to its answer
constexpr std::uint32_t kCustodyReach = 4;     // from a capture to what becomes of the captives
constexpr std::uint32_t kTargetReach = 3;      // from an attack to the next by the same side
constexpr std::uint32_t kAnswerReach = 3;      // from what is asked or offered to its refusal
constexpr std::uint32_t kJudgedReach = 3;      // from a deed to what is said of it
constexpr std::size_t kCaptiveReadings = 200;  // earlier readings that may tell of a captive

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 5> kPrisons{"prison", "jail", "custody", "detention",
                                                   "captivity"};

/// Taking, holding and freeing people.
bool is_custody(const Coding& coding) {
    return (coding.type == "COERCE" && coding.mode == "arrest") ||
           (coding.type == "ASSAULT" && coding.mode == "abduct") ||
           (coding.type == "RETREAT" && coding.mode == "release");
}

/// What is done to somebody by whoever has him: custody, trial and sentence.
bool is_of_captive(const Coding& coding) {
    return is_custody(coding) || (coding.type == "SANCTION" && coding.mode == "convict");
}

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
    if (next.type == "ASSAULT" || next.type == "MOBILIZE") return one_of(earlier.type, kForce);
    return next.type == "SANCTION" && one_of(earlier.type, kPressure);
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

/// Who acts for a country: its government, parliament, courts and forces.
bool is_of_state(const Actor& actor) {
    static constexpr std::array<std::string_view, 6> kSectors{"GOV", "MIL", "LEG",
                                                              "JUD", "COP", "SPY"};
    return !actor.country.empty() && !actor.sectors.empty() &&
           one_of(actor.sectors.front(), kSectors);
}

/// The country itself or its government, not one of its officials.
bool is_government(const Actor& actor) {
    if (actor.sectors.empty() || actor.sectors.front() != "GOV") return false;
    const std::string role = utf8::lower(actor.role);
    return role.empty() || role.ends_with("government") || role.ends_with("authorities") ||
           role.ends_with("regime") || role.ends_with("administration") || role == "country" ||
           role == "state" || role == "nation";
}

/// Those whose words and acts, where nobody else is named, go to a government.
bool speaks_to_states(const Actor& actor) {
    static constexpr std::array<std::string_view, 6> kSectors{"LAB", "NGO", "REL",
                                                              "SOC", "REF", "EDU"};
    return is_political(actor) ||
           (!actor.weak && !actor.sectors.empty() && one_of(actor.sectors.front(), kSectors));
}

}  // namespace

ImpliedSides::ImpliedSides(const Arguments& arguments, const SideFinder& sides,
                           const SceneReader& scenes)
    : arguments_(arguments), tree_(arguments.tree()), sides_(sides), scenes_(scenes) {
    const Mentions& mentions = sides.mentions();
    for (MentionIndex m = 0; m < mentions.mentions.size(); ++m) {
        if (names_government(m)) government_.emplace(sides.actor(m).country, m);
    }
}

/// *Kenya*, *Nairobi*, *the Kenyan government*; but not *King*, who is known for its head.
bool ImpliedSides::names_government(MentionIndex mention) const {
    const ActorMention& words = sides_.mentions().mentions[mention];
    if (words.actor == kNoActor) return false;
    const Actor& actor = sides_.actor(mention);
    if (actor.country.empty() || !is_government(actor)) return false;
    if (!actor.role.empty()) return true;
    const PlaceMention* place = place_at(tree_, sides_.mentions(), words.head);
    return place != nullptr && place->country == actor.country;
}

/// Acts of police, courts and ministries, by type and mode.
bool ImpliedSides::is_official_act(const Reading& reading) const {
    static constexpr std::array<std::string_view, 5> kCoercions{"arrest", "deport", "censor",
                                                                "martial-law", "curfew"};
    // *went on trial*, *faces charges*: with ACCUSE only courts are meant.
    static constexpr std::array<std::string_view, 9> kProsecutions{
        "charge", "indict", "prosecute", "arraign", "try", "go", "stand", "face", "appear"};
    const Coding& coding = reading.coding;
    if (coding.type == "COERCE") return one_of(coding.mode, kCoercions);
    if (coding.type == "ACCUSE") {
        return arguments_.is_verb(reading.predicate) &&
               one_of(tree_[reading.predicate].lemma, kProsecutions);
    }
    if (coding.type == "RETREAT" && coding.mode == "release") {
        const auto places = arguments_.prepositional(reading.predicate, "from");
        return std::any_of(places.begin(), places.end(),
                           [&](TokenIndex t) { return one_of(tree_[t].lemma, kPrisons); });
    }
    return coding.type == "SANCTION" && coding.mode == "convict";
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
    const Mentions& mentions = sides_.mentions();
    const Sentence& sentence = tree_.parse().sentences[tree_[predicate].sentence];
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const MentionIndex m = mentions.mention_at[t];
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
    if (v.weak || &a == &v) return false;
    if (a.country.empty() || a.country != v.country) return true;
    return !v.sectors.empty() && v.sectors.front() != "GOV" && v.sectors.front() != "MIL" &&
           (a.sectors.empty() || v.sectors.front() != a.sectors.front());
}

/// *was freed from a Turkish prison*, *is in Kenyan custody*: whoever's the prison is.
bool ImpliedSides::fill_prison(Reading& reading) const {
    for (const char* preposition : {"from", "in"}) {
        for (const TokenIndex t : arguments_.prepositional(reading.predicate, preposition)) {
            if (!one_of(tree_[t].lemma, kPrisons)) continue;
            std::vector<TokenIndex> owners = arguments_.modifiers(t);
            if (arguments_.possessor(t) != kNoToken) owners.push_back(arguments_.possessor(t));
            for (const TokenIndex owner : owners) {
                const MentionIndex state = sides_.direct(owner);
                if (state == Mentions::kNoMention || !is_of_state(sides_.actor(state))) continue;
                if (same_actor({state}, reading.targets)) continue;
                reading.sources = {state};
                reading.why.emplace_back("discourse:prison");
                return true;
            }
        }
    }
    return false;
}

/// *Chad's interior minister said that three Kenyans had been expelled*: who speaks for a state
/// tells of its own acts.
bool ImpliedSides::fill_official_speaker(Reading& reading) const {
    if (reading.targets.empty()) return false;
    const TokenIndex head = speaker_of(tree_, sides_.mentions(), reading.predicate);
    if (head == kNoToken) return false;
    const MentionIndex speaker = sides_.direct(head);
    if (speaker == Mentions::kNoMention || !is_of_state(sides_.actor(speaker))) return false;
    if (same_party({speaker}, reading.targets)) return false;
    const Scene scene = scenes_.at(reading.predicate);
    const bool elsewhere =
        scene.basis == SceneBasis::Predicate && scene.country != sides_.actor(speaker).country;
    if (elsewhere) return false;
    reading.sources = {speaker};
    reading.why.emplace_back("discourse:official");
    return true;
}

bool ImpliedSides::fill_authority(Reading& reading, SceneBasis weakest) const {
    if (!reading.sources.empty() || !is_official_act(reading)) return false;
    if (fill_prison(reading)) return true;
    if (fill_official_speaker(reading)) return true;
    const bool decree = reading.coding.mode == "curfew" || reading.coding.mode == "martial-law";
    if (reading.targets.empty() && !decree) return false;
    const Scene scene = scenes_.at(reading.predicate);
    if (scene.country.empty() || scene.basis > weakest) return false;
    const MentionIndex found = government_at(reading.predicate, scene.country);
    if (found == Mentions::kNoMention || same_actor({found}, reading.targets)) return false;
    reading.sources = {found};
    reading.implied_source = sentence_of(found) != sentence_of(reading);
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
        if (tree_[other.predicate].dep != "advcl" ||
            tree_.head(other.predicate) != reading.predicate)
            continue;
        if (other.sources.empty() || !has_happened(other.status)) continue;
        if (!may_have_hit(other.sources.front(), reading.targets.front())) continue;
        reading.sources = other.sources;
        reading.why.emplace_back("discourse:clause");
        return true;
    }
    return false;
}

bool ImpliedSides::fill_captor(const std::vector<Reading>& before, std::size_t count,
                               Reading& reading) const {
    if (!reading.sources.empty() || reading.targets.empty()) return false;
    if (!is_of_captive(reading.coding)) return false;
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

/// Acts and words that are always to or against somebody.
bool has_opponent(const Coding& coding) {
    if (coding.type == "RETREAT") return coding.mode != "withdraw" && coding.mode != "release";
    static constexpr std::array<std::string_view, 9> kTypes{"ACCUSE",   "REJECT",  "REQUEST",
                                                            "THREATEN", "PROTEST", "SANCTION",
                                                            "MOBILIZE", "CONCEDE", "AGREE"};
    return one_of(coding.type, kTypes);
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
    if (reading.coding.type != "ACCUSE" && reading.coding.type != "REJECT") return;
    if (reading.targets.size() != 1 || !same_party(reading.targets, reading.sources)) return;
    const ActorMention& mention = sides_.mentions().mentions[reading.targets.front()];
    const std::string_view word = tree_[mention.head].lower;
    const Actor& target = sides_.actor(reading.targets.front());
    const Actor& source = sides_.actor(reading.sources.front());
    const bool vague = mention.of_deed || word == "it" || word == "this" || word == "that";
    const bool own = is_of_state(source) && is_government(target) && target.role == "country";
    if (vague || own) reading.targets.clear();
}

bool ImpliedSides::fill_scene(const std::vector<Reading>& all, Reading& reading) const {
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
    const bool told_again =
        may_repeat && std::any_of(all.begin(), all.end(), [&](const Reading& other) {
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

void ImpliedSides::complete(std::vector<Reading>& readings) const {
    // Also what is told behind a judgement may be judged.
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (fill_from_clause(readings, i, readings[i])) continue;
        (void)fill_authority(readings[i], SceneBasis::Predicate);
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        Reading& reading = readings[i];
        drop_own_deed(reading);
        if (fill_captor(readings, i, reading)) continue;
        if (fill_authority(reading, SceneBasis::Report)) continue;
        if (fill_repeat(readings, i, reading)) continue;
        if (fill_casualties(readings, i, reading)) continue;
        if (fill_same_target(readings, i, reading)) continue;
        if (fill_answered(readings, i, reading)) continue;
        if (fill_addressee(readings, i, reading)) continue;
        if (fill_judged(readings, i, reading)) continue;
        if (fill_scene(readings, reading)) continue;
        (void)fill_affairs(readings, i, reading);
    }
}

}  // namespace tidings::coding
