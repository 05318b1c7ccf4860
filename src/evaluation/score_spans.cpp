// Times, places and quotations: spans against spans, then what they were resolved to.
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "evaluation/figures.hpp"
#include "evaluation/matching.hpp"
#include "evaluation/scorers.hpp"

namespace tidings::evaluation {

namespace {

constexpr double kNearKilometres = 161;  // 100 miles, the measure of toponym resolution
constexpr double kEarthDiameter = 12742;
constexpr double kFar = 1e9;

struct Item {
    const Json* json;
    Points span;
};

/// The spans that one gold row and its answer have, and the pairs among them.
struct Matched {
    std::vector<Item> gold;
    std::vector<Item> coded;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
};

long overlap(Points a, Points b) {
    return std::min(a.end, b.end) - std::max(a.start, b.start);
}
long length(Points a) {
    return a.end - a.start;
}

std::vector<Item> items_of(const Json* row, const char* field) {
    std::vector<Item> items;
    if (row == nullptr) return items;
    const Json& list = member(*row, field);
    if (!list.is_array()) return items;
    for (const Json& json : list) {
        Points span;
        if (read_points(json, span)) items.push_back({&json, span});
    }
    return items;
}

bool any_overlap(Points gold, Points coded) {
    return overlap(gold, coded) > 0;
}

/// Both cover enough of one another: 60 percent of the shorter, 40 of the longer.
bool same_content(Points gold, Points coded) {
    const double common = static_cast<double>(overlap(gold, coded));
    const long shorter = std::min(length(gold), length(coded));
    const long longer = std::max(length(gold), length(coded));
    return common > 0 && common >= 0.4 * static_cast<double>(longer) &&
           common >= 0.6 * static_cast<double>(shorter);
}

template <typename Keep>
Matched matched(const Pairing& files, const Json& row, const char* field,
                bool (*matches)(Points, Points), Keep keep) {
    Matched found{items_of(&row, field), items_of(files.answer_to(row), field), {}};
    std::erase_if(found.coded, [&keep](const Item& item) { return !keep(*item.json); });
    std::vector<Candidate> candidates;
    for (std::size_t g = 0; g < found.gold.size(); ++g) {
        for (std::size_t c = 0; c < found.coded.size(); ++c) {
            if (!matches(found.gold[g].span, found.coded[c].span)) continue;
            candidates.emplace_back(
                -static_cast<double>(overlap(found.gold[g].span, found.coded[c].span)), g, c);
        }
    }
    found.pairs = match_one_to_one(std::move(candidates), found.gold.size(), found.coded.size());
    return found;
}

bool explicit_one(const Json& json) {
    return member(json, "implicit") != Json(true);
}

/// What is counted for every kind of span.
struct Counts {
    double gold = 0;
    double coded = 0;
    double strict = 0;
    double relaxed = 0;

