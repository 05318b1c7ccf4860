// The words of time (`data/time/words.tsv`) and what each may be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::mention::time {

/// Kinds of tokens that a pattern can ask for. Those up to Cue stand in `words.tsv`, the others
/// are told by the form of the token.
enum class TokenClass : std::uint8_t {
    Month,
    Weekday,
    Unit,
    Units,  ///< plural
    Season,
    Part,
    Parts,     ///< plural: *mornings*
    Weekdays,  ///< plural: *Mondays*
    Direction,
    Modifier,
    Vague,     ///< *few*, *several*: an untold number
    Cardinal,  ///< *seven*; joined to numbers when a text is read
    Ordinal,
    Shift,
    Reference,
    Zone,
    Decade,      ///< *1980s*, *eighties*
    Frequency,   ///< *daily*
    Ambiguous,   ///< may be no word of time at all; the value says what then tells it
    Numbered,    ///< *resolution*, *flight*: the number behind it is no year; the value is unused
    Core,        ///< makes an expression of its own (*tonight*); the value is unused
    Cue,         ///< says that something is to come; the value is unused
    ShortMonth,  ///< an abbreviation, which may have a full stop
    Any,         ///< whatever word
    Number,
    DayNumber,
    DayOrdinal,
    Year,
    AnyYear,  ///< any number up to four digits, for years with an era
    ShortYear,
    TwoDigits,
    Clock,
    Hour,
    Military,
    NumericDate,
    Holiday,
    Count
};

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0;

/// The class of that name (`MONTH`), Count if there is none.
[[nodiscard]] TokenClass class_named(std::string_view name) noexcept;

class Vocabulary {
  public:
    /// Reads `words.tsv`; fails with file:line:column.
    [[nodiscard]] Status load(const std::string& path);

    /// Known words only; the lower-case word must be ASCII.
    [[nodiscard]] WordId find(std::string_view lower) const noexcept;
    /// Adds a word that only patterns name.
    WordId intern(std::string_view lower);
    /// The value of the word in that class, kUnset if it is none.
    [[nodiscard]] int value(WordId word, TokenClass token_class) const noexcept;
    [[nodiscard]] bool is(WordId word, TokenClass token_class) const noexcept {
        return (masks_[word] >> static_cast<unsigned>(token_class) & 1U) != 0;
    }
    [[nodiscard]] std::uint64_t mask(WordId word) const noexcept { return masks_[word]; }
    [[nodiscard]] std::size_t size() const noexcept { return masks_.size(); }
    [[nodiscard]] const std::string& text(WordId word) const noexcept { return texts_[word]; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
    std::vector<std::string> texts_{""};
    std::vector<std::uint64_t> masks_{0};
    std::vector<std::vector<std::pair<TokenClass, int>>> values_{{}};
};

}  // namespace tidings::mention::time
