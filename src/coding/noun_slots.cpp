// Where the sides of an event noun stand beside it and in the clause that tells of it: whose it is,
// who it is by, who receives it (*drew criticism from Chile*, *came under fire*).
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/one_of.hpp"
#include "coding/rule_matcher.hpp"

namespace tidings::coding {

namespace {

constexpr int kMaxConjuncts = 3;
/// Before whom an event noun is done to.
constexpr std::array<std::string_view, 9> kDoneTo{"of",   "against", "on",     "to",     "for",
                                                  "with", "at",      "toward", "towards"};
/// Of a verb that tells whence an event noun came: *criticism came from Chile*.
constexpr std::array<std::string_view, 7> kComing{"come",  "emanate", "pour", "flow",
                                                  "flood", "arrive",  "issue"};

/// Between the countries of *the Kenya-Chad talks*.
constexpr std::array<std::string_view, 4> kJoining{"-", "\xE2\x80\x93", "/", "and"};

TokenIndex first_conjunct(const SyntaxTree& tree, TokenIndex noun) {
    for (int steps = 0; steps < kMaxConjuncts && tree[noun].dep == "conj"; ++steps) {
        noun = tree.head(noun);
    }
    return noun;
}

bool has_object_of(const SyntaxTree& tree, TokenIndex noun) {
    const auto words = tree.children(noun);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return tree[c].dep == "prep" && c > noun && one_of(tree[c].lower, kDoneTo) &&
               tree.has_child(c, "pobj");
    });
}

}  // namespace

/// *drew criticism*, *came under fire*, *was met with protests*, *is the target of a lawsuit*: the
/// verb whose subject the noun is done to; kNoToken if there is none.
TokenIndex RuleMatcher::receiving_verb(TokenIndex noun) const {
    TokenIndex first = first_conjunct(tree_, noun);
    for (int steps = 0; steps < kMaxConjuncts && tree_[first].dep == "pobj"; ++steps) {
        // *drew a storm of criticism*
        const TokenIndex whole = tree_.head(tree_.head(first));
        if (tree_[tree_.head(first)].lower != "of" || !in_class(whole, "transparent")) break;
        first = first_conjunct(tree_, whole);
    }
    // *got a rebuke*, *received a delegation*: without a giver the subject may be the doer.
    const bool given = !givers(noun).empty();
    const auto receives = [&](const std::string& words) {
        ClassId id = 0;
        const auto& classes = lexicon_.classes;
        if (classes.find("undergoing", id) && classes.contains(id, words)) return true;
        return given && classes.find("receiving", id) && classes.contains(id, words);
    };
    const TokenIndex above = tree_.head(first);
    if (tree_[first].dep == "dobj" && arguments_.is_verb(above)) {
        return receives(lemma(above)) ? above : kNoToken;
    }
    if (tree_[first].dep != "pobj") return kNoToken;
    TokenIndex verb = tree_.head(above);
    if (tree_[above].lower == "of" && tree_[verb].dep == "attr" && in_class(verb, "sufferer")) {
        return tree_.head(verb);
    }
    std::string words(tree_[above].lower);
    // *came in for criticism*
    const bool twice = tree_[verb].lower == "in" && !arguments_.is_verb(verb);
    if (twice) verb = tree_.head(verb);
    if (!arguments_.is_verb(verb)) return kNoToken;
    const TokenIndex particle = tree_.child(verb, "prt");
    if (twice || (particle != kNoToken && tree_[particle].lower == "in")) words = "in " + words;
    if (!receives(lemma(verb) + " " + words)) return kNoToken;
    // *slapped Chad with sanctions*: not its subject.
    return tree_.has_child(verb, "dobj") && !arguments_.is_passive(verb) ? kNoToken : verb;
}

/// Who stands behind *from* or *by* at a noun that somebody receives.
std::vector<TokenIndex> RuleMatcher::givers(TokenIndex noun) const {
    for (const std::string_view preposition : {"from", "by"}) {
        const auto found = arguments_.prepositional(noun, preposition);
        if (!found.empty()) return found;
    }
    return {};
}