    void add(const Matched& found) {
        gold += static_cast<double>(found.gold.size());
        coded += static_cast<double>(found.coded.size());
        relaxed += static_cast<double>(found.pairs.size());
        for (const auto& [g, c] : found.pairs) {
            strict += found.gold[g].span == found.coded[c].span ? 1 : 0;
        }
    }
    void write(StageScore& score, std::size_t reports) const {
        add_count(score.figures, "", "reports", reports);
        add_count(score.figures, "", "gold", static_cast<std::uint64_t>(gold));
        add_count(score.figures, "", "predicted", static_cast<std::uint64_t>(coded));
        add_f1(score.figures, "relaxed", relaxed, coded, gold);
    }
};

void add_unmatched(StageScore& score, const Pairing& files, const Json& row, const Matched& found,
                   const char* what) {
    const Json* answer = files.answer_to(row);
    std::vector<bool> gold_taken(found.gold.size());
    std::vector<bool> coded_taken(found.coded.size());
    for (const auto& [g, c] : found.pairs) {
        gold_taken[g] = true;
        coded_taken[c] = true;
    }
    for (std::size_t g = 0; g < found.gold.size(); ++g) {
        if (gold_taken[g]) continue;
        score.findings.push_back({"missed", id_of(row), text_of(*found.gold[g].json, what),
                                  words_at(answer, row, found.gold[g].span)});
    }
    for (std::size_t c = 0; c < found.coded.size(); ++c) {
        if (coded_taken[c]) continue;
        score.findings.push_back({"extra", id_of(row), text_of(*found.coded[c].json, what),
                                  words_at(answer, row, found.coded[c].span)});
    }
}

bool has_number(const Json& json, const char* key) {
    return member(json, key).is_number();
}

double kilometres(const Json& a, const Json& b) {
    if (!has_number(a, "lat") || !has_number(b, "lat") || !has_number(a, "lon") ||
        !has_number(b, "lon")) {
        return kFar;
    }
    const double radian = std::numbers::pi / 180;
    const double lat_a = a["lat"].get<double>();
    const double lat_b = b["lat"].get<double>();
    const double down = std::sin((lat_b - lat_a) * radian / 2);
    const double across = std::sin((b["lon"].get<double>() - a["lon"].get<double>()) * radian / 2);
    const double chord =
        down * down + std::cos(lat_a * radian) * std::cos(lat_b * radian) * across * across;
    return kEarthDiameter * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace

StageScore score_times(const Pairing& files) {
    StageScore score{EvaluationStage::Times, {}, {}};
    Counts counts;
    double value = 0;
    double kind = 0;
    for (const Json& row : files.gold) {
        const Matched found = matched(files, row, "times", any_overlap, explicit_one);
        counts.add(found);
        for (const auto& [g, c] : found.pairs) {
            const Json& gold = *found.gold[g].json;
            const Json& coded = *found.coded[c].json;
            const bool right = member(gold, "value") == member(coded, "value");
            value += right ? 1 : 0;
            kind += member(gold, "type") == member(coded, "type") ? 1 : 0;
            if (!right) {
                score.findings.push_back(
                    {"wrong", id_of(row),
                     text_of(gold, "value") + ", coded " + text_of(coded, "value"),
                     words_at(files.answer_to(row), row, found.gold[g].span)});
            }
        }
        add_unmatched(score, files, row, found, "value");
    }
    counts.write(score, files.gold.size());
    add_f1(score.figures, "strict", counts.strict, counts.coded, counts.gold);
    add_f1(score.figures, "value", value, counts.coded, counts.gold);
    add_f1(score.figures, "type", kind, counts.coded, counts.gold);
    return score;
}

StageScore score_places(const Pairing& files, const std::vector<std::string>& uses) {
    StageScore score{EvaluationStage::Places, {}, {}};
    Counts counts;
    double answered = 0;
    double with_id = 0;
    double found_answered = 0;
    double exact = 0;
    double near = 0;
    const auto has_answer = [](const Json& gold) {
        return !text_of(gold, "geonames_id").empty() || has_number(gold, "lat");
    };
    for (const Json& row : files.gold) {
        const Matched found =
            matched(files, row, "places", any_overlap, [&uses](const Json& place) {
                if (uses.empty()) return explicit_one(place);
                const std::string use = text_of(place, "use");
                return explicit_one(place) &&
                       std::find(uses.begin(), uses.end(), use.empty() ? "literal" : use) !=
                           uses.end();
            });
        counts.add(found);
        for (const Item& item : found.gold) {
            answered += has_answer(*item.json) ? 1 : 0;
            with_id += text_of(*item.json, "geonames_id").empty() ? 0 : 1;
        }
        for (const auto& [g, c] : found.pairs) {
            const Json& gold = *found.gold[g].json;
            const Json& coded = *found.coded[c].json;
            if (!has_answer(gold)) continue;
            ++found_answered;
            const std::string id = text_of(gold, "geonames_id");
            const bool same = !id.empty() && id == text_of(coded, "geonames_id");
            const bool close = same || kilometres(gold, coded) <= kNearKilometres;
            exact += same ? 1 : 0;
            near += close ? 1 : 0;
            if (!close) {
                score.findings.push_back(
                    {"wrong", id_of(row),
                     id + ", coded " + text_of(coded, "geonames_id") + " " + text_of(coded, "name"),
                     words_at(files.answer_to(row), row, found.gold[g].span)});
            }
        }
        add_unmatched(score, files, row, found, "name");
    }
    counts.write(score, files.gold.size());
    add_f1(score.figures, "strict", counts.strict, counts.coded, counts.gold);
    add_count(score.figures, "end to end", "answered", static_cast<std::uint64_t>(answered));
    add_count(score.figures, "end to end", "found", static_cast<std::uint64_t>(found_answered));
    if (with_id > 0) {
        add_share(score.figures, "end to end", "exact id", share(exact, with_id),
                  static_cast<std::uint64_t>(with_id));
    }
    if (answered > 0) {
        add_share(score.figures, "end to end", "within 161 km", share(near, answered),
                  static_cast<std::uint64_t>(answered));
    }
    return score;
}

StageScore score_quotes(const Pairing& files) {
    StageScore score{EvaluationStage::Quotes, {}, {}};
    Counts counts;
    std::map<std::string, std::pair<double, double>> by_kind;  // found, of
    double speaker = 0;
    double with_speaker = 0;
    for (const Json& row : files.gold) {
        const Matched found = matched(files, row, "quotes", same_content, explicit_one);
        counts.add(found);
        for (const Item& item : found.gold) ++by_kind[text_of(*item.json, "kind")].second;
        for (const auto& [g, c] : found.pairs) {
            const Json& gold = *found.gold[g].json;
            ++by_kind[text_of(gold, "kind")].first;
            Points wanted;
            if (!read_points(member(gold, "speaker"), wanted)) continue;
            ++with_speaker;
            Points got;
            if (read_points(member(*found.coded[c].json, "speaker"), got) &&
                any_overlap(wanted, got)) {
                ++speaker;
            } else {
                score.findings.push_back({"wrong", id_of(row), "speaker",
                                          words_at(files.answer_to(row), row, found.gold[g].span)});
            }
        }
        add_unmatched(score, files, row, found, "kind");
    }
    counts.write(score, files.gold.size());
    for (const auto& [kind, hits] : by_kind) {
        add_share(score.figures, "recall", kind.empty() ? "unmarked" : kind,
                  share(hits.first, hits.second), static_cast<std::uint64_t>(hits.second));
    }
    if (with_speaker > 0) {
        add_share(score.figures, "speaker", "right", share(speaker, with_speaker),
                  static_cast<std::uint64_t>(with_speaker));
    }
    return score;
}

}  // namespace tidings::evaluation
