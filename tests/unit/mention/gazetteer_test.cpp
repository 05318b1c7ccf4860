#include "mention/place/gazetteer.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "mention/place/package_archive.hpp"
#include "mention/place/place_key.hpp"
#include "support/small_gazetteer.hpp"

namespace tidings::mention {
namespace {

/// `NAME COUNTRY KIND` of all that bear the name.
std::vector<std::string> find(const Gazetteer& gazetteer, std::string_view name) {
    std::vector<PlaceEntry> entries;
    gazetteer.data()->find(place_key(name), entries);
    std::vector<std::string> found;
    for (const PlaceEntry& entry : entries) {
        found.push_back(std::string(gazetteer.data()->name(*entry.place)) + " " +
                        std::string(entry.place->country_code()) + " " +
                        std::string(to_string(entry.place->kind)));
    }
    return found;
}

using Found = std::vector<std::string>;

TEST(PlaceKey, FoldsWhatNewspapersWriteDifferently) {
    EXPECT_EQ(place_key("Sana\u2019a"), "sanaa");
    EXPECT_EQ(place_key("C\u00f4te-d\u2019Or"), "cote dor");
    EXPECT_EQ(place_key("St. Cloud"), place_key("Saint Cloud"));
    EXPECT_EQ(place_key("The Hague"), "hague");
    EXPECT_EQ(place_key("U.S."), "us");
    EXPECT_EQ(place_key(" -- "), "");
    std::string key;
    for (const char* word : {"Queen", "Anne", "'s", "County"}) append_place_key(key, word);
    EXPECT_EQ(key, place_key("Queen Anne's County"));
}

TEST(Gazetteer, FindsTownsByPeopleAndOwnPlacesFirst) {
    const Gazetteer& gazetteer = test::small_gazetteer();
    EXPECT_EQ(find(gazetteer, "Springfield"),
              (Found{"Springfield USA city", "Springfield USA city"}));
    EXPECT_EQ(find(gazetteer, "kenya"), Found{"Kenya KEN country"});
    EXPECT_EQ(find(gazetteer, "Kenyans"), Found{"Kenya KEN country"});
    EXPECT_EQ(find(gazetteer, "Pennsylvania"), Found{"Pennsylvania USA region"}) << "once";
    EXPECT_EQ(find(gazetteer, "Greene County"), Found{"Greene County USA district"});
    EXPECT_EQ(find(gazetteer, "Lutetia"), Found{"Paris FRA city"});
    EXPECT_TRUE(find(gazetteer, "PAR").empty()) << "codes of airports are no names";
    EXPECT_TRUE(find(gazetteer, "Atlantis").empty());
}

TEST(Gazetteer, PlacesRegionsByTheirTowns) {
    const GazetteerData& data = *test::small_gazetteer().data();
    const PlaceRecord* missouri = data.by_id(4398678);
    ASSERT_NE(missouri, nullptr);
    EXPECT_NEAR(missouri->lat, (37.21 + 37.02) / 2, 0.01);
    EXPECT_EQ(missouri->population, 166810U + 19120U);
    const PlaceRecord* ozark = data.by_id(4);
    ASSERT_NE(ozark, nullptr);
    EXPECT_EQ(ozark->admin1, 4398678U);
    EXPECT_EQ(ozark->admin2, 4381072U);
    EXPECT_EQ(data.by_id(999), nullptr);
}

TEST(Gazetteer, RunsWithoutTowns) {
    const test::TempFolder folder;
    test::write_small_gazetteer(folder);
    const auto gazetteer = Gazetteer::load(folder.path(), {});
    ASSERT_TRUE(gazetteer) << gazetteer.error().to_string();
    EXPECT_EQ(find(*gazetteer, "Kenya"), Found{"Kenya KEN country"});
    EXPECT_TRUE(find(*gazetteer, "Springfield").empty());
}

TEST(Gazetteer, FaultsInTablesAreToldWithTheirPlace) {
    const test::TempFolder folder;
    test::write_small_gazetteer(folder);
    folder.write("gazetteer/waters.tsv", "name\tkind\tlat\tlon\nStyx\twatr\t1\t1\n");
    auto gazetteer = Gazetteer::load(folder.path(), {});
    ASSERT_FALSE(gazetteer);
    EXPECT_EQ(gazetteer.error().line, 2U);
    EXPECT_EQ(gazetteer.error().column, 6U);
    folder.write("gazetteer/waters.tsv", "name\tkind\tlat\tlon\nStyx\twater\t91\t1\n");
    gazetteer = Gazetteer::load(folder.path(), {});
    ASSERT_FALSE(gazetteer);
    EXPECT_NE(gazetteer.error().message.find("no such place"), std::string::npos);
}

TEST(Gazetteer, InstallRefusesWhatIsNotItsTable) {
    const test::TempFolder folder;
    test::write_small_gazetteer(folder);
    const std::string file = folder.write("bad.txt", test::small_cities() + "not\ta\trow\n");
    const auto installed = install_gazetteer(file, folder.path(), folder.path());
    ASSERT_FALSE(installed);
    EXPECT_EQ(installed.error().line, 9U);
    EXPECT_FALSE(std::filesystem::exists(folder.path() + "/geonames.tidings-gazetteer"));
    EXPECT_FALSE(install_gazetteer(folder.path() + "/none", folder.path(), folder.path()));
}

TEST(Gazetteer, DamagedFilesAreRefusedOrReadAsAbsent) {
    const test::TempFolder folder;
    (void)test::load_small_gazetteer(folder);
    const std::string path = folder.path() + "/geonames.tidings-gazetteer";
    EXPECT_TRUE(check_gazetteer(path));
    std::string bytes;
    {
        std::ifstream in(path, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    for (std::size_t at = 64; at < bytes.size(); at += 97) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(0xFF);
        const auto index = GazetteerIndex::from_bytes(damaged, "damaged");
        if (!index) continue;
        std::vector<PlaceEntry> entries;
        for (const char* name : {"springfield", "paris", "greene county", ""}) {
            index->find(name, 100, entries);
        }
        for (const PlaceEntry& entry : entries) (void)index->name(*entry.place);
        (void)index->by_id(4);
    }
    folder.write("geonames.tidings-gazetteer", bytes.substr(0, bytes.size() / 2));
    EXPECT_FALSE(check_gazetteer(path));
}

TEST(PackageArchive, FindsOneFile) {
    std::string header(512, '\0');
    header.replace(0, 14, "package/a.txt\0", 14);
    header.replace(124, 12, "00000000005\0", 12);
    std::string content = "hello";
    content.resize(512);
    const std::string tar = header + content + std::string(1024, '\0');
    ASSERT_TRUE(find_in_tar(tar, "/a.txt"));
    EXPECT_EQ(*find_in_tar(tar, "/a.txt"), "hello");
    EXPECT_FALSE(find_in_tar(tar, "/b.txt"));
    EXPECT_FALSE(find_in_tar(tar.substr(0, 515), "/a.txt"));
    EXPECT_FALSE(find_in_tar("", "/a.txt"));
    EXPECT_FALSE(gunzip("no gzip", 100));
}

}  // namespace
}  // namespace tidings::mention
