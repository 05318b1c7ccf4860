#include "coding/thought.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "coding/aims.hpp"
#include "coding/implied_sides.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxClauseSteps = 6;  // words up from a predicate

/// *It is the council that makes peace*: with a verb in the present, whose business it is.
bool is_cleft(const SyntaxTree& tree, TokenIndex verb) {
    if (tree[verb].dep != "relcl" && tree[verb].dep != "ccomp" && tree[verb].dep != "advcl") {
        return false;
    }
    TokenIndex above = tree.head(verb);
    if (tree[above].dep == "attr") above = tree.head(above);
    const TokenIndex subject = tree.child(above, "nsubj");
    const bool is = tree[above].lemma == "be" && tree[above].tag == "VBZ";
    const auto words = tree.children(verb);
    const bool that = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree[c].lower == "that" || tree[c].lower == "who";
    });
    return is && that && subject != kNoToken && tree[subject].lower == "it";
}

/// *When settlers come, they burn the fields*: as often as they come.
bool has_when(const SyntaxTree& tree, TokenIndex verb) {
    if (tree.has_child(verb, "aux")) return false;
    const auto clauses = tree.children(verb);
    return std::any_of(clauses.begin(), clauses.end(), [&](TokenIndex clause) {
        if (tree[clause].dep != "advcl" || tree.has_child(clause, "aux")) return false;
        if (tree[clause].tag != "VBZ" && tree[clause].tag != "VBP") return false;
        const auto words = tree.children(clause);
        return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
            return tree[c].lower == "when" || tree[c].lower == "whenever";
        });
    });
}

/// *symbolically attack property*: an image for something else.
bool is_figurative(const SyntaxTree& tree, const Reading& reading) {
    const auto words = tree.children(reading.predicate);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view word = tree[c].lower;
        return tree[c].dep == "advmod" && (word == "symbolically" || word == "metaphorically" ||
                                           word == "figuratively" || word == "proverbially");
    });
}

/// *Black voters back her*, *the people who support the plan*: what a part of the public thinks,
/// as told of in polls and counts of votes, is no act.
bool is_opinion(const SyntaxTree& tree, const Mentions& mentions, const NounClasses& classes,
                const Reading& reading) {
    if (reading.coding.type != "SUPPORT" || reading.sources.empty()) return false;
    ClassId publics = 0;
    ClassId gathering = 0;
    if (!classes.find("public", publics)) return false;
    // *marched in solidarity with Chad*: shown in the street.
    const bool known = classes.find("gathering", gathering);
    if (known && classes.contains(gathering, tree[reading.predicate].lemma)) return false;
    return std::all_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex s) {
        const ActorMention& mention = mentions.mentions[s];
        const Token& head = tree[mention.head];
        if (head.tag == "WP" || head.tag == "WDT" || head.tag == "PRP") {
            std::string last = utf8::lower(mentions.actors[mention.actor].name);
            last.erase(0, last.rfind(' ') + 1);
            return last.ends_with('s') ? classes.contains(publics, last.substr(0, last.size() - 1))
                                       : classes.contains(publics, last);
        }
        return head.pos == Pos::Noun && classes.contains(publics, head.lemma);
    });
}

/// *was treated and released*: from hospital.
bool is_discharge(const SyntaxTree& tree, const Reading& reading) {
    if (reading.coding.mode != "release" || tree[reading.predicate].dep != "conj") return false;
    const std::string_view before = tree[tree.head(reading.predicate)].lemma;
    return before == "treat" || before == "hospitalize" || before == "hospitalise" ||
           before == "examine" || before == "evaluate" || before == "stitch";
}

