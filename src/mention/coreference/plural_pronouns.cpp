// *they*, *them*, *their*: which people, body or several actors.
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/pronouns.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

constexpr double kCounted = 4.0;  // *families, most of them*

/// *someone who knows they are ill*: *they* stands for whoever it may be.
constexpr std::array<std::string_view, 12> kAnybody{"someone",  "somebody",  "anyone", "anybody",
                                                    "everyone", "everybody", "noone",  "nobody",
                                                    "whoever",  "whomever",  "person", "one"};

/// *one of them*, *several of them*
constexpr std::array<std::string_view, 10> kMembers{"one",  "two",  "three", "four",    "several",
                                                    "some", "both", "many",  "neither", "each"};

constexpr std::array<std::string_view, 8> kWhere{"in",     "at",     "across", "around",
                                                 "inside", "within", "from",   "outside"};

}  // namespace

/// *someone who knows they are ill*, *nobody says they will*: the word for whoever it may be that
/// stands last before a plural pronoun in its sentence, kNoToken for none.
TokenIndex PronounResolver::anybody_before(PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    const TokenIndex first = tree.parse().sentences[context_.sentence(i)].first;
    for (TokenIndex t = sets_[i].phrase.head; t-- > first;) {
        const std::string_view word = tree[t].lower;
        if (!one_of(word, kAnybody)) continue;
        // *no one*, *every one*; not *one of them*
        if (word == "one" &&
            (t == first || (tree[t - 1].lower != "no" && tree[t - 1].lower != "every"))) {
            continue;
        }
        return t;
    }
    return kNoToken;
}

/// *About 4 in 10 say they want change*, *a majority think they are worse off*: the pronoun stands
/// for the people counted, who are no actor told of before.
bool PronounResolver::is_of_counted_people(PhraseId i) const {
    // Not *some*, *two*: of those told of before.
    static constexpr std::array<std::string_view, 9> kShares{
        "majority",  "third",    "quarter", "percent",   "percentage",
        "plurality", "minority", "%",       "respondent"};
    const SyntaxTree& tree = context_.tree;
    TokenIndex t = sets_[i].phrase.head;
    for (int steps = 0; steps < 6 && !tree.is_root(t); ++steps) {
        const bool content = tree[t].dep == "ccomp";
        t = tree.head(t);
        if (!content) continue;
        // The parser finds no subject in *4 in 10 say*.
        const bool ratio = t >= 3 && tree[t - 1].tag == "CD" && tree[t - 2].lower == "in" &&
                           tree[t - 3].tag == "CD";
        if (ratio) return true;
        const TokenIndex subject = context_.arguments.subject(t);
        if (subject == kNoToken || subject >= sets_[i].phrase.head) return false;
        // *a majority of the guards*: of them.
        const TokenIndex of = tree.child(subject, "prep");
        const TokenIndex whole = of == kNoToken ? subject : tree.child(of, "pobj");
        const PhraseId k = sets_.at(whole == kNoToken ? subject : whole);
        const bool actor = k != kNoPhrase && sets_.is_actor(k);
        return !actor && one_of(tree[subject].lemma, kShares);
    }
    return false;
}

bool PronounResolver::is_unnamed_place(PhraseId k) const {
    if (sets_.traits(k).is_named || sets_.head(k).dep != "pobj") return false;
    if (!one_of(context_.tree[sets_.head(k).head].lower, kWhere)) return false;
    return context_.words.is(utf8::fold(sets_.head(k).lemma), DescriptionUse::Country);
}

/// How well an actor's number and kind go with *they*.
double PronounResolver::plural_fit(PhraseId k, PhraseId i) const {
    const Traits& traits = sets_.traits(k);
    const bool same_sentence = context_.sentence(k) == context_.sentence(i);
    switch (traits.kind) {
        case ActorKind::Person:
        case ActorKind::Thing:
            return kImpossible;
        case ActorKind::People:
            return 1.0;
        case ActorKind::Body:
            if (traits.plural) return 0.8;
            // *The agency had not released them*: hardly another agency told of before.
            if (!same_sentence && !is_subject(sets_.head(i)) && !is_subject(sets_.head(k)) &&
                sets_.head(i).dep != "poss") {
                return -2.2;
            }
            // *The government said they ...*
            return same_sentence || is_subject(sets_.head(k)) ? -0.7 : -1.6;
        case ActorKind::Country:
            if (pronoun_kind(sets_.head(k)) == PronounKind::Plural)
                return 0;  // spoken of so before
            if (sets_[k].is_place) return -2.5;
            if (same_sentence) return -1.2;
            return is_subject(sets_.head(k)) ? -1.9 : -2.4;
    }
    return kImpossible;
}

/// How well several actors named together go with *they*: *Moscow and Paris* that somebody went
/// through are places, and states named in passing are less in mind than people.
double PronounResolver::coordinated_fit(const std::vector<PhraseId>& actors, PhraseId i) const {
    const bool places = sets_[actors.front()].is_place;
    const bool owns = sets_.head(i).dep == "poss";
    if (places && !owns) return -2.5;
    const bool states = std::all_of(actors.begin(), actors.end(), [&](PhraseId k) {
        return sets_.traits(k).kind == ActorKind::Country;
    });
    const bool in_passing = states && !is_subject(sets_.head(actors.front())) &&
                            context_.spoken_at[actors.front()] != context_.spoken_at[i];
    return in_passing ? -1.0 : 0.8;
}

