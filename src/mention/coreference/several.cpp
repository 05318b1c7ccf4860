#include "mention/coreference/several.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/one_of.hpp"
#include "mention/coreference/pronouns.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

struct NumberWord {
    std::string_view word;
    std::uint32_t value;
};
constexpr std::array<NumberWord, 21> kNumbers{
    {{"two", 2},     {"three", 3}, {"four", 4},      {"five", 5},    {"six", 6},
     {"seven", 7},   {"eight", 8}, {"nine", 9},      {"ten", 10},    {"eleven", 11},
     {"twelve", 12}, {"both", 2},  {"pair", 2},      {"duo", 2},     {"couple", 2},
     {"twosome", 2}, {"trio", 3},  {"threesome", 3}, {"quartet", 4}, {"neither", 2},
     {"either", 2}}};
/// Plural nouns that need no number: *the sides met*.
constexpr std::array<std::string_view, 12> kRelational{
    "side",  "ally",      "rival", "neighbour",   "neighbor", "foe",
    "enemy", "adversary", "party", "counterpart", "partner",  "belligerent"};
/// *the other two*, *the first three*: not those spoken of.
constexpr std::array<std::string_view, 7> kNotThose{"only", "other",     "first", "next",
                                                    "last", "remaining", "same"};
constexpr std::uint32_t kNamedWindow = 3;  // sentences in which people named together are sought
constexpr std::uint32_t kMostActors = 4;   // that are gathered without a coordination

