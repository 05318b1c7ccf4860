#include "ingest/field_map.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <tidings/text.hpp>

namespace tidings::ingest {
namespace {

struct Name {
    std::string_view name;
    Field field;
};

constexpr std::array<Name, kFields> kNames{
    Name{"id", Field::Id},
    Name{"text", Field::Text},
    Name{"title", Field::Title},
    Name{"published", Field::Published},
    Name{"modified", Field::Modified},
    Name{"url", Field::Url},
    Name{"authors", Field::Authors},
    Name{"publisher", Field::Publisher},
    Name{"section", Field::Section},
};

// Second names that the contract knows.
constexpr std::array<Name, 2> kOtherNames{
    Name{"event_text", Field::Text},
    Name{"date", Field::Published},
};

std::optional<Field> field_named(std::string_view name) {
    const auto found =
        std::find_if(kNames.begin(), kNames.end(), [&](const Name& n) { return n.name == name; });
    return found == kNames.end() ? std::nullopt : std::optional(found->field);
}

bool same_column(std::string_view a, std::string_view b) {
    return a == b || utf8::lower(a) == utf8::lower(b);
}

}  // namespace

FieldMap::FieldMap(const std::vector<FieldMapping>& mappings) {
    std::array<bool, kFields> mapped{};
    for (const FieldMapping& mapping : mappings) {
        const std::optional<Field> field = field_named(mapping.field);
        if (!field) continue;
        mapped[static_cast<std::size_t>(*field)] = true;
        entries_.push_back({*field, mapping.path});
    }
    const auto add = [&](const Name& name) {
        if (!mapped[static_cast<std::size_t>(name.field)]) {
            entries_.push_back({name.field, std::string(name.name)});
        }
    };
    std::for_each(kNames.begin(), kNames.end(), add);
    std::for_each(kOtherNames.begin(), kOtherNames.end(), add);
    text_is_mapped_ = mapped[static_cast<std::size_t>(Field::Text)];
}

FieldMap::Target FieldMap::target(std::size_t entry) const {
    const Field field = entries_[entry].field;
    const auto before = static_cast<std::uint32_t>(
        std::count_if(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(entry),
                      [field](const Entry& other) { return other.field == field; }));
    return {field, before};
}

std::optional<FieldMap::Target> FieldMap::find(std::string_view path) const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].path == path) return target(i);
    }
    return std::nullopt;
}

std::optional<FieldMap::Target> FieldMap::find_column(std::string_view name) const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (same_column(entries_[i].path, name)) return target(i);
    }
    return std::nullopt;
}

bool FieldMap::leads_on(std::string_view path) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.path.size() > path.size() && entry.path[path.size()] == '.' &&
               entry.path.starts_with(path);
    });
}

std::string FieldMap::text_names() const {
    std::string names;
    for (const Entry& entry : entries_) {
        if (entry.field != Field::Text) continue;
        if (!names.empty()) names += " or ";
        names += '"' + utf8::sanitize(entry.path) + '"';
    }
    return names;
}

void FieldValues::put(FieldMap::Target target, std::string value) {
    if (value.empty() && target.field != Field::Text) return;
    if (target.field == Field::Authors) return add(target, std::move(value));
    Slot& slot = slots_[static_cast<std::size_t>(target.field)];
    if (slot.filled && slot.rank < target.rank) return;
    slot = {std::move(value), target.rank, true};
}

void FieldValues::add(FieldMap::Target target, std::string value) {
    if (target.field != Field::Authors) {
        if (!slots_[static_cast<std::size_t>(target.field)].filled) put(target, std::move(value));
        return;
    }
    if (!authors_.empty() && authors_rank_ < target.rank) return;
    if (authors_rank_ != target.rank) authors_.clear();
    authors_rank_ = target.rank;
    for (const std::string_view part : split(value, ';')) {
        const std::string_view name = trim(part);
        if (!name.empty() && authors_.size() < kMostAuthors) authors_.emplace_back(name);
    }
}

Document FieldValues::take(std::string fallback_id) {
    Document document;
    document.bytes = std::move(value(Field::Text));
    document.uri = std::move(value(Field::Url));
    document.id = std::move(value(Field::Id));
    if (document.id.empty()) {
        document.id = document.uri.empty() ? std::move(fallback_id) : document.uri;
    }
    document.title = std::move(value(Field::Title));
    document.published = std::move(value(Field::Published));
    document.modified = std::move(value(Field::Modified));
    document.publisher = std::move(value(Field::Publisher));
    document.section = std::move(value(Field::Section));
    document.authors = std::move(authors_);
    document.media_type = MediaType::FieldText;
    return document;
}

}  // namespace tidings::ingest

namespace tidings {

const std::vector<std::string>& report_fields() {
    static const std::vector<std::string> kAll{
        "id", "text", "title", "published", "modified", "url", "authors", "publisher", "section"};
    return kAll;
}

}  // namespace tidings
