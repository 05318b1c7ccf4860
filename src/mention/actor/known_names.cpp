#include "mention/actor/known_names.hpp"

#include <algorithm>

namespace tidings::mention {

namespace {

constexpr std::size_t kMaxTokens = 14;  // of the longest name in the tables, with room

bool is_upper_initial(std::string_view word) {
    const auto decoded = utf8::decode(word, 0);
    if (word.empty()) return false;
    return utf8::lower(word.substr(0, decoded.length)) != word.substr(0, decoded.length);
}

}  // namespace

std::vector<KnownName> find_known_names(std::string_view text, const Parse& parse,
                                        const PhraseIndex& names) {
    std::vector<KnownName> found;
    const auto& entries = names.entries();
    TokenIndex i = 0;
    while (i < parse.tokens.size()) {
        const Token& start = parse.tokens[i];
        const std::string_view first_word = slice(text, start.span);
        const bool upper = is_upper_initial(first_word);
        // A name may begin with a small letter (al-Shabaab) but then goes on with a capital.
        const bool maybe_lower = !upper && i + 1 < parse.tokens.size() && first_word.size() <= 4;
        if (start.pos == Pos::Punct || start.pos == Pos::Space || (!upper && !maybe_lower)) {
            ++i;
            continue;
        }
        std::size_t lo = 0;
        std::size_t hi = entries.size();
        std::size_t depth = 0;
        KnownName best;
        for (TokenIndex j = i; j < parse.tokens.size() && j < i + kMaxTokens && lo < hi; ++j) {
            const Token& token = parse.tokens[j];
            if (token.sentence != start.sentence && j != i && token.pos == Pos::Space) break;
            const std::string folded = utf8::fold(slice(text, token.span));
            for (const char byte : folded) {
                names.narrow(lo, hi, depth++, byte);
                if (lo >= hi) break;
            }
            if (lo >= hi) break;
            std::vector<std::uint32_t> rows;
            const std::string_view written = slice(text, {start.span.start, token.span.end});
            for (std::size_t k = lo; k < hi && entries[k].folded.size() == depth; ++k) {
                const auto& entry = entries[k];
                if (entry.exact_case && entry.written != written) continue;
                if (!upper && !entry.lower_initial) continue;
                rows.push_back(entry.row);
            }
            if (!rows.empty()) best = {i, j + 1, std::move(rows)};
            if (token.space_after) {
                names.narrow(lo, hi, depth++, ' ');
            }
        }
        if (best.last > best.first) {
            i = best.last;
            found.push_back(std::move(best));
        } else {
            ++i;
        }
    }
    return found;
}

std::vector<std::uint32_t> find_rows_in_words(std::string_view words, const PhraseIndex& names) {
    const std::string folded = utf8::fold(words);
    const auto& entries = names.entries();
    const auto is_letter = [&folded](std::size_t at) {
        return at < folded.size() && folded[at] >= 'a' && folded[at] <= 'z';
    };
    std::vector<std::uint32_t> rows;
    for (std::size_t start = 0; start < folded.size(); ++start) {
        if (!is_letter(start) || (start > 0 && is_letter(start - 1))) continue;
        std::size_t lo = 0;
        std::size_t hi = entries.size();
        std::size_t best = entries.size();
        for (std::size_t depth = 0; start + depth < folded.size() && lo < hi; ++depth) {
            names.narrow(lo, hi, depth, folded[start + depth]);
            const bool ends =
                !is_letter(start + depth + 1) && lo < hi && entries[lo].folded.size() == depth + 1;
            if (ends) best = lo;
        }
        if (best < entries.size()) rows.push_back(entries[best].row);
    }
    return rows;
}

}  // namespace tidings::mention
