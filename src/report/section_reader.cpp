#include "report/section_reader.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/cut.hpp"
#include "report/blocks.hpp"
#include "report/byline.hpp"
#include "report/cue_tables.hpp"
#include "report/dateline.hpp"
#include "report/publication_date.hpp"

namespace tidings::report {
namespace {

constexpr std::uint32_t kCueBytes = 2000;  // of a block are looked at for cues
constexpr std::uint32_t kTitleBytes = 250;
constexpr std::uint32_t kTitleWords = 30;
constexpr std::uint32_t kStoppedTitleWords = 16;  // of a headline that ends in a full stop
constexpr std::uint32_t kParagraphWords = 18;     // a block as long, ending a sentence, is news
constexpr std::uint32_t kResumeWords = 15;        // likewise, behind an appeal
constexpr std::uint32_t kRepeatedWords = 4;       // shorter blocks may be equal by chance
constexpr std::uint32_t kCreditedWords = 60;      // of a caption whose credit is the next line
constexpr std::size_t kHeadBlocks = 15;
constexpr std::size_t kTailBlocks = 40;
constexpr std::size_t kDatelineBlocks = 3;
constexpr std::size_t kListBlocks = 20;
constexpr std::size_t kCommonBytes = 20000;  // of the text are searched for lower-case words

/// A block with what was found out about it.
struct Piece {
    Block block;
    std::uint32_t words = 0;  // capped by what fits into kCueBytes
    bool ends_sentence = false;
    bool decided = false;  // `role` stands
    bool repeated = false;
    bool reaches_rest = false;  // a cue says that nothing but boilerplate follows
    bool lists = false;         // headlines follow
    bool credit_only = false;   // a photo credit and nothing else
    SectionRole role = SectionRole::Body;
    std::uint32_t body_start = 0;  // behind a dateline
    std::uint32_t body_end = 0;    // before a credit
};

class SectionReader {
  public:
    SectionReader(std::string_view text, std::string_view given_title,
                  const detail::ReportCueTables& cues)
        : text_(text), given_title_(utf8::fold(trim(given_title))), cues_(cues) {}

    ReadSections read() {
        const std::vector<Block> blocks = split_blocks(text_);
        if (blocks.size() == 1) {
            pieces_.push_back(measure(blocks.front()));
            read_datelines();
            const Span span = blocks.front().span;
            result_.sections.push_back(
                {SectionRole::Body, span, false, pieces_.front().body_start - span.start, {}});
            return std::move(result_);
        }
        pieces_.reserve(blocks.size());
        for (const Block& block : blocks) pieces_.push_back(measure(block));
        for (Piece& piece : pieces_) decide_by_cues(piece);
        credit_captions();
        read_head();
        read_datelines();
        read_tail();
        read_appeals();
        read_lists();
        mark_repeated();
        write();
        return std::move(result_);
    }

  private:
    // CueTokens are made anew each time they are needed: keeping all of them would take many times
    // the text's own memory.
    [[nodiscard]] std::vector<CueToken> tokens_of(const Piece& piece) const {
        Span span = piece.block.span;
        const std::string_view head = utf8::cut(slice(text_, span), kCueBytes);
        span.end = span.start + static_cast<std::uint32_t>(head.size());
        return tokenize(text_, span, cues_.vocabulary);
    }

    [[nodiscard]] Piece measure(const Block& block) const {
        Piece piece;
        piece.block = block;
        piece.body_start = block.span.start;
        piece.body_end = block.span.end;
        piece.ends_sentence = ends_sentence(slice(text_, block.span));
        return piece;
    }

    static void decide(Piece& piece, SectionRole role) {
        piece.decided = true;
        piece.role = role;
    }

