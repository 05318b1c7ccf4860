#include "report/byline.hpp"

#include <algorithm>

#include "report/blocks.hpp"
#include "report/publication_date.hpp"

namespace tidings::report {
namespace {

constexpr std::uint32_t kMostBylineWords = 40;     // of a byline
constexpr std::uint32_t kMostBareWords = 14;       // of one without `By`
constexpr std::uint32_t kMostDateWords = 14;       // of a line that is a date
constexpr std::size_t kMostLeadWords = 4;          // before `Published`
constexpr std::uint32_t kMostPublishedWords = 20;  // of a line that says when it was published
constexpr std::uint32_t kMostExtraWords = 2;       // beside the date itself

bool is_text(std::string_view text, const CueToken& token, std::string_view word) {
    return token.kind == TokenKind::Word && utf8::fold(slice(text, token.span)) == word;
}

// JANE DOE becomes Jane Doe; McDONALD and initials stay as they are.
std::string person_name(std::string_view text, CueTokens tokens) {
    const Span span{tokens.front().span.start, tokens.back().span.end};
    std::string name(slice(text, span));
    const bool shouted = std::all_of(tokens.begin(), tokens.end(), [](const CueToken& token) {
        return token.kind == TokenKind::Mark || token.upper || token.span.size() == 1;
    });
    if (!shouted) return name;
    std::string result;
    bool inside = false;
    for (std::size_t pos = 0; pos < name.size();) {
        const std::uint32_t length = utf8::decode(name, pos).length;
        const std::string_view letter = std::string_view(name).substr(pos, length);
        const bool in_word = length > 1 || (letter[0] != ' ' && letter[0] != '-' &&
                                            letter[0] != '\'' && letter[0] != '.');
        result += inside ? utf8::lower(letter) : std::string(letter);
        inside = in_word;
        pos += length;
    }
    return result;
}

// Reads names and what belongs to them: `Jane Doe in Nairobi, John Roe and Some Press`.
class NameReader {
  public:
    NameReader(std::string_view text, CueTokens tokens, const detail::ReportCueTables& cues)
        : text_(text), tokens_(tokens), cues_(cues) {}

    /// Reads from `at` as long as the line goes on as a list of names; false if it does not begin
    /// as one, or goes on as a sentence.
    bool read(std::size_t at) {
        for (;;) {
            while (at < tokens_.size() && is_text(text_, tokens_[at], "the")) ++at;
            const std::size_t end = skip_part(at);
            if (end == at) return any() && at_break(at);
            add_part(at, end);
            at = end;
            end_ = at;
            if (at == tokens_.size()) return true;
            if (is_place_word(tokens_[at])) {
                const std::size_t place = skip_name(tokens_, at + 1 + skip_the(at + 1));
                if (place == at + 1) return false;
                has_place_ = true;
                at = end_ = place;
                if (at == tokens_.size()) return true;
            }
            if (at_break(at)) return true;
            if (!is_separator(tokens_[at])) return false;
            while (at < tokens_.size() && is_separator(tokens_[at])) ++at;
        }
    }

    [[nodiscard]] std::size_t end() const { return end_; }
    [[nodiscard]] const std::vector<CueTokens>& people() const { return people_; }
    [[nodiscard]] bool has_place() const { return has_place_; }
    /// An agency or role, or a single word that may be an agency's short name.
    [[nodiscard]] bool has_affiliation() const { return has_affiliation_; }
    /// One that its words show to be one: `press`, `correspondent`.
    [[nodiscard]] bool has_known_affiliation() const { return has_known_affiliation_; }

  private:
    [[nodiscard]] bool any() const { return !people_.empty() || has_affiliation_; }

    [[nodiscard]] std::size_t skip_the(std::size_t at) const {
        return at < tokens_.size() && is_text(text_, tokens_[at], "the") ? 1 : 0;
    }

    [[nodiscard]] bool is_affiliation(const CueToken& token) const {
        return cues_.affiliation_words.contains(token.word);
    }

    [[nodiscard]] bool is_calendar(const CueToken& token) const {
        return token.kind == TokenKind::Number || cues_.calendar_words.contains(token.word);
    }