/// *people who were sentenced to life*, *anyone who was arrested*: a kind of people, not some.
bool is_of_a_kind(const SyntaxTree& tree, const Reading& reading) {
    const std::string_view type = reading.coding.type;
    if (type != "COERCE" && type != "SANCTION") return false;
    const TokenIndex act = reading.predicate;
    if (tree[act].dep != "relcl" || !reading.sources.empty()) return false;
    const TokenIndex kind = tree.head(act);
    const std::string_view word = tree[kind].lower;
    if (word == "anyone" || word == "anybody" || word == "those" || word == "someone") return true;
    if (word != "people" && word != "persons" && word != "men" && word != "women") return false;
    return !tree.has_child(kind, "det") && !tree.has_child(kind, "nummod") &&
           !tree.has_child(kind, "amod");
}

/// *When Kenya taxes imports, prices rise*: what happens whenever, and not once.
bool is_general(const SyntaxTree& tree, const Reading& reading) {
    TokenIndex at = reading.predicate;
    for (int steps = 0; steps < 3 && tree[at].pos != Pos::Verb && !tree.is_root(at); ++steps) {
        at = tree.head(at);
    }
    const auto is_present = [&](TokenIndex t) {
        return tree[t].tag == "VBZ" || tree[t].tag == "VBP";
    };
    const TokenIndex main = tree.head(at);
    // *at times when leaders meet*
    const std::string_view noun = tree[main].lemma;
    const bool recurs =
        tree[main].tag == "NNS" && (noun == "time" || noun == "moment" || noun == "occasion");
    if (tree[at].dep == "relcl" && recurs && is_present(at)) return true;
    const auto helpers = tree.children(main);
    // *the duty is paid*: a passive is as present as its helping verb.
    const bool general =
        is_present(main) || std::any_of(helpers.begin(), helpers.end(), [&](auto c) {
            return tree[c].dep == "auxpass" && is_present(c);
        });
    if (is_cleft(tree, at) && is_present(at)) return true;
    if (is_present(at) && has_when(tree, at)) return true;
    if (!general || tree.has_child(main, "aux")) return false;
    // *Taxing imports raises prices*
    if (tree[at].dep == "csubj" && tree[at].tag == "VBG") return true;
    if (tree[at].dep != "advcl" || !is_present(at)) return false;
    const auto words = tree.children(at);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree[c].lower == "when" || tree[c].lower == "whenever" || tree[c].lower == "if";
    });
}

/// *In the film, a spy kidnaps a minister*; *the novel tells of a king who invades his neighbours*.
bool is_fiction(const SyntaxTree& tree, const NounClasses& classes, const Reading& reading) {
    ClassId fiction = 0;
    if (!classes.find("fiction", fiction)) return false;
    TokenIndex at = reading.predicate;
    for (int steps = 0; steps < kMaxClauseSteps; ++steps) {
        for (const TokenIndex c : tree.children(at)) {
            TokenIndex work = kNoToken;
            if (tree[c].dep == "nsubj" && at != reading.predicate) work = c;
            if (tree[c].dep == "prep" && tree[c].lower == "in") work = tree.child(c, "pobj");
            if (work != kNoToken && classes.contains(fiction, tree[work].lemma)) return true;
        }
        if (tree.is_root(at)) return false;
        at = tree.head(at);
    }
    return false;
}

/// One whom the text makes known: no phrase of no kind of actor, not *I* or *you*, and people of no
/// known country only where they are pointed at or counted (*the gunmen*, *two prisoners*).
bool is_particular(const SyntaxTree& tree, const Mentions& mentions, MentionIndex side) {
    const ActorMention& mention = mentions.mentions[side];
    const Actor& actor = mentions.actors[mention.actor];
    const Token& head = tree[mention.head];
    const std::string_view word = head.lower;
    const bool speaker = word == "i" || word == "me" || word == "we" || word == "us" ||
                         word == "you" || word == "my" || word == "our";
    const auto words = tree.children(mention.head);
    const bool pointed =
        is_definite(tree, mention.head) ||
        std::any_of(
            words.begin(), words.end(), [&](TokenIndex c) {  // *two men*, *Kurdish villages*
                return tree[c].dep == "nummod" ||
                       (tree[c].dep == "amod" && mentions.mention_at[c] != Mentions::kNoMention);
            });
    return (!actor.weak || pointed) && !speaker &&
           (!actor.country.empty() || head.pos == Pos::Propn || pointed);
}

