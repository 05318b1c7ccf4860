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

// So much of a part is kept in case that it is damaged; pages of archives are far smaller.
constexpr std::size_t kMostKept = std::size_t{4} << 20U;

// How many bytes at the start of a part tell that it is one.
constexpr std::size_t kMagicBytes = 4;

bool begins_part(Packing packing, std::string_view bytes) {
    // gzip's magic, and deflate, the one method there is, with flags that are in use.
    if (packing == Packing::Gzip) {
        return bytes.starts_with("\x1F\x8B\x08") && static_cast<unsigned char>(bytes[3]) < 0x20;
    }
    const bool skippable = (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0x50 &&
                           bytes.substr(1).starts_with("\x2A\x4D\x18");
    return skippable || bytes.starts_with("\x28\xB5\x2F\xFD");
}

class UnpackingSource final : public ByteSource {
  public:
    UnpackingSource(std::unique_ptr<ByteSource> packed, Packing packing, std::string name)
        : packed_(std::move(packed)),
          packing_(packing),
          name_(std::move(name)),
          decoder_(make_decoder(packing)),
          buffer_(kChunk) {}

    Result<std::size_t> read(char* out, std::size_t capacity) override {
        if (damage_ahead_) return stop(damaged());
        char* to = out;
        std::size_t room = std::min(capacity, kChunk);
        const std::size_t wanted = room;
        while (!part_ended_ && room == wanted && room > 0) {
            if (Status status = refill(); !status) return stop(std::move(status.error()));
            if (input_.empty()) return stop(damaged());
            const std::string_view before = input_;
            const Decoder::Step step = decoder_->run(input_, to, room);
            keep(before.substr(0, before.size() - input_.size()));
            if (step == Decoder::Step::Damaged) {
                damage_ahead_ = true;  // told after what came before it
                if (room == wanted) return stop(damaged());
            }
            part_ended_ = step == Decoder::Step::End;
        }
        const std::size_t count = wanted - room;
        produced_ += count;
        if (produced_ > kFreeExpansion && produced_ / kMaxExpansion > consumed_) {
            finished_ = true;
            return stop(
                Error{ErrorKind::Input,
                      fmt::format("the compressed data expands more than {}-fold", kMaxExpansion),
                      name_, 0, 0, "", "unpack it first if it is meant to be so"});
        }
        return count;
    }

    // Behind a whole part the next one follows, or zero bytes that pad the file; anything else is a
    // damaged part. Behind a damaged part the next one is searched for.
    bool next_part() override {
        while (!finished_ && !part_ended_) {  // what the reader did not want
            char rest[4096];
            if (const auto got = read(rest, sizeof rest); !got) break;
        }
        if (lost_) {
            rewind();
            // A decoder may refuse a part before it takes a byte of it.
            if (position() == offset_ && !input_.empty()) input_.remove_prefix(1);
        }
        while (!finished_ && have(kMagicBytes)) {
            if (begins_part(packing_, input_)) {
                decoder_->reset();
                part_.clear();
                kept_whole_ = true;
                offset_ = position();
                part_ended_ = false;
                lost_ = false;
                return true;
            }
            if (!lost_) {
                const std::size_t padding = input_.find_first_not_of('\0');
                input_.remove_prefix(std::min(padding, input_.size()));
                if (padding != 0) continue;
                part_.clear();
                offset_ = position();
                part_ended_ = false;
                damage_ahead_ = true;
                return true;
            }
            const std::size_t next = input_.find(packing_ == Packing::Gzip ? '\x1F' : '\x28', 1);
            input_.remove_prefix(std::min(next, input_.size()));
        }
        finished_ = true;
        return false;
    }

    [[nodiscard]] std::uint64_t part_offset() const override { return offset_; }

  private:
    // Where in the file the unread bytes begin.
    [[nodiscard]] std::uint64_t position() const { return consumed_ - input_.size(); }

    // Reads more if nothing is left; at the end of the file nothing is left after it either.
    Status refill() {
        if (!input_.empty()) return {};
        Result<std::size_t> got = packed_->read(buffer_.data(), buffer_.size());
        if (!got) {
            finished_ = true;
            return tl::unexpected<Error>(std::move(got.error()));
        }
        consumed_ += *got;
        input_ = {buffer_.data(), *got};
        return {};
    }

    // Whether `count` unread bytes can be had.
    bool have(std::size_t count) {
        while (input_.size() < count) {
            std::memmove(buffer_.data(), input_.data(), input_.size());
            const Result<std::size_t> got =
                packed_->read(buffer_.data() + input_.size(), buffer_.size() - input_.size());
            if (!got || *got == 0) return false;
            consumed_ += *got;
            input_ = {buffer_.data(), input_.size() + *got};
        }
        return true;
    }

    void keep(std::string_view taken) {
        if (part_.size() + taken.size() <= kMostKept) {
            part_ += taken;
        } else {
            part_.clear();
            part_.shrink_to_fit();
            kept_whole_ = false;
        }
    }

    // A part that is cut off ran on into the next one before that was noticed: back to its second
    // byte. What is read again is bounded by what is read.
    void rewind() {
        if (part_.empty() || !kept_whole_ || rewound_ + part_.size() > consumed_ + kMostKept) {
            part_.clear();
            return;
        }
        rewound_ += part_.size();
        part_ += input_;
        again_ = std::move(part_);
        part_.clear();
        input_ = std::string_view(again_).substr(1);
    }

    [[nodiscard]] Error damaged() const {
        return Error{ErrorKind::Input,
                     fmt::format("the {} data is damaged or cut off", to_string(packing_)),
                     name_,
                     0,
                     0,
                     "",
                     fmt::format("test the file with `{} -t`", to_string(packing_))};
    }

    tl::unexpected<Error> stop(Error error) {
        part_ended_ = true;
        lost_ = true;
        damage_ahead_ = false;
        return tl::unexpected<Error>(std::move(error));
    }

    std::unique_ptr<ByteSource> packed_;
    Packing packing_;
    std::string name_;
    std::unique_ptr<Decoder> decoder_;
    std::vector<char> buffer_;
    std::string_view input_;  // unread bytes, of the buffer or of what is read again
    std::string part_;        // packed bytes of this part that have been read
    std::string again_;
    std::uint64_t rewound_ = 0;
    bool kept_whole_ = true;
    std::uint64_t consumed_ = 0;
    std::uint64_t produced_ = 0;
    std::uint64_t offset_ = 0;
    bool part_ended_ = false;
    bool damage_ahead_ = false;
    bool lost_ = false;      // the part was damaged: where it ends is not known
    bool finished_ = false;  // there is nothing more to read
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

std::unique_ptr<ByteSource> unpacking_source(std::unique_ptr<ByteSource> packed, Packing packing,
                                             std::string name) {
    return std::make_unique<UnpackingSource>(std::move(packed), packing, std::move(name));
}

}  // namespace tidings::ingest
