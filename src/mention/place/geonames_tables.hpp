// GeoNames' tables as places: towns, their states and counties.
#pragma once

#include <string>
#include <string_view>

#include <tidings/error.hpp>

#include "mention/place/gazetteer_index.hpp"

namespace tidings::mention {

/// Builds the gazetteer from the content of a `cities500.txt` of GeoNames (19 tab-separated
/// columns, https://download.geonames.org/export/dump/readme.txt) and the tables of `data_folder`.
/// A region lies where the middle of its towns is, since GeoNames gives its tables of regions no
/// coordinates. Names in other scripts than the Latin are left out. Rows that are not well-formed
/// are an error with the line's number.
[[nodiscard]] Result<language::ModelFileWriter> build_geonames(std::string_view cities,
                                                               const std::string& name,
                                                               const std::string& data_folder);

}  // namespace tidings::mention
