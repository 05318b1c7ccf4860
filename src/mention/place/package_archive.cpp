#include "mention/place/package_archive.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <zlib.h>

namespace tidings::mention {

namespace {

/// Ends the inflation on every way out.
struct Inflater {
    z_stream stream{};
    bool ready = false;
    Inflater() {
        constexpr int kGzipWindow = 15 + 16;
        ready = inflateInit2(&stream, kGzipWindow) == Z_OK;
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() {
        if (ready) inflateEnd(&stream);
    }
};

/// A number in octal digits, as tar headers have it. UINT64_MAX where it is none.
std::uint64_t octal(std::string_view field) {
    std::uint64_t value = 0;
    for (const char c : field) {
        if (c == '\0' || c == ' ') continue;
        if (c < '0' || c > '7') return UINT64_MAX;
        value = value * 8 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

}  // namespace

Result<std::string> gunzip(std::string_view compressed, std::size_t limit) {
    Inflater inflater;
    if (!inflater.ready) return fail(ErrorKind::Config, "zlib cannot be set up");
    std::string out;
    std::array<char, 1 << 16> buffer{};
    inflater.stream.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));  // zlib reads it only
    inflater.stream.avail_in =
        static_cast<uInt>(std::min<std::size_t>(compressed.size(), UINT32_MAX));
    int status = Z_OK;
    while (status == Z_OK) {
        inflater.stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        inflater.stream.avail_out = buffer.size();
        status = inflate(&inflater.stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - inflater.stream.avail_out);
        if (out.size() > limit) {
            return fail(ErrorKind::Config, fmt::format("more than {} bytes when unpacked", limit));
        }
    }
    if (status != Z_STREAM_END) return fail(ErrorKind::Config, "the compressed data are damaged");
    return out;
}

Result<std::string_view> find_in_tar(std::string_view tar, std::string_view ending) {
    constexpr std::size_t kBlock = 512;
    constexpr std::size_t kNameSize = 100;
    constexpr std::size_t kSizeAt = 124;
    constexpr std::size_t kSizeSize = 12;
    for (std::size_t at = 0; tar.size() - at >= kBlock;) {
        const std::string_view header = tar.substr(at, kBlock);
        std::string_view name = header.substr(0, kNameSize);
        name = name.substr(0, name.find('\0'));
        const std::uint64_t size = octal(header.substr(kSizeAt, kSizeSize));
        const std::size_t left = tar.size() - at - kBlock;
        if (size > left) return fail(ErrorKind::Config, "the archive is damaged");
        if (!name.empty() && name.ends_with(ending)) return tar.substr(at + kBlock, size);
        const std::uint64_t padded = (size + kBlock - 1) / kBlock * kBlock;
        if (padded > left) break;
        at += kBlock + padded;
    }
    return fail(ErrorKind::Config, fmt::format("the archive holds no {}", ending));
}

}  // namespace tidings::mention
