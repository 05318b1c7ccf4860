#include "mention/place/gazetteer_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include <nlohmann/json.hpp>

#include "mention/place/place_key.hpp"

namespace tidings::mention {

namespace {

constexpr std::size_t kLongestName = 255;
constexpr std::uint32_t kUseBits = 2;
constexpr std::uint32_t kUseMask = 3;

/// FNV-1a. The table is ours and read-only, so no key can be made to flood it after the build.
std::uint64_t key_hash(std::string_view key) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : key) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash ^ (hash >> 29U);
}

constexpr std::array<std::string_view, static_cast<std::size_t>(PlaceKind::Count)> kKindNames{
    "unknown", "continent", "country",  "region", "district", "city", "quarter",
    "area",    "water",     "mountain", "island", "site",     "road"};

}  // namespace

std::string_view to_string(PlaceKind kind) noexcept {
    const auto index = static_cast<std::size_t>(kind);
    return index < kKindNames.size() ? kKindNames[index] : kKindNames[0];
}

std::optional<PlaceKind> parse_place_kind(std::string_view name) noexcept {
    for (std::size_t i = 1; i < kKindNames.size(); ++i) {
        if (kKindNames[i] == name) return static_cast<PlaceKind>(i);
    }
    return std::nullopt;
}

GazetteerBuilder::PlaceNumber GazetteerBuilder::add(PlaceRecord record, std::string_view name) {
    name = name.substr(0, kLongestName);
    record.name = static_cast<std::uint32_t>(strings_.size());
    record.name_size = static_cast<std::uint16_t>(name.size());
    strings_ += name;
    records_.push_back(record);
    const auto number = static_cast<PlaceNumber>(records_.size() - 1);
    add_name(number, name, NameUse::Main);
    return number;
}

void GazetteerBuilder::add_name(PlaceNumber place, std::string_view name, NameUse use) {
    const std::string key = place_key(name.substr(0, kLongestName));
    if (key.empty()) return;
    std::vector<std::uint32_t>& list = postings_[key];
    const bool known = std::any_of(list.begin(), list.end(), [place](std::uint32_t posting) {
        return posting >> kUseBits == place;
    });
    if (!known) list.push_back(place << kUseBits | static_cast<std::uint32_t>(use));
}

bool GazetteerBuilder::knows(std::string_view name) const {
    return postings_.contains(place_key(name.substr(0, kLongestName)));
}

language::ModelFileWriter GazetteerBuilder::finish() {
    std::vector<PlaceNumber> order(records_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [this](PlaceNumber a, PlaceNumber b) {
        return records_[a].geonames_id < records_[b].geonames_id;
    });
    std::vector<PlaceRecord> records;
    std::vector<PlaceNumber> moved(records_.size());
    for (const PlaceNumber number : order) {
        moved[number] = static_cast<PlaceNumber>(records.size());
        records.push_back(records_[number]);
    }
    std::vector<std::string> names;
    names.reserve(postings_.size());
    for (const auto& [key, list] : postings_) names.push_back(key);
    std::sort(names.begin(), names.end());
    std::vector<GazetteerIndex::Key> keys;
    std::vector<std::uint32_t> postings;
    std::vector<std::uint32_t> slots(std::bit_ceil(names.size() * 2 + 2), 0U);
    for (const std::string& key : names) {
        std::vector<std::uint32_t> list = postings_[key];
        for (std::uint32_t& posting : list) {
            posting = moved[posting >> kUseBits] << kUseBits | (posting & kUseMask);
        }
        std::stable_sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
            return records[a >> kUseBits].population > records[b >> kUseBits].population;
        });
        std::size_t slot = key_hash(key) & (slots.size() - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
        keys.push_back(
            {static_cast<std::uint32_t>(strings_.size()), static_cast<std::uint32_t>(key.size()),
             static_cast<std::uint32_t>(postings.size()), static_cast<std::uint32_t>(list.size())});
        slots[slot] = static_cast<std::uint32_t>(keys.size());
        strings_ += key;
        postings.insert(postings.end(), list.begin(), list.end());
    }
    language::ModelFileWriter writer;
    writer.add_array("places", std::span<const PlaceRecord>(records));
    writer.add_array("keys", std::span<const GazetteerIndex::Key>(keys));
    writer.add_array("slots", std::span<const std::uint32_t>(slots));
    writer.add_array("postings", std::span<const std::uint32_t>(postings));
    writer.add("strings", strings_);
    return writer;
}

