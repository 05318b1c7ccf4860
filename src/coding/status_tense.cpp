// When an act is told to be: to come (*will attack*), past, or going on (*is shelling*, *remains
// jailed*).
#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/status.hpp"
#include "language/calendar_words.hpp"

namespace tidings::coding {

namespace {

/// Acts that are told in the present when their day is fixed.
constexpr std::array<std::string_view, 34> kTimetabled{
    "fly",    "leave",   "arrive",  "travel",   "visit",  "meet",    "sail",  "start",  "begin",
    "open",   "close",   "reopen",  "resume",   "depart", "return",  "head",  "go",     "come",
    "host",   "receive", "convene", "sign",     "ship",   "hold",    "march", "strike", "walk",
    "launch", "deploy",  "gather",  "withdraw", "join",   "release", "try"};

bool is_present(const Token& verb) {
    return verb.tag == "VBZ" || verb.tag == "VBP";
}

}  // namespace

bool StatusReader::is_announced(TokenIndex verb) const {
    // *hopes that they will sign*, *fears it would attack*: a forecast, nobody's word.
    const std::string_view dep = tree_[verb].dep;
    if (tree_.is_root(verb) && is_asked(verb)) return false;
    // *said that they would like to leave*: a wish
    static constexpr std::array<std::string_view, 6> kWishing{"like", "love", "prefer",
                                                              "hate", "wish", "want"};
    if (one_of(tree_[verb].lemma, kWishing) && tree_.has_child(verb, "xcomp")) return false;
    if ((dep == "ccomp" || dep == "acl" || dep == "relcl") && !tree_.is_root(verb)) {
        const TokenIndex above = tree_.head(verb);
        if (look_up("governor", above) != nullptr) return false;
        // *the danger that militants will kidnap them*
        const StatusWord* noun = is_content(verb) ? look_up_word("noun", above) : nullptr;
        if (noun != nullptr && noun->plain.status == EventStatus::Possible) return false;
    }
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux") continue;
        const std::string_view word = tree_[c].lower;
        if (word == "would" || word == "'d" || word == "\u2019d") {
            // *said that it would leave*, not *"I would leave," she said*, nor *he'd left*
            const bool had = word != "would" && tree_[verb].tag != "VB";
            // *it is strange that he would leave*
            const bool judged = tree_[tree_.head(verb)].lemma == "be";
            const bool open = judged || (is_of_speaker(verb) && !tree_.has_child(verb, "neg"));
            if (tree_[verb].dep == "ccomp" && !open && !had) return true;
            continue;
        }
        if (word == "will" || word == "wo" || word == "'ll" || word == "\u2019ll" ||
            word == "shall")
            return true;
        if (word == "to" && heads_headline(verb)) return true;
    }
    return false;
}

/// *Kenya to expel diplomats*, *Chad and Niger to meet in Cairo*
bool StatusReader::heads_headline(TokenIndex verb) const {
    if (tree_.is_root(verb)) return true;
    const TokenIndex above = tree_.head(verb);
    return tree_[verb].dep == "xcomp" && tree_[above].pos == Pos::Propn && tree_.is_root(above);
}

/// *ruled that he should stay in jail*: what a court says should be done is ordered.
bool StatusReader::is_ruled(TokenIndex verb, std::string_view auxiliary) const {
    static constexpr std::array<std::string_view, 4> kRuling{"rule", "order", "decree", "direct"};
    static constexpr std::array<std::string_view, 7> kCourts{
        "court", "judge", "tribunal", "jury", "magistrate", "justice", "bench"};
    if ((auxiliary != "should" && auxiliary != "must") || tree_[verb].dep != "ccomp") return false;
    const TokenIndex ruling = tree_.head(verb);
    const TokenIndex court = tree_.child(ruling, "nsubj");
    return court != kNoToken && one_of(tree_[ruling].lemma, kRuling) &&
           one_of(tree_[court].lower, kCourts);
}

/// *there can be no compromise*
bool StatusReader::has_none(TokenIndex verb) const {
    const TokenIndex what = tree_.child(verb, "attr");
    const TokenIndex word = what == kNoToken ? what : tree_.child(what, "det");
    return word != kNoToken && tree_[word].lower == "no";
}

/// *I*, *we*: in words that are quoted as they were said.
bool StatusReader::is_of_speaker(TokenIndex verb) const {
    const TokenIndex subject = tree_.child(verb, "nsubj");
    if (subject == kNoToken) return false;
    const std::string_view word = tree_[subject].lower;
    return word == "i" || word == "we" || word == "you";
}

bool StatusReader::is_told_as_past(TokenIndex verb) const {
    if (tree_[verb].tag == "VBD") return tree_[verb].lower != tree_[verb].lemma;
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const Token& word = tree_[c];
        const bool helps = word.dep == "aux" || word.dep == "auxpass";
        return (helps && (word.tag == "VBD" || word.tag == "VBZ" || word.tag == "VBP") &&
                word.lower != "be") ||
               (word.lower == "never");
    });
}

