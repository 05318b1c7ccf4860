// A response of an archive, chunked and packed in any way; a body within its limit.
#include "ingest/http_response.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kLimit = 1 << 16;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto response = tidings::ingest::read_http_response(bytes, kLimit);
    if (response.body.size() > kLimit) std::abort();
    return 0;
}
