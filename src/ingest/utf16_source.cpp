#include "ingest/utf16_source.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace tidings::ingest {
namespace {

constexpr std::size_t kNarrowChunk = std::size_t{64} << 10U;

class Utf16Source final : public ByteSource {
  public:
    Utf16Source(std::unique_ptr<ByteSource> wide, ByteOrder order, std::uint64_t& replaced)
        : wide_(std::move(wide)), decoder_(order), replaced_(replaced), chunk_(kNarrowChunk) {}

    Result<std::size_t> read(char* out, std::size_t capacity) override {
        while (given_ == text_.size() && !ended_) {
            if (Status status = refill(); !status) return tl::unexpected<Error>(status.error());
        }
        const std::size_t count = std::min(capacity, text_.size() - given_);
        if (count > 0) std::memcpy(out, text_.data() + given_, count);
        given_ += count;
        return count;
    }

  private:
    Status refill() {
        text_.clear();
        given_ = 0;
        Result<std::size_t> got = wide_->read(chunk_.data(), chunk_.size());
        if (!got) {
            ended_ = true;
            return tl::unexpected<Error>(std::move(got.error()));
        }
        decoder_.append({chunk_.data(), *got}, text_);
        if (*got == 0 && !wide_->next_part()) {
            decoder_.finish(text_);
            ended_ = true;
        }
        replaced_ = decoder_.replaced();
        return {};
    }

    std::unique_ptr<ByteSource> wide_;
    Utf16Decoder decoder_;
    std::uint64_t& replaced_;
    std::vector<char> chunk_;
    std::string text_;
    std::size_t given_ = 0;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> utf16_source(std::unique_ptr<ByteSource> wide, ByteOrder order,
                                         std::uint64_t& replaced) {
    return std::make_unique<Utf16Source>(std::move(wide), order, replaced);
}

}  // namespace tidings::ingest
