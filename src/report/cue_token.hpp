// Words and marks of a block, as cue phrases see them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/text.hpp>

namespace tidings::report {

/// Numbers the words that stand in the cue tables, so that matching compares numbers. Words are
/// folded: lower case, no diacritics, straight quotes.
class Vocabulary {
  public:
    static constexpr std::uint32_t kUnknown = 0;

    std::uint32_t add(std::string_view folded);
    [[nodiscard]] std::uint32_t find(std::string_view folded) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const {
            return std::hash<std::string_view>{}(word);
        }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
};

enum class TokenKind : std::uint8_t { Word, Number, Mark, Email, Handle, Url };

struct CueToken {
    Span span;
    TokenKind kind = TokenKind::Word;
    std::uint32_t word = Vocabulary::kUnknown;
    char32_t mark = 0;            ///< of a Mark: its character; every dash is `-`
    bool capitalised = false;     ///< begins with an upper-case letter
    bool upper = false;           ///< two or more letters, none of them lower case
    bool particle = false;        ///< may stand inside a name in lower case: `van`, `bin`
    bool quoted = false;          ///< between double quotes
    bool sentence_start = false;  ///< first word of the block or behind `.`, `!`, `?`, a bullet
};

[[nodiscard]] constexpr bool is_mark(const CueToken& token) {
    return token.kind == TokenKind::Mark;
}

[[nodiscard]] constexpr bool is_mark(const CueToken& token, char32_t mark) {
    return is_mark(token) && token.mark == mark;
}

using CueTokens = std::span<const CueToken>;

/// The tokens of `span`. A hyphen inside a word parts it into two words (`sign-up`); an apostrophe
/// does not. Linear in the span.
[[nodiscard]] std::vector<CueToken> tokenize(std::string_view text, Span span,
                                             const Vocabulary& vocabulary);

}  // namespace tidings::report
