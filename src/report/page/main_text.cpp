#include "report/page/main_text.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/cut.hpp"
#include "report/blocks.hpp"
#include "report/byline.hpp"
#include "report/cue_tables.hpp"
#include "report/page/page_title.hpp"
#include "report/publication_date.hpp"

namespace tidings::report {
namespace {

using detail::ReportCueTables;

constexpr std::int64_t kMostScore = 700;      // of one paragraph
constexpr std::int64_t kMostPenalty = 60;     // of one block of links
constexpr std::uint32_t kShortLetters = 60;   // a paragraph has more
constexpr std::int64_t kContentShare = 60;    // percent of the score that a content element needs
constexpr std::int64_t kInnerShare = 88;      // percent that any inner element needs
constexpr std::uint32_t kPageCueBytes = 600;  // of a block are looked at for cues

std::uint32_t link_percent(const PageBlock& block) {
    return block.letters == 0 ? 0 : block.links * 100 / block.letters;
}

class MainTextFinder {
  public:
    MainTextFinder(const PageTree& tree, const PageBlocks& blocks, const TextHints& hints,
                   const ReportCueTables& cues)
        : tree_(tree), blocks_(blocks), hints_(hints), cues_(cues) {}

    std::vector<BlockVerdict> find() {
        verdicts_.resize(blocks_.blocks.size());
        if (blocks_.blocks.empty()) return std::move(verdicts_);
        match_article_body();
        find_title();
        choose();
        judge();
        return std::move(verdicts_);
    }

  private:
    // Blocks that the structured data's text holds.
    void match_article_body() {
        known_.assign(blocks_.blocks.size(), false);
        const std::string body = bare(hints_.article_body);
        if (body.size() < kLeastArticleBody) return;
        // A block's beginning is enough: links and marks further on may have been left out.
        std::unordered_set<std::string_view> windows;
        for (std::size_t at = 0; at + kMatchedBytes <= body.size(); ++at) {
            windows.insert(std::string_view(body).substr(at, kMatchedBytes));
        }
        for (std::size_t i = 0; i < blocks_.blocks.size(); ++i) {
            const PageBlock& block = blocks_.blocks[i];
            if (block.letters < kShortLetters) continue;
            const std::string text = bare(blocks_.of(block).substr(0, 4 * kMatchedBytes));
            known_[i] = text.size() >= kMatchedBytes &&
                        windows.contains(std::string_view(text).substr(0, kMatchedBytes));
        }
    }

    [[nodiscard]] std::int64_t score(std::size_t index) const {
        const PageBlock& block = blocks_.blocks[index];
        const auto letters = static_cast<std::int64_t>(block.letters);
        const std::uint32_t linked = link_percent(block);
        if (known_[index]) return kMostScore;
        if (dropped(block)) return -std::min<std::int64_t>(letters / 10, 10) - 2;
        if (linked > 50) return -std::min<std::int64_t>(10 + letters / 2, kMostPenalty);
        if (block.letters < kShortLetters) {
            if (is_heading(block.tag)) return 0;
            return block.sentence_end ? 10 : -5;
        }
        std::int64_t value =
            std::min(letters - 2 * static_cast<std::int64_t>(block.links), kMostScore);
        if (!block.sentence_end) value /= 3;
        if (block.in_list) value /= 2;
        if (is_heading(block.tag)) value /= 4;
        return value;
    }

    // The sum of the scores of all blocks below each node.
    [[nodiscard]] std::vector<std::int64_t> sum_scores() const {
        std::vector<std::int64_t> before(tree_.nodes.size() + 1, 0);
        for (std::size_t i = 0; i < blocks_.blocks.size(); ++i) {
            before[blocks_.blocks[i].node + 1] += score(i);
        }
        for (std::size_t i = 1; i < before.size(); ++i) before[i] += before[i - 1];
        std::vector<std::int64_t> sums(tree_.nodes.size());
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] = before[tree_.nodes[i].end] - before[i];
        }
        return sums;
    }