    // Cues that count anywhere in the report.
    void decide_by_cues(Piece& piece) {
        const std::vector<CueToken> tokens = tokens_of(piece);
        piece.words = count_words(tokens);
        if (const auto match = cues_.captions.find(tokens, CueZone::Any)) {
            decide(piece, SectionRole::Caption);
            piece.credit_only = match->cue->kind == "credit" && match->begin == first_word(tokens);
            return;
        }
        const auto match = cues_.boilerplate.find(tokens, CueZone::Any);
        if (!match) return;
        if (match->cue->where == CueWhere::End && match->begin > first_word(tokens)) {
            split_credit(piece, tokens, match->begin);
            return;
        }
        decide_boilerplate(piece, tokens, *match);
    }

    static void decide_boilerplate(Piece& piece, CueTokens tokens, const CueMatch& match) {
        decide(piece, SectionRole::Boilerplate);
        piece.reaches_rest = match.cue->reach == CueReach::Rest;
        const CueTokens behind = tokens.subspan(match.end);
        piece.lists = match.cue->reach == CueReach::List &&
                      std::all_of(behind.begin(), behind.end(), [](const CueToken& token) {
                          return token.kind == TokenKind::Mark;
                      });
    }

    // `... he said. (Reporting by X; Editing by Y)`: the credit goes, the paragraph stays.
    static void split_credit(Piece& piece, CueTokens tokens, std::size_t begin) {
        while (begin > 0 &&
               (is_mark(tokens[begin - 1], U'(') || is_mark(tokens[begin - 1], U'['))) {
            --begin;
        }
        if (begin > 0) piece.body_end = tokens[begin - 1].span.end;
    }

    // A line before a credit that stands alone is the caption that it credits.
    void credit_captions() {
        for (std::size_t i = 1; i < pieces_.size(); ++i) {
            Piece& caption = pieces_[i - 1];
            const bool beside = caption.block.group == pieces_[i].block.group;
            if (!pieces_[i].credit_only || !beside || caption.decided) continue;
            // The very first line is the headline, whatever stands below it.
            if (i > 1 && caption.words <= kCreditedWords) decide(caption, SectionRole::Caption);
        }
    }

    [[nodiscard]] bool is_paragraph(const Piece& piece) const {
        return piece.words >= kParagraphWords && piece.ends_sentence;
    }

    [[nodiscard]] bool is_title_case(CueTokens tokens) const {
        std::uint32_t upper = 0;
        std::uint32_t lower = 0;
        for (const CueToken& token : tokens) {
            if (token.kind != TokenKind::Word || token.span.size() < 4) continue;
            ++(token.capitalised ? upper : lower);
        }
        return upper >= 3 && lower * 4 <= upper;
    }

    [[nodiscard]] bool looks_like_title(const Piece& piece, CueTokens tokens) const {
        if (piece.block.span.size() > kTitleBytes || piece.words > kTitleWords ||
            piece.words == 0) {
            return false;
        }
        const bool stop =
            piece.ends_sentence && !is_mark(tokens.back(), U'?') && !is_mark(tokens.back(), U'!');
        return !stop || is_title_case(tokens);
    }

    [[nodiscard]] bool is_given_title(const Piece& piece) const {
        return !given_title_.empty() && piece.block.span.size() <= 4 * kTitleBytes &&
               utf8::fold(slice(text_, piece.block.span)) == given_title_;
    }

    // Everything before the first paragraph of news: address, label, headline, bylines, dates.
    void read_head() {
        bool has_title = !given_title_.empty();
        const std::size_t end = std::min(pieces_.size(), kHeadBlocks);
        for (std::size_t i = 0; i < end; ++i) {
            Piece& piece = pieces_[i];
            if (is_given_title(piece)) decide(piece, SectionRole::Title);
            if (piece.decided) continue;
            const std::vector<CueToken> tokens = tokens_of(piece);
            if (read_address(i, tokens) || read_label(piece, tokens)) continue;
            const bool begins = !has_title && !result_seen_title_;
            if (read_head_byline(i, tokens, begins)) continue;
            if (begins) {
                has_title = true;
                if (looks_like_title(piece, tokens) && i + 1 < pieces_.size()) {
                    set_title(piece);
                    continue;
                }
            }
            if (is_paragraph(piece)) return;
            // A second headline: neither paragraph nor name. It may be news, so it stays.
        }
    }

