// RSS and Atom.
#include "reader_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return tidings::ingest::fuzz_reader(tidings::ingest::read_feed, data, size);
}
