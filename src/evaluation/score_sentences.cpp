// Sentences whose label is known: relations with known sides, five classes, early PLOVER records;
// and single actor phrases.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "evaluation/figures.hpp"
#include "evaluation/scorers.hpp"

namespace tidings::evaluation {

namespace {

constexpr const char* kNone = "none";

const Json& coded_events(const Pairing& files, const Json& row) {
    static const Json kNothing = Json::array();
    const Json* answer = files.answer_to(row);
    if (answer == nullptr) return kNothing;
    const Json& events = member(*answer, "events");
    return events.is_array() ? events : kNothing;
}

/// CONCEDE and RETREAT are one class of the relation task.
std::string root_of(const std::string& type) {
    return type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type;
}

std::string quad_of(const std::string& root) {
    static const std::map<std::string, std::string> kQuads{
        {"AGREE", "1"},    {"CONSULT", "1"},  {"SUPPORT", "1"}, {"COOPERATE", "2"},
        {"AID", "2"},      {"YIELD", "2"},    {"REQUEST", "3"}, {"ACCUSE", "3"},
        {"REJECT", "3"},   {"THREATEN", "3"}, {"PROTEST", "4"}, {"SANCTION", "4"},
        {"MOBILIZE", "4"}, {"COERCE", "4"},   {"ASSAULT", "4"}};
    const auto found = kQuads.find(root);
    return found == kQuads.end() ? kNone : found->second;
}

/// The type that the table of 2021 gives to an event's CAMEO code, shortened until it is known.
class TypesByCode {
  public:
    explicit TypesByCode(const std::vector<std::pair<std::string, std::string>>& table)
        : table_(table.begin(), table.end()) {
        if (!table_.empty()) table_.insert({"02", "REQUEST"});
    }
    [[nodiscard]] std::string type_of(const Json& event) const {
        std::string code = text_of(event, "cameo");
        for (; code.size() >= 2; code.pop_back()) {
            const auto found = table_.find(code);
            if (found != table_.end()) return found->second;
        }
        return text_of(event, "type");
    }

