// Patterns of Python's `re`, translated to PCRE2.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <tidings/error.hpp>

namespace tidings::language {

/// The same pattern for PCRE2 with UTF and UCP: escapes (`\uXXXX`, `\v`, `\Z`), white space as
/// Python has it, `[` inside classes, `{,n}`, and the flag `(?u)`. Fails on what Python would
/// refuse or what has no counterpart.
[[nodiscard]] Result<std::string> translate_python_regex(std::string_view pattern);

/// How many characters before the end of a subject a search with this (Python) pattern need look,
/// if every match ends at the subject's end (each alternative ends in `$`); nothing if that cannot
/// be told. Runs of one repeated atom (`\.\.+$`) are allowed: where a match begins right at the
/// start of the window, the whole subject must be searched.
[[nodiscard]] std::optional<std::size_t> suffix_window(std::string_view pattern);

}  // namespace tidings::language
