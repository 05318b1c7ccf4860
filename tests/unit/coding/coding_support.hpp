// Codes a parse with the small tables and tells the events in short.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "support/small_data.hpp"

namespace tidings::test {

struct Coded {
    Sample sample;
    Mentions mentions;
    std::vector<Event> events;
    std::vector<Trace> trace;

    /// A country, else the primary sector, else `?`; `-` for no one.
    [[nodiscard]] std::string side(const std::optional<EventSide>& side) const {
        if (!side) return "-";
        const Actor& actor = mentions.actors[side->actor];
        if (!actor.country.empty()) return actor.country;
        return actor.sectors.empty() ? "?" : actor.sectors.front();
    }
    /// `TYPE CAMEO SOURCE>TARGET`, then the status unless it is actual.
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> all;
        for (const Event& event : events) {
            std::string line = event.type + " " + event.cameo + " " + side(event.source) + ">" +
                               side(event.target);
            if (event.status != EventStatus::Actual)
                line += " " + std::string(to_string(event.status));
            all.push_back(line);
        }
        return all;
    }
};

/// The project's own rules of time.
inline const TimeRules& time_rules() {
    static const TimeRules kRules = [] {
        auto loaded = TimeRules::load(TIDINGS_SOURCE_DATA);
        if (!loaded) throw std::runtime_error(loaded.error().to_string());
        return *loaded;
    }();
    return kRules;
}

inline Coded code(std::string_view table, const std::string& published = {}) {
    Coded coded{sample_from_table(table), {}, {}, {}};
    coded.sample.report.published = published;
    MentionLexica lexica = small_lexica();
    lexica.times = time_rules();
    coded.mentions = find_mentions(coded.sample.report, coded.sample.parse, lexica);
    coded.events = code_events(coded.sample.report, coded.sample.parse, coded.mentions,
                               small_events(), &coded.trace);
    return coded;
}

}  // namespace tidings::test