TokenIndex RuleMatcher::receiver(TokenIndex noun) const {
    // *received a complaint about the noise*: it is not about them.
    static constexpr std::array<std::string_view, 4> kHandedIn{"complaint", "petition", "report",
                                                               "tip"};
    if (one_of(tree_[noun].lemma, kHandedIn)) return kNoToken;
    const TokenIndex verb = receiving_verb(noun);
    if (verb == kNoToken) return kNoToken;
    return arguments_.is_passive(verb) ? arguments_.object(verb) : arguments_.subject(verb);
}

/// *criticism of Chad came from Kenya*, *calls poured in from Kenya*
std::vector<TokenIndex> RuleMatcher::whence(TokenIndex noun) const {
    const TokenIndex first = first_conjunct(tree_, noun);
    const TokenIndex verb = tree_.head(first);
    if (tree_[first].dep != "nsubj" || !one_of(tree_[verb].lemma, kComing)) return {};
    return arguments_.prepositional(verb, "from");
}

/// *the Chilean appeal to Peru*, *the police killing of a student*: whose it is by a word before
/// it, where somebody else is named behind it.
TokenIndex RuleMatcher::national_owner(TokenIndex noun) const {
    if (!has_object_of(tree_, noun)) return kNoToken;
    for (const TokenIndex c : tree_.children(noun)) {
        const bool people = tree_[c].dep == "compound" && tree_[c].pos == Pos::Noun;
        if (c > noun || (tree_[c].dep != "amod" && !people)) continue;
        const MentionIndex m = sides_.direct(c);
        if (m == Mentions::kNoMention) continue;
        const Actor& actor = sides_.actor(m);
        if (people ? !actor.sectors.empty() : !actor.country.empty()) return c;
    }
    return kNoToken;
}

/// *The day passed without protests **by** the opposition*: hung on a verb that is no passive.
TokenIndex RuleMatcher::agent_on_verb(TokenIndex noun) const {
    const TokenIndex by = noun + 1;
    if (by >= tree_.size() || tree_[by].lower != "by" || tree_.head(by) == noun) return kNoToken;
    const TokenIndex verb = tree_.head(by);
    const bool active = arguments_.is_verb(verb) && tree_.has_child(verb, "nsubj") &&
                        !tree_.has_child(verb, "auxpass") && tree_.is_under(noun, verb);
    const TokenIndex agent = active ? tree_.child(by, "pobj") : TokenIndex{kNoToken};
    return agent != kNoToken && may_act(agent) ? agent : kNoToken;
}

/// *the attack on a convoy by rebels*: the parser may hang the doer on what stands between.
TokenIndex RuleMatcher::agent_behind_object(TokenIndex noun) const {
    if (const TokenIndex by = agent_on_verb(noun); by != kNoToken) return by;
    for (const TokenIndex c : tree_.children(noun)) {
        if (tree_[c].dep != "prep" || c < noun || !one_of(tree_[c].lower, kDoneTo)) continue;
        const TokenIndex object = tree_.child(c, "pobj");
        if (object == kNoToken || is_event_noun(object)) continue;
        // *a vigil for a teenager shot by police*
        if (tree_[c].lower == "for" && tree_.has_child(object, "acl")) continue;
        for (const TokenIndex d : tree_.children(object)) {
            if (tree_[d].dep == "prep" && tree_[d].lower == "by") return tree_.child(d, "pobj");
        }
    }
    return kNoToken;
}

