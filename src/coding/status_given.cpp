// What is taken for granted, whatever the words around it deny or leave open: *did not discuss the
// attack*, *was not on the call between them*, *wonders why they fled*, *was able to land*.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "coding/status.hpp"

namespace tidings::coding {

/// *his attacks*, *the raid*, *these strikes*: one that is known already.
bool is_definite(const SyntaxTree& tree, TokenIndex noun) {
    const auto words = tree.children(noun);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const Token& word = tree[c];
        return word.dep == "poss" ||
               (word.dep == "det" &&
                (word.lower == "the" || word.lower == "this" || word.lower == "that" ||
                 word.lower == "these" || word.lower == "those"));
    });
}

/// *has not answered Kyiv's request*, *would not comment on the arrest*, *was not at the meeting
/// between them*: what the verb needs to have been, whether the verb is negated or not.
bool StatusReader::is_given(TokenIndex noun, TokenIndex verb) const {
    if (!is_definite(tree_, noun)) return false;
    const Token& token = tree_[noun];
    if (token.dep == "dobj") return look_up_word("given", verb) != nullptr;
    if (token.dep != "pobj" || tree_.head(token.head) != verb) return false;
    const Token& preposition = tree_[token.head];
    if (tree_[verb].lemma == "be") {
        return preposition.lower == "on" || preposition.lower == "at" || preposition.lower == "in";
    }
    return look_up("given", verb, preposition.lower) != nullptr;
}

/// *adopted a motion condemning the raid*, *a resolution condemning it was vetoed*: what became of
/// a paper became of what it says.
const StatusWord* StatusReader::enactor_of(TokenIndex paper) const {
    const std::string_view dep = tree_[paper].dep;
    if (dep != "dobj" && dep != "nsubjpass") return nullptr;
    const TokenIndex verb = tree_.head(paper);
    const StatusWord* word = look_up("enactor", verb);
    return word == nullptr || is_negated(verb) ? nullptr : word;
}

/// *(questions) about his attacks*: not *(a debate) on the war*, which may be one to come.
bool StatusReader::is_of_known(TokenIndex preposition) const {
    const TokenIndex object = tree_.child(preposition, "pobj");
    if (object == kNoToken) return false;
    return tree_.has_child(object, "poss") ||
           (tree_[object].tag == "NNS" && is_definite(tree_, object));
}

bool StatusReader::is_judged(TokenIndex verb) const {
    if (tree_[verb].lemma != "consider" || !tree_.has_child(verb, "auxpass")) return false;
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view dep = tree_[c].dep;
        if (dep == "xcomp") return tree_[c].lemma == "be";
        return dep == "oprd" || dep == "acomp" || dep == "attr" ||
               (dep == "prep" && tree_[c].lower == "as");
    });
}

/// *has not ruled out leaving*, *keeps on leaving*: no adverbial clause, though the parser says so.
bool StatusReader::is_gerund_object(TokenIndex verb) const {
    const Token& gerund = tree_[verb];
    if (gerund.dep != "advcl" || gerund.tag != "VBG" || verb == 0) return false;
    const Token& before = tree_[verb - 1];
    // A preposition without an object is a particle: *go on blocking the road*.
    const bool particle =
        before.dep == "prt" || (before.dep == "prep" && tree_.children(verb - 1).empty());
    const bool adjoins = verb - 1 == gerund.head || (before.head == gerund.head && particle);
    return adjoins && (look_up_phrase("governor", gerund.head) != nullptr ||
                       look_up_particle(gerund.head, "ing") != nullptr);
}

/// *he'd asked*, not *he'd ask*
bool StatusReader::is_clipped_had(TokenIndex helper) const {
    const std::string_view word = tree_[helper].lower;
    return word == "'d" || word == "\u2019d";
}

/// *understands why they left*, *how they pulled off the attack*: but not *how they could leave*.
bool StatusReader::asks_why(TokenIndex clause) const {
    const std::string_view dep = tree_[clause].dep;
    if (dep != "ccomp" && dep != "pcomp" && dep != "advcl") return false;
    // *refugees described how soldiers had burned it*: their account.
    if (dep == "ccomp" && look_up_in_account(clause) != nullptr) return false;
    const auto words = tree_.children(clause);
    const bool modal = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "aux" && tree_[c].tag == "MD";
    });
    return !modal && is_told_as_past(clause) &&
           std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
               const std::string_view word = tree_[c].lower;
               return tree_[c].dep == "advmod" && c < clause && (word == "why" || word == "how");
           });
}

/// *were able to free them*: freed them; *may be able to*: may.
bool StatusReader::was_able(TokenIndex able, TokenIndex verb) const {
    if (tree_[able].lower != "able" || tree_[verb].lemma != "be") return false;
    if (tree_[verb].tag == "VBD") return true;
    const auto words = tree_.children(verb);
    return tree_[verb].tag == "VBN" && std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
               return tree_[c].dep == "aux" && (tree_[c].tag == "VBZ" || tree_[c].tag == "VBP");
           });
}

/// *had to leave*, *has had to close its border*: and did; not *said that it had to leave*.
bool StatusReader::had_to(TokenIndex have, TokenIndex verb, const StatusWord& word) const {
    if (&word != words_.find("through", "have to") || tree_[verb].dep != "xcomp") return false;
    const std::string_view dep = tree_[have].dep;
    if (dep == "ccomp" || dep == "relcl" || is_negated(have) || is_asked(have)) return false;
    const auto words = tree_.children(have);
    const bool thought = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].tag == "MD" || (tree_[c].dep == "mark" && tree_[c].lower == "if");
    });
    return !thought &&
           (tree_[have].tag == "VBD" || (tree_[have].tag == "VBN" && has_auxiliary(have, "have")));
}

