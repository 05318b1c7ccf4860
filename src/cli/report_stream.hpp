// Reports from files to a command, several at a time, answered in input order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tidings/ingest.hpp>
#include <tidings/report.hpp>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "pipeline/ordered_runner.hpp"

namespace tidings::cli {

/// What one report became: text for standard output, warnings, or an error.
struct Answer {
    std::string output;
    std::vector<std::string> warnings;
    std::string name;  ///< for the warnings
    std::uint64_t bytes = 0;
    std::uint64_t events = 0;
    bool failed = false;
    Error error;
};

/// Runs `work(thread, document)` over all inputs and writes the answers in input order. A report
/// that fails is named on standard error and counted; the others go on. Returns the exit status.
template <typename Work>
[[nodiscard]] Exit run_reports(const InputOptions& options, std::uint64_t& events, Work work) {
    install_signal_handlers();
    Output output;
    Progress progress;
    std::uint64_t answered = 0;
    std::uint64_t bytes = 0;
    std::uint64_t failures = 0;
    std::uint64_t warnings = 0;
    IngestCounts counts;
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const unsigned threads = options.threads == 0 ? cores : options.threads;
    const auto started = std::chrono::steady_clock::now();
    {
        OrderedRunner<Document, Answer> runner(
            threads,
            [&work](unsigned thread, Document&& document) {
                return work(thread, std::move(document));
            },
            [&](Answer&& answer) {
                ++answered;
                bytes += answer.bytes;
                events += answer.events;
                if (answer.failed) {
                    ++failures;
                    print_error(answer.error);
                } else {
                    output.write(answer.output);
                }
                for (const std::string& warning : answer.warnings) {
                    ++warnings;
                    print_warning(answer.name, warning);
                }
                progress.update(answered, bytes);
            });
        const std::vector<std::string> standard_input{"-"};
        IngestOptions ingest;
        ingest.fields = options.fields;
        counts = read_documents(
            options.files.empty() ? standard_input : options.files, ingest,
            [&](Document&& document) {
                runner.submit(std::move(document));
                return !output.closed() && !output.failed() && !interrupted();
            },
            [&](Error&& error) {
                ++failures;
                print_error(error);
            });
        runner.finish();
    }
    output.flush();
    if (options.stats) {
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        const std::string passed =
            counts.records_passed_over == 0
                ? std::string()
                : fmt::format("{} records of archives passed over, ", counts.records_passed_over);
        fmt::print(stderr,
                   "tidings: {} reports ({:.2f} MB) read, {} events, {} warnings, {} failures, "
                   "{}{:.2f} s on {} threads\n",
                   answered, static_cast<double>(bytes) / 1e6, events, warnings, failures, passed,
                   seconds, threads);
    }
    if (interrupted()) return Exit::Interrupted;
    if (output.failed()) {
        print_error({ErrorKind::Store, "standard output could not be written", {}, 0, 0, {}, {}});
        return Exit::OutputFailed;
    }
    return failures > 0 ? Exit::SomeInputsFailed : Exit::Ok;
}

}  // namespace tidings::cli
