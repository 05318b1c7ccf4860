// Helpers of the ingest tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

#include <tidings/ingest.hpp>

#include "ingest/read_stream.hpp"

namespace tidings::ingest {

struct Collected {
    std::vector<Document> documents;
    std::vector<Error> errors;
};

inline Collected collect(std::string_view bytes, const InputName& name = {"in", "in", false},
                         const IngestLimits& limits = {}, std::size_t step = SIZE_MAX) {
    Collected found;
    read_stream(
        memory_source(bytes, step), name, limits,
        [&](Document&& document) {
            found.documents.push_back(std::move(document));
            return true;
        },
        [&](Error&& error) { found.errors.push_back(std::move(error)); });
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

}  // namespace tidings::ingest
