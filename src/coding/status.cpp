#include "coding/status.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/tsv_table.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxSteps = 5;
constexpr std::array<std::string_view, 13> kRelations{
    "auxiliary", "adverb", "modifier",    "subject", "governor", "through",  "passive",
    "noun",      "marker", "preposition", "label",   "denier",   "predicate"};
constexpr std::array<std::pair<std::string_view, EventStatus>, 8> kStatuses{{
    {"actual", EventStatus::Actual},
    {"ongoing", EventStatus::Ongoing},
    {"planned", EventStatus::Planned},
    {"possible", EventStatus::Possible},
    {"alleged", EventStatus::Alleged},
    {"denied", EventStatus::Denied},
    {"negated", EventStatus::Negated},
    {"failed", EventStatus::Failed},
}};

/// Which of two words says more: a negation undoes whatever else is said.
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

/// What is left of a status whose word is negated: who did not fail to act has acted.
EventStatus undone(EventStatus status) {
    const bool unreal = status == EventStatus::Negated || status == EventStatus::Failed ||
                        status == EventStatus::Denied || status == EventStatus::Actual;
    if (status == EventStatus::Actual) return EventStatus::Negated;
    return unreal ? EventStatus::Actual : EventStatus::Negated;
}

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

std::optional<EventStatus> status_named(std::string_view word) {
    for (const auto& [name, status] : kStatuses) {
        if (name == word) return status;
    }
    return std::nullopt;
}

Status StatusWords::load(const std::string& path) {
    auto table =
        TsvTable::load(path, {{"word", "relation", "status"}, {"unreal", "if_negated", "note"}});
    if (!table) return tl::unexpected<Error>(table.error());
    for (const TsvRow& row : table->rows()) {
        const std::string_view relation = row["relation"];
        if (std::find(kRelations.begin(), kRelations.end(), relation) == kRelations.end()) {
            return row.fail("relation", "unknown relation",
                            fmt::format("known are {}", fmt::join(kRelations, ", ")));
        }
        const auto status = status_named(row["status"]);
        if (!status) return row.fail("status", "there is no status " + std::string(row["status"]));
        if (!row["unreal"].empty() && row["unreal"] != "yes") {
            return row.fail("unreal", "must be yes or empty");
        }
        StatusWord word{{*status, !row["unreal"].empty()}, undone(*status)};
        if (!row["if_negated"].empty()) {
            const auto negated = status_named(row["if_negated"]);
            if (!negated) {
                return row.fail("if_negated",
                                "there is no status " + std::string(row["if_negated"]));
            }
            word.negated = *negated;
        }
        words_[std::string(relation) + " " + std::string(row["word"])] = word;
    }
    return {};
}

const StatusWord* StatusWords::find(std::string_view relation, std::string_view word) const {
    const auto found = words_.find(std::string(relation) + " " + std::string(word));
    return found == words_.end() ? nullptr : &found->second;
}

/// The row of a token: with its particle or complement, by its form, by its lemma.
const StatusWord* StatusReader::look_up(std::string_view relation, TokenIndex token,
                                        std::string_view preposition) const {
    const Token& word = tree_[token];
    const std::string lemma(word.lemma);
    if (!preposition.empty()) return words_.find(relation, lemma + " " + std::string(preposition));
    for (const TokenIndex c : tree_.children(token)) {
        const Token& child = tree_[c];
        const StatusWord* found = nullptr;
        if (child.dep == "prt" || child.dep == "acomp" || child.dep == "advmod") {
            found = words_.find(relation, lemma + " " + std::string(child.lower));
        } else if (child.dep == "dobj" || child.dep == "attr") {
            found = words_.find(relation, lemma + " " + std::string(child.lemma));
        } else if (child.dep == "prep") {
            const TokenIndex object = tree_.child(c, "pobj");
            if (object != kNoToken) {
                found = words_.find(relation, lemma + " " + std::string(child.lower) + " " +
                                                  std::string(tree_[object].lower));
            }
        }
        if (found != nullptr) return found;
    }
    return look_up_word(relation, token);
}

/// The row of the token alone.
const StatusWord* StatusReader::look_up_word(std::string_view relation, TokenIndex token) const {
    const StatusWord* found = words_.find(relation, tree_[token].lower);
    return found != nullptr ? found : words_.find(relation, tree_[token].lemma);
}

