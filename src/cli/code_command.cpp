#include <algorithm>
#include <atomic>

#include <fmt/format.h>

#include "cli/coding_answer.hpp"
#include "cli/event_view.hpp"
#include "cli/explain_page.hpp"
#include "cli/page_output.hpp"

namespace tidings::cli {

namespace {

/// True for a report without a publication date whose text does not date every event either.
bool lacks_dates(const CodedReport& coded) {
    return coded.report.published.empty() &&
           std::any_of(coded.events.begin(), coded.events.end(),
                       [](const Event& event) { return event.date.precision == "unknown"; });
}

/// Whether a report belongs into an explanation of the event whose id begins with `id`.
bool holds_event(const CodedReport& coded, const std::string& id) {
    return id.empty() ||
           std::any_of(coded.events.begin(), coded.events.end(),
                       [&id](const Event& event) { return event.id.starts_with(id); });
}

}  // namespace

Exit run_code(const CodeOptions& options) {
    const auto coder =
        Coder::load({options.input.data, options.model, false, options.ontology, options.actors});
    if (!coder) {
        print_error(coder.error());
        return exit_for(coder.error().kind);
    }
    const std::string format =
        !options.format.empty() ? options.format : (stdout_is_terminal() ? "table" : "jsonl");
    const CoderInfo info = coder_info(*coder);
    const ViewStyle style{terminal_width(), use_colour()};
    const char separator = format == "tsv" ? '\t' : ',';
    if (format == "csv" || format == "tsv") {
        Output header;
        header.write(table_header(separator));
    }
    ScratchPool scratch(options.input);
    const ReportOptions report_options{options.input.published};
    std::uint64_t events = 0;
    std::atomic<std::uint64_t> undated{0};
    const auto fill = [&](unsigned thread, Report&& report, Answer& answer) {
        CodedReport coded = coder->code(std::move(report), scratch.of(thread));
        std::erase_if(coded.events, [&options](const Event& event) {
            return event.confidence < options.min_confidence;
        });
        answer.warnings = coded.report.warnings;
        answer.events = coded.events.size();
        if (lacks_dates(coded)) ++undated;
        if (format == "table") {
            answer.output = events_table(coded, style);
        } else if (format == "jsonl") {
            answer.output = to_jsonl(coded, info, options.with_text) + "\n";
        } else {
            answer.output = table_rows(coded, separator);
        }
    };
    const Exit exit = run_reports(options.input, events, answering(*coder, report_options, fill));
    if (undated > 0) {
        print_warning(fmt::format("{} {} without a publication date", undated.load(),
                                  undated == 1 ? "report" : "reports"),
                      "events there have no date unless the text tells it with the year; "
                      "--published YYYY-MM-DD gives one");
    }
    return exit;
}

Exit run_explain(const ExplainOptions& options) {
    const auto coder =
        Coder::load({options.input.data, options.model, true, options.ontology, options.actors});
    if (!coder) {
        print_error(coder.error());
        return exit_for(coder.error().kind);
    }
    ScratchPool scratch(options.input);
    const ViewStyle style{terminal_width(), use_colour()};
    const ReportOptions report_options{options.input.published};
    std::uint64_t found = 0;
    std::size_t number = 0;  // explain runs on one thread
    std::optional<PageOutput> page;
    if (!options.html.empty()) page.emplace(options.html);
    if (page) page->write(explain_page_begin());
    const auto fill = [&](unsigned thread, Report&& report, Answer& answer) {
        const CodedReport coded = coder->code(std::move(report), scratch.of(thread));
        answer.warnings = coded.report.warnings;
        const bool holds = holds_event(coded, options.event);
        if (holds && page) {
            page->write(
                explain_page_report(coded, options.event, options.all_rejections, ++number));
        } else if (holds) {
            answer.output = explanation(coded, options.event, options.all_rejections, style);
        }
        answer.events = holds ? 1 : 0;
    };
    const Exit exit = run_reports(options.input, found, answering(*coder, report_options, fill));
    if (page) page->write(explain_page_end());
    if (page && !page->close()) return Exit::OutputFailed;
    if (exit == Exit::Ok && !options.event.empty() && found == 0) {
        print_error({ErrorKind::Usage,
                     "no event has the id " + options.event,
                     {},
                     0,
                     0,
                     {},
                     "`tidings code FILE` lists the ids"});
        return Exit::NothingFound;
    }
    return exit;
}

Exit run_parse(const ParseOptions& options) {
    const auto coder = Coder::load({options.input.data, options.model, false, {}, {}});
    if (!coder) {
        print_error(coder.error());
        return exit_for(coder.error().kind);
    }
    ScratchPool scratch(options.input);
    const ReportOptions report_options{options.input.published};
    std::uint64_t events = 0;
    const auto fill = [&](unsigned thread, Report&& report, Answer& answer) {
        answer.warnings = report.warnings;
        Parse parse;
        if (options.raw) {
            std::vector<Parse> parses;
            coder->language().analyze({report.text}, scratch.of(thread), parses);
            parse = std::move(parses.front());
        } else {
            parse = coder->language().analyze(report, scratch.of(thread));
        }
        answer.output = options.format == "jsonl" ? parse_to_jsonl(parse, report)
                                                  : to_conllu(parse, report.text, report.id);
    };
    return run_reports(options.input, events, answering(*coder, report_options, fill));
}

}  // namespace tidings::cli
