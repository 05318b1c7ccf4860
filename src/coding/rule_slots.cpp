// What stands in a rule's slots: subject, object, prepositions, the verb that carries or tells of
// an event noun, who speaks and to whom.
#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/clause_forms.hpp"
#include "coding/quotations.hpp"
#include "coding/rule_matcher.hpp"

namespace tidings::coding {

namespace {

/// What somebody is given in a passive of whom it is given to: *was promised a loan by Norway*.
TokenIndex given_thing(const SyntaxTree& tree, TokenIndex verb) {
    constexpr std::array<std::string_view, 24> kGiving{
        "give",  "grant", "offer",  "promise",   "send",   "deny",   "refuse",  "award",
        "hand",  "lend",  "pay",    "guarantee", "pledge", "accord", "afford",  "allow",
        "allot", "cede",  "extend", "issue",     "loan",   "sell",   "provide", "serve"};
    if (!one_of(tree[verb].lemma, kGiving) || !tree.has_child(verb, "nsubjpass")) return kNoToken;
    return tree.child(verb, "dobj");
}

/// What stands behind *by* on a word; kNoToken if there is nothing.
TokenIndex behind_by(const SyntaxTree& tree, TokenIndex word) {
    for (const TokenIndex c : tree.children(word)) {
        const bool agent = tree[c].dep == "prep" || tree[c].dep == "agent";
        if (agent && tree[c].lower == "by") return tree.child(c, "pobj");
    }
    return kNoToken;
}

/// *was threatened with sanctions by Norway*, *was asked for a loan by Norway*: the parser
/// hangs the agent on what stands between.
TokenIndex agent_behind(const SyntaxTree& tree, TokenIndex verb) {
    if (!tree.has_child(verb, "nsubjpass")) return kNoToken;
    for (const TokenIndex c : tree.children(verb)) {
        TokenIndex between = kNoToken;
        if (tree[c].dep == "dobj") between = c;
        if (tree[c].dep == "prep" &&
            (tree[c].lower == "with" || tree[c].lower == "of" || tree[c].lower == "for")) {
            between = tree.child(c, "pobj");
        }
        if (tree[c].dep == "xcomp" && !tree.has_child(c, "auxpass")) {
            if (const TokenIndex by = behind_by(tree, c); by != kNoToken) return by;
            between = tree.child(c, "dobj");
        }
        if (between == kNoToken) continue;
        if (const TokenIndex by = behind_by(tree, between); by != kNoToken) return by;
    }
    return kNoToken;
}

/// Before where somebody is.
constexpr std::array<std::string_view, 7> kPlacing{"in",     "at",     "near",      "outside",
                                                   "inside", "across", "throughout"};
/// What stands behind an event noun's agent and belongs to the noun: *calls by bishops **for**
/// talks*.
constexpr std::array<std::string_view, 4> kOfNoun{"of", "for", "to", "with"};
constexpr std::array<std::string_view, 9> kPlaceNouns{
    "state", "country", "city", "town", "nation", "region", "county", "world", "area"};
constexpr std::array<std::string_view, 14> kMedia{
    "twitter", "facebook", "instagram", "youtube", "tiktok",   "telegram", "whatsapp",
    "weibo",   "reddit",   "snapchat",  "air",     "linkedin", "truth",    "parler"};

/// The clause above or at a predicate that describes a noun; kNoToken if there is none.
TokenIndex describing_clause(const SyntaxTree& tree, TokenIndex predicate, TokenIndex noun) {
    TokenIndex clause = predicate;
    for (int steps = 0; steps < 4 && tree.head(clause) != noun; ++steps) {
        if (tree.is_root(clause)) return kNoToken;
        clause = tree.head(clause);
    }
    return tree.head(clause) == noun ? clause : kNoToken;
}

}  // namespace

bool is_medium(const Token& noun) {
    return one_of(noun.lower, kMedia);
}

/// *launched a wave of raids*: the noun through which the verb is told of the raids.
TokenIndex RuleMatcher::whole_of(TokenIndex noun) const {
    TokenIndex whole = noun;
    for (int steps = 0; steps < 3 && tree_[whole].dep == "pobj"; ++steps) {
        const TokenIndex preposition = tree_.head(whole);
        const TokenIndex above = tree_.head(preposition);
        if (tree_[preposition].lower != "of") break;
        if (!in_class(above, "transparent") && !in_class(above, "stretch")) break;
        whole = above;
    }
    return whole;
}

TokenIndex RuleMatcher::carrier(TokenIndex noun) const {
    const TokenIndex verb = arguments_.light_verb(whole_of(noun));
    if (verb == kNoToken) return kNoToken;
    // *voiced alarm over the raid*: the verb carries its object, not what that is about.
    const TokenIndex voiced = tree_.child(verb, "dobj");
    if (tree_[noun].dep == "pobj" && voiced != kNoToken && in_class(voiced, "feeling")) {
        return kNoToken;
    }
    return is_light(verb) ? verb : kNoToken;
}

/// A verb that only carries an event noun, alone or with its particle (*carried out*).
bool RuleMatcher::is_light(TokenIndex verb) const {
    if (in_class(verb, "light")) return true;
    ClassId id = 0;
    if (!lexicon_.classes.find("light", id)) return false;
    const auto below = tree_.children(verb);
    return std::any_of(below.begin(), below.end(), [&](TokenIndex c) {
        const std::string_view dep = tree_[c].dep;
        return (dep == "prt" || dep == "prep" || dep == "dobj") &&
               lexicon_.classes.contains(id, lemma(verb) + " " + std::string(tree_[c].lower));
    });
}

TokenIndex RuleMatcher::carrying_clause(TokenIndex noun) const {
    const TokenIndex whole = whole_of(noun);
    for (const TokenIndex told : {noun, whole}) {
        for (const TokenIndex c : tree_.children(told)) {
            const bool participle = tree_[c].dep == "acl" && tree_[c].tag == "VBN";
            if (c < told || (!participle && tree_[c].dep != "relcl")) continue;
            // *a strike called by the unions*, but *a strike that he called illegal*
            const bool called = tree_[c].lemma == "call" && !tree_.has_child(c, "oprd") &&
                                !tree_.has_child(c, "acomp") && !tree_.has_child(c, "prt");
            if ((called || is_light(c)) && arguments_.object(c) == told) return c;
        }
    }
    return kNoToken;
}

/// What stands behind any of the prepositions (*to|toward*) that hang on `token`.
std::vector<TokenIndex> RuleMatcher::behind_prepositions(TokenIndex token,
                                                         std::string_view prepositions) const {
    std::vector<TokenIndex> found;
    for (const std::string_view word : split(prepositions, '|')) {
        const auto objects = arguments_.prepositional(token, word);
        std::copy_if(objects.begin(), objects.end(), std::back_inserter(found), [&](TokenIndex t) {
            // *sparked by the killing of a student*
            if (t == token && word == "by") return false;
            return word != "on" || tree_[token].lemma != "attack" || !is_medium(tree_[t]);
        });
    }
    if (!found.empty() || !arguments_.is_nominal(token)) return found;
    // *calls by bishops for talks*: the parser hangs the phrase on the agent.
    for (const TokenIndex agent : arguments_.prepositional(token, "by")) {
        if (tree_.head(tree_.head(agent)) != token) continue;
        for (const std::string_view word : split(prepositions, '|')) {
            if (!one_of(word, kOfNoun)) continue;  // *a strike by dockers at the port*
            const auto objects = arguments_.prepositional(agent, word);
            found.insert(found.end(), objects.begin(), objects.end());
        }
    }
    return found;
}

TokenIndex RuleMatcher::occurrence(TokenIndex noun) const {
    TokenIndex first = whole_of(noun);
    for (int steps = 0; steps < 3 && tree_[first].dep == "conj"; ++steps) first = tree_.head(first);
    const TokenIndex verb = tree_.head(first);
    if (tree_[first].dep != "nsubj" || !arguments_.is_verb(verb)) return kNoToken;
    return in_class(verb, "occurring") ? verb : kNoToken;
}

/// *Rwandan shelling of the town*, *the town's shelling by Rwanda*: who does what a verbal noun
/// says.
TokenIndex RuleMatcher::owner_before(TokenIndex noun) const {
    for (const TokenIndex by : arguments_.prepositional(noun, "by")) return by;
    if (const TokenIndex owner = arguments_.possessor(noun); owner != kNoToken) return owner;
    for (const TokenIndex before : arguments_.modifiers(noun)) {
        if (sides_.direct(before) != Mentions::kNoMention) return before;
    }
    return kNoToken;
}

bool RuleMatcher::may_act(TokenIndex token) const {
    return arguments_.is_nominal(token) &&
           (sides_.direct(token) != Mentions::kNoMention || in_class(token, "human"));
}

/// *voters in the state who suspect him*: *who* are people, not the place.
TokenIndex RuleMatcher::people_of_place(TokenIndex predicate, TokenIndex subject) const {
    const TokenIndex clause = describing_clause(tree_, predicate, subject);
    if (clause == kNoToken || tree_[clause].dep != "relcl") return kNoToken;
    const TokenIndex who = tree_.child(clause, "nsubj");
    if (who == kNoToken || tree_[who].lower != "who" || tree_[subject].dep != "pobj") {
        return kNoToken;
    }
    const TokenIndex preposition = tree_.head(subject);
    const bool place = one_of(tree_[subject].lemma, kPlaceNouns) ||
                       place_at(tree_, sides_.mentions(), subject) != nullptr;
    if (!place || !one_of(tree_[preposition].lower, kPlacing)) return kNoToken;
    const TokenIndex people = tree_.head(preposition);
    return may_act(people) ? people : kNoToken;
}

TokenIndex RuleMatcher::doer_meant(TokenIndex predicate, TokenIndex subject) const {
    if (subject == kNoToken || !arguments_.is_nominal(subject)) return subject;
    const MentionIndex known = sides_.direct(subject);
    if (const TokenIndex people = people_of_place(predicate, subject); people != kNoToken) {
        return people;
    }
    if (known != Mentions::kNoMention) {
        // *the Harbour League, a group that has praised Peru*: the name tells more.
        const TokenIndex named = tree_.head(subject);
        const bool apposed = tree_[subject].dep == "appos" && tree_[named].pos == Pos::Propn;
        const Actor& actor = sides_.actor(known);
        const bool vague = actor.country.empty() && actor.sectors.empty();
        return apposed && vague && sides_.direct(named) != Mentions::kNoMention ? named : subject;
    }
    const TokenIndex clause = describing_clause(tree_, predicate, subject);
    if (clause == kNoToken || may_act(subject)) return subject;
    if (tree_[clause].dep == "relcl") {
        // *praised talks with the rebels, who have refused*: whoever stands before *who*.
        const TokenIndex who = tree_.child(clause, "nsubj");
        if (who == kNoToken || who < 2 || tree_[who].lower != "who") return subject;
        const TokenIndex nearest = tree_[who - 1].lower == "," ? who - 2 : who - 1;
        return tree_.is_under(nearest, subject) && may_act(nearest) ? nearest : subject;
    }
    if (tree_[clause].dep == "acl" && tree_[subject].dep == "pobj") {
        // *a man at a rally punching a guard*
        const TokenIndex preposition = tree_.head(subject);
        const TokenIndex whole = tree_.head(preposition);
        if (may_act(whole)) return whole;
        // *footage of a man at a rally punching a guard*: hung on the verb.
        const bool place = one_of(tree_[preposition].lower, kPlacing) && preposition > 0;
        return place && may_act(preposition - 1) ? preposition - 1 : subject;
    }
    return subject;
}

/// *was shot at close range by rebels*, *were beaten in the streets of Lima by soldiers*: somebody
/// who may act, behind *by* on what tells where or how; not on an act of its own (*in a raid by*).
TokenIndex RuleMatcher::far_agent(TokenIndex verb) const {
    if (!arguments_.is_passive(verb)) return kNoToken;
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "prep" || c < verb) continue;
        TokenIndex noun = tree_.child(c, "pobj");
        while (noun != kNoToken && !is_event_noun(noun)) {
            const TokenIndex by = behind_by(tree_, noun);
            if (by != kNoToken && may_act(by)) return by;
            const TokenIndex of = tree_.child(noun, "prep");
            noun = of == kNoToken ? kNoToken : tree_.child(of, "pobj");
        }
    }
    return kNoToken;
}

