// Ingest: bytes from files, folders and standard input to documents.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <tidings/error.hpp>

namespace tidings {

/// What a document's bytes are.
enum class MediaType : std::uint8_t {
    PlainText,     ///< a file of text
    FieldText,     ///< text out of a field: of a JSON object, a table's row, a feed's item
    Html,          ///< a page; it tells its own metadata
    HtmlFragment,  ///< the text of a feed's item: the metadata stands beside it
};

/// Whether a document is markup, to be read as a page.
[[nodiscard]] constexpr bool is_page(MediaType type) noexcept {
    return type == MediaType::Html || type == MediaType::HtmlFragment;
}

/// The record of a web archive that a page came from.
struct ArchiveRecord {
    std::string file;          ///< the archive, as it was named
    std::uint64_t offset = 0;  ///< bytes of the archive before the record (or its gzip member)
    std::string id;            ///< WARC-Record-ID
    std::string fetched;       ///< WARC-Date
};

/// One input report as it was found: its bytes and what is known from where it lay.
struct Document {
    std::string bytes;              ///< the text's own bytes, encoding not yet checked
    std::string source_name;        ///< for messages: file name, or "standard input"
    std::uint32_t source_line = 0;  ///< 1-based line in the source; 0 where the file is one report
    std::string id;                 ///< as the contract says: the input's own id, else file stem
    std::string uri;                ///< URL if the input names one
    std::string title;              ///< only if given outside the text
    std::vector<std::string> authors;  ///< the same
    std::string publisher;             ///< the same
    std::string section;               ///< of the paper, the same
    std::string published;             ///< as given, not yet normalised
    std::string modified;              ///< the same
    std::string charset;   ///< of an HTML page: as its HTTP header says; empty if unknown
    bool excerpt = false;  ///< the input holds only a summary of the report
    MediaType media_type = MediaType::PlainText;
    std::optional<ArchiveRecord> archive;
    std::vector<std::string> warnings;  ///< what was mended while it was read
};

/// Limits against hostile input. An input above one is refused with an Error, the run goes on.
struct IngestLimits {
    std::size_t max_document_bytes = std::size_t{2} << 20;  ///< one report's text
    std::size_t max_line_bytes = std::size_t{64} << 20;     ///< one JSON object, one JSON Feed
    std::size_t max_page_bytes = std::size_t{16} << 20;     ///< one HTML page
    std::size_t max_row_bytes = std::size_t{8} << 20;       ///< one row of a table
};

/// `--field text=body`: the report's field and where it stands. `path` is a column of a table, or
/// a key of a JSON object; keys inside keys are parted by dots. Fields that are not mapped stand
/// under their own names.
struct FieldMapping {
    std::string field;
    std::string path;
};

/// The fields of a report that a table or a JSON object can give, for messages and checks.
[[nodiscard]] const std::vector<std::string>& report_fields();

struct IngestOptions {
    IngestLimits limits;
    std::vector<FieldMapping> fields;
};

/// Counts of what was passed over without being a failure.
struct IngestCounts {
    std::uint64_t records_passed_over = 0;  ///< of web archives: no page (images, requests, ...)
};

/// Receives documents in input order; returns false to stop reading.
using DocumentSink = std::function<bool(Document&&)>;
/// Receives what could not be read; reading goes on behind it.
using ErrorSink = std::function<void(Error&&)>;

/// Reads every path in order: `-` is standard input, a folder is walked in name order (hidden files
/// are passed over), a pattern (`*.html`) that names no file stands for the files it matches, and
/// the kind of each input is told by its content. Memory is bounded by the limits whatever the
/// input's size. Not thread-safe on the same sinks. docs/inputs.md describes the formats.
IngestCounts read_documents(const std::vector<std::string>& paths, const IngestOptions& options,
                            const DocumentSink& on_document, const ErrorSink& on_error);

}  // namespace tidings