  private:
    std::map<std::string, std::string> table_;
};

bool touches(const Json& side, const std::vector<Points>& spans) {
    Points span;
    return read_points(side, span) &&
           std::any_of(spans.begin(), spans.end(),
                       [&span](const Points& other) { return span.overlaps(other); });
}

struct Labels {
    std::string strict = kNone;
    std::string lenient = kNone;
};

/// strict: of an event with both sides where gold has them. lenient: else of one with the two
/// swapped, else of one that shares a side, else the first.
template <typename TypeOf>
Labels labels_of(const Json& row, const Json& events, TypeOf type_of) {
    const std::vector<Points> sources = points_list(member(row, "sources"));
    const std::vector<Points> targets = points_list(member(row, "targets"));
    std::array<std::string, 4> by_rank;
    for (const Json& event : events) {
        const Json& source = member(event, "source");
        const Json& target = member(event, "target");
        const bool source_right = touches(source, sources);
        const bool target_right = touches(target, targets);
        const bool source_swapped = touches(source, targets);
        const bool target_swapped = touches(target, sources);
        std::size_t rank = 3;
        if (source_right && target_right) {
            rank = 0;
        } else if (source_swapped && target_swapped) {
            rank = 1;
        } else if (source_right || target_right || source_swapped || target_swapped) {
            rank = 2;
        }
        if (by_rank[rank].empty()) by_rank[rank] = root_of(type_of(event));
    }
    Labels labels;
    if (!by_rank[0].empty()) labels.strict = by_rank[0];
    for (const std::string& label : by_rank) {
        if (label.empty()) continue;
        labels.lenient = label;
        break;
    }
    return labels;
}

void add_relation_figures(StageScore& score, const std::string& group,
                          const std::vector<std::string>& roots,
                          const std::vector<std::string>& quads,
                          const std::vector<std::string>& got) {
    std::vector<std::string> got_quads;
    got_quads.reserve(got.size());
    double right = 0;
    std::uint64_t labelled = 0;
    for (std::size_t i = 0; i < got.size(); ++i) {
        got_quads.push_back(quad_of(got[i]));
        right += roots[i] == got[i] ? 1 : 0;
        labelled += got[i] != kNone ? 1U : 0U;
    }
    add_share(score.figures, group, "root macro f1", macro_f1(roots, got));
    add_share(score.figures, group, "quad macro f1", macro_f1(quads, got_quads));
    add_share(score.figures, group, "root accuracy",
              share(right, static_cast<double>(roots.size())));
    add_count(score.figures, group, "labelled", labelled);
}

/// 0 neutral, 1 and 2 verbal and material cooperation, 3 and 4 verbal and material conflict.
int penta_of(const Json& event) {
    const std::string code = text_of(event, "cameo");
    const int root = code.size() < 2 ? 1 : (code[0] - '0') * 10 + (code[1] - '0');
    if (root <= 2) return 0;
    if (root <= 5) return 1;
    if (root <= 8) return 2;
    return root <= 13 ? 3 : 4;
}

double confidence_of(const Json& event) {
    const Json& confidence = member(event, "confidence");
    return confidence.is_number() ? confidence.get<double>() : 0;
}

/// A country (codes of the first draft read as today's), or IGO or NGO, or nothing.
std::string place_of(const Json& side) {
    static const std::map<std::string, std::string> kToday{
        {"JAP", "JPN"}, {"ROM", "ROU"}, {"KSV", "XKX"}, {"KOS", "XKX"}};
    std::string country = text_of(side, "country");
    if (!country.empty()) {
        const auto found = kToday.find(country);
        return found == kToday.end() ? country : found->second;
    }
    std::string sector = text_of(side, "sector");
    const auto sectors = texts_of(side, "sectors");
    if (sector.empty() && !sectors.empty()) sector = sectors.front();
    return sector == "IGO" || sector == "NGO" ? sector : std::string();
}

std::set<std::string> places_of(const Json& sides) {
    std::set<std::string> places;
    if (!sides.is_array()) return places;
    for (const Json& side : sides) places.insert(place_of(side));
    places.erase("");
    return places;
}

/// Types of the first draft as their successors of PLOVER 2.0.
std::string successor(const std::string& type) {
    if (type == "DEMAND") return "REQUEST";
    if (type == "DISAPPROVE" || type == "INVESTIGATE") return "ACCUSE";
    return type == "FIGHT" ? "ASSAULT" : type;
}

std::string text_of_row(const Pairing& files, const Json& row) {
    const Json* answer = files.answer_to(row);
    return words_at(answer, row, {0, 1'000'000});
}

}  // namespace

StageScore score_relations(const Pairing& files,
                           const std::vector<std::pair<std::string, std::string>>& types_by_code) {
    StageScore score{EvaluationStage::Relations, {}, {}};
    const TypesByCode by_code(types_by_code);
    std::vector<std::string> roots;
    std::vector<std::string> quads;
    std::array<std::vector<std::string>, 4> got;  // strict, lenient; by code, by type
    std::uint64_t with_event = 0;
    for (const Json& row : files.gold) {
        const Json& events = coded_events(files, row);
        with_event += events.empty() ? 0U : 1U;
        const Labels code = labels_of(
            row, events, [&by_code](const Json& event) { return by_code.type_of(event); });
        const Labels type =
            labels_of(row, events, [](const Json& event) { return text_of(event, "type"); });
        roots.push_back(text_of(row, "root"));
        quads.push_back(text_of(row, "quad"));
        got[0].push_back(code.strict);
        got[1].push_back(code.lenient);
        got[2].push_back(type.strict);
        got[3].push_back(type.lenient);
        if (code.strict != roots.back()) {
            score.findings.push_back({"wrong", id_of(row),
                                      fmt::format("{}, coded {} strict, {} lenient", roots.back(),
                                                  code.strict, code.lenient),
                                      text_of_row(files, row)});
        }
    }
    add_count(score.figures, "", "sentences", files.gold.size());
    add_count(score.figures, "", "with any event", with_event);
    constexpr std::array<const char*, 4> kGroups{"strict", "lenient", "strict by type",
                                                 "lenient by type"};
    for (std::size_t i = 0; i < got.size(); ++i) {
        add_relation_figures(score, kGroups[i], roots, quads, got[i]);
    }
    return score;
}

StageScore score_classes(const Pairing& files) {
    StageScore score{EvaluationStage::Classes, {}, {}};
    std::array<double, 5> hits{};
    std::array<double, 5> all{};
    double right = 0;
    double among = 0;
    for (const Json& row : files.gold) {
        const Json& events = coded_events(files, row);
        const Json& wanted = member(row, "penta");
        const int want = wanted.is_number_integer() ? wanted.get<int>() : -1;
        if (want < 0 || want > 4) continue;
        int got = 0;
        bool any = events.empty() && want == 0;
        const Json* best = nullptr;
        for (const Json& event : events) {
            if (best == nullptr || confidence_of(event) > confidence_of(*best)) best = &event;
            any = any || penta_of(event) == want;
        }
        if (best != nullptr) got = penta_of(*best);
        const auto g = static_cast<std::size_t>(got);
        const auto w = static_cast<std::size_t>(want);
        ++all[g];
        ++all[w];
        hits[w] += got == want ? 1 : 0;
        right += got == want ? 1 : 0;
        among += any ? 1 : 0;
        if (got != want) {
            score.findings.push_back({"wrong", id_of(row),
                                      fmt::format("class {}, coded {}", want, got),
                                      text_of_row(files, row)});
        }
    }
    const double n = static_cast<double>(files.gold.size());
    double sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) sum += share(2 * hits[i], all[i]);
    add_count(score.figures, "", "sentences", files.gold.size());
    add_share(score.figures, "", "macro f1", sum / 5);
    add_share(score.figures, "", "accuracy", share(right, n));
    add_share(score.figures, "", "among", share(among, n));
    for (std::size_t i = 0; i < all.size(); ++i) {
        add_share(score.figures, "f1 by class", std::to_string(i), share(2 * hits[i], all[i]));
    }
    return score;
}