/// Who would do it and to whom, as far as the sentence tells.
struct Parties {
    bool doer = false;
    bool target = false;
};

Parties parties_of(const SyntaxTree& tree, const Mentions& mentions, const Reading& reading) {
    const auto any = [&](const std::vector<MentionIndex>& sides) {
        return std::any_of(sides.begin(), sides.end(),
                           [&](MentionIndex s) { return is_particular(tree, mentions, s); });
    };
    // What the discourse adds must stand in the same sentence.
    const auto is_near = [&](const std::vector<MentionIndex>& sides) {
        return !sides.empty() && tree[mentions.mentions[sides.front()].head].sentence ==
                                     tree[reading.predicate].sentence;
    };
    const bool paired = reading.is_paired();
    const bool doer = any(reading.sources) && (!reading.implied_source || is_near(reading.sources));
    const bool target =
        any(reading.targets) && (!reading.implied_target || is_near(reading.targets));
    return {doer, paired ? doer : target};
}

/// *attack Kandahar airport*: what is named is known, though it is nobody.
bool has_named_object(const SyntaxTree& tree, const Mentions& mentions, TokenIndex act) {
    for (const char* dep : {"dobj", "nsubjpass"}) {
        const TokenIndex object = tree.child(act, dep);
        if (object == kNoToken) continue;
        if (tree[object].pos == Pos::Propn) return true;
        const auto words = tree.children(object);
        return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
            const bool before = tree[c].dep == "compound" || tree[c].dep == "poss";
            return (tree[c].pos == Pos::Propn && before) ||
                   (tree[c].dep == "amod" && (mentions.mention_at[c] != Mentions::kNoMention ||
                                              mentions.weak_at[c] != Mentions::kNoMention));
        });
    }
    return false;
}

bool is_material_harm(const Reading& reading) {
    return reading.coding.type == "ASSAULT" || reading.coding.type == "COERCE";
}

bool is_speech(const Reading& reading) {
    return needs_source(reading.coding.type) && reading.coding.type != "CONSULT";
}

/// *must fight*, *has to leave*: but *should they attack* is a condition.
bool is_duty(const SyntaxTree& tree, TokenIndex act) {
    TokenIndex verb = act;  // *must act and fight*, *must be ready*
    if (tree[act].dep == "conj" && tree[act].tag == "VB") verb = tree[act].head;
    if (tree[act].dep == "acomp") verb = tree[act].head;
    const TokenIndex subject = tree.child(verb, "nsubj");
    const auto words = tree.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view word = tree[c].lower;
        return tree[c].dep == "aux" && (subject == kNoToken || subject < c) &&
               (word == "must" || word == "should" || word == "ought" || word == "need");
    });
}

/// *Other than coming out to surrender, they have no choice*: what is still open to them.
bool is_only_way_out(const SyntaxTree& tree, TokenIndex act) {
    TokenIndex at = act;
    for (int steps = 0; steps < 3 && !tree.is_root(at); ++steps) {
        const TokenIndex above = tree.head(at);
        if (tree[at].dep == "pcomp" && tree[above].lower == "than") {
            return above > 0 && tree[above - 1].lower == "other";
        }
        if (tree[at].dep != "advcl" && tree[at].dep != "xcomp" && tree[at].dep != "dobj") break;
        at = above;
    }
    return false;
}

