// Any bytes as an input: documents or errors, and the same ones however the bytes arrive.
#include "ingest/read_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <tidings/ingest.hpp>

#include "ingest/byte_source.hpp"

using namespace tidings;

namespace {

// All that a reader tells of an input, in one text.
std::string read_all(std::string_view bytes, std::size_t step) {
    std::string told;
    const IngestOptions options{{1 << 16, 1 << 16, 1 << 16, 1 << 16}, {}};
    IngestCounts counts;
    ingest::read_stream(
        ingest::memory_source(bytes, step), {"fuzz", "fuzz"}, options,
        [&](Document&& document) {
            told += document.id + '\t' + document.title + '\t' + document.bytes + '\n';
            return told.size() < (1 << 20);
        },
        [&](Error&& error) {
            if (told.size() < (1 << 20)) told += error.to_string() + '\n';
        },
        counts);
    return told;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string whole = read_all(bytes, SIZE_MAX);
    if (size < 4096 && read_all(bytes, 7) != whole) std::abort();
    return 0;
}
