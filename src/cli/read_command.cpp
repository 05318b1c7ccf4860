#include <tidings/export.hpp>
#include <tidings/pipeline.hpp>

#include "cli/report_stream.hpp"

namespace tidings::cli {

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
