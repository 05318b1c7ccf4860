// Ingest: bytes from files, folders and standard input to documents.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <tidings/error.hpp>

namespace tidings {

enum class MediaType : std::uint8_t { PlainText, JsonReport, Html };

/// One input report as it was found: its bytes and what is known from where it lay. For a line of
/// JSON Lines the known fields are already taken out of the object and `bytes` is its text.
struct Document {
    std::string bytes;              ///< the text's own bytes, encoding not yet checked
    std::string source_name;        ///< for messages: file name, or "standard input"
    std::uint32_t source_line = 0;  ///< 1-based line in the source for JSON Lines, else 0
    std::string id;                 ///< as the contract says: the input's own id, else file stem
    std::string uri;                ///< URL if the input names one
    std::string title;              ///< only if given outside the text
    std::string published;          ///< as given, not yet normalised
    std::string charset;            ///< of an HTML page: as its HTTP header says; empty if unknown
    MediaType media_type = MediaType::PlainText;
};

/// Limits against hostile input. An input above one is refused with an Error, the run goes on.
struct IngestLimits {
    std::size_t max_document_bytes = std::size_t{2} << 20;  ///< one report's text
    std::size_t max_line_bytes = std::size_t{64} << 20;     ///< one line of JSON Lines
    std::size_t max_page_bytes = std::size_t{16} << 20;     ///< one HTML page
};

/// Receives documents in input order; returns false to stop reading.
using DocumentSink = std::function<bool(Document&&)>;
/// Receives what could not be read; reading goes on behind it.
using ErrorSink = std::function<void(Error&&)>;

/// Reads every path in order: `-` is standard input, a folder is walked in name order (hidden files
/// are passed over), and the kind of each input is told by its content. Memory is bounded by the
/// limits whatever the input's size. Not thread-safe on the same sinks.
void read_documents(const std::vector<std::string>& paths, const IngestLimits& limits,
                    const DocumentSink& on_document, const ErrorSink& on_error);

}  // namespace tidings