/// *cannot but approve*: approves. The parser hangs *not* on either verb.
bool StatusReader::cannot_but(TokenIndex token) const {
    const auto words = tree_.children(token);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return (tree_[c].dep == "neg" && c + 1 < tree_.size() && tree_[c + 1].lower == "but") ||
               (tree_[c].dep == "cc" && c > 0 && c < token && tree_[c].lower == "but" &&
                tree_[c - 1].dep == "neg");
    });
}

/// *nobody demonstrated*, *no troops left*, *neither side fired*, *did not fire*.
bool StatusReader::is_negated(TokenIndex token) const {
    for (const TokenIndex c : tree_.children(token)) {
        const Token& child = tree_[c];
        if (child.dep == "neg") {
            // *not only attacked but burned*
            const TokenIndex next = c + 1;
            const bool only = next < tree_.size() &&
                              (tree_[next].lower == "only" || tree_[next].lower == "just" ||
                               tree_[next].lower == "merely");
            if (!only) return true;
        }
        if (child.dep == "preconj" && child.lower == "neither") return true;
        if ((child.dep == "det" || child.dep == "cc") &&
            (child.lower == "no" || child.lower == "neither")) {
            return true;
        }
        if (child.dep != "nsubj" && child.dep != "nsubjpass") continue;
        if (words_.find("subject", child.lower) != nullptr) return true;
        for (const TokenIndex d : tree_.children(c)) {
            const Token& word = tree_[d];
            // *no fewer than forty* are forty.
            const bool measure = d + 1 < tree_.size() &&
                                 (tree_[d + 1].lower == "fewer" || tree_[d + 1].lower == "less");
            if (measure) continue;
            if ((word.dep == "det" || word.dep == "cc" || word.dep == "preconj" ||
                 word.dep == "advmod" || word.dep == "neg") &&
                words_.find("subject", word.lower) != nullptr) {
                return true;
            }
        }
    }
    return false;
}

bool StatusReader::read_children(TokenIndex token, Realis& realis) const {
    if (cannot_but(token)) {
        realis = {};
        return true;
    }
    bool found = false;
    bool able = false;
    bool before = false;
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
        } else if (child.dep == "advmod" || child.dep == "npadvmod") {
            relation = "adverb";
        } else if (child.dep == "amod" || child.dep == "compound" || child.dep == "det") {
            relation = "modifier";
        } else if (child.dep == "mark") {
            relation = "marker";
        } else {
            if (child.dep == "prep" && counts_days(c)) take({EventStatus::Ongoing});
            const TokenIndex object = child.dep == "prep" ? tree_.child(c, "pobj") : kNoToken;
            if (object != kNoToken) {  // *sought in vain*
                const StatusWord* phrase =
                    words_.find("adverb", fmt::format("{} {}", child.lower, tree_[object].lower));
                if (phrase != nullptr) take(phrase->plain);
            }
            continue;
        }
        const StatusWord* word = words_.find(relation, child.lower);
        if (word == nullptr) word = words_.find(relation, child.lemma);
        if (word != nullptr) take(word->plain);
    }
    if (is_negated(token)) {
        // *could not free the hostages*: tried, and not able to.
        const bool failed = able && !tree_.has_child(token, "auxpass");
        take({failed ? EventStatus::Failed : EventStatus::Negated});
        if (failed) realis = {EventStatus::Failed};
        return true;
    }
    if (before && able) take({EventStatus::Failed});  // *was shot before he could blow it up*
    return found;
}

