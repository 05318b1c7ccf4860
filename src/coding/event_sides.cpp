#include "coding/event_sides.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/actor/actor_code.hpp"
#include "mention/coreference/assumed_countries.hpp"

namespace tidings::coding {

namespace {

/// Sectors of people who, described without a country, belong to the place where they are.
constexpr std::array<std::string_view, 15> kLocalSectors{"CVL", "REB", "OPP", "SOC", "LAB",
                                                         "EDU", "MED", "CRM", "COP", "MIL",
                                                         "JUD", "AGR", "LEG", "PRM", "PTY"};
/// Sectors that are taken for local only where the sentence itself names the place, or where the
/// whole report plays in one country.
constexpr std::array<std::string_view, 5> kOftenForeign{"REB", "MIL", "OPP", "CRM", "PRM"};
/// Words that say that somebody is from elsewhere, or that an organisation has no country.
constexpr std::array<std::string_view, 39> kForeign{
    "regional",    "latin",         "european",   "african",      "asian",     "arab",
    "caribbean",   "allied",        "stowaway",   "stowaways",    "foreign",   "foreigner",
    "foreigners",  "tourist",       "tourists",   "expatriate",   "expats",    "international",
    "visitors",    "multinational", "passengers", "peacekeepers", "coalition", "global",
    "refugees",    "migrants",      "immigrants", "asylum",       "different", "neighbouring",
    "refugee",     "migrant",       "immigrant",  "overseas",     "western",   "world",
    "neighboring", "pirate",        "pirates"};
/// Those who deal with a state as some of several.
constexpr std::array<std::string_view, 7> kStateNouns{"country",  "nation",  "ally", "neighbour",
                                                      "neighbor", "partner", "power"};
/// Things that pass by, of no country, and are stopped and boarded as their crews.
constexpr std::array<std::string_view, 16> kPassing{
    "ship",  "vessel",     "tanker", "freighter", "boat", "yacht",    "plane",   "aircraft",
    "drone", "helicopter", "jet",    "warplane",  "dhow", "airliner", "warship", "trawler"};
/// What a state takes from another; its own it need not take.
constexpr std::array<std::string_view, 10> kLand{"territory", "land",       "enclave", "peninsula",
                                                 "island",    "strait",     "region",  "border",
                                                 "strip",     "archipelago"};
/// Businesses that are told as those of several states.
constexpr std::array<std::string_view, 4> kTraders{"exporter", "producer", "importer", "creditor"};
/// What lies in a country and is taken or closed for those in it.
constexpr std::array<std::string_view, 14> kSettlements{
    "town",    "village", "city", "district",      "province", "region", "suburb",
    "enclave", "area",    "camp", "neighbourhood", "market",   "school", "hospital"};
/// Sectors that cross borders.
constexpr std::array<std::string_view, 5> kBorderless{"IGO", "NGO", "UAF", "MNC", "IMG"};

/// Those of whom a report on one country speaks without naming it: *the town*, *the army*, *the
/// rebels*; but *militants* and *fighters* come from anywhere.
bool belongs_to_place(const SyntaxTree& tree, const ActorMention& mention,
                      const std::vector<std::string>& sectors) {
    static constexpr std::array<std::string_view, 5> kHomegrown{"rebel", "insurgent", "guerrilla",
                                                                "separatist", "oppositionist"};
    if (sectors.empty()) return one_of(tree[mention.head].lemma, kSettlements);
    if (sectors.front() != "REB") return true;
    for (TokenIndex t = mention.head;; --t) {  // *a rebel commander*
        if (one_of(tree[t].lemma, kHomegrown)) return true;
        if (t == 0 || tree[t - 1].span.start < mention.span.start) return false;
    }
}

bool is_borderless(const Actor& actor) {
    return std::any_of(actor.sectors.begin(), actor.sectors.end(),
                       [](const std::string& sector) { return one_of(sector, kBorderless); });
}

}  // namespace

/// Described rather than named, and not said to be from elsewhere.
bool EventSides::is_described(const ActorMention& mention) const {
    const Token& head = tree_[mention.head];
    if (head.pos != Pos::Noun && head.pos != Pos::Pron) return false;
    for (TokenIndex t = mention.head; t-- > 0;) {
        if (tree_[t].span.start < mention.span.start) break;
        if (one_of(tree_[t].lower, kForeign)) return false;
    }
    return !one_of(head.lower, kForeign) && !is_of_many_countries(mention.head);
}

/// *envoys from different countries*, *the leaders of both nations*.
bool EventSides::is_of_many_countries(TokenIndex head) const {
    const auto names_many = [&](TokenIndex preposition) {
        if (tree_[preposition].dep != "prep") return false;
        const TokenIndex of = tree_.child(preposition, "pobj");
        if (of == kNoToken || tree_[of].tag != "NNS") return false;
        return tree_[of].lemma == "country" || tree_[of].lemma == "nation";
    };
    // The next word counts also where the parser hangs it on the verb.
    if (head + 1 < tree_.size() && names_many(head + 1)) return true;
    const auto children = tree_.children(head);
    return std::any_of(children.begin(), children.end(), names_many);
}

bool EventSides::is_local(const ActorMention& mention, const Reading& reading) const {
    const Actor& actor = mentions_.actors[mention.actor];
    if (!actor.country.empty() || !is_described(mention)) return false;
    const Token& head = tree_[mention.head];
    // Things have a country only as what is hit: *a convoy*, *two villages*; but ships pass by.
    if (actor.weak && one_of(head.lemma, kPassing)) return false;
    if (actor.weak) {
        static constexpr std::array<std::string_view, 3> kForce{"ASSAULT", "COERCE", "MOBILIZE"};
        return head.pos == Pos::Noun && one_of(reading.coding.type, kForce);
    }
    if (actor.sectors.empty() || !one_of(actor.sectors.front(), kLocalSectors)) return false;
    return !is_borderless(actor);
}

/// *Hungary says it will not take refugees*, *arrested two men and charged them*: a pronoun gives
/// way to the words for whom it stands, where its own sentence has them.
MentionIndex EventSides::named_mention(MentionIndex mention) const {
    const ActorMention& given = mentions_.mentions[mention];
    if (tree_[given.head].pos != Pos::Pron) return mention;
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

/// *a spokesman for the Chadian army*, *supporters of the Kenyan president*: of whom they are, they
/// have the country.
std::string_view EventSides::country_beside(const ActorMention& mention) const {
    for (const TokenIndex c : tree_.children(mention.head)) {
        static constexpr std::array<std::string_view, 3> kOf{"of", "for", "from"};
        const bool belongs = tree_[c].dep == "prep" && one_of(tree_[c].lower, kOf);
        const TokenIndex owner = belongs                  ? tree_.child(c, "pobj")
                                 : tree_[c].dep == "poss" ? c
                                                          : kNoToken;
        if (owner == kNoToken || mentions_.mention_at[owner] == Mentions::kNoMention) continue;
        const ActorMention& other = mentions_.mentions[mentions_.mention_at[owner]];
        const Actor& actor = mentions_.actors[other.actor];
        if (!actor.country.empty() && other.actor != mention.actor) return actor.country;
    }
    return {};
}

bool EventSides::acts_as(const Reading& reading, std::string_view sector) const {
    if (reading.sources.empty()) return false;
    const auto& sectors =
        mentions_.actors[mentions_.mentions[reading.sources.front()].actor].sectors;
    return !sectors.empty() && sectors.front() == sector;
}

/// *Chad annexed the territory*: what a state takes lies in none of its own.
bool EventSides::is_foreign_land(const ActorMention& mention, const Reading& reading,
                                 std::string_view country) const {
    if (!mentions_.actors[mention.actor].weak || reading.coding.mode != "seize") return false;
    if (reading.sources.empty() || !one_of(tree_[mention.head].lemma, kLand)) return false;
    const Actor& taker = mentions_.actors[mentions_.mentions[reading.sources.front()].actor];
    return taker.country == country;
}

std::optional<EventSide> EventSides::make(MentionIndex mention, const Reading& reading,
                                          bool implied) const {
    if (mention == Mentions::kNoMention) return std::nullopt;
    const ActorMention& found = mentions_.mentions[named_mention(mention)];
    EventSide side;
    side.actor = found.actor;
    if (!implied) side.span = found.span;
    const Actor& actor = mentions_.actors[side.actor];
    const auto& sectors = actor.sectors;
    if (actor.country.empty() && !actor.weak && !is_borderless(actor)) {
        side.country = country_beside(found);
    }
    // What leaves a place does nothing to it.
    const bool leaves = reading.coding.type == "RETREAT" && reading.coding.mode == "withdraw";
    if (actor.country.empty() && actor.weak && !leaves) {
        const PlaceMention* place =
            place_at(tree_, mentions_, found.head);  // *bombed the town of X*
        if (place != nullptr) side.country = place->country;
    }
    if (side.country.empty() && actor.country.empty()) {
        if (!is_local(found, reading)) return side;
        const Scene scene = scenes_.at(reading.predicate);
        if (scene.country.empty()) return side;
        const bool vague = sectors.empty() || one_of(sectors.front(), kOftenForeign);
        const bool main = scene.country == scenes_.home_country();
        // *sent advisers to help rebels*: a place by the way (*the senator from Florida*) is not
        // theirs.
        const bool rebels = !sectors.empty() && sectors.front() == "REB";
        const SceneBasis far = rebels ? SceneBasis::Predicate : SceneBasis::Sentence;
        const bool sure = scene.basis <= far || (main && actor.weak) ||
                          (main && belongs_to_place(tree_, found, sectors));
        if (vague && !sure) return side;
        // *French marines detained seven suspects*: soldiers act abroad.
        const bool suspect = !sectors.empty() && sectors.front() == "CRM";
        if (suspect && scene.basis != SceneBasis::Predicate && acts_as(reading, "MIL")) return side;
        if (is_foreign_land(found, reading, scene.country)) return side;
        side.country = scene.country;
    }
    if (!side.country.empty()) side.code = mention::cameo_actor_code(side.country, sectors);
    return side;
}

/// *discussed it with the Ukrainians*, *stopped selling arms to the Saudis*: with whom a state's
/// own people talk or deal are those who act for the other.
void EventSides::take_for_officials(const Reading& reading, MentionIndex mention, EventSide& side,
                                    const EventSide& state) const {
    static constexpr std::array<std::string_view, 10> kDealings{
        "CONSULT", "AGREE",  "COOPERATE", "CONCEDE", "SANCTION",
        "REQUEST", "REJECT", "THREATEN",  "ACCUSE",  "SUPPORT"};
    static constexpr std::array<std::string_view, 4> kState{"GOV", "MIL", "ELI", "LEG"};
    if (!one_of(reading.coding.type, kDealings) || side.span.empty()) return;
    const auto& acting = mentions_.actors[state.actor].sectors;
    if (acting.empty() || !one_of(acting.front(), kState)) return;
    const Actor& actor = mentions_.actors[side.actor];
    const ActorMention& words = mentions_.mentions[named_mention(mention)];
    const Token& head = tree_[words.head];
    const bool alike = head.lower.ends_with("ese") || head.lower.ends_with("ish") ||
                       head.lower.ends_with("ch") || head.lower.ends_with("ss");
    const bool people = (head.tag == "NNPS" || alike) && actor.sectors.size() == 1 &&
                        actor.sectors.front() == "CVL" && !actor.country.empty();
    if (!people || words.head == 0 || tree_[words.head - 1].lower != "the") return;
    if (actor.country == country(state)) return;
    side.sectors = {"GOV"};
    side.code = mention::cameo_actor_code(actor.country, side.sectors);
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

void EventSides::take_country(const Reading& reading, MentionIndex mention, EventSide& side,
                              const EventSide& state) const {
    static constexpr std::array<std::string_view, 6> kState{"GOV", "MIL", "COP",
                                                            "JUD", "LEG", "SPY"};
    const auto& acting = mentions_.actors[state.actor].sectors;
    if (!country(side).empty() || country(state).empty() || side.span.empty()) return;
    if (acting.empty() || !one_of(acting.front(), kState)) return;
    const Actor& actor = mentions_.actors[side.actor];
    const ActorMention& words = mentions_.mentions[named_mention(mention)];
    if (actor.weak || actor.sectors.empty() || is_borderless(actor)) return;
    // *Other countries agreed to lend Kenya money*: states, and none of them this one.
    const Token& head = tree_[words.head];
    const bool members =
        head.lemma == "state" && words.head > 0 && tree_[words.head - 1].lower == "member";
    if (head.tag == "NNS" && (members || one_of(head.lemma, kStateNouns))) return;
    // *held back arms for the ally*: another state, which one is not told.
    static constexpr std::array<std::string_view, 5> kOtherStates{"ally", "neighbour", "neighbor",
                                                                  "partner", "adversary"};
    if (one_of(head.lemma, kOtherStates)) return;
    if (head.tag == "NNS" && one_of(head.lemma, kTraders)) return;
    // *The army captured a rebel commander*; but whom two armies fight, or a state arms, is of
    // anywhere.
    const bool fights = reading.coding.type == "ASSAULT" || reading.coding.type == "COERCE";
    const bool one = reading.sources.size() < 2 && reading.targets.size() < 2;
    if (actor.sectors.front() == "REB" && !(fights && one)) return;
    // *French marines detained two suspects*: soldiers act abroad.
    if (actor.sectors.front() == "CRM" && acting.front() == "MIL") return;
    if (!is_described(words) || !belongs_to_place(tree_, words, actor.sectors)) return;
    side.country = std::string(country(state));
    side.code = mention::cameo_actor_code(side.country, actor.sectors);
}

/// *Kurdish fighters*: of the country of their people that the report names most, but hardly of
/// the one they deal with.
std::string EventSides::home_of(const EventSide& side, const Reading& reading,
                                std::string_view opponent) const {
    const Actor& actor = mentions_.actors[side.actor];
    if (is_borderless(actor)) return {};
    const auto lives_in = [&](std::string_view people, std::string_view code) {
        ClassId id = 0;
        return classes_.find("home_" + utf8::lower(code), id) && classes_.contains(id, people);
    };
    const Scene scene = scenes_.at(reading.predicate);
    std::string home;
    std::size_t most = 0;
    const std::string name = utf8::lower(actor.name);
    for (const std::string_view people : split(name, ' ')) {
        const bool here = scene.basis == SceneBasis::Predicate && scene.country != opponent;
        if (here && lives_in(people, scene.country)) return std::string(scene.country);
        for (const auto& [code, times] : scenes_.named_countries()) {
            const std::size_t weight = code == opponent ? 1 : times + 1;
            if (weight <= most || !lives_in(people, code)) continue;
            most = weight;
            home = code;
        }
    }
    return home;
}

void EventSides::settle(const Reading& reading, std::optional<EventSide>& side,
                        const std::optional<EventSide>& other) const {
    if (!side || !mentions_.actors[side->actor].country.empty()) return;
    std::string home = home_of(*side, reading, other ? country(*other) : std::string_view());
    if (home.empty()) return;
    side->country = std::move(home);
    side->code = mention::cameo_actor_code(side->country, mentions_.actors[side->actor].sectors);
}

void EventSides::share_country(const Reading& reading, MentionIndex source, MentionIndex target,
                               Event& event) const {
    settle(reading, event.source, event.target);
    if (reading.at_thing) return;
    settle(reading, event.target, event.source);
    if (!event.source || !event.target) return;
    take_for_officials(reading, target, *event.target, *event.source);
    take_country(reading, source, *event.source, *event.target);
    take_country(reading, target, *event.target, *event.source);
    correct_country(reading, target, *event.target, *event.source);
}

/// *Officials in Delhi arrested 210 people*, in an American report: people whose country has only
/// been assumed are of the place that is told, where its own state deals with them.
void EventSides::correct_country(const Reading& reading, MentionIndex mention, EventSide& side,
                                 const EventSide& state) const {
    static constexpr std::array<std::string_view, 3> kWithin{"COERCE", "AID", "SANCTION"};
    static constexpr std::array<std::string_view, 5> kState{"GOV", "COP", "JUD", "LEG", "MIL"};
    if (!one_of(reading.coding.type, kWithin) || side.span.empty()) return;
    const ActorMention& words = mentions_.mentions[named_mention(mention)];
    const Actor& actor = mentions_.actors[side.actor];
    const auto& acting = mentions_.actors[state.actor].sectors;
    if (!mention::has_assumed_country(words) || acting.empty()) return;
    if (!one_of(acting.front(), kState) || country(state).empty()) return;
    if (actor.country == country(state) || !is_described(words)) return;
    if (!belongs_to_place(tree_, words, actor.sectors)) return;
    const Scene scene = scenes_.at(reading.predicate);
    if (scene.basis > SceneBasis::Sentence || scene.country != country(state)) return;
    side.country = std::string(scene.country);
    side.code = mention::cameo_actor_code(side.country, actor.sectors);
}

bool EventSides::is_mere_thing(MentionIndex mention, const EventSide& side,
                               std::string_view type) const {
    // What is said, lifted or closed may be a plan, a ban, a road.
    static constexpr std::array<std::string_view, 12> kMeasures{
        "ton",    "tonne", "kilogram", "kilo",   "pound",  "gram",
        "amount", "litre", "liter",    "gallon", "barrel", "quantity"};
    if (!mentions_.actors[side.actor].weak) return false;
    const Token& head = tree_[mentions_.mentions[mention].head];
    if (one_of(head.lemma, kMeasures)) return true;
    if (!country(side).empty() || type != "AID") return false;
    ClassId human = 0;
    return head.pos == Pos::Noun && !one_of(head.lemma, kPassing) &&
           !one_of(head.lemma, kSettlements) && classes_.find("human", human) &&
           !classes_.contains(human, head.lemma);
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
