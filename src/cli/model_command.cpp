#include <fmt/format.h>

#include <tidings/pipeline.hpp>

#include "cli/commands.hpp"
#include "language/model_store.hpp"

namespace tidings::cli {

namespace {

void print_model(const ModelInfo& info, const std::string& path) {
    fmt::print(
        "{} {}  language {}, licence {}, {:.1f} MB\n  file    {}\n  source  {}\n  sha256  {}\n",
        info.name, info.version, info.language, info.licence, static_cast<double>(info.bytes) / 1e6,
        path, info.source, info.source_sha256);
    fmt::print("  parts   ");
    for (std::size_t i = 0; i < info.components.size(); ++i) {
        fmt::print("{}{}", i == 0 ? "" : ", ", info.components[i]);
    }
    fmt::print("\n");
}

Exit list() {
    const std::string folder = model_folder();
    const auto models = list_models(folder);
    for (const InstalledModel& model : models) {
        if (model.info) {
            print_model(*model.info, model.path);
        } else if (model.problem) {
            print_error(*model.problem);
        }
    }
    if (models.empty()) fmt::print("no models in {}\n", folder);
    fmt::print("Can be installed by name:\n");
    for (const KnownModel& known : known_models()) {
        fmt::print("  tidings model install {}   version {}, {}\n", known.name, known.version,
                   known.licence);
    }
    return models.empty() ? Exit::NothingFound : Exit::Ok;
}

Exit check(const std::string& target) {
    std::vector<std::string> paths;
    if (!target.empty()) {
        const auto found = find_model(target);
        if (!found) {
            print_error(found.error());
            return exit_for(found.error().kind);
        }
        paths.push_back(*found);
    } else {
        for (const InstalledModel& model : list_models(model_folder())) paths.push_back(model.path);
    }
    if (paths.empty()) {
        print_error({ErrorKind::Config,
                     "no model is installed",
                     model_folder(),
                     0,
                     0,
                     {},
                     "run `tidings model install en_core_web_sm`"});
        return Exit::Usage;
    }
    Exit exit = Exit::Ok;
    for (const std::string& path : paths) {
        const auto info = check_model(path);
        if (info) {
            print_model(*info, path);
            fmt::print("  whole   yes: checksum right\n");
        } else {
            print_error(info.error());
            exit = exit_for(info.error().kind);
        }
    }
    return exit;
}

Exit install(const std::string& target) {
    const std::string source = target.empty() ? "en_core_web_sm" : target;
    fmt::print(stderr, "tidings: installing {} into {}\n", source, model_folder());
    const auto installed = install_model(source, model_folder());
    if (!installed) {
        print_error(installed.error());
        return exit_for(installed.error().kind);
    }
    if (installed->info) print_model(*installed->info, installed->path);
    return Exit::Ok;
}

}  // namespace

Exit run_model(const ModelOptions& options) {
    if (options.action == "install") return install(options.target);
    if (options.action == "check") return check(options.target);
    return list();
}

}  // namespace tidings::cli
