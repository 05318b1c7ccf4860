#include "coding/status.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "language/attachment.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxSteps = 5;

bool is_time_unit(std::string_view lemma) {
    return lemma == "day" || lemma == "night" || lemma == "week" || lemma == "month" ||
           lemma == "year" || lemma == "weekend";
}

/// The prepositions through which a noun tells of what is under it: *the idea of*, *plans for*.
bool carries(std::string_view preposition) {
    return preposition == "of" || preposition == "for" || preposition == "about" ||
           preposition == "to" || preposition == "at" || preposition == "on" ||
           preposition == "against";
}

}  // namespace

int weight(EventStatus status) {
    switch (status) {
        case EventStatus::Negated:
            return 7;
        case EventStatus::Failed:
            return 6;
        case EventStatus::Denied:
            return 5;
        case EventStatus::Possible:
            return 4;
        case EventStatus::Alleged:
            return 3;
        case EventStatus::Planned:
            return 2;
        case EventStatus::Ongoing:
            return 1;
        case EventStatus::Actual:
            return 0;
    }
    return 0;
}

/// The row of a token with its preposition; else with its particle or complement, by its form, by
/// its lemma.
const StatusWord* StatusReader::look_up(std::string_view relation, TokenIndex token,
                                        std::string_view preposition) const {
    if (!preposition.empty()) {
        // *close to signing*, but *closer to signing*
        const StatusWord* form =
            tree_[token].tag == "JJR" || tree_[token].tag == "RBR"
                ? words_.find(relation, fmt::format("{} {}", tree_[token].lower, preposition))
                : nullptr;
        if (form != nullptr) return form;
        return words_.find(relation, fmt::format("{} {}", tree_[token].lemma, preposition));
    }
    const StatusWord* phrase = look_up_phrase(relation, token);
    return phrase != nullptr ? phrase : look_up_word(relation, token);
}

/// The row of a token with a word that depends on it: *rule out*, *make attempt*, *come to
/// nothing*.
const StatusWord* StatusReader::look_up_phrase(std::string_view relation, TokenIndex token) const {
    const std::string_view lemma = tree_[token].lemma;
    for (const TokenIndex c : tree_.children(token)) {
        const Token& child = tree_[c];
        const StatusWord* found = nullptr;
        if (child.dep == "prt" || child.dep == "acomp" || child.dep == "advmod" ||
            child.dep == "oprd") {
            // *put the raid down to them*, not *put down the raid*
            const TokenIndex far = child.dep == "prt" ? tree_.child(token, "prep") : kNoToken;
            if (far != kNoToken) {
                found = words_.find(relation,
                                    fmt::format("{} {} {}", lemma, child.lower, tree_[far].lower));
            }
            if (found == nullptr) {
                found = words_.find(relation, fmt::format("{} {}", lemma, child.lower));
            }
        } else if (child.dep == "dobj" || child.dep == "attr" || child.dep == "pobj" ||
                   child.dep == "pcomp") {  // *make attempt*, *in force*
            found = words_.find(relation, fmt::format("{} {}", lemma, child.lemma));
        } else if (child.dep == "prep") {
            const TokenIndex object = tree_.child(c, "pobj");
            // A preposition that has lost its object is a particle: *was called off*.
            found = object == kNoToken
                        ? words_.find(relation, fmt::format("{} {}", lemma, child.lower))
                        : words_.find(relation, fmt::format("{} {} {}", lemma, child.lower,
                                                            tree_[object].lower));
        }
        if (found != nullptr) return found;
    }
    return nullptr;
}

/// The row of the token alone.
const StatusWord* StatusReader::look_up_word(std::string_view relation, TokenIndex token) const {
    const StatusWord* found = words_.find(relation, tree_[token].lower);
    return found != nullptr ? found : words_.find(relation, tree_[token].lemma);
}

