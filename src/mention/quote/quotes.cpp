#include "mention/quote/quotes.hpp"

#include <algorithm>

namespace tidings::mention {

namespace {

constexpr TokenIndex kMaxSentence = 2000;  // tokens; a longer "sentence" is no prose

enum class Mark : std::uint8_t { None, Open, Close, Either };

Mark mark_of(std::string_view word) {
    if (word == "\u201c" || word == "``" || word == "\u00ab") return Mark::Open;
    if (word == "\u201d" || word == "''" || word == "\u00bb") return Mark::Close;
    if (word == "\"") return Mark::Either;
    return Mark::None;
}

class QuoteFinder {
  public:
    QuoteFinder(const Report& report, const Arguments& arguments, const ActorLexiconData& lexicon)
        : report_(report), arguments_(arguments), tree_(arguments.tree()), lexicon_(lexicon) {}

    std::vector<QuoteReading> find() {
        find_direct();
        find_indirect();
        std::stable_sort(
            quotes_.begin(), quotes_.end(),
            [](const QuoteReading& a, const QuoteReading& b) { return a.span < b.span; });
        return std::move(quotes_);
    }

  private:
    void find_direct() {
        TokenIndex open = kNoToken;
        std::uint32_t section = 0;
        for (TokenIndex i = 0; i < tree_.size(); ++i) {
            const Token& token = tree_[i];
            const std::uint32_t here = tree_.parse().sentences[token.sentence].section;
            if (here != section) {
                if (open != kNoToken) add_direct(open + 1, i);
                open = kNoToken;
                section = here;
            }
            const Mark mark = mark_of(slice(report_.text, token.span));
            if (mark == Mark::None) continue;
            if (open == kNoToken && mark != Mark::Close) {
                open = i;
            } else if (open != kNoToken && mark != Mark::Open) {
                add_direct(open + 1, i);
                open = kNoToken;
            }
        }
        if (open != kNoToken) add_direct(open + 1, static_cast<TokenIndex>(tree_.size()));
    }

    void add_direct(TokenIndex first, TokenIndex last) {
        while (last > first && tree_[last - 1].pos == Pos::Space) --last;
        if (last < first + 3) return;
        QuoteReading quote;
        quote.span = {tree_[first].span.start, tree_[last - 1].span.end};
        quote.cue = cue_of(first, last);
        const bool has_verb =
            std::any_of(tree_.parse().tokens.begin() + first, tree_.parse().tokens.begin() + last,
                        [](const Token& t) { return t.pos == Pos::Verb || t.pos == Pos::Aux; });
        const std::uint32_t section = section_of(first);
        if (quote.cue != kNoToken) {
            quote.speaker = arguments_.subject(quote.cue);
        } else if (!quotes_.empty() && goes_on(quotes_.back(), first, section)) {
            quote.speaker = quotes_.back().speaker;
        }
        if (quote.speaker == kNoToken && quote.cue == kNoToken) {
            // A phrase in marks inside somebody else's sentence is a scare quote.
            const bool own_sentence = tree_[first].sentence_start || starts_block(first);
            if (!own_sentence || last - first < 5 || !has_verb) return;
        }
        last_token_[quote.span.start] = first;
        quotes_.push_back(quote);
    }

    /// The same speaker goes on: in the same paragraph behind the cue, or in the next one.
    bool goes_on(const QuoteReading& before, TokenIndex first, std::uint32_t section) const {
        if (before.kind != QuoteKind::Direct || before.speaker == kNoToken) return false;
        const std::uint32_t previous = section_of_span(before);
        if (section == previous)
            return tree_[first].sentence_start || tree_[first - 1].sentence_start;
        return section == previous + 1 && starts_block(first);
    }

    std::uint32_t section_of(TokenIndex i) const {
        return tree_.parse().sentences[tree_[i].sentence].section;
    }
    std::uint32_t section_of_span(const QuoteReading& quote) const {
        const auto found = last_token_.find(quote.span.start);
        return found == last_token_.end() ? 0 : section_of(found->second);
    }
    /// The quotation opens its paragraph (its mark is the first token of the section).
    bool starts_block(TokenIndex first) const {
        return first < 2 || section_of(first) != section_of(first - 2);
    }

