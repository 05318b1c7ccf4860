#include <limits>

#include <fmt/format.h>

#include <tidings/report.hpp>

#include "report/decode_text.hpp"
#include "report/given_metadata.hpp"
#include "report/guess_language.hpp"
#include "report/section_reader.hpp"

namespace tidings {
namespace {

void take_sections(report::ReadSections found, Report& report) {
    report.sections = std::move(found.sections);
    if (report.title.empty()) report.title = std::move(found.title);
    if (report.uri.empty()) report.uri = std::move(found.uri);
    if (report.published.empty()) report.published = std::move(found.published);
    if (report.authors.empty()) report.authors = std::move(found.authors);
    if (report.modified.empty()) report.modified = std::move(found.modified);
    // A page that says only when it was changed was published no later.
    if (report.published.empty()) report.published = report.modified;
}

}  // namespace

std::string_view to_string(SectionRole role) noexcept {
    switch (role) {
        case SectionRole::Title:
            return "title";
        case SectionRole::Byline:
            return "byline";
        case SectionRole::Dateline:
            return "dateline";
        case SectionRole::Caption:
            return "caption";
        case SectionRole::Body:
            return "body";
        case SectionRole::Boilerplate:
            return "boilerplate";
    }
    return "body";
}

std::string Report::body() const {
    std::string joined;
    for (const Section& part : sections) {
        if (part.role != SectionRole::Body) continue;
        if (!joined.empty()) joined += "\n\n";
        joined += slice(text, part.span);
    }
    return joined;
}

Result<Report> read_report(Document document, const ReportCues& cues,
                           const ReportOptions& options) {
    if (is_page(document.media_type)) {
        return read_page(std::move(document), cues, options).map([](ReadPage&& page) {
            return std::move(page.report);
        });
    }
    Result<report::DecodedText> decoded = report::decode_text(document);  // takes its bytes
    if (!decoded) return tl::unexpected<Error>(std::move(decoded.error()));
    if (decoded->text.size() >= std::numeric_limits<std::uint32_t>::max()) {
        return fail(ErrorKind::Input, "the report is longer than 4 GiB", document.source_name);
    }
    Report report;
    report.text = std::move(decoded->text);
    report.warnings = std::move(decoded->warnings);
    report.sha256 = sha256_hex(report.text);
    report.id = utf8::sanitize(document.id);
    report.uri = utf8::sanitize(document.uri);
    report::take_given(document, report);
    report::take_origin(document, report);
    report.published = report::read_given_date(document.published, report);
    take_sections(report::read_sections(report.text, report.title, cues.tables()), report);
    if (report.published.empty())
        report.published = report::read_given_date(options.published, report);
    const std::string body = report.body();
    report.language = report::guess_language(body.empty() ? report.text : body);
    return report;
}

}  // namespace tidings
