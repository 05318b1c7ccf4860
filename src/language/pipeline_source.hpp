// A spaCy pipeline as it is distributed: a wheel (zip) or a folder, read without running anything.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>

namespace tidings::language {

/// Files of one pipeline by their path below the folder that holds config.cfg (`tok2vec/model`).
class PipelineSource {
  public:
    /// Opens a .whl/.zip or a folder; finds the folder with config.cfg and meta.json in it. Limits:
    /// 2 GiB a file, 10,000 files.
    [[nodiscard]] static Result<PipelineSource> open(const std::string& wheel_or_folder);
    PipelineSource(PipelineSource&&) noexcept;
    PipelineSource& operator=(PipelineSource&&) noexcept;
    ~PipelineSource();

    [[nodiscard]] bool has(std::string_view path) const;
    /// The whole file; fails with ErrorKind::Config naming source and path.
    [[nodiscard]] Result<std::string> read(std::string_view path) const;
    [[nodiscard]] const std::string& name() const noexcept;    ///< file or folder name
    [[nodiscard]] const std::string& sha256() const noexcept;  ///< of the wheel or all its files

  private:
    struct Impl;
    explicit PipelineSource(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace tidings::language
