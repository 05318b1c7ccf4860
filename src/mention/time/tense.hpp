// Whether the words around a time tell of what was or of what is to come.
#pragma once

#include <vector>

#include <tidings/language.hpp>

#include "mention/time/tokens.hpp"

namespace tidings::mention::time {

enum class Tense : std::uint8_t { Unknown, Past, Present, Future };

/// The parse's token that holds the byte, its size if there is none (a dateline, a byline).
[[nodiscard]] TokenIndex token_at(const Parse& parse, std::uint32_t byte);

class TenseReader {
  public:
    TenseReader(const Parse& parse, const std::vector<TimeToken>& tokens,
                const Vocabulary& vocabulary)
        : parse_(parse), tokens_(tokens), vocabulary_(vocabulary) {}

    /// By the verb that governs the expression whose tokens are [first, last), and by words such as
    /// *due*. Without a parse by the words of its sentence.
    [[nodiscard]] Tense read(std::uint32_t first, std::uint32_t last) const;

  private:
    [[nodiscard]] Tense of_verb(TokenIndex verb, int depth) const;
    [[nodiscard]] Tense by_words(std::uint32_t first) const;
    [[nodiscard]] bool is_cue(TokenIndex token) const;

    const Parse& parse_;
    const std::vector<TimeToken>& tokens_;
    const Vocabulary& vocabulary_;
};

}  // namespace tidings::mention::time
