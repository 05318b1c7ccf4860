#include <algorithm>
#include <array>

#include "mention/quote/reported_speech.hpp"

namespace tidings::mention {

namespace {

constexpr int kMaxClauseClimb = 8;      // from a word to the verb of its clause
constexpr TokenIndex kMaxHeadline = 8;  // words before the colon of *Poll: ...*

class SourceReader {
  public:
    explicit SourceReader(const QuoteContext& context)
        : context_(context), tree_(context.tree), ranges_(context.ranges) {}

    void read_phrase(TokenIndex first, const SourcePhrase& phrase,
                     std::vector<ReportedContent>& found) const {
        const TokenIndex last = first + static_cast<TokenIndex>(phrase.before.size()) - 1;
        const TokenIndex speaker = source(first, last, phrase);
        if (speaker == kNoToken) return;
        const TokenIndex top = top_of(first, last);
        const TokenRange content = around(tree_, ranges_[clause_above(top)], ranges_[top]);
        if (content.empty()) return;
        found.push_back({content, first, speaker, phrase.stance});
    }

    /// *reportedly*: all of the clause of its verb.
    void read_adverb(TokenIndex adverb, const Cue& cue, std::vector<ReportedContent>& found) const {
        if (tree_.is_root(adverb)) return;
        const TokenIndex head = tree_.head(adverb);
        const TokenRange content = around(tree_, ranges_[head], ranges_[adverb]);
        if (content.size() < 2) return;
        found.push_back({content, adverb, kNoToken, cue.stance});
    }

    /// *Poll: Most want the bridge*; *Okoro: We will stay*.
    void read_headline(const Sentence& sentence, std::vector<ReportedContent>& found) const {
        const TokenIndex end = std::min(sentence.last, sentence.first + kMaxHeadline + 1);
        TokenIndex colon = sentence.first;
        while (colon < end && tree_[colon].lower != ":") {
            const Pos pos = tree_[colon].pos;
            if (pos == Pos::Verb || pos == Pos::Aux) return;
            ++colon;
        }
        if (colon >= end || colon == sentence.first || colon + 3 >= sentence.last) return;
        const bool has_verb = std::any_of(
            tree_.parse().tokens.begin() + colon, tree_.parse().tokens.begin() + sentence.last,
            [](const Token& t) { return t.pos == Pos::Verb || t.pos == Pos::Aux; });
        if (!has_verb) return;
        TokenIndex speaker = colon - 1;
        while (speaker > sentence.first && !context_.arguments.is_nominal(speaker)) --speaker;
        if (!context_.arguments.is_nominal(speaker)) return;
        const TokenRange content = trimmed(tree_, {colon + 1, sentence.last});
        if (!content.empty()) found.push_back({content, colon, speaker, QuoteStance::Asserted});
    }

  private:
    /// The head of the source, or kNoToken where the words are no such phrase after all.
    TokenIndex source(TokenIndex first, TokenIndex last, const SourcePhrase& phrase) const {
        TokenIndex object = tree_.child(last, "pobj");
        if (object == kNoToken) object = tree_.child(first, "pobj");
        if (object == kNoToken || object <= last) return kNoToken;
        if (phrase.noun.empty()) return object;
        if (tree_[object].lemma != phrase.noun) return kNoToken;
        return context_.arguments.possessor(object);
    }

    /// The word of the phrase whose head lies outside it.
    TokenIndex top_of(TokenIndex first, TokenIndex last) const {
        for (TokenIndex i = first; i <= last; ++i) {
            const TokenIndex head = tree_.head(i);
            if (head < first || head > last) return i;
        }
        return first;
    }

    TokenIndex clause_above(TokenIndex i) const {
        TokenIndex head = tree_.head(i);
        for (int steps = 0; steps < kMaxClauseClimb && !tree_.is_root(head); ++steps) {
            const bool clause = context_.arguments.is_verb(head) && tree_[head].dep != "auxpass" &&
                                tree_[head].dep != "aux";
            if (clause) break;
            head = tree_.head(head);
        }
        return head;
    }

    const QuoteContext& context_;
    const SyntaxTree& tree_;
    const SubtreeRanges& ranges_;
};

bool stands_at(const SyntaxTree& tree, const std::vector<std::string>& words, TokenIndex first) {
    if (first + words.size() >= tree.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (tree[first + static_cast<TokenIndex>(i)].lower != words[i]) return false;
    }
    return tree[first].sentence == tree[first + static_cast<TokenIndex>(words.size())].sentence;
}

}  // namespace

void find_sourced_content(const QuoteContext& context, std::vector<ReportedContent>& found) {
    const SourceReader reader(context);
    const SyntaxTree& tree = context.tree;
    for (TokenIndex i = 0; i < tree.size(); ++i) {
        for (const SourcePhrase& phrase : context.cues.phrases) {
            if (tree[i].lower == phrase.before.front() && stands_at(tree, phrase.before, i)) {
                reader.read_phrase(i, phrase, found);
            }
        }
        if (tree[i].pos != Pos::Adv) continue;
        const Cue* cue = context.cues.find(CuePart::Adverb, tree[i].lower);
        if (cue != nullptr) reader.read_adverb(i, *cue, found);
    }
    for (const Sentence& sentence : tree.parse().sentences) {
        if (sentence.section >= context.report.sections.size()) continue;
        if (context.report.sections[sentence.section].role != SectionRole::Title) continue;
        reader.read_headline(sentence, found);
    }
}

}  // namespace tidings::mention