    bool is_cue(TokenIndex i) const {
        const Token& token = tree_[i];
        return token.pos == Pos::Verb && lexicon_.is_speech_verb(token.lemma);
    }

    /// The verb of saying beside the marks: behind the closing mark (*,” she said*), before the
    /// opening one (*he said: “*), or above the quotation in the tree.
    TokenIndex cue_of(TokenIndex first, TokenIndex last) const {
        const std::uint32_t section = section_of(first);
        for (TokenIndex i = last; i < tree_.size() && i < last + 14; ++i) {
            if (section_of(i) != section) break;
            const Mark mark = mark_of(slice(report_.text, tree_[i].span));
            if (i > last && mark != Mark::None && mark != Mark::Close) break;
            if (i > last && tree_[i].sentence_start &&
                tree_[i].sentence != tree_[last - 1].sentence && i > last + 2) {
                break;
            }
            if (is_cue(i) && arguments_.subject(i) != kNoToken) return i;
        }
        for (TokenIndex steps = 0; steps < 25 && first > steps + 2; ++steps) {
            const TokenIndex i = first - 2 - steps;
            if (section_of(i) != section || tree_[i].sentence + 1 < tree_[first].sentence) break;
            if (mark_of(slice(report_.text, tree_[i].span)) != Mark::None) break;
            if (tree_[i].lower == "." && tree_[i].sentence != tree_[first].sentence) break;
            if (is_cue(i) && arguments_.subject(i) != kNoToken) return i;
        }
        return kNoToken;
    }

    void find_indirect() {
        direct_count_ = quotes_.size();
        for (TokenIndex i = 0; i < tree_.size(); ++i) {
            if (!is_cue(i)) continue;
            const TokenIndex speaker = arguments_.subject(i);
            if (speaker == kNoToken) continue;
            for (const TokenIndex c : tree_.children(i)) {
                if (tree_[c].dep != "ccomp" || !tree_has_subject(c)) continue;
                const Span span = subtree_span(c, i);
                const bool direct = overlaps_direct(span);
                if (direct || span.empty()) continue;
                quotes_.push_back({span, QuoteKind::Indirect, speaker, i});
            }
        }
    }

    /// Direct quotations stand first in quotes_, in text order and without overlap.
    bool overlaps_direct(Span span) const {
        const auto end = quotes_.begin() + static_cast<std::ptrdiff_t>(direct_count_);
        const auto next = std::partition_point(
            quotes_.begin(), end, [&](const QuoteReading& q) { return q.span.end <= span.start; });
        return next != end && next->span.overlaps(span);
    }

    bool tree_has_subject(TokenIndex verb) const {
        return tree_.has_child(verb, "nsubj") || tree_.has_child(verb, "nsubjpass") ||
               tree_.has_child(verb, "expl");
    }

    /// The clause's words that lie on its own side of the cue.
    Span subtree_span(TokenIndex clause, TokenIndex cue) const {
        const Sentence& sentence = tree_.parse().sentences[tree_[clause].sentence];
        TokenIndex first = clause;
        TokenIndex last = clause;
        if (sentence.last - sentence.first > kMaxSentence) return {};
        for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
            if (!tree_.is_under(t, clause)) continue;
            if ((clause > cue) != (t > cue)) continue;
            first = std::min(first, t);
            last = std::max(last, t);
        }
        if (tree_[first].dep == "mark" && first < last) ++first;
        return {tree_[first].span.start, tree_[last].span.end};
    }

    const Report& report_;
    const Arguments& arguments_;
    const SyntaxTree& tree_;
    const ActorLexiconData& lexicon_;
    std::vector<QuoteReading> quotes_;
    std::size_t direct_count_ = 0;
    std::unordered_map<std::uint32_t, TokenIndex> last_token_;
};

}  // namespace

std::vector<QuoteReading> find_quotes(const Report& report, const Arguments& arguments,
                                      const ActorLexiconData& lexicon) {
    return QuoteFinder(report, arguments, lexicon).find();
}

}  // namespace tidings::mention
