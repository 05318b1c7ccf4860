#include "mention/coreference/salience.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"

namespace tidings::mention {

namespace {

/// *most of the guards*, *dozens of villagers*: words that count those behind *of*.
constexpr std::array<std::string_view, 28> kCounting{
    "most",      "many",   "some",     "all",      "both",    "several", "each",
    "few",       "half",   "majority", "minority", "number",  "dozens",  "hundreds",
    "thousands", "scores", "tens",     "millions", "handful", "group",   "none",
    "rest",      "third",  "quarter",  "two",      "three",   "four",    "lots"};

/// The noun that tells the function of one that is counted (*most of the guards*), *token* itself
/// for others.
TokenIndex counted_by(const SyntaxTree& tree, TokenIndex token) {
    const Token& t = tree[token];
    if (t.dep != "pobj" || tree[t.head].lower != "of" || tree.is_root(t.head)) return token;
    const TokenIndex count = tree.head(t.head);
    return one_of(tree[count].lower, kCounting) ? count : token;
}

/// What is done to what is somebody else's: nobody burns his own house or denies his own request.
constexpr std::array<std::string_view, 58> kDoneToOthers{
    "burn",    "destroy",  "demolish", "bomb",     "shell",    "raid",    "storm",      "attack",
    "seize",   "loot",     "ransack",  "torch",    "kill",     "murder",  "arrest",     "detain",
    "block",   "steal",    "invade",   "occupy",   "threaten", "shoot",   "bulldoze",   "raze",
    "search",  "hack",     "damage",   "smash",    "ruin",     "abduct",  "kidnap",     "jail",
    "deny",    "reject",   "refuse",   "dismiss",  "veto",     "grant",   "approve",    "accept",
    "welcome", "oppose",   "condemn",  "denounce", "mock",     "praise",  "endorse",    "ignore",
    "answer",  "blame",    "support",  "back",     "rebuff",   "decline", "confiscate", "question",
    "dispute", "criticize"};

/// Weight of a grammatical function; appositions and conjuncts have that of what they hang on, as
/// have those counted.
double function_weight(const SyntaxTree& tree, TokenIndex token) {
    for (int steps = 0; steps < 4; ++steps) {
        token = counted_by(tree, token);
        const Token& t = tree[token];
        if (t.dep != "appos" && t.dep != "conj") break;
        if (tree.is_root(token)) break;
        token = tree.head(token);
    }
    const Token& t = tree[token];
    if (is_subject(t)) {
        const Token& verb = tree[t.head];
        // *North Korea fired a missile, Seoul said*: the words reported are the main clause.
        const bool reported = verb.dep == "ccomp" && verb.head > t.head;
        const TokenIndex words = tree.child(t.head, "ccomp");
        if (words != kNoToken && words < token) return 1.2;
        const bool main = tree.is_root(t.head) || verb.dep == "conj" || reported;
        if (main) return 2.0;
        return verb.dep == "relcl" || verb.dep == "acl" ? 0.9 : 1.4;
    }
    if (t.dep == "pobj" && tree[t.head].dep == "agent") return 1.0;
    if (t.dep == "dobj" || t.dep == "dative") return 0.6;
    // *Hungary's prime minister has offered nothing*: the possessor is spoken of as well.
    if (t.dep == "poss") return is_subject(tree[t.head]) ? 1.0 : 0.3;
    if (t.dep == "compound" || t.dep == "amod" || t.dep == "nmod") return -1.2;
    return 0.0;
}

/// *Amid talk of Maro, the leader Hoxha referred to ...*, with *Hoxha* hung on *Maro*: where the
/// main verb has no subject, the name nearest before it is taken for one.
bool is_lost_subject(const ReferenceContext& context, PhraseId k) {
    const SyntaxTree& tree = context.tree;
    const Token& token = context.sets.head(k);
    if (token.dep != "appos" || context.sets.at(token.head) == kNoPhrase) return false;
    if (context.sets.same(context.sets.at(token.head), k)) return false;
    TokenIndex t = context.sets[k].phrase.head;
    for (int steps = 0; steps < 8 && !tree.is_root(t); ++steps) t = tree.head(t);
    return tree.is_root(t) && t > context.sets[k].phrase.head && context.arguments.is_verb(t) &&
           !tree.has_child(t, "nsubj") && !tree.has_child(t, "nsubjpass");
}

constexpr double kSharedObject = 3.5;
constexpr double kOwnWords = 2.0;
constexpr double kFirstOfPair = 3.0;
constexpr double kOwnClause = 1.1;
constexpr double kToldOf = 1.5;  // who is written to

double distance_weight(std::uint32_t sentences) {
    switch (sentences) {
        case 0:
            return 0.0;
        case 1:
            return -0.9;
        case 2:
            return -1.7;
        default:
            return -1.7 - 0.5 * (sentences - 2);
    }
}

/// *complained that the tariffs hurt its makers*: subjects of the clauses that the anaphor stands
/// in, the nearest first.
double governing_subject_weight(const ReferenceContext& context, TokenIndex candidate,
                                TokenIndex anaphor) {
    const SyntaxTree& tree = context.tree;
    double weight = 1.2;
    TokenIndex t = anaphor;
    for (int steps = 0; steps < 16 && !tree.is_root(t); ++steps) {
        t = tree.head(t);
        if (!context.arguments.is_verb(t)) continue;
        for (const TokenIndex c : tree.children(t)) {
            if (c > t) break;
            if (!is_subject(tree[c]) || c == anaphor) continue;
            if (c == candidate) return weight;
            weight -= 0.4;
        }
        // *the minister, criticising his colleagues*: a clause without a subject of its own
        if (tree[t].dep == "acl" && tree.head(t) == candidate) return weight;
        if (weight <= 0) break;
    }
    return 0.0;
}

/// *said that Maro had left his house*: what is owned is rather the subject's of its own clause
/// than that of a clause above; *Maro and his wife*: it is the first one's.
double owner_weight(const ReferenceContext& context, PhraseId candidate, PhraseId anaphor) {
    const SyntaxTree& tree = context.tree;
    const ActorSets& sets = context.sets;
    const Token& owner = sets.head(anaphor);
    if (owner.dep != "poss" || !sets.is_actor(candidate)) return 0;
    const Token& from = sets.head(candidate);
    if (owner.lower == "their" && !sets.traits(candidate).plural) return 0;
    if (tree[owner.head].dep == "conj" && tree[owner.head].head == sets[candidate].phrase.head) {
        // *fooled a judge, a clerk and her own lawyer*: not the judge's.
        const std::string_view opener = tree[sets[candidate].phrase.first].lower;
        // *support for Maro and his refusal*, with the refusal hung on Maro
        const PhraseId owned = sets.at(owner.head);
        const bool somebody = owned != kNoPhrase && sets.is_actor(owned);
        return opener == "a" || opener == "an" || !somebody ? 0.0 : kFirstOfPair;
    }
    const bool relative = from.tag == "WP" || from.tag == "WDT";
    if (!is_subject(from) || relative || tree[owner.head].dep == "conj") return 0;
    TokenIndex t = owner.head;
    for (int steps = 0; steps < 8 && !tree.is_root(t) && !context.arguments.is_verb(t); ++steps) {
        t = tree.head(t);
    }
    // *villagers said that troops had burned their mosque*
    const bool others = tree[owner.head].dep == "dobj" && one_of(tree[t].lemma, kDoneToOthers);
    return from.head == t && !others ? kOwnClause : 0;
}

/// *Maro's statement that a shot went off when he fell*: whose words they are is spoken of in them.
double own_words_weight(const SyntaxTree& tree, TokenIndex candidate, TokenIndex anaphor) {
    if (tree[candidate].dep != "poss") return 0;
    const TokenIndex words = tree.head(candidate);
    TokenIndex t = anaphor;
    for (int steps = 0; steps < 16 && !tree.is_root(t); ++steps) {
        const bool content = tree[t].dep == "acl" || tree[t].dep == "ccomp";
        t = tree.head(t);
        if (t == words) return content ? kOwnWords : 0;
    }
    return 0;
}

/// *said in a letter to the companies that their service was poor*: what is written to somebody is
/// mostly about him.
double addressee_weight(const SyntaxTree& tree, TokenIndex candidate, TokenIndex anaphor) {
    static constexpr std::array<std::string_view, 12> kWritten{
        "letter",  "note",  "email", "e-mail", "memo",    "memorandum",
        "message", "tweet", "reply", "notice", "warning", "petition"};
    const Token& t = tree[candidate];
    if (t.dep != "pobj" || tree[t.head].lower != "to" || tree.is_root(t.head)) return 0;
    if (!one_of(tree[tree.head(t.head)].lemma, kWritten)) return 0;
    TokenIndex at = anaphor;
    for (int steps = 0; steps < 8 && !tree.is_root(at); ++steps) {
        const bool content = tree[at].dep == "ccomp" || tree[at].dep == "acl";
        at = tree.head(at);
        if (content) return at < candidate ? kToldOf : 0;
    }
    return 0;
}

/// *wrote to the minister, urging him to act*: an object of a clause without a subject of its own
/// is an object of the clause above.
double shared_object_weight(const ReferenceContext& context, TokenIndex candidate,
                            TokenIndex anaphor) {
    const SyntaxTree& tree = context.tree;
    const TokenIndex clause = context.governing_verb(anaphor);
    if (clause == kNoToken || is_subject(tree[anaphor]) || tree.is_root(clause)) return 0;
    if (tree[clause].dep != "advcl" && tree[clause].dep != "xcomp") return 0;
    if (tree.has_child(clause, "nsubj") || tree.has_child(clause, "nsubjpass")) return 0;
    const TokenIndex other = context.governing_verb(candidate);
    return other == tree.head(clause) && !is_subject(tree[candidate]) ? kSharedObject : 0.0;
}

/// *her father*, *his client*: people who are brought in only through somebody else.
bool is_brought_in(const ReferenceContext& context, PhraseId k) {
    if (context.sets.traits(k).is_named || !context.sets.several(k).empty()) return false;
    for (const TokenIndex c : context.tree.children(context.sets[k].phrase.head)) {
        if (context.tree[c].dep == "poss" && context.tree[c].pos == Pos::Pron) return true;
    }
    return false;
}

/// *Ghana expelled two men and accused them*: who does it is not whom it is done to.
bool does_it(const ReferenceContext& context, PhraseId candidate, const Token& anaphor) {
    if (anaphor.dep != "dobj" && anaphor.dep != "dative") return false;
    const TokenIndex doer = context.arguments.subject(anaphor.head);
    if (doer == kNoToken || context.sets.at(doer) == kNoPhrase) return false;
    return context.sets.same(context.sets.at(doer), candidate);
}

/// *talks between him, Maro and the others*: members of one coordination are different people.
bool is_beside(const SyntaxTree& tree, TokenIndex candidate, TokenIndex anaphor) {
    const auto first_of = [&tree](TokenIndex t) {
        for (int steps = 0; steps < 8 && tree[t].dep == "conj" && !tree.is_root(t); ++steps) {
            t = tree.head(t);
        }
        return t;
    };
    if (tree[candidate].dep != "conj" && tree[anaphor].dep != "conj") return false;
    return first_of(candidate) == first_of(anaphor);
}

/// *Ghana helped them build it*, *let him go*: an object form before a bare verb, which the parser
/// may call its subject, is an object of the verb above.
bool is_made_to(const ReferenceContext& context, PhraseId candidate, PhraseId anaphor) {
    static constexpr std::array<std::string_view, 4> kObjectForms{"them", "him", "me", "us"};
    const SyntaxTree& tree = context.tree;
    const Token& token = context.sets.head(anaphor);
    if (token.dep != "nsubj" || !one_of(token.lower, kObjectForms)) return false;
    if (tree.is_root(token.head)) return false;
    const TokenIndex above = tree.head(token.head);
    if (!context.arguments.is_verb(above)) return false;
    // *paid an agent to help him flee*: the agent helps, whatever the parser says.
    const TokenIndex mark = tree.child(above, "aux");
    if (mark != kNoToken && tree[mark].lower == "to") return false;
    const TokenIndex doer = context.arguments.subject(above);
    if (doer == kNoToken || context.sets.at(doer) == kNoPhrase) return false;
    return context.sets.same(context.sets.at(doer), candidate);
}

/// *Tom Maro, his brother* and *Tom Maro is his brother*: the noun is not its own possessor.
bool is_possessed_noun(const ReferenceContext& context, PhraseId candidate, const Token& anaphor) {
    if (anaphor.dep != "poss") return false;
    const SyntaxTree& tree = context.tree;
    const Token& noun = tree[anaphor.head];
    const TokenIndex other = context.sets[candidate].phrase.head;
    if (noun.dep == "appos") return noun.head == other;
    if (noun.dep == "attr") return tree.child(noun.head, "nsubj") == other;
    return false;
}

}  // namespace

TokenIndex those_counted(const SyntaxTree& tree, TokenIndex token) {
    if (!one_of(tree[token].lower, kCounting)) return token;
    for (const TokenIndex c : tree.children(token)) {
        if (tree[c].dep != "prep" || tree[c].lower != "of") continue;
        const TokenIndex noun = tree.child(c, "pobj");
        return noun == kNoToken ? token : noun;
    }
    return token;
}

double salience(const ReferenceContext& context, PhraseId candidate, PhraseId anaphor) {
    const SyntaxTree& tree = context.tree;
    const ActorSets& sets = context.sets;
    const Token& from = sets.head(candidate);
    const Token& to = sets.head(anaphor);
    double score = distance_weight(to.sentence - from.sentence);
    score += is_lost_subject(context, candidate)
                 ? 2.0
                 : function_weight(tree, sets[candidate].phrase.head);
    // What opens its sentence is what the text speaks about.
    if (sets[candidate].phrase.first == tree.parse().sentences[from.sentence].first) score += 0.4;
    score += 0.15 * std::min(sets.count(candidate), 5U);
    if (is_subject(from) && is_subject(to)) score += 0.4;
    if (from.sentence == to.sentence) {
        score += governing_subject_weight(context, sets[candidate].phrase.head,
                                          sets[anaphor].phrase.head);
        score += own_words_weight(tree, sets[candidate].phrase.head, sets[anaphor].phrase.head);
        score += owner_weight(context, candidate, anaphor);
        score += addressee_weight(tree, sets[candidate].phrase.head, sets[anaphor].phrase.head);
        if (sets.is_actor(candidate)) {
            score += shared_object_weight(context, sets[candidate].phrase.head,
                                          sets[anaphor].phrase.head);
        }
    }
    if (is_brought_in(context, candidate)) score -= 0.8;
    const bool both_objects =
        (from.dep == "dobj" || from.dep == "dative") && (to.dep == "dobj" || to.dep == "dative");
    if (both_objects) score += 0.4;
    if (context.in_title(candidate) && !context.in_title(anaphor)) score -= 1.0;
    // What somebody says is a discourse of its own.
    if (context.spoken_at[candidate] != context.spoken_at[anaphor]) score -= 0.7;
    const TokenIndex tokens = sets[anaphor].phrase.head - sets[candidate].phrase.head;
    return score - 0.01 * std::min<TokenIndex>(tokens, 100);
}

bool is_bound_apart(const ReferenceContext& context, PhraseId candidate, PhraseId anaphor) {
    const ActorSets& sets = context.sets;
    const Token& token = sets.head(anaphor);
    const Token& other = sets.head(candidate);
    const bool argument = token.dep != "poss" && token.dep != "relcl" && token.dep != "conj";
    if (argument && other.head == token.head && sets[candidate].phrase.head != token.head) {
        return true;
    }
    if (does_it(context, candidate, token)) return true;
    if (is_beside(context.tree, sets[candidate].phrase.head, sets[anaphor].phrase.head))
        return true;
    if (is_made_to(context, candidate, anaphor)) return true;
    if (is_possessed_noun(context, candidate, token)) return true;
    // *three nurses held by them*
    const TokenIndex clause = context.governing_verb(sets[anaphor].phrase.head);
    if (clause != kNoToken && context.tree[clause].dep == "acl" && argument &&
        context.tree.head(clause) == sets[candidate].phrase.head) {
        return true;
    }
    if (token.dep == "pobj" && is_subject(other)) {
        // *Kenya met with it*; but *she took the children with her*
        const TokenIndex verb = context.governing_verb(sets[anaphor].phrase.head);
        const bool with_object = verb != kNoToken && context.tree.has_child(verb, "dobj");
        if (verb != kNoToken && verb == other.head && !with_object) return true;
    }
    const std::int32_t quote = context.spoken_at[anaphor];
    if (quote < 0) {
        // *"Rama lied," he said*: the speaker is not named in his own words.
        const std::int32_t inside = context.spoken_at[candidate];
        return inside >= 0 && context.speaker(inside) == anaphor;
    }
    const PhraseId speaker = context.speaker(quote);
    return speaker != kNoPhrase && sets.same(speaker, candidate);
}

}  // namespace tidings::mention
