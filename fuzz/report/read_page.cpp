// Any bytes as an HTML page: sections that lie in the text, in order, parted by blank lines; kept
// blocks and sections that agree; sources inside the page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include <tidings/report.hpp>

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

void check(const ReadPage& page, std::size_t size) {
    const Report& report = page.report;
    require(utf8::is_valid(report.text) && utf8::is_valid(report.title));
    require(utf8::is_valid(report.uri) && utf8::is_valid(report.publisher));
    for (const std::string& author : report.authors) require(utf8::is_valid(author));
    std::uint32_t end = 0;
    for (const Section& section : report.sections) {
        require(section.span.start >= end && section.span.end > section.span.start);
        require(section.span.end <= report.text.size());
        require(trim(slice(report.text, {end, section.span.start})).empty());
        require(section.source.start <= section.source.end && section.source.end <= size);
        end = section.span.end;
    }
    require(
        trim(slice(report.text, {end, static_cast<std::uint32_t>(report.text.size())})).empty());
    for (const PageText& block : page.blocks) require(utf8::is_valid(block.text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Document document;
    document.bytes = bytes;
    document.source_name = "fuzz";
    document.media_type = MediaType::Html;
    const Result<ReadPage> page = read_page(document, cues());
    require(page.has_value());
    check(*page, size);
    document.charset = size % 2 == 0 ? "windows-1251" : "shift_jis";
    const Result<ReadPage> other = read_page(document, cues());
    require(other.has_value());
    check(*other, size);
    return 0;
}
