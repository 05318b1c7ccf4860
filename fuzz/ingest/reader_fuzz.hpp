// Any bytes given to one reader: documents or errors, and the same ones however the bytes arrive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <tidings/ingest.hpp>

#include "ingest/byte_source.hpp"
#include "ingest/reading.hpp"

namespace tidings::ingest {

inline constexpr std::size_t kMostTold = 1 << 20;

/// All that a reader tells of an input, in one text. Bytes that begin like gzip are unpacked part
/// by part.
inline std::string read_with(Reader reader, std::string_view bytes, std::size_t step) {
    std::string told;
    const IngestLimits limits{1 << 14, 1 << 16, 1 << 16, 1 << 14};
    const FieldMap fields;
    const InputName name{"fuzz", "fuzz"};
    const DocumentSink on_document = [&](Document&& document) {
        told += document.id + '\t' + document.title + '\t' + document.bytes + '\t' + document.uri;
        for (const std::string& author : document.authors) told += '\t' + author;
        told += document.published + document.modified + document.section + '\n';
        return told.size() < kMostTold;
    };
    const ErrorSink on_error = [&](Error&& error) {
        if (told.size() < kMostTold) told += error.to_string() + '\n';
    };
    IngestCounts counts;
    InputBuffer buffer(memory_source(bytes, step));
    if (bytes.starts_with("\x1F\x8B")) {
        buffer =
            InputBuffer(unpacking_source(memory_source(bytes, step), Packing::Gzip, name.shown));
        buffer.stop_at_parts(true);
    }
    reader({buffer, name, limits, fields, on_document, on_error, counts});
    return told;
}

inline int fuzz_reader(Reader reader, const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string whole = read_with(reader, bytes, SIZE_MAX);
    if (size < 4096 && read_with(reader, bytes, 7) != whole) std::abort();
    return 0;
}

}  // namespace tidings::ingest
