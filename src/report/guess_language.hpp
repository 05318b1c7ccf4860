// In which language a text is written.
#pragma once

#include <string>
#include <string_view>

namespace tidings::report {

/// ISO 639-1 code of the text's language; empty if it cannot be told. `text` is valid UTF-8. Short
/// text in plain Latin letters that could be anything counts as English.
[[nodiscard]] std::string guess_language(std::string_view text);

}  // namespace tidings::report
