// Numbers in the cells of tables.
#pragma once

#include <charconv>
#include <string_view>
#include <system_error>

namespace tidings::mention {

/// False where `text` is not one number and nothing else; `value` may have changed then.
template <typename Number>
[[nodiscard]] bool read_number(std::string_view text, Number& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

}  // namespace tidings::mention
