#include "language/model_file.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <system_error>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include "base/mapped_file.hpp"
#include "language/json_fields.hpp"

namespace tidings::language {
namespace {

constexpr std::string_view kMagic = "TDGMODEL";
constexpr std::uint32_t kFormatVersion = 1;
constexpr std::uint32_t kByteOrderMark = 0x01020304;
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kDigestSize = 32;
constexpr std::uint64_t kMaxSections = 4096;
constexpr std::uint64_t kMaxHeaderBytes = std::uint64_t{16} << 20U;

/// First 64 bytes of the file; all offsets are from the start of the file.
struct Preamble {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t byte_order = 0;
    std::uint64_t file_size = 0;
    std::uint64_t header_offset = 0;
    std::uint64_t header_size = 0;
    std::uint64_t table_offset = 0;
    std::uint64_t section_count = 0;
    std::uint64_t reserved = 0;
};
static_assert(sizeof(Preamble) == kAlignment);

struct SectionEntry {
    std::uint64_t name_offset = 0;
    std::uint64_t name_size = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

void pad(std::string& bytes) {
    bytes.resize((bytes.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
}

std::array<char, kDigestSize> sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1 ||
        size != kDigestSize) {
        throw std::runtime_error("libcrypto offers no SHA-256");
    }
    std::array<char, kDigestSize> result{};
    std::memcpy(result.data(), digest.data(), kDigestSize);
    return result;
}

constexpr std::string_view kMendHint = "install the model again: tidings model install NAME|PATH";

tl::unexpected<Error> broken(const std::string& name, std::string what) {
    return fail(ErrorKind::Config, std::move(what), name, std::string(kMendHint));
}

/// Bytes on a 64-byte boundary, for files that are not mapped.
class AlignedBytes {
  public:
    AlignedBytes() = default;
    explicit AlignedBytes(std::string_view bytes)
        : data_(static_cast<char*>(::operator new(bytes.size() + 1, std::align_val_t{kAlignment}))),
          size_(bytes.size()) {
        std::memcpy(data_.get(), bytes.data(), bytes.size());
    }
    [[nodiscard]] std::string_view view() const { return {data_.get(), size_}; }

  private:
    struct Free {
        void operator()(char* p) const { ::operator delete(p, std::align_val_t{kAlignment}); }
    };
    std::unique_ptr<char, Free> data_;
    std::size_t size_ = 0;
};

bool lies_within(std::uint64_t offset, std::uint64_t size, std::uint64_t end) {
    return offset <= end && size <= end - offset;
}

}  // namespace

void ModelFileWriter::add(std::string name, std::string_view bytes) {
    sections_.emplace_back(std::move(name), std::string(bytes));
}

std::string ModelFileWriter::to_bytes(const nlohmann::json& header) const {
    std::string bytes(sizeof(Preamble), '\0');
    Preamble preamble;
    std::memcpy(preamble.magic.data(), kMagic.data(), kMagic.size());
    preamble.version = kFormatVersion;
    preamble.byte_order = kByteOrderMark;
    preamble.section_count = sections_.size();

    const std::string header_text = json_text(header);
    preamble.header_offset = bytes.size();
    preamble.header_size = header_text.size();
    bytes += header_text;
    pad(bytes);

    std::vector<SectionEntry> table(sections_.size());
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        table[i].name_offset = bytes.size();
        table[i].name_size = sections_[i].first.size();
        bytes += sections_[i].first;
    }
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        pad(bytes);
        table[i].offset = bytes.size();
        table[i].size = sections_[i].second.size();
        bytes += sections_[i].second;
    }
    pad(bytes);
    preamble.table_offset = bytes.size();
    bytes.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(SectionEntry));
    preamble.file_size = bytes.size() + kDigestSize;
    std::memcpy(bytes.data(), &preamble, sizeof(preamble));
    const auto digest = sha256(bytes);
    bytes.append(digest.data(), digest.size());
    return bytes;
}

Status ModelFileWriter::write(const std::string& path, const nlohmann::json& header) const {
    const std::string bytes = to_bytes(header);
    const std::string temporary = fmt::format("{}.{}.tmp", path, ::getpid());
    {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) {
            std::error_code ignored;
            std::filesystem::remove(temporary, ignored);
            return fail(ErrorKind::Config, "cannot write the model file", path,
                        "check that the folder exists, is writable, and has room");
        }
    }
    std::error_code error;
    std::filesystem::rename(temporary, path, error);
    if (error) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        return fail(ErrorKind::Config, "cannot name the model file: " + error.message(), path);
    }
    return {};
}

