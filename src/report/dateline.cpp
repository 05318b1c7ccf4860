#include "report/dateline.hpp"

#include <algorithm>

namespace tidings::report {
namespace {

constexpr std::size_t kMostTokens = 26;           // before the dash
constexpr std::uint32_t kMostDatelineWords = 14;  // likewise
constexpr std::size_t kMostAgencyWords = 6;       // in brackets
constexpr std::size_t kMostPlaceWords = 4;        // of a place in mixed case
constexpr std::size_t kFirstSentence = 60;        // tokens looked through for a second dash

bool is_dash(const CueToken& token) {
    return is_mark(token, U'-');
}

// What stands before the dash.
struct Head {
    std::uint32_t words = 0;
    std::uint32_t names = 0;        ///< capitalised words
    std::uint32_t place_words = 0;  ///< words before the first comma or bracket
    bool all_upper_start = false;   ///< the first word is all capitals
    bool upper_place = true;        ///< so is everything before the first comma or bracket
    bool agency = false;            ///< ends in a bracket
    bool date = false;              ///< holds a month
    bool comma = false;
    bool plain = true;  ///< nothing but capitalised words, numbers and fitting marks
};

bool is_small_word(std::string_view text, const CueToken& token) {
    const std::string word = utf8::fold(slice(text, token.span));
    return word == "of" || word == "the" || word == "on" || word == "de" || word == "and" ||
           word == "al" || word == "la" || word == "le" || word == "near" || word == "in" ||
           word == "a" || word == "m" || word == "el" || word == "es" || word == "du";
}

Head examine(std::string_view text, CueTokens head, const detail::ReportCueTables& cues) {
    Head result;
    bool in_place = true;
    for (std::size_t i = 0; i < head.size(); ++i) {
        const CueToken& token = head[i];
        if (token.kind == TokenKind::Mark) {
            const bool fits = token.mark == U',' || token.mark == U'.' || token.mark == U'(' ||
                              token.mark == U')' || token.mark == U'/' || token.mark == U';' ||
                              token.mark == U'[' || token.mark == U']' || token.mark == U':' ||
                              token.mark == U'\'';
            if (!fits) result.plain = false;
            if (token.mark == U',') result.comma = true;
            if (token.mark != U'/' && token.mark != U'\'' && token.mark != U'.') in_place = false;
            continue;
        }
        ++result.words;
        if (token.capitalised) ++result.names;
        if (in_place) ++result.place_words;
        if (token.kind == TokenKind::Number) continue;
        const bool month = cues.calendar_words.contains(token.word);
        result.date = result.date || month;
        if (i == 0) result.all_upper_start = token.upper;
        const bool small = is_small_word(text, token);
        if (!token.capitalised && !month && !small) result.plain = false;
        if (in_place && !token.upper && !small && !month && token.span.size() > 1) {
            result.upper_place = false;
        }
    }
    result.agency = !head.empty() && (is_mark(head.back(), U')') || is_mark(head.back(), U']'));
    return result;
}

// Words in the bracket that ends the head; 0 if no bracket opens.
std::size_t bracket_words(CueTokens head) {
    std::size_t words = 0;
    for (std::size_t i = head.size() - 1; i-- > 0;) {
        if (is_mark(head[i], U'(') || is_mark(head[i], U'[')) return words;
        if (head[i].kind != TokenKind::Mark) ++words;
    }
    return 0;
}

// `The town - the last in rebel hands - fell`: a second dash closes an insertion.
bool has_second_dash(CueTokens rest) {
    for (std::size_t i = 0; i < std::min(rest.size(), kFirstSentence); ++i) {
        if (is_dash(rest[i])) return true;
        if (is_mark(rest[i], U'.') && i > 0 && rest[i - 1].span.size() > 2) return false;
    }
    return false;
}

bool accept(const Head& head, CueTokens before, CueTokens rest) {
    if (!head.plain || head.words > kMostDatelineWords || head.names == 0) return false;
    if (head.place_words > kMostPlaceWords) return false;
    if (head.agency) {
        const std::size_t words = bracket_words(before);
        return words > 0 && words <= kMostAgencyWords;
    }
    const bool dated = head.date && (head.comma || head.all_upper_start);
    if (head.all_upper_start && head.upper_place && (head.comma || dated)) return true;
    // Without a bracket, comma or date only a new sentence behind the dash speaks for a dateline.
    if (rest.empty() || has_second_dash(rest)) return head.all_upper_start && dated;
    const CueToken& first = rest[first_word(rest) < rest.size() ? first_word(rest) : 0];
    const bool new_sentence = first.capitalised || is_mark(first, U'"');
    if (!new_sentence) return false;
    if (dated) return true;
    return head.upper_place || head.words <= kMostPlaceWords;
}

// A dash that touches only the word behind it opens an insertion; a lone hyphen that touches only
// the word before it (`SPEAKER- `) is none of a dateline's, except behind a bracket.
bool stands_alone(std::string_view text, CueTokens tokens, std::size_t dash, std::size_t behind) {
    const CueToken& before = tokens[dash - 1];
    const bool space_before = before.span.end < tokens[dash].span.start;
    const bool space_behind =
        behind == tokens.size() || tokens[behind - 1].span.end < tokens[behind].span.start;
    if (space_before) return space_behind;
    const bool lone_hyphen = behind == dash + 1 && text[tokens[dash].span.start] == '-';
    return !lone_hyphen || is_mark(before, U')');
}

}  // namespace

std::optional<std::uint32_t> find_dateline(std::string_view text, Span span, CueTokens tokens,
                                           const detail::ReportCueTables& cues) {
    if (tokens.size() < 2 || span.empty()) return std::nullopt;
    // `( – `: the agency's name was taken out.
    if (is_mark(tokens[0], U'(') && is_dash(tokens[1])) return tokens[1].span.end;
    std::size_t dash = 0;
    while (dash < std::min(tokens.size(), kMostTokens) && !is_dash(tokens[dash])) ++dash;
    if (dash == 0 || dash >= std::min(tokens.size(), kMostTokens)) return std::nullopt;
    std::size_t behind = dash + 1;
    while (behind < tokens.size() && is_dash(tokens[behind])) ++behind;
    if (!stands_alone(text, tokens, dash, behind)) return std::nullopt;
    const CueTokens before = tokens.subspan(0, dash);
    const CueTokens rest = tokens.subspan(behind);
    if (!accept(examine(text, before, cues), before, rest)) return std::nullopt;
    return tokens[behind - 1].span.end;
}

}  // namespace tidings::report
