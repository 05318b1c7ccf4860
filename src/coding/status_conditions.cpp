// What is told of another world than this one: conditions, provisos, hypotheses, questions.
#include <algorithm>

#include <fmt/format.h>

#include "coding/status.hpp"

namespace tidings::coding {

/// *if the rebels are to be believed*, *as is feared*: the row of the conjunction and the verb.
const StatusWord* StatusReader::look_up_proviso(TokenIndex verb) const {
    const TokenIndex mark = tree_.child(verb, "mark");
    if (mark == kNoToken) return nullptr;
    // *if the defector is right*
    TokenIndex told = tree_[verb].lemma == "be" ? tree_.child(verb, "acomp") : verb;
    if (told == kNoToken) told = tree_.child(verb, "xcomp");  // *are to be believed*
    if (told == kNoToken) return nullptr;
    return words_.find("proviso", fmt::format("{} {}", tree_[mark].lower, tree_[told].lemma));
}

/// *Chad, it is claimed, armed the rebels*
const StatusWord* StatusReader::look_up_aside(TokenIndex aside) const {
    if (tree_[aside].dep != "parataxis") return nullptr;
    const TokenIndex it = tree_.child(aside, "nsubjpass");
    if (it == kNoToken || tree_[it].lower != "it" || is_negated(aside)) return nullptr;
    return look_up_word("passive", aside);
}

/// *An embargo by Moscow, as exporters describe it, has emptied the shelves*
bool StatusReader::is_as_told(TokenIndex noun, Realis& realis) const {
    const std::string_view dep = tree_[noun].dep;
    if (dep != "nsubj" && dep != "nsubjpass") return false;
    for (const TokenIndex c : tree_.children(tree_.head(noun))) {
        if (tree_[c].dep != "advcl" || c < noun) continue;
        if (const StatusWord* word = look_up_proviso(c)) {
            realis = word->plain;
            return true;
        }
    }
    return false;
}

/// *Had they sent troops*, *should they attack*, *were they to attack*.
bool StatusReader::is_unreal_condition(TokenIndex verb, Realis& realis) const {
    const TokenIndex above = tree_.head(verb);
    if (tree_[above].lower == "were" && tree_.has_child(verb, "aux") && !is_asked(verb)) {
        TokenIndex doer = tree_.child(above, "nsubj");  // *were they to attack*
        if (doer == kNoToken) doer = tree_.child(verb, "nsubj");
        if (doer != kNoToken && above < doer && doer < verb) {
            realis = {EventStatus::Possible, true};
            return true;
        }
    }
    TokenIndex subject = tree_.child(verb, "nsubj");
    if (subject == kNoToken) subject = tree_.child(verb, "nsubjpass");
    if (subject == kNoToken || is_asked(verb) || is_just_before(verb)) return false;
    for (const TokenIndex c : tree_.children(verb)) {
        const Token& child = tree_[c];
        const bool helps = child.dep == "aux" || child.dep == "auxpass";
        if (!helps || c > subject) continue;
        const bool had = child.lower == "had";
        // *Had they sent troops*; but *never before had they sent any*
        if (had && c > 0 && tree_[c - 1].pos == Pos::Adv) continue;
        if (!had && child.lower != "should" && child.lower != "were") continue;
        if (had && tree_.has_child(verb, "neg")) {  // *had they not sent troops*: they did
            realis = {};
            return true;
        }
        realis = {had ? EventStatus::Negated : EventStatus::Possible, true};
        return true;
    }
    return false;
}

/// *No sooner had they left than*, *hardly had they fired when*: they had.
bool StatusReader::is_just_before(TokenIndex verb) const {
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        if (tree_[c].dep != "aux" || tree_[c].lower != "had" || c == 0) return false;
        const std::string_view before = tree_[c - 1].lower;
        return before == "sooner" || before == "hardly" || before == "scarcely" ||
               before == "barely";
    });
}

/// *mustered too few votes to impeach him*
bool StatusReader::is_out_of_reach(TokenIndex aim) const {
    const std::string_view dep = tree_[aim].dep;
    if ((dep != "acl" && dep != "relcl") || !has_auxiliary(aim, "to")) return false;
    const TokenIndex amount = tree_.child(tree_.head(aim), "amod");
    if (amount == kNoToken || (tree_[amount].lower != "few" && tree_[amount].lower != "little")) {
        return false;
    }
    const TokenIndex degree = tree_.child(amount, "advmod");
    return degree != kNoToken && tree_[degree].lower == "too";
}

/// *In the event that Kenya expels them*
bool StatusReader::is_in_event_of(TokenIndex clause) const {
    const TokenIndex event = tree_.head(clause);
    const std::string_view dep = tree_[clause].dep;
    return (dep == "relcl" || dep == "acl" || dep == "ccomp") && tree_[event].lower == "event" &&
           tree_[event].dep == "pobj" && tree_[tree_.head(event)].lower == "in";
}

/// *An invasion would mean war*: of an act that is not known to anybody yet.
bool StatusReader::is_hypothetical(TokenIndex verb) const {
    const TokenIndex act = tree_.child(verb, "nsubj");
    if (act == kNoToken || is_announced(verb)) return false;
    const TokenIndex article = tree_.child(act, "det");
    const std::string_view word =
        article == kNoToken ? std::string_view{} : std::string_view(tree_[article].lower);
    if (word != "a" && word != "an" && word != "any" && word != "such") return false;
    return has_auxiliary(verb, "would") || has_auxiliary(verb, "could") ||
           has_auxiliary(verb, "might") || has_auxiliary(verb, "may");
}

/// True in a sentence that ends with a question mark.
bool StatusReader::is_asked(TokenIndex token) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[token].sentence];
    // *Why did Manila cut ties?* takes for granted that it did.
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        if (tree_[t].pos == Pos::Punct || tree_[t].pos == Pos::Space) continue;
        if (tree_[t].tag == "WRB" || tree_[t].tag == "WP" || tree_[t].tag == "WDT") return false;
        break;
    }
    for (TokenIndex t = sentence.last; t-- > sentence.first;) {
        if (tree_[t].pos == Pos::Space || tree_[t].lower == "\"" || tree_[t].lower == "\u201d") {
            continue;
        }
        return tree_[t].lower == "?";
    }
    return false;
}

}  // namespace tidings::coding