/// Who does what an event noun says.
std::vector<TokenIndex> RuleMatcher::noun_subject(TokenIndex noun) const {
    const auto single = [](TokenIndex token) {
        return token == kNoToken ? std::vector<TokenIndex>{} : std::vector<TokenIndex>{token};
    };
    auto by = arguments_.prepositional(noun, "by");
    std::erase(by, noun);  // *sparked by the killing of a student*
    const TokenIndex verb = carrier(noun);
    // *Kenya's plan was criticised by Chad*: the agent of a verb that is no carrier.
    const TokenIndex whole = whole_of(noun);
    if (by.empty() && whole != noun) by = arguments_.prepositional(whole, "by");
    const TokenIndex governor = arguments_.light_verb(whole);
    if (governor != kNoToken && verb == kNoToken) {
        std::erase_if(by, [&](TokenIndex t) {
            return !tree_.is_root(t) && tree_.head(tree_.head(t)) == governor;
        });
    }
    if (!by.empty()) return by;
    if (const TokenIndex agent = agent_behind_object(noun); agent != kNoToken) return {agent};
    for (const TokenIndex owned : {noun, whole}) {
        const TokenIndex owner = arguments_.possessor(owned);
        if (owner == kNoToken) continue;
        // *Chadian and Nigerien troops began their drills*: both, rather than *their*.
        const TokenIndex doer =
            verb != kNoToken && tree_[owner].pos == Pos::Pron ? arguments_.subject(verb) : kNoToken;
        return {doer != kNoToken ? doer : owner};
    }
    // *the raid that Chad launched on the camp*
    if (const TokenIndex clause = carrying_clause(noun); clause != kNoToken) {
        if (const TokenIndex doer = arguments_.subject(clause); doer != kNoToken) return {doer};
    }
    return verb == kNoToken ? std::vector<TokenIndex>{} : single(arguments_.subject(verb));
}

/// *the Kenyan-Chadian pact*, *the Kenya-Chad talks*: the two between whom it is.
std::vector<TokenIndex> RuleMatcher::pair_before(TokenIndex noun) const {
    std::vector<TokenIndex> pair;
    for (const TokenIndex t : arguments_.modifiers(noun)) {
        const MentionIndex m = sides_.direct(t);
        if (m == Mentions::kNoMention || sides_.actor(m).country.empty()) continue;
        pair.push_back(t);
    }
    std::sort(pair.begin(), pair.end());
    const bool joined =
        pair.size() == 2 && pair[1] == pair[0] + 2 && one_of(tree_[pair[0] + 1].lower, kJoining);
    if (!joined) return {};
    const Actor& one = sides_.actor(sides_.direct(pair[0]));
    const Actor& other = sides_.actor(sides_.direct(pair[1]));
    return one.country == other.country ? std::vector<TokenIndex>{} : pair;
}

/// Behind a preposition at an event noun or in the clause that tells of it.
std::vector<TokenIndex> RuleMatcher::behind_noun(TokenIndex noun, const Slot& slot) const {
    const auto wanted = split(slot.preposition, '|');
    const auto wants = [&](std::string_view word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    };
    if (wants("from")) {
        if (auto found = whence(noun); !found.empty()) return found;
    }
    if (wants("by")) {
        if (const TokenIndex by = agent_behind_object(noun); by != kNoToken) return {by};
    }
    if (wants("between")) {
        if (auto pair = pair_before(noun); !pair.empty()) return pair;
        // *an exchange of prisoners between them*: hung on the prisoners
        for (const TokenIndex object : arguments_.prepositional(noun, "of")) {
            auto found = arguments_.prepositional(object, "between");
            if (!found.empty() && !is_event_noun(object)) return found;
        }
    }
    // *launched a wave of raids on the camp*
    if (const TokenIndex whole = whole_of(noun); whole != noun && slot.preposition != "of") {
        if (auto found = behind_prepositions(whole, slot.preposition); !found.empty()) return found;
    }
    if (const TokenIndex clause = carrying_clause(noun); clause != kNoToken) {
        if (auto found = behind_prepositions(clause, slot.preposition); !found.empty()) {
            return found;
        }
    }
    // *scuffles broke out **between** them*: behind the verb that says they took place.
    if (const TokenIndex verb = occurrence(noun); verb != kNoToken) {
        return this->slot(verb, PredicatePos::Verb, slot);
    }
    const bool done_to = std::any_of(wanted.begin(), wanted.end(), [](std::string_view word) {
        return word != "with" && one_of(word, kDoneTo);
    });
    if (!done_to || has_object_of(tree_, noun)) return {};
    const TokenIndex sufferer = receiver(noun);
    return sufferer == kNoToken ? std::vector<TokenIndex>{} : std::vector<TokenIndex>{sufferer};
}

}  // namespace tidings::coding
