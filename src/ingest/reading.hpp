// What the readers of all formats work on, and the readers: one a format.
#pragma once

#include <cstdint>
#include <string>

#include <tidings/ingest.hpp>

#include "ingest/field_map.hpp"
#include "ingest/input_buffer.hpp"

namespace tidings::ingest {

/// How an input is called.
struct InputName {
    std::string shown;   ///< in messages
    std::string stem;    ///< the id, or its first part
    bool table = false;  ///< by its name it holds many reports; empty content is then no report
};

/// One input while it is read.
struct Reading {
    InputBuffer& buffer;
    const InputName& name;
    const IngestLimits& limits;
    const FieldMap& fields;
    const DocumentSink& on_document;
    const ErrorSink& on_error;
    IngestCounts& counts;

    /// Tells of a failure; `line` 0 is the input as a whole. Reading may go on.
    void tell(std::string message, std::uint32_t line = 0, std::string hint = {}) const;
    /// Tells of a failure of the source itself (damaged gzip, a broken disk); false if none.
    bool tell_source_error() const;
    void skip_byte_order_mark() const;
    /// The id of item or line `number`, where it has none of its own.
    [[nodiscard]] std::string numbered_id(std::uint64_t number) const;
};

/// Reads an input to its end; false as soon as the sink of documents has said so.
using Reader = bool (*)(const Reading&);

bool read_plain_text(const Reading& reading);
bool read_page(const Reading& reading);
bool read_json_lines(const Reading& reading);  ///< also one object over several lines
bool read_json_array(const Reading& reading);
bool read_json_feed(const Reading& reading);
bool read_table(const Reading& reading);     ///< CSV, TSV
bool read_feed(const Reading& reading);      ///< RSS, Atom
bool read_petrarch(const Reading& reading);  ///< PETRARCH's XML
bool read_warc(const Reading& reading);

}  // namespace tidings::ingest
