#include "language/arguments.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "language/attachment.hpp"
#include "language/passives.hpp"
#include "language/recipients.hpp"

namespace tidings {

namespace {

constexpr int kMaxDepth = 8;

/// Prepositions that belong to an act rather than to whom it is done to.
constexpr std::array<std::string_view, 4> kBehindObject{"by", "to", "from", "into"};

/// The child of that relation and form, or kNoToken.
TokenIndex child_of(const SyntaxTree& tree, TokenIndex head, std::string_view dep,
                    std::string_view lower) {
    for (const TokenIndex c : tree.children(head)) {
        if (tree[c].dep == dep && tree[c].lower == lower) return c;
    }
    return kNoToken;
}

bool is_relative_pronoun(const Token& token) {
    return token.tag == "WDT" || token.tag == "WP" ||
           (token.tag == "IN" && token.lower == "that") || token.lower == "that";
}

/// *named the mayor as a suspect*: behind the verb stands a noun, and behind that *as*.
bool is_named_as(const SyntaxTree& tree, TokenIndex verb) {
    const TokenIndex named = tree.child(verb, "oprd");
    if (named == kNoToken || named < verb) return false;
    const auto words = tree.children(verb);
    return std::any_of(words.begin(), words.end(), [&](TokenIndex c) {
        return c > named && tree[c].dep == "prep" && tree[c].lower == "as";
    });
}

}  // namespace

/// A relative pronoun stands for the noun that its clause describes; in *Kenya was one of the
/// countries that …* for the subject of *was*.
TokenIndex Arguments::through_relative(TokenIndex argument, TokenIndex verb) const {
    if (!is_relative_pronoun(tree_[argument])) return argument;
    TokenIndex clause = verb;
    for (int steps = 0; steps < kMaxDepth; ++steps) {
        if (tree_[clause].dep == "relcl" || tree_[clause].dep == "acl") {
            return one_of_them(tree_.head(clause));
        }
        if (tree_.is_root(clause)) return argument;
        clause = tree_.head(clause);
    }
    return argument;
}

TokenIndex Arguments::one_of_them(TokenIndex noun) const {
    TokenIndex whole = noun;
    for (int steps = 0; steps < 4; ++steps) {
        if (tree_[whole].dep != "pobj" || tree_[tree_.head(whole)].lower != "of") break;
        whole = tree_.head(tree_.head(whole));
    }
    if (whole == noun || tree_[whole].dep != "attr" || tree_[tree_.head(whole)].lemma != "be") {
        return noun;
    }
    const TokenIndex subject = tree_.child(tree_.head(whole), "nsubj");
    return subject == kNoToken ? noun : subject;
}

TokenIndex Arguments::subject(TokenIndex verb, int depth) const {
    if (depth > kMaxDepth) return kNoToken;
    if (is_passive(verb)) {
        if (const TokenIndex by = agent(verb); by != kNoToken) return by;
        if (tree_[verb].dep == "conj" && is_verb(tree_.head(verb)) &&
            is_passive(tree_.head(verb))) {
            return agent(tree_.head(verb));
        }
        return is_causer(tree_, verb) ? subject(tree_.head(verb), depth + 1) : kNoToken;
    }
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_[c].dep == "nsubj") return through_relative(c, verb);
        // *raising it hurts Chad but helps Niger*: an act, not whoever is named above.
        if (tree_[c].dep == "csubj") return kNoToken;
        // *there are two envoys in prison*
        if (tree_[c].dep == "expl" && tree_[verb].lemma == "be") return tree_.child(verb, "attr");
    }
    // *Troops are streaming in*: the parser may hang the subject on the auxiliary.
    if (const TokenIndex aux = tree_.child(verb, "aux"); aux != kNoToken) {
        const TokenIndex doer = tree_.child(aux, "nsubj");
        if (doer != kNoToken && doer < verb) return through_relative(doer, verb);
    }
    // *objected to Chad's opening an inquiry*
    if (tree_[verb].tag == "VBG" && (tree_[verb].dep == "pcomp" || tree_[verb].dep == "xcomp")) {
        if (const TokenIndex owner = possessor(verb); owner != kNoToken) return owner;
    }
    return understood_subject(verb, depth);
}

