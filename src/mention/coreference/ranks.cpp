#include "mention/coreference/ranks.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"

namespace tidings::mention {

namespace {

constexpr std::array<std::string_view, 14> kSharedRanks{
    "sergeant", "sgt", "lieutenant", "lt",  "lieut",   "captain", "capt",
    "corporal", "cpl", "major",      "maj", "colonel", "col",     "staff"};

/// A rank and nothing that tells whose it is.
bool is_shared_rank(const Evidence& e) {
    if (e.sectors.size() != 1 || e.sectors.front() != "MIL") return false;
    if (e.type != MentionType::Person && e.type != MentionType::Role) return false;
    const std::vector<std::string> words = folded_words(e.role);
    return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return one_of(word, kSharedRanks);
    });
}

}  // namespace

void settle_ranks(ReferenceContext& context) {
    ActorSets& sets = context.sets;
    std::vector<PhraseId> ranks;
    int police = 0;
    int soldiers = 0;
    for (PhraseId i = 0; i < sets.size(); ++i) {
        const Evidence& e = sets[i];
        if (is_shared_rank(e)) {
            ranks.push_back(i);
        } else if (!e.sectors.empty()) {
            if (e.sectors.front() == "COP") ++police;
            if (e.sectors.front() == "MIL") ++soldiers;
        }
    }
    if (police <= soldiers) return;
    for (const PhraseId i : ranks) {
        sets[i].sectors = {"COP"};
        sets[i].why += "; sector of the police that the report is about";
        sets.reread(i);
    }
}

}  // namespace tidings::mention
