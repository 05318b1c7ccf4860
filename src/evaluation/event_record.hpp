// Gold and coded events in one form, as far as they are compared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluation/day_range.hpp"
#include "evaluation/rows.hpp"

namespace tidings::evaluation {

/// A source or target. Its `names` are what it may be called when dyads are compared: a country,
/// or IGO or NGO for an organisation without one; empty text stands for nobody known.
struct EventSide {
    std::vector<std::string> names;
    std::vector<std::string> sectors;  ///< the primary one first, then those accepted as well
};

struct EventRecord {
    const Json* json = nullptr;
    std::vector<std::string> types;  ///< the type, then those accepted as well
    std::vector<Points> sentences;   ///< of all mentions
    std::vector<Points> anchors;     ///< of all mentions; gold: of the first
    EventSide source;
    EventSide target;
    bool symmetric = false;
    bool essential = true;
    std::string mode;
    std::string cameo;
    std::vector<std::string> statuses;  ///< the status, then those accepted as well
    bool dated = false;
    std::vector<std::optional<DayRange>> dates;  ///< the date, then those accepted as well
    std::string place_country;
    double confidence = 0;
};

[[nodiscard]] EventRecord gold_event(const Json& event);
[[nodiscard]] EventRecord coded_event(const Json& event);

[[nodiscard]] bool contains(const std::vector<std::string>& list, const std::string& item);
[[nodiscard]] bool any_overlap(const std::vector<Points>& a, const std::vector<Points>& b);

/// Whether a coded event has a type, and a pair of actors, that gold accepts.
[[nodiscard]] bool same_type(const EventRecord& gold, const EventRecord& coded);
[[nodiscard]] bool same_dyad(const EventRecord& gold, const EventRecord& coded);

/// How well two events fit, for choosing among several; the published scorer's weights.
[[nodiscard]] double fit(const EventRecord& gold, const EventRecord& coded);

/// `SANCTION ALB > IRN`
[[nodiscard]] std::string summary(const EventRecord& event);

}  // namespace tidings::evaluation