/// *They were thanked when the Chinese promised to cut their emissions*: the subject of the clause
/// that the pronoun stands in is several as well.
bool PronounResolver::is_within_clause_of_people(PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    if (is_subject(sets_.head(i))) return false;
    TokenIndex t = sets_[i].phrase.head;
    for (int steps = 0; steps < 8 && !tree.is_root(t); ++steps) {
        t = tree.head(t);
        if (!context_.arguments.is_verb(t)) continue;
        const TokenIndex subject = context_.arguments.subject(t);
        if (subject == kNoToken) continue;
        const PhraseId k = sets_.at(subject);
        if (k == kNoPhrase || k >= i || !sets_.is_actor(k)) return false;
        return sets_[k].type != MentionType::Pronoun && sets_.traits(k).plural;
    }
    return false;
}

/// *held thousands of families, most of them seeking asylum*: the plural noun that stands last
/// before a comma and the words that count its members; kNoPhrase for other pronouns.
PhraseId PronounResolver::counted_before(PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    const TokenIndex here = sets_[i].phrase.head;
    const TokenIndex first = tree.parse().sentences[context_.sentence(i)].first;
    if (sets_.head(i).lower != "them" || here < first + 3) return kNoPhrase;
    if (tree[here - 1].lower != "of") return kNoPhrase;
    TokenIndex comma = here - 2;
    for (int steps = 0; steps < 3 && comma > first && tree[comma].lower != ","; ++steps) --comma;
    // *details of the shooters, among them that one of them had fled*
    const bool members = one_of(tree[here - 2].lower, kMembers);
    if (tree[comma].lower != ",") {
        if (!members) return kNoPhrase;
        comma = here - 2;
    }
    for (PhraseId k = i; k > 0;) {
        --k;
        if (sets_[k].phrase.head < first) break;
        if (sets_[k].phrase.head > comma) continue;
        const bool pronoun = sets_[k].type == MentionType::Pronoun;
        const bool people = !members || sets_.is_actor(k);
        if (!pronoun && people && sets_.traits(k).plural) return k;
    }
    return kNoPhrase;
}

/// *The coalition's spokesman said that they back the plan*: speaks for several; kNoPhrase where
/// no spokesman reports what they do.
PhraseId PronounResolver::spokesman_before(PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    const Token& they = sets_.head(i);
    if (!is_subject(they) || tree[they.head].dep != "ccomp") return kNoPhrase;
    const TokenIndex speaker = context_.arguments.subject(tree.head(they.head));
    const PhraseId k = speaker == kNoToken ? kNoPhrase : sets_.at(speaker);
    if (k == kNoPhrase || !sets_.is_actor(k)) return kNoPhrase;
    if (!sets_[k].role_head.starts_with("spokes")) return kNoPhrase;
    const PhraseId body = body_of_speaker(k);
    return body != kNoPhrase ? body : k;
}

PronounResolver::Answer PronounResolver::find_plural(PhraseId i) const {
    if (is_of_counted_people(i)) return {};
    const bool only_actors = wants_actor(i);
    if (sets_.head(i).dep != "dobj") {
        if (const PhraseId k = fronted(i, PronounKind::Plural); k != kNoPhrase) {
            return {k, " (the subject that follows)"};
        }
    }
    if (const PhraseId k = dislocated(i); k != kNoPhrase && sets_.traits(k).plural) {
        return {k, " (named before the clause)"};
    }
    const TokenIndex anybody = anybody_before(i);
    const PhraseId own_side = side_of_speaker(i);
    const PhraseId counted = counted_before(i);
    const bool has_own_subject = is_within_clause_of_people(i);
    const PhraseId best = best_before(context_, i, kSentenceWindow, [&](PhraseId k) {
        const Evidence& e = sets_[k];
        if (own_side != kNoPhrase && sets_.same(own_side, k)) return kImpossible;
        const std::vector<PhraseId>& several = sets_.several(k);
        const bool group = !several.empty();
        for (const PhraseId one : several) {
            if (own_side != kNoPhrase && sets_.same(own_side, one)) return kImpossible;
        }
        if (e.type == MentionType::Pronoun && sets_.root(k) == k && !group) return kImpossible;
        if (is_bound_apart(context_, k, i)) return kImpossible;
        double score = salience(context_, k, i);
        if (k == counted) score += kCounted;
        if (group && has_own_subject) return score - 0.2;
        if (group) return score + (context_.sentence(k) == context_.sentence(i) ? 3.0 : 2.0);
        if (const std::vector<PhraseId> two = coordinated_actors(context_, k); !two.empty()) {
            return score + coordinated_fit(two, i);
        }
        if (!sets_.is_actor(k)) {
            if (!sets_.traits(k).plural || !is_thing(sets_.head(k))) return kImpossible;
            return only_actors ? thing_that_acts(k, i, score) : score - 0.4;
        }
        // *fight in far-flung countries*: where, not who.
        if (is_unnamed_place(k)) return kImpossible;
        const double fit = plural_fit(k, i);
        return fit <= kImpossible ? fit : score + fit;
    });
    if (best == kNoPhrase) return {spokesman_before(i), " (those whom the speaker speaks for)"};
    const bool one = sets_.several(best).empty();
    if (anybody != kNoToken && one) {
        // Unless some people have been told of since: *anyone in Kenya* leaves Kenya behind as
        // well.
        if (sets_[best].phrase.head < anybody || !sets_.traits(best).plural) return {};
    }
    if (one && !sets_.is_actor(best)) return {};
    return {best, {}};
}

}  // namespace tidings::mention
