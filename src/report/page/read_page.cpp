#include <algorithm>

#include <tidings/report.hpp>

#include "report/blocks.hpp"
#include "report/cue_tables.hpp"
#include "report/dateline.hpp"
#include "report/given_metadata.hpp"
#include "report/guess_language.hpp"
#include "report/page/author_names.hpp"
#include "report/page/decode_page.hpp"
#include "report/page/main_text.hpp"
#include "report/page/page_blocks.hpp"
#include "report/page/page_metadata.hpp"
#include "report/page/page_tree.hpp"
#include "report/page/script_dates.hpp"
#include "report/publication_date.hpp"

namespace tidings {
namespace {

using namespace report;

constexpr std::size_t kDatelineParagraphs = 3;

// Writes a page's kept blocks as a report's text and sections.
class ReportWriter {
  public:
    ReportWriter(const detail::ReportCueTables& cues, const DecodedPage& page, Report& report)
        : cues_(cues), page_(page), report_(report) {}

    void add(SectionRole role, std::string_view text, Span source) {
        if (!report_.text.empty()) report_.text += "\n\n";
        const auto start = static_cast<std::uint32_t>(report_.text.size());
        report_.text += text;
        const auto end = static_cast<std::uint32_t>(report_.text.size());
        if (page_.exact && !source.empty()) {
            source = {source.start + page_.offset, source.end + page_.offset};
        } else {
            source = {};
        }
        Section section{role, {start, end}, false, 0, source};
        if (role == SectionRole::Body && paragraphs_++ < kDatelineParagraphs) {
            split_dateline(section);
        }
        report_.sections.push_back(section);
    }

  private:
    void split_dateline(Section& body) {
        const std::vector<CueToken> tokens = tokenize(report_.text, body.span, cues_.vocabulary);
        const auto end = find_dateline(report_.text, body.span, tokens, cues_);
        if (!end || *end >= body.span.end) return;
        paragraphs_ = kDatelineParagraphs;
        const Span head = trim_span(report_.text, {body.span.start, *end});
        report_.sections.push_back({SectionRole::Dateline, head, false, 0, body.source});
        body.span = trim_span(report_.text, {*end, body.span.end});
    }

    const detail::ReportCueTables& cues_;
    const DecodedPage& page_;
    Report& report_;
    std::size_t paragraphs_ = 0;
};

// A date that was handed in with the page; without a day in it, what the page says counts.
std::string given_date(const std::string& given) {
    return trim(given).empty() ? std::string() : normalise_given_date(given);
}

// A feed's title is HTML: `Talks in &lt;b&gt;Oslo`.
std::string plain_title(const std::string& title) {
    if (title.find_first_of("&<") == std::string::npos) return std::string(trim(title));
    const PageTree tree = parse_page(title);
    return std::string(trim(tree.characters));
}

// Of a feed's item only the text is a page; all else stands beside it.
PageMetadata given_metadata(const Document& document, const PagePhrases& phrases) {
    PageMetadata given;
    given.title = plain_title(utf8::sanitize(document.title));
    given.publisher = utf8::sanitize(trim(document.publisher));
    for (const std::string& author : document.authors) {
        for (std::string& name : split_authors(utf8::sanitize(author), phrases, given.publisher)) {
            auto& authors = given.authors;
            if (std::find(authors.begin(), authors.end(), name) == authors.end()) {
                authors.push_back(std::move(name));
            }
        }
    }
    given.section = utf8::sanitize(trim(document.section));
    given.uri = utf8::sanitize(document.uri);
    given.published = normalise_given_date(document.published);
    given.modified = normalise_given_date(document.modified);
    return given;
}

void take_metadata(PageMetadata metadata, const Document& document, const ReportOptions& options,
                   Report& report) {
    const bool fragment = document.media_type == MediaType::HtmlFragment;
    if (!fragment) report.title = utf8::sanitize(trim(document.title));
    if (report.title.empty()) report.title = std::move(metadata.title);
    report.uri = std::move(metadata.uri);
    report.authors = std::move(metadata.authors);
    report.publisher = std::move(metadata.publisher);
    report.section = std::move(metadata.section);
    report.published = std::move(metadata.published);
    report.modified = std::move(metadata.modified);
    report.language = std::move(metadata.language);
    if (report.published.empty()) report.published = given_date(document.published);
    if (report.published.empty()) report.published = given_date(options.published);
}

}  // namespace

Result<ReadPage> read_page(Document document, const ReportCues& cues,
                           const ReportOptions& options) {
    const detail::ReportCueTables& tables = cues.tables();
    DecodedPage page = decode_page(std::move(document.bytes), document.charset);
    // A feed's item is no file whose bytes could be pointed to.
    if (document.media_type == MediaType::HtmlFragment) page.exact = false;
    const PageTree tree = parse_page(page.text);
    const PageBlocks blocks = read_blocks(tree, tables.pages.zones);
    ReadPage result;
    Report& report = result.report;
    report.id = utf8::sanitize(document.id);
    report.warnings = std::move(page.warnings);
    if (tree.cut) {
        report.warnings.emplace_back(
            "the page nests too deep or is too large; its end was not read");
    }
    const bool fragment = document.media_type == MediaType::HtmlFragment;
    PageMetadata metadata =
        fragment ? given_metadata(document, tables.pages.phrases)
                 : read_metadata(tree, blocks, tables.pages, utf8::sanitize(document.uri));
    if (!fragment && metadata.published.empty()) {
        metadata.published = find_script_date(page.text, tables.pages.phrases.exact("script-date"));
    }
    take_origin(document, report);
    const TextHints hints{metadata.title, metadata.authors, std::move(metadata.article_body)};
    take_metadata(std::move(metadata), document, options, report);
    const std::vector<BlockVerdict> verdicts = find_main_text(tree, blocks, hints, tables);
    ReportWriter writer(tables, page, report);
    const bool has_title = std::any_of(verdicts.begin(), verdicts.end(), [](const auto& verdict) {
        return verdict.kept && verdict.role == SectionRole::Title;
    });
    if (!has_title && !report.title.empty()) writer.add(SectionRole::Title, report.title, {});
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const std::string_view text = blocks.of(blocks.blocks[i]);
        const Span source = blocks.blocks[i].source;
        if (verdicts[i].kept) writer.add(verdicts[i].role, text, source);
        result.blocks.push_back({std::string(text), verdicts[i].role, verdicts[i].kept,
                                 std::string(verdicts[i].reason)});
    }
    report.sha256 = sha256_hex(report.text);
    const std::string body = report.body();
    std::string language = guess_language(body);
    if (!language.empty() && !body.empty()) report.language = std::move(language);
    return result;
}

}  // namespace tidings
