// Any bytes as a report's text: sections that lie in the text, in order, and leave out only white
// space; the same again from the text that came out.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include <tidings/report.hpp>

#include "report/blocks.hpp"

using namespace tidings;

namespace {

const ReportCues& cues() {
    static const ReportCues kCues = [] {
        Result<ReportCues> loaded = ReportCues::load(TIDINGS_SOURCE_DATA);
        if (!loaded) throw std::runtime_error(loaded.error().to_string());
        return *loaded;
    }();
    return kCues;
}

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const Report& report) {
    require(utf8::is_valid(report.text));
    const auto size = static_cast<std::uint32_t>(report.text.size());
    std::uint32_t end = 0;
    for (const Section& section : report.sections) {
        require(section.span.start >= end && section.span.end > section.span.start);
        require(section.span.end <= size);
        require(report::trim_span(report.text, {end, section.span.start}).empty());
        require(utf8::is_valid(slice(report.text, section.span)));
        end = section.span.end;
    }
    require(report::trim_span(report.text, {end, size}).empty());
}

Document document_of(std::string_view bytes, MediaType type) {
    Document document;
    document.bytes = bytes;
    document.source_name = "fuzz";
    document.media_type = type;
    return document;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Document document = document_of(bytes, MediaType::PlainText);
    document.title = bytes.substr(0, bytes.find('\n'));
    document.published = bytes.substr(0, 40);
    const Result<Report> titled = read_report(document, cues(), {});
    if (titled) check(*titled);
    const Result<Report> report = read_report(document_of(bytes, MediaType::PlainText), cues());
    if (!report) return 0;
    check(*report);
    const Result<Report> again =
        read_report(document_of(report->text, MediaType::FieldText), cues());
    require(again && again->text == report->text && again->published == report->published);
    require(again->sections.size() == report->sections.size());
    return 0;
}