    // The text of a page that calls its text what others call boilerplate is found by its looks.
    void choose() {
        std::vector<std::int64_t> sums = sum_scores();
        container_ = choose_container(sums);
        if (sums[container_] >= kLeastScore) return extend(sums);
        ignore_zones_ = true;
        std::vector<std::int64_t> others = sum_scores();
        const NodeIndex other = choose_container(others);
        if (others[other] > 3 * std::max<std::int64_t>(sums[container_], 0)) {
            container_ = other;
            return;
        }
        ignore_zones_ = false;
        if (const NodeIndex below_title = find_below_title(); below_title != 0) {
            container_ = below_title;
        }
    }

    // An <article> around the text is its bounds, if little else stands in it.
    void extend(const std::vector<std::int64_t>& sums) {
        const NodeIndex article = tree_.ancestor(container_, Tag::Article);
        if (article != 0 && sums[article] * 100 >= sums[container_] * kArticleShare) {
            container_ = article;
        }
    }

    // Of a page with little text: the smallest element around the title that has some.
    [[nodiscard]] NodeIndex find_below_title() const {
        if (title_ >= blocks_.blocks.size()) return 0;
        std::vector<std::uint32_t> letters(tree_.nodes.size() + 1, 0);
        for (std::size_t i = 0; i < blocks_.blocks.size(); ++i) {
            const PageBlock& block = blocks_.blocks[i];
            if (i == title_ || dropped(block) || link_percent(block) > 30) continue;
            letters[block.node + 1] += block.letters;
        }
        for (std::size_t i = 1; i < letters.size(); ++i) letters[i] += letters[i - 1];
        NodeIndex node = blocks_.blocks[title_].node;
        while (node != 0 && tree_.nodes[node].tag != Tag::Body) {
            if (letters[tree_.nodes[node].end] - letters[node] >= kLeastText) return node;
            node = tree_.nodes[node].parent;
        }
        return 0;
    }

    [[nodiscard]] bool dropped(const PageBlock& block) const {
        if (!is_dropped(block.zone)) return false;
        if (!ignore_zones_) return true;
        return block.zone == Zone::Comments || block.zone == Zone::Navigation ||
               block.zone == Zone::Notice || block.zone == Zone::Hidden;
    }

    [[nodiscard]] NodeIndex choose_container(const std::vector<std::int64_t>& sums) const {
        NodeIndex best = 0;
        for (NodeIndex i = 1; i < sums.size(); ++i) {
            if (tree_.nodes[i].tag != Tag::Text && sums[i] >= sums[best]) best = i;
        }
        return best;
    }

    [[nodiscard]] bool inside(std::size_t index) const {
        const NodeIndex node = blocks_.blocks[index].node;
        return node >= container_ && node < tree_.nodes[container_].end;
    }

    // The block that says the title, nearest before the text.
    void find_title() {
        title_ = blocks_.blocks.size();
        const std::string wanted = bare(hints_.title);
        for (std::size_t i = 0; i < blocks_.blocks.size(); ++i) {
            const PageBlock& block = blocks_.blocks[i];
            if (block.tag != Tag::H1 && (wanted.empty() || !is_title(block, wanted))) continue;
            if (is_dropped(block.zone) || block.letters < 3) continue;
            if (!wanted.empty() && !is_title(block, wanted)) continue;
            title_ = i;
            if (is_heading(block.tag)) return;
        }
    }

    [[nodiscard]] bool is_title(const PageBlock& block, const std::string& wanted) const {
        if (block.letters > 400) return false;
        const std::string text = bare(blocks_.of(block));
        return text == wanted || (text.size() > 10 && wanted.starts_with(text)) ||
               (wanted.size() > 10 && text.starts_with(wanted));
    }

    void judge() {
        first_ = blocks_.blocks.size();
        last_ = 0;
        for (std::size_t i = 0; i < blocks_.blocks.size(); ++i) {
            if (!inside(i)) continue;
            first_ = std::min(first_, i);
            last_ = i;
        }
        if (has_prose_above_title()) title_ = blocks_.blocks.size();
        for (std::size_t i = 0; i < blocks_.blocks.size(); ++i) verdicts_[i] = verdict(i);
        drop_author_notes();
        drop_tail();
        drop_empty_headings();
    }

