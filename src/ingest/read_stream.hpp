// One input stream to documents.
#pragma once

#include <memory>
#include <string>

#include <tidings/ingest.hpp>

#include "ingest/byte_source.hpp"

namespace tidings::ingest {

/// How an input is called.
struct InputName {
    std::string shown;   ///< in messages
    std::string stem;    ///< the id, or its first part
    bool table = false;  ///< by its name it holds many reports; empty content is then no report
};

/// Reads one input to its end, or until the sink returns false; returns what the sink said last.
bool read_stream(std::unique_ptr<ByteSource> source, const InputName& name,
                 const IngestLimits& limits, const DocumentSink& on_document,
                 const ErrorSink& on_error);

}  // namespace tidings::ingest