StageScore score_records(const Pairing& files) {
    StageScore score{EvaluationStage::Records, {}, {}};
    double type = 0;
    double who_whom = 0;
    double events_coded = 0;
    for (const Json& row : files.gold) {
        const Json& events = coded_events(files, row);
        const std::string wanted = successor(text_of(row, "event"));
        const std::set<std::string> sources = places_of(member(row, "sources"));
        const std::set<std::string> targets = places_of(member(row, "targets"));
        bool same = false;
        bool full = false;
        for (const Json& event : events) {
            ++events_coded;
            if (text_of(event, "type") != wanted) continue;
            same = true;
            full =
                full || ((sources.empty() || sources.contains(place_of(member(event, "source")))) &&
                         (targets.empty() || targets.contains(place_of(member(event, "target")))));
        }
        type += same ? 1 : 0;
        who_whom += full ? 1 : 0;
        if (!full) {
            score.findings.push_back(
                {same ? "wrong" : "missed", id_of(row), wanted, text_of_row(files, row)});
        }
    }
    const double n = static_cast<double>(files.gold.size());
    add_count(score.figures, "", "records", files.gold.size());
    add_share(score.figures, "", "type", share(type, n));
    add_share(score.figures, "", "who-whom", share(who_whom, n));
    add_share(score.figures, "", "events a sentence", share(events_coded, n));
    return score;
}

Result<StageScore> score_phrases(const Pairing& files) {
    if (files.gold.size() != files.coded.size()) {
        return fail(ErrorKind::Input,
                    fmt::format("{} phrases were asked and {} answered", files.gold.size(),
                                files.coded.size()),
                    {}, "`tidings actors code GOLD > coded.jsonl` answers them in order");
    }
    StageScore score{EvaluationStage::Phrases, {}, {}};
    std::uint64_t phrases = 0;
    std::uint64_t whole = 0;
    std::uint64_t asserted = 0;
    std::uint64_t right = 0;
    for (std::size_t i = 0; i < files.gold.size(); ++i) {
        const Json& gold = files.gold[i];
        const Json& coded = files.coded[i];
        if (member(gold, "upstream_skipped") == Json(true)) continue;
        const std::string country = text_of(coded, "country");
        const std::vector<std::string> sectors = texts_of(coded, "sectors");
        std::vector<bool> checks;
        if (member(gold, "expect_none") == Json(true)) {
            checks = {country.empty(), sectors.empty()};
        } else {
            const std::string first = sectors.empty() ? std::string() : sectors.front();
            if (member(gold, "country").is_string()) {
                checks.push_back(country == text_of(gold, "country"));
            }
            if (member(gold, "code_1").is_string())
                checks.push_back(first == text_of(gold, "code_1"));
            if (member(gold, "code_2").is_string()) {
                const std::string second = text_of(gold, "code_2");
                checks.push_back(second.empty() ? sectors.size() < 2
                                                : std::count(sectors.begin(), sectors.end(),
                                                             second) > (first == second ? 1 : 0));
            }
        }
        if (checks.empty()) continue;
        const auto hits =
            static_cast<std::uint64_t>(std::count(checks.begin(), checks.end(), true));
        ++phrases;
        asserted += checks.size();
        right += hits;
        if (hits == checks.size()) {
            ++whole;
        } else {
            score.findings.push_back(
                {"wrong", std::to_string(i + 1),
                 fmt::format("{} {}, coded {} {}", text_of(gold, "country"),
                             text_of(gold, "code_1"), country, fmt::join(sectors, " ")),
                 text_of(gold, "text")});
        }
    }
    add_count(score.figures, "", "phrases", phrases);
    add_count(score.figures, "", "assertions", asserted);
    add_share(score.figures, "", "whole",
              share(static_cast<double>(whole), static_cast<double>(phrases)), phrases);
    add_share(score.figures, "", "right",
              share(static_cast<double>(right), static_cast<double>(asserted)), asserted);
    return score;
}

}  // namespace tidings::evaluation
