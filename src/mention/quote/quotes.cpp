#include "mention/quote/quotes.hpp"

#include <algorithm>
#include <tuple>

#include "mention/quote/direct_speech.hpp"

namespace tidings::mention {

namespace {

constexpr TokenIndex kMaxContent = 400;      // tokens; longer reported content is a parser's error
constexpr std::size_t kMaxMarksInside = 32;  // marked stretches looked at in one content
constexpr TokenIndex kMinAlone = 5;          // words of a quotation that stands without a cue
constexpr TokenIndex kMinFragment = 3;
constexpr TokenIndex kMinNested = 4;  // of a clause that is reported inside direct speech

class QuoteFinder {
  public:
    explicit QuoteFinder(const QuoteContext& context)
        : context_(context), tree_(context.tree), attribution_(context) {}

    QuoteReadings find() {
        marks_ = find_quote_marks(context_.report, tree_);
        for (std::size_t m = 0; m < marks_.size(); ++m) {
            if (marks_[m].depth == 0) outer_.push_back(m);
        }
        states_.resize(marks_.size());
        for (std::size_t m = 0; m < marks_.size(); ++m)
            states_[m].by = attribution_.read(marks_[m]);
        read_reported();
        read_marked();
        write();
        return std::move(readings_);
    }

  private:
    struct Found {
        ReportedContent is;
        QuoteKind kind;
        bool resumes = false;
    };
    struct MarkState {
        Attributed by;
        bool absorbed = false;  ///< part of a mixed quotation
    };

