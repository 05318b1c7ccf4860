// One input stream to documents.
#pragma once

#include <memory>

#include <tidings/ingest.hpp>

#include "ingest/byte_source.hpp"
#include "ingest/reading.hpp"

namespace tidings::ingest {

/// Tells what the input is by its content and reads it to its end, or until the sink returns
/// false; returns what the sink said last.
bool read_stream(std::unique_ptr<ByteSource> source, const InputName& name,
                 const IngestOptions& options, const DocumentSink& on_document,
                 const ErrorSink& on_error, IngestCounts& counts);

}  // namespace tidings::ingest