struct ModelFile::Impl {
    std::string name;
    MappedFile mapped;
    AlignedBytes held;
    std::string_view bytes;
    nlohmann::json header;
    std::map<std::string, std::string_view, std::less<>> sections;

    Status read_preamble(Preamble& preamble) const;
    Status index(bool verify_checksum);
};

Status ModelFile::Impl::read_preamble(Preamble& preamble) const {
    if (bytes.size() < sizeof(Preamble) + kDigestSize) {
        return broken(name, "this is not a tidings model: the file is too short");
    }
    std::memcpy(&preamble, bytes.data(), sizeof(preamble));
    if (std::string_view(preamble.magic.data(), preamble.magic.size()) != kMagic) {
        return fail(ErrorKind::Config, "this is not a tidings model", name,
                    "convert a spaCy pipeline first: tidings model install PATH");
    }
    if (preamble.byte_order != kByteOrderMark) {
        return broken(name, "the model was converted on a machine of another byte order");
    }
    if (preamble.version != kFormatVersion) {
        return broken(name, fmt::format("the model has format version {}, this program reads {}",
                                        preamble.version, kFormatVersion));
    }
    if (preamble.file_size != bytes.size()) {
        return broken(name, fmt::format("the model is truncated: {} bytes instead of {}",
                                        bytes.size(), preamble.file_size));
    }
    return {};
}

Status ModelFile::Impl::index(bool verify_checksum) {
    Preamble preamble;
    if (auto status = read_preamble(preamble); !status) return status;
    const std::uint64_t end = bytes.size() - kDigestSize;
    if (verify_checksum) {
        const auto digest = sha256(bytes.substr(0, end));
        if (std::memcmp(digest.data(), bytes.data() + end, kDigestSize) != 0) {
            return broken(name, "the model's checksum does not match its content");
        }
    }
    if (preamble.header_size > kMaxHeaderBytes || preamble.section_count > kMaxSections ||
        !lies_within(preamble.header_offset, preamble.header_size, end) ||
        !lies_within(preamble.table_offset, preamble.section_count * sizeof(SectionEntry), end)) {
        return broken(name, "the model's section table is broken");
    }
    header = parse_json(bytes.substr(preamble.header_offset, preamble.header_size));
    if (!header.is_object()) return broken(name, "the model's header is broken");
    for (std::uint64_t i = 0; i < preamble.section_count; ++i) {
        SectionEntry entry;
        std::memcpy(&entry, bytes.data() + preamble.table_offset + i * sizeof(entry),
                    sizeof(entry));
        if (!lies_within(entry.name_offset, entry.name_size, end) ||
            !lies_within(entry.offset, entry.size, end) || entry.offset % kAlignment != 0) {
            return broken(name, "the model's section table is broken");
        }
        sections.emplace(bytes.substr(entry.name_offset, entry.name_size),
                         bytes.substr(entry.offset, entry.size));
    }
    return {};
}

Result<ModelFile> ModelFile::open(const std::string& path, bool verify_checksum) {
    auto mapped = MappedFile::open(path);
    if (!mapped) return tl::unexpected<Error>(std::move(mapped.error()));
    auto impl = std::make_unique<Impl>();
    impl->name = path;
    impl->mapped = std::move(*mapped);
    impl->bytes = impl->mapped.bytes();
    if (reinterpret_cast<std::uintptr_t>(impl->bytes.data()) % kAlignment != 0) {
        impl->held = AlignedBytes(impl->bytes);
        impl->bytes = impl->held.view();
    }
    if (auto status = impl->index(verify_checksum); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    return ModelFile(std::move(impl));
}

Result<ModelFile> ModelFile::from_bytes(const std::string& bytes, std::string name) {
    auto impl = std::make_unique<Impl>();
    impl->name = std::move(name);
    impl->held = AlignedBytes(bytes);
    impl->bytes = impl->held.view();
    if (auto status = impl->index(true); !status) {
        return tl::unexpected<Error>(std::move(status.error()));
    }
    return ModelFile(std::move(impl));
}

ModelFile::ModelFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ModelFile::ModelFile(ModelFile&&) noexcept = default;
ModelFile& ModelFile::operator=(ModelFile&&) noexcept = default;
ModelFile::~ModelFile() = default;

const nlohmann::json& ModelFile::header() const noexcept {
    return impl_->header;
}

bool ModelFile::has(std::string_view name) const noexcept {
    return impl_->sections.find(name) != impl_->sections.end();
}

Result<std::string_view> ModelFile::section(std::string_view name) const {
    const auto found = impl_->sections.find(name);
    if (found == impl_->sections.end()) {
        return broken(impl_->name, fmt::format("the model has no section {}", name));
    }
    return found->second;
}

}  // namespace tidings::language
