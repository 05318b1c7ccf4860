// Report: a document's text with its parts told apart, and its metadata.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tidings/error.hpp>
#include <tidings/ingest.hpp>
#include <tidings/text.hpp>

namespace tidings {

enum class SectionRole : std::uint8_t { Title, Byline, Dateline, Caption, Body, Boilerplate };

[[nodiscard]] std::string_view to_string(SectionRole role) noexcept;

/// One block of the text. Sections are in text order, do not overlap, and leave out only white
/// space. A body section is one paragraph; a dateline is the part of a paragraph before its dash.
struct Section {
    SectionRole role = SectionRole::Body;
    Span span;
    /// True where the same block stood earlier in the report (a caption printed twice): it is
    /// kept for its offsets but not analysed again.
    bool repeated = false;
    /// Bytes at its start that are a dateline and are not analysed. Only in a text of one
    /// paragraph, which stays one body section; elsewhere a dateline is a section of its own.
    std::uint32_t dateline = 0;
    /// Of an HTML page: the bytes of the page that it was read from, tags between its words among
    /// them. Empty where the page had to be converted to UTF-8, and for text that stands in no
    /// element of its own, such as a title that only the page's metadata has.
    Span source;
};

/// A clean report. All offsets are bytes into `text`, which is valid UTF-8, at most 4 GiB, and for
/// plain text and JSON Lines the input's own text, unchanged but for line ends. For an HTML page it
/// is the report's text alone: the sections, joined by blank lines.
struct Report {
    std::string id;
    std::string uri;
    std::string sha256;  ///< of the UTF-8 bytes of `text`
    std::string title;   ///< from a title section or from outside the text
    std::vector<std::string> authors;
    std::string publisher;
    std::string section;    ///< of the paper, as the page says: `World`; empty if unknown
    std::string published;  ///< ISO 8601 date or date-time with offset; empty if unknown
    std::string modified;
    std::string language;  ///< ISO 639-1, empty if it could not be told
    std::string text;
    std::vector<Section> sections;
    bool excerpt = false;  ///< the input (a feed's item) held only a summary of the report
    std::optional<ArchiveRecord> archive;  ///< where in a web archive it lay
    std::vector<std::string> warnings;     ///< what was mended or doubtful, for standard error

    /// The body sections joined by a blank line.
    [[nodiscard]] std::string body() const;
};

/// What the caller knows better than the input.
struct ReportOptions {
    std::string published;  ///< used where the input gives no date (`--published`)
};

namespace detail {
struct ReportCueTables;
}

/// The cue phrases by which the parts of a report are told apart (bylines, photo credits, appeals
/// to readers, ...), read from `report/*.tsv` in the data folder. Immutable, cheap to copy, shared
/// by all threads.
class ReportCues {
  public:
    /// Reads and checks the tables, and runs the examples that stand in them. Fails
    /// (ErrorKind::Config) with file, line and column.
    [[nodiscard]] static Result<ReportCues> load(const std::string& data_folder);

    [[nodiscard]] const detail::ReportCueTables& tables() const noexcept { return *tables_; }

  private:
    explicit ReportCues(std::shared_ptr<const detail::ReportCueTables> tables)
        : tables_(std::move(tables)) {}

    std::shared_ptr<const detail::ReportCueTables> tables_;
};

/// Reads a document: validates and normalises the encoding, splits blocks, tells title, byline,
/// dateline, captions and boilerplate from the body, detects the language. Pure; thread-safe;
/// time linear in the text. Fails (ErrorKind::Input) on binary data.
[[nodiscard]] Result<Report> read_report(Document document, const ReportCues& cues,
                                         const ReportOptions& options = {});

/// A block of text of an HTML page, and what became of it.
struct PageText {
    std::string text;
    SectionRole role = SectionRole::Boilerplate;
    bool kept = false;   ///< stands in the report
    std::string reason;  ///< why it was kept or dropped: `related`, `structured data`, ...
};

/// A page as it was read: the report, and all blocks of the page's text in order.
struct ReadPage {
    Report report;
    std::vector<PageText> blocks;
};

/// Reads an HTML page (`document.media_type` Html): its encoding, its metadata, its main text. Any
/// bytes are a page; one without text gives a report without sections. `document.charset` and
/// `document.uri` help where they are known. What the page says of its date goes before
/// `document.published`. Pure; thread-safe; time and memory linear in the page. docs/pages.md tells
/// how the text is found.
[[nodiscard]] Result<ReadPage> read_page(Document document, const ReportCues& cues,
                                         const ReportOptions& options = {});

/// An ISO 8601 date (`2020-01-17`) or date-time with offset (`2020-01-17T05:10:00-05:00`) read out
/// of text such as `January 17, 2020 | 5:10am EST`, `17 Jan 2020` or `2020-01-17T10:10Z`; empty if
/// the text holds no full calendar date.
[[nodiscard]] std::string parse_publication_date(std::string_view text);

}  // namespace tidings
