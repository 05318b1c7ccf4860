// What the words above an act say of it: *wants to attack*, *stopped them from marching*, *the idea
// of a raid*.
#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/one_of.hpp"
#include "coding/status.hpp"
#include "language/attachment.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxStatusSteps = 5;

/// The prepositions through which a noun tells of what is under it: *the idea of*, *plans for*.
bool carries(std::string_view preposition) {
    return preposition == "of" || preposition == "for" || preposition == "about" ||
           preposition == "to" || preposition == "at" || preposition == "on" ||
           preposition == "against";
}

}  // namespace

/// The row of the word above: *wants to attack*, *stopped them from marching*, *the idea of a
/// raid*.
const StatusWord* StatusReader::word_above(TokenIndex below, std::string_view preposition) const {
    const std::string_view dep = tree_[below].dep;
    TokenIndex above = tree_.head(below);
    if (dep == "ccomp" || dep == "prep") {  // *it is likely that*, *there was no let-up in*
        above = complement_of(above);
    }
    const bool noun = tree_[above].pos == Pos::Noun;
    const bool passive = tree_.has_child(above, "auxpass");
    // *its choice to starve them*, not *the choice to stay or go*
    if (dep == "acl" && tree_[above].lemma == "choice" && tree_.has_child(above, "poss")) {
        return nullptr;
    }
    if (dep == "acl" && noun && tree_[below].tag == "VBG" && !is_content(below)) {
        if (const StatusWord* word = enactor_of(above)) return word;
        // *a lawsuit accusing the ministry*: the paper itself says so.
        const StatusWord* paper = look_up_word("noun", above);
        if (paper != nullptr && paper->plain.status == EventStatus::Alleged) return nullptr;
    }
    // *were supposed to flee*, not *are supposed to have fled*
    if (dep == "xcomp" && passive && has_auxiliary(below, "to") && !has_auxiliary(below, "have")) {
        if (const StatusWord* word = look_up("passive", above, "to")) return word;
    }
    if ((dep == "xcomp" || dep == "ccomp") && passive) {  // *is said to have fled*
        if (const StatusWord* word = look_up("passive", above)) return word;
    }
    if ((dep == "xcomp" || dep == "advcl") && tree_.has_child(below, "aux")) {
        // *went on to attack*, not *went on attacking*
        if (const StatusWord* word = look_up_particle(above, "to")) return word;
        // *are getting ready to march*; who is ready to only may
        const Token& finite = tree_[tree_.head(above)];
        if (tree_[above].dep == "acomp" && finite.lemma != "be") {
            const StatusWord* word =
                words_.find("governor", fmt::format("{} {}", finite.lemma, tree_[above].lower));
            if (word != nullptr) return word;
        }
        // *has yet to leave*, *is on course to leave*; *has to leave*, not *has a meeting*
        if (const StatusWord* word = look_up_phrase("governor", above)) return word;
        // *it was good to meet*, *who is to blame*
        const bool described = tree_.has_child(above, "acomp") || tree_.has_child(above, "attr") ||
                               tree_[below].lemma == "blame";
        const StatusWord* word = described ? nullptr : look_up("through", above, "to");
        // *the purpose is to free them*, *plans are afoot to free them*, *an attempt was made to*
        TokenIndex subject = kNoToken;
        if (tree_[above].lemma == "be") subject = tree_.child(above, "nsubj");
        if (passive) subject = tree_.child(above, "nsubjpass");
        if (subject != kNoToken && look_up_word("noun", subject) != nullptr) {
            return look_up_word("noun", subject);
        }
        if (word != nullptr && dep == "xcomp") return word;
    }
    // *a memo suggests that they fled*, not *suggests that they flee*
    // *ordered them to leave*, not *ordered the raid*
    if ((dep == "xcomp" || dep == "ccomp") && has_auxiliary(below, "to")) {
        if (const StatusWord* word = look_up("through", above, "to")) return word;
    }
    if (const StatusWord* word = dep == "ccomp" ? look_up_in_account(below) : nullptr) return word;
    const TokenIndex teller = tree_.child(above, "nsubj");
    if (dep == "ccomp" && teller != kNoToken && tree_[teller].pos == Pos::Noun &&
        is_told_as_past(below)) {
        if (const StatusWord* word = look_up("governor", above, "that")) return word;
    }
    const StatusWord* word = nullptr;
    // *concern that they are shelling it*, not *concern about the shelling*
    if (noun && is_content(below)) word = look_up("noun", above, "that");
    if (word != nullptr) return word;
    const bool direct = preposition.empty() || (noun && carries(preposition));
    if (direct) word = look_up(noun ? "noun" : "governor", above);
    if (word == nullptr && direct && noun) word = look_up("governor", above);
    // *paved the way for a raid*: the phrase hangs on the noun
    if (noun && !preposition.empty() && tree_[above].dep == "dobj") {
        const StatusWord* idiom =
            words_.find("through", fmt::format("{} {} {}", tree_[tree_.head(above)].lemma,
                                               tree_[above].lemma, preposition));
        if (idiom != nullptr) return idiom;
    }
    if (word == nullptr && !preposition.empty()) {
        const bool gerund = tree_.has_child(below, "pcomp");
        word = look_up_through(above, preposition, gerund);
        // *passed a law against insulting him*: read with the verb, it belongs to its object.
        const TokenIndex object = noun ? kNoToken : tree_.child(above, "dobj");
        if (word == nullptr && gerund && object != kNoToken && object + 1 == below) {
            word = look_up_through(object, preposition, gerund);
        }
    }
    // *reports speak of clashes*
    const std::string_view lemma = tree_[above].lemma;
    const bool speaks = dep == "prep" && (preposition == "of" || preposition == "about") &&
                        (lemma == "speak" || lemma == "tell" || lemma == "talk");
    if (word == nullptr && speaks) {
        // *villagers spoke of a raid*, not *of the raid*, which others know of
        const TokenIndex who = tree_.child(above, "nsubj");
        const TokenIndex act = tree_.child(below, "pobj");
        const bool told = who != kNoToken && tree_[who].pos != Pos::Pron;
        if (told && lemma == "speak" && act != kNoToken && !is_definite(tree_, act)) {
            word = words_.find("noun", "claim");
        }
    }
    if (word != nullptr || (dep != "ccomp" && !speaks)) return word;
    // *reports say that*, *rumours spread that*
    const TokenIndex subject = tree_.child(above, "nsubj");
    // *Word spread that*, not *Fox News said that*
    const bool noun_subject =
        subject != kNoToken &&
        (tree_[subject].pos == Pos::Noun ||
         (tree_[subject].pos == Pos::Propn && tree_.children(subject).empty()));
    if (!noun_subject || look_up_word("factive", above) != nullptr) {
        return nullptr;
    }
    word = look_up_word("noun", subject);
    const bool told =
        word != nullptr && (word->plain.status == EventStatus::Alleged ||
                            (word->plain.status == EventStatus::Possible && !word->plain.unreal));
    return told ? word : nullptr;
}

