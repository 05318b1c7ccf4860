// Descriptions that go back in ways of their own: indefinite ones, countries, ages, things.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/descriptions.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

constexpr std::uint32_t kCountryWindow = 12;  // sentences in which a country is sought
constexpr std::uint32_t kThingWindow = 30;
constexpr double kInMind = 0.5;  // salience of the country spoken of
constexpr std::array<std::string_view, 5> kNewOnes{"a", "an", "another", "other", "some"};

}  // namespace

/// *Kenyan police* after *Kenyan police*: bare plurals and mass nouns of one country are the same
/// actor; *another Kenyan diplomat* is not.
void DescriptionResolver::resolve_indefinite(PhraseId i) {
    const Evidence& e = sets_[i];
    const SyntaxTree& tree = context_.tree;
    bool new_ones = false;
    for (const TokenIndex c : tree.children(e.phrase.head)) {
        if (c > e.phrase.head) break;
        new_ones = new_ones || tree[c].dep == "nummod" || one_of(tree[c].lower, kNewOnes);
    }
    for (PhraseId k = i; k-- > 0;) {
        if (i - k > kPhraseWindow) break;
        const Evidence& o = sets_[k];
        if (o.type != MentionType::Role || o.role_head != e.role_head) continue;
        if (o.plural != e.plural || sets_.whole(k).country != e.country) continue;
        // Without a country only what the headline speaks of is surely the same.
        const bool headline = context_.in_title(k) && !context_.in_title(i);
        if (new_ones && !headline) continue;
        if (e.country.empty() && !(headline && utf8::fold(o.role) == utf8::fold(e.role))) continue;
        sets_.join(i, k);
        return;
    }
}

/// *the country*, *the Southeast Asian country*, *the kingdom*: the country most in mind.
void DescriptionResolver::resolve_country(PhraseId i) {
    const bool as_place = sets_[i].is_place;
    double best_score = kImpossible;
    PhraseId k = best_before(context_, i, kCountryWindow, [&](PhraseId candidate) {
        const bool country =
            sets_[candidate].type == MentionType::Country ||
            (sets_.whole(candidate).type == MentionType::Country && sets_.is_actor(candidate));
        if (!country || is_bound_apart(context_, candidate, i)) return kImpossible;
        double score = salience(context_, candidate, i);
        if (sets_[candidate].is_place && !as_place) score -= 0.5;
        best_score = std::max(best_score, score);
        return score;
    });
    if (k == kNoPhrase) return;
    // A country named in passing some sentences ago, in a report on another one.
    const std::vector<std::string> leading = assumed_.leading_countries(1);
    if (best_score < kInMind && !leading.empty() && sets_.whole(k).country != leading.front()) {
        const PhraseId bearer = assumed_.bearer_of(leading.front(), i);
        if (bearer != kNoPhrase && !is_bound_apart(context_, bearer, i)) k = bearer;
    }
    sets_.follow(i, k, sets_[i].why + "; the country spoken of, " + sets_.label(k));
}

void DescriptionResolver::resolve_age(PhraseId i) {
    const PhraseId k = best_before(context_, i, kSentenceWindow, [&](PhraseId candidate) {
        const Traits& traits = sets_.traits(candidate);
        if (traits.kind != ActorKind::Person || traits.plural) return kImpossible;
        if (!sets_.is_actor(candidate)) return kImpossible;
        const std::int32_t quote = context_.spoken_at[candidate];
        if (quote >= 0 && context_.speaker(quote) != i) return kImpossible;
        return salience(context_, candidate, i) + (traits.is_named ? 1.0 : 0.0);
    });
    if (k == kNoPhrase) return;
    for (const TokenIndex c : context_.tree.children(sets_[i].phrase.head)) {
        NounPhrase& phrase = sets_[i].phrase;
        if (context_.tree[c].dep == "det" && c < phrase.first) phrase.first = c;
    }
    sets_.follow(i, k, "described by age, read as " + sets_.label(k));
}

/// *The satirical artist Cold War Steve*: the name that follows says who.
bool DescriptionResolver::introduces_name(PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    const TokenIndex head = sets_[i].phrase.head;
    if (head + 1 >= tree.size() || tree[head + 1].pos != Pos::Propn) return false;
    if (tree[head + 1].sentence != tree[head].sentence) return false;
    if (tree[head].dep == "compound" || tree[head].dep == "nmod") return tree.head(head) > head;
    for (const TokenIndex c : tree.children(head)) {
        if (c > head && tree[c].dep == "appos" && tree[c - 1].lower != ",") return true;
    }
    return false;
}

/// *a Christmas party ... the party*: the last phrase with the noun was no actor.
bool DescriptionResolver::takes_up_thing(PhraseId i) const {
    const Evidence& e = sets_[i];
    const std::string_view lemma = sets_.head(i).lemma;
    if (e.type != MentionType::Role || !e.definite || e.plural) return false;
    constexpr PhraseId kMost = 400;  // phrases that are looked at
    for (PhraseId k = i; k-- > i - std::min(i, kMost);) {
        if (context_.sentence(i) - context_.sentence(k) > kThingWindow) return false;
        if (sets_.head(k).lemma == lemma) return sets_[k].is_thing;
    }
    return false;
}

/// *the Beit Orot settlement bloc*, *the Oakdale workers' union*: names that no table has tell
/// which one it is. Not a town or country (*the Detroit carmaker*), nor a known actor's name.
std::vector<std::string> DescriptionResolver::unknown_modifiers(const NounPhrase& phrase,
                                                                bool* of_place) const {
    std::vector<std::string> words;
    for (TokenIndex t = phrase.first; t < phrase.head; ++t) {
        const Token& token = context_.tree[t];
        if (token.pos != Pos::Propn || token.dep != "compound") continue;
        // *Mr. Maro's company*: of the possessor's name
        TokenIndex of = token.head;
        while (of > t && of < phrase.head && context_.tree[of].dep == "compound") {
            of = context_.tree.head(of);
        }
        if (of != phrase.head) continue;
        const Name* name = context_.reader.name_at(t);
        const bool place = name != nullptr &&
                           (name->label == "GPE" || name->label == "NORP" || name->label == "DATE");
        *of_place = *of_place || (place && name->label == "GPE");
        const std::string_view text = slice(context_.report.text, token.span);
        const bool capital =
            std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (place || !capital || context_.reader.known_at(t) != nullptr) continue;
        words.push_back(utf8::fold(token.lower));
    }
    return words;
}

}  // namespace tidings::mention
