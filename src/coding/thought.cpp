#include "coding/thought.hpp"

#include <algorithm>

namespace tidings::coding {

namespace {

constexpr int kMaxClauseSteps = 6;  // words up from a predicate

/// *tried to force them to surrender*, *efforts to get Kenya to pay*: that is what the pressure is
/// for; under it nothing is done.
bool is_merely_pressed_for(const SyntaxTree& tree, const NounClasses& classes,
                           const Reading& reading) {
    ClassId pressing = 0;
    if (!classes.find("pressing", pressing)) return false;
    TokenIndex at = reading.predicate;
    for (int steps = 0; steps < 4 && !tree.is_root(at); ++steps) {
        const std::string_view dep = tree[at].dep;
        if (dep != "xcomp" && dep != "ccomp" && dep != "pcomp" && dep != "prep" && dep != "conj" &&
            dep != "dobj" && dep != "pobj") {
            return false;
        }
        at = tree.head(at);
        if (tree[at].pos != Pos::Verb || !classes.contains(pressing, tree[at].lemma)) continue;
        const EventStatus status = reading.status;
        const bool infinitive = tree.has_child(at, "aux");
        if (status == EventStatus::Planned || status == EventStatus::Possible ||
            status == EventStatus::Failed || status == EventStatus::Negated ||
            (status == EventStatus::Alleged && infinitive)) {
            return true;
        }
        // *his attempt to coerce them into paying*: what hangs on a noun has not come about.
        return tree[at].dep == "acl" && infinitive;
    }
    return false;
}

/// *When Kenya taxes imports, prices rise*: what happens whenever, and not once.
bool is_general(const SyntaxTree& tree, const Reading& reading) {
    TokenIndex at = reading.predicate;
    for (int steps = 0; steps < 3 && tree[at].pos != Pos::Verb && !tree.is_root(at); ++steps) {
        at = tree.head(at);
    }
    const auto is_present = [&](TokenIndex t) {
        return tree[t].tag == "VBZ" || tree[t].tag == "VBP";
    };
    const TokenIndex main = tree.head(at);
    // *at times when leaders meet*
    const std::string_view noun = tree[main].lemma;
    const bool recurs =
        tree[main].tag == "NNS" && (noun == "time" || noun == "moment" || noun == "occasion");
    if (tree[at].dep == "relcl" && recurs && is_present(at)) return true;
    const auto helpers = tree.children(main);
    // *the duty is paid*: a passive is as present as its helping verb.
    const bool general =
        is_present(main) || std::any_of(helpers.begin(), helpers.end(), [&](auto c) {
            return tree[c].dep == "auxpass" && is_present(c);
        });
    if (!general || tree.has_child(main, "aux")) return false;
    // *Taxing imports raises prices*
    if (tree[at].dep == "csubj" && tree[at].tag == "VBG") return true;
    if (tree[at].dep != "advcl" || !is_present(at)) return false;
    const auto words = tree.children(at);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree[c].lower == "when" || tree[c].lower == "whenever" || tree[c].lower == "if";
    });
}

/// *would have to leave*, *how it could leave*, *its demand to leave*, *without leaving*: what is
/// needed, asked for or not done at all, and told of for another's sake.
bool is_beside_the_point(const SyntaxTree& tree, const Reading& reading) {
    const TokenIndex act = reading.predicate;
    const Token& token = tree[act];
    const TokenIndex above = tree.head(act);
    if (token.dep == "pcomp" && tree[above].lower == "without") return true;
    if (reading.status != EventStatus::Possible || token.pos != Pos::Verb) return false;
    const bool infinitive = tree.has_child(act, "aux");
    if (token.dep == "acl") return infinitive && tree[above].pos == Pos::Noun;
    if (token.dep == "xcomp") {
        const std::string_view need = tree[above].lemma;
        return need == "have" || need == "need" || need == "require" || need == "oblige";
    }
    const auto words = tree.children(act);
    return std::any_of(words.begin(), words.end(),
                       [&](TokenIndex c) { return tree[c].lower == "how"; });
}

/// *In the film, a spy kidnaps a minister*; *the novel tells of a king who invades his neighbours*.
bool is_fiction(const SyntaxTree& tree, const NounClasses& classes, const Reading& reading) {
    ClassId fiction = 0;
    if (!classes.find("fiction", fiction)) return false;
    TokenIndex at = reading.predicate;
    for (int steps = 0; steps < kMaxClauseSteps; ++steps) {
        for (const TokenIndex c : tree.children(at)) {
            TokenIndex work = kNoToken;
            if (tree[c].dep == "nsubj" && at != reading.predicate) work = c;
            if (tree[c].dep == "prep" && tree[c].lower == "in") work = tree.child(c, "pobj");
            if (work != kNoToken && classes.contains(fiction, tree[work].lemma)) return true;
        }
        if (tree.is_root(at)) return false;
        at = tree.head(at);
    }
    return false;
}

/// What may be said has not been said; and of what else is merely possible it must be told who
/// would do it to whom. An event noun may leave the doer out (*a possible attack on Israel*).
const char* why_too_vague(const SyntaxTree& tree, const Reading& reading) {
    if (reading.status != EventStatus::Possible) return nullptr;
    if (needs_source(reading.coding.type) && reading.coding.type != "CONSULT") {
        return "might be said, and has not been";
    }
    const bool both = !reading.sources.empty() && !reading.targets.empty();
    const bool noun = tree[reading.predicate].pos == Pos::Noun && !reading.targets.empty();
    return reading.is_paired() || both || noun ? nullptr
                                               : "merely thought of, and not by whom or to whom";
}

}  // namespace

const char* why_merely_thought(const SyntaxTree& tree, const NounClasses& classes,
                               const Reading& reading) {
    if (is_merely_pressed_for(tree, classes, reading)) return "what a pressure is for";
    if (is_fiction(tree, classes, reading)) return "told in a work of fiction";
    if (is_beside_the_point(tree, reading)) return "needed, asked for or left undone";
    if (is_general(tree, reading)) return "what happens whenever, and not once";
    return why_too_vague(tree, reading);
}

}  // namespace tidings::coding
