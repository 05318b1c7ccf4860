// Which field of a report stands under which name.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tidings/ingest.hpp>

namespace tidings::ingest {

enum class Field : std::uint8_t {
    Id,
    Text,
    Title,
    Published,
    Modified,
    Url,
    Authors,
    Publisher,
    Section,
};
inline constexpr std::size_t kFields = 9;
inline constexpr std::size_t kMostAuthors = 64;  // of a report

/// Names of fields; of several names for one field the first that has a value counts. Immutable.
class FieldMap {
  public:
    struct Entry {
        Field field;
        std::string path;
    };
    struct Target {
        Field field;
        std::uint32_t rank;  ///< 0 is the first name of the field
    };

    /// The contract's names, replaced field by field where `mappings` has the field. Fields that
    /// are none are ignored.
    explicit FieldMap(const std::vector<FieldMapping>& mappings = {});
    explicit FieldMap(std::vector<Entry> entries) : entries_(std::move(entries)) {}

    [[nodiscard]] std::optional<Target> find(std::string_view path) const;
    /// The same without regard to case: columns of a table.
    [[nodiscard]] std::optional<Target> find_column(std::string_view name) const;
    /// Whether `path` and a dot begin a name.
    [[nodiscard]] bool leads_on(std::string_view path) const;
    /// Whether the user gave the name of the text: then it need not look like a name.
    [[nodiscard]] bool text_is_mapped() const noexcept { return text_is_mapped_; }
    /// The names of the text, for messages: `"text" or "event_text"`.
    [[nodiscard]] std::string text_names() const;

  private:
    [[nodiscard]] Target target(std::size_t entry) const;

    std::vector<Entry> entries_;
    bool text_is_mapped_ = false;
};

/// What one object or row gives for the fields.
class FieldValues {
  public:
    /// Keeps a value unless a better name gave one. Empty values count only for the text.
    void put(FieldMap::Target target, std::string value);
    /// One more of a field that may have several: authors; of the others the first counts.
    void add(FieldMap::Target target, std::string value);

    [[nodiscard]] bool has_text() const { return slot(Field::Text).filled; }
    [[nodiscard]] std::uint32_t text_rank() const { return slot(Field::Text).rank; }
    [[nodiscard]] std::size_t text_bytes() const { return slot(Field::Text).value.size(); }

    /// Moves the values into a document; its id is the own id, else the URL, else `fallback_id`.
    [[nodiscard]] Document take(std::string fallback_id);

  private:
    struct Slot {
        std::string value;
        std::uint32_t rank = 0;
        bool filled = false;
    };
    [[nodiscard]] const Slot& slot(Field field) const {
        return slots_[static_cast<std::size_t>(field)];
    }
    std::string& value(Field field) { return slots_[static_cast<std::size_t>(field)].value; }

    std::array<Slot, kFields> slots_;
    std::vector<std::string> authors_;
    std::uint32_t authors_rank_ = 0;
};

}  // namespace tidings::ingest
