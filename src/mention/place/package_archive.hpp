// One file out of a gzip-compressed tar archive, as npm packages are.
#pragma once

#include <string>
#include <string_view>

#include <tidings/error.hpp>

namespace tidings::mention {

/// The bytes of a gzip-compressed text, at most `limit`. Fails on damaged input.
[[nodiscard]] Result<std::string> gunzip(std::string_view compressed, std::size_t limit);

/// The content of the file whose path in the archive ends in `ending`; a view into `tar`. Fails if
/// there is none, or where the archive is damaged before it.
[[nodiscard]] Result<std::string_view> find_in_tar(std::string_view tar, std::string_view ending);

}  // namespace tidings::mention
