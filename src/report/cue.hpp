// Cue phrases: patterns of words that people can read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

#include "report/cue_token.hpp"

namespace tidings::report {

/// A phrase such as `sign up (for|to) (our|the) ... newsletter|newsletters`.
///
/// | written      | matches                                                        |
/// |--------------|----------------------------------------------------------------|
/// | `word`       | the word, whatever its case and diacritics; also a mark: `:`    |
/// | `a|b`        | either word                                                    |
/// | `(a)` `(a|b)`| the same, or nothing                                           |
/// | `...`        | up to six tokens, none of them `.`, `!` or `?`                 |
/// | `<name>`     | one to six capitalised words, with particles and initials      |
/// | `<number>`, `<email>`, `<handle>`, `<url>`, `<word>` | one such token         |
class Cue {
  public:
    /// Compiles a phrase. The message of a failure is for the phrase's cell in its table.
    [[nodiscard]] static Result<Cue> compile(std::string_view phrase, Vocabulary& vocabulary);

    /// Index behind the last token matched when the phrase starts at `at`, or nothing.
    [[nodiscard]] std::optional<std::size_t> match(std::span<const CueToken> tokens,
                                                   std::size_t at) const;

    /// The words a match can begin with; empty where it begins with a class such as `<name>`.
    [[nodiscard]] const std::vector<std::uint32_t>& first_words() const noexcept {
        return elements_.front().words;
    }

  private:
    enum class Kind : std::uint8_t { Words, Gap, Name, Number, Email, Handle, Url, AnyWord };
    struct Element {
        Kind kind = Kind::Words;
        bool optional = false;
        std::vector<std::uint32_t> words;
    };

    [[nodiscard]] static Result<Element> compile_element(std::string_view part,
                                                         Vocabulary& vocabulary);
    [[nodiscard]] static bool matches_one(const Element& element, const CueToken& token);
    [[nodiscard]] std::optional<std::size_t> match_from(std::span<const CueToken> tokens,
                                                        std::size_t at, std::size_t element) const;

    std::vector<Element> elements_;
};

/// Index behind a person's or organisation's name that starts at `at`: capitalised words with
/// initials and particles (`van`, `bin`) between them. `at` itself if there is none.
[[nodiscard]] std::size_t skip_name(std::span<const CueToken> tokens, std::size_t at);

}  // namespace tidings::report
