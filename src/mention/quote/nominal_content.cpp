#include <algorithm>

#include "mention/quote/reported_speech.hpp"

namespace tidings::mention {

namespace {

class NominalReader {
  public:
    explicit NominalReader(const QuoteContext& context)
        : context_(context), tree_(context.tree), ranges_(context.ranges) {}

    /// *the claim that ...*, *a call for ...*, *its plan to ...*
    void read_noun(TokenIndex noun, const Cue& cue, std::vector<ReportedContent>& found) const {
        TokenRange content = dependent(noun, cue);
        if (content.empty()) content = predicate_clause(noun, cue);
        add(content, noun, speaker_of_noun(noun), cue, found);
    }

    /// *is confident that ...*, *are willing to ...*
    void read_adjective(TokenIndex adjective, const Cue& cue,
                        std::vector<ReportedContent>& found) const {
        TokenRange content = dependent(adjective, cue);
        const std::string_view dep = tree_[adjective].dep;
        const bool predicate = dep == "acomp" || dep == "oprd";
        if (content.empty() && predicate)
            content = clause_of(tree_.head(adjective), adjective, cue);
        if (content.empty()) return;
        TokenIndex speaker = kNoToken;
        if (predicate) {
            speaker = context_.arguments.subject(tree_.head(adjective));
        } else if (dep == "amod" && tree_.head(adjective) < adjective) {
            speaker = tree_.head(adjective);
        } else if (const TokenIndex own = tree_.child(adjective, "nsubj"); own != kNoToken) {
            speaker = own;
        }
        add(content, adjective, speaker, cue, found);
    }

  private:
    void add(TokenRange content, TokenIndex cue_token, TokenIndex speaker, const Cue& cue,
             std::vector<ReportedContent>& found) const {
        content = trimmed(tree_, content);
        if (content.empty()) return;
        found.push_back({content, cue_token, speaker, cue.stance});
    }

    /// The first content that hangs on the word itself.
    TokenRange dependent(TokenIndex word, const Cue& cue) const {
        for (const TokenIndex c : tree_.children(word)) {
            if (c < word) continue;
            const std::string_view dep = tree_[c].dep;
            if (dep == "prep") {
                const TokenRange object = prepositional(c, cue);
                if (!object.empty()) return object;
            } else if ((dep == "acl" || dep == "ccomp" || dep == "xcomp" || dep == "relcl") &&
                       takes_clause(c, cue)) {
                return ranges_[c];
            }
        }
        return {};
    }

    TokenRange prepositional(TokenIndex preposition, const Cue& cue) const {
        if (std::find(cue.prepositions.begin(), cue.prepositions.end(), tree_[preposition].lower) ==
            cue.prepositions.end()) {
            return {};
        }
        for (const TokenIndex object : tree_.children(preposition)) {
            if (tree_[object].dep == "pobj" || tree_[object].dep == "pcomp") {
                return ranges_[object];
            }
        }
        return {};
    }

    bool takes_clause(TokenIndex clause, const Cue& cue) const {
        bool to = false;
        bool that = false;
        bool question = false;
        for (const TokenIndex c : tree_.children(clause)) {
            const Token& token = tree_[c];
            to = to || (token.lower == "to" && token.dep == "aux");
            that = that || (token.lower == "that" && token.dep == "mark");
            question = question || (token.dep == "mark" && token.lower != "that") ||
                       (token.tag.starts_with("W") && token.lower != "that");
        }
        if (to) return cue.can(TakesInfinitive);
        if (that) return cue.can(TakesClause);
        if (question) return tree_[clause].dep != "relcl" && cue.can(TakesQuestion | TakesClause);
        const bool adjective = tree_[tree_.head(clause)].pos == Pos::Adj;
        return adjective && tree_[clause].dep == "ccomp" && cue.can(TakesClause);
    }

    /// A clause that the parser hangs on the verb instead (*expressed concern that ...*), or the
    /// predicate (*His claim is that ...*, *The plan is to ...*).
    TokenRange predicate_clause(TokenIndex noun, const Cue& cue) const {
        const std::string_view dep = tree_[noun].dep;
        const TokenIndex verb = tree_.head(noun);
        if (dep == "nsubj" && tree_[verb].lemma == "be") return clause_of(verb, noun, cue);
        if (dep != "dobj" || is_cue_of_clauses(verb)) return {};
        return clause_of(verb, noun, cue);
    }
    bool is_cue_of_clauses(TokenIndex verb) const {
        const Cue* cue = context_.cues.find(CuePart::Verb, tree_[verb].lemma);
        return cue != nullptr && cue->can(TakesClause | TakesInfinitive);
    }
    TokenRange clause_of(TokenIndex verb, TokenIndex after, const Cue& cue) const {
        for (const TokenIndex c : tree_.children(verb)) {
            const std::string_view dep = tree_[c].dep;
            if (c < after || (dep != "ccomp" && dep != "xcomp")) continue;
            if (takes_clause(c, cue)) return ranges_[c];
        }
        return {};
    }

    /// Whose claim it is: *the ministry's claim*, *a claim by ...*, *... made the claim*, *in a
    /// statement, ... said*. Nobody in *rejected the claim*.
    TokenIndex speaker_of_noun(TokenIndex noun) const {
        const Arguments& arguments = context_.arguments;
        if (const TokenIndex owner = arguments.possessor(noun); owner != kNoToken) return owner;
        for (const TokenIndex c : tree_.children(noun)) {
            if (tree_[c].dep != "prep" && tree_[c].dep != "agent") continue;
            if (tree_[c].lower != "by" && tree_[c].lower != "from" && tree_[c].lower != "among") {
                continue;
            }
            const TokenIndex object = tree_.child(c, "pobj");
            if (object != kNoToken) return object;
        }
        const TokenIndex verb = arguments.light_verb(noun);
        if (verb == kNoToken || tree_[noun].dep == "nsubjpass") return kNoToken;
        if (tree_[noun].dep == "dobj" &&
            context_.cues.find(CuePart::Voicing, tree_[verb].lemma) == nullptr) {
            return kNoToken;
        }
        return arguments.subject(verb);
    }

    const QuoteContext& context_;
    const SyntaxTree& tree_;
    const SubtreeRanges& ranges_;
};

}  // namespace

void find_nominal_content(const QuoteContext& context, std::vector<ReportedContent>& found) {
    const NominalReader reader(context);
    const SyntaxTree& tree = context.tree;
    for (TokenIndex i = 0; i < tree.size(); ++i) {
        if (tree[i].pos == Pos::Noun) {
            const Cue* cue = context.cues.find(CuePart::Noun, tree[i].lemma);
            if (cue != nullptr) reader.read_noun(i, *cue, found);
        } else if (tree[i].pos == Pos::Adj) {
            const Cue* cue = context.cues.find(CuePart::Adjective, tree[i].lemma);
            if (cue != nullptr) reader.read_adjective(i, *cue, found);
        }
    }
}

}  // namespace tidings::mention
