// Reads data/gazetteer. Format: docs/places.md.

#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include <tidings/mention.hpp>
#include <tidings/text.hpp>

#include "base/tsv_table.hpp"
#include "mention/place/gazetteer.hpp"
#include "mention/place/place_key.hpp"
#include "mention/place/read_number.hpp"

namespace tidings {

namespace {

namespace fs = std::filesystem;
using mention::GazetteerBuilder;
using mention::GazetteerIndex;
using mention::NameUse;
using mention::PlaceKind;
using mention::PlaceRecord;
using mention::read_number;

/// Collects rows of all tables; what a row lacks stays at its default.
class TableReader {
  public:
    explicit TableReader(fs::path folder) : folder_(std::move(folder)) {}

    Status read_countries() {
        const auto table =
            TsvTable::load((folder_ / "countries.tsv").string(),
                           {{"iso2", "iso3", "geonames_id", "name", "lat", "lon", "population"},
                            {"area", "names", "demonyms", "abbreviations"}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            PlaceRecord record;
            record.kind = PlaceKind::Country;
            if (auto done = read_common(row, row["iso3"], record); !done) return done;
            const auto place = add(row, record);
            by_country_.emplace(std::string(row["iso3"]), place);
            country_ids_.emplace(std::string(row["iso3"]), record.geonames_id);
        }
        return {};
    }

    /// Countries' names and peoples stand in the actor tables already. What our own tables know by
    /// itself (*England*, *Scottish*) stays a place of its own.
    Status read_actor_countries(const fs::path& actors) {
        const auto table =
            TsvTable::load((actors / "countries.tsv").string(),
                           {{"iso3", "name", "names", "demonyms", "capital"}, {"seats"}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            const auto found = by_country_.find(std::string(row["iso3"]));
            if (found == by_country_.end()) continue;
            builder_.add_name(found->second, row["name"], NameUse::Main);
            add_names(found->second, row["names"], NameUse::Main);
            add_names(found->second, row["demonyms"], NameUse::Demonym);
        }
        return {};
    }

    /// A table of places of any kind.
    Status read_places(const fs::path& path) {
        const auto table =
            TsvTable::load(path.string(), {{"name", "kind"},
                                           {"geonames_id", "country", "admin1", "lat", "lon",
                                            "population", "names", "demonyms", "abbreviations"}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            PlaceRecord record;
            const auto kind = mention::parse_place_kind(row["kind"]);
            if (!kind) {
                return row.fail("kind", fmt::format("`{}` is no kind of place", row["kind"]),
                                "docs/places.md lists the kinds");
            }
            record.kind = *kind;
            if (auto done = read_common(row, row["country"], record); !done) return done;
            if (!row["admin1"].empty() && !read_number(row["admin1"], record.admin1)) {
                return row.fail("admin1", "this is no GeoNames id");
            }
            add(row, record);
        }
        return {};
    }

    Status read_generic_nouns(GazetteerData& data) const {
        const auto table = TsvTable::load((folder_ / "words" / "generic_nouns.tsv").string(),
                                          {{"noun", "kind", "where"}, {"alone"}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            mention::GenericNoun noun;
            const auto kind = mention::parse_place_kind(row["kind"]);
            if (!kind) return row.fail("kind", "no kind of place", "docs/places.md lists them");
            const std::string_view where = row["where"];
            if (where != "before" && where != "after" && where != "both") {
                return row.fail("where", "expected before, after or both");
            }
            noun.kind = *kind;
            noun.before = where != "after";
            noun.after = where != "before";
            noun.optional = row["alone"] == "yes";
            data.generics.emplace(std::string(row["noun"]), noun);
        }
        return {};
    }

    Status read_words(const char* name, std::unordered_set<std::string>& words) const {
        const auto table = TsvTable::load((folder_ / "words" / name).string(), {{"words"}, {}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            for (const std::string_view word : split(row["words"], '|')) {
                words.insert(mention::place_key(word));
            }
        }
        return {};
    }

    Status read_metonym_verbs(GazetteerData& data) const {
        const auto table = TsvTable::load((folder_ / "words" / "metonym_verbs.tsv").string(),
                                          {{"verb", "place", "example"}, {}});
        if (!table) return tl::unexpected<Error>(table.error());
        for (const TsvRow& row : table->rows()) {
            const std::string_view place = row["place"];
            if (place != "subject" && place != "object") {
                return row.fail("place", "expected subject or object");
            }
            const std::string_view example = row["example"];
            const std::size_t open = example.find('[');
            if (open == example.npos || example.find(']', open) == example.npos) {
                return row.fail("example", "the example marks no place",
                                "[Damascus] rejected the plan.");
            }
            (place == "subject" ? data.state_acts : data.addressing)
                .insert(std::string(row["verb"]));
        }
        return {};
    }

    Result<std::shared_ptr<GazetteerData>> finish() {
        const nlohmann::json header = {{"kind", GazetteerIndex::kFileKind},
                                       {"format", GazetteerIndex::kFormat}};
        auto index = GazetteerIndex::from_bytes(builder_.finish().to_bytes(header), "gazetteer");
        if (!index) return tl::unexpected<Error>(index.error());
        auto data = std::make_shared<GazetteerData>(std::move(*index));
        data->country_ids = std::move(country_ids_);
        return data;
    }

  private:
    static Status read_common(const TsvRow& row, std::string_view country, PlaceRecord& record) {
        if (!row["geonames_id"].empty() && !read_number(row["geonames_id"], record.geonames_id)) {
            return row.fail("geonames_id", "this is no GeoNames id");
        }
        if (!row["population"].empty() && !read_number(row["population"], record.population)) {
            return row.fail("population", "this is no number of people");
        }
        if (!country.empty() && country.size() != 3) {
            return row.fail("country", "expected an ISO 3166-1 alpha-3 code");
        }
        std::copy_n(country.begin(), country.size(), record.country.begin());
        record.lat = record.lon = PlaceRecord::kNoCoordinate;
        if (row["lat"].empty() && row["lon"].empty()) return {};
        if (!read_number(row["lat"], record.lat)) return row.fail("lat", "this is no latitude");
        if (!read_number(row["lon"], record.lon)) return row.fail("lon", "this is no longitude");
        if (!record.located()) return row.fail("lat", "there is no such place on earth");
        return {};
    }

    GazetteerBuilder::PlaceNumber add(const TsvRow& row, const PlaceRecord& record) {
        const auto place = builder_.add(record, row["name"]);
        for (const std::string_view name : split(row["names"], '|')) {
            builder_.add_name(place, trim(name), NameUse::Main);
        }
        for (const std::string_view name : split(row["demonyms"], '|')) {
            builder_.add_name(place, trim(name), NameUse::Demonym);
        }
        for (const std::string_view name : split(row["abbreviations"], '|')) {
            builder_.add_name(place, trim(name), NameUse::Abbreviation);
        }
        return place;
    }

    void add_names(GazetteerBuilder::PlaceNumber place, std::string_view names, NameUse use) {
        for (const std::string_view name : split(names, '|')) {
            if (!builder_.knows(name)) builder_.add_name(place, trim(name), use);
        }
    }

    fs::path folder_;
    GazetteerBuilder builder_;
    std::unordered_map<std::string, GazetteerBuilder::PlaceNumber> by_country_;
    std::unordered_map<std::string, std::uint32_t> country_ids_;
};

Status read_tables(TableReader& reader, const fs::path& data_folder, bool with_capitals) {
    const fs::path folder = data_folder / "gazetteer";
    if (auto done = reader.read_countries(); !done) return done;
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& item : fs::directory_iterator(folder, ignored)) {
        if (item.path().extension() == ".tsv") files.push_back(item.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& path : files) {
        if (path.filename() == "countries.tsv") continue;
        // The compiled towns know the capitals better.
        if (path.filename() == "capitals.tsv" && !with_capitals) continue;
        if (auto done = reader.read_places(path); !done) return done;
    }
    return reader.read_actor_countries(data_folder / "actors");
}

}  // namespace

Result<Gazetteer> Gazetteer::load(const std::string& data_folder, const std::string& index) {
    TableReader reader(fs::path(data_folder) / "gazetteer");
    if (auto done = read_tables(reader, data_folder, index.empty()); !done) {
        return tl::unexpected<Error>(done.error());
    }
    auto data = reader.finish();
    if (!data) return tl::unexpected<Error>(data.error());
    GazetteerData& gazetteer = **data;
    if (auto done = reader.read_generic_nouns(gazetteer); !done) {
        return tl::unexpected<Error>(done.error());
    }
    if (auto done = reader.read_words("common_words.tsv", gazetteer.common); !done) {
        return tl::unexpected<Error>(done.error());
    }
    if (auto done = reader.read_words("given_names.tsv", gazetteer.given_names); !done) {
        return tl::unexpected<Error>(done.error());
    }
    if (auto done = reader.read_metonym_verbs(gazetteer); !done) {
        return tl::unexpected<Error>(done.error());
    }
    if (!index.empty()) {
        auto towns = GazetteerIndex::open(index, false);
        if (!towns) return tl::unexpected<Error>(towns.error());
        gazetteer.set_towns(std::move(*towns));
    }
    return Gazetteer(std::move(*data));
}

}  // namespace tidings
