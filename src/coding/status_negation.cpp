// What negates or denies an act: *not*, *no troops*, *at no point*, *rejected claims that*, *is a
// lie*.
#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/one_of.hpp"
#include "coding/status.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kMaxLabelDistance = 40;  // from *called* to *baseless*

/// What *not* bounds rather than denies: *not only*, *not until Friday*, *never before*.
constexpr std::array<std::string_view, 9> kNotOnly{"only",   "just",  "merely", "always", "simply",
                                                   "solely", "until", "till",   "before"};

}  // namespace

/// *cannot but approve*: approves. The parser hangs *not* on either verb.
bool StatusReader::cannot_but(TokenIndex token) const {
    const auto words = tree_.children(token);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree_[c].dep == "neg" && c + 1 < tree_.size() && tree_[c + 1].lower == "but") ||
               (tree_[c].dep == "cc" && c > 0 && c < token && tree_[c].lower == "but" &&
                tree_[c - 1].dep == "neg");
    });
}

/// *not only attacked but burned*, *not until Friday did they leave*: they did.
bool StatusReader::is_not_only(TokenIndex negation) const {
    const TokenIndex next = negation + 1;
    return next < tree_.size() && one_of(tree_[next].lower, kNotOnly);
}

/// *nobody demonstrated*, *no troops left*, *neither side fired*, *did not fire*.
bool StatusReader::is_negated(TokenIndex token) const {
    for (const TokenIndex c : tree_.children(token)) {
        const Token& child = tree_[c];
        if (child.dep == "neg" && !is_not_only(c)) return true;
        // *Not once did they fire*
        const bool once = child.lower == "once" || child.lower == "ever";
        if (once && child.dep == "advmod" && c > 0 && tree_[c - 1].lower == "not") return true;
        if (child.dep == "preconj" && child.lower == "neither") return true;
        if (child.dep == "cc" && child.lower == "nor" && c < token) return true;
        if ((child.dep == "det" || child.dep == "cc") &&
            (child.lower == "no" || child.lower == "neither")) {
            return true;
        }
        if ((child.dep == "nsubj" || child.dep == "nsubjpass") && denies_all(c)) return true;
        // *is not guilty*
        if (child.dep == "acomp" && tree_.has_child(c, "neg")) return true;
        // *no longer sends troops*
        if (child.dep == "advmod" && child.lower == "longer" && tree_.has_child(c, "neg")) {
            return true;
        }
        if (child.dep == "prep" && is_never(c)) return true;
        const bool helps = child.dep == "aux" || child.dep == "auxpass";
        if (helps && tree_[c].head == token && negates_helper(c)) return true;
    }
    // *No soldiers sent to Chad*, in headlines; *there was no attack launched*
    const bool participle = tree_[token].dep == "acl" && tree_[token].tag == "VBN";
    if (participle && denies_all(tree_.head(token))) return true;
    // *did not fire, nor did it move*
    if (tree_[token].dep != "conj") return false;
    const auto siblings = tree_.children(tree_.head(token));
    return std::any_of(siblings.begin(), siblings.end(), [&](TokenIndex c) {
        return tree_[c].dep == "cc" && tree_[c].lower == "nor" && c < token;
    });
}

/// *dropped the idea of leaving*, *the plan to leave was scrapped*.
bool StatusReader::undoes_plan(TokenIndex plan, Realis& realis) const {
    const std::string_view dep = tree_[plan].dep;
    const TokenIndex verb = tree_.head(plan);
    if (dep != "dobj" && dep != "nsubjpass" && dep != "nsubj") return false;
    const StatusWord* word = look_up(dep == "dobj" ? "governor" : "predicate", verb);
    if (word == nullptr || is_negated(verb)) return false;
    const EventStatus status = word->plain.status;
    if (status != EventStatus::Negated && status != EventStatus::Failed) return false;
    if (realis.status == EventStatus::Negated || realis.status == EventStatus::Failed) return false;
    realis = {status};
    return true;
}

/// *gave up an attempt to leave*, *the effort to leave was abandoned*: but not *made no attempt*.
bool StatusReader::is_given_up(TokenIndex attempt) const {
    const std::string_view dep = tree_[attempt].dep;
    if (dep != "dobj" && dep != "nsubjpass") return false;
    const TokenIndex verb = tree_.head(attempt);
    const StatusWord* word = look_up(dep == "dobj" ? "governor" : "predicate", verb);
    return word != nullptr && word->plain.status == EventStatus::Negated && !is_negated(verb) &&
           !denies_all(attempt);
}

