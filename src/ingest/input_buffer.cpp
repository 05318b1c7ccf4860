#include "ingest/input_buffer.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace tidings::ingest {
namespace {

constexpr std::size_t kBufferChunk = std::size_t{256} << 10U;

// First the bytes that were looked at already, then the rest of the source.
class PrefixedSource final : public ByteSource {
  public:
    PrefixedSource(std::string_view prefix, std::unique_ptr<ByteSource> rest)
        : prefix_(memory_source(prefix)), rest_(std::move(rest)) {}

    Result<std::size_t> read(char* out, std::size_t capacity) override {
        Result<std::size_t> got = prefix_->read(out, capacity);
        if (!got || *got > 0 || capacity == 0) return got;
        return rest_->read(out, capacity);
    }
    bool next_part() override { return rest_->next_part(); }
    [[nodiscard]] std::uint64_t part_offset() const override { return rest_->part_offset(); }

  private:
    std::unique_ptr<ByteSource> prefix_;
    std::unique_ptr<ByteSource> rest_;
};

}  // namespace

InputBuffer::InputBuffer(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)), bytes_(kBufferChunk + kPadding) {}

// Reads one chunk more. The unread bytes move to the front only when there is no room behind
// them, and the room doubles, so that every byte is moved a bounded number of times.
bool InputBuffer::fill() {
    if (ended_) return false;
    const std::size_t capacity = bytes_.size() - kPadding;
    if (end_ == capacity) {
        if (begin_ >= capacity / 2) {
            std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
            end_ -= begin_;
            begin_ = 0;
        } else {
            bytes_.resize(capacity * 2 + kPadding);
        }
    }
    Result<std::size_t> got = source_->read(bytes_.data() + end_, bytes_.size() - kPadding - end_);
    while (got && *got == 0 && !stop_at_parts_ && source_->next_part()) {
        got = source_->read(bytes_.data() + end_, bytes_.size() - kPadding - end_);
    }
    if (!got) error_ = std::move(got.error());
    if (!got || *got == 0) {
        ended_ = true;
        return false;
    }
    end_ += *got;
    return true;
}

std::string_view InputBuffer::peek(std::size_t count) {
    while (end_ - begin_ < count && fill()) {
    }
    return unread();
}

void InputBuffer::consume(std::size_t count) {
    count = std::min(count, end_ - begin_);
    consumed_ += count;
    begin_ += count;
    if (begin_ == end_) begin_ = end_ = 0;
}

std::uint64_t InputBuffer::skip(std::uint64_t count) {
    std::uint64_t skipped = 0;
    while (skipped < count && !peek(1).empty()) {
        const auto now =
            static_cast<std::size_t>(std::min<std::uint64_t>(count - skipped, unread().size()));
        consume(now);
        skipped += now;
    }
    return skipped;
}

void InputBuffer::stop_at_parts(bool stop) {
    // An end that was only a part's end is none any more.
    if (stop_at_parts_ && !stop && !error_) ended_ = false;
    stop_at_parts_ = stop;
}

bool InputBuffer::next_part() {
    begin_ = end_ = 0;
    consumed_ = 0;
    ended_ = !source_->next_part();
    error_.reset();
    return !ended_;
}

std::optional<InputBuffer::Line> InputBuffer::next_line(std::size_t limit) {
    std::size_t searched = 0;
    for (;;) {
        const std::string_view text = unread();
        const std::size_t at = text.find('\n', searched);
        if (at != std::string_view::npos) {
            consumed_ += at + 1;
            begin_ += at + 1;  // not consume(): the view must stay in place
            return Line{text.substr(0, std::min(at, limit)), at > limit};
        }
        searched = text.size();
        if (searched > limit) break;
        if (fill()) continue;
        if (unread().empty()) return std::nullopt;
        const std::string_view last = unread();
        consumed_ += last.size();
        begin_ = end_;
        return Line{last, false};
    }
    // Too long: drop what was read until the line ends; nothing of it is kept.
    for (;;) {
        const std::size_t at = unread().find('\n');
        if (at != std::string_view::npos) {
            consume(at + 1);
            break;
        }
        consume(unread().size());
        if (!fill()) break;
    }
    return Line{{}, true};
}

std::unique_ptr<ByteSource> InputBuffer::into_source() && {
    auto source = std::make_unique<PrefixedSource>(unread(), std::move(source_));
    begin_ = end_ = 0;
    ended_ = true;
    return source;
}

}  // namespace tidings::ingest
