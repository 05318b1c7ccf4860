#include "ingest/decoder.hpp"

#include <algorithm>
#include <limits>
#include <new>

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

namespace tidings::ingest {
namespace {

using Step = Decoder::Step;

constexpr int kZlibWindow = 15;
constexpr int kGzipHeader = 16;  // added to the window: what zlib's interface asks for

class ZlibDecoder final : public Decoder {
  public:
    explicit ZlibDecoder(int window) : window_(window) {
        if (inflateInit2(&stream_, window) != Z_OK) throw std::bad_alloc();
    }
    ZlibDecoder(const ZlibDecoder&) = delete;
    ZlibDecoder& operator=(const ZlibDecoder&) = delete;
    ~ZlibDecoder() override { inflateEnd(&stream_); }

    Step run(std::string_view& in, char*& out, std::size_t& room) override {
        choose_wrapper(in);
        const auto bound = [](std::size_t size) {
            return static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
        };
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
        stream_.avail_in = bound(in.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out);
        stream_.avail_out = bound(room);
        const int code = inflate(&stream_, Z_NO_FLUSH);
        in.remove_prefix(reinterpret_cast<const char*>(stream_.next_in) - in.data());
        char* const reached = reinterpret_cast<char*>(stream_.next_out);
        room -= static_cast<std::size_t>(reached - out);
        out = reached;
        if (code == Z_STREAM_END) return Step::End;
        return code == Z_OK || code == Z_BUF_ERROR ? Step::More : Step::Damaged;
    }
    void reset() override { inflateReset(&stream_); }

  private:
    // A zlib stream begins with a byte of method 8 and a check; servers leave it out at times.
    void choose_wrapper(std::string_view in) {
        if (window_ != kZlibWindow || started_ || in.size() < 2) return;
        started_ = true;
        const auto first = static_cast<unsigned char>(in[0]);
        const auto second = static_cast<unsigned char>(in[1]);
        const bool zlib = (first & 0x0FU) == 8 && (first * 256U + second) % 31 == 0;
        if (!zlib) inflateReset2(&stream_, -kZlibWindow);
    }

    int window_;
    bool started_ = false;
    z_stream stream_{};
};

class ZstdDecoder final : public Decoder {
  public:
    ZstdDecoder() : stream_(ZSTD_createDStream()) {
        if (stream_ == nullptr) throw std::bad_alloc();
    }
    ZstdDecoder(const ZstdDecoder&) = delete;
    ZstdDecoder& operator=(const ZstdDecoder&) = delete;
    ~ZstdDecoder() override { ZSTD_freeDStream(stream_); }

    Step run(std::string_view& in, char*& out, std::size_t& room) override {
        ZSTD_inBuffer input{in.data(), in.size(), 0};
        ZSTD_outBuffer output{out, room, 0};
        const std::size_t code = ZSTD_decompressStream(stream_, &output, &input);
        in.remove_prefix(input.pos);
        out += output.pos;
        room -= output.pos;
        if (ZSTD_isError(code) != 0) return Step::Damaged;
        return code == 0 ? Step::End : Step::More;
    }
    void reset() override { ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only); }

  private:
    ZSTD_DStream* stream_;
};

class BrotliDecoder final : public Decoder {
  public:
    BrotliDecoder() { reset(); }
    BrotliDecoder(const BrotliDecoder&) = delete;
    BrotliDecoder& operator=(const BrotliDecoder&) = delete;
    ~BrotliDecoder() override { BrotliDecoderDestroyInstance(state_); }

    Step run(std::string_view& in, char*& out, std::size_t& room) override {
        std::size_t left = in.size();
        const auto* next_in = reinterpret_cast<const std::uint8_t*>(in.data());
        auto* next_out = reinterpret_cast<std::uint8_t*>(out);
        const BrotliDecoderResult code =
            BrotliDecoderDecompressStream(state_, &left, &next_in, &room, &next_out, nullptr);
        in.remove_prefix(in.size() - left);
        out = reinterpret_cast<char*>(next_out);
        if (code == BROTLI_DECODER_RESULT_SUCCESS) return Step::End;
        return code == BROTLI_DECODER_RESULT_ERROR ? Step::Damaged : Step::More;
    }
    void reset() override {
        BrotliDecoderDestroyInstance(state_);
        state_ = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
        if (state_ == nullptr) throw std::bad_alloc();
    }

  private:
    BrotliDecoderState* state_ = nullptr;
};

}  // namespace

std::string_view to_string(Packing packing) noexcept {
    switch (packing) {
        case Packing::Gzip:
            return "gzip";
        case Packing::Deflate:
            return "deflate";
        case Packing::Zstd:
            return "zstd";
        case Packing::Brotli:
            return "brotli";
    }
    return "";
}

std::unique_ptr<Decoder> make_decoder(Packing packing) {
    switch (packing) {
        case Packing::Gzip:
            return std::make_unique<ZlibDecoder>(kZlibWindow + kGzipHeader);
        case Packing::Deflate:
            return std::make_unique<ZlibDecoder>(kZlibWindow);
        case Packing::Zstd:
            return std::make_unique<ZstdDecoder>();
        case Packing::Brotli:
            break;
    }
    return std::make_unique<BrotliDecoder>();
}

Unpacked unpack(Packing packing, std::string_view packed, std::size_t limit) {
    const std::unique_ptr<Decoder> decoder = make_decoder(packing);
    Unpacked result;
    std::size_t used = 0;
    for (;;) {
        if (used == result.bytes.size()) {
            if (used > limit) {
                result.too_long = true;
                break;
            }
            result.bytes.resize(std::min(std::max<std::size_t>(used * 2, 64U << 10U), limit + 1));
        }
        char* out = result.bytes.data() + used;
        std::size_t room = result.bytes.size() - used;
        const std::size_t before = packed.size();
        const std::size_t room_before = room;
        const Step step = decoder->run(packed, out, room);
        used = result.bytes.size() - room;
        if (step == Step::Damaged) break;
        if (step == Step::End) {
            result.whole = true;
            if (packed.empty() || packing != Packing::Gzip) break;
            decoder->reset();  // another member
        }
        const bool stuck = packed.size() == before && room == room_before;
        if (stuck || (packed.empty() && room > 0)) break;
    }
    result.bytes.resize(std::min(used, limit));
    return result;
}

}  // namespace tidings::ingest