/// *were about to storm it when they were stopped*: what was to come then did not.
bool StatusReader::is_broken_off(TokenIndex verb, TokenIndex finite) const {
    if (tree_[finite].lemma != "be" || tree_[finite].tag != "VBD") return false;
    const auto clauses = tree_.children(verb);
    return std::any_of(clauses.begin(), clauses.end(), [&](TokenIndex c) {
        if (tree_[c].dep != "advcl" || c < verb) return false;
        const TokenIndex when = tree_.child(c, "advmod");
        return when != kNoToken && tree_[when].lower == "when" && is_told_as_past(c);
    });
}

/// *would not pay and was negotiating*, *did not fire but withdrew*: a verb with a tense of its own
/// shares nothing with the one before; *did not fire or shell* does.
bool StatusReader::stands_alone(TokenIndex conjunct) const {
    const Token& verb = tree_[conjunct];
    if (verb.dep != "conj") return false;
    const auto words = tree_.children(conjunct);
    const bool helped = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view dep = tree_[c].dep;
        return (dep == "aux" || dep == "auxpass") && tree_[c].tag != "TO" && tree_[c].tag != "VB" &&
               tree_[c].tag != "VBN" && tree_[c].tag != "VBG";
    });
    if (helped) return true;
    const std::string_view tag = verb.tag;
    return (tag == "VBD" || tag == "VBZ") && tag != tree_[verb.head].tag;
}

/// *did not fire but withdrew*, *never fired but talked*
bool StatusReader::follows_but(TokenIndex conjunct) const {
    if (tree_[conjunct].dep != "conj") return false;
    const auto siblings = tree_.children(tree_.head(conjunct));
    return std::any_of(siblings.begin(), siblings.end(), [&](TokenIndex c) {
        return tree_[c].dep == "cc" && tree_[c].lower == "but" && c < conjunct &&
               c > tree_[conjunct].head;
    });
}

/// *refugees described how soldiers had burned it*: by others' account, not one's own.
const StatusWord* StatusReader::look_up_in_account(TokenIndex clause) const {
    const TokenIndex teller = tree_.head(clause);
    const TokenIndex who = tree_.child(teller, "nsubj");
    const TokenIndex doer = tree_.child(clause, "nsubj");
    if (who == kNoToken || !is_told_as_past(clause)) return nullptr;
    if (doer != kNoToken && tree_[doer].pos == Pos::Pron) return nullptr;
    const auto words = tree_.children(clause);
    const bool how = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].lower == "how" && c < clause;
    });
    return how ? words_.find("governor", fmt::format("{} how", tree_[teller].lemma)) : nullptr;
}

/// *nothing stops Kenya from deporting him*: if nothing stopped it, it did.
bool StatusReader::is_free_to(TokenIndex barrier) const {
    const std::string_view tag = tree_[barrier].tag;
    const TokenIndex helper = tree_.child(barrier, "aux");
    const bool can = helper != kNoToken && tree_[helper].lower == "can";
    if (tag != "VBZ" && tag != "VBP" && !can) return false;
    for (const char* dep : {"nsubj", "nsubjpass"}) {
        const TokenIndex subject = tree_.child(barrier, dep);
        if (subject != kNoToken && denies_all(subject)) return true;
    }
    return false;
}

/// *could have arrested him but let him go*
bool StatusReader::is_chance_missed(TokenIndex verb) const {
    const auto words = tree_.children(verb);
    const bool could = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "aux" && (tree_[c].lower == "could" || tree_[c].lower == "might");
    });
    return could && has_auxiliary(verb, "have") &&
           std::any_of(words.begin(), words.end(),
                       [&](TokenIndex c) { return tree_[c].dep == "conj" && follows_but(c); });
}

/// *spent all week shelling it*
bool StatusReader::spends_time(TokenIndex verb) const {
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree_[c].dep == "dobj" || tree_[c].dep == "npadvmod") &&
               is_time_unit(tree_[c].lemma);
    });
}

/// *It is risky for Chad to attack Niger*: of an act that nobody is told to have done.
bool StatusReader::is_for_infinitive(TokenIndex verb) const {
    const TokenIndex mark = tree_.child(verb, "mark");
    return mark != kNoToken && tree_[mark].lower == "for" && has_auxiliary(verb, "to");
}

/// *gave the go-ahead for Kenya to expel him*
bool StatusReader::is_cleared(TokenIndex verb) const {
    if (!is_for_infinitive(verb)) return false;
    const TokenIndex leave = tree_.head(verb);
    const std::string_view word = tree_[leave].lower;
    if (tree_[leave].dep != "dobj") return false;
    const TokenIndex colour = tree_.child(leave, "amod");
    return word == "ahead" || word == "orders" || word == "clearance" ||
           (word == "light" && colour != kNoToken && tree_[colour].lower == "green");
}

/// *may or may not leave*
bool StatusReader::is_either_way(TokenIndex verb) const {
    if (!tree_.has_child(verb, "neg")) return false;
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].tag == "MD" && c > 1 && tree_[c - 1].lower == "or" &&
               tree_[c - 2].lower == tree_[c].lower;
    });
}

}  // namespace tidings::coding
