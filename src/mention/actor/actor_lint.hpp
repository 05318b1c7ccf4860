// Checks tables of actors that users bring along.
#pragma once

#include <string>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::mention {

/// Checks a table that is meant for `--actors`: its form, names that stand for two actors at one
/// time, in the file or together with the tables of `data_folder`, names that are ordinary words or
/// given names. Every finding has file, line and column. Fails if the shipped tables cannot be
/// read.
[[nodiscard]] Result<std::vector<Error>> lint_actor_table(const std::string& path,
                                                          const std::string& data_folder);

}  // namespace tidings::mention