TokenIndex Arguments::object(TokenIndex predicate, int depth) const {
    if (depth > kMaxDepth) return kNoToken;
    if (!is_verb(predicate) && tree_[predicate].dep != "amod") {
        const auto of = prepositional(predicate, "of");
        return of.empty() ? kNoToken : of.front();
    }
    const Token& token = tree_[predicate];
    if (is_passive(predicate)) {
        for (const TokenIndex c : tree_.children(predicate)) {
            if (tree_[c].dep == "nsubjpass" || tree_[c].dep == "nsubj") {
                return through_relative(c, predicate);
            }
        }
        // *Chad argued for years that it was a victim, having been invaded*: such a clause is of
        // the subject, whatever noun the parser hangs it on.
        const TokenIndex having = child_of(tree_, predicate, "aux", "having");
        if (token.dep == "acl" && having != kNoToken) {
            TokenIndex above = token.head;
            for (int steps = 0; steps < kMaxDepth && !is_verb(above); ++steps) {
                above = tree_.head(above);
            }
            return is_verb(above) ? subject(above, depth + 1) : kNoToken;
        }
        if (token.dep == "acl" || token.dep == "amod" || token.dep == "relcl") return token.head;
        if (token.dep == "conj") {
            if (is_verb(token.head)) return object(token.head, depth + 1);
            const TokenIndex above = tree_.head(token.head);
            if (!is_verb(above)) return kNoToken;
            const TokenIndex done_to = object(above, depth + 1);
            return done_to != kNoToken ? done_to : subject(above, depth + 1);
        }
        // *was disappointed*, read as an adjective after *be*.
        if (token.dep == "acomp") return subject(token.head, depth + 1);
        if (token.dep == "xcomp" || token.dep == "oprd") return controller(predicate, depth + 1);
        if (token.dep == "advcl" || token.dep == "pcomp") {
            return understood_subject(predicate, depth + 1);
        }
        return kNoToken;
    }
    for (const TokenIndex c : tree_.children(predicate)) {
        if (tree_[c].dep == "dobj") return through_relative(c, predicate);
    }
    // *called the president on Friday*: whom somebody calls is taken for what he is called.
    if (const TokenIndex called = tree_.child(predicate, "oprd");
        token.lemma == "call" && called != kNoToken && tree_[called].pos == Pos::Noun) {
        return called;
    }
    // *named the speaker, Mr. X, as a suspect*: what is called something is taken for what it is
    // called.
    if (is_named_as(tree_, predicate)) {
        return tree_.child(predicate, "oprd");
    }
    // *eased curfew hours*: a compound of time is taken for an adverbial.
    for (const TokenIndex c : tree_.children(predicate)) {
        if (tree_[c].dep == "npadvmod" && c == predicate + 2 && tree_.child(c, "compound") + 1 == c)
            return c;
    }
    // *urged Iran to stop*, *found the banker guilty*: the parser makes Iran, the banker the
    // subject of the clause. *considers arson likely* is an opinion; nothing is done to arson.
    for (const TokenIndex c : tree_.children(predicate)) {
        if (tree_[c].dep != "ccomp" && tree_[c].dep != "xcomp") continue;
        const TokenIndex inner = tree_.child(c, "nsubj");
        const bool small_clause = token.lemma != "consider" && !is_verb(c) &&
                                  !tree_.has_child(c, "cop") && !tree_.has_child(c, "mark") &&
                                  inner != kNoToken && inner > predicate && inner < c;
        if (small_clause) return inner;
        // *let citizens vote*: an infinitive without *to*.
        const bool let = token.lemma == "let" && is_verb(c) && tree_[c].dep == "ccomp" &&
                         (tree_[c].tag == "VB" || tree_[c].tag == "VBP");
        constexpr std::array<std::string_view, 3> kUs{"us", "'s", "\xE2\x80\x99s"};
        const bool them = inner != kNoToken && inner > predicate;
        if (let && them && !one_of(tree_[inner].lower, kUs)) return inner;
        bool infinitive = false;
        for (const TokenIndex d : tree_.children(c)) {
            infinitive = infinitive || (tree_[d].dep == "aux" && tree_[d].lower == "to");
        }
        if (inner != kNoToken && infinitive && inner > predicate) return inner;
    }
    if (token.dep == "relcl") {
        const TokenIndex doer = tree_.child(predicate, "nsubj");
        if (doer != kNoToken && !is_relative_pronoun(tree_[doer])) return token.head;
    }
    // *attacked and killed soldiers*: the object stands behind the last of the verbs.
    const TokenIndex next = tree_.child(predicate, "conj");
    if (next != kNoToken && is_verb(next) && !tree_.has_child(next, "nsubj") &&
        !tree_.has_child(predicate, "prep") && !is_passive(next)) {
        return tree_.child(next, "dobj");
    }
    return kNoToken;
}