Result<GazetteerIndex> GazetteerIndex::open(const std::string& path, bool verify_checksum) {
    auto file = language::ModelFile::open(path, verify_checksum);
    if (!file) return tl::unexpected<Error>(file.error());
    auto index = check(std::move(*file));
    if (!index && index.error().file.empty()) index.error().file = path;
    return index;
}

Result<GazetteerIndex> GazetteerIndex::from_bytes(const std::string& bytes, std::string name) {
    auto file = language::ModelFile::from_bytes(bytes, std::move(name));
    if (!file) return tl::unexpected<Error>(file.error());
    return check(std::move(*file));
}

Result<GazetteerIndex> GazetteerIndex::check(language::ModelFile file) {
    const nlohmann::json& header = file.header();
    if (!header.is_object() || header.value("kind", nlohmann::json()) != kFileKind) {
        return fail(ErrorKind::Config, "this is no gazetteer", {},
                    "run `tidings gazetteer install`");
    }
    if (header.value("format", nlohmann::json()) != kFormat) {
        return fail(ErrorKind::Config, "the gazetteer is of another version", {},
                    "run `tidings gazetteer install` again");
    }
    GazetteerIndex index(std::move(file));
    const auto records = index.file_.array<PlaceRecord>("places");
    const auto keys = index.file_.array<Key>("keys");
    const auto slots = index.file_.array<std::uint32_t>("slots");
    const auto postings = index.file_.array<std::uint32_t>("postings");
    const auto strings = index.file_.section("strings");
    if (!records) return tl::unexpected<Error>(records.error());
    if (!keys) return tl::unexpected<Error>(keys.error());
    if (!slots) return tl::unexpected<Error>(slots.error());
    if (!postings) return tl::unexpected<Error>(postings.error());
    if (!strings) return tl::unexpected<Error>(strings.error());
    if (!std::has_single_bit(slots->size())) {
        return fail(ErrorKind::Config, "section slots has a broken size");
    }
    index.records_ = *records;
    index.keys_ = *keys;
    index.slots_ = *slots;
    index.postings_ = *postings;
    index.strings_ = *strings;
    return index;
}

std::string_view GazetteerIndex::text(std::uint32_t at, std::uint32_t size) const noexcept {
    if (at > strings_.size() || size > strings_.size() - at) return {};
    return strings_.substr(at, size);
}

std::string_view GazetteerIndex::name(const PlaceRecord& place) const noexcept {
    return text(place.name, place.name_size);
}

void GazetteerIndex::find(std::string_view key, std::size_t limit,
                          std::vector<PlaceEntry>& found) const {
    constexpr int kLongestProbe = 256;  // a damaged table may have no free slot
    if (key.empty()) return;
    std::size_t slot = key_hash(key) & (slots_.size() - 1);
    for (int probe = 0; probe < kLongestProbe; ++probe, slot = (slot + 1) & (slots_.size() - 1)) {
        const std::uint32_t number = slots_[slot];
        if (number == 0 || number > keys_.size()) return;
        const Key& entry = keys_[number - 1];
        if (text(entry.text, entry.size) != key) continue;
        for (std::uint32_t i = 0; i < entry.count && i < limit; ++i) {
            const std::uint64_t at = std::uint64_t{entry.first} + i;
            if (at >= postings_.size()) return;
            const std::uint32_t place = postings_[at] >> kUseBits;
            const std::uint32_t use = postings_[at] & kUseMask;
            if (place >= records_.size()) continue;
            found.push_back({&records_[place], static_cast<NameUse>(use)});
        }
        return;
    }
}

const PlaceRecord* GazetteerIndex::by_id(std::uint32_t geonames_id) const noexcept {
    if (geonames_id == 0) return nullptr;
    const auto found = std::lower_bound(
        records_.begin(), records_.end(), geonames_id,
        [](const PlaceRecord& place, std::uint32_t id) { return place.geonames_id < id; });
    return found != records_.end() && found->geonames_id == geonames_id ? &*found : nullptr;
}

}  // namespace tidings::mention