bool StatusReader::read_children(TokenIndex token, Realis& realis) const {
    if (cannot_but(token)) {
        realis = {};
        return true;
    }
    if (is_either_way(token)) {
        realis = {EventStatus::Possible};
        return true;
    }
    bool found = false;
    bool able = false;
    bool before = false;
    const bool perfect = has_auxiliary(token, "have");
    const bool foretold = is_announced(token);
    const auto take = [&](const Realis& own) {
        if (!found || weight(own.status) > weight(realis.status)) realis = own;
        found = true;
    };
    for (const TokenIndex c : tree_.children(token)) {
        const Token& child = tree_[c];
        able = able || (child.dep == "aux" && child.lower == "could");
        before = before || (child.dep == "mark" && child.lower == "before");
        std::string_view relation;
        if (child.dep == "aux" || child.dep == "auxpass") {
            relation = "auxiliary";
            // *he'd asked*: had
            if (child.lemma != "have" && tree_[token].tag == "VBN" && is_clipped_had(c)) continue;
            // *said that it would send*: the future as it was seen from then.
            const bool future =
                child.lower == "would" || child.lower == "'d" || child.lower == "\u2019d";
            if (future && foretold && !perfect) {
                take({EventStatus::Planned});
                continue;
            }
            // *I would call for calm*: said, and politely.
            if (future && is_of_speaker(token)) {
                const StatusWord* polite =
                    words_.find("auxiliary", fmt::format("would {}", tree_[token].lemma));
                if (polite != nullptr) continue;
            }
            // *would have sent*: did not.
            const StatusWord* past =
                perfect ? words_.find("auxiliary", fmt::format("{} have", child.lower)) : nullptr;
            if (past != nullptr) {
                take(past->plain);
                continue;
            }
        } else if (child.dep == "advmod" || child.dep == "npadvmod") {
            relation = "adverb";
        } else if (child.dep == "amod" || child.dep == "compound" || child.dep == "det") {
            relation = "modifier";
        } else if (child.dep == "mark") {
            relation = "marker";
        } else {
            if (child.dep == "prep" && counts_days(c)) take({EventStatus::Ongoing});
            if (child.dep == "advcl") {  // *if the rebels are to be believed*
                const StatusWord* proviso = look_up_proviso(c);
                if (proviso != nullptr) take(proviso->plain);
                const TokenIndex mark = tree_.child(c, "mark");
                const bool condition = mark != kNoToken &&
                                       (tree_[mark].lower == "if" || tree_[mark].lower == "unless");
                if (condition && tree_.is_root(token) && has_auxiliary(token, "will")) {
                    take({EventStatus::Possible, true});
                }
            }
            const TokenIndex object = child.dep == "prep" ? tree_.child(c, "pobj") : kNoToken;
            // *sought in vain*, *in case it attacks*, but not *in the jewel case*; *by the account
            // of*
            if (object != kNoToken) {
                const TokenIndex of = tree_.child(object, "prep");
                const bool bare = tree_.children(object).empty();
                // *in the account of the rebels*, *in the rebels' account*
                const bool owned = of == kNoToken && tree_.has_child(object, "poss") &&
                                   !tree_.has_child(object, "amod");  // not *by his own account*
                const StatusWord* phrase = nullptr;
                if (bare || owned || of != kNoToken) {
                    std::string name = fmt::format("{} {}", child.lower, tree_[object].lower);
                    if (!bare) name += owned ? " of" : fmt::format(" {}", tree_[of].lower);
                    phrase = words_.find("adverb", name);
                }
                if (phrase != nullptr) take(phrase->plain);
            }
            continue;
        }
        const StatusWord* word = words_.find(relation, child.lower);
        if (word == nullptr) word = words_.find(relation, child.lemma);
        // *it was a planned attack*: one that was.
        const bool was = tree_[token].dep == "attr" && tree_[tree_.head(token)].tag == "VBD";
        if (word != nullptr && was && word->plain.status == EventStatus::Planned) continue;
        if (word != nullptr) take(word->plain);
    }
    if (is_negated(token) || denies_object(token)) {
        // *could not free the hostages*: tried, and not able to.
        const bool failed = able && !tree_.has_child(token, "auxpass");
        take({failed ? EventStatus::Failed : EventStatus::Negated});
        if (failed) realis = {EventStatus::Failed};
        return true;
    }
    if (before && able) take({EventStatus::Failed});  // *was shot before he could blow it up*
    return found;
}

