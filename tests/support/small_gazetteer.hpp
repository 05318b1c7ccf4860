// A gazetteer of a few places, so that tests do not depend on the project's tables or on GeoNames.
#pragma once

#include <string>

#include <tidings/mention.hpp>

#include "support/small_data.hpp"

namespace tidings::test {

/// A row of GeoNames' cities500.txt.
inline std::string city(std::string_view id, std::string_view name, std::string_view others,
                        std::string_view lat, std::string_view lon, std::string_view feature,
                        std::string_view country, std::string_view admin1, std::string_view admin2,
                        std::string_view people) {
    std::string row;
    for (const std::string_view cell : {id, name, name, others, lat, lon, std::string_view("P"),
                                        feature, country, std::string_view(), admin1, admin2}) {
        row += std::string(cell) + "\t";
    }
    return row + "\t\t" + std::string(people) + "\t\t0\tEurope/London\t2024-01-01\n";
}

inline std::string small_cities() {
    return city("1", "Nairobi", "", "-1.28", "36.82", "PPLC", "KE", "05", "", "2750547") +
           city("2", "Springfield", "", "39.80", "-89.64", "PPLA", "US", "IL", "167", "116250") +
           city("3", "Springfield", "", "37.21", "-93.29", "PPLA2", "US", "MO", "077", "166810") +
           city("4", "Ozark", "", "37.02", "-93.20", "PPLA2", "US", "MO", "043", "19120") +
           city("5", "Reading", "", "40.33", "-75.92", "PPLA2", "US", "PA", "011", "87879") +
           city("6", "Paris", "Lutetia,PAR", "48.85", "2.35", "PPLC", "FR", "11", "75", "2138551") +
           city("7", "Paris", "", "33.66", "-95.55", "PPLA2", "US", "TX", "277", "24171") +
           city("8", "Khartoum", "", "15.55", "32.53", "PPLC", "SD", "29", "", "5274321");
}

inline void write_small_gazetteer(const TempFolder& folder) {
    write_small_data(folder);
    folder.write("gazetteer/countries.tsv",
                 "iso2\tiso3\tgeonames_id\tname\tlat\tlon\tpopulation\n"
                 "KE\tKEN\t192950\tKenya\t1\t38\t51393010\n"
                 "SD\tSDN\t366755\tSudan\t15\t30\t41801533\n"
                 "FR\tFRA\t3017382\tFrance\t46\t2\t66987244\n"
                 "US\tUSA\t6252001\tUnited States\t38\t-97\t327167434\n");
    folder.write("gazetteer/states.tsv",
                 "name\tkind\tgeonames_id\tcountry\tlat\tlon\tpopulation\tabbreviations\n"
                 "Pennsylvania\tregion\t6254927\tUSA\t40.27\t-76.9\t12000000\tPa.|PA\n");
    folder.write("gazetteer/waters.tsv",
                 "name\tkind\tcountry\tlat\tlon\tpopulation\tnames\n"
                 "Red Sea\twater\t\t21\t38\t1000\t\n");
    folder.write("gazetteer/geonames/admin1.tsv",
                 "code\tname\tascii\tgeonames_id\n"
                 "KE.05\tNairobi County\tNairobi County\t184742\n"
                 "US.IL\tIllinois\tIllinois\t4896861\n"
                 "US.MO\tMissouri\tMissouri\t4398678\n"
                 "US.PA\tPennsylvania\tPennsylvania\t6254927\n"
                 "US.TX\tTexas\tTexas\t4736286\n");
    folder.write("gazetteer/geonames/admin2.tsv",
                 "code\tname\tascii\tgeonames_id\n"
                 "US.MO.077\tGreene County\tGreene County\t4386387\n"
                 "US.MO.043\tChristian County\tChristian County\t4381072\n");
    folder.write(
        "gazetteer/words/generic_nouns.tsv",
        "noun\tkind\twhere\talone\nriver\twater\tboth\tyes\ncounty\tdistrict\tafter\tyes\n");
    folder.write("gazetteer/words/common_words.tsv", "words\nReading\n");
    folder.write("gazetteer/words/given_names.tsv", "words\nParis|Tom\n");
    folder.write("gazetteer/words/metonym_verbs.tsv",
                 "verb\tplace\texample\n"
                 "reject\tsubject\t[Nairobi] rejected the plan.\n"
                 "expel\tsubject\t[Nairobi] expelled a spy.\n"
                 "condemn\tsubject\t[Nairobi] condemned the plan.\n"
                 "accuse\tobject\tThe minister accused [Nairobi].\n");
    folder.write("cities500.txt", small_cities());
}

/// Own tables and towns of that folder, compiled anew each time.
inline Gazetteer load_small_gazetteer(const TempFolder& folder) {
    write_small_gazetteer(folder);
    const auto installed =
        install_gazetteer(folder.path() + "/cities500.txt", folder.path(), folder.path());
    if (!installed) throw std::runtime_error(installed.error().to_string());
    auto loaded = Gazetteer::load(folder.path(), installed->path);
    if (!loaded) throw std::runtime_error(loaded.error().to_string());
    return *loaded;
}

inline const Gazetteer& small_gazetteer() {
    static const Gazetteer gazetteer = [] {
        const TempFolder folder;
        return load_small_gazetteer(folder);  // the mapping outlives the file's name
    }();
    return gazetteer;
}

}  // namespace tidings::test
