#include "mention/coreference/shared_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/one_of.hpp"

namespace tidings::mention {

namespace {

/// Words that alone tell of no state. A name is shared if it has no others.
constexpr std::array<std::string_view, 54> kSharedWords{
    "the",        "of",         "and",         "for",         "party",          "parties",
    "labour",     "labor",      "liberal",     "liberals",    "conservative",   "conservatives",
    "democratic", "democrat",   "democrats",   "republican",  "republicans",    "social",
    "socialist",  "socialists", "green",       "greens",      "freedom",        "people",
    "people's",   "peoples",    "national",    "nationalist", "workers",        "communist",
    "centre",     "center",     "progressive", "christian",   "independence",   "justice",
    "unity",      "reform",     "alliance",    "movement",    "front",          "left",
    "new",        "united",     "union",       "guard",       "department",     "ministry",
    "health",     "education",  "agriculture", "energy",      "transportation", "commerce"};
/// *Labour*, *Republicans*: the short form is that of the state's own newspapers, which need not
/// name it; only a full name can be another state's.
constexpr std::array<std::string_view, 4> kOfFullName{"party", "department", "ministry", "guard"};
constexpr TokenIndex kMostWords = 24;  // of a phrase that are looked at
constexpr int kLeast = 2;              // times that the other state is named

bool is_shared(const ReferenceContext& context, const KnownName& known) {
    const ActorRow& row = context.reader.choose(known);
    if (row.country.empty()) return false;
    if (row.kind != RowKind::Organisation && row.kind != RowKind::Group) return false;
    bool full = false;
    for (TokenIndex t = known.first; t < known.last; ++t) {
        if (!one_of(context.tree[t].lower, kSharedWords)) return false;
        full = full || one_of(context.tree[t].lower, kOfFullName);
    }
    return full;
}

/// The shared name from which a phrase has its country: its own or one inside (*the Labour Party's
/// leader*). Null if there is none.
const KnownName* shared_name(const ReferenceContext& context, PhraseId i) {
    const Evidence& e = context.sets[i];
    if (e.country.empty()) return nullptr;
    const TokenIndex end = std::min(e.phrase.last, e.phrase.first + kMostWords);
    for (TokenIndex t = e.phrase.first; t < end; ++t) {
        const KnownName* known = context.reader.known_at(t);
        if (known == nullptr || !is_shared(context, *known)) continue;
        if (context.reader.choose(*known).country == e.country) return known;
    }
    return nullptr;
}

/// The phrase is the name itself: from now on one that the tables do not know.
void forget_row(ReferenceContext& context, PhraseId i, const KnownName& known) {
    Evidence& e = context.sets[i];
    const Span words{context.tree[known.first].span.start, context.tree[known.last - 1].span.end};
    e.type = MentionType::Name;
    e.name = std::string(slice(context.report.text, words));
    std::replace(e.name.begin(), e.name.end(), '\n', ' ');
    if (e.sectors.size() > 1) e.sectors.resize(1);
    e.row = nullptr;
    e.terms.clear();
    e.why = "a name of many states";
}

}  // namespace

void settle_shared_names(ReferenceContext& context) {
    ActorSets& sets = context.sets;
    std::vector<PhraseId> shared;
    std::map<std::string, int> named;  // how often each state is
    for (PhraseId i = 0; i < sets.size(); ++i) {
        if (shared_name(context, i) != nullptr) {
            shared.push_back(i);
        } else if (!sets[i].country.empty()) {
            ++named[sets[i].country];
        }
    }
    if (shared.empty()) return;
    for (const PlaceMention& place : context.places) {
        if (!place.country.empty()) ++named[place.country];
    }
    const auto leading =
        std::max_element(named.begin(), named.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (leading == named.end() || leading->second < kLeast) return;
    for (const PhraseId i : shared) {
        Evidence& e = sets[i];
        if (named.contains(e.country)) continue;
        if (e.type == MentionType::Known) forget_row(context, i, *shared_name(context, i));
        e.country = leading->first;
        e.code.clear();
        e.why += "; country " + e.country + " assumed (country that the report is about)";
        sets.reread(i);
    }
}

}  // namespace tidings::mention
