// Names of places to places: a hash table in one block of bytes, mapped or in memory.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tidings/error.hpp>

#include "language/model_file.hpp"
#include "mention/place/place_record.hpp"

namespace tidings::mention {

/// How a name belongs to a place.
enum class NameUse : std::uint8_t {
    Main = 0,
    Alternate = 1,  ///< another language's, a former or a short name
    Demonym = 2,
    Abbreviation = 3  ///< *Va.*: counts only behind a town or a party
};

/// A place that a name may mean. Valid as long as the index.
struct PlaceEntry {
    const PlaceRecord* place = nullptr;
    NameUse use = NameUse::Main;
};

/// Collects places and names, and lays them out as the sections of a file.
class GazetteerBuilder {
  public:
    using PlaceNumber = std::uint32_t;
    /// `record.name` is filled in here; names longer than 255 bytes are cut.
    PlaceNumber add(PlaceRecord record, std::string_view name);
    /// Another name of a place. Names without a letter or digit, and repeated ones, are passed
    /// over.
    void add_name(PlaceNumber place, std::string_view name, NameUse use);
    [[nodiscard]] bool knows(std::string_view name) const;
    [[nodiscard]] PlaceRecord& record(PlaceNumber place) { return records_[place]; }
    [[nodiscard]] std::size_t size() const noexcept { return records_.size(); }

    [[nodiscard]] language::ModelFileWriter finish();

  private:
    std::vector<PlaceRecord> records_;
    std::string strings_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> postings_;  // key → place * 4 + use
};

/// Reads what the builder wrote. No byte of the file is trusted: whatever points outside is read as
/// absent. Immutable; shared by threads.
class GazetteerIndex {
  public:
    /// Opens an index file without reading it whole. Fails if it is no gazetteer of this version.
    [[nodiscard]] static Result<GazetteerIndex> open(const std::string& path, bool verify_checksum);
    [[nodiscard]] static Result<GazetteerIndex> from_bytes(const std::string& bytes,
                                                           std::string name);

    /// Appends the places that bear the name with this key (place_key), at most `limit`. Those with
    /// the most people come first.
    void find(std::string_view key, std::size_t limit, std::vector<PlaceEntry>& found) const;
    /// The place with this GeoNames id, or null.
    [[nodiscard]] const PlaceRecord* by_id(std::uint32_t geonames_id) const noexcept;
    [[nodiscard]] std::string_view name(const PlaceRecord& place) const noexcept;
    /// True if the record lies in this index.
    [[nodiscard]] bool owns(const PlaceRecord& place) const noexcept {
        return !records_.empty() && &place >= records_.data() &&
               &place < records_.data() + records_.size();
    }
    [[nodiscard]] std::size_t place_count() const noexcept { return records_.size(); }
    [[nodiscard]] std::size_t name_count() const noexcept { return keys_.size(); }
    /// The key of the n-th name, n < name_count(); empty where the file is damaged.
    [[nodiscard]] std::string_view key(std::size_t number) const noexcept {
        return text(keys_[number].text, keys_[number].size);
    }
    [[nodiscard]] const nlohmann::json& header() const noexcept { return file_.header(); }

    static constexpr std::string_view kFileKind = "gazetteer";
    static constexpr int kFormat = 1;

  private:
    /// A key in `keys`: where its text and its postings lie.
    struct Key {
        std::uint32_t text = 0;
        std::uint32_t size = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    friend class GazetteerBuilder;

    explicit GazetteerIndex(language::ModelFile file) : file_(std::move(file)) {}
    [[nodiscard]] static Result<GazetteerIndex> check(language::ModelFile file);
    [[nodiscard]] std::string_view text(std::uint32_t at, std::uint32_t size) const noexcept;

    language::ModelFile file_;
    std::span<const PlaceRecord> records_;  // ordered by GeoNames id
    std::span<const Key> keys_;
    std::span<const std::uint32_t> slots_;  // key number + 1, 0 for a free slot; a power of two
    std::span<const std::uint32_t> postings_;
    std::string_view strings_;
};

}  // namespace tidings::mention
