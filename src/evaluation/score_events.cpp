// Coded events against gold events, at three levels, and the attributes of those that match.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "evaluation/event_record.hpp"
#include "evaluation/figures.hpp"
#include "evaluation/matching.hpp"
#include "evaluation/scorers.hpp"

namespace tidings::evaluation {

namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// The events of one gold report and of its answer.
struct ReportEvents {
    const Json* row = nullptr;
    const Json* answer = nullptr;
    std::vector<EventRecord> gold;
    std::vector<EventRecord> coded;
};

struct Level {
    const char* name;
    bool (*matches)(const EventRecord&, const EventRecord&);
};

bool in_one_sentence(const EventRecord& gold, const EventRecord& coded) {
    return any_overlap(gold.sentences, coded.sentences);
}

constexpr std::array<Level, 3> kLevels{{
    {"anchor", [](const EventRecord&, const EventRecord&) { return true; }},
    {"type", same_type},
    {"who-whom",
     [](const EventRecord& gold, const EventRecord& coded) {
         return same_type(gold, coded) && same_dyad(gold, coded);
     }},
}};

/// Only the part of a report that was annotated is compared (`used`).
ReportEvents events_of(const Pairing& files, const Json& row) {
    ReportEvents events{&row, files.answer_to(row), {}, {}};
    const Json& gold = member(row, "events");
    if (gold.is_array()) {
        for (const Json& event : gold) events.gold.push_back(gold_event(event));
    }
    if (events.answer == nullptr) return events;
    Points used;
    const bool part = read_points(member(row, "used"), used);
    const Json& coded = member(*events.answer, "events");
    if (!coded.is_array()) return events;
    for (const Json& event : coded) {
        EventRecord record = coded_event(event);
        if (!part || any_overlap(record.sentences, {used}))
            events.coded.push_back(std::move(record));
    }
    return events;
}

Pairs pairs_at(const Level& level, const ReportEvents& events) {
    std::vector<Candidate> candidates;
    for (std::size_t g = 0; g < events.gold.size(); ++g) {
        for (std::size_t c = 0; c < events.coded.size(); ++c) {
            if (!in_one_sentence(events.gold[g], events.coded[c]) ||
                !level.matches(events.gold[g], events.coded[c])) {
                continue;
            }
            candidates.emplace_back(-fit(events.gold[g], events.coded[c]), g, c);
        }
    }
    return match_one_to_one(std::move(candidates), events.gold.size(), events.coded.size());
}

std::vector<bool> taken(const Pairs& pairs, std::size_t size, bool gold) {
    std::vector<bool> marks(size);
    for (const auto& [g, c] : pairs) marks[gold ? g : c] = true;
    return marks;
}

/// Matched, predicted, and essential gold events that were missed.
struct Tally {
    double hits = 0;
    double coded = 0;
    double missed = 0;

    void add(const ReportEvents& events, const Pairs& pairs) {
        hits += static_cast<double>(pairs.size());
        coded += static_cast<double>(events.coded.size());
        const std::vector<bool> found = taken(pairs, events.gold.size(), true);
        for (std::size_t g = 0; g < events.gold.size(); ++g) {
            missed += !found[g] && events.gold[g].essential ? 1 : 0;
        }
    }
    void write(StageScore& score, const std::string& level) const {
        const double precision = share(hits, coded);
        const double recall = share(hits, hits + missed);
        add_share(score.figures, level, "precision", precision);
        add_share(score.figures, level, "recall", recall);
        add_share(score.figures, level, "f1", f1(precision, recall));
        add_count(score.figures, level, "predicted", static_cast<std::uint64_t>(coded));
        add_count(score.figures, level, "matched", static_cast<std::uint64_t>(hits));
        add_count(score.figures, level, "missed", static_cast<std::uint64_t>(missed));
    }
};

/// Right answers among those that gold asks for.
class Attributes {
  public:
    void add(const EventRecord& gold, const EventRecord& coded) {
        if (!gold.mode.empty()) count("mode", gold.mode == coded.mode);
        if (!gold.cameo.empty()) {
            count("cameo root", gold.cameo.substr(0, 2) == coded.cameo.substr(0, 2));
        }
        if (gold.cameo.size() > 2) count("cameo", gold.cameo == coded.cameo);
        add_sector("source sector", gold.source, coded.source);
        add_sector("target sector", gold.target, coded.target);
        if (gold.dated) {
            count("date", std::any_of(gold.dates.begin(), gold.dates.end(),
                                      [&coded](const std::optional<DayRange>& date) {
                                          return date && answers(*date, coded.dates.front());
                                      }));
        }
        if (!gold.statuses.front().empty()) {
            const bool right = contains(gold.statuses, coded.statuses.front());
            count("status", right);
            if (!right) ++confusion_[gold.statuses.front() + ", coded " + coded.statuses.front()];
        }
        if (!gold.place_country.empty()) {
            count("place country", gold.place_country == coded.place_country);
        }
    }
    void write(StageScore& score) const {
        for (const char* name : {"mode", "cameo root", "cameo", "source sector", "target sector",
                                 "date", "status", "place country"}) {
            const auto found = counts_.find(name);
            if (found == counts_.end()) continue;
            add_share(score.figures, "of matched", name,
                      share(found->second.first, found->second.second),
                      static_cast<std::uint64_t>(found->second.second));
        }
        for (const auto& [pair, n] : confusion_) add_count(score.figures, "status", pair, n);
    }

