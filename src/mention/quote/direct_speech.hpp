// Who says the words between two quotation marks.
#pragma once

#include "mention/quote/quote_marks.hpp"
#include "mention/quote/reported_speech.hpp"

namespace tidings::mention {

struct Attributed {
    TokenIndex cue = kNoToken;
    TokenIndex speaker = kNoToken;
    QuoteStance stance = QuoteStance::Asserted;
    /// The words stand apart as speech: behind a comma or colon, or with their cue behind them.
    bool set_off = false;
    [[nodiscard]] bool found() const noexcept { return cue != kNoToken || speaker != kNoToken; }
};

/// Looks at the words just outside the marks: *..., she said*, *..., said the minister*, *he said
/// on Monday: ...*, *Okoro: ...*, *according to the paper, ...*. Bounded walks.
class MarkAttribution {
  public:
    explicit MarkAttribution(const QuoteContext& context)
        : context_(context), tree_(context.tree) {}

    [[nodiscard]] Attributed read(const MarkedSpan& marked) const;

    /// The quotation is no part of a sentence of somebody else.
    [[nodiscard]] bool stands_alone(const MarkedSpan& marked) const;
    /// The marked words are the name of a film, a programme, a book.
    [[nodiscard]] bool is_title(const MarkedSpan& marked) const;
    /// The marked words hold a verb or the end of a sentence.
    [[nodiscard]] bool is_sentence(const MarkedSpan& marked) const;
    /// `next` takes up again what its cue `cue` behind `before` broke off: *"...," she said.
    /// "..."*, within one paragraph.
    [[nodiscard]] bool is_resumed(const MarkedSpan& before, TokenIndex cue,
                                  const MarkedSpan& next) const;
    [[nodiscard]] std::uint32_t section_of(TokenIndex i) const {
        return tree_.parse().sentences[tree_[i].sentence].section;
    }

  private:
    [[nodiscard]] Attributed behind(const MarkedSpan& marked) const;
    [[nodiscard]] Attributed before(const MarkedSpan& marked) const;
    [[nodiscard]] Attributed before_colon(TokenIndex colon) const;
    [[nodiscard]] TokenIndex subject_near(TokenIndex verb, TokenIndex first) const;
    [[nodiscard]] TokenIndex inverted_subject(TokenIndex verb) const;
    [[nodiscard]] TokenIndex signature(const MarkedSpan& marked) const;
    [[nodiscard]] TokenIndex explained_name(TokenIndex first, TokenIndex verb) const;
    [[nodiscard]] bool is_mark(TokenIndex i) const;
    [[nodiscard]] bool is_cue_noun(TokenIndex i) const;
    [[nodiscard]] const Cue* cue_at(TokenIndex i) const;

    const QuoteContext& context_;
    const SyntaxTree& tree_;
};

}  // namespace tidings::mention
