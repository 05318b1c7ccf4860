// Python's view of Unicode characters: the str methods that spaCy's lexical attributes use.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tidings::language {

[[nodiscard]] bool is_alpha(char32_t c) noexcept;  ///< str.isalpha of one character
[[nodiscard]] bool is_digit(char32_t c) noexcept;  ///< str.isdigit
[[nodiscard]] bool is_upper(char32_t c) noexcept;  ///< str.isupper
[[nodiscard]] bool is_space(char32_t c) noexcept;  ///< str.isspace

/// Whether every character is a letter, and there is one (str.isalpha).
[[nodiscard]] bool is_alpha(std::string_view text) noexcept;
/// Whether every character is white space, and there is one (str.isspace).
[[nodiscard]] bool is_space(std::string_view text) noexcept;

/// Appends str.lower() of valid UTF-8: full case mapping, with the final sigma rule.
void append_lower(std::string_view text, std::string& out);

/// Bytes of the first `n` characters (code points).
[[nodiscard]] std::string_view first_characters(std::string_view text, std::size_t n) noexcept;
/// Bytes of the last `n` characters.
[[nodiscard]] std::string_view last_characters(std::string_view text, std::size_t n) noexcept;

/// Appends spaCy's word_shape: X, x, d for letters and digits, runs cut at 4; `LONG` from 100
/// characters.
void append_shape(std::string_view text, std::string& out);

}  // namespace tidings::language
