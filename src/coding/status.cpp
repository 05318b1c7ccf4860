#include "coding/status.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/one_of.hpp"
#include "language/attachment.hpp"

namespace tidings::coding {

bool is_time_unit(std::string_view lemma) {
    return lemma == "day" || lemma == "night" || lemma == "week" || lemma == "month" ||
           lemma == "year" || lemma == "weekend";
}

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
    if (const StatusWord* phrase = look_up_phrase(relation, token)) return phrase;
    // *set off clashes*, *closed the talks*: other verbs than in *is set to*, *is close to*
    const bool other = tree_[token].pos == Pos::Verb && !tree_.has_child(token, "xcomp") &&
                       (tree_.has_child(token, "prt") || tree_[token].lemma == "close");
    return other && relation == "governor" ? nullptr : look_up_word(relation, token);
}

/// The row of a token with a word that depends on it: *rule out*, *make attempt*, *come to
/// nothing*.
const StatusWord* StatusReader::look_up_phrase(std::string_view relation, TokenIndex token) const {
    std::string_view lemma = tree_[token].lemma;
    if (tree_[token].lower == "raged") lemma = "rage";  // which the model takes for *rag*
    for (const TokenIndex c : tree_.children(token)) {
        const Token& child = tree_[c];
        const StatusWord* found = nullptr;
        if (child.dep == "prt" || child.dep == "acomp" || child.dep == "advmod" ||
            child.dep == "oprd" ||
            (child.dep == "xcomp" && (child.pos == Pos::Adj || child.lower == "open"))) {
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
            // A preposition that has lost its object is a particle: *was called off*; so is one
            // before another (*raged on outside Goma*).
            constexpr std::array<std::string_view, 6> kNext{"outside", "in",     "near",
                                                            "around",  "across", "inside"};
            const bool doubled = c + 1 < tree_.size() && one_of(tree_[c + 1].lower, kNext);
            found = object == kNoToken || doubled
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
    if (cannot_but(token) || is_just_before(token) || is_but_for(token)) {
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
            if (is_ruled(token, child.lower)) continue;
            // *there can be no compromise*: ruled out
            if (child.lower == "can" && tree_.has_child(token, "expl") && has_none(token)) continue;
            // *said that it would send*: the future as it was seen from then.
            const bool future =
                child.lower == "would" || child.lower == "'d" || child.lower == "\u2019d";
            if (future && foretold && !perfect) {
                take({EventStatus::Planned});
                continue;
            }
            // *hinted that it would block the bid*: not said outright.
            if (future && !perfect && tree_[token].dep == "ccomp") {
                const StatusWord* hint = look_up_word("governor", tree_.head(token));
                const std::string_view verb = tree_[tree_.head(token)].lemma;
                if (hint != nullptr && (verb == "hint" || verb == "suggest") &&
                    !is_of_speaker(token)) {
                    take({hint->plain.status});
                    continue;
                }
            }
            // *I would call for calm*, *Kenya would like them to open it*: said, and politely.
            const bool wish = tree_[token].lemma == "like" && tree_.has_child(token, "dobj");
            if (future && (is_of_speaker(token) || wish)) {
                const StatusWord* polite =
                    words_.find("auxiliary", fmt::format("would {}", tree_[token].lemma));
                if (polite != nullptr) continue;
            }
            // *would have sent*: did not.
            const StatusWord* past =
                perfect ? words_.find("auxiliary", fmt::format("{} have", child.lower)) : nullptr;
            if (past != nullptr) {
                take(is_chance_missed(token) ? Realis{EventStatus::Negated} : past->plain);
                continue;
            }
        } else if (child.dep == "advmod" || child.dep == "npadvmod") {
            if (is_all_the_same(token, c) || is_of_sentence(c)) continue;
            relation = "adverb";
        } else if (child.dep == "amod" || child.dep == "compound" || child.dep == "det") {
            relation = "modifier";
        } else if (child.dep == "nmod" && child.lower == "be" && has_auxiliary(c, "would")) {
            if (const StatusWord* word = words_.find("modifier", "would-be")) take(word->plain);
            continue;
        } else if (child.dep == "mark") {
            relation = "marker";
        } else {
            if (child.dep == "prep" && counts_days(c)) take({EventStatus::Ongoing});
            // *a murder, allegedly by agents*
            if (child.dep == "prep" && child.lower == "by" && tree_.has_child(c, "advmod")) {
                const StatusWord* said = look_up_word("adverb", tree_.child(c, "advmod"));
                if (said != nullptr) take(said->plain);
            }
            if (const StatusWord* fate = look_up_fate(token, c)) take(fate->plain);
            if (const StatusWord* said = look_up_aside(c)) take(said->plain);
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
                // *in case it attacks*, but not *sent troops in case*
                const bool in_case =
                    child.lower == "in" && c > token && bare &&
                    (tree_[object].lower == "case" || tree_[object].lower == "event");
                if ((bare || owned || of != kNoToken) && !in_case) {
                    std::string name = fmt::format("{} {}", child.lower, tree_[object].lower);
                    if (!bare) name += owned ? " of" : fmt::format(" {}", tree_[of].lower);
                    phrase = words_.find("adverb", name);
                }
                if (phrase != nullptr) take(phrase->plain);
            }
            continue;
        }
        // *to learn whether it had fired*: somebody says so
        if (child.dep == "mark" && child.lower == "whether" && is_told_as_done(token)) {
            take({EventStatus::Alleged});
            continue;
        }
        const StatusWord* word = words_.find(relation, child.lower);
        if (word == nullptr) word = words_.find(relation, child.lemma);
        // *it was a planned attack*: one that was.
        const bool was = tree_[token].dep == "attr" && tree_[tree_.head(token)].tag == "VBD";
        if (word != nullptr && was && word->plain.status == EventStatus::Planned) continue;
        if (word != nullptr) take(word->plain);
    }
    // *all but expelled him*
    if (token > 1 && tree_[token - 1].lower == "but" && tree_[token - 2].lower == "all") {
        take({EventStatus::Failed});
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
        // *now in its final days*
        const bool of_noun = tree_[tree_.head(preposition)].pos == Pos::Noun;
        if (of_noun && word == "in" && tree_.has_child(unit, "poss") &&
            (ordinal == "final" || ordinal == "last" || ordinal == "closing" ||
             ordinal == "early" || ordinal == "opening")) {
            return true;
        }
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
        const bool object = child.dep == "dobj";  // *changed its mind about*
        if (!object && child.dep != "prt" && child.dep != "acomp" && child.dep != "advmod") {
            continue;
        }
        const StatusWord* found =
            words_.find("through", fmt::format("{} {} {}", tree_[word].lemma,
                                               object ? child.lemma : child.lower, preposition));
        if (found != nullptr) return found;
    }
    return nullptr;
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
    const bool own = read_children(predicate, realis) || is_as_told(predicate, realis);
    if (own && weight(realis.status) >= weight(EventStatus::Denied)) return realis;
    if (is_so_called(predicate)) return {EventStatus::Alleged};
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
    if (is_cleared(main) || is_still_to_come(main)) return {EventStatus::Planned};
    if (is_for_infinitive(main)) return {EventStatus::Possible, true};
    if (is_state(predicate) || is_posted(main)) return {EventStatus::Ongoing};
    if (is_awaited(main)) {
        return {is_term(main) ? EventStatus::Possible : EventStatus::Planned};
    }
    if (is_timetabled(main)) return {EventStatus::Planned};
    // *Kenya to expel diplomats*: the infinitive of headlines is the future.
    if (heads_headline(main)) {
        for (const TokenIndex c : tree_.children(main)) {
            if (tree_[c].dep == "aux" && tree_[c].lower == "to") return {EventStatus::Planned};
        }
    }
    if (is_asked(predicate)) return {EventStatus::Possible, true};
    return {};
}

}  // namespace tidings::coding
