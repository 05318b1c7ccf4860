#include <algorithm>
#include <filesystem>
#include <system_error>

#include <glob.h>

#include <tidings/ingest.hpp>
#include <tidings/text.hpp>

#include "ingest/byte_source.hpp"
#include "ingest/input_name.hpp"
#include "ingest/read_stream.hpp"

namespace tidings {
namespace {

namespace fs = std::filesystem;

class DocumentReader {
  public:
    DocumentReader(const IngestOptions& options, const DocumentSink& on_document,
                   const ErrorSink& on_error)
        : options_(options), on_document_(on_document), on_error_(on_error) {}

    bool read_path(const std::string& path) {
        std::error_code code;
        if (path == "-") return read_file(path);
        if (fs::is_directory(path, code)) return read_folder(path);
        if (!fs::exists(path, code) && path.find_first_of("*?[") != std::string::npos) {
            return read_pattern(path);
        }
        return read_file(path);
    }

    [[nodiscard]] const IngestCounts& counts() const noexcept { return counts_; }

  private:
    // What a shell does with a pattern, for those that reach the program in quotation marks.
    bool read_pattern(const std::string& pattern) {
        glob_t found{};
        const int code = ::glob(pattern.c_str(), 0, nullptr, &found);
        std::vector<std::string> paths;
        for (std::size_t i = 0; code == 0 && i < found.gl_pathc; ++i) {
            paths.emplace_back(found.gl_pathv[i]);
        }
        ::globfree(&found);
        if (paths.empty()) {
            on_error_(Error{ErrorKind::Input, "no file matches the pattern",
                            utf8::sanitize(pattern), 0, 0, "", ""});
        }
        return std::all_of(paths.begin(), paths.end(), [&](const std::string& path) {
            std::error_code status;
            return fs::is_directory(path, status) ? read_folder(path) : read_file(path);
        });
    }

    bool read_file(const std::string& path) {
        ingest::InputName name;
        name.shown = path == "-" ? "standard input" : utf8::sanitize(path);
        name.stem = ingest::input_stem(path);
        name.table = ingest::names_a_table(path);
        auto source = ingest::open_source(path, name.shown);
        if (!source) {
            on_error_(std::move(source.error()));
            return true;
        }
        return ingest::read_stream(std::move(*source), name, options_, on_document_, on_error_,
                                   counts_);
    }

    bool read_folder(const fs::path& folder) {
        std::error_code code;
        std::vector<fs::path> entries;
        for (fs::directory_iterator entry(folder, code), end; !code && entry != end;
             entry.increment(code)) {
            if (!entry->path().filename().native().starts_with('.'))
                entries.push_back(entry->path());
        }
        if (code) {
            on_error_(Error{ErrorKind::Input, "cannot read the folder: " + code.message(),
                            utf8::sanitize(folder.native()), 0, 0, "", ""});
        }
        std::sort(entries.begin(), entries.end());
        return std::all_of(entries.begin(), entries.end(),
                           [&](const fs::path& entry) { return read_entry(entry); });
    }

    // Links to files are followed, links to folders are not: they may lead in circles. Pipes and
    // devices in a folder would block; they are read only when named.
    bool read_entry(const fs::path& entry) {
        std::error_code code;
        const fs::file_status link = fs::symlink_status(entry, code);
        if (!code && fs::is_directory(link)) return read_folder(entry);
        const fs::file_status target = fs::status(entry, code);
        if (fs::is_directory(target) || (fs::exists(target) && !fs::is_regular_file(target))) {
            return true;
        }
        return read_file(entry.native());
    }

    const IngestOptions& options_;
    const DocumentSink& on_document_;
    const ErrorSink& on_error_;
    IngestCounts counts_;
};

}  // namespace

IngestCounts read_documents(const std::vector<std::string>& paths, const IngestOptions& options,
                            const DocumentSink& on_document, const ErrorSink& on_error) {
    DocumentReader reader(options, on_document, on_error);
    for (const std::string& path : paths) {
        if (!reader.read_path(path)) break;
    }
    return reader.counts();
}

}  // namespace tidings