    // A name, or words such as `our correspondent`; stops before a date.
    [[nodiscard]] std::size_t skip_part(std::size_t at) const {
        std::size_t end = at;
        while (end < tokens_.size() && !is_calendar(tokens_[end])) {
            const std::size_t name = skip_name(tokens_, end);
            if (name > end) {
                const auto date = std::find_if(tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                               tokens_.begin() + static_cast<std::ptrdiff_t>(name),
                                               [&](const CueToken& t) { return is_calendar(t); });
                end = static_cast<std::size_t>(date - tokens_.begin());
            } else if (is_affiliation(tokens_[end])) {
                ++end;
            } else {
                break;
            }
        }
        return end;
    }

    void add_part(std::size_t begin, std::size_t end) {
        const CueTokens part = tokens_.subspan(begin, end - begin);
        const auto words = std::count_if(part.begin(), part.end(), [](const CueToken& token) {
            return token.kind == TokenKind::Word;
        });
        const bool affiliated = std::any_of(part.begin(), part.end(),
                                            [&](const CueToken& t) { return is_affiliation(t); });
        // A single word is an agency's short name more often than a person's.
        if (affiliated || words < 2) {
            has_affiliation_ = true;
            has_known_affiliation_ = has_known_affiliation_ || affiliated;
        } else {
            people_.push_back(part);
        }
    }

    [[nodiscard]] bool is_place_word(const CueToken& token) const {
        return is_text(text_, token, "in") || is_text(text_, token, "at") ||
               is_text(text_, token, "for") || is_text(text_, token, "of") ||
               is_text(text_, token, "from") || is_text(text_, token, "near");
    }

    [[nodiscard]] bool is_separator(const CueToken& token) const {
        return is_mark(token, U',') || is_mark(token, U'&') || is_mark(token, U';') ||
               is_mark(token, U'/') || is_text(text_, token, "and") ||
               is_text(text_, token, "with");
    }

    // Where the names end and a date or another part of the header begins.
    [[nodiscard]] bool at_break(std::size_t at) const {
        if (at >= tokens_.size()) return true;
        const CueToken& token = tokens_[at];
        const bool mark = is_mark(token, U'|') || is_mark(token, U'-') || is_mark(token, U'(') ||
                          is_mark(token, U'[') || is_mark(token, 0x2022) || is_mark(token, 0xB7);
        return mark || is_calendar(token) || token.kind == TokenKind::Email ||
               token.kind == TokenKind::Handle || is_text(text_, token, "on") ||
               is_text(text_, token, "published") || is_text(text_, token, "updated") ||
               is_text(text_, token, "posted");
    }

    std::string_view text_;
    CueTokens tokens_;
    const detail::ReportCueTables& cues_;
    std::vector<CueTokens> people_;
    std::size_t end_ = 0;
    bool has_place_ = false;
    bool has_affiliation_ = false;
    bool has_known_affiliation_ = false;
};

// The dates of a line: each belongs to the cue (`Updated`) before it, without one to publication.
// True if one stands behind a cue.
bool read_dates(std::string_view text, CueTokens tokens, const detail::ReportCueTables& cues,
                Byline& byline) {
    struct Mark {
        std::uint32_t at;
        bool updated;
    };
    std::vector<Mark> marks{{tokens.front().span.start, false}};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (const BlockCue& cue : cues.bylines.cues()) {
            if (cue.kind != "published" && cue.kind != "updated") continue;
            if (!cue.cue.match(tokens, i)) continue;
            marks.push_back({tokens[i].span.start, cue.kind == "updated"});
            break;
        }
    }
    bool behind_cue = false;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::uint32_t end = i + 1 < marks.size() ? marks[i + 1].at : tokens.back().span.end;
        auto found = find_publication_date(slice(text, {marks[i].at, end}));
        if (!found) continue;
        behind_cue = behind_cue || i > 0;
        std::string& slot = marks[i].updated ? byline.modified : byline.published;
        if (slot.empty()) slot = std::move(found->iso);
    }
    return behind_cue;
}

void add_authors(std::string_view text, const NameReader& names, Byline& byline) {
    for (const CueTokens person : names.people()) {
        std::string name = person_name(text, person);
        const auto& authors = byline.authors;
        if (std::find(authors.begin(), authors.end(), name) == authors.end()) {
            byline.authors.push_back(std::move(name));
        }
    }
}

