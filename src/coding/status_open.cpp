// What is open or is not told of the act at all, whatever the words nearby say: inquiries into it,
// tries that go on, hopes of talks that are held, clauses that stand apart.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/status.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kMaxApart = 60;  // words between a clause and the one that it hangs on

}  // namespace

/// *whether it cut the aid*, *whether it is sending men*: not *whether it cuts*, *whether to send*.
bool StatusReader::is_told_as_done(TokenIndex verb) const {
    const bool past =
        tree_[verb].tag == "VBD" || (tree_[verb].tag == "VBN" && !tree_.has_child(verb, "aux") &&
                                     !tree_.has_child(verb, "auxpass"));
    return past || is_told_as_past(verb);
}

/// *to establish whether guards had beaten him*: somebody must have said so; *whether to leave* is
/// a choice.
bool StatusReader::is_under_inquiry(TokenIndex clause) const {
    static constexpr std::array<std::string_view, 16> kInquiring{
        "establish", "determine",     "investigate", "examine", "ascertain", "probe",
        "find",      "check",         "verify",      "confirm", "study",     "review",
        "look",      "investigation", "inquiry",     "question"};
    const TokenIndex mark = tree_.child(clause, "mark");
    if (mark == kNoToken || !is_told_as_done(clause)) return false;
    if (tree_[mark].lower != "whether" && tree_[mark].lower != "if") return false;
    const std::string_view dep = tree_[clause].dep;
    if (dep != "ccomp" && dep != "pcomp" && dep != "acl") return false;
    TokenIndex above = tree_.head(clause);
    if (dep == "pcomp") above = tree_.head(above);  // *an inquiry into whether*
    return one_of(tree_[above].lemma, kInquiring);
}

/// *failed to stop them from leaving*, *was unable to stop them*: they left.
bool StatusReader::is_left_undone(TokenIndex verb) const {
    if (tree_[verb].dep != "xcomp" && tree_[verb].dep != "acl") return false;
    if (!has_auxiliary(verb, "to")) return false;
    static constexpr std::array<std::string_view, 11> kUndoing{
        "fail",      "neglect",   "unable", "powerless", "helpless", "failure",
        "unwilling", "inability", "refuse", "decline",   "refusal"};
    return one_of(tree_[tree_.head(verb)].lemma, kUndoing) && !is_negated(tree_.head(verb));
}

bool StatusReader::is_still_tried(TokenIndex attempt) const {
    static constexpr std::array<std::string_view, 4> kTrying{"try", "attempt", "endeavour",
                                                             "endeavor"};
    if (!one_of(tree_[attempt].lemma, kTrying)) return false;
    if (has_gone_on(attempt)) return true;
    if (tree_[attempt].tag == "VBG") return is_in_progress(attempt);
    // In headlines the present is past: *Gunman tries to kill envoy*.
    const bool present = tree_[attempt].tag == "VBZ" || tree_[attempt].tag == "VBP";
    return present && !tree_.is_root(attempt) && !tree_.has_child(attempt, "aux");
}

/// *goals for the talks*, not *goals for a ceasefire*
bool StatusReader::is_hoped_from_known(TokenIndex preposition) const {
    const TokenIndex object = tree_.child(preposition, "pobj");
    return object != kNoToken && is_definite(tree_, object);
}

/// *involved in the 5 May bombing*: that is over; not *in the fighting*, nor *in talks*.
bool StatusReader::is_part_of_known(TokenIndex preposition) const {
    static constexpr std::array<std::string_view, 20> kLong{
        "fighting",  "war",       "siege",    "battle",      "conflict",  "campaign", "dispute",
        "blockade",  "process",   "standoff", "negotiation", "effort",    "fight",    "struggle",
        "offensive", "operation", "dialogue", "strike",      "mediation", "protest"};
    static constexpr std::array<std::string_view, 4> kSharing{"involve", "engage", "embroil",
                                                              "entangle"};
    if (tree_[preposition].dep != "prep" || tree_[preposition].lower != "in") return false;
    if (!one_of(tree_[tree_.head(preposition)].lemma, kSharing)) return false;
    // *was involved in hacking it*
    const TokenIndex gerund = tree_.child(preposition, "pcomp");
    const TokenIndex verb = tree_.head(preposition);
    if (gerund != kNoToken) return has_auxiliary(verb, "was") || has_auxiliary(verb, "were");
    const TokenIndex object = tree_.child(preposition, "pobj");
    return object != kNoToken && tree_[object].tag == "NN" && is_definite(tree_, object) &&
           !one_of(tree_[object].lemma, kLong);
}

/// *should be tried by the court and removed by parliament*: two passives under one helping verb.
bool StatusReader::shares_passive(TokenIndex conjunct) const {
    if (tree_[conjunct].dep != "conj" || tree_[conjunct].tag != "VBN") return false;
    if (tree_.has_child(conjunct, "nsubj") || tree_.has_child(conjunct, "nsubjpass")) return false;
    return tree_.has_child(tree_.head(conjunct), "auxpass");
}

