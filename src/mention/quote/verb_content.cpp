#include <algorithm>

#include "mention/quote/quote_marks.hpp"
#include "mention/quote/reported_speech.hpp"

namespace tidings::mention {

namespace {

constexpr TokenIndex kMaxAside = 60;  // tokens of the content searched for *which he said*

bool is_comma(const Token& token) {
    return token.lower == "," || token.lower == "\u2014" || token.lower == "--" ||
           token.lower == "\u2013" || token.lower == ";" || token.lower == "-";
}

/// What a complement of a verb is, as a form of the cue table; 0 for what is none.
std::uint16_t form_of_clause(const SyntaxTree& tree, TokenIndex clause) {
    bool infinitive = false;
    bool subject = false;
    bool question = false;
    for (const TokenIndex c : tree.children(clause)) {
        const Token& token = tree[c];
        infinitive = infinitive || (token.lower == "to" && token.dep == "aux");
        subject = subject || token.dep == "nsubj" || token.dep == "nsubjpass" ||
                  token.dep == "expl" || token.dep == "csubj";
        question = question || (token.dep == "mark" && token.lower != "that") ||
                   (c < clause && token.tag.starts_with("W") && token.lower != "that");
    }
    if (infinitive) return TakesInfinitive;
    if (question) return TakesQuestion;
    if (!subject && tree[clause].tag == "VBG") return TakesGerund;
    if (tree[clause].pos != Pos::Verb && tree[clause].pos != Pos::Aux) return TakesPredicate;
    return TakesClause;
}

class VerbReader {
  public:
    explicit VerbReader(const QuoteContext& context)
        : context_(context), tree_(context.tree), ranges_(context.ranges) {}

    void read(TokenIndex verb, const Cue& cue, std::vector<ReportedContent>& found) const {
        const bool passive = context_.arguments.is_passive(verb);
        if (cue.can(RaisesSubject)) {
            read_raised(verb, cue, found);
            return;
        }
        TokenRange content = complements(verb, cue, passive);
        if (content.empty() && cue.can(TakesClause)) content = relative_clause(verb);
        if (content.empty() && cue.can(TakesClause | TakesQuestion | TakesMarked)) {
            content = clause_around(verb);
        }
        if (content.empty()) return;
        content = trimmed(tree_, content);
        if (content.empty()) return;
        found.push_back({content, verb, speaker_of(verb, content), cue.stance});
    }

  private:
    static void extend(TokenRange& range, TokenRange by) {
        if (range.empty()) {
            range = by;
            return;
        }
        range.first = std::min(range.first, by.first);
        range.last = std::max(range.last, by.last);
    }

    bool takes_preposition(const Cue& cue, TokenIndex preposition) const {
        const std::string_view word = tree_[preposition].lower;
        return std::find(cue.prepositions.begin(), cue.prepositions.end(), word) !=
               cue.prepositions.end();
    }

    /// The object of a preposition that the cue takes (*called for [a ceasefire]*).
    TokenRange prepositional(TokenIndex governor, const Cue& cue) const {
        for (const TokenIndex c : tree_.children(governor)) {
            const std::string_view dep = tree_[c].dep;
            const bool relation = dep == "prep" || dep == "prt" || dep == "dative" ||
                                  (dep == "agent" && tree_[c].lower != "by");
            if (!relation || c < governor || !takes_preposition(cue, c)) continue;
            for (const TokenIndex object : tree_.children(c)) {
                const std::string_view inner = tree_[object].dep;
                if (inner == "pobj" || inner == "pcomp" || inner == "amod" || inner == "prep") {
                    return ranges_[object];
                }
            }
        }
        return {};
    }