// Words, dates aside, before the first cue such as `Published`: of a headline there are more than
// of an outlet's name.
std::size_t words_before_cue(CueTokens tokens, const detail::ReportCueTables& cues) {
    std::size_t words = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (const BlockCue& cue : cues.bylines.cues()) {
            if (cue.kind != "author" && cue.cue.match(tokens, i)) return words;
        }
        const bool word = tokens[i].kind == TokenKind::Word;
        if (word && !cues.calendar_words.contains(tokens[i].word)) ++words;
    }
    return words;
}

// 05/02/2013: which day it is cannot be told, but that it is a date can.
bool has_slashed_date(CueTokens tokens) {
    for (std::size_t i = 0; i + 4 < tokens.size(); ++i) {
        const auto number = [&](std::size_t at) { return tokens[at].kind == TokenKind::Number; };
        if (number(i) && is_mark(tokens[i + 1], U'/') && number(i + 2) &&
            is_mark(tokens[i + 3], U'/') && number(i + 4)) {
            return true;
        }
    }
    return false;
}

// Nothing but a date: weekday, month, numbers, zone, and at most two other words.
bool is_date_line(CueTokens tokens, bool dated, const detail::ReportCueTables& cues) {
    std::uint32_t calendar = 0;
    std::uint32_t numbers = 0;
    std::uint32_t other = 0;
    for (const CueToken& token : tokens) {
        if (token.kind == TokenKind::Mark) continue;
        if (token.kind == TokenKind::Number) {
            ++numbers;
        } else if (cues.calendar_words.contains(token.word)) {
            ++calendar;
        } else {
            ++other;
        }
    }
    // Rows of numbers are tables.
    return numbers > 0 && (calendar > 0 || dated || has_slashed_date(tokens)) &&
           other <= kMostExtraWords && other < calendar + numbers;
}

}  // namespace

std::optional<Byline> read_byline(std::string_view text, Span span, CueTokens tokens,
                                  const detail::ReportCueTables& cues) {
    const std::uint32_t words = count_words(tokens);
    if (words == 0 || words > kMostBylineWords || span.empty()) return std::nullopt;
    Byline byline;
    if (const auto cue = cues.bylines.find(tokens, CueZone::Any, "author")) {
        NameReader names(text, tokens, cues);
        if (!names.read(cue->end)) return std::nullopt;
        add_authors(text, names, byline);
        if (names.end() < tokens.size()) {
            read_dates(text, tokens.subspan(names.end()), cues, byline);
        }
        return byline;
    }
    const std::size_t lead = words_before_cue(tokens, cues);
    const bool behind_cue = read_dates(text, tokens, cues, byline) && lead <= kMostLeadWords;
    const bool dated = !byline.published.empty() || !byline.modified.empty();
    if (is_date_line(tokens, dated, cues) && words <= kMostDateWords) return byline;
    if (behind_cue && words <= kMostPublishedWords && !ends_sentence(slice(text, span)))
        return byline;
    return std::nullopt;
}

std::optional<Byline> read_bare_byline(std::string_view text, Span span, CueTokens tokens,
                                       const detail::ReportCueTables& cues,
                                       const std::unordered_set<std::string>& common) {
    if (tokens.empty() || span.empty() || count_words(tokens) > kMostBareWords) {
        return std::nullopt;
    }
    NameReader names(text, tokens, cues);
    if (!names.read(first_word(tokens))) return std::nullopt;
    for (const CueTokens person : names.people()) {
        const auto is_common = [&](const CueToken& token) {
            return token.capitalised && common.contains(utf8::fold(slice(text, token.span)));
        };
        if (std::any_of(person.begin(), person.end(), is_common)) return std::nullopt;
    }
    // One name of two or three words may stand alone; more needs a place or an agency beside it.
    const bool alone = names.people().size() == 1 && count_words(names.people()[0]) <= 3;
    const bool agency = names.people().empty() && names.has_known_affiliation() &&
                        names.end() == tokens.size() && count_words(tokens) <= 5;
    const bool described =
        !names.people().empty() && (names.has_place() || names.has_affiliation());
    if (!alone && !agency && !described) return std::nullopt;
    Byline byline;
    add_authors(text, names, byline);
    if (names.end() < tokens.size()) {
        read_dates(text, tokens.subspan(names.end()), cues, byline);
    }
    return byline;
}

}  // namespace tidings::report