  private:
    void count(const char* name, bool right) {
        auto& [hits, of] = counts_[name];
        hits += right ? 1 : 0;
        ++of;
    }
    void add_sector(const char* name, const EventSide& gold, const EventSide& coded) {
        if (gold.sectors.empty()) return;
        count(name, !coded.sectors.empty() && contains(gold.sectors, coded.sectors.front()));
    }
    std::map<std::string, std::pair<double, double>> counts_;
    std::map<std::string, std::uint64_t> confusion_;
};

/// How far confidence is the share of right records: expected calibration error over ten bins.
class Calibration {
  public:
    void add(double confidence, bool right) {
        const auto bin = static_cast<std::size_t>(std::clamp(confidence, 0.0, 0.999) * 10);
        bins_[bin].confidence += confidence;
        bins_[bin].right += right ? 1 : 0;
        ++bins_[bin].n;
        ++all_;
    }
    void write(StageScore& score) const {
        if (all_ == 0) return;
        double error = 0;
        for (const Bin& bin : bins_) error += std::abs(bin.confidence - bin.right);
        add_share(score.figures, "confidence", "expected calibration error", error / all_,
                  static_cast<std::uint64_t>(all_));
    }

  private:
    struct Bin {
        double confidence = 0;
        double right = 0;
        double n = 0;
    };
    std::array<Bin, 10> bins_{};
    double all_ = 0;
};

/// A coded event that tells a gold event again which another coded event has matched.
bool repeats_matched(const EventRecord& coded, const ReportEvents& events,
                     const std::vector<bool>& gold_taken) {
    for (std::size_t g = 0; g < events.gold.size(); ++g) {
        const EventRecord& gold = events.gold[g];
        if (gold_taken[g] && in_one_sentence(gold, coded) && same_type(gold, coded) &&
            same_dyad(gold, coded)) {
            return true;
        }
    }
    return false;
}

bool in_boilerplate(const EventRecord& coded, const std::vector<Points>& zones) {
    return !coded.sentences.empty() &&
           std::all_of(coded.sentences.begin(), coded.sentences.end(),
                       [&zones](const Points& sentence) { return any_overlap(zones, {sentence}); });
}

void add_findings(StageScore& score, const ReportEvents& events, const Pairs& dyads,
                  const Pairs& types) {
    const std::vector<bool> gold_taken = taken(dyads, events.gold.size(), true);
    for (std::size_t g = 0; g < events.gold.size(); ++g) {
        if (gold_taken[g] || !events.gold[g].essential) continue;
        score.findings.push_back(
            {"missed", id_of(*events.row), summary(events.gold[g]),
             words_at(events.answer, *events.row, events.gold[g].sentences.front())});
    }
    const std::vector<bool> coded_taken = taken(types, events.coded.size(), false);
    for (std::size_t c = 0; c < events.coded.size(); ++c) {
        if (coded_taken[c] || events.coded[c].sentences.empty()) continue;
        score.findings.push_back(
            {"extra", id_of(*events.row), summary(events.coded[c]),
             words_at(events.answer, *events.row, events.coded[c].sentences.front())});
    }
}

}  // namespace

