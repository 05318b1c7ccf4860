#include "mention/actor/known_names.hpp"

#include <algorithm>

#include <tidings/text.hpp>

#include "base/fold.hpp"

namespace tidings::mention {

namespace {

constexpr std::size_t kMaxTokens = 20;  // of the longest name in the tables, with room

bool is_upper_initial(std::string_view word) {
    if (word.empty()) return false;
    if (static_cast<unsigned char>(word[0]) < 0x80) return word[0] >= 'A' && word[0] <= 'Z';
    const auto decoded = utf8::decode(word, 0);
    return utf8::lower(word.substr(0, decoded.length)) != word.substr(0, decoded.length);
}

/// All tokens folded, in one text: names are looked up in pieces of it, so that it does not matter
/// how the tokenizer cut them.
class FoldedTokens {
  public:
    FoldedTokens(std::string_view text, const Parse& parse) {
        text_.reserve(text.size());
        ends_.reserve(parse.tokens.size());
        starts_.reserve(parse.tokens.size());
        for (const Token& token : parse.tokens) {
            const std::string_view written = slice(text, token.span);
            starts_.push_back(static_cast<std::uint32_t>(text_.size()));
            if (token.pos == Pos::Space) {
                // One line end inside a name is a blank; a longer gap ends it.
                const bool gap = std::count(written.begin(), written.end(), '\n') > 1;
                if (text_.empty() || text_.back() != ' ') text_ += gap ? '\n' : ' ';
                ends_.push_back(static_cast<std::uint32_t>(text_.size()));
                continue;
            }
            utf8::append_fold(text_, written);
            ends_.push_back(static_cast<std::uint32_t>(text_.size()));
            if (token.space_after) text_ += ' ';
        }
    }

    [[nodiscard]] std::uint32_t start(TokenIndex token) const { return starts_[token]; }
    [[nodiscard]] std::uint32_t end(TokenIndex token) const { return ends_[token]; }
    [[nodiscard]] std::string_view text() const { return text_; }

  private:
    std::string text_;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace

std::vector<KnownName> find_known_names(std::string_view text, const Parse& parse,
                                        const PhraseIndex& names) {
    std::vector<KnownName> found;
    const FoldedTokens folded(text, parse);
    const auto& tokens = parse.tokens;
    TokenIndex i = 0;
    while (i < tokens.size()) {
        const Token& start = tokens[i];
        const std::string_view first_word = slice(text, start.span);
        const bool upper = is_upper_initial(first_word);
        // A name may begin with a small letter (al-Shabaab) but then goes on with a capital.
        const bool maybe_lower = !upper && i + 1 < tokens.size() && first_word.size() <= 4;
        if (start.pos == Pos::Punct || start.pos == Pos::Space || (!upper && !maybe_lower)) {
            ++i;
            continue;
        }
        const std::string_view rest = folded.text().substr(folded.start(i));
        const std::size_t longest = names.longest_with_beginning(rest);
        KnownName best;
        std::uint64_t hash = PhraseIndex::kSeed;
        std::size_t hashed = 0;
        for (TokenIndex j = i; j < tokens.size() && j < i + kMaxTokens; ++j) {
            const std::size_t length = folded.end(j) - folded.start(i);
            if (length > longest || rest[hashed] == '\n') break;
            for (; hashed < length; ++hashed) hash = PhraseIndex::extend(hash, rest[hashed]);
            if (tokens[j].pos == Pos::Space) continue;
            const auto* entry = names.find(rest.substr(0, length), hash);
            if (entry == nullptr) continue;
            std::vector<std::uint32_t> rows;
            const std::string_view written = slice(text, {start.span.start, tokens[j].span.end});
            for (; entry != nullptr; entry = names.next(*entry)) {
                if (entry->exact_case && names.written(*entry) != written) continue;
                if (!upper && !entry->lower_initial) continue;
                rows.push_back(entry->row);
            }
            if (!rows.empty()) best = {i, j + 1, std::move(rows)};
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
    const std::string_view text = folded;
    const auto is_letter = [text](std::size_t at) {
        return at < text.size() && text[at] >= 'a' && text[at] <= 'z';
    };
    std::vector<std::uint32_t> rows;
    for (std::size_t start = 0; start < text.size(); ++start) {
        if (!is_letter(start) || (start > 0 && is_letter(start - 1))) continue;
        const std::string_view rest = text.substr(start);
        const std::size_t longest = std::min(names.longest_with_beginning(rest), rest.size());
        const PhraseIndex::Entry* best = nullptr;
        std::uint64_t hash = PhraseIndex::kSeed;
        for (std::size_t length = 1; length <= longest; ++length) {
            hash = PhraseIndex::extend(hash, rest[length - 1]);
            if (is_letter(start + length)) continue;
            const auto* entry = names.find(rest.substr(0, length), hash);
            if (entry != nullptr) best = entry;
        }
        if (best != nullptr) rows.push_back(best->row);
    }
    return rows;
}

}  // namespace tidings::mention