    /// All content of one verb as one stretch; empty where there is none.
    TokenRange complements(TokenIndex verb, const Cue& cue, bool passive) const {
        TokenRange content;
        TokenRange object;
        TokenRange passive_subject;
        for (const TokenIndex c : tree_.children(verb)) {
            const std::string_view dep = tree_[c].dep;
            if (dep == "dobj") {
                object = ranges_[c];
                const TokenRange inner = prepositional(c, cue);
                if (!inner.empty()) extend(content, inner);
            } else if (dep == "nsubjpass") {
                passive_subject = ranges_[c];
            } else if (accepts(cue, c, passive)) {
                extend(content, on_its_side(ranges_[c], c, verb));
            }
        }
        if (const TokenRange inner = prepositional(verb, cue); !inner.empty()) {
            extend(content, inner);
        }
        if (passive) return with_passive_subject(verb, cue, content, passive_subject);
        if (object.empty()) return content;
        const bool alone = cue.can(TakesObject);
        if (alone || (cue.can(ObjectBelongs) && !content.empty())) extend(content, object);
        return content;
    }

    /// *The general is said [to have fled]*: the subject is part of what is said, except of the
    /// impersonal *it is said that* and of a person who is told something.
    TokenRange with_passive_subject(TokenIndex verb, const Cue& cue, TokenRange content,
                                    TokenRange subject) const {
        if (subject.empty()) return content;
        const bool raised = has_infinitive(verb) && cue.can(TakesClause | TakesInfinitive);
        // *The claim was rejected* names nobody who rejects it.
        const bool alone = cue.can(TakesObject) && context_.arguments.subject(verb) != kNoToken;
        const bool belongs = alone || (cue.can(ObjectBelongs) && !content.empty());
        if (tree_[subject.first].lower == "it" && !raised) return content;
        if (raised || belongs) extend(content, subject);
        return content;
    }

    /// *The war seems to be over*, *It appears that the war is over*: nobody is named who thinks
    /// so.
    void read_raised(TokenIndex verb, const Cue& cue, std::vector<ReportedContent>& found) const {
        TokenRange content;
        TokenRange subject;
        for (const TokenIndex c : tree_.children(verb)) {
            const std::string_view dep = tree_[c].dep;
            if (dep == "nsubj") subject = ranges_[c];
            const bool predicate = dep == "acomp" || dep == "oprd";
            if (c > verb && (predicate || dep == "ccomp" || dep == "xcomp")) {
                extend(content, ranges_[c]);
            }
        }
        if (content.empty() || subject.empty()) return;
        const std::string_view first = tree_[subject.first].lower;
        if (first != "it" && first != "there") extend(content, subject);
        content = trimmed(tree_, content);
        if (!content.empty()) found.push_back({content, verb, kNoToken, cue.stance});
    }

    /// *A plan, which officials say is ready*, *in a finish that he said defied all forecasts*: the
    /// relative clause, which the parser may hang on the verb of saying or on its own verb.
    TokenRange relative_clause(TokenIndex verb) const {
        if (tree_[verb].dep != "ccomp" && tree_[verb].dep != "parataxis") return {};
        const TokenIndex above = tree_.head(verb);
        if (tree_[above].dep != "relcl" || above < verb || !has_subject(verb)) return {};
        return {verb + 1, ranges_[above].last};
    }

    bool has_infinitive(TokenIndex verb) const {
        const auto children = tree_.children(verb);
        return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
            return tree_[c].dep == "xcomp" && form_of_clause(tree_, c) == TakesInfinitive;
        });
    }

    bool accepts(const Cue& cue, TokenIndex complement, bool passive) const {
        const std::string_view dep = tree_[complement].dep;
        if (dep == "ccomp" || dep == "xcomp") {
            const std::uint16_t form = form_of_clause(tree_, complement);
            if (form == TakesQuestion) return cue.can(TakesQuestion | TakesClause);
            if (form == TakesPredicate) return cue.can(TakesPredicate | TakesClause);
            // *is said to have fled*: every verb of saying can raise a subject in the passive.
            if (form == TakesInfinitive && passive) return cue.can(TakesClause | form);
            return cue.can(form);
        }
        if (dep == "oprd") return cue.can(TakesPredicate);
        return false;
    }