StageScore score_events(const Pairing& files) {
    StageScore score{EvaluationStage::Events, {}, {}};
    std::array<Tally, kLevels.size()> tallies;
    Attributes attributes;
    Calibration calibration;
    std::uint64_t absent = 0;
    std::uint64_t boilerplate = 0;
    std::uint64_t repeats = 0;
    for (const Json& row : files.gold) {
        const ReportEvents events = events_of(files, row);
        absent += events.answer == nullptr ? 1 : 0;
        const std::vector<Points> zones = points_list(member(row, "no_events_in"));
        for (const EventRecord& coded : events.coded) {
            boilerplate += in_boilerplate(coded, zones) ? 1 : 0;
        }
        std::array<Pairs, kLevels.size()> pairs;
        for (std::size_t i = 0; i < kLevels.size(); ++i) {
            pairs[i] = pairs_at(kLevels[i], events);
            tallies[i].add(events, pairs[i]);
        }
        const auto& [anchors, types, dyads] = pairs;
        for (const auto& [g, c] : types) attributes.add(events.gold[g], events.coded[c]);
        const std::vector<bool> right = taken(types, events.coded.size(), false);
        const std::vector<bool> matched = taken(dyads, events.coded.size(), false);
        const std::vector<bool> gold_taken = taken(dyads, events.gold.size(), true);
        for (std::size_t c = 0; c < events.coded.size(); ++c) {
            calibration.add(events.coded[c].confidence, matched[c]);
            if (!matched[c] && repeats_matched(events.coded[c], events, gold_taken)) ++repeats;
        }
        add_findings(score, events, dyads, types);
    }
    add_count(score.figures, "", "reports", files.gold.size());
    add_count(score.figures, "", "absent", absent);
    add_count(score.figures, "", "events in boilerplate", boilerplate);
    add_count(score.figures, "", "duplicates", repeats);
    for (std::size_t i = 0; i < kLevels.size(); ++i) tallies[i].write(score, kLevels[i].name);
    attributes.write(score);
    calibration.write(score);
    return score;
}

StageScore score_agreement(const Pairing& files) {
    StageScore score{EvaluationStage::Events, {}, {}};
    struct Codings {
        std::vector<std::string> a;
        std::vector<std::string> b;
        void add(const std::string& one, const std::string& other) {
            a.push_back(one);
            b.push_back(other);
        }
    };
    std::map<std::string, Codings> codings;
    double both = 0;
    double in_a = 0;
    double in_b = 0;
    double dyads = 0;
    double types = 0;
    for (const Json& row : files.gold) {
        ReportEvents events{&row, files.answer_to(row), {}, {}};
        for (const Json& event : member(row, "events")) events.gold.push_back(gold_event(event));
        if (events.answer != nullptr) {
            for (const Json& event : member(*events.answer, "events")) {
                events.coded.push_back(gold_event(event));
            }
        }
        const Pairs pairs = pairs_at(kLevels[0], events);
        const std::vector<bool> a_taken = taken(pairs, events.gold.size(), true);
        const std::vector<bool> b_taken = taken(pairs, events.coded.size(), false);
        in_a += static_cast<double>(events.gold.size());
        in_b += static_cast<double>(events.coded.size());
        both += static_cast<double>(pairs.size());
        types += static_cast<double>(pairs_at(kLevels[1], events).size());
        dyads += static_cast<double>(pairs_at(kLevels[2], events).size());
        Codings& units = codings["type, none where only one has the event"];
        for (const auto& [g, c] : pairs) {
            const EventRecord& a = events.gold[g];
            const EventRecord& b = events.coded[c];
            units.add(a.types.front(), b.types.front());
            codings["type"].add(a.types.front(), b.types.front());
            codings["cameo root"].add(a.cameo.substr(0, 2), b.cameo.substr(0, 2));
            codings["source"].add(a.source.names.front(), b.source.names.front());
            codings["target"].add(a.target.names.front(), b.target.names.front());
            codings["status"].add(a.statuses.front(), b.statuses.front());
            codings["place country"].add(a.place_country, b.place_country);
        }
        for (std::size_t g = 0; g < events.gold.size(); ++g) {
            if (a_taken[g]) continue;
            units.add(events.gold[g].types.front(), "none");
            score.findings.push_back({"only first", id_of(row), summary(events.gold[g]),
                                      words_at(nullptr, row, events.gold[g].sentences.front())});
        }
        for (std::size_t c = 0; c < events.coded.size(); ++c) {
            if (b_taken[c]) continue;
            units.add("none", events.coded[c].types.front());
            score.findings.push_back({"only second", id_of(row), summary(events.coded[c]),
                                      words_at(nullptr, row, events.coded[c].sentences.front())});
        }
    }
    add_count(score.figures, "", "reports", files.gold.size());
    add_f1(score.figures, "events in one sentence", both, in_b, in_a);
    add_f1(score.figures, "type", types, in_b, in_a);
    add_f1(score.figures, "who-whom", dyads, in_b, in_a);
    for (const auto& [name, coding] : codings) {
        add_share(score.figures, "cohen's kappa", name, cohen_kappa(coding.a, coding.b),
                  coding.a.size());
        add_share(score.figures, "krippendorff's alpha", name,
                  krippendorff_alpha(coding.a, coding.b), coding.a.size());
    }
    return score;
}

}  // namespace tidings::evaluation