bool StatusReader::has_auxiliary(TokenIndex verb, std::string_view lemma) const {
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree_[c].dep == "aux" || tree_[c].dep == "auxpass") &&
               (tree_[c].lemma == lemma || tree_[c].lower == lemma);
    });
}

/// *for a third day*, *now in its 40th day*, *into a second week*.
bool StatusReader::counts_days(TokenIndex preposition) const {
    const std::string_view word = tree_[preposition].lower;
    if (word != "for" && word != "in" && word != "into") return false;
    const TokenIndex unit = tree_.child(preposition, "pobj");
    if (unit == kNoToken || !is_time_unit(tree_[unit].lemma)) return false;
    for (const TokenIndex c : tree_.children(unit)) {
        if (tree_[c].lower == "running") return true;
        const std::string_view ordinal = tree_[c].lower;
        if (tree_[c].dep != "amod" && tree_[c].dep != "nummod") continue;
        if (words_.find("modifier", std::string("ordinal ") + std::string(ordinal)) != nullptr) {
            return true;
        }
        const bool digits = !ordinal.empty() && ordinal.front() >= '0' && ordinal.front() <= '9';
        if (digits && (ordinal.ends_with("th") || ordinal.ends_with("st") ||
                       ordinal.ends_with("nd") || ordinal.ends_with("rd"))) {
            return true;
        }
    }
    return false;
}

/// What is said with *be* of a thing or of a clause: *likely* in *it is likely that*, *let-up* in
/// *there was no let-up*; else the verb itself.
TokenIndex StatusReader::complement_of(TokenIndex verb) const {
    if (tree_[verb].lemma != "be") return verb;
    for (const char* dep : {"acomp", "attr"}) {
        if (const TokenIndex word = tree_.child(verb, dep); word != kNoToken) return word;
    }
    return verb;
}

/// *gear up for*, *plead guilty to*, *look into*.
const StatusWord* StatusReader::look_up_through(TokenIndex word, std::string_view preposition,
                                                bool gerund) const {
    if (gerund) {  // *goes on arresting*, not *went on strike*
        const StatusWord* found =
            words_.find("through", fmt::format("{} {} ing", tree_[word].lemma, preposition));
        if (found != nullptr) return found;
    }
    const StatusWord* found = look_up_particle(word, preposition);
    return found != nullptr ? found : look_up("through", word, preposition);
}

