#include "coding/one_event.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "coding/implied_sides.hpp"

namespace tidings::coding {

namespace {

/// People of whom nothing more is said: *the two men* are the two diplomats of the headline.
constexpr std::array<std::string_view, 6> kAnybody{"man",    "woman",      "person",
                                                   "people", "individual", "youth"};
constexpr std::size_t kMaxLookedAt = 8;       // mentions of an actor
constexpr std::uint32_t kSameWordsReach = 3;  // sentences between two tellings of one's words

/// The target is not told but taken from whose affairs the report speaks of.
bool has_assumed_target(const Event& event) {
    return std::find(event.why.begin(), event.why.end(), kAffairsRule) != event.why.end();
}

}  // namespace

bool OneEvent::same(const Event& earlier, const Event& later) const {
    if (earlier.type != later.type) return false;
    if (earlier.status != later.status && !is_said_twice(earlier, later)) return false;
    if (!dates_.compatible(earlier.date, later.date)) return false;
    if (same_death(earlier, later)) return true;
    if (earlier.cameo.substr(0, 2) != later.cameo.substr(0, 2)) return false;
    if (!CountReader::agree(earlier.counts, later.counts)) return false;
    if (!earlier.mode.empty() && !later.mode.empty() && earlier.mode != later.mode) return false;
    if (are_different_plots(earlier, later)) return false;
    return sides_.compatible(earlier.source, later.source) && compatible_targets(earlier, later) &&
           share_a_side(earlier, later);
}

/// *planned to target members of the group*, *a plot to bomb its congress*: violence that has not
/// been done, told by other words and of another victim, is another plan.
bool OneEvent::are_different_plots(const Event& event, const Event& other) {
    const bool done = event.status == EventStatus::Actual || event.status == EventStatus::Ongoing;
    if (event.type != "ASSAULT" || done || !event.target || !other.target) return false;
    return event.target->actor != other.target->actor &&
           event.mentions.front().anchor != other.mentions.front().anchor;
}

bool OneEvent::compatible_targets(const Event& event, const Event& other) const {
    if (are_other_words(event, other)) return false;
    return sides_.compatible(event.target, other.target) ||
           are_same_people(event.target, other.target);
}

/// *denied that he had known*, and pages later *denied the minister's charge*: the first words were
/// not to him, unless both are told close to each other.
bool OneEvent::are_other_words(const Event& event, const Event& other) const {
    static constexpr std::array<std::string_view, 4> kWords{"ACCUSE", "REJECT", "REQUEST",
                                                            "SUPPORT"};
    if (!one_of(event.type, kWords) || event.target || !other.target) return false;
    const TokenIndex one = tree_.token_from(event.mentions.back().span.start);
    const TokenIndex two = tree_.token_from(other.mentions.front().span.start);
    if (one >= tree_.size() || two >= tree_.size()) return false;
    return tree_[one].lemma != tree_[two].lemma &&
           tree_[two].sentence > tree_[one].sentence + kSameWordsReach;
}

/// One side must be shared by both, and it must be a known actor that the text tells.
bool OneEvent::share_a_side(const Event& event, const Event& other) const {
    return sides_.shared(event.source, other.source) ||
           (!has_assumed_target(event) && !has_assumed_target(other) &&
            sides_.shared(event.target, other.target));
}

/// *accused them of encroaching on its waters*: two words of one sentence for one charge.
bool OneEvent::is_said_twice(const Event& event, const Event& other) const {
    return needs_source(event.type) && event.type != "CONSULT" &&
           event.mentions.back().sentence == other.mentions.front().sentence &&
           sides_.shared(event.source, other.source) && sides_.shared(event.target, other.target);
}

/// The head of a mention of the actor; none where nobody is mentioned.
TokenIndex OneEvent::head(Span span, ActorIndex actor) const {
    const MentionIndex mention = mention_in(tree_, mentions_, span, actor);
    return mention == kNobody ? kNoToken : mentions_.mentions[mention].head;
}

/// *two*, of *two Iraqi diplomats*, also where the headline leaves it out; empty if never told.
std::string_view OneEvent::number(const EventSide& side) const {
    const auto& spans = mentions_.actors[side.actor].mentions;
    const std::size_t last = std::min(spans.size(), kMaxLookedAt);
    for (std::size_t i = 0; i < last; ++i) {
        const TokenIndex noun = head(spans[i], side.actor);
        const TokenIndex told = noun == kNoToken ? kNoToken : tree_.child(noun, "nummod");
        if (told != kNoToken) return tree_[told].lower;
    }
    return {};
}

/// *two Iraqi diplomats*, *two men from the Iraqi embassy*: as many, of one country.
bool OneEvent::are_same_people(const std::optional<EventSide>& a,
                               const std::optional<EventSide>& b) const {
    if (!a || !b || sides_.country(*a).empty() || sides_.country(*a) != sides_.country(*b)) {
        return false;
    }
    const TokenIndex one = head(a->span, a->actor);
    const TokenIndex two = head(b->span, b->actor);
    if (one == kNoToken || two == kNoToken) return false;
    if (!one_of(tree_[one].lemma, kAnybody) && !one_of(tree_[two].lemma, kAnybody)) return false;
    const std::string_view told = number(*a);
    return !told.empty() && told == number(*b);
}

/// The killing of somebody who is named.
bool OneEvent::is_death_of_one(const Event& event) const {
    ClassId kills = 0;
    if (event.type != "ASSAULT" || event.status != EventStatus::Actual || !event.target ||
        !classes_.find("kills", kills)) {
        return false;
    }
    const TokenIndex victim = head(event.target->span, event.target->actor);
    if (victim == kNoToken || tree_[victim].pos != Pos::Propn) return false;
    const TokenIndex word = tree_.token_from(event.mentions.front().span.start);
    return word < tree_.size() && classes_.contains(kills, tree_[word].lemma);
}

/// A person dies once, by whatever words.
bool OneEvent::same_death(const Event& event, const Event& other) const {
    if (!event.target || !other.target || event.target->actor != other.target->actor) return false;
    if (!is_death_of_one(event) || !is_death_of_one(other)) return false;
    if (!event.source || !other.source) return true;
    const std::string_view country = sides_.country(*event.source);
    return event.source->actor == other.source->actor ||
           (!country.empty() && country == sides_.country(*other.source));
}

}  // namespace tidings::coding