/// *would have to leave*, *how it could leave*, *its demand to leave*, *without leaving*: what is
/// needed, asked for or not done at all, and told of for another's sake.
bool is_beside_the_point(const SyntaxTree& tree, const Mentions& mentions, const Reading& reading) {
    const TokenIndex act = reading.predicate;
    const Token& token = tree[act];
    const TokenIndex above = tree.head(act);
    if (token.dep == "pcomp" && tree[above].lower == "without") {
        const Parties parties = parties_of(tree, mentions, reading);
        return !parties.doer || !parties.target;
    }
    if (is_only_way_out(tree, act)) return true;
    if (reading.status != EventStatus::Possible || token.pos != Pos::Verb) return false;
    const auto words = tree.children(act);
    const bool infinitive = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree[c].dep == "aux" && tree[c].lower == "to";
    });
    if (token.dep == "acl") return infinitive && tree[above].pos == Pos::Noun;
    if (token.dep == "xcomp") {
        const std::string_view need = tree[above].lemma;
        return need == "have" || need == "need" || need == "require" || need == "oblige";
    }
    return std::any_of(words.begin(), words.end(),
                       [&](TokenIndex c) { return tree[c].lower == "how"; });
}

/// What may be is an event where it is told who would do it to whom; with words that leave more
/// open, both must be known. An event noun, a passive, or an act that needs no other side may leave
/// one out (*a possible attack on Israel*, *the envoy may be expelled*, *nurses may strike*).
const char* why_too_vague(const SyntaxTree& tree, const Mentions& mentions,
                          const Reading& reading) {
    if (reading.status != EventStatus::Possible) return nullptr;
    const bool told = std::any_of(reading.why.begin(), reading.why.end(), [](const auto& rule) {
        return rule.starts_with("discourse:");  // *must stay behind bars*, said by a court
    });
    if (is_duty(tree, reading.predicate) && !told) return "what should be done";
    const Parties parties = parties_of(tree, mentions, reading);
    const bool both = parties.doer && parties.target;
    if (is_speech(reading)) {
        // *may ask*, *the men who can support it*, *could defend*: anybody may say anything.
        const std::string_view said = reading.coding.type;
        const auto words = tree.children(reading.predicate);
        const bool able = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
            return tree[c].dep == "aux" && tree[c].lower == "can";
        });
        // *Athens might ask Moscow for a loan*; *may ask* in general tells of nobody's plan
        const bool might = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
            return tree[c].dep == "aux" && tree[c].lower == "might";
        });
        // *fears an ultimatum from Oslo*
        const bool threat = said == "THREATEN" && tree[reading.predicate].pos == Pos::Noun;
        if (both && threat && !reading.unreal) return nullptr;
        const bool plain = (said == "REQUEST" && !might) || said == "THREATEN" || reading.unreal ||
                           able || tree[reading.predicate].dep == "relcl";
        return both && !plain ? nullptr : "might be said, and has not been";
    }
    if (both) return nullptr;
    if (parties.doer && is_material_harm(reading) &&
        has_named_object(tree, mentions, reading.predicate)) {
        return nullptr;
    }
    const char* vague = "merely thought of, and not by whom or to whom";
    if (reading.unreal) return vague;
    const std::string_view type = reading.coding.type;
    const bool alone = type == "MOBILIZE" || type == "PROTEST" || type == "RETREAT";
    if (alone && parties.doer) return nullptr;
    if (tree[reading.predicate].pos == Pos::Noun && (parties.doer || parties.target))
        return nullptr;
    const bool undone = (reading.sources.empty() && tree.has_child(reading.predicate, "auxpass"));
    return undone && parties.target ? nullptr : vague;
}

/// The verb that tells when: the predicate, else what it hangs on (*is not sympathetic*, *has yet
/// to say*).
TokenIndex finite_verb(const SyntaxTree& tree, TokenIndex predicate) {
    TokenIndex at = predicate;
    for (int steps = 0; steps < 4 && !tree.is_root(at); ++steps) {
        const bool verbal = tree[at].pos == Pos::Verb || tree[at].pos == Pos::Aux;
        if (verbal && tree[at].tag != "VBG" && !(tree[at].tag == "VB" && tree[at].dep == "xcomp")) {
            break;
        }
        at = tree.head(at);
    }
    return at;
}

