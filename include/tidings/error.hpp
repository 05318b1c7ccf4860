// Errors and results, shared by every stage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace tidings {

/// What kind of thing went wrong; each kind maps to one exit status of the command.
enum class ErrorKind : std::uint8_t {
    Usage,     ///< wrong command-line arguments (exit 2)
    Config,    ///< a data file, lexicon or model is missing or malformed (exit 2)
    Input,     ///< one input could not be read; the others go on (exit 3)
    Store,     ///< an output or a store could not be written (exit 4)
    Internal,  ///< a broken promise of the program itself (exit 2)
};

/// One failure: what is wrong, where, and how to mend it. All text is UTF-8.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string message;       ///< one sentence, no trailing full stop
    std::string file;          ///< path or input name; empty where there is none
    std::uint32_t line = 0;    ///< 1-based; 0 where there is none
    std::uint32_t column = 0;  ///< 1-based code point in the line; 0 where there is none
    std::string excerpt;       ///< the offending line, without its line end
    std::string hint;          ///< how to mend it; may be empty

    /// `file:line:col: message`, then the excerpt with a caret and the hint on lines of their own.
    [[nodiscard]] std::string to_string() const;
};

/// A value or an Error. Exceptions are kept for out-of-memory and broken invariants.
template <typename T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message,
                                                std::string file = {}, std::string hint = {}) {
    return tl::unexpected<Error>(
        Error{kind, std::move(message), std::move(file), 0, 0, {}, std::move(hint)});
}

}  // namespace tidings