/// *They signed; Chad refused and took no part*: the parser may hang the first clause on the last.
bool StatusReader::is_clause_apart(TokenIndex clause) const {
    const TokenIndex above = tree_.head(clause);
    if (tree_[clause].dep != "ccomp" || above < clause || above - clause > kMaxApart) return false;
    for (TokenIndex t = clause + 1; t < above; ++t) {
        if (tree_[t].lower == ";") return true;
    }
    return false;
}

/// *But the post was still taken down*: despite it all; *was still held*, *still supports it* tell
/// of what lasts.
bool StatusReader::is_all_the_same(TokenIndex verb, TokenIndex adverb) const {
    static constexpr std::array<std::string_view, 40> kLasting{
        "hold",    "detain",  "jail",    "imprison", "occupy",   "besiege",  "blockade", "block",
        "control", "oppose",  "support", "back",     "ban",      "bar",      "fight",    "boycott",
        "refuse",  "demand",  "want",    "protect",  "defend",   "withhold", "keep",     "restrict",
        "deny",    "shelter", "harbour", "harbor",   "host",     "house",    "train",    "fund",
        "arm",     "supply",  "guard",   "patrol",   "surround", "trap",     "rule",     "intern"};
    if (tree_[adverb].lower != "still" || one_of(tree_[verb].lemma, kLasting)) return false;
    const auto words = tree_.children(verb);
    const bool past = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree_[c].dep == "auxpass" || tree_[c].dep == "aux") &&
               (tree_[c].lower == "was" || tree_[c].lower == "were" || tree_[c].lower == "got");
    });
    if (tree_[verb].tag == "VBN") return past;
    return tree_[verb].tag == "VBD" && tree_[verb].lower != tree_[verb].lemma;
}

/// *Perhaps most importantly, they fled*: the adverb belongs to the one behind it.
bool StatusReader::is_of_sentence(TokenIndex adverb) const {
    TokenIndex next = adverb + 1;
    while (next < tree_.size() && next < adverb + 4 && tree_[next].pos == Pos::Adv) ++next;
    return next > adverb + 1 && next < tree_.size() && tree_[next].lower == ",";
}

/// *wants to stop the fighting*, *moved to end the siege*: which goes on.
bool StatusReader::is_to_be_ended(TokenIndex act) const {
    static constexpr std::array<std::string_view, 7> kEnding{"stop",  "halt",     "quell", "end",
                                                             "crush", "suppress", "put"};
    const TokenIndex verb = tree_.head(act);
    if (tree_[act].dep != "dobj" || !is_definite(tree_, act)) return false;
    if (!one_of(tree_[verb].lemma, kEnding) || !has_auxiliary(verb, "to")) return false;
    const std::string_view above = tree_[tree_.head(verb)].lemma;
    return above != "manage" && above != "succeed" && above != "help";
}

/// *(tried) to broker an end to it*, *is negotiating their release*: no more done than the verb is.
/// In progress, it is open.
bool StatusReader::is_brought_about(TokenIndex act, Realis& realis) const {
    static constexpr std::array<std::string_view, 14> kBringing{
        "negotiate", "broker",  "secure",  "obtain",  "achieve",    "win",       "gain",
        "ensure",    "arrange", "mediate", "procure", "facilitate", "guarantee", "bring"};
    const TokenIndex verb = tree_.head(act);
    if (!one_of(tree_[verb].lemma, kBringing)) return false;
    if (is_in_progress(verb) || has_gone_on(verb)) {
        realis = {EventStatus::Possible};
        return true;
    }
    const std::string_view dep = tree_[verb].dep;
    return has_auxiliary(verb, "to") && (dep == "xcomp" || dep == "acl");
}

/// *it would be worse if he hadn't shot her*: he did.
bool StatusReader::is_but_for(TokenIndex verb) const {
    const TokenIndex mark = tree_.child(verb, "mark");
    return mark != kNoToken && tree_[mark].lower == "if" && tree_.has_child(verb, "neg") &&
           has_auxiliary(verb, "had");
}

/// *faces ten years when he is sentenced*: the present tense of a clause of time means the future,
/// unless the main clause tells of the past.
bool StatusReader::is_still_to_come(TokenIndex verb) const {
    if (tree_[verb].dep != "advcl" || tree_[tree_.head(verb)].tag == "VBD") return false;
    const TokenIndex helper = tree_.child(verb, "auxpass");
    const std::string_view tag = tree_[helper == kNoToken ? verb : helper].tag;
    if ((tag != "VBZ" && tag != "VBP") || tree_.has_child(verb, "aux")) return false;
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return c < verb && (tree_[c].dep == "advmod" || tree_[c].dep == "mark") &&
               tree_[c].lower == "when";
    });
}

/// *what they called an abduction*, *what he said was a raid*: a clause beside the noun and before
/// it says whose word it is (`language/mends/free_relatives` makes it one).
bool StatusReader::is_so_called(TokenIndex noun) const {
    const auto words = tree_.children(noun);
    return std::any_of(words.begin(), words.end(),
                       [&](TokenIndex c) { return c < noun && tree_[c].dep == "parataxis"; });
}

}  // namespace tidings::coding
