// What is said of an event noun tells whether it was: *the talks never took place*, *fighting raged
// on*, *the siege has yet to end*.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/status.hpp"

namespace tidings::coding {

/// *talks scheduled for Sunday*, *an attack foiled by guards*: what has become of the act.
const StatusWord* StatusReader::look_up_fate(TokenIndex act, TokenIndex participle) const {
    if (tree_[participle].dep != "acl" || tree_[participle].tag != "VBN") return nullptr;
    if (tree_[act].pos != Pos::Noun || is_negated(participle)) return nullptr;
    const StatusWord* word = look_up("predicate", participle);
    if (word == nullptr) return nullptr;
    const EventStatus status = word->plain.status;
    if (status == EventStatus::Negated || status == EventStatus::Failed) return word;
    // *the raid planned by the rebels* may have been; *planned for Sunday* is to come
    const auto words = tree_.children(participle);
    const bool to_come = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "npadvmod" || tree_[c].dep == "xcomp" ||
               (tree_[c].dep == "prep" && (tree_[c].lower == "for" || tree_[c].lower == "on"));
    });
    return status == EventStatus::Planned && to_come ? word : nullptr;
}

/// *intercepted a missile fired at it*, *the bomb that they had left did not explode*
bool StatusReader::is_of_stopped_weapon(TokenIndex clause) const {
    static constexpr std::array<std::string_view, 12> kWeapons{
        "missile", "rocket", "bomb",    "drone", "shell", "mine",
        "device",  "mortar", "grenade", "round", "ied",   "torpedo"};
    const std::string_view dep = tree_[clause].dep;
    if (dep != "acl" && dep != "relcl") return false;
    const TokenIndex weapon = tree_.head(clause);
    if (!one_of(tree_[weapon].lemma, kWeapons)) return false;
    const TokenIndex verb = tree_.head(weapon);
    const std::string_view role = tree_[weapon].dep;
    const StatusWord* word = nullptr;
    if (role == "dobj") word = look_up("governor", verb);
    if (role == "nsubj" || role == "nsubjpass") word = look_up("predicate", verb);
    if (word == nullptr) return false;
    return (is_negated(verb) ? word->negated : word->plain.status) == EventStatus::Failed;
}

bool StatusReader::read_predicate_of(TokenIndex verb, Realis& realis) const {
    // *is to start on Monday*
    const TokenIndex due = tree_.child(verb, "xcomp");
    if (due != kNoToken && tree_[verb].lemma == "be" && has_auxiliary(due, "to") &&
        look_up("predicate", due) != nullptr && !is_negated(verb)) {
        const EventStatus then = look_up("predicate", due)->plain.status;
        realis = {then == EventStatus::Actual ? EventStatus::Planned : then};
        return true;
    }
    // *the deal was supposed to be modest*, not *the talks are supposed to have begun*
    if (due != kNoToken && tree_.has_child(verb, "auxpass") && has_auxiliary(due, "to") &&
        !has_auxiliary(due, "have") && !is_negated(verb)) {
        if (const StatusWord* word = look_up("passive", verb, "to")) {
            realis = word->plain;
            return true;
        }
    }
    // *failed to materialise*: it did not take place
    if (due != kNoToken && tree_[verb].lemma == "fail" && has_auxiliary(due, "to") &&
        !is_negated(verb)) {
        const StatusWord* come = look_up("predicate", due);
        if (come != nullptr && come->plain.status == EventStatus::Actual) {
            realis = {EventStatus::Negated};
            return true;
        }
    }
    // *January, when the pull-out begins*
    if (is_timetabled(verb)) {
        realis = {EventStatus::Planned};
        return true;
    }
    // *has yet to end*
    if (due != kNoToken &&
        look_up_phrase("governor", verb) == words_.find("governor", "have yet")) {
        const StatusWord* pending = look_up("predicate", due);
        if (pending == nullptr) return false;
        realis = {pending->negated};
        return true;
    }
    // *has now lasted a year*
    if (tree_[verb].lemma == "last" && has_auxiliary(verb, "have") && !is_negated(verb)) {
        realis = {EventStatus::Ongoing};
        return true;
    }
    // *never got going*
    if (tree_[verb].lemma == "go" && has_auxiliary(verb, "get") && is_negated(verb)) {
        realis = {EventStatus::Negated};
        return true;
    }
    // *shows no sign of ending*
    const bool negated = is_negated(verb) || denies_object(verb);
    const StatusWord* word = look_up("predicate", verb);
    const std::string_view lemma = tree_[verb].lemma;
    const bool links = lemma == "be" || lemma == "remain" || lemma == "prove" || lemma == "look" ||
                       lemma == "seem" || lemma == "appear" || lemma == "become" ||
                       lemma == "stay" || lemma == "sound";
    if (word == nullptr && links) {
        for (const TokenIndex c : tree_.children(verb)) {
            const std::string_view dep = tree_[c].dep;
            if (dep == "acomp" || dep == "attr" || dep == "advmod" || dep == "prep") {
                if (dep == "prep" && counts_days(c)) {
                    realis = {negated ? EventStatus::Negated : EventStatus::Ongoing};
                    return true;
                }
                word = look_up("predicate", c);
                if (word == nullptr && dep == "acomp") word = look_up("governor", c);
            }
            if (word != nullptr) break;
        }
    }
    if (word != nullptr && word->plain.status == EventStatus::Possible && is_judged(verb)) {
        return false;
    }
    if (word == nullptr && is_hypothetical(verb)) {
        realis = {EventStatus::Possible, true};
        return true;
    }
    // *the test set off sirens*: what an event does says nothing of whether it was.
    const TokenIndex object = tree_.child(verb, "dobj");
    const bool acts =
        object != kNoToken && (word == nullptr || word == look_up_word("predicate", verb));
    if (word == nullptr || acts) return false;
    realis = negated ? Realis{word->negated} : word->plain;
    // *are proceeding*
    if (realis.status == EventStatus::Actual && !negated && is_in_progress(verb)) {
        realis = {EventStatus::Ongoing};
        return true;
    }
    // *took place*, *broke out*: the helping verbs tell whether.
    if (realis.status == EventStatus::Actual && !negated) return read_children(verb, realis);
    // *may continue*, *will be called off*, but *was expected to continue*
    Realis own;
    if (realis.status == EventStatus::Ongoing && !negated && read_children(verb, own) &&
        weight(own.status) > weight(realis.status)) {
        realis = own;
    }
    return true;
}

}  // namespace tidings::coding