    void read_reported() {
        std::vector<ReportedContent> found;
        find_verb_content(context_, found);
        find_nominal_content(context_, found);
        find_sourced_content(context_, found);
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return std::make_tuple(a.content.first, a.content.last) <
                   std::make_tuple(b.content.first, b.content.last);
        });
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool doubled = i + 1 < found.size() && found[i].content == found[i + 1].content;
            if (doubled && found[i].speaker == kNoToken) continue;
            if (i > 0 && found[i].content == found[i - 1].content &&
                found[i - 1].speaker != kNoToken) {
                continue;
            }
            if (found[i].content.size() <= kMaxContent) read_content(found[i]);
        }
    }

    /// The outermost marks that token i stands in, or npos.
    std::size_t outer_mark(TokenIndex i) const {
        const auto next = std::partition_point(outer_.begin(), outer_.end(), [&](std::size_t m) {
            return marks_[m].inside.last <= i;
        });
        if (next == outer_.end() || !marks_[*next].inside.contains(i)) return kNone;
        return *next;
    }

    void read_content(ReportedContent reported) {
        if (words(reported.content) < 2 && !is_name(reported)) return;
        const std::size_t around_cue = outer_mark(reported.cue);
        // Outside of marks *I* is the writer, and what he says needs no attribution.
        if (around_cue == kNone && reported.speaker != kNoToken) {
            const std::string_view speaker = tree_[reported.speaker].lower;
            if (speaker == "i" || speaker == "we" || speaker == "you") return;
        }
        if (around_cue != kNone) {
            if (marks_[around_cue].inside.contains(reported.content)) {
                found_.push_back({reported, QuoteKind::Indirect});
            }
            return;
        }
        auto next = std::partition_point(outer_.begin(), outer_.end(), [&](std::size_t m) {
            return marks_[m].inside.last <= reported.content.first;
        });
        const auto first = next;
        TokenIndex outside = words(reported.content);
        std::size_t count = 0;
        for (; next != outer_.end() && count < kMaxMarksInside; ++next, ++count) {
            const TokenRange inside = marks_[*next].inside;
            if (inside.first >= reported.content.last) break;
            outside -= words({std::max(inside.first, reported.content.first),
                              std::min(inside.last, reported.content.last)});
        }
        if (count == 0) {
            found_.push_back({reported, QuoteKind::Indirect});
            return;
        }
        const bool begins_marked = marks_[*first].inside.contains(reported.content.first);
        const bool cut_off = reported.cue > reported.content.first ||
                             tree_[marks_[*first].inside.last - 1].pos == Pos::Punct;
        if (outside <= 1 || (begins_marked && cut_off)) {
            // The content is what stands in marks: direct speech with this cue.
            for (auto m = first; m != next; ++m) claim(*m, reported);
            return;
        }
        bool mixed = false;
        for (auto m = first; m != next; ++m) mixed = absorb(*m, reported) || mixed;
        found_.push_back({reported, mixed ? QuoteKind::Mixed : QuoteKind::Indirect});
    }

    /// *endorsed Okoro*: one word is content where it names whom the speaker is for or against.
    bool is_name(const ReportedContent& reported) const {
        return reported.stance == QuoteStance::Attitude && reported.content.size() == 1 &&
               tree_[reported.content.first].pos == Pos::Propn && reported.speaker != kNoToken;
    }

    void claim(std::size_t m, const ReportedContent& reported) {
        Attributed& by = states_[m].by;
        if (by.cue != kNoToken && by.speaker != kNoToken) return;
        if (reported.speaker == kNoToken) return;
        by.cue = reported.cue;
        by.speaker = reported.speaker;
        by.stance = reported.stance;
    }

    /// Takes marked words into a reported clause, to the end of the marks. Words with a cue of
    /// their own inside the clause stay apart.
    bool absorb(std::size_t m, ReportedContent& reported) {
        MarkState& state = states_[m];
        const TokenIndex own = state.by.cue;
        if (own != kNoToken && own != reported.cue && state.by.set_off &&
            reported.content.contains(own)) {
            return false;
        }
        state.absorbed = true;
        if (state.by.speaker == kNoToken) state.by.speaker = reported.speaker;
        reported.content.last = std::max(reported.content.last, marks_[m].inside.last);
        return true;
    }

    TokenIndex words(TokenRange range) const {
        TokenIndex count = 0;
        for (TokenIndex i = range.first; i < range.last; ++i) {
            const Pos pos = tree_[i].pos;
            count += (pos == Pos::Punct || pos == Pos::Space) ? 0 : 1;
        }
        return count;
    }

    void read_marked() {
        TokenIndex last_speaker = kNoToken;
        std::uint32_t last_section = 0;
        std::size_t last_direct = kNone;
        for (std::size_t m = 0; m < marks_.size(); ++m) {
            const MarkedSpan& marked = marks_[m];
            MarkState& state = states_[m];
            const std::uint32_t section = attribution_.section_of(marked.inside.first);
            const bool alone = attribution_.stands_alone(marked);
            const bool goes_on = last_speaker != kNoToken &&
                                 (section == last_section || section == last_section + 1);
            if (!state.by.found() && alone && marked.depth == 0) {
                state.by.speaker = told_of_before(marked);
                if (state.by.speaker == kNoToken && goes_on) state.by.speaker = last_speaker;
            }
            if (state.by.speaker != kNoToken && marked.depth == 0) {
                readings_.spoken.push_back({span_of(marked.inside), state.by.speaker});
            }
            if (state.absorbed && state.by.speaker != kNoToken) {
                last_speaker = state.by.speaker;
                last_section = section;
            }
            if (state.absorbed || !is_speech(marked, state, alone)) continue;
            const bool resumes =
                marked.depth == 0 && last_direct != kNone && is_resumed(last_direct, m);
            found_.push_back({{marked.inside, state.by.cue, state.by.speaker, state.by.stance},
                              QuoteKind::Direct,
                              resumes});
            if (marked.depth > 0) continue;
            last_direct = m;
            last_speaker = state.by.speaker;
            last_section = attribution_.section_of(marked.inside.last - 1);
        }
    }

    /// *Okoro kept his distance. "I will support him."*: the subject of the sentence before, in the
    /// same paragraph and outside of quotations. kNoToken for none.
    TokenIndex told_of_before(const MarkedSpan& marked) const {
        const std::uint32_t here = tree_[marked.inside.first].sentence;
        if (here == 0 || !tree_[marked.inside.first].sentence_start) {
            if (here == 0 || tree_[marked.open].sentence != here) return kNoToken;
        }
        const Sentence& before = tree_.parse().sentences[here - 1];
        if (attribution_.section_of(before.first) != attribution_.section_of(marked.open)) {
            return kNoToken;
        }
        TokenIndex root = kNoToken;
        for (TokenIndex i = before.first; i < before.last; ++i) {
            if (outer_mark(i) != kNone) return kNoToken;
            if (tree_.is_root(i)) root = i;
        }
        if (root == kNoToken) return kNoToken;
        const TokenIndex subject = tree_.child(root, "nsubj");
        if (subject == kNoToken) return kNoToken;
        const std::string_view word = tree_[subject].lower;
        const bool person = word == "he" || word == "she";
        return person || tree_[subject].pos == Pos::Propn ? subject : kNoToken;
    }

    /// A quotation that begins its sentence may go on behind its cue. Words with another cue of
    /// their own are another quotation.
    bool is_resumed(std::size_t before, std::size_t m) const {
        const TokenIndex cue = states_[before].by.cue;
        const TokenIndex own = states_[m].by.cue;
        if (own != kNoToken && own != cue) return false;
        return attribution_.stands_alone(marks_[before]) &&
               attribution_.is_resumed(marks_[before], cue, marks_[m]);
    }

    bool is_speech(const MarkedSpan& marked, const MarkState& state, bool alone) const {
        if (!state.by.set_off && attribution_.is_title(marked)) return false;
        const TokenIndex count = words(marked.inside);
        if (state.by.cue != kNoToken) {
            if (state.by.set_off) return count > 0;
            return count >= kMinFragment;
        }
        const TokenIndex least = state.by.speaker != kNoToken ? kMinFragment : kMinAlone;
        return alone && count >= least && attribution_.is_sentence(marked);
    }

    Span span_of(TokenRange range) const {
        return {tree_[range.first].span.start, tree_[range.last - 1].span.end};
    }

    /// All that was found, in text order. Inside other quotations only what somebody else is said
    /// to say is kept (*"The army says it is over," he said*): what a speaker thinks and wants is
    /// part of his speech.
    void write() {
        const std::vector<std::uint32_t> covers = count_covers();
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return std::make_tuple(a.is.content.first, ~a.is.content.last) <
                   std::make_tuple(b.is.content.first, ~b.is.content.last);
        });
        for (const Found& found : found_) {
            const TokenIndex cue = found.is.cue;
            const bool nested = found.kind != QuoteKind::Direct &&
                                covers[cue] > (found.is.content.contains(cue) ? 1U : 0U);
            if (!nested || is_speech_of_another(found.is)) write_one(found, nested);
        }
    }

    /// How many of the contents each token stands in.
    std::vector<std::uint32_t> count_covers() const {
        std::vector<std::uint32_t> covers(tree_.size() + 1);
        for (const Found& found : found_) {
            ++covers[found.is.content.first];
            --covers[found.is.content.last];
        }
        for (std::size_t i = 1; i < covers.size(); ++i) covers[i] += covers[i - 1];
        return covers;
    }

    bool is_speech_of_another(const ReportedContent& reported) const {
        if (reported.speaker == kNoToken || reported.stance == QuoteStance::Attitude) return false;
        // *said the union made claims that*: told as said by another, however it is put
        const bool told =
            tree_[reported.cue].pos == Pos::Verb || reported.stance == QuoteStance::Claimed;
        return told && tree_[reported.speaker].pos != Pos::Pron &&
               words(reported.content) >= kMinNested;
    }

    void write_one(const Found& found, bool nested) {
        QuoteReading reading;
        reading.span = span_of(found.is.content);
        reading.kind = found.kind;
        reading.stance = found.is.stance;
        reading.nested = nested;
        reading.resumes = found.resumes;
        reading.speaker = found.is.speaker;
        reading.cue = found.is.cue;
        if (reading.speaker != kNoToken) reading.speaker_phrase = phrase_of(reading.speaker);
        readings_.quotes.push_back(reading);
    }

    /// The speaker with the words before the head that belong to it (*a source close to ...* is
    /// told from its head on as well).
    Span phrase_of(TokenIndex head) const {
        return {tree_[std::min(context_.ranges[head].first, head)].span.start,
                tree_[head].span.end};
    }

    static constexpr std::size_t kNone = SIZE_MAX;
    const QuoteContext& context_;
    const SyntaxTree& tree_;
    MarkAttribution attribution_;
    std::vector<MarkedSpan> marks_;
    std::vector<MarkState> states_;
    std::vector<std::size_t> outer_;  ///< marks inside no other, which do not overlap
    std::vector<Found> found_;
    QuoteReadings readings_;
};

}  // namespace

QuoteReadings find_quotes(const Report& report, const Arguments& arguments,
                          const QuoteCueData& cues) {
    const SubtreeRanges ranges(arguments.tree());
    const QuoteContext context{report, arguments, arguments.tree(), ranges, cues};
    return QuoteFinder(context).find();
}

}  // namespace tidings::mention
