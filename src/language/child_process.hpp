// Running another program and waiting for it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::language {

/// Runs `arguments[0]` (found through PATH, never through a shell) with no input; what it prints
/// goes to the file `log`. Gives its exit status, or 128 + the signal that ended it. Fails if the
/// program cannot be started; kills it and fails if it takes longer than `patience`.
[[nodiscard]] Result<int> run_program(const std::vector<std::string>& arguments,
                                      const std::string& log, std::chrono::seconds patience);

}  // namespace tidings::language