/// What the word above says of the one below it.
bool StatusReader::read_above(TokenIndex below, std::string_view preposition,
                              Realis& realis) const {
    const bool hangs_on_be = tree_[below].dep == "ccomp" || tree_[below].dep == "prep";
    const TokenIndex verb = tree_.head(below);
    const TokenIndex above = hangs_on_be ? complement_of(verb) : verb;
    const bool noun = tree_[above].pos == Pos::Noun;
    // *too late to seize it*
    if (tree_[below].dep == "xcomp" || tree_[below].dep == "advcl") {
        const TokenIndex degree = tree_.child(above, "advmod");
        if (degree != kNoToken && tree_[degree].lower == "too" && tree_.has_child(below, "aux")) {
            realis = {tree_[above].lemma == "late" ? EventStatus::Failed : EventStatus::Negated};
            return true;
        }
    }
    // *has spent all week shelling it*
    if (tree_[above].lemma == "spend" && tree_[below].tag == "VBG" && spends_time(above)) {
        realis = {has_auxiliary(above, "have") ? EventStatus::Ongoing : EventStatus::Actual};
        return true;
    }
    // *did nothing to rescue them*: the parser may hang the clause on either word.
    if (has_auxiliary(below, "to")) {
        const TokenIndex object = tree_[above].lemma == "do" ? tree_.child(above, "dobj") : above;
        if (object != kNoToken && tree_[object].lower == "nothing") {
            realis = {EventStatus::Negated};
            return true;
        }
    }
    // *preparations are under way for a raid*: hung on the verb
    const TokenIndex topic = tree_.child(above, "nsubj");
    if (tree_[below].dep == "prep" && preposition == "for" && topic != kNoToken) {
        const StatusWord* plan = look_up("through", topic, preposition);
        if (plan != nullptr && plan->plain.status == EventStatus::Planned && !is_negated(above)) {
            realis = plan->plain;
            return true;
        }
    }
    // *would hear nothing of a raid*, *knows nothing of a raid*
    const std::string_view hears = tree_[tree_.head(above)].lemma;
    if ((preposition == "of" || preposition == "about") && tree_[above].lower == "nothing" &&
        tree_[above].dep == "dobj" && (hears == "hear" || hears == "know")) {
        realis = {EventStatus::Denied};
        return true;
    }
    // *had nothing to do with the attack*
    if (preposition == "with" && tree_[above].lemma == "do" &&
        tree_[tree_.head(above)].lower == "nothing") {
        realis = {EventStatus::Denied};
        return true;
    }
    const StatusWord* word = word_above(below, preposition);
    const bool claim = word == nullptr || word->plain.status == EventStatus::Alleged ||
                       tree_[above].lower == "evidence";
    if (noun && claim && (word != nullptr || is_part(above, preposition) || is_content(below)) &&
        is_denied(above)) {
        realis = {EventStatus::Denied};
        return true;
    }
    if (noun && word == nullptr && is_content(below) && labels_denied(above, is_negated(above))) {
        realis = {EventStatus::Denied};
        return true;
    }
    if (word == nullptr) return false;
    const EventStatus status = word->plain.status;
    if (status == EventStatus::Possible && is_judged(above)) return false;
    // *questions about his attacks*, *the row over the arrests*
    const bool about = preposition == "about" || preposition == "over" || preposition == "on";
    const bool open_plan = status == EventStatus::Possible || status == EventStatus::Planned;
    if (noun && about && open_plan && is_of_known(below)) return false;
    // *keeps marching*; but *Egypt did it, it also kept their wages*
    if (tree_[below].dep == "ccomp" &&
        (status == EventStatus::Ongoing || status == EventStatus::Actual)) {
        return false;
    }
    const bool hinders = status == EventStatus::Failed && !noun;
    const bool negated = is_negated(above) || (above != verb && is_negated(verb)) ||
                         (hinders && is_left_undone(above));
    if (status == EventStatus::Ongoing && is_part_of_known(below)) return false;
    if (status == EventStatus::Failed && !negated && is_to_be_ended(below)) {
        realis = {};
        return true;
    }
    if (status == EventStatus::Failed && !negated && is_still_tried(above)) {
        realis = {EventStatus::Ongoing};
        return true;
    }
    // *goals for the talks*: which are held, or known to come
    static constexpr std::array<std::string_view, 7> kHopes{
        "goal", "aim", "objective", "agenda", "expectation", "priority", "strategy"};
    if (noun && preposition == "for" && is_hoped_from_known(below) &&
        one_of(tree_[above].lemma, kHopes)) {
        return false;
    }
    realis = negated ? Realis{word->negated} : word->plain;
    // *was not required to leave*: and may have
    if (negated && word->plain.unreal && word->negated == EventStatus::Possible) {
        realis.unreal = true;
        return true;
    }
    // *thinks that they will leave*: a forecast
    if (status == EventStatus::Alleged && !negated && tree_[below].dep == "ccomp" &&
        (has_auxiliary(below, "will") || has_auxiliary(below, "'ll"))) {
        realis = {EventStatus::Possible};
        return true;
    }
    if (noun && !negated && undoes_plan(above, realis)) return true;
    if (status == EventStatus::Failed && is_free_to(above)) {
        realis = {EventStatus::Possible};
        return true;
    }
    if (had_to(above, below, *word)) {
        realis = {};
        return true;
    }
    if (!negated && was_able(above, verb == above ? tree_.head(above) : verb)) {
        realis = {};
        return true;
    }
    // *nearly succeeded in*, *may continue to*, *will go on with*
    const bool open = status == EventStatus::Actual || status == EventStatus::Ongoing;
    Realis own;
    if (open && !negated && !noun && read_children(above, own) &&
        weight(own.status) > weight(status)) {
        realis = own;
    }
    // *may be about to attack*, *could be planning to*
    const TokenIndex finite = tree_[verb].dep == "acomp" ? tree_.head(verb) : verb;
    if (status == EventStatus::Planned && !negated && !noun && read_children(finite, own) &&
        own.status == EventStatus::Possible) {
        realis = own;
    }
    if (status == EventStatus::Planned && !negated && !noun &&
        (is_broken_off(below, finite) || is_broken_off(finite, finite))) {
        realis = {EventStatus::Failed};
    }
    return true;
}