std::vector<TokenIndex> RuleMatcher::slot(TokenIndex predicate, PredicatePos pos, const Slot& slot,
                                          const std::vector<TokenIndex>& words) const {
    const auto single = [](TokenIndex token) {
        return token == kNoToken ? std::vector<TokenIndex>{} : std::vector<TokenIndex>{token};
    };
    switch (slot.kind) {
        case SlotKind::Subject:
            if (pos == PredicatePos::Verb) {
                TokenIndex subject = arguments_.subject(predicate);
                if (is_verbal_noun(tree_, predicate)) subject = owner_before(predicate);
                if (subject == kNoToken) subject = agent_behind(tree_, predicate);
                if (subject == kNoToken) return single(far_agent(predicate));
                return single(doer_meant(predicate, subject));
            }
            if (pos == PredicatePos::Adjective) {
                const TokenIndex verb = tree_.head(predicate);
                if (tree_[predicate].dep == "amod") return single(verb);
                return single(verb == predicate ? tree_.child(predicate, "nsubj")
                                                : arguments_.subject(verb));
            }
            return noun_subject(predicate);
        case SlotKind::Object: {
            if (pos == PredicatePos::Verb && is_verbal_noun(tree_, predicate)) {
                return arguments_.prepositional(predicate, "of");
            }
            TokenIndex object = given_thing(tree_, predicate);
            if (object == kNoToken) object = arguments_.object(predicate);
            for (const TokenIndex word : words) {
                if (object != kNoToken) break;
                // *handed in their rifles*: the particle is taken for a preposition.
                const std::string_view dep = tree_[word].dep;
                if (dep == "prep" || dep == "prt") object = tree_.child(word, "pobj");
                // *failed to renew the embargo*
                if (dep == "xcomp" && arguments_.is_verb(word)) object = arguments_.object(word);
                // *declared the consul persona non grata*: read as a clause of its own.
                if (dep != "ccomp") continue;
                const TokenIndex called = tree_.child(word, "nsubj");
                // *let's go* lets nobody go.
                constexpr std::array<std::string_view, 3> kUs{"us", "'s", "\xE2\x80\x99s"};
                if (called != kNoToken && !one_of(tree_[called].lower, kUs)) object = called;
            }
            if (object == kNoToken && pos == PredicatePos::Verb) {
                object = verbal_object(tree_, predicate);
                if (object == kNoToken) object = object_behind_adjective(tree_, predicate);
            }
            return single(object);
        }
        case SlotKind::Particle: {
            std::vector<TokenIndex> found;
            if (pos == PredicatePos::Adjective) {
                // *is not honest*: the negation hangs on the copula.
                const TokenIndex negation = tree_.child(tree_.head(predicate), "neg");
                if (negation != kNoToken) found.push_back(negation);
                for (const TokenIndex c : tree_.children(tree_.head(predicate))) {
                    if (tree_[c].lower == "longer") found.push_back(c);  // *is no longer welcome*
                }
            }
            for (const TokenIndex c : tree_.children(predicate)) {
                if (pos == PredicatePos::Noun && tree_[c].lower == "no") found.push_back(c);
                const std::string_view dep = tree_[c].dep;
                if (dep == "prt" || dep == "advmod" || dep == "acomp" || dep == "neg") {
                    found.push_back(c);
                }
                // *cleared mines together near Goma*: the parser hangs it on *near*.
                if (dep != "prep" || c < predicate) continue;
                const TokenIndex adverb = tree_.child(c, "advmod");
                if (adverb != kNoToken && tree_[adverb].lower == "together") {
                    found.push_back(adverb);
                }
            }
            return found;
        }
        case SlotKind::Modifier:
            return arguments_.modifiers(predicate);
        case SlotKind::Possessor: {
            const TokenIndex owner = arguments_.possessor(predicate);
            const bool national = owner == kNoToken && pos == PredicatePos::Noun;
            return single(national ? national_owner(predicate) : owner);
        }
        case SlotKind::Light: {
            const TokenIndex verb = arguments_.light_verb(whole_of(predicate));
            auto found = single(verb != kNoToken ? verb : occurrence(predicate));
            if (pos == PredicatePos::Noun) {
                const TokenIndex clause = carrying_clause(predicate);
                if (clause != kNoToken) found.push_back(clause);
            }
            return found;
        }
        case SlotKind::Speaker:
            // *accused Chad of stealing*: the verb has said what is charged.
            if (tree_[predicate].dep == "pcomp") return {};
            return single(speaker_of(tree_, sides_.mentions(), predicate));
        case SlotKind::Addressee: {
            const TokenIndex verb = telling_verb(tree_, sides_.mentions(), predicate);
            // *according to the minister* names the speaker.
            if (verb == kNoToken || tree_[verb].lower == "according") return {};
            auto found = arguments_.prepositional(verb, "to");
            // *told Kenya that*; what *called*, *said* have as object is no addressee.
            const TokenIndex told = in_class(verb, "telling") ? arguments_.object(verb) : kNoToken;
            if (told != kNoToken) found.insert(found.begin(), told);
            return found;
        }
        case SlotKind::Topic: {
            const TokenIndex verb = telling_verb(tree_, sides_.mentions(), predicate);
            return verb == kNoToken ? std::vector<TokenIndex>{}
                                    : arguments_.prepositional(verb, "of");
        }
        case SlotKind::Modal: {
            std::vector<TokenIndex> found;
            for (const TokenIndex c : tree_.children(predicate)) {
                if (tree_[c].dep == "aux" && tree_[c].tag == "MD") found.push_back(c);
            }
            return found;
        }
        case SlotKind::Verb:
            return single(occurrence(predicate));
        case SlotKind::Copula: {
            const TokenIndex verb = tree_.head(predicate);
            const bool complement = tree_[predicate].dep == "attr" && tree_[verb].lemma == "be";
            return single(complement ? arguments_.subject(verb) : kNoToken);
        }
        case SlotKind::Complement: {
            auto found = arguments_.complements(predicate);
            // *what Chad called theft*, as the parse has it after mending (free_relatives)
            if (tree_[predicate].dep == "parataxis" && tree_.head(predicate) > predicate) {
                found.push_back(tree_.head(predicate));
            }
            const TokenIndex verbal = verbal_object(tree_, predicate);
            if (verbal != kNoToken) {
                const TokenIndex called = tree_.child(verbal, "dobj");
                if (called != kNoToken) found.push_back(called);
            }
            // *described it as credible*, read as a clause of its own.
            for (const TokenIndex c : tree_.children(predicate)) {
                const bool as = c > predicate + 1 && tree_[c - 1].lower == "as";
                if (as && tree_[c].pos == Pos::Adj && tree_[c].dep == "advcl") found.push_back(c);
            }
            // *called the move a courageous step*: what the thing is called by its adjectives.
            for (std::size_t i = 0, nouns = found.size(); i < nouns; ++i) {
                if (tree_[found[i]].pos != Pos::Noun) continue;
                for (const TokenIndex m : arguments_.modifiers(found[i])) {
                    if (tree_[m].pos == Pos::Adj) found.push_back(m);
                }
            }
            // *called the blockade cruel*: an adjective behind the object.
            const TokenIndex object = arguments_.object(predicate);
            if (object != kNoToken && object > predicate) {
                for (const TokenIndex c : tree_.children(object)) {
                    if (tree_[c].dep == "amod" && c > object) found.push_back(c);
                }
            }
            return found;
        }
        case SlotKind::Preposition: {
            const auto wanted = split(slot.preposition, '|');
            // *monitors were given access to the jail*: to the monitors
            if (std::find(wanted.begin(), wanted.end(), "to") != wanted.end() &&
                pos == PredicatePos::Verb && given_thing(tree_, predicate) != kNoToken) {
                return single(tree_.child(predicate, "nsubjpass"));
            }
            auto found = behind_prepositions(predicate, slot.preposition);
            if (!found.empty()) return found;
            if (pos == PredicatePos::Noun) return behind_noun(predicate, slot);
            if (pos != PredicatePos::Verb) return found;
            // *stayed away **from** work*, *were banned from travelling **to** it*, *voted in
            // favour **of** it*: behind the words that go with the verb.
            for (const TokenIndex word : words) {
                const bool noun = tree_[word].pos == Pos::Noun && tree_[word].dep != "pobj";
                if (noun && tree_[predicate].pos != Pos::Aux) continue;
                found = behind_prepositions(word, slot.preposition);
                if (!found.empty()) return found;
            }
            // *moved two companies up **to** the border*, *built it together **with** Niger*
            for (const TokenIndex c : tree_.children(predicate)) {
                if (in_class(c, "direction")) found = behind_prepositions(c, slot.preposition);
                if (!found.empty()) return found;
            }
            return found;
        }
        default:
            return {};
    }
}

/// *The World Bank lent Kenya a million*: a rule that leaves out what banks do does not mean the
/// organisation that bears the word in its name.
bool RuleMatcher::is_of_namesake(const Condition& condition, TokenIndex predicate,
                                 PredicatePos pos) const {
    const SlotKind kind = condition.slot.kind;
    if (kind != SlotKind::Subject && kind != SlotKind::Modifier) return false;
    if (condition.mode != ConditionMode::Is) return false;
    bool named = false;
    for (const TokenIndex t : slot(predicate, pos, condition.slot)) {
        for (const Atom& atom : condition.alternatives) {
            if (!atom_holds(atom, t, predicate)) continue;
            if (atom.kind != AtomKind::Lemma || tree_[t].pos != Pos::Propn) return false;
            const MentionIndex body = sides_.direct(t);
            if (body == Mentions::kNoMention) return false;
            const auto& sectors = sides_.actor(body).sectors;
            if (sectors.empty() || sectors.front() != "IGO") return false;
            named = true;
        }
    }
    return named;
}

}  // namespace tidings::coding
