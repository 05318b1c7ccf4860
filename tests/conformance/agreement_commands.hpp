// What test_agreement does beside its tests: `compare`, `bench` and `run`.
#pragma once

#include <string>
#include <vector>

namespace tidings::conformance {

/// True if `name` is one of the commands.
[[nodiscard]] bool is_command(const std::string& name);

/// Runs a command; the exit status: 0 well, 1 not in agreement, 2 wrong usage or unreadable files.
[[nodiscard]] int run_command(const std::vector<std::string>& arguments);

}  // namespace tidings::conformance