void Arguments::collect_prepositional(TokenIndex governor, std::string_view preposition,
                                      std::vector<TokenIndex>& found) const {
    const std::size_t space = preposition.find(' ');
    const std::string_view first = preposition.substr(0, space);
    for (const TokenIndex c : tree_.children(governor)) {
        const Token& token = tree_[c];
        const bool relation = token.dep == "prep" || token.dep == "agent" ||
                              token.dep == "dative" || token.dep == "prt" ||
                              token.dep == "advmod" ||
                              (token.dep == "pobj" && first == "behalf");  // *on behalf of*
        if (!relation || token.lower != first) {
            if (first == "to" && token.dep == "dative" && is_nominal(c)) found.push_back(c);
            continue;
        }
        if (space != std::string_view::npos) {
            collect_prepositional(c, preposition.substr(space + 1), found);
            continue;
        }
        for (const TokenIndex object : tree_.children(c)) {
            const std::string_view dep = tree_[object].dep;
            // *an attack on the premier calling him weak*: read as a clause with a subject.
            const TokenIndex inner = dep == "pcomp" ? tree_.child(object, "nsubj") : kNoToken;
            if (inner != kNoToken && first != "with" && first != "without") found.push_back(inner);
            if (dep == "pobj" || dep == "pcomp") found.push_back(object);
        }
        if (const TokenIndex object = stranded_object(tree_, c); object != kNoToken) {
            found.push_back(object);
        }
        if (tree_.children(c).empty() && is_verb(governor)) {
            // *fired on and seized three boats*: the object stands behind the last of the verbs.
            const TokenIndex next = tree_.child(governor, "conj");
            const bool shared =
                next != kNoToken && next > c && is_verb(next) && token.dep == "prep";
            const TokenIndex object = shared ? tree_.child(next, "dobj") : kNoToken;
            if (object != kNoToken) found.push_back(object);
        }
    }
}

std::vector<TokenIndex> Arguments::prepositional(TokenIndex predicate,
                                                 std::string_view preposition) const {
    std::vector<TokenIndex> found;
    collect_prepositional(predicate, preposition, found);
    if (is_verb(predicate)) {
        const TokenIndex direct = tree_.child(predicate, "dobj");
        if (direct != kNoToken) {
            // *accused two diplomats of spying*: the parser may hang the phrase on the object.
            collect_prepositional(direct, preposition, found);
            // *refuted the president's comments on land and the killing of farmers*: the farmers
            // are no part of the comments, whose owner is told.
            const bool owned = preposition == "of" && tree_.has_child(direct, "poss");
            for (const TokenIndex c : tree_.children(direct)) {
                if (tree_[c].dep == "conj" && !owned) collect_prepositional(c, preposition, found);
            }
        }
        // *sent a team of doctors to Chad*, *a plane with vaccines to Chad*: hung on the last noun.
        const bool whither = preposition == "to" || preposition == "into";
        if (direct != kNoToken && whither && found.empty()) {
            std::vector<TokenIndex> inner;
            collect_prepositional(predicate, "with", inner);
            for (const TokenIndex object : coordinated(direct)) {
                collect_prepositional(object, "of", inner);
                collect_prepositional(object, "with", inner);
            }
            for (const TokenIndex t : inner) collect_prepositional(t, preposition, found);
        }
        // *shared information about the suspects with Chad*
        if (direct != kNoToken && preposition == "with" && found.empty()) {
            std::vector<TokenIndex> inner;
            for (const std::string_view topic : {"about", "on", "over"}) {
                collect_prepositional(direct, topic, inner);
                collect_prepositional(predicate, topic, inner);
            }
            for (const TokenIndex t : inner) collect_prepositional(t, preposition, found);
        }
        if (direct != kNoToken && preposition == "to" && found.empty()) {
            const TokenIndex receiver = far_receiver(tree_, predicate, direct);
            if (receiver != kNoToken) found.push_back(receiver);
        }
        // *is a donor to Chad*, *walked free from jail*
        for (const std::string_view dep : {"attr", "acomp"}) {
            const TokenIndex complement = tree_.child(predicate, dep);
            if (complement != kNoToken) collect_prepositional(complement, preposition, found);
        }
        if (is_passive(predicate)) {
            const TokenIndex subject = tree_.child(predicate, "nsubjpass");
            if (subject != kNoToken && preposition != "of" && preposition != "by") {
                collect_prepositional(subject, preposition, found);
            }
        }
    } else if (preposition != "of") {
        if (one_of(preposition, kBehindObject) && found.empty()) {
            // *the shelling of a market by troops*, *the return of two men to Chad*: the parser may
            // hang the phrase on the market.
            std::vector<TokenIndex> inner;
            collect_prepositional(predicate, "of", inner);
            for (const TokenIndex t : inner) collect_prepositional(t, preposition, found);
        }
        const TokenIndex light = light_verb(predicate);
        // *the attack on the village was blamed on Chad*: the noun's own phrase comes first.
        if (light != kNoToken && found.empty()) collect_prepositional(light, preposition, found);
        if (tree_[predicate].dep == "conj" && is_nominal(tree_.head(predicate))) {
            collect_prepositional(tree_.head(predicate), preposition, found);
        }
    }
    return found;
}

