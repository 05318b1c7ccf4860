// Any bytes as each of the packed formats: at most as much as is allowed, and the same bytes from
// a source that is read part by part, however they arrive.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ingest/byte_source.hpp"
#include "ingest/decoder.hpp"

using namespace tidings;
using namespace tidings::ingest;

namespace {

constexpr std::size_t kLimit = 1 << 18;

// All parts of a source, each behind where it begins; damage as a mark.
std::string read_parts(Packing packing, std::string_view bytes, std::size_t step) {
    const auto source = unpacking_source(memory_source(bytes, step), packing, "fuzz");
    std::string told;
    char piece[1024];
    do {
        told += '@' + std::to_string(source->part_offset()) + ':';
        for (;;) {
            const Result<std::size_t> got = source->read(piece, sizeof piece);
            if (!got) told += '!';
            if (!got || *got == 0) break;
            told.append(piece, *got);
        }
    } while (told.size() < kLimit && source->next_part());
    return told;
}

}  // namespace

// The first byte chooses the format.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    constexpr Packing kPackings[]{Packing::Gzip, Packing::Zstd, Packing::Deflate, Packing::Brotli};
    const Packing packing = kPackings[data[0] % 4U];
    if (unpack(packing, bytes, kLimit).bytes.size() > kLimit) std::abort();
    if (packing == Packing::Deflate || packing == Packing::Brotli) return 0;
    const std::string whole = read_parts(packing, bytes, SIZE_MAX);
    // Of a damaged frame that it has as a whole, zstd gives nothing.
    if (packing == Packing::Zstd && whole.find('!') != std::string::npos) return 0;
    if (size < 4096 && whole.size() < kLimit && read_parts(packing, bytes, 7) != whole) {
        std::abort();
    }
    return 0;
}
