// One place as the gazetteer keeps it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tidings::mention {

enum class PlaceKind : std::uint8_t {
    Unknown,
    Continent,
    Country,
    Region,    ///< first administrative division: state, province
    District,  ///< second: county, parish, district
    City,      ///< any settlement
    Quarter,   ///< part of a settlement
    Area,      ///< a natural, historical or informal region
    Water,     ///< sea, river, lake, strait, canal
    Mountain,
    Island,
    Site,  ///< building, square, airport, base, crossing
    Road,
    Count
};

[[nodiscard]] std::string_view to_string(PlaceKind kind) noexcept;
[[nodiscard]] std::optional<PlaceKind> parse_place_kind(std::string_view name) noexcept;

/// Fixed layout: an array of these is a section of the index file.
struct PlaceRecord {
    std::uint32_t geonames_id = 0;  ///< 0 for none
    float lat = 0;                  ///< degrees north, WGS 84; kNoCoordinate for none
    float lon = 0;                  ///< degrees east
    std::uint32_t population = 0;
    std::uint32_t name = 0;         ///< offset into the strings
    std::uint32_t admin1 = 0;       ///< GeoNames id of the region it lies in, 0 for none or unknown
    std::uint32_t admin2 = 0;       ///< and of the district
    std::array<char, 4> country{};  ///< ISO 3166-1 alpha-3
    std::uint16_t name_size = 0;
    PlaceKind kind = PlaceKind::Unknown;
    std::uint8_t seat = 0;  ///< 1 national capital, 2 of a region, 3 of a district, 0 none

    static constexpr float kNoCoordinate = 1000;
    [[nodiscard]] bool located() const noexcept {
        return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;
    }
    [[nodiscard]] std::string_view country_code() const noexcept {
        return {country.data(), country[0] == '\0' ? 0U : 3U};
    }
};
static_assert(sizeof(PlaceRecord) == 36);

}  // namespace tidings::mention
