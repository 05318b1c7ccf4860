#include "base/mapped_file.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tidings {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    [[nodiscard]] int get() const { return value_; }

  private:
    int value_;
};

tl::unexpected<Error> system_failure(ErrorKind kind, const std::string& what,
                                     const std::string& path, int number) {
    return fail(kind, what + ": " + std::generic_category().message(number), path);
}

Result<std::string> read_all(int descriptor, const std::string& path, ErrorKind kind) {
    std::string bytes;
    std::string buffer(std::size_t{1} << 16U, '\0');
    for (;;) {
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure(kind, "cannot read the file", path, errno);
        if (got == 0) return bytes;
        bytes.append(buffer, 0, static_cast<std::size_t>(got));
    }
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path, ErrorKind kind) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return system_failure(kind, "cannot open the file", path, errno);
    struct stat status{};
    if (::fstat(file.get(), &status) != 0) {
        return system_failure(kind, "cannot read the file", path, errno);
    }
    MappedFile result;
    if (S_ISREG(status.st_mode) && status.st_size > 0) {
        const auto size = static_cast<std::size_t>(status.st_size);
        void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
        if (address != MAP_FAILED) {
            result.data_ = static_cast<const char*>(address);
            result.size_ = size;
            result.mapped_ = true;
            return result;
        }
    }
    Result<std::string> bytes = read_all(file.get(), path, kind);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    char* copy = new char[bytes->size() + 1];
    std::memcpy(copy, bytes->c_str(), bytes->size() + 1);
    result.data_ = copy;
    result.size_ = bytes->size();
    return result;
}

MappedFile::~MappedFile() {
    if (data_ == nullptr) return;
    if (mapped_) {
        ::munmap(const_cast<char*>(data_), size_);
    } else {
        delete[] data_;
    }
}

void MappedFile::swap(MappedFile& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(mapped_, other.mapped_);
}

Result<std::string> read_file(const std::string& path, ErrorKind kind) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return system_failure(kind, "cannot open the file", path, errno);
    return read_all(file.get(), path, kind);
}

}  // namespace tidings
