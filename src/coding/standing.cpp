#include "coding/standing.hpp"

#include <algorithm>

#include "base/tsv_table.hpp"

namespace tidings::coding {

namespace {

/// Both are known, and not the same.
bool differ(const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
}

}  // namespace

Status StandingTable::load(const std::string& path, const Ontology& ontology) {
    auto table = TsvTable::load(path, {{"who", "event"}, {"note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
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

bool StandingTable::has(std::string_view who, const Coding& coding) const {
    const std::string start = std::string(who) + " ";
    return rows_.contains(start + "*") || rows_.contains(start + coding.type) ||
           rows_.contains(start + coding.cameo) ||
           (!coding.mode.empty() && rows_.contains(start + coding.type + "/" + coding.mode));
}

StandingReader::StandingReader(const SyntaxTree& tree, const Mentions& mentions,
                               const StandingTable& table)
    : mentions_(mentions), table_(table), public_sentence_(tree.parse().sentences.size(), false) {
    if (table.empty()) return;
    const Coding any;  // of no type: only rows for every event hold
    for (const ActorMention& mention : mentions.mentions) {
        if (has_standing(mentions.actors[mention.actor], any)) {
            public_sentence_[tree[mention.head].sentence] = true;
        }
    }
}

bool StandingReader::has_standing(const Actor& actor, const Coding& coding) const {
    if (actor.sectors.empty()) {
        // *the special adviser*, *a spokesman*: an office, though whose is not told.
        return (!actor.country.empty() || !actor.role.empty()) && table_.has("country", coding);
    }
    return table_.has(actor.sectors.front(), coding);  // a tycoon is elite by the way only
}

const std::string& StandingReader::country(std::uint32_t mention) const {
    return mentions_.actors[mentions_.mentions[mention].actor].country;
}

/// Some person or crowd of whom nothing is known, not even the country.
bool StandingReader::is_nobody(std::uint32_t mention) const {
    const Actor& actor = mentions_.actors[mentions_.mentions[mention].actor];
    if (!actor.country.empty() || actor.weak) return false;
    if (actor.sectors.empty()) return true;
    return actor.sectors.front() == "CVL" || actor.sectors.front() == "CRM";
}

/// A name of which nothing else is known.
bool StandingReader::is_bare_name(std::uint32_t mention) const {
    const Actor& actor = mentions_.actors[mentions_.mentions[mention].actor];
    return actor.country.empty() && actor.sectors.empty() && actor.role.empty() && !actor.weak;
}

bool StandingReader::is_political(const Coding& coding, const std::vector<std::uint32_t>& sources,
                                  const std::vector<std::uint32_t>& targets,
                                  std::uint32_t sentence) const {
    if (table_.empty()) return true;
    const auto any = [&](const std::vector<std::uint32_t>& sides) {
        return std::any_of(sides.begin(), sides.end(), [&](std::uint32_t side) {
            return has_standing(mentions_.actors[mentions_.mentions[side].actor], coding);
        });
    };
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
    const bool known = std::any_of(sources.begin(), sources.end(), [&](std::uint32_t source) {
        return !is_nobody(source) && !mentions_.actors[mentions_.mentions[source].actor].weak;
    });
    if (known) {
        return table_.has("abroad", coding) &&
               std::any_of(sources.begin(), sources.end(), [&](std::uint32_t source) {
                   return std::any_of(targets.begin(), targets.end(), [&](std::uint32_t target) {
                       return differ(country(source), country(target));
                   });
               });
    }
    // Whoever did it is not told, or not known (*a mob*). A bomb is political whoever it kills, and
    // an arrest is the state's.
    if (sources.empty() && table_.has("victim", coding)) return true;
    return table_.has("near", coding) &&
           (public_sentence_[sentence] ||
            std::any_of(targets.begin(), targets.end(),
                        [&](std::uint32_t target) { return !country(target).empty(); }));
}

}  // namespace tidings::coding
