// What the text as a whole tells of its dates: news or history, day or month first.
#pragma once

#include <string_view>
#include <vector>

#include <tidings/report.hpp>

#include "mention/time/expression.hpp"
#include "mention/time/publishers.hpp"
#include "mention/time/resolver.hpp"

namespace tidings::mention::time {

/// True for what people post: short, with the marks of such texts (*@name*, *#tag*, links, *!!*).
[[nodiscard]] bool is_post(std::string_view text) noexcept;

[[nodiscard]] Frame frame_of(const Report& report, const std::vector<Expression>& found,
                             const Publishers& publishers);

}  // namespace tidings::mention::time
