#include "ingest/input_name.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <tidings/text.hpp>

namespace tidings::ingest {
namespace {

constexpr std::array<std::string_view, 5> kCompression{".gz", ".bz2", ".xz", ".zst", ".zip"};
constexpr std::array<std::string_view, 6> kTables{".jsonl", ".ndjson", ".json",
                                                  ".csv",   ".tsv",    ".warc"};
constexpr std::array<std::string_view, 10> kFormats{".txt", ".text", ".html", ".htm", ".xhtml",
                                                    ".xml", ".rss",  ".atom", ".md",  ".pdf"};

// Takes one of the suffixes off, unless nothing would be left.
bool strip_one(std::string& name, std::span<const std::string_view> suffixes) {
    const std::string lowered = utf8::lower(name);
    const auto found = std::find_if(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) {
        return lowered.size() > suffix.size() && lowered.ends_with(suffix);
    });
    if (found == suffixes.end() || name.size() <= found->size()) return false;
    name.resize(name.size() - found->size());
    return true;
}

std::string file_name(std::string_view path) {
    while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

}  // namespace

std::string input_stem(std::string_view path) {
    if (path == "-") return "stdin";
    std::string name = file_name(path);
    strip_one(name, kCompression);
    if (!strip_one(name, kFormats)) strip_one(name, kTables);
    return utf8::sanitize(name);
}

bool names_a_table(std::string_view path) {
    if (path == "-") return true;
    std::string name = file_name(path);
    strip_one(name, kCompression);
    return strip_one(name, kTables);
}

}  // namespace tidings::ingest
