// A folder for files that are wanted for a moment only.
#pragma once

#include <string>
#include <utility>

#include <tidings/error.hpp>

namespace tidings {

/// A folder under TMPDIR that is removed with everything in it.
class TemporaryFolder {
  public:
    [[nodiscard]] static Result<TemporaryFolder> create();
    TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

  private:
    explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}
    std::string path_;
};

}  // namespace tidings