    /// A clause before its cue ends where the cue's own words begin, and the other way round.
    TokenRange on_its_side(TokenRange range, TokenIndex clause, TokenIndex verb) const {
        if (clause > verb) return {std::max(range.first, verb + 1), range.last};
        TokenIndex end = std::min(range.last, verb);
        for (const TokenIndex c : tree_.children(verb)) {
            if (c > clause && c < verb) end = std::min(end, std::max(ranges_[c].first, clause + 1));
        }
        return {range.first, end};
    }

    /// *The vote, officials say, will be late*; *As Okoro noted, the vote was late*.
    TokenRange clause_around(TokenIndex verb) const {
        if (tree_.is_root(verb)) return {};
        const std::string_view dep = tree_[verb].dep;
        const TokenIndex above = tree_.head(verb);
        if (dep == "parataxis" && has_subject(verb)) {
            return around(tree_, ranges_[above], ranges_[verb]);
        }
        if (dep != "advcl") return {};
        const TokenIndex mark = tree_.child(verb, "mark");
        if (mark == kNoToken || tree_[mark].lower != "as" || mark != ranges_[verb].first) return {};
        const TokenRange aside = ranges_[verb];
        const bool set_off = (aside.last < tree_.size() && is_comma(tree_[aside.last])) ||
                             is_comma(tree_[aside.last - 1]) ||
                             (aside.first > 0 && is_comma(tree_[aside.first - 1]));
        return set_off ? around(tree_, ranges_[above], aside) : TokenRange{};
    }

    bool has_subject(TokenIndex verb) const {
        return tree_.has_child(verb, "nsubj") || tree_.has_child(verb, "nsubjpass");
    }

    /// The subject; where the parser lost it, the one of an aside in the content (*referred to a
    /// country which he said ...*).
    TokenIndex speaker_of(TokenIndex verb, TokenRange content) const {
        const TokenIndex subject = context_.arguments.subject(verb);
        if (subject != kNoToken || context_.arguments.is_passive(verb)) return subject;
        const TokenIndex end = std::min(content.last, content.first + kMaxAside);
        for (TokenIndex i = content.first; i < end; ++i) {
            if (tree_[i].dep != "relcl" || tree_[i].pos != Pos::Verb) continue;
            const Cue* cue = context_.cues.find(CuePart::Verb, tree_[i].lemma);
            const TokenIndex pronoun = tree_.child(i, "nsubj");
            if (cue == nullptr || pronoun == kNoToken) continue;
            if (cue->can(TakesClause) && tree_[pronoun].tag == "PRP") return pronoun;
        }
        return kNoToken;
    }

    const QuoteContext& context_;
    const SyntaxTree& tree_;
    const SubtreeRanges& ranges_;
};

}  // namespace

TokenRange trimmed(const SyntaxTree& tree, TokenRange range) {
    const auto is_edge = [&](TokenIndex i) {
        const Pos pos = tree[i].pos;
        return pos == Pos::Punct || pos == Pos::Space;
    };
    while (!range.empty() && is_edge(range.first)) ++range.first;
    while (!range.empty() && is_edge(range.last - 1)) --range.last;
    if (range.size() > 1 && tree[range.first].lower == "that" && tree[range.first].dep == "mark") {
        ++range.first;
    }
    return range;
}

TokenRange around(const SyntaxTree& tree, TokenRange whole, TokenRange aside) {
    const TokenRange inner = trimmed(tree, whole);
    if (inner.empty()) return {};
    if (trimmed(tree, aside).first <= inner.first) return trimmed(tree, {aside.last, whole.last});
    if (aside.last >= inner.last) return trimmed(tree, {whole.first, aside.first});
    return inner;
}

void find_verb_content(const QuoteContext& context, std::vector<ReportedContent>& found) {
    const VerbReader reader(context);
    const SyntaxTree& tree = context.tree;
    for (TokenIndex i = 0; i < tree.size(); ++i) {
        if (tree[i].pos != Pos::Verb) continue;
        const Cue* cue = context.cues.find(CuePart::Verb, tree[i].lemma);
        if (cue != nullptr) reader.read(i, *cue, found);
    }
}

}  // namespace tidings::mention