/// *At no point did they fire*, *nowhere did they fire*: the parser may hang the words on *did*.
bool StatusReader::negates_helper(TokenIndex helper) const {
    const auto words = tree_.children(helper);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        if (tree_[c].dep == "prep") return is_never(c);
        if (tree_[c].dep != "advmod" && tree_[c].dep != "neg") return false;
        if (is_not_only(c)) return false;
        const StatusWord* word = words_.find("adverb", tree_[c].lower);
        return word != nullptr && word->plain.status == EventStatus::Negated;
    });
}

/// *arrested nobody*, *sent no troops*.
bool StatusReader::denies_object(TokenIndex verb) const {
    const TokenIndex object = tree_.child(verb, "dobj");
    return object != kNoToken && denies_all(object);
}

/// *nobody*, *no troops*, *not a single student*, *none of the men*.
bool StatusReader::denies_all(TokenIndex noun) const {
    if (words_.find("subject", tree_[noun].lower) != nullptr) return true;
    for (const TokenIndex c : tree_.children(noun)) {
        const Token& word = tree_[c];
        // *no fewer than forty* are forty; *no longer* and *not only* are read by themselves.
        const std::string_view next =
            c + 1 < tree_.size() ? std::string_view(tree_[c + 1].lower) : std::string_view{};
        if (next == "fewer" || next == "less" || next == "more" || next == "only") continue;
        const bool before = word.dep == "det" || word.dep == "cc" || word.dep == "preconj" ||
                            word.dep == "advmod" || word.dep == "neg";
        if (before && words_.find("subject", word.lower) != nullptr) return true;
        // *not one soldier*
        const TokenIndex negation =
            word.dep == "nummod" ? tree_.child(c, "neg") : TokenIndex{kNoToken};
        if (negation != kNoToken && tree_[negation].lower == "not") return true;
    }
    return false;
}

/// *at no point*, *under no circumstances*, *at no time*.
bool StatusReader::is_never(TokenIndex preposition) const {
    const TokenIndex object = tree_.child(preposition, "pobj");
    if (object == kNoToken) return false;
    if (tree_[object].lower == "none") return true;  // *in none of the towns did they fire*
    const TokenIndex determiner = tree_.child(object, "det");
    return determiner != kNoToken && tree_[determiner].lower == "no" &&
           words_.find("adverb", fmt::format("{} no {}", tree_[preposition].lower,
                                             tree_[object].lemma)) != nullptr;
}

/// *is a lie*, *is not true*.
bool StatusReader::labels_denied(TokenIndex word, bool negated) const {
    const StatusWord* label = look_up_word("label", word);
    for (const TokenIndex c : tree_.children(word)) {  // *fake news*
        if (label == nullptr && tree_[c].dep == "amod") label = look_up_word("label", c);
    }
    if (label == nullptr) return false;
    return (negated ? label->negated : label->plain.status) == EventStatus::Denied;
}

/// *called the report baseless*: the label stands anywhere behind the verb, for what is called so
/// may be a whole clause.
bool StatusReader::names_a_lie(TokenIndex verb) const {
    if (look_up_word("namer", verb) == nullptr || is_negated(verb)) return false;
    const Sentence& sentence = tree_.parse().sentences[tree_[verb].sentence];
    const TokenIndex last = std::min(sentence.last, verb + kMaxLabelDistance);
    for (TokenIndex t = verb + 1; t < last; ++t) {
        if (labels_denied(t, is_negated(t))) return true;
    }
    return false;
}

/// *stayed at home rather than fighting*
bool StatusReader::is_rather_than(TokenIndex first, TokenIndex conjunct) const {
    const auto words = tree_.children(first);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "cc" && tree_[c].lower == "than" && c < conjunct && c > 0 &&
               tree_[c - 1].lower == "rather";
    });
}

