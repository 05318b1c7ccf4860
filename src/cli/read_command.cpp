#include <tidings/export.hpp>
#include <tidings/pipeline.hpp>

#include "cli/page_output.hpp"
#include "cli/page_view.hpp"
#include "cli/report_stream.hpp"

namespace tidings::cli {
namespace {

// A plain text in the shape of a page: its sections are its blocks.
Result<ReadPage> read_any(Document document, const ReportCues& cues, const ReportOptions& options) {
    if (is_page(document.media_type)) {
        return read_page(std::move(document), cues, options);
    }
    return read_report(std::move(document), cues, options).map([](Report&& report) {
        ReadPage page;
        for (const Section& section : report.sections) {
            const bool kept = section.role != SectionRole::Boilerplate;
            page.blocks.push_back({std::string(slice(report.text, section.span)), section.role,
                                   kept, std::string(to_string(section.role))});
        }
        page.report = std::move(report);
        return page;
    });
}

// Writes the view of all inputs. One thread: the reports stand in input order.
Exit write_view(const ReadOptions& options, const ReportCues& cues,
                const ReportOptions& report_options) {
    PageOutput view(options.html);
    InputOptions input = options.input;
    input.threads = 1;
    view.write(page_view_head());
    std::uint64_t events = 0;
    const Exit exit = run_reports(input, events, [&](unsigned, Document&& document) {
        Answer answer;
        answer.name = document.source_name;
        answer.bytes = document.bytes.size();
        const auto page = read_any(std::move(document), cues, report_options);
        if (!page) {
            answer.failed = true;
            answer.error = page.error();
            return answer;
        }
        answer.warnings = page->report.warnings;
        view.write(page_view(*page));
        return answer;
    });
    view.write(page_view_foot());
    return view.close() ? exit : Exit::OutputFailed;
}

}  // namespace

Exit run_read(const ReadOptions& options) {
    std::string data = options.input.data;
    if (data.empty()) {
        auto found = find_data_folder();
        if (!found) {
            print_error(found.error());
            return exit_for(found.error().kind);
        }
        data = *found;
    }
    const auto cues = ReportCues::load(data);
    if (!cues) {
        print_error(cues.error());
        return exit_for(cues.error().kind);
    }
    const ReportOptions report_options{options.input.published};
    if (!options.html.empty()) return write_view(options, *cues, report_options);
    std::uint64_t events = 0;
    return run_reports(options.input, events, [&](unsigned, Document&& document) {
        Answer answer;
        answer.name = document.source_name;
        answer.bytes = document.bytes.size();
        auto report = read_report(std::move(document), *cues, report_options);
        if (!report) {
            answer.failed = true;
            answer.error = report.error();
            return answer;
        }
        answer.warnings = report->warnings;
        answer.output = report_to_jsonl(*report) + "\n";
        return answer;
    });
}

}  // namespace tidings::cli
