#include "report/given_metadata.hpp"

#include <fmt/format.h>

#include <tidings/text.hpp>

#include "report/publication_date.hpp"

namespace tidings::report {
namespace {

void take(const std::string& given, std::string& field) {
    const std::string_view value = trim(given);
    if (!value.empty()) field = utf8::sanitize(value);
}

}  // namespace

std::string read_given_date(const std::string& given, Report& report) {
    if (trim(given).empty()) return {};
    std::string iso = normalise_given_date(given);
    if (iso.empty()) {
        report.warnings.push_back(
            fmt::format("the publication date \"{}\" cannot be read", utf8::sanitize(given)));
    }
    return iso;
}

void take_given(const Document& document, Report& report) {
    take(document.title, report.title);
    take(document.publisher, report.publisher);
    take(document.section, report.section);
    if (std::string iso = normalise_given_date(document.modified); !iso.empty()) {
        report.modified = std::move(iso);
    }
    if (!document.authors.empty()) report.authors.clear();
    for (const std::string& author : document.authors) {
        report.authors.push_back(utf8::sanitize(author));
    }
}

void take_origin(const Document& document, Report& report) {
    report.excerpt = document.excerpt;
    report.archive = document.archive;
    report.warnings.insert(report.warnings.end(), document.warnings.begin(),
                           document.warnings.end());
}

}  // namespace tidings::report
