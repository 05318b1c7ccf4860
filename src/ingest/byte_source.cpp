#include "ingest/byte_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

namespace tidings::ingest {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10U;
constexpr std::uint64_t kFreeExpansion = std::uint64_t{256} << 20U;
constexpr std::uint64_t kMaxExpansion = 200;  // text packs 3 to 10 fold, logs of repeats 100 fold

class FileSource final : public ByteSource {
  public:
    FileSource(int descriptor, std::string name, bool owned)
        : descriptor_(descriptor), name_(std::move(name)), owned_(owned) {}
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() override {
        if (owned_) ::close(descriptor_);
    }

    Result<std::size_t> read(char* out, std::size_t capacity) override {
        for (;;) {
            const ssize_t got = ::read(descriptor_, out, capacity);
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno == EINTR) continue;
            return fail(ErrorKind::Input,
                        "cannot read the input: " + std::generic_category().message(errno), name_);
        }
    }

  private:
    int descriptor_;
    std::string name_;
    bool owned_;
};

class MemorySource final : public ByteSource {
  public:
    MemorySource(std::string_view bytes, std::size_t step) : bytes_(bytes), step_(step) {}

    Result<std::size_t> read(char* out, std::size_t capacity) override {
        const std::size_t count = std::min({capacity, step_, bytes_.size() - pos_});
        if (count > 0) std::memcpy(out, bytes_.data() + pos_, count);
        pos_ += count;
        return count;
    }

  private:
    std::string bytes_;
    std::size_t step_;
    std::size_t pos_ = 0;
};

class GzipSource final : public ByteSource {
  public:
    GzipSource(std::unique_ptr<ByteSource> packed, std::string name)
        : packed_(std::move(packed)), name_(std::move(name)), input_(kChunk) {
        // 15 bits of window, 16 for the gzip header.
        if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;
    ~GzipSource() override { inflateEnd(&stream_); }

    Result<std::size_t> read(char* out, std::size_t capacity) override {
        if (done_ || capacity == 0) return std::size_t{0};
        stream_.next_out = reinterpret_cast<Bytef*>(out);
        stream_.avail_out = static_cast<uInt>(std::min(capacity, kChunk));
        const uInt wanted = stream_.avail_out;
        while (stream_.avail_out == wanted) {
            if (Status status = refill(); !status) return stop(std::move(status.error()));
            if (done_) break;
            const int code = inflate(&stream_, Z_NO_FLUSH);
            if (code == Z_STREAM_END) {
                between_members_ = true;
                if (inflateReset(&stream_) != Z_OK) return stop(damaged());
            } else if (code != Z_OK && code != Z_BUF_ERROR) {
                // Bytes behind the last member that are no gzip (padding) end the stream.
                if (between_members_ && members_ > 0) {
                    done_ = true;
                    break;
                }
                return stop(damaged());
            } else if (stream_.total_out > 0) {
                between_members_ = false;
            }
            if (between_members_ && code == Z_STREAM_END) ++members_;
        }
        const std::size_t count = wanted - stream_.avail_out;
        produced_ += count;
        if (produced_ > kFreeExpansion && produced_ / kMaxExpansion > consumed_) {
            return stop(
                Error{ErrorKind::Input,
                      fmt::format("the compressed data expands more than {}-fold", kMaxExpansion),
                      name_, 0, 0, "", "unpack it first if it is meant to be so"});
        }
        return count;
    }

  private:
    Status refill() {
        if (stream_.avail_in > 0) return {};
        Result<std::size_t> got = packed_->read(input_.data(), input_.size());
        if (!got) return tl::unexpected<Error>(std::move(got.error()));
        if (*got == 0) {
            if (!between_members_) return tl::unexpected<Error>(damaged());
            done_ = true;
            return {};
        }
        consumed_ += *got;
        stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
        stream_.avail_in = static_cast<uInt>(*got);
        return {};
    }

    [[nodiscard]] Error damaged() const {
        return Error{ErrorKind::Input,
                     "the gzip data is damaged or cut off",
                     name_,
                     0,
                     0,
                     "",
                     "test the file with `gzip -t`"};
    }

    tl::unexpected<Error> stop(Error error) {
        done_ = true;
        return tl::unexpected<Error>(std::move(error));
    }

    std::unique_ptr<ByteSource> packed_;
    std::string name_;
    std::vector<char> input_;
    z_stream stream_{};
    std::uint64_t consumed_ = 0;
    std::uint64_t produced_ = 0;
    std::uint64_t members_ = 0;
    bool between_members_ = false;
    bool done_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_source(const std::string& path, const std::string& name) {
    if (path == "-") return std::make_unique<FileSource>(STDIN_FILENO, name, false);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        const int number = errno;
        return fail(ErrorKind::Input,
                    "cannot open the file: " + std::generic_category().message(number), name);
    }
    return std::make_unique<FileSource>(descriptor, name, true);
}

std::unique_ptr<ByteSource> memory_source(std::string_view bytes, std::size_t step) {
    return std::make_unique<MemorySource>(bytes, std::max<std::size_t>(step, 1));
}

std::unique_ptr<ByteSource> gzip_source(std::unique_ptr<ByteSource> packed, std::string name) {
    return std::make_unique<GzipSource>(std::move(packed), std::move(name));
}

}  // namespace tidings::ingest