/// Words above the predicate: *wants to attack*, *if it attacks*, *expected to*.
bool StatusReader::read_governors(TokenIndex token, Realis& realis) const {
    TokenIndex current = token;
    std::string_view preposition;
    for (int steps = 0; steps < kMaxStatusSteps && !tree_.is_root(current); ++steps) {
        const Token& t = tree_[current];
        const TokenIndex above = t.dep == "conj" ? conjunct_of(tree_, current) : TokenIndex(t.head);
        const Token& governor = tree_[above];
        if (asks_why(current) || is_clause_apart(current)) return false;
        // *the risk of troops invading it*
        if (t.dep == "acl" && t.tag == "VBG" && governor.dep == "pobj" &&
            tree_[governor.head].lower == "of") {
            const TokenIndex thought = tree_.head(governor.head);
            const StatusWord* word = look_up("through", thought, "of");
            if (word != nullptr && tree_[thought].pos == Pos::Noun && !is_negated(thought)) {
                realis = word->plain;
                return true;
            }
        }
        if (is_out_of_reach(current) || is_of_stopped_weapon(current)) {
            realis = {EventStatus::Failed};
            return true;
        }
        if (is_in_event_of(current)) {
            realis = {EventStatus::Possible, true};
            return true;
        }
        if (t.dep == "prep") {
            // *thought better of it*, *fell short of it*
            if (governor.dep == "advmod") {
                const Token& verb = tree_[governor.head];
                const StatusWord* turn = words_.find(
                    "through", fmt::format("{} {} {}", verb.lemma, governor.lower, t.lower));
                if (turn != nullptr) {
                    realis = is_negated(governor.head) ? Realis{turn->negated} : turn->plain;
                    const bool broken = is_broken_off(token, governor.head) ||
                                        is_broken_off(governor.head, governor.head);
                    if (broken && realis.status == EventStatus::Planned) {
                        realis = {EventStatus::Failed};
                    }
                    return true;
                }
            }
            const StatusWord* word = look_up("preposition", current);
            if (word == nullptr && current > 0) {  // *far from*, *short of*
                word = words_.find("preposition",
                                   fmt::format("{} {}", tree_[current - 1].lower, t.lower));
            }
            if (word != nullptr) {
                realis = word->plain;
                return true;
            }
            preposition = t.lower;
            if (read_above(current, preposition, realis)) return true;
            // *is seeking compensation for their attack*
            const TokenIndex known = tree_.child(current, "pobj");
            if (preposition == "for" && governor.pos == Pos::Noun && known != kNoToken &&
                tree_.has_child(known, "poss")) {
                return false;
            }
            // *denied any part in the raid*: the parser may hang the phrase on the verb.
            const TokenIndex part = tree_.child(above, "dobj");
            if (part != kNoToken && part < current && is_part(part, preposition) &&
                is_denied(part)) {
                realis = {EventStatus::Denied};
                return true;
            }
            // *arrested after the attack*: the verb tells of something else.
            if (governor.pos != Pos::Noun ||
                !(carries(preposition) || is_part(above, preposition))) {
                return false;
            }
            preposition = {};
            current = above;
            continue;
        }
        if (t.dep == "csubj" && tree_.child(current, "mark") == kNoToken) {
            return false;  // *when it shut the embassy is unclear*
        }
        if (t.dep == "nsubj" || t.dep == "nsubjpass" || t.dep == "csubj") {
            return read_predicate_of(above, realis);
        }
        // *condemned what they called the abduction of their leader*
        if (is_so_called(current)) {
            realis = {EventStatus::Alleged};
            return true;
        }
        if (t.dep == "pobj" || t.dep == "pcomp") {
            current = above;
            continue;
        }
        // *there may be a raid*, *denied that there had been a raid*
        if (t.dep == "attr" && tree_.has_child(above, "expl")) {
            if (read_children(above, realis)) return true;
            current = above;
            continue;
        }
        // *needed to investigate*: at times parsed as a clause of purpose.
        const bool purpose = t.dep == "advcl" && has_auxiliary(current, "to");
        const bool complement = t.dep == "xcomp" || t.dep == "ccomp" || t.dep == "acl" ||
                                t.dep == "dobj" || t.dep == "conj" || is_content(current) ||
                                is_gerund_object(current);
        if (!complement && !purpose) break;
        if (is_under_inquiry(current)) {
            realis = {EventStatus::Alleged};
            return true;
        }
        if (t.dep != "conj") {
            if (read_above(current, {}, realis)) return true;
            if ((t.dep == "ccomp" || is_content(current)) && is_denied(current)) {
                realis = {EventStatus::Denied};
                return true;
            }
        }
        // *has yet to say whether it will leave*
        if (const TokenIndex mark = tree_.child(current, "mark");
            mark != kNoToken && tree_[mark].lower == "whether") {
            realis = is_told_as_done(current) ? Realis{EventStatus::Alleged}
                                              : Realis{EventStatus::Possible, true};
            return true;
        }
        if (purpose) {
            // *would consider sending troops to fight them*: for an act that is not told to be.
            Realis act;
            const bool open = (t.dep == "advcl" && read_children(above, act)) ||
                              (governor.dep == "xcomp" && read_above(above, {}, act));
            if (open && weight(act.status) >= weight(EventStatus::Possible)) {
                realis = {EventStatus::Possible, true};
                return true;
            }
            break;
        }
        // *footage appears to show guards beating them*
        const bool infinitive = governor.dep == "xcomp" || governor.dep == "advcl";
        if (t.dep == "ccomp" && infinitive && look_up_word("factive", above) != nullptr) {
            const StatusWord* seems = look_up_word("governor", tree_.head(above));
            if (seems != nullptr && seems->plain.status == EventStatus::Alleged) {
                realis = seems->plain;
                return true;
            }
        }
        // *tried to negotiate an end to it*
        if (t.dep == "dobj" && is_brought_about(current, realis)) {
            if (realis.status == EventStatus::Possible) return true;
            current = above;
            continue;
        }
        if (t.dep == "ccomp" || t.dep == "dobj" || t.dep == "relcl") return false;
        // A condition or denial of the governing verb reaches its infinitive, not its report.
        // *the men jailed for inciting riots*: what is done with the men says nothing of it.
        if (t.dep == "acl" && !has_auxiliary(current, "to") && !is_content(current)) break;
        // *stayed at home rather than fighting*
        if (t.dep == "conj" && is_rather_than(above, current)) {
            realis = {EventStatus::Negated};
            return true;
        }
        const bool shared =
            t.dep != "conj" ||
            ((arguments_.subject(current) == arguments_.subject(above) ||
              shares_passive(current)) &&
             !stands_alone(current) &&
             !(follows_but(current) && (is_negated(above) || is_chance_missed(above))));
        // *threatened nobody and cut its links*: the object is the first verb's alone.
        const bool own_object = t.dep == "conj" && denies_object(above);
        // *allegedly broke in and was filmed*: who alleges one thing alleges both.
        Realis before;
        if (t.dep == "conj" && !shared && read_children(above, before) &&
            before.status == EventStatus::Alleged) {
            realis = before;
            return true;
        }
        if (shared && !own_object && t.dep != "acl" && read_children(above, realis)) return true;
        current = above;
    }
    const Token& top = tree_[current];
    if (is_but_for(current)) return false;
    if (top.dep == "advcl" || top.dep == "ccomp") {
        for (const TokenIndex c : tree_.children(current)) {
            if (tree_[c].dep != "mark" && tree_[c].dep != "prep") continue;
            const StatusWord* word = words_.find("marker", tree_[c].lower);
            if (word == nullptr && c > 0) {  // *rather than attack*
                word = words_.find("preposition",
                                   fmt::format("{} {}", tree_[c - 1].lower, tree_[c].lower));
            }
            if (word != nullptr) {
                realis = word->plain;
                return true;
            }
        }
    }
    return false;
}

}  // namespace tidings::coding