    // Then the words of the title stand there for another reason, below the text.
    [[nodiscard]] bool has_prose_above_title() const {
        std::uint64_t above = 0;
        std::uint64_t all = 0;
        for (std::size_t i = first_; i <= last_ && i < blocks_.blocks.size(); ++i) {
            if (dropped(blocks_.blocks[i])) continue;
            all += prose(blocks_.blocks[i]);
            if (i < title_) above += prose(blocks_.blocks[i]);
        }
        return title_ < blocks_.blocks.size() && above * 4 > all;
    }

    [[nodiscard]] static BlockVerdict drop(std::string_view reason) {
        return {false, SectionRole::Boilerplate, reason};
    }
    [[nodiscard]] static BlockVerdict keep(SectionRole role, std::string_view reason) {
        return {true, role, reason};
    }

    [[nodiscard]] BlockVerdict verdict(std::size_t index) {
        const PageBlock& block = blocks_.blocks[index];
        if (index == title_) return keep(SectionRole::Title, "title");
        if (!inside(index)) {
            if (is_lead(index)) return keep(SectionRole::Body, "lead");
            return drop(is_dropped(block.zone) ? to_string(block.zone) : "outside");
        }
        if (known_[index]) return keep(SectionRole::Body, "structured data");
        if (dropped(block)) return drop(to_string(block.zone));
        if (block.zone == Zone::Caption) return keep(SectionRole::Caption, "caption");
        if (block.zone == Zone::Byline && block.letters < 200) {
            return keep(SectionRole::Byline, "byline");
        }
        if (block.zone == Zone::Date && block.letters < 100)
            return keep(SectionRole::Byline, "date");
        if (title_ < blocks_.blocks.size() && index < title_ && block.letters < 200) {
            return drop("above title");
        }
        if (is_head_line(index)) return keep(SectionRole::Byline, "head line");
        if (link_percent(block) > 60 && !(block.sentence_end && block.letters > 100)) {
            return drop("links");
        }
        return by_cues(block);
    }

    // Between the title and the text, in an element of its own.
    [[nodiscard]] bool is_lead(std::size_t index) const {
        const PageBlock& block = blocks_.blocks[index];
        if (title_ >= first_ || index <= title_ || index >= first_) return false;
        if (dropped(block) || link_percent(block) > 30) return false;
        if (block.zone == Zone::Lead) return block.letters > 30;
        return prose(block) > 0 && block.sentence_end && block.zone != Zone::Byline &&
               block.zone != Zone::Date && block.zone != Zone::Caption;
    }

    // What the words say: the cue phrases of plain-text reports, and those of pages.
    [[nodiscard]] BlockVerdict by_cues(const PageBlock& block) const {
        const std::vector<CueToken> tokens = tokens_of(block);
        if (cues_.captions.find(tokens, CueZone::Any)) {
            return keep(SectionRole::Caption, "caption cue");
        }
        const auto match = cues_.boilerplate.find(tokens, CueZone::Any);
        if (match && match->cue->where != CueWhere::End) return drop("cue");
        if (cues_.page_cues.find(tokens, CueZone::Any)) return drop("page cue");
        return keep(SectionRole::Body, "text");
    }

    [[nodiscard]] std::vector<CueToken> tokens_of(const PageBlock& block) const {
        Span span = block.text;
        const std::string_view head = utf8::cut(slice(blocks_.text, span), kPageCueBytes);
        span.end = span.start + static_cast<std::uint32_t>(head.size());
        return tokenize(blocks_.text, span, cues_.vocabulary);
    }

    // Names, dates and times just below the title, before the first prose.
    [[nodiscard]] bool is_head_line(std::size_t index) const {
        const PageBlock& block = blocks_.blocks[index];
        const std::size_t start = title_ < blocks_.blocks.size() ? title_ : first_;
        if (index > start + kHeadLines || block.letters > kHeadLetters || block.in_list)
            return false;
        if (is_heading(block.tag)) return false;
        const std::string_view text = blocks_.of(block);
        if (find_publication_date(text)) return true;
        if (block.sentence_end) return false;
        for (const std::string& author : hints_.authors) {
            if (text.find(author) != std::string_view::npos) return true;
        }
        return read_byline(blocks_.text, block.text, tokens_of(block), cues_).has_value();
    }