std::uint32_t number_of(std::string_view word) {
    for (const NumberWord& known : kNumbers) {
        if (known.word == word) return known.value;
    }
    if (word.empty() || word.size() > 4) return 0;
    std::uint32_t value = 0;
    for (const char c : word) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

class SeveralResolver {
  public:
    SeveralResolver(ReferenceContext& context, const AssumedCountries& assumed, PhraseId i)
        : context_(context), assumed_(assumed), sets_(context.sets), tree_(context.tree), i_(i) {}

    bool resolve() {
        if (!read()) return false;
        if (told_behind_) return stand_for_named_behind();
        if (number_ == 0) return stand_for_people_named();
        if (join_counted_phrase()) return true;
        if (number_ < 2 || number_ > 8) return false;
        std::vector<PhraseId> actors = last_coordination();
        if (actors.empty() && number_ <= kMostActors) actors = most_salient();
        if (actors.empty()) actors = leading_states();
        if (actors.empty()) return false;
        std::string names;
        for (const PhraseId k : actors) names += (names.empty() ? "" : ", ") + sets_.label(k);
        sets_.stand_for(i_, std::move(actors), "stands for " + names);
        return true;
    }

  private:
    struct Candidate {
        PhraseId root;
        double score;
    };

    /// Number and noun of the phrase; false if it does not stand for several.
    bool read() {
        const Evidence& e = sets_[i_];
        const Token& head = sets_.head(i_);
        std::string_view determiner;
        for (TokenIndex t = e.phrase.first; t < e.phrase.head; ++t) {
            if (tree_[t].head != e.phrase.head) continue;
            if (const std::uint32_t n = number_of(tree_[t].lower); n > 1) number_ = n;
            if (tree_[t].dep == "poss") return false;
            // *The only two states that ...*: those that the rest of the phrase tells of.
            if (one_of(tree_[t].lower, kNotThose)) told_behind_ = true;
            if (tree_[t].lower == "both" || tree_[t].lower == "the") determiner = tree_[t].lower;
        }
        if (head.lower == "both" && head.dep != "preconj" && head.dep != "cc") {
            number_ = 2;
            return true;
        }
        // *the two states that have signed*: the clause says which ones.
        if (determiner.empty()) return false;
        if (tree_.has_child(e.phrase.head, "relcl")) told_behind_ = true;
        noun_ = utf8::fold(head.lemma);
        if (!told_behind_ && is_plain_plural_of_people()) return true;
        const std::uint32_t own = number_of(head.lower);
        if (own > 1) {
            number_ = own;
            noun_.clear();
            // *the pair of trousers*
            return !tree_.has_child(e.phrase.head, "prep");
        }
        if (!e.plural || !context_.words.is(noun_, DescriptionUse::Several)) return false;
        if (number_ == 0 && is_relational()) number_ = 2;
        return number_ > 1;
    }

    /// *The only two states to sign - Kenya and Chad - ...*: the names that follow, set apart.
    bool stand_for_named_behind() {
        if (number_ < 2 || number_ > 8) return false;
        const std::uint32_t sentence = context_.sentence(i_);
        for (PhraseId k = i_ + 1; k < sets_.size() && context_.sentence(k) == sentence; ++k) {
            const TokenIndex first = sets_[k].phrase.first;
            if (first == 0 || tree_[first - 1].pos != Pos::Punct) continue;
            std::vector<PhraseId> actors = coordinated_actors(context_, k);
            const bool fits = actors.size() == number_ &&
                              std::all_of(actors.begin(), actors.end(),
                                          [&](PhraseId actor) { return kind_fits(actor); });
            if (!fits) continue;
            std::string names;
            for (const PhraseId one : actors) {
                names += (names.empty() ? "" : ", ") + sets_.label(one);
            }
            sets_.stand_for(i_, std::move(actors), "stands for " + names);
            return true;
        }
        return false;
    }

    /// *the lawmakers*, *the ministers* and nothing else.
    [[nodiscard]] bool is_plain_plural_of_people() const {
        const Evidence& e = sets_[i_];
        if (number_ != 0 || !e.plural || e.sectors.empty() || !e.country.empty()) return false;
        if (e.type != MentionType::Role || e.role_kind != RowKind::Person) return false;
        return e.phrase.head == e.phrase.first + 1 && e.phrase.last == e.phrase.head + 1 &&
               context_.spoken_at[i_] < 0 && !is_relational();
    }

    /// *Senator Maro and Senator Rus sued. The lawmakers ...*: the people of that kind who were
    /// named together last, unless others were told of since.
    bool stand_for_people_named() {
        const Evidence& e = sets_[i_];
        std::vector<PhraseId> found;
        bool others = false;
        (void)best_before(context_, i_, kNamedWindow, [&](PhraseId k) {
            if (others || !found.empty()) return kImpossible;
            if (sets_[k].plural && sets_[k].role_head == e.role_head && sets_.several(k).empty()) {
                others = true;
                return kImpossible;
            }
            std::vector<PhraseId> actors = sets_.several(k);
            if (actors.empty()) actors = coordinated_actors(context_, k);
            const bool fits =
                actors.size() > 1 && std::all_of(actors.begin(), actors.end(), [&](PhraseId actor) {
                    const std::vector<std::string>& sectors = sets_.whole(actor).sectors;
                    return sets_.traits(actor).kind == ActorKind::Person &&
                           sets_.traits(actor).is_named && !sectors.empty() &&
                           sectors.front() == e.sectors.front();
                });
            if (fits) found = std::move(actors);
            return kImpossible;
        });
        if (found.empty()) return false;
        std::string names;
        for (const PhraseId k : found) names += (names.empty() ? "" : ", ") + sets_.label(k);
        sets_.stand_for(i_, std::move(found), "stands for " + names);
        return true;
    }

    /// *the seven* after *seven officials*; *the two men* after *two miners*.
    bool join_counted_phrase() {
        const bool people = noun_.empty() || wanted_kind() == ActorKind::Person;
        if (!people) return false;
        const PhraseId k = best_before(context_, i_, kSentenceWindow * 2, [&](PhraseId candidate) {
            const Evidence& e = sets_[candidate];
            if (!e.plural || !sets_.is_actor(candidate)) return kImpossible;
            if (sets_.traits(candidate).kind != ActorKind::People) return kImpossible;
            for (const TokenIndex c : tree_.children(e.phrase.head)) {
                if (c > e.phrase.head) break;
                if (tree_[c].dep == "nummod" && number_of(tree_[c].lower) == number_) {
                    return salience(context_, candidate, i_);
                }
            }
            return kImpossible;
        });
        if (k == kNoPhrase || !kind_fits(k)) return false;
        sets_.follow(i_, k, "read as " + sets_.label(k) + " (the same number)");
        return true;
    }

    [[nodiscard]] std::optional<ActorKind> wanted_kind() const {
        if (noun_.empty()) return std::nullopt;
        if (context_.words.is(noun_, DescriptionUse::Country)) return ActorKind::Country;
        const RoleRow* row = context_.lexicon.role(noun_);
        if (row == nullptr) return std::nullopt;
        if (noun_ == "government") return ActorKind::Country;
        if (noun_ == "party" || noun_ == "side" || noun_ == "ally" || noun_ == "rival") {
            return std::nullopt;
        }
        return row->kind == RowKind::Person ? ActorKind::Person : ActorKind::Body;
    }

    [[nodiscard]] bool kind_fits(PhraseId k) const {
        const std::optional<ActorKind> wanted = wanted_kind();
        const ActorKind kind = sets_.traits(k).kind;
        if (!wanted) return true;
        if (*wanted == ActorKind::Person) {
            return kind == ActorKind::Person || kind == ActorKind::People;
        }
        return kind == *wanted;
    }

    /// *The bloc and Turkey urged both sides*, *Moscow, which brokered a deal between the two*: who
    /// does it in the same clause is none of them.
    [[nodiscard]] bool acts_on_them(PhraseId k) const {
        if (is_bound_apart(context_, k, i_)) return true;
        TokenIndex subject = sets_[k].phrase.head;
        for (int steps = 0; steps < 4 && tree_[subject].dep == "conj"; ++steps) {
            subject = tree_.head(subject);
        }
        if (!is_subject(tree_[subject]) || context_.sentence(k) != context_.sentence(i_)) {
            return false;
        }
        TokenIndex verb = sets_[i_].phrase.head;
        if (verb == subject) return false;
        for (int steps = 0; steps < 6 && !context_.arguments.is_verb(verb); ++steps) {
            if (tree_.is_root(verb)) return false;
            verb = tree_.head(verb);
        }
        return tree_.head(subject) == verb && subject < sets_[i_].phrase.head;
    }

    /// The last *A and B* of the right number and kind.
    [[nodiscard]] std::vector<PhraseId> last_coordination() const {
        std::vector<PhraseId> found;
        (void)best_before(context_, i_, kSentenceWindow, [&](PhraseId k) {
            if (!found.empty() || acts_on_them(k)) return kImpossible;
            std::vector<PhraseId> actors = sets_.several(k);
            if (actors.empty()) actors = coordinated_actors(context_, k);
            const bool fits = actors.size() == number_ &&
                              std::all_of(actors.begin(), actors.end(),
                                          [&](PhraseId actor) { return kind_fits(actor); });
            if (fits) found = std::move(actors);
            return kImpossible;
        });
        return found;
    }

    /// *signed with Baku*, *a war against Iran*, *built with A and B*: the other side.
    [[nodiscard]] bool is_partner(PhraseId k) const {
        TokenIndex t = sets_[k].phrase.head;
        for (int steps = 0; steps < 4 && tree_[t].dep == "conj" && !tree_.is_root(t); ++steps) {
            t = tree_.head(t);
        }
        if (tree_[t].dep != "pobj") return false;
        const std::string_view preposition = tree_[tree_[t].head].lower;
        return preposition == "with" || preposition == "against" || preposition == "between";
    }

    /// *the two countries* that the report is about, though they were not named of late.
    [[nodiscard]] std::vector<PhraseId> leading_states() const {
        if ((wanted_kind() != ActorKind::Country && !is_relational()) || number_ > 3) return {};
        std::vector<PhraseId> states;
        for (const std::string& country : assumed_.leading_countries(number_)) {
            const PhraseId k = assumed_.bearer_of(country, i_);
            if (k != kNoPhrase) states.push_back(sets_.root(k));
        }
        return states.size() == number_ ? states : std::vector<PhraseId>();
    }

    /// Hospitals, schools, media and the police tell of a quarrel or come between; they are no side
    /// of it.
    [[nodiscard]] bool is_bystander(PhraseId k) const {
        const std::vector<std::string>& sectors = sets_.whole(k).sectors;
        if (!is_relational() || sectors.empty()) return false;
        return sectors.front() == "MED" || sectors.front() == "EDU" || sectors.front() == "JRN" ||
               sectors.front() == "COP";
    }

    /// Who is gathered when `k` is met: itself if it is of the right kind; for *both governments*
    /// also the state of a minister.
    [[nodiscard]] PhraseId gathered(PhraseId k) const {
        if (!sets_.is_actor(k)) return kNoPhrase;
        const Evidence& whole = sets_.whole(k);
        const ActorKind kind = sets_.traits(k).kind;
        if (wanted_kind() == ActorKind::Country) {
            // *Every country has a right*: none in particular.
            if (whole.country.empty()) return kNoPhrase;
            if (kind == ActorKind::Country) return k;
            const bool governs = !whole.sectors.empty() && whole.sectors.front() == "GOV";
            return governs ? assumed_.bearer_of(whole.country, i_) : kNoPhrase;
        }
        const bool persons = wanted_kind() == ActorKind::Person;
        if (!kind_fits(k) || (kind == ActorKind::Person) != persons) return kNoPhrase;
        const bool nowhere = kind == ActorKind::Country && whole.country.empty();
        return nowhere || is_bystander(k) ? kNoPhrase : k;
    }

    /// The right number of different actors of one sort, most salient first.
    [[nodiscard]] std::vector<PhraseId> most_salient() const {
        std::vector<Candidate> candidates;
        std::vector<PhraseId> apart;  // *China called on both countries*: not on itself
        (void)best_before(context_, i_, kSentenceWindow, [&](PhraseId k) {
            const PhraseId one = gathered(k);
            if (one == kNoPhrase) return kImpossible;
            const PhraseId root = sets_.root(one);
            // *the union, to which both belong*
            const TokenIndex noun = sets_[k].phrase.head;
            const bool around = context_.sentence(k) == context_.sentence(i_) &&
                                tree_.is_under(sets_[i_].phrase.head, noun);
            if (around || acts_on_them(k)) apart.push_back(root);
            if (std::find(apart.begin(), apart.end(), root) != apart.end()) return kImpossible;
            double score = salience(context_, k, i_);
            score += 0.2 * std::min(sets_.count(k), 6U);
            if (sets_[k].is_place) score -= 2.5;
            if (sets_.traits(k).kind == ActorKind::People) score -= 1.0;
            if (is_partner(k)) score += 1.2;
            for (Candidate& known : candidates) {
                if (known.root != root) continue;
                known.score = std::max(known.score, score);
                return kImpossible;
            }
            if (candidates.size() < 16) candidates.push_back({root, score});
            return kImpossible;
        });
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        if (wanted_kind() != ActorKind::Country) prefer_one_kind(candidates);
        if (candidates.size() < number_) return {};
        std::vector<PhraseId> actors;
        actors.reserve(number_);
        for (std::uint32_t n = 0; n < number_; ++n) actors.push_back(candidates[n].root);
        std::sort(actors.begin(), actors.end());
        // *urged both sides*, after a ministry and the wounded: the states that quarrel.
        if (is_relational() && !are_opposed(actors)) {
            const std::vector<PhraseId> states = leading_states();
            if (!states.empty()) return states;
        }
        return actors;
    }

    /// *side*, *rival*: who is one only over against another.
    [[nodiscard]] bool is_relational() const {
        return std::find(kRelational.begin(), kRelational.end(), noun_) != kRelational.end();
    }

    /// Of different countries, or of different spheres of one; people of whom no more is known than
    /// that are no side.
    [[nodiscard]] bool are_opposed(const std::vector<PhraseId>& actors) const {
        const Evidence* before = nullptr;
        for (const PhraseId k : actors) {
            const Evidence& whole = sets_.whole(k);
            if (whole.sectors.empty() || whole.sectors.front() == "CVL") return false;
            const bool same = before != nullptr && before->country == whole.country &&
                              is_sector_of_state(before->sectors) &&
                              is_sector_of_state(whole.sectors);
            if (same) return false;
            before = &whole;
        }
        return true;
    }

    /// Partners are mostly alike: two countries rather than a country and a party, unless the party
    /// is far more in mind. `candidates` are sorted, best first.
    void prefer_one_kind(std::vector<Candidate>& candidates) const {
        if (candidates.size() <= number_) return;
        const ActorKind kind = sets_.traits(candidates.front().root).kind;
        std::vector<Candidate> alike;
        for (const Candidate& candidate : candidates) {
            if (sets_.traits(candidate.root).kind == kind) alike.push_back(candidate);
        }
        if (alike.size() < number_) return;
        if (alike[number_ - 1].score < candidates[number_ - 1].score - 1.0) return;
        candidates = std::move(alike);
    }

    ReferenceContext& context_;
    const AssumedCountries& assumed_;
    ActorSets& sets_;
    const SyntaxTree& tree_;
    PhraseId i_;
    std::uint32_t number_ = 0;
    std::string noun_;
    bool told_behind_ = false;  // its own sentence tells which ones
};

/// *the former*, *the latter*: first and last of the coordination last read.
bool resolve_former_latter(ReferenceContext& context, PhraseId i) {
    ActorSets& sets = context.sets;
    const std::string_view word = sets.head(i).lower;
    if (word != "former" && word != "latter") return false;
    std::vector<PhraseId> actors;
    (void)best_before(context, i, 2, [&](PhraseId k) {
        if (actors.empty()) actors = coordinated_actors(context, k);
        return kImpossible;
    });
    PhraseId k = kNoPhrase;
    if (!actors.empty()) k = word == "former" ? actors.front() : actors.back();
    if (k == kNoPhrase) {
        k = best_before(context, i, 1, [&](PhraseId candidate) {
            return sets.is_actor(candidate) && word == "latter" ? static_cast<double>(candidate)
                                                                : kImpossible;
        });
    }
    if (k == kNoPhrase) return false;
    sets.follow(i, k, "the " + std::string(word) + " of two, " + sets.label(k));
    return true;
}

}  // namespace

bool resolve_several(ReferenceContext& context, const AssumedCountries& assumed, PhraseId i) {
    const ActorSets& sets = context.sets;
    if (sets[i].type == MentionType::Pronoun || sets.root(i) != i) return false;
    if (resolve_former_latter(context, i)) return true;
    return SeveralResolver(context, assumed, i).resolve();
}

}  // namespace tidings::mention