/// *did not accuse*, *has never called for*, *has yet to condemn*: not *does not want*, *will not
/// praise*, *no longer believes*.
bool is_past(const SyntaxTree& tree, TokenIndex verb) {
    const auto words = tree.children(verb);
    if (std::any_of(words.begin(), words.end(),
                    [&](TokenIndex c) { return tree[c].dep == "aux" && tree[c].tag == "MD"; })) {
        return false;
    }
    const auto is_having = [&](TokenIndex t) {
        return tree[t].tag == "VBD" || tree[t].lemma == "have" || tree[t].lower == "having";
    };
    return is_having(verb) || std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
               return (tree[c].dep == "aux" || tree[c].dep == "auxpass") && is_having(c);
           });
}

/// *does not want to leave*, *would not like to fight them*: what nobody wishes.
bool is_unwanted(const SyntaxTree& tree, TokenIndex act) {
    if (tree[act].dep != "xcomp" && tree[act].dep != "ccomp") return false;
    const std::string_view wish = tree[tree[act].head].lemma;
    return wish == "want" || wish == "wish" || wish == "like" || wish == "need" || wish == "hope" ||
           wish == "care";
}

/// *I don't think she betrayed us*: the negation belongs to what is said.
bool is_raised(const SyntaxTree& tree, TokenIndex act) {
    if (tree[act].dep != "ccomp" || !tree.has_child(tree[act].head, "neg")) return false;
    const std::string_view verb = tree[tree[act].head].lemma;
    return verb == "think" || verb == "believe" || verb == "feel" || verb == "know" ||
           verb == "expect" || verb == "imagine" || verb == "suppose" || verb == "see";
}

/// What was not said is an event where somebody in particular did not say it of somebody in
/// particular on an occasion; *does not want them to leave* tells of none.
const char* why_unsaid(const SyntaxTree& tree, const Mentions& mentions, const Reading& reading) {
    const bool negated = reading.status == EventStatus::Negated;
    if (!negated && reading.status != EventStatus::Denied) return nullptr;
    const Parties parties = parties_of(tree, mentions, reading);
    const bool both = parties.doer && parties.target;
    if (negated && reading.unreal) {
        const bool told = both || (parties.doer && !is_speech(reading));
        return told ? nullptr : "would have been done, and not by whom to whom";
    }
    if (is_unwanted(tree, reading.predicate)) return "is not wanted, and has not been done";
    if (!is_speech(reading)) {
        return parties.doer || parties.target || !reading.sources.empty()
                   ? nullptr
                   : "not done by or to anybody in particular";
    }
    // *assailed for not agreeing*
    const bool gerund =
        tree[reading.predicate].tag == "VBG" && tree.has_child(reading.predicate, "neg");
    const TokenIndex verb = finite_verb(tree, reading.predicate);
    const bool guessed = std::find(reading.why.begin(), reading.why.end(), kAffairsRule) !=
                         reading.why.end();  // at a state whose affairs the report tells
    const bool paired = reading.is_paired() && reading.sources.size() > 1;
    const bool told = parties.doer && (paired || !reading.targets.empty()) && !guessed;
    if (is_raised(tree, reading.predicate)) return "has not been said";
    // *denies backing the rebels*, *reports of a plea to them are untrue*
    if (told && !negated) return nullptr;
    if (told && !gerund && is_past(tree, verb) && tree[verb].lemma != "want") return nullptr;
    return "has not been said";
}

/// *is considering sending aid*: in CAMEO a policy option (014), which is a mere statement. Harm
/// that is considered puts somebody under threat.
bool is_considered_help(const Reading& reading) {
    const bool help = reading.coding.type == "AID" || reading.coding.type == "COOPERATE";
    return help && reading.status == EventStatus::Possible &&
           std::any_of(reading.why.begin(), reading.why.end(),
                       [](const auto& rule) { return rule.starts_with("operators:consider"); });
}