/// *gear up for*, *go on to*: with the particle between.
const StatusWord* StatusReader::look_up_particle(TokenIndex word,
                                                 std::string_view preposition) const {
    for (const TokenIndex c : tree_.children(word)) {
        const Token& child = tree_[c];
        if (child.dep != "prt" && child.dep != "acomp" && child.dep != "advmod") continue;
        const StatusWord* found = words_.find(
            "through", fmt::format("{} {} {}", tree_[word].lemma, child.lower, preposition));
        if (found != nullptr) return found;
    }
    return nullptr;
}

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
    if (dep == "acl" && noun && tree_[below].tag == "VBG" && !is_content(below)) {
        if (const StatusWord* word = enactor_of(above)) return word;
        // *a lawsuit accusing the ministry*: the paper itself says so.
        const StatusWord* paper = look_up_word("noun", above);
        if (paper != nullptr && paper->plain.status == EventStatus::Alleged) return nullptr;
    }
    if ((dep == "xcomp" || dep == "ccomp") && passive) {  // *is said to have fled*
        if (const StatusWord* word = look_up("passive", above)) return word;
    }
    if ((dep == "xcomp" || dep == "advcl") && tree_.has_child(below, "aux")) {
        // *went on to attack*, not *went on attacking*
        if (const StatusWord* word = look_up_particle(above, "to")) return word;
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
    const TokenIndex teller = tree_.child(above, "nsubj");
    if (dep == "ccomp" && teller != kNoToken && tree_[teller].pos == Pos::Noun &&
        is_told_as_past(below)) {
        if (const StatusWord* word = look_up("governor", above, "that")) return word;
    }
    const StatusWord* word = nullptr;
    const bool direct = preposition.empty() || (noun && carries(preposition));
    if (direct) word = look_up(noun ? "noun" : "governor", above);
    if (word == nullptr && direct && noun) word = look_up("governor", above);
    if (word == nullptr && !preposition.empty()) {
        word = look_up_through(above, preposition, tree_.has_child(below, "pcomp"));
    }
    // *reports speak of clashes*
    const std::string_view lemma = tree_[above].lemma;
    const bool speaks = dep == "prep" && (preposition == "of" || preposition == "about") &&
                        (lemma == "speak" || lemma == "tell" || lemma == "talk");
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
    // *did nothing to rescue them*: the parser may hang the clause on either word.
    if (has_auxiliary(below, "to")) {
        const TokenIndex object = tree_[above].lemma == "do" ? tree_.child(above, "dobj") : above;
        if (object != kNoToken && tree_[object].lower == "nothing") {
            realis = {EventStatus::Negated};
            return true;
        }
    }
    // *had nothing to do with the attack*
    if (preposition == "with" && tree_[above].lemma == "do" &&
        tree_[tree_.head(above)].lower == "nothing") {
        realis = {EventStatus::Denied};
        return true;
    }
    const StatusWord* word = word_above(below, preposition);
    if (noun && (word == nullptr || word->plain.status == EventStatus::Alleged) &&
        (word != nullptr || is_part(above, preposition) || is_content(below)) && is_denied(above)) {
        realis = {EventStatus::Denied};
        return true;
    }
    if (noun && word == nullptr && is_content(below) && labels_denied(above, is_negated(above))) {
        realis = {EventStatus::Denied};
        return true;
    }
    if (word == nullptr) return false;
    const EventStatus status = word->plain.status;
    // *questions about his attacks*, *the row over the arrests*
    const bool about = preposition == "about" || preposition == "over" || preposition == "on";
    const bool open_plan = status == EventStatus::Possible || status == EventStatus::Planned;
    if (noun && about && open_plan && is_of_known(below)) return false;
    // *keeps marching*; but *Egypt did it, it also kept their wages*
    if (tree_[below].dep == "ccomp" &&
        (status == EventStatus::Ongoing || status == EventStatus::Actual)) {
        return false;
    }
    const bool negated = is_negated(above) || (above != verb && is_negated(verb));
    realis = negated ? Realis{word->negated} : word->plain;
    if (noun && !negated && undoes_plan(above, realis)) return true;
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
    return true;
}

