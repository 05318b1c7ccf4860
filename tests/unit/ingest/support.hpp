// Helpers of the ingest tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>
#include <zstd.h>

#include <tidings/ingest.hpp>

#include "ingest/read_stream.hpp"

namespace tidings::ingest {

struct Collected {
    std::vector<Document> documents;
    std::vector<Error> errors;
    IngestCounts counts;
};

/// The messages of all errors, one a line.
inline std::string messages(const Collected& found) {
    std::string all;
    for (const Error& error : found.errors) {
        all += error.file + ':' + std::to_string(error.line) + ": " + error.message + '\n';
    }
    return all;
}

/// The ids of all documents, parted by spaces.
inline std::string ids(const Collected& found) {
    std::string all;
    for (const Document& document : found.documents) {
        if (!all.empty()) all += ' ';
        all += document.id;
    }
    return all;
}

inline Collected collect(std::string_view bytes, const InputName& name = {"in", "in", false},
                         const IngestLimits& limits = {}, std::size_t step = SIZE_MAX,
                         const std::vector<FieldMapping>& fields = {}) {
    Collected found;
    read_stream(
        memory_source(bytes, step), name, {limits, fields},
        [&](Document&& document) {
            found.documents.push_back(std::move(document));
            return true;
        },
        [&](Error&& error) { found.errors.push_back(std::move(error)); }, found.counts);
    return found;
}

inline std::string gzip(std::string_view bytes, int level = 6) {
    z_stream stream{};
    deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

inline std::string zstd(std::string_view bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
    return packed;
}

}  // namespace tidings::ingest
