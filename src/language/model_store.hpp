// The folder of installed language models: list, install, check.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/language.hpp>

namespace tidings {

/// One model file. Either `info` or `problem` is set.
struct InstalledModel {
    std::string path;
    std::optional<ModelInfo> info;
    std::optional<Error> problem;  ///< why the file cannot be used
};

/// A pipeline that can be installed by its name.
struct KnownModel {
    std::string_view name;  ///< `en_core_web_sm`
    std::string_view version;
    std::string_view package;  ///< of the Python package that holds it
    std::string_view wheel_sha256;
    std::string_view official_wheel;  ///< file name under which its makers publish it
    std::string_view licence;
};
[[nodiscard]] const std::vector<KnownModel>& known_models();

/// The `*.tidings-model` files of `folder` in name order; none if there is no such folder. Reads
/// only the headers.
[[nodiscard]] std::vector<InstalledModel> list_models(const std::string& folder);

/// Converts a pipeline to `<folder>/<name>-<version>.tidings-model` (replacing it) and opens the
/// result to see that it is whole. `source` is the path of a wheel or of a pipeline's folder, or
/// the name of a known model, which is fetched with Python's pip and checked against its SHA-256.
/// Nothing of the wheel is ever run. Blocks while it downloads, for ten minutes at most. Fails
/// with ErrorKind::Config; the hint says what to download by hand.
[[nodiscard]] Result<InstalledModel> install_model(const std::string& source,
                                                   const std::string& folder);

/// Opens a model file in full, with its checksum.
[[nodiscard]] Result<ModelInfo> check_model(const std::string& path);

}  // namespace tidings