/// Words above the predicate: *wants to attack*, *if it attacks*, *expected to*.
bool StatusReader::read_governors(TokenIndex token, Realis& realis) const {
    TokenIndex current = token;
    std::string_view preposition;
    for (int steps = 0; steps < kMaxSteps && !tree_.is_root(current); ++steps) {
        const Token& t = tree_[current];
        const TokenIndex above = t.dep == "conj" ? conjunct_of(tree_, current) : TokenIndex(t.head);
        const Token& governor = tree_[above];
        if (asks_why(current)) return false;
        if (t.dep == "prep") {
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
            if (governor.dep == "advmod") {  // *thought better of it*, *fell short of it*
                const Token& verb = tree_[governor.head];
                word = words_.find(
                    "through", fmt::format("{} {} {}", verb.lemma, governor.lower, preposition));
                if (word != nullptr) {
                    realis = is_negated(governor.head) ? Realis{word->negated} : word->plain;
                    return true;
                }
            }
            if (read_above(current, preposition, realis)) return true;
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
        if (t.dep == "nsubj" || t.dep == "nsubjpass") {
            return read_predicate_of(above, realis);
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
        if (t.dep != "conj") {
            if (read_above(current, {}, realis)) return true;
            if ((t.dep == "ccomp" || is_content(current)) && is_denied(current)) {
                realis = {EventStatus::Denied};
                return true;
            }
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
        if (t.dep == "ccomp" || t.dep == "dobj" || t.dep == "relcl") return false;
        // A condition or denial of the governing verb reaches its infinitive, not its report.
        // *the men jailed for inciting riots*: what is done with the men says nothing of it.
        if (t.dep == "acl" && !has_auxiliary(current, "to") && !is_content(current)) break;
        const bool shared =
            t.dep != "conj" ||
            (arguments_.subject(current) == arguments_.subject(above) && !stands_alone(current) &&
             !(follows_but(current) && is_negated(above)));
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

EventStatus StatusReader::undone(TokenIndex word, EventStatus status) const {
    for (const char* relation : {"governor", "noun"}) {
        if (const StatusWord* row = look_up(relation, word)) return row->negated;
    }
    return status == EventStatus::Planned || status == EventStatus::Possible ? EventStatus::Negated
                                                                             : EventStatus::Actual;
}

Realis StatusReader::read(TokenIndex predicate, TokenIndex carrier) const {
    Realis realis = read_words(predicate, carrier);
    if (realis.status == EventStatus::Negated && is_disowned(predicate)) {
        realis = {EventStatus::Denied};
    }
    // *pleaded not guilty to murder*
    if (realis.status == EventStatus::Negated && carrier != kNoToken &&
        tree_[carrier].lemma == "plead") {
        realis = {EventStatus::Denied};
    }
    if (realis.status == EventStatus::Possible && is_asked(predicate)) realis.unreal = true;
    return realis;
}

Realis StatusReader::read_words(TokenIndex predicate, TokenIndex carrier) const {
    const TokenIndex main = carrier == kNoToken ? predicate : carrier;
    if (tree_.is_root(main) && is_asked(main)) return {EventStatus::Possible, true};
    Realis realis;
    if (is_unreal_condition(main, realis)) return realis;
    Realis above;
    const bool own = read_children(predicate, realis);
    if (own && weight(realis.status) >= weight(EventStatus::Denied)) return realis;
    if (tree_[predicate].pos == Pos::Noun) {
        const TokenIndex over = tree_[predicate].dep == "pobj" ? tree_.head(tree_.head(predicate))
                                                               : tree_.head(predicate);
        if (is_given(predicate, over)) return realis;
    }
    const bool carried =
        carrier != kNoToken && (read_children(carrier, above) || read_governors(carrier, above));
    if (carried || read_governors(predicate, above)) {
        // *asked about the alleged attack*: what an act is called counts for more than what is
        // thought of it.
        const bool named = own && realis.status == EventStatus::Alleged &&
                           above.status == EventStatus::Possible && !arguments_.is_verb(predicate);
        return named || (own && weight(realis.status) > weight(above.status)) ? realis : above;
    }
    if (own) return realis;
    if (is_for_infinitive(main)) return {EventStatus::Possible, true};
    if (is_state(predicate)) return {EventStatus::Ongoing};
    if (is_awaited(main)) return {EventStatus::Planned};
    // *Kenya to expel diplomats*: the infinitive of headlines is the future.
    if (tree_.is_root(main)) {
        for (const TokenIndex c : tree_.children(main)) {
            if (tree_[c].dep == "aux" && tree_[c].lower == "to") return {EventStatus::Planned};
        }
    }
    if (is_asked(predicate)) return {EventStatus::Possible, true};
    return {};
}

}  // namespace tidings::coding
