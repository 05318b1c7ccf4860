// Where a JSON value ends, told by brackets and strings alone: to take a stream apart before its
// pieces are parsed.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tidings::ingest {

/// Scans one value that begins with the text's first byte. The text may be cut off: scan() is
/// called again with a longer one and goes on where it stopped.
class JsonScan {
  public:
    /// The length of the value, or nothing while its end is not in `text`. A number or word ends
    /// before a comma, a bracket or white space.
    std::optional<std::size_t> scan(std::string_view text);

  private:
    std::size_t pos_ = 0;
    std::size_t depth_ = 0;
    bool in_string_ = false;
};

/// The offset of the first value behind a key of the outermost object, such as the list of `items`.
/// Nothing if the object has no such key, or ends before it.
[[nodiscard]] std::optional<std::size_t> find_member(std::string_view object, std::string_view key);

}  // namespace tidings::ingest
