#include "language/pipeline_source.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <zip.h>

#include <tidings/text.hpp>

#include "base/mapped_file.hpp"

namespace tidings::language {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFiles = 10'000;
constexpr int kMaxFolders = 8;
constexpr std::uint64_t kMaxFileBytes = std::uint64_t{2} << 30U;
constexpr std::size_t kReadBlock = std::size_t{1} << 20U;

struct ZipClose {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using ZipArchive = std::unique_ptr<zip_t, ZipClose>;

struct ZipFileClose {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ZipFile = std::unique_ptr<zip_file_t, ZipFileClose>;

constexpr std::string_view kConfigName = "config.cfg";

/// The prefix (`a/b/`) of the shallowest folder that holds both config.cfg and meta.json.
template <typename Map>
std::optional<std::string> pipeline_prefix(const Map& files) {
    std::optional<std::string> best;
    auto depth = [](const std::string& s) { return std::count(s.begin(), s.end(), '/'); };
    for (const auto& [path, unused] : files) {
        if (!path.ends_with(kConfigName)) continue;
        const std::string prefix = path.substr(0, path.size() - kConfigName.size());
        if (!prefix.empty() && prefix.back() != '/') continue;
        if (!files.contains(prefix + "meta.json")) continue;
        if (!best || depth(prefix) < depth(*best)) best = prefix;
    }
    return best;
}

}  // namespace

struct PipelineSource::Impl {
    std::string path;
    std::string name;
    std::string sha256;
    ZipArchive archive;                              // null for a folder
    std::map<std::string, std::uint64_t> zip_files;  // path below the pipeline's folder to index
    std::map<std::string, fs::path> disk_files;

    Status open_zip();
    Status open_folder();
    Result<std::string> read_zip(const std::string& file, std::uint64_t index) const;
    template <typename Map>
    Status keep_pipeline(Map& files);
};

template <typename Map>
Status PipelineSource::Impl::keep_pipeline(Map& files) {
    const auto prefix = pipeline_prefix(files);
    if (!prefix) {
        return fail(ErrorKind::Config,
                    "there is no spaCy pipeline: no folder with config.cfg and "
                    "meta.json",
                    path, "give the wheel of a spaCy v3 pipeline, or its folder");
    }
    Map kept;
    for (auto& [file, value] : files) {
        if (file.starts_with(*prefix)) kept.emplace(file.substr(prefix->size()), value);
    }
    files = std::move(kept);
    return {};
}

Status PipelineSource::Impl::open_zip() {
    auto bytes = MappedFile::open(path);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    sha256 = sha256_hex(bytes->bytes());
    int code = 0;
    archive.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (archive == nullptr) {
        return fail(ErrorKind::Config, "the file is not a whole zip archive", path,
                    "download the wheel again");
    }
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > kMaxFiles) {
        return fail(ErrorKind::Config, fmt::format("the archive has more than {} files", kMaxFiles),
                    path);
    }
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        const char* file = zip_get_name(archive.get(), i, ZIP_FL_ENC_GUESS);
        if (file != nullptr && !std::string_view(file).ends_with('/')) zip_files.emplace(file, i);
    }
    return keep_pipeline(zip_files);
}

Status PipelineSource::Impl::open_folder() {
    std::error_code error;
    fs::recursive_directory_iterator walk(path, fs::directory_options::skip_permission_denied,
                                          error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
        if (walk.depth() >= kMaxFolders) walk.disable_recursion_pending();
        std::error_code status_error;
        if (!walk->is_regular_file(status_error)) continue;
        disk_files.emplace(fs::relative(walk->path(), path, status_error).generic_string(),
                           walk->path());
        if (disk_files.size() > kMaxFiles) {
            return fail(ErrorKind::Config,
                        fmt::format("the folder has more than {} files", kMaxFiles), path);
        }
    }
    if (error) return fail(ErrorKind::Config, "cannot read the folder: " + error.message(), path);
    if (auto status = keep_pipeline(disk_files); !status) return status;
    std::string listing;
    for (const auto& [file, location] : disk_files) {
        auto bytes = MappedFile::open(location.string());
        if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
        listing += fmt::format("{} {}\n", sha256_hex(bytes->bytes()), file);
    }
    sha256 = sha256_hex(listing);
    return {};
}

Result<std::string> PipelineSource::Impl::read_zip(const std::string& file,
                                                   std::uint64_t index) const {
    const std::string where = path + ": " + file;
    const ZipFile opened(zip_fopen_index(archive.get(), index, 0));
    if (opened == nullptr) {
        return fail(ErrorKind::Config,
                    fmt::format("cannot unpack: {}", zip_strerror(archive.get())), where,
                    "download the wheel again");
    }
    // The size in the archive's directory is a claim; the string grows with what really comes.
    std::string bytes;
    for (;;) {
        const std::size_t have = bytes.size();
        bytes.resize(have + kReadBlock);
        const zip_int64_t got = zip_fread(opened.get(), bytes.data() + have, kReadBlock);
        bytes.resize(have + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
        if (got < 0) {
            return fail(ErrorKind::Config,
                        fmt::format("cannot unpack: {}", zip_file_strerror(opened.get())), where,
                        "download the wheel again");
        }
        if (got == 0) return bytes;
        if (bytes.size() > kMaxFileBytes) {
            return fail(ErrorKind::Config, "the unpacked file is larger than 2 GiB", where);
        }
    }
}

Result<PipelineSource> PipelineSource::open(const std::string& wheel_or_folder) {
    auto impl = std::make_unique<Impl>();
    impl->path = wheel_or_folder;
    fs::path path(wheel_or_folder);
    if (!path.has_filename()) path = path.parent_path();
    impl->name = path.filename().string();
    std::error_code error;
    const bool folder = fs::is_directory(path, error);
    if (!folder && !fs::is_regular_file(path, error)) {
        return fail(ErrorKind::Config, "there is no such file or folder", wheel_or_folder,
                    "give the wheel of a spaCy v3 pipeline, or its folder");
    }
    if (auto status = folder ? impl->open_folder() : impl->open_zip(); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    return PipelineSource(std::move(impl));
}

PipelineSource::PipelineSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PipelineSource::PipelineSource(PipelineSource&&) noexcept = default;
PipelineSource& PipelineSource::operator=(PipelineSource&&) noexcept = default;
PipelineSource::~PipelineSource() = default;

bool PipelineSource::has(std::string_view path) const {
    const std::string key(path);
    return impl_->archive != nullptr ? impl_->zip_files.contains(key)
                                     : impl_->disk_files.contains(key);
}

Result<std::string> PipelineSource::read(std::string_view path) const {
    const std::string key(path);
    if (impl_->archive != nullptr) {
        const auto found = impl_->zip_files.find(key);
        if (found != impl_->zip_files.end()) return impl_->read_zip(key, found->second);
    } else {
        const auto found = impl_->disk_files.find(key);
        if (found != impl_->disk_files.end()) {
            std::error_code error;
            if (fs::file_size(found->second, error) > kMaxFileBytes || error) {
                return fail(ErrorKind::Config, "the file is larger than 2 GiB",
                            found->second.string());
            }
            return read_file(found->second.string());
        }
    }
    return fail(ErrorKind::Config, "the pipeline has no such file", impl_->path + ": " + key,
                "the pipeline may be incomplete or of another spaCy version than 3");
}

const std::string& PipelineSource::name() const noexcept {
    return impl_->name;
}
const std::string& PipelineSource::sha256() const noexcept {
    return impl_->sha256;
}

}  // namespace tidings::language