/// *for a third day*, *now in its 40th day*, *into a second week*.
bool StatusReader::counts_days(TokenIndex preposition) const {
    const std::string_view word = tree_[preposition].lower;
    if (word != "for" && word != "in" && word != "into") return false;
    const TokenIndex unit = tree_.child(preposition, "pobj");
    if (unit == kNoToken || !is_time_unit(tree_[unit].lemma)) return false;
    for (const TokenIndex c : tree_.children(unit)) {
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

/// *Had they sent troops*, *should they attack*, *were they to attack*.
bool StatusReader::is_unreal_condition(TokenIndex verb, Realis& realis) const {
    TokenIndex subject = tree_.child(verb, "nsubj");
    if (subject == kNoToken) subject = tree_.child(verb, "nsubjpass");
    if (subject == kNoToken || is_asked(verb)) return false;
    for (const TokenIndex c : tree_.children(verb)) {
        const Token& child = tree_[c];
        const bool helps = child.dep == "aux" || child.dep == "auxpass";
        if (!helps || c > subject) continue;
        const bool had = child.lower == "had";
        if (!had && child.lower != "should" && child.lower != "were") continue;
        realis = {had ? EventStatus::Negated : EventStatus::Possible, true};
        return true;
    }
    return false;
}

/// *rejected claims that*, *called it a lie that*, *dismissed as a fabrication the story that*.
bool StatusReader::is_denied(TokenIndex claim) const {
    TokenIndex at = claim;
    for (int steps = 0; steps < 3 && !tree_.is_root(at); ++steps) {
        const std::string_view dep = tree_[at].dep;
        if (dep != "dobj" && dep != "pobj" && dep != "prep" && dep != "conj" &&
            dep != "nsubjpass" && dep != "ccomp" && dep != "acl") {
            return false;
        }
        const TokenIndex above = tree_.head(at);
        if (look_up("label", above) != nullptr && tree_[above].pos == Pos::Noun) {
            return !is_negated(above);
        }
        if (look_up("denier", above) != nullptr) return !is_negated(above);
        for (const TokenIndex c : tree_.children(above)) {
            const std::string_view child = tree_[c].dep;
            if (child == "oprd" || child == "attr" || child == "acomp" || child == "dobj") {
                if (c != at && look_up("label", c) != nullptr) return !is_negated(above);
            } else if (child == "prep" && tree_[c].lower == "as") {
                for (const TokenIndex o : tree_.children(c)) {
                    if (look_up("label", o) != nullptr) return !is_negated(above);
                }
            }
        }
        at = above;
    }
    return false;
}

bool StatusReader::read_predicate_of(TokenIndex verb, Realis& realis) const {
    const bool negated = is_negated(verb);
    const StatusWord* word = look_up("predicate", verb);
    if (word == nullptr && tree_[verb].lemma == "be") {
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
    // *the test set off sirens*: what an event does says nothing of whether it was.
    const TokenIndex object = tree_.child(verb, "dobj");
    const bool acts =
        object != kNoToken && (word == nullptr || word == look_up_word("predicate", verb));
    if (word == nullptr || acts) return false;
    realis = negated ? Realis{word->negated} : word->plain;
    // *took place*, *broke out*: the helping verbs tell whether.
    if (realis.status == EventStatus::Actual) return read_children(verb, realis);
    return true;
}

/// What the word above says: *wants to attack*, *stopped them from marching*, *the idea of a raid*.
bool StatusReader::read_above(TokenIndex below, std::string_view preposition,
                              Realis& realis) const {
    const TokenIndex above = tree_.head(below);
    const Token& governor = tree_[above];
    const bool noun = governor.pos == Pos::Noun;
    const StatusWord* word = nullptr;
    if (tree_[below].dep == "xcomp" && tree_.has_child(above, "auxpass")) {
        word = look_up("passive", above);  // *is said to have fled*
    }
    if (word == nullptr && tree_[below].dep == "xcomp" && tree_.has_child(below, "aux")) {
        word = look_up("through", above, "to");  // *has to leave*, not *has a meeting*
    }
    if (word == nullptr && (preposition.empty() || noun))
        word = look_up(noun ? "noun" : "governor", above);
    if (word == nullptr && noun) word = look_up("governor", above);
    if (word == nullptr && !preposition.empty()) word = look_up("through", above, preposition);
    if (word == nullptr) return false;
    const EventStatus status = word->plain.status;
    // *keeps marching*; but *Egypt did it, it also kept their wages*
    if (tree_[below].dep == "ccomp" &&
        (status == EventStatus::Ongoing || status == EventStatus::Actual)) {
        return false;
    }
    if (noun && word->plain.status == EventStatus::Alleged && is_denied(above)) {
        realis = {EventStatus::Denied};
        return true;
    }
    realis = is_negated(above) ? Realis{word->negated} : word->plain;
    return true;
}

/// Words above the predicate: *wants to attack*, *if it attacks*, *expected to*.
bool StatusReader::read_governors(TokenIndex token, Realis& realis) const {
    TokenIndex current = token;
    std::string_view preposition;
    for (int steps = 0; steps < kMaxSteps && !tree_.is_root(current); ++steps) {
        const Token& t = tree_[current];
        const TokenIndex above = t.head;
        const Token& governor = tree_[above];
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
            if (read_above(current, preposition, realis)) return true;
            // *arrested after the attack*: the verb tells of something else.
            if (governor.pos != Pos::Noun || !carries(preposition)) return false;
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
        // *needed to investigate*: at times parsed as a clause of purpose.
        const bool purpose = t.dep == "advcl" && tree_.has_child(current, "aux");
        const bool complement = t.dep == "xcomp" || t.dep == "ccomp" || t.dep == "acl" ||
                                t.dep == "dobj" || t.dep == "conj";
        if (!complement && !purpose) break;
        if (t.dep != "conj") {
            if (read_above(current, {}, realis)) return true;
            if (t.dep == "ccomp" && is_denied(current)) {
                realis = {EventStatus::Denied};
                return true;
            }
        }
        if (purpose) break;
        if (t.dep == "ccomp" || t.dep == "dobj") return false;
        // A condition or denial of the governing verb reaches its infinitive, not its report.
        const bool shared =
            t.dep != "conj" || arguments_.subject(current) == arguments_.subject(above);
        if (shared && t.dep != "acl" && read_children(above, realis)) return true;
        current = above;
    }
    const Token& top = tree_[current];
    if (top.dep == "advcl") {
        for (const TokenIndex c : tree_.children(current)) {
            if (tree_[c].dep != "mark") continue;
            if (const StatusWord* word = words_.find("marker", tree_[c].lower)) {
                realis = word->plain;
                return true;
            }
        }
    }
    return false;
}

bool StatusReader::is_announced(TokenIndex verb) const {
    // *hopes that they will sign*, *fears it would attack*: a forecast, nobody's word.
    const std::string_view dep = tree_[verb].dep;
    if (tree_.is_root(verb) && is_asked(verb)) return false;
    if ((dep == "ccomp" || dep == "acl" || dep == "relcl") && !tree_.is_root(verb) &&
        look_up("governor", tree_.head(verb)) != nullptr) {
        return false;
    }
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux") continue;
        const std::string_view word = tree_[c].lower;
        if ((word == "would" || word == "'d" || word == "\u2019d") && tree_[verb].dep == "ccomp") {
            return true;
        }
        if (word == "will" || word == "wo" || word == "'ll" || word == "\u2019ll" ||
            word == "shall")
            return true;
        if (word == "to" && tree_.is_root(verb)) return true;
    }
    return false;
}

bool StatusReader::is_in_progress(TokenIndex verb) const {
    if (tree_[verb].tag != "VBG") return false;
    bool be = false;
    bool helped = false;
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep != "aux" && tree_[c].dep != "auxpass") continue;
        helped = true;
        const std::string_view word = tree_[c].lower;
        if (word == "had" || word == "was" || word == "were") return false;
        be = be || tree_[c].lemma == "be" || word == "'s" || word == "'re" || word == "\u2019s" ||
             word == "\u2019re";
    }
    // The headline leaves out *is*.
    return be || (!helped && tree_.is_root(verb) && arguments_.subject(verb) != kNoToken);
}

/// True in a sentence that ends with a question mark.
bool StatusReader::is_asked(TokenIndex token) const {
    const Sentence& sentence = tree_.parse().sentences[tree_[token].sentence];
    for (TokenIndex t = sentence.last; t-- > sentence.first;) {
        if (tree_[t].pos == Pos::Space || tree_[t].lower == "\"" || tree_[t].lower == "\u201d") {
            continue;
        }
        return tree_[t].lower == "?";
    }
    return false;
}

Realis StatusReader::read(TokenIndex predicate, TokenIndex carrier) const {
    Realis realis = read_words(predicate, carrier);
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
    const bool carried =
        carrier != kNoToken && (read_children(carrier, above) || read_governors(carrier, above));
    if (carried) return own && weight(realis.status) > weight(above.status) ? realis : above;
    if (read_governors(predicate, above)) {
        return own && weight(realis.status) > weight(above.status) ? realis : above;
    }
    if (own) return realis;
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
