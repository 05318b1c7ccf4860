// Reports from files to a command, several at a time, answered in input order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tidings/ingest.hpp>
#include <tidings/language.hpp>
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
    bool unread = false;  ///< no report: the input could not be read
    Error error;
};

/// What stands at one place of the inputs: a document, or why there is none.
struct InputItem {
    Document document;
    std::optional<Error> error;
};

[[nodiscard]] inline unsigned thread_count(const InputOptions& options) {
    return options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency())
                                : options.threads;
}

/// One scratch a worker thread, made when the thread first works.
class ScratchPool {
  public:
    explicit ScratchPool(const InputOptions& options) : scratch_(thread_count(options)) {}
    LanguageScratch& of(unsigned thread) {
        auto& slot = scratch_[thread];
        if (!slot) slot.emplace();
        return *slot;
    }

  private:
    std::vector<std::optional<LanguageScratch>> scratch_;
};

/// Runs `work(thread, document)` over all inputs and gives the answers to `write` in input order,
/// until that says false. A report that fails is named on standard error and counted; the others go
/// on. Returns the exit status.
template <typename Work, typename Write>
[[nodiscard]] Exit run_reports_into(const InputOptions& options, std::uint64_t& events, Work work,
                                    Write write) {
    install_signal_handlers();
    bool open = true;
    Progress progress;
    std::uint64_t answered = 0;
    std::uint64_t bytes = 0;
    std::uint64_t failures = 0;
    std::uint64_t warnings = 0;
    const unsigned threads = thread_count(options);
    IngestCounts counts;
    const auto started = std::chrono::steady_clock::now();
    {
        // Failures of the inputs stand in the same order as the reports, whatever the threads do.
        OrderedRunner<InputItem, Answer> runner(
            threads,
            [&work](unsigned thread, InputItem&& item) {
                if (!item.error) return work(thread, std::move(item.document));
                Answer answer;
                answer.unread = true;
                answer.error = std::move(*item.error);
                return answer;
            },
            [&](Answer&& answer) {
                if (answer.unread) {
                    ++failures;
                    print_error(answer.error);
                    return;
                }
                ++answered;
                bytes += answer.bytes;
                events += answer.events;
                if (answer.failed) {
                    ++failures;
                    print_error(answer.error);
                } else {
                    open = write(std::string_view(answer.output)) && open;
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
                runner.submit({std::move(document), std::nullopt});
                return open && !interrupted();
            },
            [&](Error&& error) { runner.submit({{}, std::move(error)}); });
        runner.finish();
    }
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
    return failures > 0 ? Exit::SomeInputsFailed : Exit::Ok;
}

/// The same, to standard output.
template <typename Work>
[[nodiscard]] Exit run_reports(const InputOptions& options, std::uint64_t& events, Work work) {
    Output output;
    const Exit exit = run_reports_into(
        options, events, work, [&output](std::string_view text) { return output.write(text); });
    output.flush();
    if (exit == Exit::Interrupted || !output.failed()) return exit;
    print_error({ErrorKind::Store, "standard output could not be written", {}, 0, 0, {}, {}});
    return Exit::OutputFailed;
}

}  // namespace tidings::cli