bool StatusReader::lasts(TokenIndex verb) const {
    bool since = false;
    bool perfect = false;
    for (const TokenIndex c : tree_.children(verb)) {
        const Token& child = tree_[c];
        since = since || (child.lower == "since" && (child.dep == "prep" || child.dep == "advmod"));
        perfect = perfect || (child.dep == "aux" && is_present(child) && child.lemma != "be");
    }
    return since && perfect;
}

/// *have blocked the gates every morning this week*
bool StatusReader::recurs(TokenIndex verb) const {
    bool perfect = false;
    bool every = false;
    for (const TokenIndex c : tree_.children(verb)) {
        const Token& child = tree_[c];
        perfect = perfect || (child.dep == "aux" && is_present(child) && child.lemma == "have");
        const TokenIndex which =
            child.dep == "npadvmod" ? tree_.child(c, "det") : TokenIndex{kNoToken};
        every = every || (which != kNoToken &&
                          (tree_[which].lower == "every" || tree_[which].lower == "each"));
    }
    return perfect && every;
}

bool StatusReader::is_being(TokenIndex verb) const {
    // *remain on strike*
    const bool stays = tree_[verb].lemma == "remain" || tree_[verb].lemma == "stay";
    if (stays && is_present(tree_[verb])) return tree_.has_child(verb, "prep");
    if (tree_[verb].lemma != "be" || tree_.has_child(verb, "attr") ||
        tree_.has_child(verb, "acomp")) {
        return false;
    }
    const auto words = tree_.children(verb);
    if (is_present(tree_[verb])) return tree_.has_child(verb, "prep");
    // *have been on strike*, not *has been in contact*
    return tree_[verb].tag == "VBN" &&
           std::any_of(
               words.begin(), words.end(),
               [&](TokenIndex c) { return tree_[c].dep == "prep" && tree_[c].lower == "on"; }) &&
           std::any_of(words.begin(), words.end(),
                       [&](TokenIndex c) { return tree_[c].dep == "aux" && is_present(tree_[c]); });
}

bool StatusReader::has_gone_on(TokenIndex verb) const {
    if (tree_[verb].tag != "VBG" || !has_auxiliary(verb, "been")) return false;
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(),
                       [&](TokenIndex c) { return tree_[c].dep == "aux" && is_present(tree_[c]); });
}

/// *were again shelling the town*, *was still holding them*
bool StatusReader::goes_on_again(TokenIndex verb) const {
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "advmod" && (tree_[c].lower == "again" || tree_[c].lower == "still");
    });
}

/// *The standoff drags on, with troops surrounding the embassy*
bool StatusReader::is_beside(TokenIndex verb) const {
    TokenIndex with = tree_.head(verb);
    if (tree_[verb].dep == "acl" && tree_[with].dep == "pobj") {
        with = tree_.head(with);
    } else if (tree_[verb].dep != "pcomp") {
        return false;
    }
    return tree_[with].lower == "with" && tree_[with].dep == "prep" && with > 0 &&
           tree_[with - 1].pos == Pos::Punct && is_present(tree_[tree_.head(with)]);
}

bool StatusReader::is_in_progress(TokenIndex verb) const {
    const bool passive = tree_[verb].tag == "VBN" && has_auxiliary(verb, "being");
    if (tree_[verb].tag != "VBG" && !passive) return false;
    bool be = false;
    bool helped = false;
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux" && tree_[c].dep != "auxpass") continue;
        helped = true;
        const std::string_view word = tree_[c].lower;
        if (word == "had") return false;
        // *were again shelling the town*; *was shelling it when* only tells when
        if (word == "was" || word == "were") return goes_on_again(verb);
        be = be || (tree_[c].lemma == "be" && word != "being") || word == "'s" || word == "'re" ||
             word == "\u2019s" || word == "\u2019re";
    }
    // *is mediating between them*, which the parser may take for a noun
    const TokenIndex above = tree_.head(verb);
    const bool attribute = tree_[verb].dep == "attr" && tree_[verb].pos == Pos::Verb;
    if (attribute && tree_[above].lemma == "be" && is_present(tree_[above])) return true;
    if (be) return true;
    if (helped) return false;
    if (is_beside(verb)) return true;
    // The headline leaves out *is*.
    if (tree_.is_root(verb)) return arguments_.subject(verb) != kNoToken;
    // *Troops leaving Niger, convoys rolling to Chad*; *Troops leaving Niger, witnesses say*
    const TokenIndex top = tree_.head(above);
    const bool bare =
        tree_[above].dep == "dep" || (tree_[above].dep == "nsubj" && tree_.is_root(top) &&
                                      tree_[top].tag == "VBG" && !tree_.has_child(top, "aux"));
    return tree_[verb].dep == "acl" && bare;
}

