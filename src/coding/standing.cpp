#include "coding/standing.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "base/tsv_table.hpp"
#include "language/names_from.hpp"
#include "mention/coreference/assumed_countries.hpp"

namespace tidings::coding {

namespace {

/// Both are known, and not the same.
bool differ(std::string_view one, std::string_view other) {
    return !one.empty() && !other.empty() && one != other;
}

/// *her lawyer*, *a personal injury attorney*: of a client; not *the district attorney*.
bool is_private_lawyer(const Actor& actor) {
    static constexpr std::array<std::string_view, 6> kLawyers{"lawyer",    "attorney", "solicitor",
                                                              "barrister", "counsel",  "advocate"};
    static constexpr std::array<std::string_view, 14> kPublic{
        "general", "district", "state",   "county", "city",        "u.s.",   "united",
        "federal", "public",   "special", "rights", "prosecuting", "office", "commonwealth"};
    if (actor.sectors.front() != "JUD") return false;
    const std::string role = utf8::lower(actor.role);
    std::string_view rest = role;
    if (rest.ends_with('s')) rest.remove_suffix(1);
    const std::string_view last = rest.substr(rest.rfind(' ') + 1);
    if (!one_of(last, kLawyers)) return false;
    const auto names = [&](std::string_view word) {
        return role.find(word) != std::string::npos ||
               utf8::lower(actor.name).find(word) != std::string::npos;
    };
    return std::none_of(kPublic.begin(), kPublic.end(), names);
}

/// *the Kosovo Assembly*, *the Trade Commission*: a body by whose kind it deals in public affairs.
bool is_public_body(const Token& head) {
    static constexpr std::array<std::string_view, 28> kPublicBodies{
        "assembly",  "council",  "parliament", "congress", "senate",     "commission", "committee",
        "authority", "court",    "ministry",   "union",    "federation", "front",      "movement",
        "army",      "police",   "board",      "bureau",   "agency",     "department", "office",
        "coalition", "alliance", "chamber",    "tribunal", "bloc",       "forum",      "network"};
    return one_of(head.lower, kPublicBodies);
}

bool is_acronym(std::string_view word) {
    return word.size() > 1 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Which actors are known only by the name of a person or body: whoever comes from a country is not
/// the country. *MEP* is an office, and *officials of the Trade Board* are more than the name.
std::vector<bool> known_by_name_only(const SyntaxTree& tree, const Mentions& mentions) {
    std::vector<bool> persons(mentions.actors.size(), false);
    std::vector<bool> bodies(mentions.actors.size(), false);
    std::vector<bool> described(mentions.actors.size(), false);
    for (const ActorMention& mention : mentions.mentions) {
        if (mention.actor == kNoActor) continue;
        const Token& head = tree[mention.head];
        if (head.pos == Pos::Noun || is_public_body(head)) described[mention.actor] = true;
        const auto names = names_from(tree.parse(), mention.head);
        if (names.empty() || names.front().first > mention.head) continue;
        const Name& name = names.front();
        if (is_acronym(head.lemma)) continue;
        if (name.label == "ORG" && name.last - name.first > 1) bodies[mention.actor] = true;
        if (name.label == "PERSON") persons[mention.actor] = true;
    }
    std::vector<bool> named(mentions.actors.size());
    for (std::size_t a = 0; a < named.size(); ++a) {
        named[a] = persons[a] || (bodies[a] && !described[a]);
    }
    return named;
}

}  // namespace

Status StandingTable::load(const std::string& path, const Ontology& ontology) {
    auto table = TsvTable::load(path, {{"who", "event"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        if (row["who"] == "office" || row["who"] == "kin" || row["who"] == "crime" ||
            row["who"] == "private" || row["who"] == "communal" || row["who"] == "captive") {
            for (const std::string_view word : split(row["note"], ' ')) {
                if (word.empty()) continue;
                words_.insert(std::string(row["who"]) + " " + std::string(word));
            }
        }
        const std::string_view event = row["event"];
        const std::size_t slash = event.find('/');
        const std::string_view type = event.substr(0, slash);
        if (event != "*" && !ontology.has_type(type) && !ontology.has_cameo(event)) {
            return row.fail("event", "there is no type or code " + std::string(type));
        }
        if (slash != std::string_view::npos && !ontology.has_mode(type, event.substr(slash + 1))) {
            return row.fail("event", "there is no mode " + std::string(event));
        }
        rows_.insert(std::string(row["who"]) + " " + std::string(event));
    }
    return {};
}

bool StandingTable::lists(std::string_view who, std::string_view word) const {
    return words_.contains(std::string(who) + " " + std::string(word));
}

bool StandingTable::has(std::string_view who, const Coding& coding) const {
    const std::string start = std::string(who) + " ";
    return rows_.contains(start + "*") || rows_.contains(start + coding.type) ||
           rows_.contains(start + coding.cameo) ||
           (!coding.mode.empty() && rows_.contains(start + coding.type + "/" + coding.mode));
}

StandingReader::StandingReader(const SyntaxTree& tree, const Mentions& mentions,
                               const StandingTable& table)
    : tree_(tree),
      mentions_(mentions),
      table_(table),
      public_sentence_(tree.parse().sentences.size(), false),
      political_sentence_(tree.parse().sentences.size(), false) {
    if (table.empty()) return;
    name_only_ = known_by_name_only(tree, mentions);
    const Coding any;  // of no type: only rows for every event hold
    for (const ActorMention& mention : mentions.mentions) {
        const Actor& actor = mentions.actors[mention.actor];
        if (!has_standing(actor, any)) continue;
        const std::uint32_t sentence = tree[mention.head].sentence;
        public_sentence_[sentence] = true;
        if (!reports_crime(actor)) political_sentence_[sentence] = true;
    }
}

bool StandingReader::has_standing(const Actor& actor, const Coding& coding) const {
    if (actor.sectors.empty()) {
        const std::size_t index = static_cast<std::size_t>(&actor - mentions_.actors.data());
        const bool only_named = actor.role.empty() && name_only_[index];
        if (!actor.country.empty() && !only_named) return table_.has("country", coding);
        if (!actor.role.empty() && table_.has("role", coding)) return true;
        return has_role(actor, "office") && table_.has("office", coding);
    }
    if (is_private_lawyer(actor)) return table_.has("CVL", coding);
    return table_.has(actor.sectors.front(), coding);  // a tycoon is elite by the way only
}

/// The police, the courts and *authorities* are named in every report of a crime.
bool StandingReader::reports_crime(const Actor& actor) const {
    if (has_role(actor, "crime")) return true;
    return !actor.sectors.empty() &&
           (actor.sectors.front() == "COP" || actor.sectors.front() == "JUD");
}

/// The last word of the role is one that the table lists: *western leaders*, *special adviser*.
bool StandingReader::has_role(const Actor& actor, std::string_view who) const {
    std::string word = utf8::lower(actor.role);
    word.erase(0, word.rfind(' ') + 1);
    if (table_.lists(who, word)) return true;
    return word.ends_with('s') && table_.lists(who, word.substr(0, word.size() - 1));
}

/// The country that the text tells of somebody, empty for one that is only assumed.
std::string_view StandingReader::told_country(std::uint32_t mention) const {
    const ActorMention& words = mentions_.mentions[mention];
    if (mention::has_assumed_country(words)) return {};
    return mentions_.actors[words.actor].country;
}

/// Some person or crowd of whom nothing is said, not even the country.
bool StandingReader::is_nobody(std::uint32_t mention) const {
    const ActorMention& words = mentions_.mentions[mention];
    const Actor& actor = mentions_.actors[words.actor];
    if (!told_country(mention).empty() || actor.weak || has_role(actor, "office")) return false;
    if (actor.sectors.empty()) return true;
    return actor.sectors.front() == "CVL" || actor.sectors.front() == "CRM";
}

/// *herders*, *villagers*: people of one trade, place or people, who fight as such.
bool StandingReader::is_community(std::uint32_t mention) const {
    const ActorMention& words = mentions_.mentions[mention];
    const std::string_view tag = tree_[words.head].tag;
    return (tag == "NNS" || tag == "NNPS") &&
           (has_role(mentions_.actors[words.actor], "communal") ||
            table_.lists("communal", tree_[words.head].lemma));
}

/// A name of which nothing else is known.
bool StandingReader::is_bare_name(std::uint32_t mention) const {
    const Actor& actor = mentions_.actors[mentions_.mentions[mention].actor];
    return told_country(mention).empty() && actor.sectors.empty() && actor.role.empty() &&
           !actor.weak;
}

/// One person, by a bare name or as *a man*, *his mother*, of no country that the text tells.
bool StandingReader::is_private_person(std::uint32_t mention) const {
    if (is_bare_name(mention)) return true;
    const std::string_view tag = tree_[mentions_.mentions[mention].head].tag;
    const Actor& actor = mentions_.actors[mentions_.mentions[mention].actor];
    return tag != "NNS" && tag != "NNPS" && is_nobody(mention) &&
           (has_role(actor, "private") || has_role(actor, "kin"));
}

/// A man who stabs a woman, a passenger who is killed by nobody knows whom: unless the victim is of
/// a country that the text tells.
bool StandingReader::is_private_crime(const std::vector<std::uint32_t>& sources,
                                      const std::vector<std::uint32_t>& targets) const {
    const auto has_private_role = [&](std::uint32_t side) {
        return has_role(mentions_.actors[mentions_.mentions[side].actor], "private");
    };
    const auto is_private = [&](std::uint32_t side) {
        return is_bare_name(side) || has_private_role(side);
    };
    // *An armed man robbed a restaurant*
    const auto is_private_target = [&](std::uint32_t side) {
        const Actor& actor = mentions_.actors[mentions_.mentions[side].actor];
        const bool business = !actor.sectors.empty() && actor.sectors.front() == "BUS";
        return is_private(side) || ((actor.weak || business) && told_country(side).empty());
    };
    if (targets.empty()) return false;
    if (!sources.empty()) {
        return std::all_of(sources.begin(), sources.end(), is_private) &&
               std::all_of(targets.begin(), targets.end(), is_private_target);
    }
    return std::all_of(targets.begin(), targets.end(), [&](std::uint32_t target) {
        return has_private_role(target) && told_country(target).empty();
    });
}

/// *The clerk called the police*, *the judge told Ana Ruiz to sit down*: the law, and on the other
/// side people of whom nothing is known.
bool StandingReader::is_police_matter(const std::vector<std::uint32_t>& sources,
                                      const std::vector<std::uint32_t>& targets) const {
    const auto all_law = [&](const std::vector<std::uint32_t>& sides) {
        return std::all_of(sides.begin(), sides.end(), [&](std::uint32_t side) {
            const Actor& actor = mentions_.actors[mentions_.mentions[side].actor];
            return !actor.sectors.empty() &&
                   (actor.sectors.front() == "COP" || actor.sectors.front() == "JUD");
        });
    };
    const auto all_private = [&](const std::vector<std::uint32_t>& sides) {
        return std::all_of(sides.begin(), sides.end(), [&](std::uint32_t side) {
            if (!is_nobody(side)) return false;
            // *The Centre asked the court*: a body by its name.
            const ActorMention& words = mentions_.mentions[side];
            TokenIndex first = words.head;
            while (first > 0 && tree_[first - 1].span.start >= words.span.start) --first;
            return tree_[first].lower != "the" || !is_bare_name(side);
        });
    };
    if (sources.empty() || targets.empty()) return false;
    return (all_law(sources) && all_private(targets)) || (all_private(sources) && all_law(targets));
}

bool StandingReader::is_political(const Coding& coding, const std::vector<std::uint32_t>& sources,
                                  const std::vector<std::uint32_t>& targets,
                                  std::uint32_t sentence) const {
    if (table_.empty()) return true;
    // *shot three people before killing himself*
    const bool to_self =
        sources.size() == 1 && targets.size() == 1 &&
        mentions_.mentions[sources.front()].actor == mentions_.mentions[targets.front()].actor;
    if (to_self && coding.type == "ASSAULT" && coding.mode != "suicide-attack") return false;
    const auto any = [&](const std::vector<std::uint32_t>& sides) {
        return std::any_of(sides.begin(), sides.end(), [&](std::uint32_t side) {
            return has_standing(mentions_.actors[mentions_.mentions[side].actor], coding);
        });
    };
    // *The minister is proud of his wife*: what kin do and say to each other is private.
    const bool among_kin =
        !targets.empty() && std::all_of(targets.begin(), targets.end(), [&](std::uint32_t target) {
            return has_role(mentions_.actors[mentions_.mentions[target].actor], "kin");
        });
    if (among_kin && table_.has("kin", coding)) return false;
    if (table_.has("private", coding) && is_private_crime(sources, targets)) return false;
    // *The minister was charged*; but a director may be any firm's.
    const bool untold = sources.empty() && table_.has("untold", coding);
    if (untold && std::none_of(targets.begin(), targets.end(), [&](std::uint32_t target) {
            const Actor& actor = mentions_.actors[mentions_.mentions[target].actor];
            return !actor.sectors.empty() && has_role(actor, "office");
        })) {
        return false;
    }
    if (table_.has("law", coding) && is_police_matter(sources, targets)) return false;
    if (any(sources) || any(targets)) {
        const auto partner = [&](const std::vector<std::uint32_t>& sides) {
            return sides.empty() || any(sides) ||
                   std::any_of(sides.begin(), sides.end(),
                               [&](std::uint32_t side) { return !is_nobody(side); });
        };
        if (table_.has("speaker", coding) && !sources.empty() &&
            std::all_of(sources.begin(), sources.end(),
                        [&](std::uint32_t source) { return is_bare_name(source); })) {
            return false;
        }
        return !table_.has("both", coding) || (partner(sources) && partner(targets));
    }
    const auto is_community_of = [&](const std::vector<std::uint32_t>& sides) {
        return std::any_of(sides.begin(), sides.end(),
                           [&](std::uint32_t side) { return is_community(side); });
    };
    if (table_.has("communal", coding) && is_community_of(sources)) return true;
    const bool known = std::any_of(sources.begin(), sources.end(), [&](std::uint32_t source) {
        return !is_nobody(source) && !mentions_.actors[mentions_.mentions[source].actor].weak;
    });
    if (known) {
        // *Kenyan and Ugandan vets*: partners are each other's target.
        const auto& others = targets.empty() ? sources : targets;
        return table_.has("abroad", coding) &&
               std::any_of(sources.begin(), sources.end(), [&](std::uint32_t source) {
                   return std::any_of(others.begin(), others.end(), [&](std::uint32_t target) {
                       return differ(told_country(source), told_country(target));
                   });
               });
    }
    const bool one_person = table_.has("person", coding) &&
                            std::all_of(targets.begin(), targets.end(), [&](std::uint32_t target) {
                                return is_private_person(target);
                            });
    if (sources.empty() && one_person) return public_sentence_[sentence];
    const bool captives = table_.has("captive", coding) &&
                          std::any_of(targets.begin(), targets.end(), [&](std::uint32_t target) {
                              const ActorMention& words = mentions_.mentions[target];
                              return has_role(mentions_.actors[words.actor], "captive") ||
                                     table_.lists("captive", tree_[words.head].lemma);
                          });
    if (sources.empty() && captives) return true;
    // Whoever did it is not told, or not known (*a mob*). A bomb is political whoever it kills, and
    // an arrest is the state's.
    if (sources.empty() && table_.has("victim", coding)) return true;
    return table_.has(sources.empty() ? "near" : "mob", coding) &&
           ((table_.has("crime", coding) ? political_sentence_ : public_sentence_)[sentence] ||
            std::any_of(targets.begin(), targets.end(),
                        [&](std::uint32_t target) { return !told_country(target).empty(); }));
}

}  // namespace tidings::coding
