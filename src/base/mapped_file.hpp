// A file's bytes, mapped read-only where the system can.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tidings/error.hpp>

namespace tidings {

/// Owns the bytes of one file of our own (a model, a table). Regular files are mapped, everything
/// else is read whole. Not for hostile input: a mapped file that is cut short while it is read
/// ends the program. Movable; `bytes()` stays valid across moves.
class MappedFile {
  public:
    /// Fails with `kind` when the file cannot be opened or read.
    [[nodiscard]] static Result<MappedFile> open(const std::string& path,
                                                 ErrorKind kind = ErrorKind::Config);

    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept { swap(other); }
    MappedFile& operator=(MappedFile&& other) noexcept {
        swap(other);
        return *this;
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    /// Valid as long as this object or what it was moved to lives.
    [[nodiscard]] std::string_view bytes() const noexcept { return {data_, size_}; }

  private:
    void swap(MappedFile& other) noexcept;

    const char* data_ = nullptr;
    std::size_t size_ = 0;
    bool mapped_ = false;  // else data_ was allocated with new[]
};

/// The whole file as a string. Fails with `kind` when it cannot be read.
[[nodiscard]] Result<std::string> read_file(const std::string& path,
                                            ErrorKind kind = ErrorKind::Config);

}  // namespace tidings
