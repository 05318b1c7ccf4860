// Text in columns and lines of a given width; widths are counted in code points.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidings::cli {

/// Runs of white space as one space.
[[nodiscard]] std::string one_line(std::string_view text);
/// At most `width` code points, the last one … where something was cut off.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);
/// Lines of at most `width` code points, later ones indented; ends in a line feed.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);
/// Rows with columns aligned, indented by two; the widest columns shrink to fit `width`.
[[nodiscard]] std::string columns(const std::vector<std::vector<std::string>>& rows,
                                  std::size_t width);
[[nodiscard]] std::string bold(const std::string& text, bool colour);

}  // namespace tidings::cli