std::vector<TokenIndex> Arguments::complements(TokenIndex verb) const {
    std::vector<TokenIndex> found;
    const auto add = [&](TokenIndex t) {
        for (const TokenIndex each : coordinated(t)) found.push_back(each);
    };
    const TokenIndex done_to = object(verb);
    for (const TokenIndex c : tree_.children(verb)) {
        const Token& token = tree_[c];
        const bool adverbial = token.dep == "prep" && token.lower == "as";
        const bool small_clause =
            token.dep == "ccomp" && !is_verb(c) && tree_.child(c, "nsubj") == done_to;
        if (token.dep == "oprd" || token.dep == "acomp" || token.dep == "attr" || small_clause) {
            add(c);
        } else if (adverbial) {
            // In quotation marks the parser finds no object for *as*: *as "outrageous" and said*.
            for (const TokenIndex d : tree_.children(c)) add(d);
        }
    }
    // *called the raid "a crime"*: the parser takes what follows the object for an apposition.
    if (done_to != kNoToken && done_to > verb) {
        TokenIndex last = done_to;
        for (int steps = 0; steps < kMaxDepth; ++steps) {
            const auto below = tree_.children(last);
            if (const TokenIndex same = tree_.child(last, "appos"); same != kNoToken) {
                if (tree_.has_child(same, "det")) add(same);
                break;
            }
            if (below.empty() || below.back() < last) break;
            last = below.back();
        }
    }
    return found;
}

TokenIndex Arguments::possessor(TokenIndex noun) const {
    return tree_.child(noun, "poss");
}

std::vector<TokenIndex> Arguments::modifiers(TokenIndex noun) const {
    std::vector<TokenIndex> found;
    // *an Ethiopian government offensive killed nine*: *offensive* taken for what it does.
    const std::string_view role = tree_[noun].dep;
    const bool argument =
        role == "nsubj" || role == "nsubjpass" || role == "dobj" || role == "pobj";
    const bool bare = argument && (tree_[noun].tag == "NN" || tree_[noun].tag == "NNS");
    for (const TokenIndex c : tree_.children(noun)) {
        const std::string_view dep = tree_[c].dep;
        const bool misread = bare && dep == "nsubj" && c + 1 == noun && tree_[c].pos == Pos::Noun;
        const bool before = dep == "amod" || dep == "compound" || dep == "nmod" ||
                            dep == "nummod" || dep == "npadvmod" || misread;
        if (!before || c > noun) continue;
        found.push_back(c);
        // *U.S.-led air strike*, *Saudi oil ministry*: words before the modifier count as well.
        for (const TokenIndex d : tree_.children(c)) {
            const std::string_view inner = tree_[d].dep;
            if (inner == "compound" || inner == "amod" || inner == "nmod" || inner == "npadvmod" ||
                inner == "conj") {
                found.push_back(d);
            }
        }
    }
    return found;
}