/// *until they pay*, *once they have paid*: the terms of somebody else.
bool StatusReader::is_term(TokenIndex clause) const {
    const auto words = tree_.children(clause);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view word = tree_[c].lower;
        return c < clause && (word == "until" || word == "till" || word == "once");
    });
}

/// *will keep its base after the troops leave*: in the present beside what is to come, it is to
/// come too.
bool StatusReader::is_awaited(TokenIndex verb) const {
    if (tree_[verb].dep != "advcl") return false;
    const auto words = tree_.children(verb);
    // *once the men are freed*
    const bool passive = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "auxpass" && is_present(tree_[c]);
    });
    if (!is_present(tree_[verb]) && !passive) return false;
    const bool when = std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const std::string_view word = tree_[c].lower;
        return (tree_[c].dep == "mark" || tree_[c].dep == "advmod") &&
               (word == "after" || word == "when" || word == "once" || word == "until" ||
                word == "till" || word == "before");
    });
    if (!when) return false;
    const bool until = is_term(verb);
    const auto above = tree_.children(tree_.head(verb));
    return std::any_of(above.begin(), above.end(), [&](TokenIndex c) {
        const std::string_view word = tree_[c].lower;
        if (tree_[c].dep != "aux") return false;
        // *should stay until they pay*, *vowed to strike until they pay*
        return word == "will" || word == "would" || word == "'ll" ||
               (until && (word == "should" || word == "must" || word == "to"));
    });
}

/// *flies to Oslo on Sunday.*, *January, when they leave*: in the present with a day or month.
/// Headlines, which have no full stop, tell of the past so.
bool StatusReader::is_timetabled(TokenIndex verb) const {
    const auto words = tree_.children(verb);
    bool present = is_present(tree_[verb]);
    for (const TokenIndex c : words) {
        if (tree_[c].dep != "aux" && tree_[c].dep != "auxpass") continue;
        present = tree_[c].lemma == "get" && is_present(tree_[c]);  // *gets going*
        if (!present) return false;
    }
    if (!present) return false;
    if (tree_[verb].dep == "relcl" && is_month(tree_[tree_.head(verb)].lower)) {
        return std::any_of(words.begin(), words.end(),
                           [&](TokenIndex c) { return tree_[c].lower == "when"; });
    }
    if (!one_of(tree_[verb].lemma, kTimetabled)) return false;
    const Sentence& sentence = tree_.parse().sentences[tree_[verb].sentence];
    TokenIndex last = sentence.last;
    while (last > sentence.first + 1 && tree_[last - 1].pos == Pos::Space) --last;
    const bool main = tree_.is_root(verb) || tree_[verb].dep == "relcl";
    if (!main || tree_[last - 1].lower != ".") return false;
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        const TokenIndex day = tree_[c].dep == "prep" && tree_[c].lower == "on"
                                   ? tree_.child(c, "pobj")
                                   : TokenIndex{kNoToken};
        return day != kNoToken && is_weekday(tree_[day].lower) && tree_.children(day).empty();
    });
}

/// *are camped outside the palace*, *are massed on the border*: where they are now.
bool StatusReader::is_posted(TokenIndex verb) const {
    static constexpr std::array<std::string_view, 12> kPosted{
        "camp",    "encamp", "mass", "huddle",   "lock",     "barricade",
        "station", "intern", "hold", "surround", "blockade", "perch"};
    if (tree_[verb].tag != "VBN" || !one_of(tree_[verb].lemma, kPosted)) return false;
    const auto words = tree_.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree_[c].dep == "auxpass" && is_present(tree_[c]);
    });
}

/// *are in talks*, *is on hunger strike*, *remains under siege*, *remains jailed*.
bool StatusReader::is_state(TokenIndex token) const {
    const std::string_view dep = tree_[token].dep;
    TokenIndex verb = tree_.head(token);
    // *remains jailed*, *remain opposed to it*
    bool state = (dep == "acomp" || dep == "oprd" || dep == "xcomp") &&
                 (tree_[token].tag == "VBN" || tree_[token].lower == "opposed");
    // *is mediating between them*, *are busy mediating*, read as a noun
    if (dep == "attr" && tree_[token].pos == Pos::Noun && tree_[token].lower.ends_with("ing")) {
        const TokenIndex sides = tree_.child(token, "prep");
        return tree_[verb].lemma == "be" && is_present(tree_[verb]) && sides != kNoToken &&
               tree_[sides].lower == "between" && !tree_.has_child(token, "det");
    }
    if (dep == "pobj" && !tree_.has_child(token, "det")) {
        const std::string_view word = tree_[verb].lower;
        if (word != "in" && word != "on" && word != "under" && word != "at") return false;
        verb = tree_.head(verb);
        state = tree_[verb].lemma == "be";
    }
    const bool remains = look_up_word("auxiliary", verb) != nullptr && tree_[verb].lemma != "be" &&
                         (dep == "pobj" || state);
    return (remains || (state && dep == "pobj")) && is_present(tree_[verb]);
}

}  // namespace tidings::coding
