#include "mention/coreference/pronouns.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "mention/coreference/salience.hpp"

namespace tidings::mention {

namespace {

struct PronounWord {
    std::string_view word;
    PronounKind kind;
};
constexpr std::array<PronounWord, 35> kPronouns{{
    {"i", PronounKind::FirstSingular},
    {"me", PronounKind::FirstSingular},
    {"my", PronounKind::FirstSingular},
    {"mine", PronounKind::FirstSingular},
    {"myself", PronounKind::FirstSingular},
    {"we", PronounKind::FirstPlural},
    {"us", PronounKind::FirstPlural},
    {"our", PronounKind::FirstPlural},
    {"ours", PronounKind::FirstPlural},
    {"ourselves", PronounKind::FirstPlural},
    {"you", PronounKind::Second},
    {"your", PronounKind::Second},
    {"yours", PronounKind::Second},
    {"he", PronounKind::Male},
    {"him", PronounKind::Male},
    {"his", PronounKind::Male},
    {"himself", PronounKind::Male},
    {"she", PronounKind::Female},
    {"her", PronounKind::Female},
    {"hers", PronounKind::Female},
    {"herself", PronounKind::Female},
    {"it", PronounKind::Neuter},
    {"its", PronounKind::Neuter},
    {"itself", PronounKind::Neuter},
    {"they", PronounKind::Plural},
    {"them", PronounKind::Plural},
    {"their", PronounKind::Plural},
    {"theirs", PronounKind::Plural},
    {"themselves", PronounKind::Plural},
    {"yourself", PronounKind::Second},
    {"yourselves", PronounKind::Second},
    {"who", PronounKind::Relative},
    {"whom", PronounKind::Relative},
    {"whose", PronounKind::Relative},
    {"which", PronounKind::Relative},
}};

constexpr double kSexKnown = 1.5;       // somebody whose sex is that of the pronoun
constexpr double kJudged = 2.0;         // *it is nonsense*
constexpr PhraseId kSpokenWindow = 40;  // phrases of a quotation that are looked through

bool is_modifier(const Token& token) {
    return token.dep == "compound" || token.dep == "amod" || token.dep == "nmod";
}

bool is_group(ActorKind kind) {
    return kind == ActorKind::Body || kind == ActorKind::Country || kind == ActorKind::People;
}

}  // namespace

bool is_thing(const Token& token) {
    const std::string_view word = token.lower;
    return token.pos == Pos::Noun && word != "one" && word != "none" && !word.ends_with("body") &&
           !word.ends_with("thing");
}

PronounKind pronoun_kind(const Token& token) {
    if (token.pos != Pos::Pron && token.tag != "WDT" && token.tag != "WP$") {
        return PronounKind::None;
    }
    for (const PronounWord& known : kPronouns) {
        if (known.word == token.lower) return known.kind;
    }
    return token.lower == "that" && token.tag == "WDT" ? PronounKind::Relative : PronounKind::None;
}

std::vector<PhraseId> coordinated_actors(const ReferenceContext& context, PhraseId first) {
    const ActorSets& sets = context.sets;
    if (sets.head(first).dep == "conj") return {};
    if (!context.tree.has_child(sets[first].phrase.head, "conj")) return {};
    std::vector<PhraseId> actors;
    for (const TokenIndex t : context.arguments.coordinated(sets[first].phrase.head)) {
        const PhraseId k = sets.at(t);
        if (k == kNoPhrase || !sets.is_actor(k)) return {};
        const bool known = std::any_of(actors.begin(), actors.end(),
                                       [&](PhraseId other) { return sets.same(other, k); });
        if (!known) actors.push_back(k);
        if (actors.size() > 8) return {};
    }
    return actors.size() < 2 ? std::vector<PhraseId>() : actors;
}

void PronounResolver::resolve(PhraseId i) {
    const PronounKind kind = pronoun_kind(sets_.head(i));
    if (kind == PronounKind::None) return;
    Answer answer = find(i, kind);
    if (answer.phrase == kNoPhrase || answer.phrase == i) return;
    sets_[i].type = MentionType::Pronoun;
    if (kind == PronounKind::Plural) {
        std::vector<PhraseId> several = sets_.several(answer.phrase);
        // *guards and their wives*: the guards'
        const Token& token = sets_.head(i);
        const Token& owned = context_.tree[token.head];
        const bool inside = token.dep == "poss" && owned.dep == "conj" &&
                            owned.head == sets_[answer.phrase].phrase.head;
        if (several.empty() && !inside) several = coordinated_actors(context_, answer.phrase);
        if (!several.empty()) {
            std::string names;
            for (const PhraseId k : several) names += (names.empty() ? "" : ", ") + sets_.label(k);
            sets_.stand_for(i, std::move(several), "pronoun, read as " + names + answer.how);
            return;
        }
    }
    if (kind == PronounKind::Male) sets_.own_traits(i).gender = Gender::Male;
    if (kind == PronounKind::Female) sets_.own_traits(i).gender = Gender::Female;
    sets_.follow(i, answer.phrase, "pronoun, read as " + sets_.label(answer.phrase) + answer.how);
}

PronounResolver::Answer PronounResolver::find(PhraseId i, PronounKind kind) const {
    const std::string_view word = sets_.head(i).lower;
    if (word.ends_with("self") || word.ends_with("selves")) {
        if (Answer answer = find_reflexive(i); answer.phrase != kNoPhrase) return answer;
    }
    switch (kind) {
        case PronounKind::FirstSingular:
            return find_speaker(i);
        case PronounKind::FirstPlural:
            return find_speakers_side(i);
        case PronounKind::Second:
            return find_addressee(i);
        case PronounKind::Male:
            return find_person(i, Gender::Male);
        case PronounKind::Female:
            return find_person(i, Gender::Female);
        case PronounKind::Neuter:
            return find_neuter(i);
        case PronounKind::Plural:
            return find_plural(i);
        case PronounKind::Relative:
            return find_relative(i);
        case PronounKind::None:
            break;
    }
    return {};
}

/// *defended himself*: the subject of the same clause.
PronounResolver::Answer PronounResolver::find_reflexive(PhraseId i) const {
    const TokenIndex verb = context_.governing_verb(sets_[i].phrase.head);
    if (verb == kNoToken) return {};
    const TokenIndex subject = context_.arguments.subject(verb);
    if (subject == kNoToken) return {};
    const PhraseId k = sets_.at(subject);
    if (k == kNoPhrase || k >= i || !sets_.is_actor(k)) return {};
    return {k, " (reflexive: the subject of its clause)"};
}

/// The candidate is the subject of the verb of saying whose words the pronoun stands in.
bool PronounResolver::speaks_over(PhraseId k, PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    const Token& token = sets_.head(k);
    if (token.dep != "nsubj" || sets_[k].name.find(' ') != std::string::npos) return false;
    if (!context_.cues.is_speech_verb(utf8::lower(tree[token.head].lemma))) return false;
    TokenIndex t = sets_[i].phrase.head;
    for (int steps = 0; steps < 8 && !tree.is_root(t); ++steps) {
        if (tree[t].dep == "ccomp" && tree.head(t) == token.head) return true;
        t = tree.head(t);
    }
    return false;
}

double PronounResolver::person_score(PhraseId k, PhraseId i, Gender wanted) const {
    const Traits& traits = sets_.traits(k);
    const Evidence& e = sets_[k];
    if (e.type == MentionType::Pronoun && sets_.root(k) == k) return kImpossible;
    if (traits.plural || (traits.gender != Gender::Unknown && traits.gender != wanted)) {
        return kImpossible;
    }
    double score = salience(context_, k, i);
    if (traits.kind != ActorKind::Person) {
        // A name that the tagger may have got wrong; only where there is nobody else.
        if (e.type != MentionType::Name || sets_.whole(k).type != MentionType::Name) {
            return kImpossible;
        }
        // *Pate said he would*: whose words the pronoun stands in.
        score -= speaks_over(k, i) ? 1.0 : 5.0;
        // *The Courier says that he*: nobody is called so.
        if (context_.tree.has_child(e.phrase.head, "det")) return kImpossible;
    }
    if (is_bound_apart(context_, k, i)) return kImpossible;
    // *The champion beat his challenger. He ...*: the unknown owner, not whom he brings in.
    const TokenIndex owner = context_.tree.child(e.phrase.head, "poss");
    if (owner != kNoToken && !traits.is_named &&
        pronoun_kind(context_.tree[owner]) != PronounKind::None) {
        const PhraseId of = sets_.at(owner);
        if (of == kNoPhrase || !sets_.is_actor(of)) return kImpossible;
    }
    // *Trump's campaign manager says he is gratified*: the manager, not his possessor.
    const Token& from = sets_.head(k);
    const PhraseId owned = from.dep == "poss" ? sets_.at(from.head) : kNoPhrase;
    if (owned != kNoPhrase && sets_.traits(owned).kind == ActorKind::Person) score -= 0.8;
    if (traits.gender == wanted) score += kSexKnown;
    if (traits.is_named) score += 0.7;
    if (!sets_.is_actor(k)) score -= 0.5;
    const Token& to = sets_.head(i);
    const bool both_speak = is_subject(to) && is_subject(from) &&
                            context_.cues.is_speech_verb(context_.tree[to.head].lemma) &&
                            context_.cues.is_speech_verb(context_.tree[from.head].lemma);
    return both_speak ? score + 0.8 : score;
}

/// *These rioters, they are ...*, *the mayor, he is ...*: the noun that opens the clause and is
/// taken up by its subject at once; kNoPhrase for none.
PhraseId PronounResolver::dislocated(PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    const TokenIndex here = sets_[i].phrase.head;
    const TokenIndex first = tree.parse().sentences[context_.sentence(i)].first;
    if (i == 0 || !is_subject(sets_.head(i)) || here < first + 2) return kNoPhrase;
    if (tree[here - 1].lower != ",") return kNoPhrase;
    const PhraseId k = i - 1;
    const NounPhrase& phrase = sets_[k].phrase;
    if (phrase.last != here - 1 || phrase.first < first || !sets_.is_actor(k)) return kNoPhrase;
    // *A former supporter, she is ...* only describes her.
    const std::string_view opener = tree[phrase.first].lower;
    if (opener == "a" || opener == "an") return kNoPhrase;
    // It opens the clause, and is no part of what stands before.
    const bool opens = phrase.first == first || tree[phrase.first - 1].pos == Pos::Punct ||
                       tree[phrase.first - 1].dep == "cc" || tree[phrase.first - 1].dep == "mark";
    const std::string_view dep = sets_.head(k).dep;
    const bool apart = dep == "npadvmod" || dep == "nsubj" || dep == "dep" || dep == "dislocated";
    const bool same_verb = tree.head(phrase.head) == tree.head(here);
    return opens && apart && same_verb ? k : kNoPhrase;
}

/// *about Maro's call when he asked*, *in Rus's speech, in which she said*: whose occasion it was
/// that the clause tells of; kNoPhrase for other clauses.
PhraseId PronounResolver::owner_of_occasion(PhraseId i) const {
    static constexpr std::array<std::string_view, 28> kOccasions{
        "call",       "speech", "meeting", "interview",    "address", "visit",  "trip",
        "testimony",  "remark", "comment", "statement",    "tweet",   "letter", "conference",
        "appearance", "tenure", "term",    "presidency",   "stint",   "career", "campaign",
        "hearing",    "trial",  "rally",   "conversation", "message", "debate", "talk"};
    const SyntaxTree& tree = context_.tree;
    if (!is_subject(sets_.head(i))) return kNoPhrase;
    const TokenIndex first = tree.parse().sentences[context_.sentence(i)].first;
    const TokenIndex here = sets_[i].phrase.head;
    if (here < first + 4) return kNoPhrase;
    TokenIndex before = here - 1;
    if (tree[before].lower != "when" && tree[before].lower != "which") return kNoPhrase;
    if (tree[before].lower == "which") {
        if (tree[--before].pos != Pos::Adp) return kNoPhrase;
        if (before > first && tree[before - 1].lower == ",") --before;
    }
    if (before <= first) return kNoPhrase;
    const TokenIndex noun = before - 1;
    if (!one_of(tree[noun].lemma, kOccasions)) return kNoPhrase;
    // *Maro's July 25 call*, which the parser may read without a possessor
    for (TokenIndex t = noun; t-- > std::max(first + 1, noun - std::min(noun, 6U));) {
        if (tree[t].tag != "POS") continue;
        const PhraseId k = sets_.at(t - 1);
        return k != kNoPhrase && sets_.is_actor(k) ? k : kNoPhrase;
    }
    return kNoPhrase;
}

PronounResolver::Answer PronounResolver::find_person(PhraseId i, Gender wanted) const {
    if (const PhraseId k = owner_of_occasion(i);
        k != kNoPhrase && person_score(k, i, wanted) > kImpossible) {
        return {k, " (whose occasion it was)"};
    }
    if (const PhraseId k = dislocated(i);
        k != kNoPhrase && sets_.traits(k).kind == ActorKind::Person && !sets_.traits(k).plural) {
        return {k, " (named before the clause)"};
    }
    if (const PhraseId k =
            fronted(i, wanted == Gender::Male ? PronounKind::Male : PronounKind::Female);
        k != kNoPhrase) {
        return {k, " (the subject that follows)"};
    }
    const std::vector<PhraseId> spoken_of = named_in_own_words(i);
    const PhraseId k = best_before(context_, i, kSentenceWindow, [&](PhraseId candidate) {
        const PhraseId root = sets_.root(candidate);
        const bool named = std::find(spoken_of.begin(), spoken_of.end(), root) != spoken_of.end();
        return named ? kImpossible : person_score(candidate, i, wanted);
    });
    if (k == kNoPhrase || !sets_.is_actor(k)) return {};
    return {k, {}};
}

/// *"Rama lied," she said*: whoever is named in the words does not speak them. Sets of the people
/// named in the quotation whose speaker is phrase i.
std::vector<PhraseId> PronounResolver::named_in_own_words(PhraseId i) const {
    std::vector<PhraseId> roots;
    if (context_.spoken_at[i] >= 0) return roots;
    const PhraseId end = std::min<PhraseId>(sets_.size(), i + kSpokenWindow);
    for (PhraseId k = i - std::min(i, kSpokenWindow); k < end; ++k) {
        if (context_.spoken_at[k] < 0 || context_.speaker(context_.spoken_at[k]) != i) continue;
        if (sets_[k].type == MentionType::Person || sets_[k].type == MentionType::Known) {
            roots.push_back(sets_.root(k));
        }
    }
    return roots;
}

/// *After she was sworn in, Maia Brun …*: the named subject of the main clause, where the pronoun
/// stands in a clause or phrase before it.
PhraseId PronounResolver::fronted(PhraseId i, PronounKind kind) const {
    const SyntaxTree& tree = context_.tree;
    TokenIndex t = sets_[i].phrase.head;
    bool in_adjunct = false;
    for (int steps = 0; steps < 8 && !tree.is_root(t); ++steps) {
        const TokenIndex above = tree.head(t);
        if (tree[t].dep == "ccomp" || tree[t].dep == "relcl") return kNoPhrase;
        in_adjunct = in_adjunct || tree[t].dep == "advcl" || tree[t].dep == "prep";
        if (in_adjunct && context_.arguments.is_verb(above) && above > sets_[i].phrase.head) {
            const TokenIndex subject = tree.child(above, "nsubj");
            if (subject == kNoToken || subject < sets_[i].phrase.head) return kNoPhrase;
            const PhraseId k = sets_.at(subject);
            if (k == kNoPhrase || sets_[k].type == MentionType::Pronoun) return kNoPhrase;
            const Traits& traits = sets_.traits(k);
            if (kind == PronounKind::Male || kind == PronounKind::Female) {
                const Gender wanted = kind == PronounKind::Male ? Gender::Male : Gender::Female;
                const bool fits = traits.gender == Gender::Unknown || traits.gender == wanted;
                const bool person = traits.kind == ActorKind::Person && traits.is_named;
                return person && fits && !traits.plural ? k : kNoPhrase;
            }
            const bool fits = kind == PronounKind::Neuter ? (traits.kind == ActorKind::Body ||
                                                             traits.kind == ActorKind::Country) &&
                                                                !traits.plural
                                                          : is_group(traits.kind);
            return fits && sets_.is_actor(k) ? k : kNoPhrase;
        }
        t = above;
    }
    return kNoPhrase;
}

/// True if grammar or the verb asks for somebody rather than something.
bool PronounResolver::wants_actor(PhraseId i) const {
    const Token& token = sets_.head(i);
    if (token.dep == "poss") {
        const PhraseId owned = sets_.at(token.head);
        return owned != kNoPhrase && sets_.is_actor(owned);
    }
    if (token.dep == "nsubj") {
        const std::string lemma = utf8::lower(context_.tree[token.head].lemma);
        const VerbUse use = context_.words.verb_use(lemma);
        return use == VerbUse::Intent || use == VerbUse::Reaction ||
               context_.cues.is_speech_verb(lemma);
    }
    return false;
}

/// *It is clear that*, *it rained*, *it took a week to*: stands for nobody.
bool PronounResolver::is_pleonastic(TokenIndex token) const {
    const SyntaxTree& tree = context_.tree;
    if (tree[token].lower != "it") return false;
    if (tree[token].dep == "expl") return true;
    if (!is_subject(tree[token])) return false;
    const TokenIndex verb = tree.head(token);
    const std::string lemma = utf8::lower(tree[verb].lemma);
    const VerbUse use = context_.words.verb_use(lemma);
    if (use == VerbUse::Weather) return true;
    const auto has_clause = [&](TokenIndex above) {
        for (const TokenIndex c : tree.children(above)) {
            const std::string_view dep = tree[c].dep;
            if (c > above && (dep == "ccomp" || dep == "xcomp" || dep == "advcl" ||
                              dep == "csubj" || dep == "relcl")) {
                return true;
            }
        }
        return false;
    };
    if (use == VerbUse::Seeming && has_clause(verb)) return true;
    if (lemma == "be" || lemma == "become") {
        const TokenIndex adjective = tree.child(verb, "acomp");
        if (adjective != kNoToken) {
            // *it is clear that*; but *it is ready to*, *it was shocked that*
            const VerbUse of = context_.words.verb_use(utf8::lower(tree[adjective].lower));
            return of != VerbUse::Personal && (has_clause(verb) || has_clause(adjective));
        }
        for (const TokenIndex c : tree.children(verb)) {
            if (tree[c].dep != "attr") continue;
            if (has_clause(verb)) return true;
            // *It was Kenya that …*, *it is time to …*
            for (const TokenIndex d : tree.children(c)) {
                if (tree[d].dep == "relcl" || (tree[d].dep == "acl" && tree[c].lower == "time")) {
                    return true;
                }
            }
        }
    }
    const bool passive = tree[token].dep == "nsubjpass";
    return passive && has_clause(verb) && context_.cues.is_speech_verb(tree[verb].lemma);
}

/// *The platform vows ... It supports*, *Fires raged. They have released*: a thing of which the
/// text has told that it says or does something, or that did something of which no will is told.
/// Such a thing leaves the pronoun without an actor.
double PronounResolver::thing_that_acts(PhraseId k, PhraseId i, double score) const {
    const Token& token = sets_.head(k);
    if (!is_subject(token)) return kImpossible;
    const std::string lemma = utf8::lower(context_.tree[token.head].lemma);
    const VerbUse use = context_.words.verb_use(lemma);
    const bool wills = use == VerbUse::Intent || use == VerbUse::Reaction;
    if (wills && token.dep == "nsubj") return score - 0.9;
    const std::string verb = utf8::lower(context_.tree[sets_.head(i).head].lemma);
    if (sets_.head(i).dep == "poss" || context_.cues.is_speech_verb(verb)) return kImpossible;
    if (context_.words.verb_use(verb) == VerbUse::Reaction) return kImpossible;
    // *Talks ended when they bombed a school*: of two things in one sentence the nearer clause
    // tells little.
    return score - (context_.sentence(k) == context_.sentence(i) ? 2.8 : 1.6);
}

/// *It is nonsense*, *it was a violation*: what is called so is a claim or a deed rather than
/// somebody. *It is the largest party* is of a body.
bool PronounResolver::is_judged(PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    const Token& token = sets_.head(i);
    if (token.dep != "nsubj" || tree[token.head].lemma != "be") return false;
    const TokenIndex noun = tree.child(token.head, "attr");
    if (noun == kNoToken) return false;
    if (tree[noun].pos != Pos::Noun) return false;
    const PhraseId called = sets_.at(noun);
    return called == kNoPhrase || !sets_.is_actor(called);
}

PronounResolver::Answer PronounResolver::find_neuter(PhraseId i) const {
    if (is_pleonastic(sets_[i].phrase.head)) return {};
    const bool only_actors = wants_actor(i);
    const Token& token = sets_.head(i);
    // *its finance minister*, *its parliament*
    const PhraseId owned = token.dep == "poss" ? sets_.at(token.head) : kNoPhrase;
    const bool of_state = owned != kNoPhrase && is_sector_of_state(sets_.whole(owned).sectors);
    if (token.dep != "dobj") {
        if (const PhraseId k = fronted(i, PronounKind::Neuter); k != kNoPhrase) {
            return {k, " (the subject that follows)"};
        }
    }
    const bool judged = is_judged(i);
    const PhraseId best = best_before(context_, i, kSentenceWindow, [&](PhraseId k) {
        const Evidence& e = sets_[k];
        if (e.type == MentionType::Pronoun && sets_.root(k) == k) return kImpossible;
        const Traits& traits = sets_.traits(k);
        const bool thing = !sets_.is_actor(k);
        if (traits.kind == ActorKind::Person || traits.kind == ActorKind::People) {
            return kImpossible;
        }
        if (traits.plural && !traits.is_named && sets_.head(k).lower != "police") {
            return kImpossible;
        }
        if (thing && !is_thing(sets_.head(k))) return kImpossible;
        if (thing && sets_.head(k).dep == "npadvmod") return kImpossible;
        // *state laws*, *party leaders*: a noun that only says of what kind another is.
        if (!traits.is_named && e.type == MentionType::Role && is_modifier(sets_.head(k))) {
            return kImpossible;
        }
        if (is_bound_apart(context_, k, i)) return kImpossible;
        double score = salience(context_, k, i);
        if (!thing && judged) score -= kJudged;
        if (thing) score = only_actors ? thing_that_acts(k, i, score) : score - 0.9;
        if (e.is_place && traits.kind == ActorKind::Country) score -= 1.2;
        if (of_state && traits.kind == ActorKind::Country) score += 1.2;
        return score;
    });
    if (best == kNoPhrase || !sets_.is_actor(best)) return {};
    return {best, {}};
}

/// *who*, *whose*, *which*: the noun that its clause describes.
PronounResolver::Answer PronounResolver::find_relative(PhraseId i) const {
    const SyntaxTree& tree = context_.tree;
    TokenIndex t = sets_[i].phrase.head;
    for (int steps = 0; steps < 8 && !tree.is_root(t); ++steps) {
        if (tree[t].dep == "relcl") {
            const PhraseId k = sets_.at(tree.head(t));
            if (k == kNoPhrase || k >= i || !sets_.is_actor(k)) return {};
            return {k, " (relative)"};
        }
        t = tree.head(t);
    }
    // A clause that the parser hung elsewhere: *Rama, who …*
    const TokenIndex here = sets_[i].phrase.head;
    if (sets_.head(i).lower != "who" || here < 2 || tree[here - 1].lower != ",") return {};
    const PhraseId k = sets_.at(here - 2);
    if (k == kNoPhrase || !sets_.is_actor(k)) return {};
    return {k, " (relative)"};
}

}  // namespace tidings::mention