std::vector<Arguments::Clause> Arguments::clauses(TokenIndex predicate) const {
    std::vector<Clause> found;
    const auto add = [&](TokenIndex head) {
        ClauseForm form = ClauseForm::That;
        bool subject = false;
        for (const TokenIndex c : tree_.children(head)) {
            if (tree_[c].dep == "aux" && tree_[c].lower == "to") form = ClauseForm::To;
            subject = subject || tree_[c].dep == "nsubj" || tree_[c].dep == "nsubjpass";
        }
        if (form != ClauseForm::To && tree_[head].tag == "VBG" && !subject) form = ClauseForm::Ing;
        found.push_back({head, form});
    };
    for (const TokenIndex c : tree_.children(predicate)) {
        const std::string_view dep = tree_[c].dep;
        const bool infinitive_adjunct = [&] {
            if (dep != "advcl" && dep != "acl" && dep != "relcl") return false;
            for (const TokenIndex d : tree_.children(c)) {
                if (tree_[d].dep == "aux" && tree_[d].lower == "to") return true;
            }
            return false;
        }();
        const bool noun_clause =
            dep == "acl" && !is_verb(predicate) &&
            ((tree_[c].tag != "VBN" && tree_[c].tag != "VBG") || tree_.has_child(c, "mark"));
        if (dep == "prep" && is_verb(predicate)) {
            const std::string_view word = tree_[c].lower;
            const bool towards = word == "to" || word == "toward" || word == "towards";
            // *threatening to assault and murder*: *to* taken for a preposition.
            const TokenIndex verb = towards ? tree_.child(c, "pobj") : TokenIndex{kNoToken};
            if (verb != kNoToken && tree_[verb].tag == "VB")
                found.push_back({verb, ClauseForm::To});
            // *is committed to leaving*, *is leaning towards leaving*, *balked at sharing*,
            // *decided against sending*
            const bool takes = towards || word == "at" || word == "against" ||
                               (word == "from" && !tree_.has_child(predicate, "dobj"));
            const TokenIndex gerund = tree_.child(c, "pcomp");
            if (takes && gerund != kNoToken && tree_[gerund].tag == "VBG") add(gerund);
        }
        // *is about to leave*: the infinitive hangs on *about*
        if (dep == "acomp" && tree_[c].lower == "about") {
            const TokenIndex infinitive = tree_.child(c, "xcomp");
            if (infinitive != kNoToken) add(infinitive);
        }
        // *ruled out sending troops*, *put off signing the pact*: the gerund right behind a
        // particle
        const bool behind_particle = dep == "advcl" && tree_[c].tag == "VBG" && c > 0 &&
                                     tree_[c - 1].dep == "prt" && tree_[c - 1].head == predicate &&
                                     !tree_.has_child(c, "mark");
        if (dep == "xcomp" || dep == "ccomp" || infinitive_adjunct || noun_clause ||
            behind_particle) {
            if (is_verb(c) || tree_[c].pos == Pos::Adj || tree_[c].pos == Pos::Noun) add(c);
        }
    }
    // *guilty of violating*, *the charge of shelling*: the gerund behind a preposition.
    if (!is_verb(predicate)) {
        for (const TokenIndex c : tree_.children(predicate)) {
            if (tree_[c].dep != "prep") continue;
            const TokenIndex gerund = tree_.child(c, "pcomp");
            if (gerund != kNoToken && tree_[gerund].tag == "VBG") add(gerund);
        }
    }
    // *ordered the men to leave*: the infinitive may hang on the object.
    if (is_verb(predicate)) {
        const TokenIndex direct = tree_.child(predicate, "dobj");
        if (direct != kNoToken) {
            for (const TokenIndex c : tree_.children(direct)) {
                // *had no choice but to leave*
                const TokenIndex only = tree_[c].lower == "but" && tree_[c].dep == "prep"
                                            ? tree_.child(c, "pcomp")
                                            : TokenIndex{kNoToken};
                if (only != kNoToken && tree_[only].tag == "VB") add(only);
                if (tree_[c].dep != "acl" && tree_[c].dep != "relcl") continue;
                // *gave its word that it would leave*
                const bool told = tree_[predicate].lemma == "give" && tree_.has_child(c, "mark");
                if (told && tree_[c].dep == "acl") found.push_back({c, ClauseForm::That});
                for (const TokenIndex d : tree_.children(c)) {
                    if (tree_[d].dep == "aux" && tree_[d].lower == "to") {
                        found.push_back({c, ClauseForm::To});
                    }
                }
            }
        }
    }
    // Verbs coordinated with a clause head belong to the complement as well.
    const std::size_t direct_count = found.size();
    for (std::size_t i = 0; i < direct_count; ++i) {
        for (const TokenIndex c : coordinated(found[i].head)) {
            if (c != found[i].head && is_verb(c)) found.push_back({c, found[i].form});
        }
    }
    return found;
}

std::vector<TokenIndex> Arguments::coordinated(TokenIndex token) const {
    std::vector<TokenIndex> found{token};
    for (std::size_t i = 0; i < found.size() && found.size() < 16; ++i) {
        for (const TokenIndex c : tree_.children(found[i])) {
            if (tree_[c].dep != "conj") continue;
            if (conjunct_of(tree_, c) == found[i]) found.push_back(c);
        }
    }
    return found;
}

}  // namespace tidings