/// *Many officials are willing to accept the price*: what many would do is no promise of theirs.
bool is_general_readiness(const SyntaxTree& tree, const Mentions& mentions,
                          const Reading& reading) {
    static constexpr std::array<std::string_view, 5> kSome{"many", "most", "some", "few", "more"};
    if (reading.coding.type != "AGREE" || !reading.targets.empty() || reading.sources.empty() ||
        tree[reading.predicate].pos != Pos::Adj) {
        return false;
    }
    return std::all_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex s) {
        const auto words = tree.children(mentions.mentions[s].head);
        return std::any_of(words.begin(), words.end(),
                           [&](TokenIndex c) { return one_of(tree[c].lower, kSome); });
    });
}

/// *military action by any party*: whoever it might be.
bool is_by_anybody(const SyntaxTree& tree, const Mentions& mentions, const Reading& reading) {
    return std::any_of(reading.sources.begin(), reading.sources.end(), [&](MentionIndex m) {
        const TokenIndex det = tree.child(mentions.mentions[m].head, "det");
        return det != kNoToken && tree[det].lower == "any";
    });
}

/// *shelter from Chadian airstrikes*, *insurance against cyberattacks*, *guards them from
/// abduction*: what somebody is kept safe from need not come.
bool is_guarded_against(const SyntaxTree& tree, const Reading& reading) {
    static constexpr std::array<std::string_view, 19> kGuarding{
        "protection", "protect", "defense",    "defence",    "defend",   "shield",    "shelter",
        "safeguard",  "guard",   "insurance",  "insure",     "immunity", "deterrent", "bulwark",
        "safety",     "refuge",  "precaution", "prevention", "security"};
    static constexpr std::array<std::string_view, 3> kFrom{"against", "from", "of"};
    if (tree[reading.predicate].pos != Pos::Noun) return false;
    TokenIndex act = reading.predicate;
    for (int steps = 0; steps < 3 && tree[act].dep == "conj"; ++steps) act = tree.head(act);
    if (tree[act].dep != "pobj" || is_definite(tree, reading.predicate)) return false;
    const TokenIndex preposition = tree.head(act);
    TokenIndex above = tree.head(preposition);
    if (!one_of(tree[preposition].lower, kFrom)) return false;
    // *a modicum of protection to civilians against raids*: the parser hangs it on what is nearest.
    for (int steps = 0; steps < 4 && !tree.is_root(above); ++steps) {
        const auto guards = [&](TokenIndex t) { return one_of(tree[t].lemma, kGuarding); };
        if (guards(above)) return true;
        for (const TokenIndex c : tree.children(above)) {
            const TokenIndex of = tree[c].lower == "of" ? tree.child(c, "pobj") : kNoToken;
            if (of != kNoToken && of < act && guards(of)) return true;
        }
        const std::string_view dep = tree[above].dep;
        if (dep != "pobj" && dep != "prep" && dep != "dobj") return false;
        above = tree.head(above);
    }
    return false;
}

}  // namespace

const char* why_merely_thought(const SyntaxTree& tree, const Mentions& mentions,
                               const NounClasses& classes, const Reading& reading) {
    if (const char* reason = why_merely_aimed_at(tree, classes, reading)) return reason;
    if (is_considered_help(reading)) return "help that is only considered";
    if (is_fiction(tree, classes, reading)) return "told in a work of fiction";
    if (is_beside_the_point(tree, mentions, reading)) return "needed, asked for or left undone";
    if (is_guarded_against(tree, reading)) return "what somebody is kept safe from";
    if (is_figurative(tree, reading)) return "an image";
    if (is_opinion(tree, mentions, classes, reading)) return "what a part of the public thinks";
    if (is_discharge(tree, reading)) return "let out of hospital";
    if (is_of_a_kind(tree, reading)) return "a kind of people, and nobody in particular";
    if (is_general(tree, reading)) return "what happens whenever, and not once";
    if (is_general_readiness(tree, mentions, reading)) return "what many would do";
    if (is_by_anybody(tree, mentions, reading)) return "what anybody might do";
    if (const char* reason = why_unsaid(tree, mentions, reading)) return reason;
    return why_too_vague(tree, mentions, reading);
}

}  // namespace tidings::coding
