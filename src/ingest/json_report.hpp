// One JSON object to one document.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <tidings/error.hpp>
#include <tidings/ingest.hpp>

#include "ingest/field_map.hpp"

namespace tidings::ingest {

/// Where an object stands, for messages and for the id it gets where it has none.
struct JsonPlace {
    std::string source_name;
    std::string fallback_id;
    std::uint32_t line = 1;  ///< 1-based line of the object's first byte
};

/// Reads objects with the fields of a report under the names of a FieldMap; what else stands in
/// them is ignored. Keeps its scratch memory between calls; not thread-safe.
class JsonReportReader {
  public:
    JsonReportReader(const FieldMap& fields, const IngestLimits& limits);
    ~JsonReportReader();
    JsonReportReader(const JsonReportReader&) = delete;
    JsonReportReader& operator=(const JsonReportReader&) = delete;

    /// `object` is one JSON text with InputBuffer::kPadding readable bytes behind its end. Fails
    /// with line and column where it is no object, has no text, or the text is too long.
    [[nodiscard]] Result<Document> read(std::string_view object, const JsonPlace& place);
    /// The same without asking for a text. Fails where it is no object.
    [[nodiscard]] Result<FieldValues> read_values(std::string_view object, const JsonPlace& place);
    /// Which of its names gave the last document's text; 0 is the first.
    [[nodiscard]] std::uint32_t text_rank() const noexcept { return text_rank_; }
    /// Whether the last object was whole JSON, with or without a text.
    [[nodiscard]] bool was_json() const noexcept { return was_json_; }

  private:
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
    const FieldMap& fields_;
    const IngestLimits& limits_;
    std::uint32_t text_rank_ = 0;
    bool was_json_ = false;
};

}  // namespace tidings::ingest