/// *rejected claims that*, *called it a lie that*, *dismissed as a fabrication the story that*.
bool StatusReader::is_denied(TokenIndex claim) const {
    TokenIndex at = claim;
    for (int steps = 0; steps < 3 && !tree_.is_root(at); ++steps) {
        const std::string_view dep = tree_[at].dep;
        const TokenIndex above = tree_.head(at);
        const bool subject = dep == "nsubj" && tree_[above].pos == Pos::Aux;
        if (!subject && dep != "dobj" && dep != "pobj" && dep != "prep" && dep != "conj" &&
            dep != "nsubjpass" && dep != "ccomp" && dep != "acl" && dep != "relcl" &&
            dep != "xcomp" && dep != "appos" && dep != "oprd") {
            return false;
        }
        const bool negated = is_negated(above);
        if (tree_[above].pos == Pos::Noun && labels_denied(above, negated)) return true;
        if (look_up("denier", above) != nullptr) return !negated;
        if (dep == "prep" && look_up("denier", above, tree_[at].lower) != nullptr) {
            return !negated;  // *laughed off the suggestion*, *scoffed at reports*
        }
        if (names_a_lie(above)) return true;
        for (const TokenIndex c : tree_.children(above)) {
            const std::string_view child = tree_[c].dep;
            // *"A lie," they said of the report*
            const bool said_of = dep == "prep" && tree_[above].lemma == "say" &&
                                 (child == "dep" || child == "ccomp" || child == "npadvmod" ||
                                  child == "intj" || child == "advmod");
            const bool complement = child == "oprd" || child == "attr" || child == "acomp" ||
                                    said_of || (child == "dobj" && !subject);
            if (c != at && complement && labels_denied(c, negated || is_negated(c))) return true;
        }
        if (subject) return false;
        at = above;
    }
    return false;
}

/// *swore that he had not looted it*: of one's own act.
bool StatusReader::is_disowned(TokenIndex verb) const {
    if (tree_[verb].dep != "ccomp") return false;
    const TokenIndex above = complement_of(tree_.head(verb));  // *was adamant that*
    if (look_up_word("avower", above) == nullptr) return false;
    // *insisted that it would not*: refused
    if (has_auxiliary(verb, "would") || has_auxiliary(verb, "will")) return false;
    TokenIndex subject = tree_.child(verb, "nsubj");
    if (subject == kNoToken) subject = tree_.child(verb, "nsubjpass");
    if (subject == kNoToken || words_.find("subject", tree_[subject].lower) != nullptr) {
        return false;
    }
    const TokenIndex owner = tree_.child(subject, "poss");  // *that its troops had not*
    return tree_[subject].pos == Pos::Pron || (owner != kNoToken && tree_[owner].pos == Pos::Pron);
}

/// *denied involvement in the attack*, *has no links to the bombing*.
bool StatusReader::is_part(TokenIndex noun, std::string_view preposition) const {
    const bool fits = preposition == "in" || preposition == "of" || preposition == "for" ||
                      preposition == "to" || preposition == "about" || preposition == "on";
    return fits && look_up_word("part", noun) != nullptr;
}

/// A clause that says what a claim is, though the parser took it for a relative one: *the story
/// that jets bombed a clinic*, *a lie that guards had beaten him*.
bool StatusReader::is_content(TokenIndex clause) const {
    const Token& verb = tree_[clause];
    if (verb.dep != "relcl" && verb.dep != "acl" && verb.dep != "ccomp") return false;
    const TokenIndex above = tree_.head(clause);
    const StatusWord* noun = look_up("noun", above, "that");
    if (noun == nullptr) noun = look_up_word("noun", above);
    if (noun == nullptr && look_up_word("label", above) == nullptr) return false;
    if (verb.dep == "ccomp") return true;
    if (verb.dep == "acl") {
        return tree_.has_child(clause, "mark") || tree_.has_child(clause, "nsubj") ||
               tree_.has_child(clause, "nsubjpass");
    }
    // *the danger that they will attack*, not *a demand that Paris turned down*
    const auto words = tree_.children(clause);
    const bool modal = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "aux" && tree_[c].tag == "MD";
    });
    const bool feared = noun != nullptr && noun->plain.status == EventStatus::Possible && modal;
    if (noun != nullptr && noun->plain.status != EventStatus::Alleged && !feared) return false;
    // A relative clause lacks what its pronoun stands for: *a demand that Paris turned down*.
    bool subject = false;
    bool whole = false;
    for (const TokenIndex c : words) {
        const Token& child = tree_[c];
        const bool relative = child.tag == "WDT" || child.tag == "WP" || child.lower == "that";
        if (child.dep == "nsubj" || child.dep == "nsubjpass") subject = !relative;
        whole = whole || (child.dep == "mark" && child.lower == "that") ||
                child.dep == "nsubjpass" || (child.dep == "dobj" && !relative);
    }
    return subject && whole;
}

}  // namespace tidings::coding