    void set_title(Piece& piece) {
        decide(piece, SectionRole::Title);
        result_seen_title_ = true;
        result_.title = slice(text_, piece.block.span);
        std::replace(result_.title.begin(), result_.title.end(), '\n', ' ');
    }

    bool read_address(std::size_t index, CueTokens tokens) {
        if (tokens.size() != 1 || tokens[0].kind != TokenKind::Url) return false;
        Piece& piece = pieces_[index];
        decide(piece, SectionRole::Boilerplate);
        if (index == 0) result_.uri = slice(text_, piece.block.span);
        return true;
    }

    bool read_label(Piece& piece, CueTokens tokens) {
        if (!cues_.boilerplate.find(tokens, CueZone::Head)) return false;
        decide(piece, SectionRole::Boilerplate);
        return true;
    }

    // In a byline position: behind the headline, or before it if the line is plainly a byline.
    bool read_head_byline(std::size_t index, CueTokens tokens, bool before_title) {
        Piece& piece = pieces_[index];
        std::optional<Byline> byline = read_byline(text_, piece.block.span, tokens, cues_);
        // `By Land and Sea, Refugees Come`: a first line needs more than names to be a byline.
        const bool dated = byline && (!byline->published.empty() || !byline->modified.empty());
        if (byline && before_title && index == 0 && !dated && piece.words > 5) byline.reset();
        const bool bare = !byline && !before_title && !piece.ends_sentence && result_seen_title_ &&
                          followed_by_news(index);
        if (bare) {
            byline = read_bare_byline(text_, piece.block.span, tokens, cues_, common_words());
        }
        if (!byline) return false;
        take(std::move(*byline));
        decide(piece, SectionRole::Byline);
        return true;
    }

    // A bare name is believed where a byline, a caption or a paragraph comes next.
    [[nodiscard]] bool followed_by_news(std::size_t index) const {
        if (index + 1 >= pieces_.size()) return false;
        const Piece& next = pieces_[index + 1];
        return next.decided || next.words >= kParagraphWords || next.ends_sentence ||
               next.words <= 8;
    }

    void take(Byline byline) {
        for (std::string& author : byline.authors) {
            auto& authors = result_.authors;
            if (std::find(authors.begin(), authors.end(), author) == authors.end()) {
                authors.push_back(std::move(author));
            }
        }
        if (result_.published.empty()) result_.published = std::move(byline.published);
        if (result_.modified.empty()) result_.modified = std::move(byline.modified);
    }

    // Folded words that stand in lower case somewhere: they are no names.
    const std::unordered_set<std::string>& common_words() {
        if (!common_.empty()) return common_;
        const auto end = static_cast<std::uint32_t>(std::min(text_.size(), kCommonBytes));
        for (const CueToken& token :
             tokenize(text_, trim_span(text_, {0, end}), cues_.vocabulary)) {
            if (token.kind != TokenKind::Word || token.capitalised) continue;
            common_.insert(utf8::fold(slice(text_, token.span)));
        }
        return common_;
    }

    void read_datelines() {
        std::size_t paragraphs = 0;
        for (Piece& piece : pieces_) {
            if (piece.decided) continue;
            if (++paragraphs > kDatelineBlocks) return;
            const std::vector<CueToken> tokens = tokens_of(piece);
            const auto end = find_dateline(text_, piece.block.span, tokens, cues_);
            if (!end) continue;
            const Span head{piece.block.span.start, *end};
            if (result_.published.empty()) {
                if (auto date = find_publication_date(slice(text_, head))) {
                    result_.published = std::move(date->iso);
                }
            }
            piece.body_start = *end;
            return;
        }
    }

