// Where data and models are found, without any path compiled in.

#include <cstdlib>
#include <filesystem>

#include <tidings/pipeline.hpp>

namespace tidings {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxLevels = 7;  // from build/PRESET/tests/unit/STAGE up to the source tree

fs::path program_folder() {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    return failed ? fs::path() : program.parent_path();
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

bool is_folder(const fs::path& path) {
    std::error_code failed;
    return fs::is_directory(path, failed);
}

}  // namespace

Result<std::string> find_data_folder() {
    if (std::string given = environment("TIDINGS_DATA"); !given.empty()) {
        if (is_folder(given)) return given;
        return fail(ErrorKind::Config, "TIDINGS_DATA is not a folder", given);
    }
    const fs::path program = program_folder();
    const auto is_data = [](const fs::path& folder) {
        return is_folder(folder / "events") && is_folder(folder / "actors");
    };
    const fs::path installed = (program / "../share/tidings/data").lexically_normal();
    if (is_data(installed)) return installed.string();
    // Built in a folder of the source tree: `data` lies in one of the folders above.
    fs::path folder = program;
    for (int levels = 0; levels < kMaxLevels && folder.has_relative_path(); ++levels) {
        if (is_data(folder / "data")) return (folder / "data").string();
        folder = folder.parent_path();
    }
    return fail(ErrorKind::Config, "the folder `data` was not found beside the program",
                program.string(), "set TIDINGS_DATA to it, or pass --data");
}

std::string model_folder() {
    if (std::string given = environment("TIDINGS_MODELS"); !given.empty()) return given;
    fs::path folder = program_folder();
    const fs::path installed = (folder / "../share/tidings/models").lexically_normal();
    if (is_folder(installed)) return installed.string();
    for (int levels = 0; levels < kMaxLevels && folder.has_relative_path(); ++levels) {
        if (is_folder(folder / "models")) return (folder / "models").string();
        folder = folder.parent_path();
    }
    if (const std::string data_home = environment("XDG_DATA_HOME"); !data_home.empty()) {
        return (fs::path(data_home) / "tidings" / "models").string();
    }
    return (fs::path(environment("HOME")) / ".local/share/tidings/models").string();
}

std::string find_gazetteer() {
    std::string best;
    std::error_code ignored;
    for (const auto& item : fs::directory_iterator(model_folder(), ignored)) {
        if (item.path().extension() != kGazetteerExtension) continue;
        if (item.path().string() > best) best = item.path().string();
    }
    return best;
}

Result<std::string> find_model(const std::string& name_or_path) {
    std::error_code ignored;
    if (fs::exists(name_or_path, ignored)) return name_or_path;
    const bool is_path = name_or_path.find('/') != std::string::npos;
    const std::string name = name_or_path.empty() ? "en_core_web_sm" : name_or_path;
    const std::string hint = "run `tidings model install " + name +
                             "`, or set TIDINGS_MODELS to the folder where models lie";
    if (is_path) return fail(ErrorKind::Config, "there is no model file", name_or_path, hint);
    const std::string folder = model_folder();
    std::string best;
    for (const auto& item : fs::directory_iterator(folder, ignored)) {
        const std::string file = item.path().filename().string();
        if (item.path().extension() != ".tidings-model") continue;
        if (file != name + ".tidings-model" && !file.starts_with(name + "-")) continue;
        if (item.path().string() > best) best = item.path().string();
    }
    if (best.empty()) {
        return fail(ErrorKind::Config, "the language model " + name + " is not installed", folder,
                    hint);
    }
    return best;
}

}  // namespace tidings
