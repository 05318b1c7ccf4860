#include "coding/aims.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"

namespace tidings::coding {

namespace {

/// *tried to force them to surrender*, *efforts to get Kenya to pay*: that is what the pressure is
/// for; under it nothing is done.
bool is_merely_pressed_for(const SyntaxTree& tree, const NounClasses& classes,
                           const Reading& reading) {
    ClassId pressing = 0;
    if (!classes.find("pressing", pressing)) return false;
    TokenIndex at = reading.predicate;
    for (int steps = 0; steps < 4 && !tree.is_root(at); ++steps) {
        const std::string_view dep = tree[at].dep;
        // *let the date pass and did not leave*
        if (dep == "conj" && (tree[at].tag == "VBD" || tree.has_child(at, "neg"))) return false;
        if (dep != "xcomp" && dep != "ccomp" && dep != "pcomp" && dep != "prep" && dep != "conj" &&
            dep != "dobj" && dep != "pobj") {
            return false;
        }
        at = tree.head(at);
        if (tree[at].lower == "without") return false;  // *let him stay without deporting him*
        // *marched to make the premier drop a tax*, read as if they managed to
        static constexpr std::array<std::string_view, 3> kProtesting{"march", "rally", "gather"};
        const bool marched =
            tree[at].dep == "xcomp" && one_of(tree[tree.head(at)].lemma, kProtesting);
        const bool presses =
            classes.contains(pressing, tree[at].lemma) || (marched && tree[at].lemma == "make");
        if (tree[at].pos != Pos::Verb || !presses) continue;
        if (tree[at].lemma == "tempt" && tree.has_child(at, "auxpass")) continue;
        const EventStatus status = reading.status;
        const bool infinitive = tree.has_child(at, "aux");
        if (status == EventStatus::Planned || status == EventStatus::Possible ||
            status == EventStatus::Failed || status == EventStatus::Negated ||
            ((status == EventStatus::Alleged || status == EventStatus::Ongoing) && infinitive)) {
            return true;
        }
        // *his attempt to coerce them into paying*, *cut the aid to coerce them into paying*: what
        // hangs on a noun or is only aimed at has not come about; but what one helps others do is
        // done.
        static constexpr std::array<std::string_view, 5> kHelping{"help", "allow", "let", "enable",
                                                                  "permit"};
        const bool aimed =
            (tree[at].dep == "advcl" || marched) && !one_of(tree[at].lemma, kHelping);
        return (tree[at].dep == "acl" || aimed) && infinitive;
    }
    return false;
}

/// *the first member to back him*, *the 12th reporter to be jailed*, *was the first to join*.
bool is_ranked(const SyntaxTree& tree, TokenIndex noun) {
    const bool bare = tree[noun].lower == "first" || tree[noun].lower == "last";
    if (bare && tree.is_root(tree.head(noun))) return true;  // not in somebody's words
    const auto words = tree.children(noun);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        if (tree[c].dep != "amod" && tree[c].dep != "advmod" && tree[c].dep != "nummod")
            return false;
        const std::string_view word = tree[c].lower;
        return tree[c].tag == "JJS" ||
               (word.ends_with("th") && word != "north" && word != "south") || word == "first" ||
               word == "second" || word == "third" || word == "last" || word == "only" ||
               word == "latest" || word == "next" || tree.has_child(c, "advmod");
    });
}

/// *sent troops to free the hostages*, *the right to deport them*: what an act or a thing is for. A
/// verb of moving or gathering is told with what was done then (*moved in to disperse them*), and
/// so is who was first to do it.
bool is_aim(const SyntaxTree& tree, const NounClasses& classes, const Reading& reading) {
    const bool possible = reading.status == EventStatus::Possible;
    if (reading.status != EventStatus::Actual && reading.status != EventStatus::Alleged &&
        !possible) {
        return false;
    }
    const TokenIndex act = reading.predicate;
    const auto helpers = tree.children(act);
    const bool infinitive = std::any_of(helpers.begin(), helpers.end(), [&](TokenIndex c) {
        return tree[c].dep == "aux" && tree[c].lower == "to";
    });
    if (!infinitive || tree.is_root(act) || tree.has_child(act, "nsubj")) return false;
    // *their decision to expel him*: a rule has read the noun.
    if (reading.why.size() > 1) return false;
    const TokenIndex above = tree.head(act);
    const std::string_view dep = tree[act].dep;
    const auto is_in = [&](const char* name) {
        ClassId id = 0;
        return classes.find(name, id) && classes.contains(id, tree[above].lemma);
    };
    // *appointed a prosecutor to investigate it*: whatever he is to do.
    const bool adverbial = dep == "advcl" || dep == "xcomp";
    if (adverbial && tree[above].pos == Pos::Verb && is_in("intending")) return true;
    const std::string_view type = reading.coding.type;
    if (type == "CONSULT" || type == "COERCE") return false;
    // *the troops must stay to protect them*
    if (possible && dep != "advcl") return false;
    if (dep == "acl" || dep == "relcl") {
        // *a speech to thank them*, *the most senior man to be jailed*
        const bool jailed = tree.has_child(act, "auxpass") && is_definite(tree, above);
        return !is_in("utterance") && !is_in("enacting") && !jailed && !is_ranked(tree, above);
    }
    // *sent jets to attack the town*, not *will send*: attackers went for that; words are said.
    const bool to_come = tree[above].tag == "VB" && tree.has_child(above, "aux");
    if (type == "ASSAULT") return to_come && dep == "advcl";
    if (needs_source(reading.coding.type) || type == "PROTEST") return false;
    return dep == "advcl" && tree[above].pos == Pos::Verb && !is_in("reaching");
}

/// *a programme that aims to support Danish farmers*, *a grant designed to help them*: what it is
/// for, promised by nobody.
bool is_purpose_of_programme(const SyntaxTree& tree, const Reading& reading) {
    static constexpr std::array<std::string_view, 5> kAiming{"aim", "seek", "strive", "design",
                                                             "intend"};
    static constexpr std::array<std::string_view, 14> kProgrammes{
        "program", "programme", "project",  "scheme",  "course", "fund",  "grant",
        "tool",    "app",       "workshop", "website", "study",  "trial", "curriculum"};
    const TokenIndex act = reading.predicate;
    if (tree[act].dep != "xcomp" || !one_of(tree[tree.head(act)].lemma, kAiming)) return false;
    const TokenIndex verb = tree.head(act);
    TokenIndex aims = tree.child(verb, "nsubj");
    if (aims == kNoToken) aims = tree.child(verb, "nsubjpass");
    const bool relative = aims != kNoToken && (tree[aims].tag == "WDT" || tree[aims].tag == "WP");
    if ((aims == kNoToken || relative) && (tree[verb].dep == "relcl" || tree[verb].dep == "acl")) {
        aims = tree.head(verb);
    }
    return aims != kNoToken && one_of(tree[aims].lemma, kProgrammes);
}

}  // namespace

const char* why_merely_aimed_at(const SyntaxTree& tree, const NounClasses& classes,
                                const Reading& reading) {
    if (is_merely_pressed_for(tree, classes, reading)) return "what a pressure is for";
    if (is_aim(tree, classes, reading)) return "what an act is for";
    if (is_purpose_of_programme(tree, reading)) return "what a programme is for";
    return nullptr;
}

}  // namespace tidings::coding
