// `data/events/status.tsv`: the words that tell whether something happened.
#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/tsv_table.hpp"
#include "coding/status.hpp"

namespace tidings::coding {

namespace {

constexpr std::array<std::string_view, 23> kRelations{
    "auxiliary", "adverb", "modifier", "subject",     "governor", "through",
    "passive",   "noun",   "marker",   "preposition", "label",    "denier",
    "predicate", "namer",  "part",     "proviso",     "speaker",  "factive",
    "claimer",   "avower", "given",    "onlooker",    "enactor"};
constexpr std::array<std::pair<std::string_view, EventStatus>, 8> kStatuses{{
    {"actual", EventStatus::Actual},
    {"ongoing", EventStatus::Ongoing},
    {"planned", EventStatus::Planned},
    {"possible", EventStatus::Possible},
    {"alleged", EventStatus::Alleged},
    {"denied", EventStatus::Denied},
    {"negated", EventStatus::Negated},
    {"failed", EventStatus::Failed},
}};

/// What is left of a status whose word is negated: who did not fail to act has acted.
EventStatus undone(EventStatus status) {
    const bool unreal = status == EventStatus::Negated || status == EventStatus::Failed ||
                        status == EventStatus::Denied || status == EventStatus::Actual;
    if (status == EventStatus::Actual) return EventStatus::Negated;
    return unreal ? EventStatus::Actual : EventStatus::Negated;
}

}  // namespace

std::optional<EventStatus> status_named(std::string_view word) {
    for (const auto& [name, status] : kStatuses) {
        if (name == word) return status;
    }
    return std::nullopt;
}

Status StatusWords::load(const std::string& path) {
    auto table =
        TsvTable::load(path, {{"word", "relation", "status"}, {"unreal", "if_negated", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string_view relation = row["relation"];
        if (std::find(kRelations.begin(), kRelations.end(), relation) == kRelations.end()) {
            return row.fail("relation", "unknown relation",
                            fmt::format("known are {}", fmt::join(kRelations, ", ")));
        }
        const auto status = status_named(row["status"]);
        if (!status) return row.fail("status", "there is no status " + std::string(row["status"]));
        if (!row["unreal"].empty() && row["unreal"] != "yes") {
            return row.fail("unreal", "must be yes or empty");
        }
        StatusWord word{{*status, !row["unreal"].empty()}, undone(*status)};
        if (!row["if_negated"].empty()) {
            const auto negated = status_named(row["if_negated"]);
            if (!negated) {
                return row.fail("if_negated",
                                "there is no status " + std::string(row["if_negated"]));
            }
            word.negated = *negated;
        }
        words_[std::string(relation) + " " + std::string(row["word"])] = word;
    }
    return {};
}

const StatusWord* StatusWords::find(std::string_view relation, std::string_view word) const {
    const auto found = words_.find(std::string(relation) + " " + std::string(word));
    return found == words_.end() ? nullptr : &found->second;
}

}  // namespace tidings::coding
