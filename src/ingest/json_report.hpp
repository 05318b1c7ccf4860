// One JSON object to one document.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <tidings/error.hpp>
#include <tidings/ingest.hpp>

namespace tidings::ingest {

/// Where an object stands, for messages and for the id it gets where it has none.
struct JsonPlace {
    std::string source_name;
    std::string fallback_id;
    std::uint32_t line = 1;  ///< 1-based line of the object's first byte
};

/// Reads objects with the fields {"id"?, "text" or "event_text", "title"?, "published" or "date"?,
/// "url"?}; others are ignored. Keeps its scratch memory between calls; not thread-safe.
class JsonReportReader {
  public:
    explicit JsonReportReader(const IngestLimits& limits);
    ~JsonReportReader();
    JsonReportReader(const JsonReportReader&) = delete;
    JsonReportReader& operator=(const JsonReportReader&) = delete;

    /// `object` is one JSON text with InputBuffer::kPadding readable bytes behind its end. Fails
    /// with line and column where it is no object, has no text, or the text is too long.
    [[nodiscard]] Result<Document> read(std::string_view object, const JsonPlace& place);

  private:
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
    IngestLimits limits_;
};

}  // namespace tidings::ingest
