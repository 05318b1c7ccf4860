#include "coding/whole_phrase.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "language/calendar_words.hpp"

namespace tidings::coding {

namespace {

constexpr TokenIndex kPhraseWords = 20;

/// Prepositions of place and belonging; others as often tell of the act (*fired at men with guns*).
constexpr std::array<std::string_view, 14> kTellsWhich{
    "of",     "in",      "at",     "from",   "near",  "along", "across",
    "inside", "outside", "within", "around", "among", "under", "between"};
/// Nouns that count others, beside numbers.
constexpr std::array<std::string_view, 15> kCounts{
    "dozen", "score",  "ten",  "hundred", "thousand", "million",  "group", "number",
    "crowd", "couple", "pair", "handful", "majority", "minority", "rest"};
/// What ends a phrase where it is not finished.
constexpr std::array<std::string_view, 8> kOpen{"IN", "DT", "JJ", "TO", "CC", "PRP$", "VBG", "VBN"};

class PhraseReader {
  public:
    PhraseReader(const SyntaxTree& tree, const ActorMention& mention,
                 std::span<const EventMention> anchors)
        : tree_(tree), anchors_(anchors), head_(mention.head), first_(head_), last_(head_) {
        while (first_ > 0 && tree[first_ - 1].span.start >= mention.span.start) --first_;
        while (last_ + 1 < tree.size() && tree[last_ + 1].span.end <= mention.span.end) ++last_;
    }

    [[nodiscard]] Span read() {
        count();
        // A name needs nothing to say which one it is; a people may (*Syrians in Jordan*).
        if (tree_[head_].tag.starts_with("NN") && tree_[head_].tag != "NNP") follow();
        return {tree_[first_].span.start, tree_[last_].span.end};
    }

  private:
    /// Tells an event itself.
    [[nodiscard]] bool tells(TokenIndex t) const {
        return std::any_of(anchors_.begin(), anchors_.end(), [&](const EventMention& anchor) {
            return anchor.span.overlaps(tree_[t].span);
        });
    }

    /// *dozens of* before it.
    void count() {
        if (first_ < 2 || tree_[first_ - 1].lower != "of") return;
        const TokenIndex of = first_ - 1;
        const TokenIndex noun = tree_.head(of);
        if (tree_.head(head_) != of || noun + 1 != of || tells(noun)) return;
        if (tree_[noun].tag != "CD" && !one_of(tree_[noun].lemma, kCounts)) return;
        const TokenIndex least = noun > kPhraseWords ? noun - kPhraseWords : 0;
        for (first_ = noun; first_ > least && tree_.head(first_ - 1) == noun; --first_) {
            if (tells(first_ - 1) || tree_[first_ - 1].pos == Pos::Punct) break;
        }
    }

    /// The child of the head that `t` stands under, none where a clause or a comma parts them.
    [[nodiscard]] TokenIndex branch(TokenIndex t) const {
        static constexpr std::array<std::string_view, 6> kApart{"relcl", "appos",     "punct",
                                                                "advcl", "parataxis", "ccomp"};
        for (TokenIndex steps = 0; steps < kPhraseWords && !tree_.is_root(t); ++steps) {
            if (one_of(tree_[t].dep, kApart)) return kNoToken;
            if (tree_.head(t) == head_) return t;
            t = tree_.head(t);
        }
        return kNoToken;
    }

    /// Says which, rather than when or how.
    [[nodiscard]] bool says_which(TokenIndex child) const {
        if (child < head_) return false;
        const Token& word = tree_[child];
        if (word.dep == "acl") return word.tag == "VBG" || word.tag == "VBN";
        if (word.dep != "prep" || !one_of(word.lower, kTellsWhich) || tells_of_act(child))
            return false;
        return !belongs_to_verb(word.lower);
    }

    /// *accused two officers of murder*, *expelled the men from Chad*: read with the noun, these
    /// phrases tell what the verb says.
    [[nodiscard]] bool belongs_to_verb(std::string_view preposition) const {
        static constexpr std::array<std::string_view, 12> kOf{
            "accuse", "convict", "suspect", "acquit", "rob",    "deprive",
            "strip",  "clear",   "warn",    "remind", "inform", "rid"};
        static constexpr std::array<std::string_view, 22> kFrom{
            "expel", "withdraw", "remove", "ban",    "bar",    "exclude", "evacuate", "pull",
            "free",  "release",  "drive",  "deport", "rescue", "suspend", "dismiss",  "block",
            "stop",  "prevent",  "recall", "evict",  "return", "seize"};
        const TokenIndex verb = tree_.head(head_);
        if (tree_[head_].dep != "dobj" && tree_[head_].dep != "nsubjpass") return false;
        return (preposition == "of" && one_of(tree_[verb].lemma, kOf)) ||
               (preposition == "from" && one_of(tree_[verb].lemma, kFrom));
    }

    /// *in May*, *in 2016*, *in connection with the case*: of the act; so do other numbers, which
    /// count or measure rather than tell who.
    [[nodiscard]] bool tells_of_act(TokenIndex preposition) const {
        const TokenIndex object = tree_.child(preposition, "pobj");
        if (object == kNoToken) return tree_[preposition].dep == "prep";
        static constexpr std::array<std::string_view, 8> kOfAct{
            "connection", "relation", "response", "retaliation",
            "exchange",   "return",   "protest",  "support"};
        if (one_of(tree_[object].lemma, kOfAct)) return true;
        return tree_[object].tag == "CD" || is_calendar_word(tree_[object].lower);
    }

    void follow() {
        TokenIndex end = last_;
        const TokenIndex most =
            std::min<TokenIndex>(static_cast<TokenIndex>(tree_.size()), last_ + 1 + kPhraseWords);
        TokenIndex current = kNoToken;
        for (TokenIndex t = last_ + 1; t < most; ++t) {
            const TokenIndex child = branch(t);
            if (child == kNoToken || !says_which(child)) break;
            if (child != current) {
                last_ = end;
                current = child;
            }
            // The event's own words say what happened to them, not which ones they are.
            if (tells(t)) return;
            if (tree_[t].dep == "prep" && tells_of_act(t)) break;
            end = t;
        }
        while (end > last_ && one_of(tree_[end].tag, kOpen)) --end;
        last_ = end;
    }

    const SyntaxTree& tree_;
    std::span<const EventMention> anchors_;
    TokenIndex head_;
    TokenIndex first_;
    TokenIndex last_;
};

}  // namespace

Span whole_phrase(const SyntaxTree& tree, const ActorMention& mention,
                  std::span<const EventMention> anchors) {
    return PhraseReader(tree, mention, anchors).read();
}

}  // namespace tidings::coding
