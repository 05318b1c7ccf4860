#include <cstdio>

#include <fmt/format.h>

#include <tidings/pipeline.hpp>

#include "cli/commands.hpp"

namespace tidings::cli {

namespace {

void print_gazetteer(const InstalledGazetteer& gazetteer) {
    fmt::print("GeoNames towns  {} places, {} names, {:.1f} MB\n", gazetteer.places,
               gazetteer.names, static_cast<double>(gazetteer.bytes) / 1e6);
    fmt::print("  file    {}\n  source  {}\n  sha256  {}\n", gazetteer.path, gazetteer.source,
               gazetteer.source_sha256);
    fmt::print("  licence GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0\n");
}

Exit answer(const Result<InstalledGazetteer>& gazetteer) {
    if (!gazetteer) {
        print_error(gazetteer.error());
        return exit_for(gazetteer.error().kind);
    }
    print_gazetteer(*gazetteer);
    return Exit::Ok;
}

Exit check() {
    const std::string path = find_gazetteer();
    if (path.empty()) {
        print_error({ErrorKind::Config,
                     "no gazetteer is installed",
                     model_folder(),
                     0,
                     0,
                     {},
                     "run `tidings gazetteer install`"});
        return Exit::Usage;
    }
    return answer(check_gazetteer(path));
}

Exit install(const GazetteerOptions& options) {
    const auto data = options.data.empty() ? find_data_folder() : options.data;
    if (!data) {
        print_error(data.error());
        return exit_for(data.error().kind);
    }
    fmt::print(stderr, "tidings: installing the gazetteer into {}\n", model_folder());
    return answer(install_gazetteer(options.target, *data, model_folder()));
}

}  // namespace

Exit run_gazetteer(const GazetteerOptions& options) {
    return options.action == "install" ? install(options) : check();
}

}  // namespace tidings::cli