    // `Jane Doe covers the region.` behind the text.
    void drop_author_notes() {
        std::size_t paragraphs = 0;
        for (std::size_t i = last_ + 1; i-- > first_ && paragraphs < kAuthorParagraphs;) {
            if (!verdicts_[i].kept || verdicts_[i].role != SectionRole::Body) continue;
            ++paragraphs;
            const std::string_view text = blocks_.of(blocks_.blocks[i]);
            for (const std::string& author : hints_.authors) {
                const bool starts = author.size() > 4 && text.starts_with(author) &&
                                    !text.substr(author.size()).starts_with(":");
                if (starts) verdicts_[i] = drop("author");
            }
        }
    }

    // Upwards from the end: contacts, credits, notes.
    void drop_tail() {
        for (std::size_t i = last_ + 1, seen = 0; i-- > first_ && seen < kLastBlocks;) {
            if (!verdicts_[i].kept || verdicts_[i].role != SectionRole::Body || known_[i]) continue;
            ++seen;
            const std::vector<CueToken> tokens = tokens_of(blocks_.blocks[i]);
            const auto match = cues_.boilerplate.find(tokens, CueZone::Tail);
            const bool tail = (match && match->cue->where != CueWhere::End) ||
                              cues_.page_cues.find(tokens, CueZone::Tail);
            if (!tail && !is_heading(blocks_.blocks[i].tag)) return;
            if (tail) verdicts_[i] = drop("tail cue");
        }
    }

    // A heading whose text was dropped, or that has none.
    void drop_empty_headings() {
        bool text_follows = false;
        for (std::size_t i = last_ + 1; i-- > first_;) {
            const PageBlock& block = blocks_.blocks[i];
            const bool heading = is_heading(block.tag);
            if (!heading) {
                const bool text = verdicts_[i].kept && verdicts_[i].role != SectionRole::Byline;
                if (text) text_follows = true;
                if (!verdicts_[i].kept && verdicts_[i].reason != "repeated" &&
                    !is_aside(block.zone)) {
                    text_follows = false;
                }
                continue;
            }
            if (verdicts_[i].kept && verdicts_[i].role == SectionRole::Body && !text_follows &&
                !known_[i]) {
                verdicts_[i] = drop("heading of nothing");
            }
        }
    }

    // What stands between paragraphs and says nothing of what follows.
    static bool is_aside(Zone zone) {
        return zone == Zone::Advert || zone == Zone::Share || zone == Zone::Hidden ||
               zone == Zone::Notice;
    }

    static constexpr std::size_t kHeadLines = 8;         // blocks below the title
    static constexpr std::uint32_t kHeadLetters = 110;   // of a line of names and dates
    static constexpr std::size_t kAuthorParagraphs = 4;  // from the end
    static constexpr std::size_t kLastBlocks = 30;
    static constexpr std::int64_t kArticleShare = 50;  // percent of the text's score
    static constexpr std::uint32_t kLeastText = 120;   // letters below a title
    static constexpr std::int64_t kLeastScore = 300;   // of a page's text
    static constexpr std::size_t kLeastArticleBody = 200;
    static constexpr std::uint32_t kRepeatedLetters = 120;
    static constexpr std::size_t kMatchedBytes = 40;

    const PageTree& tree_;
    const PageBlocks& blocks_;
    const TextHints& hints_;
    const ReportCueTables& cues_;
    std::vector<bool> known_;
    std::vector<BlockVerdict> verdicts_;
    bool ignore_zones_ = false;
    NodeIndex container_ = 0;
    std::size_t title_ = 0;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    std::unordered_set<std::string> seen_;
};

}  // namespace

std::vector<BlockVerdict> find_main_text(const PageTree& tree, const PageBlocks& blocks,
                                         const TextHints& hints, const ReportCueTables& cues) {
    return MainTextFinder(tree, blocks, hints, cues).find();
}

}  // namespace tidings::report
