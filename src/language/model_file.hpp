// The converted model: one file of named, 64-byte aligned sections behind a JSON header.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <tidings/error.hpp>

namespace tidings::language {

/// Collects sections and writes them. Section bytes are copied.
class ModelFileWriter {
  public:
    void add(std::string name, std::string_view bytes);
    template <typename T>
    void add_array(std::string name, std::span<const T> values) {
        add(std::move(name),
            std::string_view(reinterpret_cast<const char*>(values.data()), values.size_bytes()));
    }
    /// The whole file as bytes: magic, format version, header, section table, sections, SHA-256.
    [[nodiscard]] std::string to_bytes(const nlohmann::json& header) const;
    /// Writes to `path` by way of a temporary file beside it.
    [[nodiscard]] Status write(const std::string& path, const nlohmann::json& header) const;

  private:
    std::vector<std::pair<std::string, std::string>> sections_;
};

/// A model file mapped into memory (or held as bytes). Immutable; views live as long as it does.
class ModelFile {
  public:
    [[nodiscard]] static Result<ModelFile> open(const std::string& path, bool verify_checksum);
    [[nodiscard]] static Result<ModelFile> from_bytes(const std::string& bytes, std::string name);
    ModelFile(ModelFile&&) noexcept;
    ModelFile& operator=(ModelFile&&) noexcept;
    ~ModelFile();

    [[nodiscard]] const nlohmann::json& header() const noexcept;
    /// The section's bytes; fails with ErrorKind::Config naming the section if it is not there.
    [[nodiscard]] Result<std::string_view> section(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const noexcept;
    /// The section as an array of T; fails if its size is not a multiple of sizeof(T).
    template <typename T>
    [[nodiscard]] Result<std::span<const T>> array(std::string_view name) const {
        auto bytes = section(name);
        if (!bytes) return tl::unexpected<Error>(bytes.error());
        if (bytes->size() % sizeof(T) != 0) {
            return fail(ErrorKind::Config, "section " + std::string(name) + " has a broken size");
        }
        return std::span<const T>(reinterpret_cast<const T*>(bytes->data()),
                                  bytes->size() / sizeof(T));
    }

  private:
    struct Impl;
    explicit ModelFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace tidings::language
