#include "mention/quote/quote_marks.hpp"

#include <algorithm>
#include <optional>

namespace tidings::mention {

namespace {

constexpr std::size_t kMaxOpen = 6;         // marks inside marks; deeper ones are no quotations
constexpr TokenIndex kMaxSingle = 300;      // tokens between single marks, which may be apostrophes
constexpr std::uint32_t kMaxSections = 40;  // paragraphs that one quotation may run through

enum class Family : std::uint8_t { Double, Guillemet, Single };

/// What a mark may do, by its form alone.
struct Mark {
    Family family;
    bool opens;
    bool closes;
};

std::optional<Mark> mark_of(std::string_view word) {
    if (word == "\"" || word == "\u201f" || word == "''") return Mark{Family::Double, true, true};
    if (word == "\u201c") return Mark{Family::Double, true, true};
    if (word == "\u201e" || word == "``") return Mark{Family::Double, true, false};
    if (word == "\u201d") return Mark{Family::Double, false, true};
    if (word == "\u00ab") return Mark{Family::Guillemet, true, false};
    if (word == "\u00bb") return Mark{Family::Guillemet, false, true};
    if (word == "\u2018" || word == "`") return Mark{Family::Single, true, false};
    if (word == "\u2019") return Mark{Family::Single, false, true};
    if (word == "'") return Mark{Family::Single, true, true};
    return std::nullopt;
}

class MarkReader {
  public:
    MarkReader(const Report& report, const SyntaxTree& tree) : report_(report), tree_(tree) {}

    std::vector<MarkedSpan> read() {
        std::uint32_t section = 0;
        for (TokenIndex i = 0; i < tree_.size(); ++i) {
            const std::uint32_t here = section_of(i);
            if (here != section) begin_section(i);
            section = here;
            const auto mark = mark_of(slice(report_.text, tree_[i].span));
            if (mark) read_mark(i, *mark);
        }
        begin_section(static_cast<TokenIndex>(tree_.size()));
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
            return a.inside.first < b.inside.first;
        });
        return std::move(found_);
    }

  private:
    struct Open {
        TokenIndex at;
        Family family;
        std::uint32_t section;
        bool low;  ///< opened by a low mark, which the curly opening one closes
    };

    std::uint32_t section_of(TokenIndex i) const {
        return tree_.parse().sentences[tree_[i].sentence].section;
    }
    bool starts_section(TokenIndex i) const { return i == 0 || section_of(i) != section_of(i - 1); }
    bool blank_before(TokenIndex i) const {
        const std::uint32_t start = tree_[i].span.start;
        if (start == 0 || starts_section(i)) return true;
        const char before = report_.text[start - 1];
        return before == ' ' || before == '\n' || before == '\t' || before == '(' ||
               before == '[' || tree_[i - 1].pos == Pos::Space;
    }
    bool blank_behind(TokenIndex i) const {
        const std::uint32_t end = tree_[i].span.end;
        if (end >= report_.text.size()) return true;
        const char behind = report_.text[end];
        return behind == ' ' || behind == '\n' || behind == '\t';
    }
    bool letter_behind(TokenIndex i) const {
        const std::uint32_t end = tree_[i].span.end;
        if (end >= report_.text.size()) return false;
        const char behind = report_.text[end];
        return (behind >= 'a' && behind <= 'z') || (behind >= 'A' && behind <= 'Z');
    }

    /// A new paragraph: an open quotation goes on if the paragraph begins with a mark, else ends.
    void begin_section(TokenIndex i) {
        std::erase_if(open_, [](const Open& o) { return o.family == Family::Single; });
        if (open_.empty()) return;
        const Open outer = open_.front();
        const bool goes_on = i < tree_.size() && reopens(i, outer);
        if (goes_on) return;
        emit(outer, i, 0, false);
        open_.clear();
    }
    bool reopens(TokenIndex i, const Open& outer) const {
        const auto mark = mark_of(slice(report_.text, tree_[i].span));
        // A straight mark cannot go on with what a curly one opened.
        const bool same_form =
            slice(report_.text, tree_[i].span) == slice(report_.text, tree_[outer.at].span);
        return mark && same_form && mark->opens && !blank_behind(i) &&
               section_of(i) - outer.section <= kMaxSections;
    }

    void read_mark(TokenIndex i, Mark mark) {
        const auto same = std::find_if(open_.rbegin(), open_.rend(),
                                       [&](const Open& o) { return o.family == mark.family; });
        const bool is_open = same != open_.rend();
        if (is_open && starts_section(i) && mark.opens) return;  // goes on
        const bool low = slice(report_.text, tree_[i].span) == "\u201e";
        const bool curly = slice(report_.text, tree_[i].span) == "\u201c";
        if (mark.family == Family::Single && !single_is_mark(i, mark, is_open)) return;
        bool opens = mark.opens;
        if (curly) {
            opens = !(is_open && same->low);
        } else if (mark.opens && mark.closes) {
            opens = is_open ? blank_before(i) && !blank_behind(i) : !blank_behind(i);
            if (!opens && !is_open) return;
        }
        if (opens) {
            // One that was never closed inside its paragraph is no quotation.
            if (is_open) open_.erase(std::next(same).base(), open_.end());
            if (open_.size() < kMaxOpen) open_.push_back({i, mark.family, section_of(i), low});
            return;
        }
        if (!is_open) return;
        const auto at = std::next(same).base();
        const Open opened = *at;
        open_.erase(at, open_.end());
        emit(opened, i, static_cast<std::uint32_t>(open_.size()), true);
    }

    /// Tells single marks from apostrophes (*the workers' union*, *'90s*).
    bool single_is_mark(TokenIndex i, Mark mark, bool is_open) const {
        if (tree_[i].tag == "POS") return false;
        if (mark.opens && !is_open) return blank_before(i) && letter_behind(i);
        if (mark.closes && is_open) return !letter_behind(i) && !blank_before(i);
        return false;
    }

    void emit(const Open& opened, TokenIndex end, std::uint32_t depth, bool closed) {
        TokenRange inside{opened.at + 1, end};
        while (!inside.empty() && tree_[inside.last - 1].pos == Pos::Space) --inside.last;
        while (!inside.empty() && tree_[inside.first].pos == Pos::Space) ++inside.first;
        if (inside.empty()) return;
        if (opened.family == Family::Single && inside.size() > kMaxSingle) return;
        found_.push_back({inside, opened.at, depth, closed});
    }

    const Report& report_;
    const SyntaxTree& tree_;
    std::vector<Open> open_;
    std::vector<MarkedSpan> found_;
};

}  // namespace

bool is_quotation_mark(std::string_view word) {
    return mark_of(word).has_value();
}

std::vector<MarkedSpan> find_quote_marks(const Report& report, const SyntaxTree& tree) {
    return MarkReader(report, tree).read();
}

}  // namespace tidings::mention