    // From the end upwards, as long as blocks are no news: authors' notes, contacts, links.
    void read_tail() {
        std::size_t seen = 0;
        for (std::size_t i = pieces_.size(); i-- > 1 && seen < kTailBlocks; ++seen) {
            Piece& piece = pieces_[i];
            const bool boilerplate = piece.decided && piece.role == SectionRole::Boilerplate;
            if (piece.decided && !boilerplate) continue;
            const std::vector<CueToken> tokens = tokens_of(piece);
            if (boilerplate) {
                read_late_date(piece, tokens);
                continue;
            }
            if (piece.body_end < piece.block.span.end) return;  // news with a credit behind it
            if (const auto match = cues_.boilerplate.find(tokens, CueZone::Tail)) {
                decide_boilerplate(piece, tokens, *match);
                continue;
            }
            auto byline = read_byline(text_, piece.block.span, tokens, cues_);
            if (!byline || piece.ends_sentence) return;
            take(std::move(*byline));
            decide(piece, SectionRole::Byline);
        }
    }

    // `First published: ...` below the text counts where the head has no date.
    void read_late_date(const Piece& piece, CueTokens tokens) {
        if (!result_.published.empty()) return;
        if (auto byline = read_byline(text_, piece.block.span, tokens, cues_)) {
            byline->authors.clear();
            take(std::move(*byline));
        }
    }

    // An appeal to readers makes boilerplate of all that follows, until news resumes: a paragraph
    // that reports something and does not speak to the reader.
    void read_appeals() {
        bool seen_news = false;
        bool inside = false;
        for (Piece& piece : pieces_) {
            if (piece.reaches_rest && seen_news) inside = true;
            if (!piece.decided && is_paragraph(piece)) {
                if (inside && resumes_news(piece)) inside = false;
                seen_news = true;
            }
            if (inside && !piece.decided) decide(piece, SectionRole::Boilerplate);
        }
    }

    [[nodiscard]] bool resumes_news(const Piece& piece) const {
        if (piece.words < kResumeWords) return false;
        bool news = false;
        for (const CueToken& token : tokens_of(piece)) {
            if (!token.quoted && cues_.reader_words.contains(token.word)) return false;
            news = news || (!token.quoted && cues_.news_words.contains(token.word));
        }
        return news;
    }

    // `Related:` and the headlines below it.
    void read_lists() {
        std::size_t left = 0;
        for (Piece& piece : pieces_) {
            if (piece.lists) {
                left = kListBlocks;
            } else if (left > 0 && !piece.decided && !piece.ends_sentence &&
                       piece.block.span.size() <= kTitleBytes) {
                decide(piece, SectionRole::Boilerplate);
                --left;
            } else if (!piece.decided) {
                left = 0;
            }
        }
    }

    // The same block a second time keeps the role of the first.
    void mark_repeated() {
        std::unordered_map<std::string_view, std::size_t> first;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            Piece& piece = pieces_[i];
            if (piece.words < kRepeatedWords) continue;
            const auto [found, fresh] = first.try_emplace(slice(text_, piece.block.span), i);
            if (fresh) continue;
            const Piece& earlier = pieces_[found->second];
            piece.repeated = true;
            decide(piece, earlier.role);
            piece.body_start = piece.block.span.start;
            piece.body_end = piece.block.span.end;
        }
    }

    void add(SectionRole role, std::uint32_t start, std::uint32_t end, bool repeated) {
        const Span span = trim_span(text_, {start, end});
        if (!span.empty()) result_.sections.push_back({role, span, repeated, 0, {}});
    }

    void write() {
        for (const Piece& piece : pieces_) {
            const Span span = piece.block.span;
            if (piece.decided) {
                add(piece.role, span.start, span.end, piece.repeated);
                continue;
            }
            add(SectionRole::Dateline, span.start, piece.body_start, false);
            add(SectionRole::Body, piece.body_start, piece.body_end, false);
            add(SectionRole::Boilerplate, piece.body_end, span.end, false);
        }
    }

    std::string_view text_;
    std::string given_title_;
    const detail::ReportCueTables& cues_;
    ReadSections result_;
    std::vector<Piece> pieces_;
    std::unordered_set<std::string> common_;
    bool result_seen_title_ = false;
};

}  // namespace

ReadSections read_sections(std::string_view text, std::string_view given_title,
                           const detail::ReportCueTables& cues) {
    return SectionReader(text, given_title, cues).read();
}

}  // namespace tidings::report
