// Where data and models are found, without any path compiled in.

#include <cstdlib>
#include <filesystem>

#include <tidings/pipeline.hpp>

namespace tidings {

namespace fs = std::filesystem;

namespace {

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
    if (const std::string given = environment("TIDINGS_DATA"); !given.empty()) {
        if (is_folder(given)) return given;
        return fail(ErrorKind::Config, "TIDINGS_DATA is not a folder", given);
    }
    const fs::path program = program_folder();
    // Installed beside the program, or built in `build/<preset>` or `build/<preset>/tests` of the source tree.
    for (const char* relative : {"../share/tidings/data", "../../data", "../../../data", "../../../../data", "../data"}) {
        const fs::path candidate = (program / relative).lexically_normal();
        if (is_folder(candidate / "events") && is_folder(candidate / "actors")) {
            return candidate.string();
        }
    }
    return fail(ErrorKind::Config, "the folder `data` was not found beside the program",
                program.string(), "set TIDINGS_DATA to it, or pass --data");
}

std::string model_folder() {
    if (std::string given = environment("TIDINGS_MODELS"); !given.empty()) return given;
    const fs::path program = program_folder();
    for (const char* relative : {"../models", "../../models", "../../../models", "../share/tidings/models"}) {
        const fs::path candidate = (program / relative).lexically_normal();
        if (is_folder(candidate)) return candidate.string();
    }
    if (const std::string data_home = environment("XDG_DATA_HOME"); !data_home.empty()) {
        return (fs::path(data_home) / "tidings" / "models").string();
    }
    return (fs::path(environment("HOME")) / ".local/share/tidings/models").string();
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
