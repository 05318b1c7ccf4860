#include "coding/event_sides.hpp"

#include <algorithm>
#include <array>

#include "mention/actor/actor_code.hpp"

namespace tidings::coding {

namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Sectors of people who, described without a country, belong to the place where they are.
constexpr std::array<std::string_view, 13> kLocalSectors{
    "CVL", "REB", "OPP", "SOC", "LAB", "EDU", "MED", "CRM", "COP", "MIL", "JUD", "AGR", "LEG"};
/// Sectors that are taken for local only where the sentence itself names the place.
constexpr std::array<std::string_view, 4> kOftenForeign{"REB", "MIL", "OPP", "CRM"};
/// Words that say that somebody is from elsewhere, or that an organisation has no country.
constexpr std::array<std::string_view, 18> kForeign{
    "foreign",   "foreigner",     "foreigners", "tourist",       "tourists",   "expatriate",
    "expats",    "international", "visitors",   "multinational", "passengers", "peacekeepers",
    "coalition", "global",        "refugees",   "migrants",      "immigrants", "asylum"};
/// Sectors that cross borders.
constexpr std::array<std::string_view, 5> kBorderless{"IGO", "NGO", "UAF", "MNC", "IMG"};

}  // namespace

bool EventSides::is_local(const ActorMention& mention, const Reading& reading) const {
    const Actor& actor = mentions_.actors[mention.actor];
    if (!actor.country.empty()) return false;
    const Token& head = tree_[mention.head];
    if (head.pos != Pos::Noun && head.pos != Pos::Pron) return false;
    for (TokenIndex t = mention.head; t-- > 0;) {
        if (tree_[t].span.start < mention.span.start) break;
        if (one_of(tree_[t].lower, kForeign)) return false;
    }
    if (one_of(head.lower, kForeign)) return false;
    // Things have a country only as what is hit: *a convoy*, *two villages*.
    if (actor.weak) return head.pos == Pos::Noun && reading.coding.type == "ASSAULT";
    if (actor.sectors.empty() || !one_of(actor.sectors.front(), kLocalSectors)) return false;
    return std::none_of(actor.sectors.begin(), actor.sectors.end(),
                        [](const std::string& sector) { return one_of(sector, kBorderless); });
}

/// *Hungary says it will not take refugees*, *Israel continued its raids*: a pronoun that only
/// repeats who speaks or acts gives way to the name that the same sentence has.
MentionIndex EventSides::named_mention(MentionIndex mention) const {
    const ActorMention& given = mentions_.mentions[mention];
    const std::string_view dep = tree_[given.head].dep;
    const bool repeats = tree_[given.head].pos == Pos::Pron &&
                         (dep == "nsubj" || dep == "nsubjpass" || dep == "poss");
    if (!repeats) return mention;
    const Sentence& sentence = tree_.parse().sentences[tree_[given.head].sentence];
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const MentionIndex other = mentions_.mention_at[t];
        if (other != Mentions::kNoMention && mentions_.mentions[other].actor == given.actor &&
            tree_[t].pos != Pos::Pron) {
            return other;
        }
    }
    return mention;
}

std::optional<EventSide> EventSides::make(MentionIndex mention, const Reading& reading,
                                          bool implied) const {
    if (mention == Mentions::kNoMention) return std::nullopt;
    const ActorMention& found = mentions_.mentions[named_mention(mention)];
    EventSide side;
    side.actor = found.actor;
    if (!implied) side.span = found.span;
    if (!is_local(found, reading)) return side;
    const Scene scene = scenes_.at(reading.predicate);
    if (scene.country.empty()) return side;
    const auto& sectors = mentions_.actors[side.actor].sectors;
    const bool vague = sectors.empty() || one_of(sectors.front(), kOftenForeign);
    if (vague && scene.basis > SceneBasis::Sentence) return side;
    side.country = scene.country;
    side.code = mention::cameo_actor_code(side.country, sectors);
    return side;
}

void EventSides::set_term(std::optional<EventSide>& side, const EventDate& date) const {
    if (!side || date.basis != "text" || date.start.empty() || date.end.empty()) return;
    const Actor& actor = mentions_.actors[side->actor];
    const auto term = std::find_if(actor.terms.begin(), actor.terms.end(), [&](const auto& held) {
        return held.from <= date.start &&
               (held.until.empty() || held.until >= date.end.substr(0, held.until.size()));
    });
    if (term == actor.terms.end() || term->sectors == actor.sectors) return;
    side->sectors = term->sectors;
    side->role = term->role;
    side->code =
        !term->code.empty() ? term->code : mention::cameo_actor_code(actor.country, term->sectors);
}

bool EventSides::same_party(const std::optional<EventSide>& a,
                            const std::optional<EventSide>& b) const {
    if (!a || !b) return !a && !b;
    if (a->actor == b->actor) return true;
    if (country(*a).empty() || country(*a) != country(*b)) return false;
    const auto primary = [&](const EventSide& side) {
        const auto& sectors = mentions_.actors[side.actor].sectors;
        return sectors.empty() ? std::string_view() : std::string_view(sectors.front());
    };
    return primary(*a) == primary(*b);
}

}  // namespace tidings::coding
